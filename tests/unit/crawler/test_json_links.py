"""Addresses in the data behind a page, with the words that stand beside them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from crawler.json_links import MOST_LINKS, json_links
from domain.documents import Link, Zone
from domain.exchanges import PART, Answer, Ask
from domain.outcomes import Outcome


def links(*data: object) -> list[Link]:
    """The links of answers with this data."""
    now = datetime(2026, 11, 22, tzinfo=UTC)
    ask = Ask("http://xa.vn/api", PART)
    bodies = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in data]
    return list(json_links(tuple(Answer(ask, Outcome.OK, now, 0.1, body=one) for one in bodies)))


def test_a_file_is_named_by_its_entry() -> None:
    """Title and number of the entry are what a link would say."""
    entry = {"id": 7, "soHieu": "12/QĐ-UBND", "tieuDe": "Công bố ISO", "tep": "/tai/12.pdf"}
    assert links({"danhSach": [entry]}) == [
        Link("/tai/12.pdf", "12/QĐ-UBND - Công bố ISO", zone=Zone.LIST)
    ]


def test_a_file_inside_an_entry_takes_its_words() -> None:
    """Attachments often have but a file name; the entry's words stand around them."""
    entry = {"tieuDe": "Mục tiêu chất lượng", "dinhKem": [{"url": "/f/1.docx"}]}
    assert links(entry) == [Link("/f/1.docx", "Mục tiêu chất lượng", zone=Zone.LIST)]


def test_addresses_of_pages_are_told_by_their_key() -> None:
    """Any text that begins with a stroke is no address."""
    found = links({"duongDan": "/van-ban/9", "ghiChu": "/khong-phai", "ten": "Văn bản"})
    assert [one.href for one in found] == ["/van-ban/9"]


def test_the_interface_itself_is_no_page() -> None:
    """Nor are markup, spaces and other schemes."""
    data = {"url": "/api/bai-viet/1", "link": "javascript:x()", "href": "/a b", "path": "khong"}
    assert links(data) == []


def test_hostile_data_ends() -> None:
    """Neither depth, number nor broken data stop the visit."""
    deep = b"[" * 100_000
    many = [{"url": f"/f/{n}.pdf"} for n in range(5000)]
    *taken, mark = links(deep, b"{broken", b"\xff", many)
    assert len(taken) == 500
    assert mark.posts


def test_more_links_than_are_taken_leave_a_mark() -> None:
    """What is left out stays as something that nobody opened."""
    rows = [{"title": f"Văn bản {number}", "url": f"/vb/{number}"} for number in range(MOST_LINKS)]
    assert not any(link.posts for link in links(rows * 2))
    rows.append({"title": "Mục tiêu chất lượng", "url": "/vb/muc-tieu"})
    last = links(rows)[-1]
    assert (last.posts, last.zone) == (True, Zone.PAGING)
