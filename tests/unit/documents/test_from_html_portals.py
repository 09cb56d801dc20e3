"""Web pages as each kind of portal makes them: what is frame, menu, list and the page's own."""

from __future__ import annotations

import pytest

from domain.documents import BlockKind, SearchForm, Zone
from tests.unit.documents.html_pages import SHAREPOINT, TABLES_IN_TABLES, link_to, page_of, zone_of


def test_sharepoint_article_is_told_from_its_frame() -> None:
    """Menu, article, attachment, other news and counters of a SharePoint page go their own ways."""
    document = page_of(SHAREPOINT)
    assert link_to(document, "/Pages/iso.aspx").zone is Zone.MENU
    assert link_to(document, "/Pages/iso.aspx").section == "Cải cách hành chính"
    assert link_to(document, "/Lists/VanBan/Attachments/5/MTCL 2021.pdf").zone is Zone.ATTACHMENT
    assert link_to(document, "ct.aspx?ItemID=3").zone is Zone.RELATED
    assert zone_of(document, "gồm các nội dung") is Zone.MAIN
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
    document = page_of(
        '<body><section class="portlet" id="portlet_101"><header class="portlet-topper">'
        '<h2 class="portlet-title-text">Hệ thống QLCL ISO 9001:2008</h2></header>'
        f'<div class="portlet-content">{rows}<div class="taglib-page-iterator">'
        '<a href="?cur=2">Tiếp theo</a></div></div></section></body>'
    )
    link = link_to(document, "/web/syt/3")
    assert link.zone is Zone.LIST
    assert link.section == "Hệ thống QLCL ISO 9001:2008"
    assert "03/03/2021" in link.context
    assert link_to(document, "?cur=2").zone is Zone.PAGING


def test_dotnetnuke_panes_and_file_tickets() -> None:
    """DotNetNuke's menu and LinkClick files, which have no extension, are told."""
    document = page_of(
        '<body><div id="dnn_dnnMENU_menu"><ul><li><a href="/tabid/270/Default.aspx">ISO</a></li>'
        '</ul></div><div id="dnn_ContentPane"><h1>Chính sách chất lượng</h1><p>Lãnh đạo Sở cam kết'
        ' thực hiện chính sách chất lượng.</p><a href="/LinkClick.aspx?fileticket=Ab%3d&tabid=270">'
        "Toàn văn</a></div></body>"
    )
    assert link_to(document, "/tabid/270/Default.aspx").zone is Zone.MENU
    assert link_to(document, "/LinkClick.aspx?fileticket=Ab%3d&tabid=270").zone is Zone.ATTACHMENT
    assert ("h1", "Chính sách chất lượng") in document.metadata


def test_nukeviet_breadcrumb_and_related() -> None:
    """NukeViet's breadcrumb and "Những tin mới hơn" leave the article alone."""
    document = page_of(
        '<body><ol class="breadcrumb"><li><a href="/vi/">Trang nhất</a></li></ol>'
        '<div class="news_column panel panel-default"><div class="panel-body"><h1>Kế hoạch ISO</h1>'
        "<p>Nội dung kế hoạch áp dụng hệ thống.</p></div></div><div class='news_column'><div>"
        "<p class='h3'><strong>Những tin mới hơn</strong></p><ul class='related'><li>"
        "<a href='/vi/news/a.html'>Tin A</a></li></ul></div></div></body>"
    )
    assert link_to(document, "/vi/").zone is Zone.BREADCRUMB
    assert link_to(document, "/vi/news/a.html").zone is Zone.RELATED
    assert zone_of(document, "Nội dung kế hoạch") is Zone.MAIN


