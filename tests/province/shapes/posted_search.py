"""A search box that only a form posted can ask: no address leads to what it finds."""

from __future__ import annotations

from tests.province.families.base import escape
from tests.province.province import PlannedPage
from tests.province.shapes.parts import Work

SEARCH_POSTED = "search_posted"
_BOX = (
    '<form class="tim-kiem" action="/tim-kiem" method="post"><input type="text" name="tukhoa" '
    'placeholder="Tìm kiếm..."><button type="submit">Tìm kiếm</button></form>'
)
_FOUND = "<h2>Kết quả tìm kiếm</h2><p>Không tìm thấy kết quả nào cho từ khóa đã nhập.</p>"


def with_posted_search(work: Work) -> None:
    """Put the box into the frame of every page, before the part that is the page's own."""
    frame = work.built.frame
    body, end, rest = frame.partition("@@crumbs@@")
    if not end:
        body, end, rest = frame.partition("@@main@@")
    work.built.frame = f"{body}{_BOX}{end}{rest}"
    name = escape(work.family.agency.name)
    work.put("/tim-kiem", PlannedPage(f"Tìm kiếm - {name}", _FOUND))
