"""What must be published, and the words a verdict is given in."""

from __future__ import annotations

from enum import StrEnum

PublicationId = str
"""The identifier of a publication: the name of its file in ``rules/catalogue/``."""


class Status(StrEnum):
    """The verdict on one publication at one agency. ``OUTDATED`` and ``MISSING`` accuse."""

    PUBLISHED = "published"
    OUTDATED = "outdated"
    UNVERIFIED = "unverified"
    MISSING = "missing"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"

    @property
    def accuses(self) -> bool:
        """Whether the agency is put on the list of those that do not publish."""
        return self in (Status.MISSING, Status.OUTDATED)


class Requirement(StrEnum):
    """How much weight the inspection gives a publication; configuration, not law."""

    REQUIRED = "required"
    EXPECTED = "expected"
    OPTIONAL = "optional"


class Period(StrEnum):
    """How often a publication must be renewed."""

    STANDING = "standing"
    YEARLY = "yearly"
