"""HTML of the platforms Vietnamese portals run on: zones, links, sections, what a page needs."""

from __future__ import annotations

import time
from unicodedata import normalize

import pytest

from documents.from_html import read
from documents.hints import Hints
from domain.documents import BlockKind, Document, Link, Need, SearchForm, Unreadable, Zone


def _page(markup: str) -> Document:
    reading = read(markup.encode(), Hints("text/html; charset=utf-8"))
    assert isinstance(reading, Document)
    return reading


def _link(document: Document, href: str) -> Link:
    return next(link for link in document.links if link.href == href)


def _zone_of(document: Document, words: str) -> Zone:
    return next(block.zone for block in document.blocks if words in block.text)


_SHAREPOINT = """
<html><head><title>Chi tiết tin tức</title></head><body><form method="post" action="x.aspx">
<input type="hidden" name="__VIEWSTATE" value="abc">
<div id="s4-titlerow"><div class="banner"><img src="b.jpg"></div>
<div class="menu-horizontal"><ul class="root static"><li class="static"><a href="/Pages/home.aspx">
<span class="menu-item-text">Trang chủ</span></a></li><li class="static"><a href="/Pages/cchc.aspx">
<span class="menu-item-text">Cải cách hành chính</span></a><ul class="dynamic"><li class="dynamic">
<a href="/Pages/iso.aspx"><span class="menu-item-text">ISO 9001:2015</span></a></li></ul></li></ul>
</div></div><div id="DeltaPlaceHolderMain"><table><tr><td>
<div class="tieu-de">Mục tiêu chất lượng năm 2021 của Sở Y tế</div>
<div class="ngay-dang">05/02/2021 | Lượt xem: 1.234</div>
<div class="noi-dung">Sở Y tế ban hành mục tiêu chất lượng năm 2021, gồm các nội dung sau đây.</div>
<div>Tệp đính kèm: <a href="/Lists/VanBan/Attachments/5/MTCL 2021.pdf">MTCL 2021.pdf</a></div>
<div class="tin-khac"><div>Các tin khác</div>
<ul><li><a href="ct.aspx?ItemID=3">Tin ba</a></li></ul></div>
</td></tr></table></div><div class="footer">Bản quyền thuộc Sở Y tế<br>Lượt truy cập: 12.345</div>
</form></body></html>"""


def test_sharepoint_article_is_told_from_its_frame() -> None:
    """Menu, article, attachment, other news and counters of a SharePoint page go their own ways."""
    document = _page(_SHAREPOINT)
    assert _link(document, "/Pages/iso.aspx").zone is Zone.MENU
    assert _link(document, "/Pages/iso.aspx").section == "Cải cách hành chính"
    assert _link(document, "/Lists/VanBan/Attachments/5/MTCL 2021.pdf").zone is Zone.ATTACHMENT
    assert _link(document, "ct.aspx?ItemID=3").zone is Zone.RELATED
    assert _zone_of(document, "gồm các nội dung") is Zone.MAIN
    assert "1.234" not in document.main_text
    assert "12.345" not in document.main_text
    assert "05/02/2021" in document.main_text


def test_liferay_publisher_rows_and_pager() -> None:
    """Liferay's portlets give a list under the portlet's name, and a pager."""
    rows = "".join(
        f'<div class="asset-abstract"><h3 class="asset-title"><a href="/web/syt/{number}">'
        f"Quyết định ban hành hệ thống tài liệu số {number}</a></h3>"
        f'<span class="date">0{number}/03/2021</span></div>'
        for number in range(1, 6)
    )
    document = _page(
        '<body><section class="portlet" id="portlet_101"><header class="portlet-topper">'
        '<h2 class="portlet-title-text">Hệ thống QLCL ISO 9001:2008</h2></header>'
        f'<div class="portlet-content">{rows}<div class="taglib-page-iterator">'
        '<a href="?cur=2">Tiếp theo</a></div></div></section></body>'
    )
    link = _link(document, "/web/syt/3")
    assert link.zone is Zone.LIST
    assert link.section == "Hệ thống QLCL ISO 9001:2008"
    assert "03/03/2021" in link.context
    assert _link(document, "?cur=2").zone is Zone.PAGING


def test_dotnetnuke_panes_and_file_tickets() -> None:
    """DotNetNuke's menu and LinkClick files, which have no extension, are told."""
    document = _page(
        '<body><div id="dnn_dnnMENU_menu"><ul><li><a href="/tabid/270/Default.aspx">ISO</a></li>'
        '</ul></div><div id="dnn_ContentPane"><h1>Chính sách chất lượng</h1><p>Lãnh đạo Sở cam kết'
        ' thực hiện chính sách chất lượng.</p><a href="/LinkClick.aspx?fileticket=Ab%3d&tabid=270">'
        "Toàn văn</a></div></body>"
    )
    assert _link(document, "/tabid/270/Default.aspx").zone is Zone.MENU
    assert _link(document, "/LinkClick.aspx?fileticket=Ab%3d&tabid=270").zone is Zone.ATTACHMENT
    assert ("h1", "Chính sách chất lượng") in document.metadata


