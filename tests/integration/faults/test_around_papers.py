"""What stands on portals beside their papers: it hides none, and makes none be lost.

The sound portal is seen whole, whatever its columns hold, so the publications that it does not show
are rightly said to be missing, and the one that it shows is found.
"""

from __future__ import annotations

import pytest

from domain.outcomes import PortalState
from domain.publications import Status
from tests.integration.faults.boxes import AGENCIES, BESIDE
from tests.integration.faults.looking import Looked, look
from tests.integration.faults.portal import PAGES, Answer, Asked, Fault, html, response

ELSEWHERE = {
    "/video": "<p>Video giới thiệu xã.</p>",
    "/tb/5.html": "<p>Thông báo tuyển dụng công chức Văn phòng - Thống kê năm 2026.</p>",
    "/ipv6": "<p>Cổng hỗ trợ IPv6.</p>",
}
FOOT = "<p>Chịu trách nhiệm chính: Chủ tịch UBND xã. Ghi rõ nguồn khi phát hành lại tin.</p>" * 9
MENU = "".join(
    f"<a href='/muc-{n}'>{name}</a> "
    for n, name in enumerate(("Du lịch", "Y tế", "Giáo dục", "Hỏi đáp", "Liên hệ", "Nông thôn mới"))
)
TABLE = {
    "<header>": "<div>", "</header>": "</div>", "<nav>": "<div>", "</nav>": "</div>",
    "<main>": "<table><tr><td>", "</main>": "</td></tr></table>",
    "<footer>": "<div>", "</footer>": "</div>",
}  # fmt: skip


@pytest.mark.parametrize("name", BESIDE)
def test_columns_hide_nothing(name: str) -> None:
    """Marked as a column, or a cell of the table that the whole page is."""
    for looked in (_look(BESIDE[name], table=False), _look(BESIDE[name], table=True)):
        assert looked.inspection.visit.state is PortalState.REACHED
        assert looked.status("quality_objectives") is Status.PUBLISHED
        assert len(looked.accused_of) == 11


@pytest.mark.parametrize("shown", [BESIDE["sites"], "<img src=a.jpg>"], ids=("sites", "picture"))
def test_a_column_that_is_one_box_leaves_the_next_to_the_page(shown: str) -> None:
    """The paper stands in the cell after it, and no class tells where the box ends."""
    cell = f"<table><tr><td><h3>Liên kết website</h3>{shown}</td><td>"
    paper = PAGES["/muc-tieu"].replace("<main>", cell).replace("</main>", "</td></tr></table>")
    pages = {"/muc-tieu": paper.replace("<footer>", f"<div>{FOOT}</div><footer>")}
    assert look(lambda _: None, pages=pages).status("quality_objectives") is Status.PUBLISHED


@pytest.mark.parametrize("beside", [AGENCIES, BESIDE["sites"]], ids=["agencies", "sites"])
def test_a_paper_among_the_names_of_agencies_is_found(beside: str) -> None:
    """Twenty of them make no list of a short paper in HTML."""
    pages = {"/muc-tieu": PAGES["/muc-tieu"].replace("</main>", f"<ul>{beside}</ul></main>")}
    assert look(lambda _: None, pages=pages).status("quality_objectives") is Status.PUBLISHED


def _look(beside: str, *, table: bool) -> Looked:
    """Look at the portal with that on all of its pages."""
    more = {f"/muc-{n}": "<p>Tin hoạt động của xã, cập nhật hằng tuần.</p>" for n in range(6)}
    others = {path: html("Trang", body) for path, body in (more | ELSEWHERE).items()}
    pages = {path: _with(page, beside, table) for path, page in (PAGES | others).items()}
    return look(_answering_queries(pages), pages=pages)


def _with(page: str, beside: str, table: bool) -> str:
    page = page.replace("</nav>", f"{MENU}</nav>").replace("<footer>", f"<footer>{FOOT}")
    if not table:
        return page.replace("<footer>", f"<aside><div>{beside}</div></aside><footer>")
    page = page.replace("</main>", f"</td><td><div>{beside}</div></main>")
    for old, new in TABLE.items():
        page = page.replace(old, new)
    return page


def _answering_queries(pages: dict[str, str]) -> Fault:
    """A portal that shows its pages whatever is asked of them."""

    def answer(asked: Asked) -> Answer | None:
        path, _, query = asked.path.partition("?")
        return (response(pages[path].encode()),) if query and path in pages else None

    return answer
