"""The whole result as one self-contained Vietnamese page that works without scripts or network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from domain.agencies import Level
from domain.findings import AgencyReport, Evidence, Finding, Side
from domain.publications import PublicationId, Requirement, Status
from reports import words
from reports.safety import clean, safe_link
from reports.tables import findings_of, publications_of
from reports.totals import totals

TITLE = "Kết quả kiểm tra gián tiếp việc công khai theo TCVN ISO 9001"
SHOWN_FOR = 2
"""Pieces of evidence written out for a finding, so that 161 agencies stay a page one can mail."""
SHOWN_AGAINST = 2
LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """One agency and publication as the matrix shows it."""

    publication: PublicationId
    title: str
    finding: Finding | None
    look: words.StatusWords
    status: Status
    shown: tuple[Evidence, ...]
    hidden: int
    """How many pieces of evidence are left to the evidence list."""


@dataclass(frozen=True, slots=True)
class Line:
    """One agency's row."""

    report: AgencyReport
    cells: tuple[Cell, ...]
    statuses: str
    """Its statuses, for filtering."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page says first; counts of agencies, over the required publications."""

    agencies: int
    complete: int
    """Every required publication is published."""
    accused: int
    """At least one is missing or outdated."""
    unsettled: int
    """None is missing or outdated, and at least one could not be settled."""
    unseen: int
    """The portal could not be looked at."""


def to_html(reports: Sequence[AgencyReport], made_at: datetime, *, title: str = TITLE) -> bytes:
    """The page; ``made_at`` is shown in the zone it carries, and so are all times on the page."""
    environment = _environment()
    script = files("reports").joinpath("templates", "page.js").read_text("utf-8")
    style = files("reports").joinpath("templates", "page.css").read_text("utf-8")
    publications = publications_of(reports)
    page = environment.get_template("page.html").render(
        title=title,
        made_at=made_at,
        years=sorted({report.year for report in reports}),
        overview=overview(reports),
        totals=totals(reports),
        publications=publications,
        requirements={f.publication: f.requirement for _, f in findings_of(reports)},
        lines=[_line(report, publications) for report in reports],
        levels=[level for level in Level if any(r.agency.level is level for r in reports)],
        words=words,
        style=style,
        script=script,
        script_digest=_digest(script),
        safe_link=safe_link,
        for_side=Side.FOR,
    )
    return page.encode("utf-8")


def overview(reports: Sequence[AgencyReport]) -> Overview:
    """Count agencies by how they stand on what is required of them."""
    required = [_required(report) for report in reports]
    accused = [any(status.accuses for status in statuses) for statuses in required]
    settled = (Status.PUBLISHED, Status.NOT_APPLICABLE)
    complete = [bool(found) and all(status in settled for status in found) for found in required]
    return Overview(
        agencies=len(reports),
        complete=sum(complete),
        accused=sum(accused),
        unsettled=len(reports) - sum(complete) - sum(accused),
        unseen=sum(not report.portal_state.judgeable for report in reports),
    )


def _required(report: AgencyReport) -> list[Status]:
    return [f.status for f in report.findings if f.requirement is Requirement.REQUIRED]


def _environment() -> Environment:
    """Jinja2 that escapes everything and shows no unseen characters of a portal's."""
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    environment.filters["quote_of"] = _shortened
    environment.filters["abbreviated"] = _abbreviated
    return environment


def _line(report: AgencyReport, publications: Sequence[tuple[PublicationId, str]]) -> Line:
    found = {finding.publication: finding for finding in report.findings}
    cells = tuple(_cell(key, title, found.get(key)) for key, title in publications)
    statuses = " ".join(sorted({cell.status.value for cell in cells}))
    return Line(report, cells, statuses)


def _cell(publication: PublicationId, title: str, finding: Finding | None) -> Cell:
    status = finding.status if finding else Status.NOT_APPLICABLE
    evidence = finding.evidence if finding else ()
    in_favour = [entry for entry in evidence if entry.side is Side.FOR][:SHOWN_FOR]
    against = [entry for entry in evidence if entry.side is Side.AGAINST][:SHOWN_AGAINST]
    shown = (*in_favour, *against)
    look = words.STATUSES[status]
    return Cell(publication, title, finding, look, status, shown, len(evidence) - len(shown))


def _shortened(quote: str) -> str:
    """A quote on one line, cut to a readable length."""
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + "…"


def _abbreviated(title: str) -> str:
    """A heading narrow enough for a column, by the abbreviation every inspector uses."""
    short = title.replace("Hệ thống quản lý chất lượng", "HTQLCL")
    return short.replace("thủ tục hành chính", "TTHC")


def _digest(script: str) -> str:
    """What the page's own policy allows to run: this script and no other."""
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
