"""HTML of the platforms Vietnamese portals run on: zones, links, sections, what a page needs."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.from_html import read
from documents.html.runs import one_line
from domain.documents import Need, Unreadable, Zone
from tests.unit.documents.html_pages import SHAREPOINT, TABLES_IN_TABLES, page_of


@pytest.mark.parametrize(
    ("markup", "href", "posts"),
    [
        ("<a href=\"javascript:__doPostBack('g','Page$2')\">2</a>", None, True),
        ("<a href='#' onclick=\"window.open('/vb/12.pdf')\">Xem</a>", "/vb/12.pdf", False),
        ("<a onclick=\"location.href='/iso.aspx'\">ISO</a>", "/iso.aspx", False),
        ("<a href='javascript:void(0)' onclick='taiVe(12)'>Tải</a>", "taiVe(12)", True),
        ("<tr onclick=\"window.location='/ct/5'\"><td>Dòng</td></tr>", "/ct/5", False),
        ("<area href='/ban-do' alt='Bản đồ'>", "/ban-do", False),
        ("<iframe src='/viewer.html'></iframe>", "/viewer.html", False),
    ],
)
def test_where_a_link_leads(markup: str, href: str | None, posts: bool) -> None:
    """Scripts that hold an address give it; those that do not are marked as posting."""
    table = f"<table>{markup}</table>" if markup.startswith("<tr") else markup
    links = page_of(f"<body>{table}</body>").links
    assert [link.posts for link in links] == [posts]
    assert href is None or links[0].href == href


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='#'>Lên đầu</a>",
        "<a href='javascript:void(0)'>Mở</a>",
        "<a href='javascript:window.print()'>In</a>",
        "<a name='x'>Neo</a>",
    ],
)
def test_what_leads_nowhere_is_no_link(markup: str) -> None:
    """Anchors, toggles and print buttons hold no paper."""
    assert not page_of(f"<body>{markup}<p>chữ</p></body>").links


def test_a_picture_speaks_for_its_link() -> None:
    """The alternative text of a banner is the title of the link around it."""
    link = page_of("<a href='/iso'><img src='i.png' alt='ISO 9001:2015'></a>").links[0]
    assert (link.text, link.title) == ("", "ISO 9001:2015")


def test_frames_and_refresh_are_links() -> None:
    """A frameset and a refreshing page lead on."""
    frames = page_of("<frameset><frame src='trai.htm'><frame src='giua.htm'></frameset>")
    assert [link.href for link in frames.links] == ["trai.htm", "giua.htm"]
    refresh = page_of("<meta http-equiv=refresh content=\"0; url='/Pages/home.aspx'\"><p>.</p>")
    assert refresh.links[0].href == "/Pages/home.aspx"


@pytest.mark.parametrize(
    "form",
    [
        "<form method=post><input name=q></form>",
        "<form><input name=username><input type=password name=p></form>",
        "<form action=/newsletter/subscribe><input type=text name=email></form>",
        "<form><input name=tu_ngay><input name=den_ngay></form>",
    ],
)
def test_other_forms_are_no_search_box(form: str) -> None:
    """Posting, login, newsletter and date forms are not the portal's search."""
    assert not page_of(f"<body>{form}</body>").searches


def test_a_script_shell_needs_a_browser() -> None:
    """A page with an app root, a bundle and no text says what it needs."""
    shell = '<body><div id="root"></div><script src="/static/js/main.abc.js"></script></body>'
    assert Need.BROWSER in page_of(shell).needs
    assert Need.BROWSER not in page_of(SHAREPOINT).needs


def test_a_posting_pager_is_said() -> None:
    """Page numbers that post make a list that plain HTTP cannot see whole."""
    document = page_of("<p>Danh sách</p><a href=\"javascript:__doPostBack('g','Page$2')\">2</a>")
    assert document.needs == (Need.POST_PAGING,)
    assert document.links[0].zone is Zone.PAGING


def test_a_head_laid_out_by_a_table_keeps_its_lines() -> None:
    """The two columns of an administrative head stay line by line, left column first."""
    document = page_of(
        "<table><tr><td><p>UBND HUYỆN A</p><p>Số: 12/KH-UBND</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ"
        " NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr></table>"
    )
    texts = [block.text for block in document.blocks]
    assert texts[:2] == ["UBND HUYỆN A", "Số: 12/KH-UBND"]
    assert texts[3] == "Độc lập - Tự do - Hạnh phúc"


def test_text_comes_out_composed() -> None:
    """Decomposed letters, also those made of entities, come out in NFC."""
    decomposed = normalize("NFD", "Mục tiêu chất lượng")
    assert page_of(f"<p>{decomposed} e&#770;</p>").text == "Mục tiêu chất lượng ê"


def test_an_empty_page_is_unreadable() -> None:
    """Nothing but blanks is not a page without findings, but nothing."""
    assert isinstance(read(b" \n "), Unreadable)


def test_counters_and_clocks_are_not_main_text() -> None:
    """What changes at every request stays out of the page's own text."""
    document = page_of(TABLES_IN_TABLES)
    assert "345" not in document.main_text
    assert "20:33" not in document.main_text


def test_a_list_that_scripts_fetch_bears_the_name_of_its_page() -> None:
    """Not the portal's, which stands above every page and says nothing of the list."""
    head = "<header><h1>Trang thông tin điện tử xã A</h1></header>"
    body = f"{head}<main><h2>ISO 9001:2015</h2></main><script>fetch('/api/ds')</script>"
    document = read(f"<html><body>{body}</body></html>".encode())
    assert not isinstance(document, Unreadable)
    (link,) = document.links
    assert (link.href, link.text) == ("/api/ds", "ISO 9001:2015")


@pytest.mark.parametrize(
    ("form", "posted"),
    [
        ("<form method=post action=/tim><input name=tukhoa placeholder='Tìm kiếm'></form>", True),
        (
            "<form method=post><input type=hidden name=__VIEWSTATE value=a><input type=password"
            " name=mk><input name='ctl00$txtSearch' placeholder='Tìm kiếm...'></form>",
            True,
        ),
        ("<form><input name=q></form><form method=post><input name=keyword></form>", False),
        ("<form method=post><input name=ten><input type=password name=mat_khau></form>", False),
        ("<form method=post action=/gop-y><input name=ho_ten><input name=noi_dung></form>", False),
        ("<form method=post action=/newsletter/subscribe><input name=email></form>", False),
    ],
)
def test_a_search_box_that_only_a_post_asks_is_told(form: str, *, posted: bool) -> None:
    """One form around the whole page included; a login or a letter box is none."""
    assert (("search", "posted") in page_of(f"<body>{form}</body>").metadata) is posted


@pytest.mark.parametrize("sign", ["\0", "\u200b", "\u2060", "\ufeff"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_signs_that_nobody_sees_part_no_words(sign: str, charset: str) -> None:
    """They are taken out of the text in whatever character set it came."""
    html = f"<html><body><p>Mục ti{sign}êu chất lượng</p></body></html>"
    page = read(html.encode(charset))
    assert not isinstance(page, Unreadable)
    assert page.text == "Mục tiêu chất lượng"


@given(st.text(st.sampled_from(" ab\t\n\u00a0\u2009\u3000\u0085\x1f\u200bệ\ufffd")))
def test_each_white_space_becomes_one_blank(text: str) -> None:
    """However it is found out that there is none but blanks."""
    assert one_line(text) == " ".join(text.split())
