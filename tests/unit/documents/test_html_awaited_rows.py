"""Tables and lists that a script fills, on pages that lead on by links of their own."""

from __future__ import annotations

import pytest

from domain.documents import Need
from tests.unit.documents.html_pages import page_of

_HEAD = "<tr><th>STT</th><th>Số ký hiệu</th><th>Trích yếu</th></tr>"
_LISTED = "<ul><li><a href=/qd>Quyết định kiện toàn Ban chỉ đạo ISO của xã</a></li></ul>"
_SAID = "<p>Xã A nằm ở phía tây của huyện, có bảy thôn bản và hơn bốn nghìn nhân khẩu.</p>"
_ISO = "Hệ thống quản lý chất lượng ISO 9001:2015"


def _awaits(shown: str, heading: str = _ISO, beside: str = "") -> bool:
    main = f"<main><h1>{heading}</h1>{_SAID * 4}{_LISTED}{shown}</main>"
    page = page_of(f"<body>{main}{beside}<script src=/js/a.js></script></body>")
    return Need.SCRIPTS in page.needs


@pytest.mark.parametrize(
    "shown",
    [
        f"<table><thead>{_HEAD}</thead><tbody></tbody></table>",
        f"<table>{_HEAD}<tr><td></td><td></td><td></td></tr></table>",
        f"<table>{_HEAD}<tr><td colspan=3>Đang tải dữ liệu...</td></tr></table>",
        f"<table>{_HEAD}<tr v-for='x in ds'><td v-text='x.so'></td><td><a :href='x.u'></a></td>",
        "<table><tr><td>STT</td><td>Số ký hiệu</td><td>Trích yếu</td></tr><tbody></tbody></table>",
        "<table id=vb class='display dataTable'></table>",
        "<div id=g></div><script>$('#g').kendoGrid({dataSource: nguon})</script>",
        "<table id=g></table><script>$('#g').jqGrid({url: goc + 'vb'})</script>",
        "<div id=g></div><script>new Tabulator('#g', {ajaxURL: goc})</script>",
    ],
)
@pytest.mark.parametrize("heading", [_ISO, "Văn bản của xã"])
def test_a_list_of_papers_without_rows_was_not_seen(shown: str, heading: str) -> None:
    """Whatever the section is called, and whatever stands above the list."""
    assert _awaits(shown, heading)


@pytest.mark.parametrize(
    "shown",
    [
        "<table><thead><tr><th>STT</th><th>Nội dung</th></tr></thead><tbody></tbody></table>",
        "<ul id=ds-iso></ul>",
        "<div class=list-van-ban></div>",
        "<table id=tb-iso></table>",
        "<div class=ag-theme-alpine></div>",
    ],
)
def test_in_a_section_about_the_system_any_empty_list_may_be_its_own(shown: str) -> None:
    """On other pages they are too many."""
    assert _awaits(shown)
    assert not _awaits(shown, "Văn bản của xã")


_PROPERTIES = (
    "<tr><th>Số ký hiệu</th><td>5/KH-UBND</td></tr><tr><th>Trích yếu</th><td>Đường</td></tr>"
)


@pytest.mark.parametrize(
    "shown",
    [
        f"<table class=dataTable>{_HEAD}<tr><td>1</td><td>5/KH</td><td>Kế hoạch</td></tr></table>",
        f"<table>{_PROPERTIES}</table>",
        f"<table>{_HEAD}<tr><td colspan=3>Không có dữ liệu</td></tr></table>",
        f"<table>{_HEAD}</table><p>Chưa có văn bản nào.</p>",
        "<table><tr><td>Tải về</td><td><a href=/a.pdf>Ngày ban hành</a></td></tr></table>",
        "<table><tr><td>In</td><td>Gửi</td></tr></table>",
        "<table><tr><th>Thứ</th><th>Nội dung</th></tr><tr><td></td><td></td></tr></table>",
        "<table id=ty-gia><tr><th>Mua</th><th>Bán</th></tr></table>",
        "<table><tr><th>Tin nổi bật</th></tr><tr><td></td></tr></table>",
        "<table width=100%></table>",
        "<div id=g><p>Tin</p></div><script>$('#g').kendoGrid()</script>",
        "<ul class='list-inline share'></ul><div class=clear></div>",
    ],
)
def test_other_tables_and_boxes_await_nothing(shown: str) -> None:
    """What is filled, a paper's properties, a layout, a calendar, what says that it is empty."""
    assert not _awaits(shown)


def test_a_column_beside_the_page_awaits_nothing_of_its_own() -> None:
    """Papers of others may stand there on every page."""
    beside = f"<aside><h3>Văn bản mới</h3><table>{_HEAD}</table></aside>"
    assert not _awaits("", beside=beside)


def test_without_scripts_a_list_is_what_it_is() -> None:
    """Nothing will fill it."""
    page = page_of(f"<main><h1>{_ISO}</h1>{_LISTED}<table>{_HEAD}</table></main>")
    assert Need.SCRIPTS not in page.needs
