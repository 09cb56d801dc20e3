"""The papers and news of the sample province, as values before any file is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PUBLICATIONS: tuple[str, ...] = (
    "conformity_announcement",
    "qms_documents",
    "procedure_list",
    "quality_objectives",
    "quality_policy",
    "steering_committee",
    "annual_plan",
    "internal_audit",
    "management_review",
    "tthc_list",
    "corrective_action",
    "annual_report",
)

YEARLY: frozenset[str] = frozenset(
    {
        "quality_objectives",
        "annual_plan",
        "internal_audit",
        "management_review",
        "annual_report",
    }
)


@dataclass(frozen=True)
class Issuer:
    """A body that issues papers."""

    name: str
    """As people say it: "UBND xã Minh Quán", "Sở Y tế tỉnh Yên Bái"."""
    level: str
    """One of the levels of the registry: "department", "commune", "branch" ..."""
    parent_name: str
    suffix: str
    """What follows the type in its numbers: "SYT", "UBND"."""
    place: str
    """Where it dates its papers."""


@dataclass(frozen=True)
class Paper:
    """One administrative paper; a paragraph that holds tabs is a row of a table."""

    publication: str
    """Empty for a paper that is none of the publications."""
    year: int
    """The year it is for, if it is of a yearly kind, else the year it was signed in."""
    issuer: Issuer
    type_name: str
    title: str
    """What it is called where it is listed: says by itself what the paper is."""
    number: str | None
    issued_on: date
    paragraphs: tuple[str, ...]
    signer: str
    link_title: str
    """Words of a link to it."""
    file_stem: str
    blank: bool
    head_left: tuple[str, ...] = ()
    """Parent and issuer as the left column prints them."""
    number_line: str = ""
    """The printed number with its label, perhaps with a gap; empty where none is printed."""
    head_right: tuple[str, ...] = ()
    place_and_date: str = ""
    """The printed place and date, perhaps without the day."""
    signed_as: tuple[str, ...] = ()
    """As in "TM. ỦY BAN NHÂN DÂN", then the position."""
    recipients: tuple[str, ...] = ()
    printed_title: str = ""
    """The lines under the type's name; with a telling type they need not tell anything."""


@dataclass(frozen=True)
class News:
    """One news item of a portal."""

    title: str
    paragraphs: tuple[str, ...]
    published_on: date


@dataclass(frozen=True)
class Wording:
    """One way of writing one publication; words in braces are filled in per paper."""

    type_name: str
    title: str
    body: tuple[str, ...]
    number_kind: str = ""
    """The type inside the number; empty for papers that are not numbered."""
    days: tuple[int, int] = (5, 240)
    """First and last day of signing, counted from 1 January of the year; below 0 is before it."""
    links: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
