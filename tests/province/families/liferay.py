"""Liferay 6: portlet addresses, ``redirect=`` with a second address, ``/documents/10184/``."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import quote

from tests.province.addresses import quoted, slug
from tests.province.families.base import Built, Family, Found, escape, text_page
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

INSTANCE = "101_INSTANCE_pQ3xYz7KdLm2"


class Liferay(Family):
    """Portlet boxes within boxes; slugs lose the letter đ; titles may begin with "null "."""

    name = "liferay"
    server = "Apache-Coyote/1.1"
    page_size: ClassVar[int] = 12
    ignored = frozenset(
        {"redirect", "inheritredirect", "p_p_lifecycle", "p_p_state", "p_p_mode", "p_p_col_id"}
    )
    search_path = "/web/guest/tim-kiem"
    search_field = "keywords"

    def home(self) -> str:
        return "/web/guest/trang-chu"

    def section_href(self, section: Section, page: int = 1) -> str:
        base = f"/web/guest/{slug(section.title, 50, drops_d=True)}-{section.number}"
        if page == 1:
            return base
        return (
            f"{base}?p_p_id={INSTANCE}&amp;p_p_lifecycle=0&amp;p_p_state=normal&amp;p_p_mode=view"
            f"&amp;p_p_col_id=column-2&amp;_{INSTANCE}_delta={self.page_size}"
            f"&amp;_{INSTANCE}_cur={page}"
        )

    def entry_href(self, section: Section, entry: Entry) -> str:
        here = quote(f"@@origin@@{self.section_href(section)}", safe="@")
        if entry.number % 3:
            name = slug(entry.title, 60, drops_d=True)
            return f"/web/guest/-/{name}-{entry.number}?redirect={here}"
        return (
            f"/web/guest/{slug(section.title, 50, drops_d=True)}-{section.number}?p_p_id=101"
            f"&amp;p_p_lifecycle=0&amp;p_p_state=maximized&amp;_101_struts_action="
            f"%2Fasset_publisher%2Fview_content&amp;_101_assetEntryId={entry.number}"
            f"&amp;_101_type=content&amp;redirect={here}"
        )

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        identity = f"{entry.number:08x}-{section.number:04x}-4c1e-9a7b-{index:012x}"
        name = quoted(file.file_name).replace("%20", "+")
        return f"/documents/10184/{section.number * 7}/{name}/{identity}"

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(self._menu_item(section) for section in self.top())
        search = (
            '<form action="/web/guest/tim-kiem" class="aui-form" method="get">'
            '<input type="hidden" name="p_p_id" value="3"><span class="aui-search"><input '
            'name="keywords" size="30" type="text" title="Tìm kiếm"></span><input type="image" '
            'alt="Tìm kiếm" src="/html/themes/search.png"></form>'
        )
        return f"""<!DOCTYPE html>