def test_wordpress_article_feed_search_and_generator() -> None:
    """WordPress tells its generator, feed and search box; its entry header is text."""
    document = page_of(
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
    assert zone_of(document, "Sổ tay chất lượng") is Zone.MAIN
    assert link_to(document, "/x/").zone is Zone.RELATED


def test_joomla_table_of_articles() -> None:
    """Joomla's category table is a list whose rows give each link its number and date."""
    rows = "".join(
        f'<tr><td class="list-title"><a href="/index.php?option=com_content&amp;id={number}">'
        f'Mục tiêu chất lượng năm 202{number}</a></td><td class="date">1{number}-01-202{number}'
        "</td></tr>"
        for number in range(4)
    )
    document = page_of(f'<body><div class="item-page"><table>{rows}</table></div></body>')
    link = link_to(document, "/index.php?option=com_content&id=2")
    assert link.zone is Zone.LIST
    assert link.context == "12-01-2022"
    assert document.blocks[0].kind is BlockKind.ROW
    assert document.blocks[0].text == "Mục tiêu chất lượng năm 2020 | 10-01-2020"


def test_a_side_column_of_short_links_is_a_menu() -> None:
    """A left column with section names is a menu, though side columns mostly hold other news."""
    links = "".join(f'<li><a href="/m{number}">Mục {number}</a></li>' for number in range(6))
    document = page_of(f'<body><div class="sidebar"><ul>{links}</ul></div><p>Nội dung</p></body>')
    assert link_to(document, "/m3").zone is Zone.MENU


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
    link = link_to(page_of(TABLES_IN_TABLES), href)
    assert (link.zone, link.section) == (zone, section)


def test_a_wrapper_named_like_a_side_column_is_given_back() -> None:
    """Where the only running text stands in "right-column", that is the page's own."""
    text = "Ủy ban nhân dân xã ban hành mục tiêu chất lượng năm 2026 như sau. " * 8
    document = page_of(
        f"<body><div class='right-column'><h1>Mục tiêu</h1><p>{text}</p><p>Xem <a href='/m.pdf'>tại"
        " đây</a></p><h3>Tin cùng chuyên mục</h3><div><h4><a href='/a'>Tin A</a></h4></div></div>"
        "</body>"
    )
    assert text.strip() in document.main_text
    assert link_to(document, "/m.pdf").zone is Zone.ATTACHMENT
    assert link_to(document, "/a").zone is Zone.RELATED


@pytest.mark.parametrize("title", ["Tin mới - UBND xã A", "UBND xã A :: Tin mới"])
def test_a_section_called_tin_moi_is_its_own_main_part(title: str) -> None:
    """The heading that names the page itself opens no box of other news."""
    page = (
        f"<title>{title}</title><body><div><h1>Tin mới</h1>"
        "<p>Khai mạc giải bóng đá</p></div></body>"
    )
    assert "Khai mạc giải bóng đá" in page_of(page).main_text


@pytest.mark.parametrize("title", ["HTQLCL", "HTQLCL - UBND xã A"])
def test_a_short_list_below_the_pages_own_heading_is_the_page(title: str) -> None:
    """A column named for its side holds it; the same heading in the main part leaves it beside."""
    rows = (
        "<div>[11/09/2026] 760/BC: <a href='https://chia-se.vn/d/1'>760.BC_signed.pdf</a></div>"
        "<div>[05/02/2026] <a href='/muc-tieu'>Mục tiêu chất lượng năm 2026</a></div>"
    )
    column = f"<div class='cot-phai'><h2>HTQLCL</h2>{rows}</div>"
    menu = "<div class='cot-trai'><a href='/a'>Tin tức</a> <a href='/b'>Văn bản</a></div>"
    page = page_of(f"<title>{title}</title><body>{menu}{column}</body>")
    assert link_to(page, "https://chia-se.vn/d/1").zone is not Zone.RELATED
    assert link_to(page, "/a").zone is Zone.RELATED
    main = "<div class='noi-dung'><h1>HTQLCL</h1><p>Chuyên mục của xã.</p></div>"
    page = page_of(f"<title>{title}</title><body>{menu}{main}{column}</body>")
    assert link_to(page, "/muc-tieu").zone is Zone.RELATED


def test_a_short_paper_in_the_right_hand_column_is_the_page() -> None:
    """A class that says "right column" does not hide the little text that a page has."""
    page = (
        "<title>Thông báo</title><body><div class='cot-trai'><ul><li><a href='/a'>Tin tức</a>"
        "<li><a href='/b'>Văn bản</a></ul></div><div class='cot-phai'><h2>Thông báo</h2>"
        "<p>ỦY BAN NHÂN DÂN XÃ A</p><p>Số: 12/TB-UBND</p><p>Về việc niêm yết mục tiêu chất lượng "
        "năm 2026 tại trụ sở và trên trang thông tin của xã để cán bộ, người dân được biết, theo "
        "dõi và giám sát việc thực hiện.</p></div></body>"
    )
    assert "niêm yết mục tiêu chất lượng" in page_of(page).main_text


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
    assert "họp xem xét của lãnh đạo" in page_of(page).main_text


def test_a_section_s_name_above_its_article_opens_no_box() -> None:
    """ "Tin mới" may be the section that the article stands in: its text stays the page."""
    older = "".join(f"<div><a href=/b{n}>Tổng kết công tác năm {n}</a></div>" for n in (2024, 2025))
    document = page_of(
        "<title>Xã ban hành mục tiêu > UBND xã A</title><div class=logo>UBND xã A</div>"
        "<div><a href=/tin>Tin mới</a></div><div class=leftpane><span>VĂN BẢN MỚI</span>"
        f"{older}</div><div class=contentpane><p>Xã ban hành mục tiêu</p>"
        "<p>Ngày 10/01/2026, Ủy ban nhân dân xã A đã ban hành Mục tiêu chất lượng năm 2026.</p>"
        "<p>Theo đó, trong năm 2026 xã phấn đấu giải quyết đúng hạn 95% hồ sơ thủ tục.</p>"
        f"<p>CÁC BÀI ĐÃ ĐĂNG</p>{older}</div>"
    )
    assert zone_of(document, "Ngày 10/01/2026") is Zone.MAIN
    assert document.blocks[2].zone is Zone.RELATED  # "VĂN BẢN MỚI"


def test_a_title_before_a_download_is_its_own() -> None:
    """A "Tải về" under the title of its paper stands with that title."""
    document = page_of(
        '<body><div class="item"><h3><a href="/bai-viet/7">Chính sách chất lượng</a></h3>'
        '<p><a href="/tep/0007.pdf">Tải về</a></p></div></body>'
    )
    assert link_to(document, "/tep/0007.pdf").context == "Chính sách chất lượng"


@pytest.mark.parametrize("named_first", [True, False])
def test_the_name_of_another_file_says_nothing_of_a_nameless_one(named_first: bool) -> None:
    """Of two files one below the other each is what its own line says, and no more."""
    named = '<p><a href="/tep/kh.pdf">Kế hoạch duy trì năm 2026</a></p>'
    nameless = '<p><a href="/tep/0001.pdf">Tải về</a></p>'
    both = f"{named}{nameless}" if named_first else f"{nameless}{named}"
    document = page_of(f'<body><div class="content">{both}</div></body>')
    assert "Kế hoạch" not in link_to(document, "/tep/0001.pdf").context


def test_a_link_without_a_word_after_the_last_line_is_no_line() -> None:
    """A logo without a word below a link's own line leaves that link as it is."""
    document = page_of(
        '<body><div><a href="/dang-nhap">Đăng nhập</a><p><a href="/"></a></p></div></body>'
    )
    assert link_to(document, "/dang-nhap").text == "Đăng nhập"


def test_a_named_column_that_is_one_row_of_the_page() -> None:
    """Its lines become one row: there are fewer than when the column ended."""
    line = "<p>Một đoạn dài của chính trang này, không phải liên kết, và của riêng nó.</p>"
    column = f'<td><div class="menu">{line * 12}</div></td><td>Bên cạnh</td>'
    page = page_of(f"<html><body><table><tr>{column}</tr></table></body></html>")
    assert [block.zone for block in page.blocks] == [Zone.MAIN]


@pytest.mark.parametrize("item", ["<li>{}</li>", "<div class=item>{}</div>"])
def test_a_menus_own_entry_about_news_leaves_it_a_menu(item: str) -> None:
    """ "TIN MỚI" is a section there; what follows it are the others."""
    entries = ("TIN MỚI", "Văn bản", "ISO 9001:2015")
    rows = "".join(item.format(f"<a href=/{n}>{one}</a>") for n, one in enumerate(entries))
    document = page_of(f"<div class=main_menu>{rows}</div><main><p>Nội dung</p></main>")
    assert {link.zone for link in document.links} == {Zone.MENU}


def test_what_a_page_tells_machines_of_itself_is_not_read() -> None:
    """Plone hides title, address and logo in a span; text that scripts will show is read."""
    logo = "https://sxd.example.vn/++resource++plone-logo.svg"
    told = f'<span itemprop="name">Tin</span><span itemprop="image">{logo}</span>'
    page = "<main>{}<h1>Tin mới</h1><p>Bài viết.</p></main>"
    hidden = (
        '<span itemscope="" itemtype="http://schema.org/WebPage" style="display: none">{}</span>'
    )
    document = page_of(page.format(hidden.format(told)))
    assert logo not in document.text
    assert not document.links
    article = '<article itemscope style="display:none"><p>Mục tiêu chất lượng</p></article>'
    assert "Mục tiêu chất lượng" in page_of(page.format(article)).text
    assert "Tin" in page_of(page.format(f'<span style="display:none">{told}</span>')).text


def test_few_short_links_in_the_main_part_are_no_menu() -> None:
    """A paper's two links and a column's two below them, in a wrapper without a name."""
    paper = '<a href="/d/1">Kết quả áp dụng HTQLCL năm 2026</a><a href="/d/1">Tải xuống</a>'
    column = '<a href="https://vb.example.vn/x"></a><a href="https://mail.example.vn/">Thư</a>'
    main = f"<main><h2>ISO</h2><div>{paper}</div><div>{column}</div></main>"
    document = page_of(f'<body><div id="content">{main}</div></body>')
    assert {link.zone for link in document.links if link.href == "/d/1"} == {Zone.LIST}
    assert zone_of(document, "Kết quả") is Zone.LIST