def test_nukeviet_breadcrumb_and_related() -> None:
    """NukeViet's breadcrumb and "Những tin mới hơn" leave the article alone."""
    document = _page(
        '<body><ol class="breadcrumb"><li><a href="/vi/">Trang nhất</a></li></ol>'
        '<div class="news_column panel panel-default"><div class="panel-body"><h1>Kế hoạch ISO</h1>'
        "<p>Nội dung kế hoạch áp dụng hệ thống.</p></div></div><div class='news_column'><div>"
        "<p class='h3'><strong>Những tin mới hơn</strong></p><ul class='related'><li>"
        "<a href='/vi/news/a.html'>Tin A</a></li></ul></div></div></body>"
    )
    assert _link(document, "/vi/").zone is Zone.BREADCRUMB
    assert _link(document, "/vi/news/a.html").zone is Zone.RELATED
    assert _zone_of(document, "Nội dung kế hoạch") is Zone.MAIN


def test_wordpress_article_feed_search_and_generator() -> None:
    """WordPress tells its generator, feed and search box; its entry header is text."""
    document = _page(
        '<html><head><title>Sổ tay</title><meta name="generator" content="WordPress 6.1">'
        '<link rel="alternate" type="application/rss+xml" href="/feed/">'
        '<link rel="canonical" href="/2019/so-tay/"></head><body class="has-sidebar">'
        '<header class="site-header"><form role="search" method="get" action="/">'
        '<input type="search" name="s"><input type="hidden" name="lang" value="vi"></form></header>'
        '<main><article><header class="entry-header"><h1 class="entry-title">Sổ tay chất lượng</h1>'
        '</header><div class="entry-content"><p>Nội dung sổ tay.</p></div></article></main>'
        '<aside id="secondary" class="widget-area"><h2 class="widget-title">Bài viết mới</h2><ul>'
        '<li><a href="/x/">Một bài viết khá dài của trang này</a></li></ul></aside></body></html>'
    )
    assert document.searches == (SearchForm("/", "s", (("lang", "vi"),)),)
    assert ("feed", "/feed/") in document.metadata
    assert ("generator", "WordPress 6.1") in document.metadata
    assert _zone_of(document, "Sổ tay chất lượng") is Zone.MAIN
    assert _link(document, "/x/").zone is Zone.RELATED


def test_joomla_table_of_articles() -> None:
    """Joomla's category table is a list whose rows give each link its number and date."""
    rows = "".join(
        f'<tr><td class="list-title"><a href="/index.php?option=com_content&amp;id={number}">'
        f'Mục tiêu chất lượng năm 202{number}</a></td><td class="date">1{number}-01-202{number}'
        "</td></tr>"
        for number in range(4)
    )
    document = _page(f'<body><div class="item-page"><table>{rows}</table></div></body>')
    link = _link(document, "/index.php?option=com_content&id=2")
    assert link.zone is Zone.LIST
    assert link.context == "12-01-2022"
    assert document.blocks[0].kind is BlockKind.ROW
    assert document.blocks[0].text == "Mục tiêu chất lượng năm 2020 | 10-01-2020"


def test_a_side_column_of_short_links_is_a_menu() -> None:
    """A left column with section names is a menu, though side columns mostly hold other news."""
    links = "".join(f'<li><a href="/m{number}">Mục {number}</a></li>' for number in range(6))
    document = _page(f'<body><div class="sidebar"><ul>{links}</ul></div><p>Nội dung</p></body>')
    assert _link(document, "/m3").zone is Zone.MENU


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
    links = _page(f"<body>{table}</body>").links
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
    assert not _page(f"<body>{markup}<p>chữ</p></body>").links


def test_a_viewer_gives_the_paper_inside() -> None:
    """The address of a paper inside a viewer's address becomes a link of its own."""
    links = _page("<iframe src='/pdfjs/web/viewer.html?file=%2Ffiles%2FMTCL.pdf'></iframe>").links
    assert [link.href for link in links][1:] == ["/files/MTCL.pdf"]


def test_a_picture_speaks_for_its_link() -> None:
    """The alternative text of a banner is the title of the link around it."""
    link = _page("<a href='/iso'><img src='i.png' alt='ISO 9001:2015'></a>").links[0]
    assert (link.text, link.title) == ("", "ISO 9001:2015")


