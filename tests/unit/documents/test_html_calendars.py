"""What turns a calendar turns no list of papers, and what turns a list is no calendar's."""

from __future__ import annotations

import pytest

from tests.unit.documents.html_pages import page_of

_ROWS = "".join(f"<li><a href=/vb/{n}>Quyết định số {n} về việc công khai</a></li>" for n in "12")
_DAYS = "".join(f"<td>{n}</td>" for n in range(1, 31))
_ARROWS = "<a href='#' onclick='truoc()'>&lt;&lt;</a>{}<a href='#' onclick='sau()'>&gt;&gt;</a>"
_MONTHS = "<select id=thang onchange='doiThang()'>{}</select>".format(
    "".join(f"<option>Tháng {n}</option>" for n in range(1, 13))
)
_YEARS = "<select id=nam onchange='doiNam()'><option>2025<option selected>2026</select>"


def _gaps(markup: str) -> list[str]:
    page = page_of(f"<main><h2>Văn bản</h2><ul>{_ROWS}</ul>{markup}</main>")
    return [link.text for link in page.links if link.posts]


@pytest.mark.parametrize(
    "calendar",
    [
        f"<table><tr><td>{_ARROWS.format('Tháng 11')}</td></tr><tr>{_DAYS}</tr></table>",
        f"<div><p>{_ARROWS.format('')}</p><table><tr><th>T2<th>T3<th>CN<tr>{_DAYS}</table></div>",
        f"<div class='hop lich'>{_MONTHS}{_YEARS}</div>",
    ],
    ids=["a month", "weekdays", "drop-downs"],
)
def test_a_calendar_leaves_no_gap(calendar: str) -> None:
    """Whatever its scripts are called."""
    assert not _gaps(calendar)


@pytest.mark.parametrize(
    "pager",
    [
        _ARROWS.format("<b>1</b>"),
        f"<div>{_ARROWS.format('Tháng 11')}</div>",
        f"<div>{_MONTHS}{_YEARS}</div>",
        f"<div class=lich>{_YEARS}</div>",
        f"<table>{_ARROWS.format('Tháng 11')}<tr>{_DAYS}<td><a href=/x>Kế hoạch</a></table>",
    ],
    ids=["a pager", "no days", "a filter", "years alone", "titles among the days"],
)
def test_what_turns_a_list_stays_a_gap(pager: str) -> None:
    """Papers go by months and years as well."""
    assert _gaps(pager)


def test_a_pager_below_a_calendar_with_the_same_arrows_stays() -> None:
    """As many are left out as stand in the calendar."""
    table = f"<table><tr><td>{_ARROWS.format('Tháng 11')}</td></tr><tr>{_DAYS}</tr></table>"
    calendar = f"<div><section><div><p>{table}</p></div></section></div>"
    assert _gaps(calendar + f"<div>{_ARROWS.format('')}</div>") == ["<<", ">>"]
    pages = "".join(f"<a href='#' onclick='trang({n})'>{n}</a>" for n in (2, 3))
    assert _gaps(calendar + f"<div>{pages}</div>") == ["2", "3"]
