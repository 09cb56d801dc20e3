"""Addresses: one spelling each, traps removed, and nothing fetched that is no page."""

from __future__ import annotations

import pytest

from crawler.urls import (
    MAX_ADDRESS_CHARS,
    canonical,
    family,
    is_not_content,
    is_paper_like,
    resolve,
)

BASE = "https://xa.yenbai.gov.vn/vi/tin-tuc/bai.html?x=1"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTP://XA.Yenbai.GOV.vn:80", "http://xa.yenbai.gov.vn/"),
        ("https://xa.vn:443/a", "https://xa.vn/a"),
        ("http://xa.vn:8080/a", "http://xa.vn:8080/a"),
        ("http://xa.vn:008080/a", "http://xa.vn:8080/a"),
        ("http://xa.vn:0080/a", "http://xa.vn/a"),
        ("//khac.vn/a", "https://khac.vn/a"),
        ("/a//b/../c/./d/", "https://xa.yenbai.gov.vn/a/c/d/"),
        ("khac.html#top", "https://xa.yenbai.gov.vn/vi/tin-tuc/khac.html"),
        ("?page=2", "https://xa.yenbai.gov.vn/vi/tin-tuc/bai.html?page=2"),
        ("#dau-trang", "https://xa.yenbai.gov.vn/vi/tin-tuc/bai.html?x=1"),
        ("/tệp tin.pdf", "https://xa.yenbai.gov.vn/t%E1%BB%87p%20tin.pdf"),
        ("/%c4%91%41", "https://xa.yenbai.gov.vn/%C4%91A"),
        ("/100%", "https://xa.yenbai.gov.vn/100%25"),
        ("http://xã.vn/", "http://xn--x-yfa.vn/"),
        ("http://xa.vn./a", "http://xa.vn/a"),
        ("http:\\\\xa.vn\\a", "http://xa.vn/a"),
        ("  /a\n ", "https://xa.yenbai.gov.vn/a"),
    ],
)
def test_spelling(address: str, expected: str) -> None:
    """Case, ports, dots, slashes, escapes and letters come out in one spelling."""
    assert canonical(address, BASE) == expected


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@xa.vn",
        "javascript:void(0)",
        "JavaScript:__doPostBack('a','b')",
        "data:text/html,x",
        "tel:0216",
        "file:///etc/passwd",
        "ftp://xa.vn/a",
        "http://",
        "http://ten:matkhau@xa.vn/",
        "http://xa.vn:99999/",
        "http://xa.vn:0000090000000/",
        "http://xa.vn:00/",
        "http://xa.vn:a/",
        "http://[::1",
        "http://a..b/",
        "http://xa.vn/" + "a" * MAX_ADDRESS_CHARS,
    ],
)
def test_what_cannot_be_fetched(address: str) -> None:
    """Other schemes, credentials, broken hosts and endless addresses are no addresses."""
    assert canonical(address, BASE) is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/c.aspx?ItemID=2&l=Tin++++&lv=4", "/c.aspx?ItemID=2&l=Tin&lv=4"),
        ("/c.aspx?ItemID=2&l=Tin   ", "/c.aspx?ItemID=2&l=Tin"),
        ("/c.aspx?ItemID=2&l=Tin%20%20&page=5035", "/c.aspx?ItemID=2&l=Tin"),
        ("/c.aspx?ItemID=2&l=Tin+%2B%2B+%2b", "/c.aspx?ItemID=2&l=Tin"),
        ("/goi?so=%2B84912", "/goi?so=%2B84912"),
        ("/ds.aspx?page=2", "/ds.aspx?page=2"),
        ("/a;jsessionid=0AF3?x=1", "/a?x=1"),
        ("/(S(x3abqz55))/a.aspx", "/a.aspx"),
        ("/a?PHPSESSID=77&x=1", "/a?x=1"),
        ("/a?sid=4f3a9c0e1b2d4c5e6f70&x=1", "/a?x=1"),
        ("/a?utm_source=z&fbclid=1", "/a"),
        ("/a?_101_redirect=https%3A%2F%2Fxa.vn%2F&id=3", "/a?id=3"),
        ("/a?returnUrl=/trang", "/a"),
        ("/a?x=1&&x=1&", "/a?x=1"),
        ("/a?", "/a"),
    ],
)
def test_traps(address: str, expected: str) -> None:
    """Growing values, session numbers, return addresses and marketing vanish."""
    assert canonical(address, "http://xa.vn") == "http://xa.vn" + expected


