"""The whole result as one self-contained Vietnamese page that works without scripts or network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files

from domain.agencies import Level
from domain.findings import AgencyReport, Evidence
from domain.reviews import NO_REVIEWS, Reviews
from reports import words
from reports.lines import Lines
from reports.overview import overview, reviewed
from reports.pages import LONGEST_QUOTE, page_environment
from reports.quotes import Part, quote_parts
from reports.safety import safe_link
from reports.tables import findings_of, publications_of
from reports.totals import totals

TITLE = "Kết quả kiểm tra gián tiếp việc công khai theo TCVN ISO 9001"


def to_html(
    reports: Sequence[AgencyReport],
    made_at: datetime,
    *,
    title: str = TITLE,
    reviews: Reviews = NO_REVIEWS,
    decided: frozenset[str] = frozenset(),
    province: Sequence[AgencyReport] = (),
) -> bytes:
    """The page; ``made_at`` is shown in the zone it carries, and so are all times on the page.

    The agencies of the codes ``decided`` stand in a part of their own at the end. Where
    ``reports`` are only some of a province's, the figures are still those of the whole province.
    """
    counted = province or reports
    environment = page_environment()
    script = files("reports").joinpath("templates", "page.js").read_text("utf-8")
    style = files("reports").joinpath("templates", "page.css").read_text("utf-8")
    publications = publications_of(reports)
    # Lines are numbered as they are made, so in the order in which they are shown.
    lines = Lines(publications, reviews)
    machines = [lines.line(r) for r in reports if r.agency.code not in decided]
    others = [lines.line(r) for r in reports if r.agency.code in decided]
    # Globals, for the template of the cells sees them too.
    environment.globals.update(
        made_at=made_at,
        publications=publications,
        requirements={f.publication: f.requirement for _, f in findings_of(reports)},
        words=words,
        safe_link=safe_link,
        quote_parts=_parts,
    )
    page = environment.get_template("page.html").render(
        title=title,
        years=sorted({report.year for report in reports}),
        overview=overview(counted),
        reviewed=reviewed(counted, reviews),
        totals=totals(counted, reviews),
        lines=machines,
        decided_lines=others,
        appendix=[line for line in (*machines, *others) if line.has_references],
        levels=_levels(reports),
        counted_levels=_levels(counted),
        style=style,
        script=script,
        script_digest=_digest(script),
    )
    return page.encode("utf-8")


def _levels(reports: Sequence[AgencyReport]) -> list[Level]:
    return [level for level in Level if any(r.agency.level is level for r in reports)]


def _parts(evidence: Evidence) -> tuple[Part, ...]:
    return quote_parts(evidence, LONGEST_QUOTE)


def _digest(script: str) -> str:
    """What the page's own policy allows to run: this script and no other."""
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