<html class="aui ltr" dir="ltr" lang="vi-VN"><head><title>@@title@@ - {name}</title>
<meta content="text/html; charset=UTF-8" http-equiv="content-type"/>
<link href="/html/themes/classic/main.css?browserId=other&amp;t=@@views@@" rel="stylesheet"/></head>
<body class="yui3-skin-sam controls-visible guest-site signed-out public-page site">
<div class="container-fluid" id="wrapper"><header id="banner" role="banner"><div id="heading">
<h1 class="site-title"><a class="logo" href="/web/guest/trang-chu"
title="Tới {name}">{name}</a></h1></div>
{search if self.has_search else ""}<nav class="sort-pages modify-pages" id="navigation"
role="navigation"><ul aria-label="Site Pages" role="menubar"><li><a href="/web/guest/trang-chu">
<span>Trang chủ</span></a></li>{menu}</ul></nav></header><div id="content" role="main">
<nav id="breadcrumbs">@@crumbs@@</nav><div class="columns-2" id="main-content"><div
class="portlet-layout row-fluid"><div class="portlet-column span8" id="column-2"><div
class="portlet-dropzone"><div class="portlet-boundary"><section class="portlet"><div
class="portlet-content"><div class="portlet-body">@@main@@</div></div></section></div></div></div>
<div class="portlet-column span4" id="column-3"><section class="portlet"><h2 class="portlet-title">
Thống kê truy cập</h2><p>Trực tuyến: @@online@@</p><p>Hôm nay: @@views@@</p></section></div></div>
</div></div><footer id="footer" role="contentinfo"><p>{name} - @@clock@@</p>
<p><a href="https://qlvb.sonbach.example/login">Quản lý văn bản</a></p></footer></div></body>
</html>"""

    def _menu_item(self, section: Section) -> str:
        inner = "".join(
            f'<li role="presentation"><a href="{self.menu_href(c)}"'
            f' role="menuitem">{escape(c.title)}'
            f"</a></li>"
            for c in self.site.children(section.key)
        )
        child = f'<ul class="child-menu dropdown-menu" role="menu">{inner}</ul>' if inner else ""
        return (
            f'<li class="lfr-nav-item" id="layout_{section.number}"><a href="'
            f'{self.menu_href(section)}"><span>{escape(section.title)}</span></a>{child}</li>'
        )

    def crumbs(self, section: Section, title: str = "") -> str:
        above = ""
        if section.parent:
            folder = self.folder[section.parent]
            above = f'<li><a href="{self.section_href(folder)}">{escape(folder.title)}</a></li>'
        return (
            '<ul class="breadcrumb breadcrumb-horizontal"><li class="first"><a href='
            f'"/web/guest/trang-chu">Trang chủ</a><span class="divider">/</span></li>{above}'
            f'<li class="last"><a href="{self.section_href(section)}">{escape(section.title)}</a>'
            "</li></ul>"
        )

    def home_main(self) -> str:
        first = "".join(self._abstract(*pair) for pair in self.latest(SectionKind.ARTICLES, 5))
        return f'<div class="asset-list">{first}</div>{self._banners()}'

    def _banners(self) -> str:
        rows = "".join(
            f'<div class="journal-content-article"><a href="{self.row_href(s, e)}">'
            f"{escape(e.title)}</a></div>"
            for s, e in self.latest(SectionKind.DOCUMENTS, 5)
        )
        return f'<h2 class="portlet-title"><span>Văn bản mới ban hành</span></h2>{rows}'

    def _abstract(self, section: Section, entry: Entry) -> str:
        odd = "null " if entry.number % 13 == 0 else ""
        day = f"{entry.day:%A, %b} {entry.day.day}, {entry.day.year}"
        sign = f"<span>{escape(entry.sign)}</span> " if entry.sign else ""
        return (
            f'<div class="asset-abstract"><h3 class="asset-title"><a href='
            f'"{self.row_href(section, entry)}">{odd}{escape(entry.title)}</a></h3>'
            f'<div class="asset-content">{sign}<div class="asset-summary">{escape(entry.summary)}'
            f'</div></div><div class="asset-metadata"><span class="metadata-entry">{day}</span>'
            "</div></div>"
        )

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._abstract(section, entry) for entry in entries)
        arrows = ""
        if page > 1:
            arrows += f'<li><a href="{self.section_href(section, page - 1)}">← Trước</a></li>'
        if page < pages:
            arrows += f'<li><a href="{self.section_href(section, page + 1)}">Tiếp theo →</a></li>'
        total = len(section.entries)
        pager = (
            f'<div class="taglib-page-iterator"><small>Đang hiển thị {len(entries)} trong {total} '
            f'kết quả. Trang {page} / {pages}</small><ul class="lfr-pagination-buttons pager">'
            f"{arrows}</ul></div>"
        )
        return f'<h2 class="portlet-title">{escape(section.title)}</h2>{rows}{pager}'

    def _files(self, section: Section, entry: Entry) -> str:
        return "".join(
            f'<p><a href="{escape(href)}" target="_blank"><img alt="" src="/html/icons/clip.png"/>'
            f"<em>{escape(words)}</em></a></p>"
            for href, words in self.links(section, entry)
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(
            f'<li><a href="{self.entry_href(section, o)}">{escape(o.title)}</a>'
            f" <span>({o.day:%d/%m/%Y})</span></li>"
            for o in others
        )
        sign = f"<p><b>Số, ký hiệu:</b> {escape(entry.sign)}</p>" if entry.sign else ""
        return (
            f'<div class="asset-full-content"><h1 class="header-title">{escape(entry.title)}</h1>'
            f'<div class="journal-content-article"><p class="publish-date">Ngày đăng '
            f"{entry.day:%d-%m-%Y}</p>{sign}{entry.body}{self._files(section, entry)}</div>"
            f'<div class="asset-metadata">Lượt xem: @@views@@</div></div>'
            f'<div class="asset-related"><h3>Tin liên quan</h3><ul>{rows}</ul></div>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return (
            f'<h2 class="portlet-title">{escape(section.title)}</h2>'
            f'<div class="journal-content-article">{section.body}{files}</div>'
        )

    def results_main(self, query: str, found: list[Found]) -> str:
        rows = "".join(
            f'<tr class="results-row"><td><a href="{self.row_href(s, e)}">{escape(e.title)}'
            "</a></td>"
            f"<td>{e.day:%d/%m/%Y}</td></tr>"
            for s, e in found
        )
        return f"<p>Từ khóa: <b>{escape(query)}</b></p><table class='results'>{rows}</table>"

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        extra = {"/": built.pages[self.key(self.home())]}
        if self.rng.random() < 0.5:
            extra["/robots.txt"] = text_page("User-Agent: *\nDisallow: /c/portal/login\n")
        return extra