def test_frames_and_refresh_are_links() -> None:
    """A frameset and a refreshing page lead on."""
    frames = _page("<frameset><frame src='trai.htm'><frame src='giua.htm'></frameset>")
    assert [link.href for link in frames.links] == ["trai.htm", "giua.htm"]
    refresh = _page("<meta http-equiv=refresh content=\"0; url='/Pages/home.aspx'\"><p>.</p>")
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
    assert not _page(f"<body>{form}</body>").searches


def test_a_script_shell_needs_a_browser() -> None:
    """A page with an app root, a bundle and no text says what it needs."""
    shell = '<body><div id="root"></div><script src="/static/js/main.abc.js"></script></body>'
    assert Need.BROWSER in _page(shell).needs
    assert Need.BROWSER not in _page(_SHAREPOINT).needs


def test_a_posting_pager_is_said() -> None:
    """Page numbers that post make a list that plain HTTP cannot see whole."""
    document = _page("<p>Danh sách</p><a href=\"javascript:__doPostBack('g','Page$2')\">2</a>")
    assert document.needs == (Need.POST_PAGING,)
    assert document.links[0].zone is Zone.PAGING


def test_a_head_laid_out_by_a_table_keeps_its_lines() -> None:
    """The two columns of an administrative head stay line by line, left column first."""
    document = _page(
        "<table><tr><td><p>UBND HUYỆN A</p><p>Số: 12/KH-UBND</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ"
        " NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr></table>"
    )
    texts = [block.text for block in document.blocks]
    assert texts[:2] == ["UBND HUYỆN A", "Số: 12/KH-UBND"]
    assert texts[3] == "Độc lập - Tự do - Hạnh phúc"


def test_text_comes_out_composed() -> None:
    """Decomposed letters, also those made of entities, come out in NFC."""
    decomposed = normalize("NFD", "Mục tiêu chất lượng")
    assert _page(f"<p>{decomposed} e&#770;</p>").text == "Mục tiêu chất lượng ê"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "chữ",
        "<ul><li>" * 5_000 + "chữ",
        "<b>" * 20_000 + "chữ",
        "<table><tr><td>" * 5_000 + "chữ",
    ],
)
def test_endless_nesting_is_read_in_no_time(markup: str) -> None:
    """Nesting that takes the bare parser seconds is made shallow first."""
    started = time.process_time()
    reading = read(markup.encode())
    assert isinstance(reading, Document)
    assert time.process_time() - started < 2.0


def test_a_page_without_end_is_cut_and_says_so() -> None:
    """The number of links is bounded, and the document says that it was cut."""
    document = _page("<p><a href=/x>abc</a></p>" * 6_000)
    assert len(document.links) <= 5_001
    assert any(name == "truncated" for name, _ in document.metadata)


def test_an_empty_page_is_unreadable() -> None:
    """Nothing but blanks is not a page without findings, but nothing."""
    assert isinstance(read(b" \n "), Unreadable)


_TABLES_IN_TABLES = """
<form method=post><table width=1000><tr><td colspan=3><table><tr><td><a href="d.aspx">Trang chủ</a>
</td><td><a href="g.aspx">Giới thiệu</a></td><td><a href="v.aspx">Văn bản</a></td><td>
<a href="l.aspx">Liên hệ</a></td><td>Thứ hai, 22/11/2026 20:33:12</td></tr></table></td></tr>
<tr><td><table><tr><td>Danh mục</td></tr><tr><td><a href="c1">Cải cách hành chính</a></td></tr><tr>
<td><a href="c2">ISO 9001:2008</a></td></tr><tr><td><a href="c3">Công khai</a></td></tr><tr><td>
<a href="c4">Hỏi đáp</a></td></tr></table><table><tr><td>Hôm nay: 345</td></tr></table></td>
<td><table><tr><td class=tieude>Tài liệu ISO</td></tr><tr><td><table>
<tr><td><a href="t1">Quyết định công bố HTQLCL phù hợp TCVN ISO 9001:2008</a> (21/08/2012)</td></tr>
<tr><td><a href="t2">Mục tiêu chất lượng năm 2013</a> (11/01/2013)</td></tr>
<tr><td><a href="t3">Sổ tay chất lượng</a> (11/02/2013)</td></tr></table></td></tr></table></td>
<td><table><tr><td>Tin mới nhất</td></tr><tr><td><a href="n1">Hội nghị triển khai công tác</a></td>
</tr></table></td></tr></table></form>"""


