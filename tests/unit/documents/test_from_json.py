"""JSON lists, read as the list of the page they fill."""

from __future__ import annotations

import json

import pytest

from documents.hints import Hints
from documents.read import read_body
from domain.documents import Document, Unread, Unreadable, Zone


def read(value: object, declared: str = "application/json") -> Document:
    """What is made of a value sent as JSON."""
    reading = read_body(json.dumps(value, ensure_ascii=False).encode(), Hints(declared))
    assert isinstance(reading, Document)
    return reading


def test_rows_become_links_with_their_titles() -> None:
    """Title, address and what stands beside them come out as a list's row, and its next page."""
    document = read(
        {
            "items": [
                {"title": "Mục tiêu chất lượng năm 2026", "url": "/tin/1", "date": "05/02/2026",
                 "number": "12/QĐ-UBND"},
                {"ten": "Sổ tay <b>chất lượng</b>", "file": "/tep/so-tay.pdf", "id": 5},
            ],
            "next": "/api/ds?trang=2",
        }
    )  # fmt: skip
    rows = [(one.href, one.text, one.zone) for one in document.links]
    assert rows == [
        ("/api/ds?trang=2", "Trang sau", Zone.PAGING),
        ("/tin/1", "Mục tiêu chất lượng năm 2026", Zone.LIST),
        ("/tep/so-tay.pdf", "Sổ tay chất lượng", Zone.ATTACHMENT),
    ]
    assert document.links[1].context == "05/02/2026 | 12/QĐ-UBND"
    assert document.blocks[0].text == "Mục tiêu chất lượng năm 2026 | 05/02/2026 | 12/QĐ-UBND"


def test_markup_in_a_value_is_read() -> None:
    """A list that comes as HTML inside JSON, or an article's content, is read like a page."""
    document = read({"html": "<li><a href='/vb/3'>Công bố ISO</a></li>", "total": 1}, "text/html")
    assert [(one.href, one.text) for one in document.links] == [("/vb/3", "Công bố ISO")]
    post = {
        "title": {"rendered": "Tin"},
        "link": "http://a/1",
        "content": {"rendered": "<p>Nội dung</p>"},
    }
    assert "Nội dung" in read([post]).text


def test_rows_that_only_a_script_opens_are_told() -> None:
    """A title with a number and no address is there, and cannot be opened."""
    (link,) = read([{"id": 7, "title": "Chính sách chất lượng"}]).links
    assert (link.text, link.posts) == ("Chính sách chất lượng", True)


def test_the_number_of_pages_is_told() -> None:
    """So that the next can be asked for where no address of it stands."""
    document = read({"data": [], "totalPages": 4, "currentPage": 1, "ok": True})
    assert dict(document.metadata) == {"source": "json", "pages": "4", "page": "1"}


@pytest.mark.parametrize("body", [b'{"a": ', b'[{"a":' * 100_000, b'{"a": 1}}'])
def test_broken_json_is_damaged(body: bytes) -> None:
    """Cut or endlessly nested values cost only themselves."""
    reading = read_body(body, Hints("application/json"))
    assert isinstance(reading, Unreadable)
    assert reading.reason is Unread.DAMAGED


def test_text_that_opens_a_brace_is_no_json() -> None:
    """Notes and templates that merely begin so stay text."""
    assert isinstance(read_body(b"{Ghi chu} mot hai", Hints("text/plain")), Document)


def test_rows_without_names_are_rows() -> None:
    """Tables that scripts fill often come as lists of cells, markup or plain."""
    rows = [
        ["1", "12/QĐ-UBND", "<a href='/vb/12.pdf'>Mục tiêu chất lượng</a>"],
        [2, "Sổ tay chất lượng", "13/QĐ", "/vb/13.pdf"],
    ]
    document = read({"recordsTotal": 2, "data": rows})
    assert [(one.href, one.text) for one in document.links] == [
        ("/vb/12.pdf", "Mục tiêu chất lượng"),
        ("/vb/13.pdf", "Sổ tay chất lượng"),
    ]
    assert "Sổ tay chất lượng | 13/QĐ" in document.text


@pytest.mark.parametrize(
    "value",
    [
        {"total": 25, "items": [{"title": "Tin", "url": f"/tin/{one}"} for one in range(10)]},
        {"recordsTotal": 25, "data": [[str(one), f"Tin {one}"] for one in range(10)]},
        {"result": {"items": [{"title": "Tin", "so_trang": 1}] * 10}, "tong_so": 25},
        {"totalPages": 3, "data": [{"title": "Tin", "page_count": 1}]},
    ],
)
def test_a_list_of_which_only_a_part_came_has_pages(value: object) -> None:
    """The number of all rows tells of further pages, whatever the rows count of themselves."""
    assert dict(read(value).metadata)["pages"] == "3"


def test_a_list_that_came_whole_has_no_pages() -> None:
    """A number of rows that all stand there leads nowhere."""
    assert "pages" not in dict(read({"total": 2, "data": [{"title": "Tin"}] * 2}).metadata)


_ROW = {"title": "Mục tiêu chất lượng", "url": "/tin/1"}


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        ({"items": [_ROW], "next": None}, True),
        ({"data": {"rows": [_ROW], "hasMore": False}}, True),
        ({"items": [_ROW], "last": True}, True),
        ({"items": [], "last": True}, False),
        ({"items": [{**_ROW, "next": None}]}, False),
        ({"dang_truy_cap": 12, "next": None}, False),
        ({"items": [_ROW], "next": "/api/ds?trang=2"}, False),
        ({"items": [_ROW], "next": None, "total": 12}, False),
        ({"items": [_ROW], "hasMore": False, "nextPage": 2}, False),
        ({"items": [_ROW]}, False),
        ({"dang_truy_cap": 12, "tong": 31_000}, False),
    ],
)
def test_a_list_that_says_that_it_ends_is_told_as_that(value: object, ends: bool) -> None:
    """Only what says so, and says nothing else: a number of all rows weighs more."""
    assert (("ends", "told") in read(value).metadata) is ends
