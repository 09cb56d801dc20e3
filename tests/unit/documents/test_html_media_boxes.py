""" "Xem thêm" below a box of pictures holds back no paper; below any other it may."""

from __future__ import annotations

import pytest

from tests.unit.documents.html_pages import page_of

_NEWS = "<h2>Tin xã</h2><p><a href=/tin/1>Hội nghị nông dân của xã lần thứ nhất</a></p>"
_MORE = "<a href='#' class=more>Xem thêm</a>"


def _gaps(box: str, before: str = _NEWS, title: str = "UBND xã A") -> int:
    page = page_of(f"<title>{title}</title><main>{before}</main><div class=hop>{box}</div>")
    return sum(link.posts for link in page.links)


@pytest.mark.parametrize("head", ["Video", "Hình ảnh", "Thư viện ảnh", "Liên kết website"])
def test_more_of_a_box_of_pictures_is_no_gap(head: str) -> None:
    """It stands on the home page beside the news."""
    assert not _gaps(f"<h3>{head}</h3><img src=/1.jpg>{_MORE}")


@pytest.mark.parametrize(
    "box",
    [
        f"<h3>Thông báo</h3><p>Lịch tiếp công dân</p>{_MORE}",
        f"<h3>Tin nổi bật</h3><p>Hội nghị</p>{_MORE}",
        f"<h3>Video</h3></div><div><p>Quyết định số 12/QĐ-UBND công bố hệ thống</p>{_MORE}",
        f"<h3>Video</h3><h4>Văn bản mới ban hành</h4>{_MORE}",
    ],
    ids=["notices", "news", "papers below it", "another heading"],
)
def test_more_of_any_other_box_is_a_gap(box: str) -> None:
    """Papers stand among notices and news."""
    assert _gaps(box)


def test_more_of_a_page_of_pictures_is_a_gap() -> None:
    """An album may be of papers."""
    assert _gaps(_MORE, before="<h2>Thư viện ảnh</h2><p>Lễ hội xuống đồng của xã</p>")
    assert _gaps(f"<h3>Video</h3>{_MORE}", title="Video - UBND xã A")
