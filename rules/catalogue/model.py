"""What the catalogue says of a publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.agencies import Level
from domain.publications import Period, PublicationId
from rules.catalogue.wording import Wordings


@dataclass(frozen=True)
class LegalBasis:
    """The text that asks for a publication, for some levels and some time."""

    levels: frozenset[Level]
    text: str
    """In Vietnamese, ready to be shown."""
    valid_from: date
    valid_to: date | None
    """Last day; None while it is in force."""
    source: str
    """Where it was read, or that it was not checked."""

    def covers(self, level: Level, day: date) -> bool:
        """Whether it applies to an agency of this level on this day."""
        within = self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        return level in self.levels and within


@dataclass(frozen=True)
class Publication:
    """One publication: its names, how it is recognised, and what speaks against it."""

    id: PublicationId
    title: str
    short: str
    """For table headings."""
    period: Period
    order: int
    version: str
    bases: tuple[LegalBasis, ...]
    names: Wordings
    """Wordings that name it by themselves."""
    names_in_context: Wordings
    """Wordings and abbreviations that name it only where ISO or the system is spoken of."""
    names_in_section: Wordings
    """Wordings that name it only in a section or article about ISO or the system."""
    names_on_links: Wordings
    """Wordings that name it on a link, where the paper's type is often left out."""
    not_in_context_with: Wordings
    """Words of another field, next to which ``names_in_context`` name nothing."""
    not_with: Wordings
    """Words of a title that make it another paper."""
    types: frozenset[str]
    """Paper types it may come as, such as "quyết định"; empty: any."""
    number_forms: tuple[str, ...]
    body: Wordings
    """Words that its text holds, for a paper without a formal head."""
    body_needed: int
    issuer_above: bool
    """Whether a paper of a body above the agency may be it."""
    subject_needed: Wordings
    """Words of which the text must hold one, whatever the title says; empty: none."""
    despite: frozenset[str]
    """Words of the shared lists "mention" and "other_act" that do not count against this one."""
    due: str | None = None
    """Yearly ones: MM-DD of the inspected year; None takes the configured day."""
    instead_of: tuple[PublicationId, ...] = ()
    """Publications that a title does not name when it names this one."""
    weight: float | None = None
    """Shown to inspectors and used for nothing that judges."""
    weight_source: str = ""

    @property
    def rule(self) -> str:
        """The rule's identifier and version, as evidence names it."""
        return f"{self.id}/{self.version}"


@dataclass(frozen=True)
class Vocabulary:
    """Words shared by all publications, from ``_shared.toml``: lists by name."""

    groups: dict[str, tuple[str, ...]]
    lists: dict[str, Wordings]


@dataclass(frozen=True)
class Catalogue:
    """All publications, in their order."""

    publications: tuple[Publication, ...]
    vocabulary: Vocabulary
    digest: str
    """SHA-256 over the files, in hexadecimal."""
    folder: str = ""
    """Where it was read from."""

    def get(self, publication: PublicationId) -> Publication:
        """The publication of that id; KeyError when there is none."""
        for known in self.publications:
            if known.id == publication:
                return known
        raise KeyError(publication)

    @property
    def ids(self) -> tuple[PublicationId, ...]:
        """All identifiers, in order."""
        return tuple(publication.id for publication in self.publications)