@pytest.mark.parametrize(
    "address",
    [
        "http://xa.vn/modules.php?name=News&file=article&sid=123",
        "http://xa.vn/LinkClick.aspx?link=http://xa.vn/a.pdf",
        "http://xa.vn/index.php?option=com_content&view=article&id=5",
        "http://xa.vn/?cn=97&gd=19&tc=62270",
        "http://xa.vn/a?redirect=1",
        "http://xa.vn/?s=tcvniso90012015vahtqlcl",
        "http://xa.vn/vi/a_b-c.html?in=1",
    ],
)
def test_what_means_something_stays(address: str) -> None:
    """An article's number stays, whatever its name looks like."""
    assert canonical(address) == address


def test_decomposed_names_stay_decomposed() -> None:
    """A server may know a file only by its NFD name."""
    assert canonical("http://xa.vn/cho\u0302ng") == "http://xa.vn/cho%CC%82ng"


def test_a_redirect_keeps_its_session() -> None:
    """Resolving alone does not drop what a server asks for."""
    assert resolve("/a;jsessionid=1?PHPSESSID=2", "http://xa.vn/") == (
        "http://xa.vn/a;jsessionid=1?PHPSESSID=2"
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://xa.vn/MTCL%202021%20(k%C3%BD).PDF",
        "http://xa.vn/LinkClick.aspx?fileticket=abc",
        "http://xa.vn/documents/10184/1/qd",
        "http://xa.vn/Lists/A/Attachments/3/a.doc",
        "http://xa.vn/tai?file=/u/a.docx",
        "http://xa.vn/DownloadFile.aspx?id=2",
        "http://xa.vn/download/qd-12",
        "http://xa.vn/van-ban/muc-tieu-1.jpg",
        "http://xa.vn/kho-tep/danh-gia-noi-bo.txt",
    ],
)
def test_paper_like(address: str) -> None:
    """Files are known by name or by the handler that sends them."""
    assert is_paper_like(address)
    assert not is_not_content(address)


@pytest.mark.parametrize(
    "address",
    ["http://xa.vn/a.css?v=3", "http://xa.vn/logo.png", "http://xa.vn/a.mp4", "http://xa.vn/l.ics"],
)
def test_not_content(address: str) -> None:
    """Styles, layout pictures, films and calendar files hold no paper."""
    assert is_not_content(address)
    assert not is_paper_like(address)


def test_an_article_is_neither() -> None:
    """A page is neither a file nor nothing."""
    page = "http://xa.vn/vi/tin-tuc/cong-bo-htqlcl.html"
    assert not is_paper_like(page)
    assert not is_not_content(page)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://xa.vn/lich/2021/3", "http://xa.vn/lich/2038/11"),
        ("http://xa.vn/a?l=Tin++", "http://xa.vn/a?l=Tin+++x"),
        ("http://xa.vn/a?x=1&y=2", "http://xa.vn/a?y=7&x=9"),
        ("http://xa.vn/a/a/a/b", "http://xa.vn/a/b"),
        (
            "http://xa.vn/a?id=0f8fad5b-d9cb-469f-a165-70867728950e",
            "http://xa.vn/a?id=7c9e6679-7425-40de-944b-e07fc1f90ae7",
        ),
    ],
)
def test_one_family(one: str, other: str) -> None:
    """Calendars, growing values, repeated segments and numbers are one shape."""
    assert family(one) == family(other)


def test_other_families() -> None:
    """Another path or another kind of value is another shape."""
    assert family("http://xa.vn/lich/2") != family("http://xa.vn/tin/2")
    assert family("http://xa.vn/?view=a") != family("http://xa.vn/?view=b")


def test_reply_links_are_the_post_itself() -> None:
    """WordPress's answer-this-comment links lead to the same post."""
    post = "http://x.vn/2026/01/bai-viet/"
    assert canonical(f"{post}?replytocom=12#respond") == canonical(post)


@pytest.mark.parametrize(
    "address",
    [
        "http://[abc]/x",
        "http://[::::]/x",
        "http://[1.2.3.4]/",
        "http://[fe80::1%25eth0]/",
        "http://[]/",
    ],
)
def test_brackets_around_no_ipv6_address(address: str) -> None:
    """What stands in brackets and is no IPv6 address cannot be fetched, linked or redirected to."""
    assert canonical(address) is None
    assert resolve("/x", address) is None
    assert canonical("//" + address.partition("//")[2], BASE) is None


def test_ipv6_addresses_have_one_spelling() -> None:
    """The shortest form stands for all, its port kept."""
    assert canonical("http://[2001:DB8:0:0::0:1]:8080/a") == "http://[2001:db8::1]:8080/a"
