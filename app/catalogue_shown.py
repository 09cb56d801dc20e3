"""The catalogue as ``giamsat rules list`` and ``rules show`` give it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.publications import Period, PublicationId, Requirement
from domain.settings import InspectionSettings
from rules.catalogue import Catalogue, LegalBasis, Publication, Wording
from rules.catalogue.keys import AGAINST_KEYS, NAMING_KEYS
from rules.explaining.reasons import day

Json = dict[str, object]

_ONLY_AT = ("body", "subject_needed")


@dataclass(frozen=True, slots=True)
class Listed:
    """One publication with what the configuration makes of it."""

    publication: Publication
    requirement: Requirement
    due: str | None
    """MM-DD for a yearly one: its own day, else the configured one."""

    @property
    def wordings(self) -> int:
        """How many ways of naming it are known."""
        return sum(len(getattr(self.publication, key)) for key in NAMING_KEYS)


def listed(catalogue: Catalogue, inspection: InspectionSettings) -> tuple[Listed, ...]:
    """Every publication in its order."""
    return tuple(in_force(entry, inspection) for entry in catalogue.publications)


def in_force(publication: Publication, inspection: InspectionSettings) -> Listed:
    """One publication under a configuration."""
    yearly = publication.period is Period.YEARLY
    due = (publication.due or inspection.yearly_due) if yearly else None
    return Listed(publication, requirement_of(publication.id, inspection), due)


def requirement_of(publication: PublicationId, inspection: InspectionSettings) -> Requirement:
    """How much weight the configured inspection gives it."""
    if publication in inspection.required:
        return Requirement.REQUIRED
    return Requirement.EXPECTED if publication in inspection.expected else Requirement.OPTIONAL


def is_abbreviation(wording: Wording) -> bool:
    """Whether it is written in capitals alone: "MTCL", "BCĐ ISO"."""
    return "{" not in wording.written and wording.written.isupper()


def held(basis: LegalBasis) -> str:
    """From when to when a legal basis holds, in Vietnamese."""
    until = f" đến hết {day(basis.valid_to)}" if basis.valid_to else ""
    return f"từ {day(basis.valid_from)}{until}"


def row_to_json(entry: Listed) -> Json:
    """A line of ``rules list --json``."""
    known = entry.publication
    return {
        "publication": known.id,
        "title": known.title,
        "short": known.short,
        "period": known.period.value,
        "due": entry.due,
        "requirement": entry.requirement.value,
        "wordings": entry.wordings,
        "version": known.version,
    }


def publication_to_json(catalogue: Catalogue, entry: Listed) -> Json:
    """All of one publication: ``rules show --json``."""
    known = entry.publication
    keys = (*NAMING_KEYS, *AGAINST_KEYS, *_ONLY_AT)
    wordings = {key: [wording.written for wording in getattr(known, key)] for key in keys}
    return {
        **row_to_json(entry),
        "order": known.order,
        **wordings,
        "body_needed": known.body_needed,
        "instead_of": list(known.instead_of),
        "despite": sorted(known.despite),
        "types": sorted(known.types),
        "number_forms": list(known.number_forms),
        "issuer_above": known.issuer_above,
        "weight": known.weight,
        "weight_source": known.weight_source or None,
        "legal_basis": [_basis_to_json(basis) for basis in known.bases],
        "groups": {name: list(words) for name, words in groups_used(catalogue, known).items()},
    }


def _basis_to_json(basis: LegalBasis) -> Json:
    return {
        "levels": sorted(level.value for level in basis.levels),
        "text": basis.text,
        "valid_from": basis.valid_from.isoformat(),
        "valid_to": basis.valid_to.isoformat() if basis.valid_to else None,
        "source": basis.source,
    }


def groups_used(catalogue: Catalogue, publication: Publication) -> dict[str, tuple[str, ...]]:
    """The word groups that a publication's wordings stand on; built-in ones have no words."""
    groups = catalogue.vocabulary.groups
    labels = {
        part.label
        for key in (*NAMING_KEYS, *AGAINST_KEYS, *_ONLY_AT)
        for wording in getattr(publication, key)
        for part in wording.parts
    }
    return {label: groups[label] for label in sorted(labels) if label in groups}
