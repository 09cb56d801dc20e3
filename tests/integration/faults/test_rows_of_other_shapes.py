"""One paper linked, another shown in some other way: nobody may call that one missing."""

from __future__ import annotations

from html import escape

import pytest

from domain.publications import Status
from tests.integration.faults.looking import look
from tests.integration.faults.portal import html

GOALS = "quality_objectives"
TITLE = "Mục tiêu chất lượng năm 2026 của UBND xã Minh Quán"
LINKED = "<li><a href='/ban-chi-dao'>Quyết định kiện toàn Ban chỉ đạo ISO của UBND xã</a></li>"
_ROW = f"<li><a href='/muc-tieu'>{TITLE}</a></li>"


def _status(shown: str) -> Status:
    """The verdict on the objectives where the section shows them so, below a list of links."""
    section = html("Hệ thống quản lý chất lượng ISO 9001:2015", f"<ul>{LINKED}</ul>{shown}")
    other = html("Ban chỉ đạo ISO", "<p>Xã có Ban chỉ đạo ISO do Chủ tịch làm trưởng ban.</p>")
    return look(lambda asked: None, pages={"/iso": section, "/ban-chi-dao": other}).status(GOALS)


def test_what_is_shown_nowhere_is_missing() -> None:
    """Without this the tests below would hold nothing."""
    assert _status("<p>Xã áp dụng hệ thống từ năm 2015.</p>") is Status.MISSING


@pytest.mark.parametrize(
    "shown",
    [
        f'<script>document.write("{_ROW}");</script>',
        f"<script>var ds = [{{ten: '{TITLE}', duong_dan: '/muc-tieu'}}];</script>",
        f'<iframe srcdoc="{escape(_ROW)}"></iframe>',
        f"<p onmousedown=\"location.href='/muc-tieu'\">{TITLE}</p>",
    ],
    ids=("written", "data", "frame", "pressed"),
)
def test_a_row_with_an_address_is_opened(shown: str) -> None:
    """Wherever the address stands."""
    assert _status(shown) is Status.PUBLISHED


@pytest.mark.parametrize(
    "shown",
    [
        f"<script>var ds = [{{ten: '{TITLE}', ma: 5}}];</script>",
        f"<p onmousedown='mo(5)'>{TITLE}</p>",
        f"<p class='mo-van-ban'>{TITLE}</p>",
        f"<div class='card'><h4>{TITLE}</h4></div>",
        f"<dl><dt>{TITLE}</dt><dd>Ban hành ngày 20/01/2026</dd></dl>",
        f"<h3 data-toggle='collapse' data-target='#a1'>{TITLE}</h3><div id='a1'></div>",
        f"<form><button formaction='/tai'>{TITLE}</button></form>",
        f"<p>{TITLE}</p><form method=post action='/tai'><input type=image src='tai.png'></form>",
    ],
    ids=("data", "pressed", "paragraph", "card", "terms", "fold", "button", "form"),
)
def test_a_row_that_nobody_can_open_is_a_question(shown: str) -> None:
    """The agency names its paper."""
    assert _status(shown) is Status.UNVERIFIED


@pytest.mark.parametrize("said", ["Tải về", "mt.pdf", "QD-12.signed.pdf"])
def test_a_dead_file_below_a_heading_that_names_the_paper_is_a_question(said: str) -> None:
    """What the file is called says nothing; the heading does."""
    shown = f"<h3>{TITLE}</h3><ul><li><a href='/tai/5.pdf'>{said}</a> (12 lượt tải)</li></ul>"
    assert _status(shown) is Status.UNVERIFIED


def test_a_dead_file_of_another_paper_below_it_is_none() -> None:
    """It says itself what it is."""
    shown = (
        f"<h3>{TITLE}: chưa có</h3><p><a href='/tai/5.pdf'>Kế hoạch phòng chống thiên tai</a></p>"
    )
    assert _status(shown) is Status.MISSING


@pytest.mark.parametrize(
    "shown",
    [
        "<table><tr><th>STT</th><th>Trích yếu</th></tr></table><script src='/vb.js'></script>",
        "<div id=g></div><script>$('#g').kendoGrid({dataSource: nguon})</script>",
        "<ul id=ds-iso></ul><script>$.post('/vb', {muc: 5}, ve)</script>",
    ],
    ids=("table", "grid", "list"),
)
def test_rows_that_a_script_is_to_bring_are_a_gap(shown: str) -> None:
    """The paper that is linked above them is none of them."""
    assert _status(shown) is Status.UNDETERMINED