@pytest.mark.parametrize(
    ("href", "zone", "section"),
    [
        ("v.aspx", Zone.MENU, ""),
        ("c2", Zone.MENU, "Danh mục"),
        ("t3", Zone.LIST, "Tài liệu ISO"),
        ("n1", Zone.RELATED, "Tin mới nhất"),
    ],
)
def test_old_portals_of_tables_in_tables(href: str, zone: Zone, section: str) -> None:
    """Without one telling class, first rows name boxes, and links and dates tell menu from list."""
    link = _link(_page(_TABLES_IN_TABLES), href)
    assert (link.zone, link.section) == (zone, section)


def test_counters_and_clocks_are_not_main_text() -> None:
    """What changes at every request stays out of the page's own text."""
    document = _page(_TABLES_IN_TABLES)
    assert "345" not in document.main_text
    assert "20:33" not in document.main_text


def test_a_wrapper_named_like_a_side_column_is_given_back() -> None:
    """Where the only running text stands in "right-column", that is the page's own."""
    text = "Ủy ban nhân dân xã ban hành mục tiêu chất lượng năm 2026 như sau. " * 8
    document = _page(
        f"<body><div class='right-column'><h1>Mục tiêu</h1><p>{text}</p><p>Xem <a href='/m.pdf'>tại"
        " đây</a></p><h3>Tin cùng chuyên mục</h3><div><h4><a href='/a'>Tin A</a></h4></div></div>"
        "</body>"
    )
    assert text.strip() in document.main_text
    assert _link(document, "/m.pdf").zone is Zone.ATTACHMENT
    assert _link(document, "/a").zone is Zone.RELATED


def test_a_section_called_tin_moi_is_its_own_main_part() -> None:
    """The heading that names the page itself opens no box of other news."""
    page = (
        "<title>Tin mới - UBND xã A</title><body><div><h1>Tin mới</h1>"
        "<p>Khai mạc giải bóng đá</p></div></body>"
    )
    assert "Khai mạc giải bóng đá" in _page(page).main_text


def test_a_short_paper_in_the_right_hand_column_is_the_page() -> None:
    """A class that says "right column" does not hide the little text that a page has."""
    page = (
        "<title>Thông báo</title><body><div class='cot-trai'><ul><li><a href='/a'>Tin tức</a>"
        "<li><a href='/b'>Văn bản</a></ul></div><div class='cot-phai'><h2>Thông báo</h2>"
        "<p>ỦY BAN NHÂN DÂN XÃ A</p><p>Số: 12/TB-UBND</p><p>Về việc niêm yết mục tiêu chất lượng "
        "năm 2026 tại trụ sở và trên trang thông tin của xã để cán bộ, người dân được biết, theo "
        "dõi và giám sát việc thực hiện.</p></div></body>"
    )
    assert "niêm yết mục tiêu chất lượng" in _page(page).main_text


def test_a_long_menu_in_the_left_column_does_not_hide_the_paper_in_the_right_one() -> None:
    """Of two side columns the one with text of its own is the page."""
    menu = "".join(
        f"<li><a href='/{n}'>Chuyên mục dài số {n} của cổng thông tin</a>" for n in range(30)
    )
    page = (
        f"<title>Kế hoạch</title><body><div class='cot-trai'><ul>{menu}</ul></div>"
        "<div class='cot-phai'><h2>Kế hoạch</h2><p>Số: 12/KH-UBND</p><p>Rà soát tài liệu, xây dựng "
        "mục tiêu, đánh giá nội bộ và họp xem xét của lãnh đạo trong năm; văn phòng theo dõi, "
        "đôn đốc và tổng hợp báo cáo theo quy định hiện hành.</p></div></body>"
    )
    assert "họp xem xét của lãnh đạo" in _page(page).main_text


def test_a_section_s_name_above_its_article_opens_no_box() -> None:
    """ "Tin mới" may be the section that the article stands in: its text stays the page."""
    older = "".join(f"<div><a href=/b{n}>Tổng kết công tác năm {n}</a></div>" for n in (2024, 2025))
    document = _page(
        "<title>Xã ban hành mục tiêu > UBND xã A</title><div class=logo>UBND xã A</div>"
        "<div><a href=/tin>Tin mới</a></div><div class=leftpane><span>VĂN BẢN MỚI</span>"
        f"{older}</div><div class=contentpane><p>Xã ban hành mục tiêu</p>"
        "<p>Ngày 10/01/2026, Ủy ban nhân dân xã A đã ban hành Mục tiêu chất lượng năm 2026.</p>"
        "<p>Theo đó, trong năm 2026 xã phấn đấu giải quyết đúng hạn 95% hồ sơ thủ tục.</p>"
        f"<p>CÁC BÀI ĐÃ ĐĂNG</p>{older}</div>"
    )
    assert _zone_of(document, "Ngày 10/01/2026") is Zone.MAIN
    assert document.blocks[2].zone is Zone.RELATED  # "VĂN BẢN MỚI"
