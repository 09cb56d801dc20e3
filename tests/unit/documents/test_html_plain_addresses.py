"""Addresses that a page writes out and links to nothing."""

from __future__ import annotations

import time

import pytest

from domain.documents import Link, Zone
from tests.unit.documents.html_pages import page_of

_DRIVE = "https://drive.google.com/drive/folders/1AbC"


def _links(text: str) -> tuple[Link, ...]:
    return page_of(f"<main><h2>ISO 9001:2015</h2><p>{text}</p></main>").links


@pytest.mark.parametrize(
    ("text", "href"),
    [
        (f"Tài liệu của xã được đăng tại địa chỉ {_DRIVE} (mời bà con sao chép).", _DRIVE),
        (f"Tài liệu ISO của xã ({_DRIVE}).", _DRIVE),
        ("Xem tại: www.xa.la.gov.vn/iso-moi", "http://www.xa.la.gov.vn/iso-moi"),
        (
            "Mời quý vị xem tại trang mới: tanlapmoi.laocai.gov.vn.",
            "http://tanlapmoi.laocai.gov.vn",
        ),
        ("Trang đã chuyển sang https://xatanlap.vn", "https://xatanlap.vn"),
    ],
)
def test_an_address_in_the_pages_text_is_a_link(text: str, href: str) -> None:
    """Its readers can follow it; the words around it say what it leads to."""
    (link,) = _links(text)
    assert (link.href, link.posts, link.zone) == (href, False, Zone.MAIN)
    assert link.section == "ISO 9001:2015"
    assert link.context.split()[0] == text.split()[0]


@pytest.mark.parametrize(
    "text",
    [
        "Điện thoại: 0216.3852, website: http://tanlap.laocai.gov.vn",
        "Thư điện tử: ubnd@tanlap.laocai.gov.vn",
        "Công khai trên Cổng thông tin điện tử tỉnh (www.laocai.gov.vn).",
        "Nộp hồ sơ tại https://dichvucong.laocai.gov.vn/thu-tuc/12",
        "Nguồn: https://bao.example.vn/tin/12",
        "Phần mềm của công ty www.example.vn cung cấp",
    ],
    ids=["contact", "mail", "the province's portal", "everybody's service", "source", "a firm"],
)
def test_addresses_of_other_use_are_none(text: str) -> None:
    """They stand on pages of every kind, and no paper lies there."""
    assert not _links(text)


def test_what_is_linked_already_is_told_once() -> None:
    """By its address or by its words, and however often it is written."""
    assert len(_links(f"{_DRIVE} <a href={_DRIVE}/>Xem tại đây</a>")) == 1
    assert len(_links(f"<a href=/di?den=1>{_DRIVE}</a>")) == 1
    assert len(_links(f"{_DRIVE} và {_DRIVE}")) == 1


def test_only_the_pages_own_text_counts_and_not_without_end() -> None:
    """The foot names the portal; a list of thousands is cut."""
    assert not page_of(f"<main><p>Bài viết.</p></main><footer>Xem tại {_DRIVE}</footer>").links
    many = " ".join(f"https://x.vn/{n}" for n in range(200))
    assert len(_links(many)) == 50
    started = time.process_time()
    _links("www." + "a-" * 20_000 + ".gov.vn" + "a." * 20_000)
    assert time.process_time() - started < 2
