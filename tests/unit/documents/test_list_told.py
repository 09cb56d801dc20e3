"""What JSON lists say of themselves: that they go on, or that they failed."""

from __future__ import annotations

import pytest

from documents.list_told import error_said, says_more
from tests.unit.documents.test_from_json import read


@pytest.mark.parametrize(
    "node",
    [
        {"hasMore": True},
        {"hasNext": True},
        {"has_more": True},
        {"HasNextPage": True},
        {"nextPage": 2},
        {"next_cursor": "eyJpZCI6N30"},
        {"nextPageToken": "abc"},
        {"isLast": False},
        {"last": False},
        {"isTruncated": True},
        {"next_offset": 20},
    ],
)
def test_a_list_that_goes_on_says_so(node: dict[str, object]) -> None:
    """Flags, numbers and marks for the rows behind, as interfaces write them."""
    assert says_more(node)
    rows = {"items": [{"title": "Thông báo", "url": "/tin/1"}], "paging": node}
    assert ("more", "told") in read(rows).metadata


@pytest.mark.parametrize(
    "node",
    [
        {"hasMore": False},
        {"nextPage": None},
        {"next_cursor": ""},
        {"isLast": True},
        {"next": None, "previous": "/ds?trang=1"},
        {"more": "Xem thêm"},
        {"total": 3},
        {"lastName": False},
    ],
)
def test_a_list_at_its_end_does_not(node: dict[str, object]) -> None:
    """Nor do words and keys that only begin alike."""
    assert not says_more(node)


def test_a_bare_mark_is_no_address() -> None:
    """ "next" with a mere token names rows that nobody can ask for by it; an address is a link."""
    document = read({"items": [{"title": "A", "url": "/a"}], "next": "eyJpZCI6N30"})
    assert [one.href for one in document.links] == ["/a"]
    assert ("more", "told") in document.metadata
    assert read({"next": "?trang=2"}).links[0].href == "?trang=2"


@pytest.mark.parametrize(
    "answer",
    [
        {"success": False, "message": "Object reference not set to an instance.", "items": []},
        {"d": {"IsError": True, "Message": "Có lỗi xảy ra"}},
        {"status": 500, "error": "Internal Server Error"},
        {"code": "500", "msg": "Lỗi hệ thống"},
        {"status": "error", "data": None},
        {"errors": [{"message": "timeout"}], "data": None},
        {"Message": "An error has occurred.", "ExceptionMessage": "ORA-12170"},
        {"success": False},
        {"code": 1, "msg": "Lỗi hệ thống, vui lòng thử lại sau", "data": []},
        {"errorCode": "99", "message": "Không thể kết nối máy chủ", "result": None},
    ],
)
def test_a_failure_that_came_well_is_told(answer: dict[str, object]) -> None:
    """Status 200 around an error is an error."""
    assert error_said(answer) is not None
    assert "failure" in dict(read(answer).metadata)


@pytest.mark.parametrize(
    "answer",
    [
        {"success": True, "items": []},
        {"success": False, "message": "Bạn chưa đăng nhập"},
        {"success": False, "message": "Không tìm thấy dữ liệu"},
        {"code": 404, "error": "Not Found"},
        {"code": 401, "success": False},
        {"error": None, "data": []},
        {"error": "", "status": "success"},
        {"code": 1, "msg": "Không có dữ liệu", "data": []},
        {"title": "Có lỗi hệ thống ở xã A", "message": "Có lỗi hệ thống", "content": "Tin dài"},
        {"success": False, "items": [{"title": "Công bố ISO"}]},
        [],
        {"status": 1, "code": 0},
    ],
)
def test_an_answer_without_content_is_no_failure(answer: object) -> None:
    """Nothing there, not for visitors, or rows all the same."""
    assert error_said(answer) is None
