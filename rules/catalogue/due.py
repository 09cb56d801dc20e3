"""By which day a yearly publication must be there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.settings import InspectionSettings
from rules.catalogue.model import Publication
from rules.inspection import due_date


def due_of(publication: Publication, inspection: InspectionSettings, year: int) -> date:
    """The last day on which it is in time: its own, else the configured one."""
    if publication.due is None:
        return due_date(inspection, year)
    return due_date(replace(inspection, yearly_due=publication.due), year)
