"""DotNetNuke: Vietnamese letters in the path, files without extension behind a ticket."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import ClassVar

from tests.province.addresses import quoted
from tests.province.families.base import Built, Family, Found, escape, pages_around, text_page
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind


def _joined(title: str) -> str:
    """A title as this platform writes it in a path: joined, its letters kept."""
    return "".join(c for c in title if c.isalnum())[:60] or "Trang"


class DotNetNuke(Family):
    """Panes and containers named by module numbers; menus as nested divs."""

    name = "dotnetnuke"
    server = "Microsoft-IIS/7.5"
    page_size: ClassVar[int] = 9
    search_path = "/Timkiem/tabid/60/Default.aspx"
    search_field = "Search"
    download_type = "application/octet-stream"
    ignored = frozenset({"language"})

    def home(self) -> str:
        return "/Default.aspx"

    def _above(self, section: Section) -> str:
        return f"/{_joined(self.folder[section.parent].title)}" if section.parent else ""

    def section_href(self, section: Section, page: int = 1) -> str:
        base = f"{self._above(section)}/{_joined(section.title)}/tabid/{section.number}"
        paging = f"/pg/{page}" if page > 1 else ""
        return quoted(f"{base}{paging}/Default.aspx")

    def entry_href(self, section: Section, entry: Entry) -> str:
        base = f"{self._above(section)}/{_joined(section.title)}/tabid/{section.number}"
        return quoted(f"{base}/post/{entry.number}/{_joined(entry.title)}.aspx")

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        digest = sha256(f"{self.site.seed} {entry.number} {index}".encode()).digest()[:15]
        ticket = base64.b64encode(digest).decode().replace("+", "x").replace("/", "y")
        return f"/LinkClick.aspx?fileticket={ticket}&amp;tabid={section.number}&amp;mid=4{index}"

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(self._node(section) for section in self.top())
        search = (
            '<div class="SearchBox"><form method="get" action="/Timkiem/tabid/60/Default.aspx">'
            '<input name="Search" type="text" maxlength="255" class="NormalTextBox"/>'
            '<button type="submit">Tìm kiếm</button></form></div>'
        )
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">
<html xml:lang="vi-VN" lang="vi-VN" xmlns="http://www.w3.org/1999/xhtml"><head id="Head">
<meta content="text/html; charset=UTF-8" http-equiv="Content-Type"/><meta name="GENERATOR"
content="DotNetNuke "/><title>@@title@@ &gt; {name}</title></head><body id="Body">
<input type="hidden" name="__VIEWSTATE" value="/wEPDwUK@@viewstate@@"/>
<div id="ControlPanel"></div><div class="skin_wrap"><div class="skin_top"><span
id="dnn_dnnCURRENTDATE_lblDate" class="date">@@clock@@</span>{search if self.has_search else ""}
<div class="logo"><a id="dnn_dnnLOGO_hypLogo" title="{name}" href="/Default.aspx">{name}</a></div>
</div><div class="main_menu" id="dnn_menu"><div class="item"><a href="/Default.aspx">TRANG CHỦ</a>
</div>{menu}</div><div class="bread">@@crumbs@@</div><div class="skin_body"><div
id="dnn_LeftPane" class="leftpane">{self._left()}</div><div id="dnn_ContentPane"
class="contentpane"><div class="c_container"><div id="dnn_ctr@@online@@_ContentPane">@@main@@</div>
</div></div></div><div class="skin_footer"><span class="SkinObject">Bản quyền © {name}</span>
<span>Số người truy cập: @@views@@</span></div></div></body></html>"""

    def _node(self, section: Section) -> str:
        inner = "".join(
            f'<div class="subitem"><a href="{self.menu_href(c)}">{escape(c.title)}</a></div>'
            for c in self.site.children(section.key)
        )
        return (
            f'<div class="item"><a href="{self.menu_href(section)}">{escape(section.title.upper())}'
            f"</a>{f'<div class=sub>{inner}</div>' if inner else ''}</div>"
        )

    def _left(self) -> str:
        rows = "".join(
            f'<div class="row"><a href="{self.row_href(s, e)}" class="Normal">{escape(e.title)}</a>'
            "</div>"
            for s, e in self.latest(SectionKind.DOCUMENTS, 4)
        )
        return f'<div class="c_head"><span class="Head">VĂN BẢN MỚI</span></div>{rows}'

    def crumbs(self, section: Section, title: str = "") -> str:
        chain = ([self.folder[section.parent]] if section.parent else []) + [section]
        links = " &gt; ".join(
            f'<a class="SkinObject" href="{self.section_href(s)}">{escape(s.title)}</a>'
            for s in chain
        )
        return f'<span id="dnn_dnnBREADCRUMB_lblBreadCrumb">{links}</span>'

    def _post(self, section: Section, entry: Entry) -> str:
        sign = f'<span class="so">{escape(entry.sign)}</span> - ' if entry.sign else ""
        return (
            f'<div class="post"><div class="post_title">{sign}<a href='
            f'"{self.row_href(section, entry)}">{escape(entry.title)}</a></div><div'
            ' class="post_date">'
            f"{entry.day.day}-{entry.day.month}-{entry.day.year}</div><div class='Normal'>"
            f"{escape(entry.summary)}</div></div>"
        )

    def home_main(self) -> str:
        return "".join(self._post(*pair) for pair in self.latest(SectionKind.ARTICLES, 6))

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._post(section, entry) for entry in entries)
        numbers = "".join(
            f'<td><span class="cur">{n}</span></td>'
            if n == page
            else f'<td><a class="CommandButton" href="{self.section_href(section, n)}">{n}</a></td>'
            for n in pages_around(page, pages, 4)
        )
        pager = f'<table class="PagingTable"><tr><td>Trang</td>{numbers}</tr></table>'
        return (
            f'<span class="Head">{escape(section.title)}</span>{rows}{pager if pages > 1 else ""}'
        )

    def _files(self, section: Section, entry: Entry) -> str:
        return "".join(
            f'<div class="dinhkem">Đính kèm: <a href="{href}">{escape(words)}</a></div>'
            for href, words in self.links(section, entry)
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(
            f'<div><a href="{self.entry_href(section, o)}">{escape(o.title)}</a> '
            f"[{o.day:%d.%m.%Y}]</div>"
            for o in others
        )
        sign = f"<div>Số ký hiệu: {escape(entry.sign)}</div>" if entry.sign else ""
        day = f"{entry.day.day}.{entry.day.month}.{entry.day.year}"
        return (
            '<div class="post_view"><div class="post_head"><span'
            f' class="Head">{escape(entry.title)}'
            f'</span><span class="date">{day}</span></div>{sign}<div class="post_body Normal">'
            f"{entry.body}{self._files(section, entry)}</div><div class='count'>Số lần xem:"
            " @@views@@"
            '</div></div><div class="post_other"><span class="SubHead">CÁC BÀI ĐÃ ĐĂNG'
            f"</span>{rows}"
            "</div>"
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return (
            f'<div class="DNNModuleContent"><span class="Head">{escape(section.title)}</span>'
            f'<div class="Normal">{section.body}{files}</div></div>'
        )

    def folder_main(self, section: Section) -> str:
        rows = "".join(
            f'<div class="row"><a href="{self.section_href(c)}">{escape(c.title)}</a></div>'
            for c in self.site.children(section.key)
        )
        return f'<span class="Head">{escape(section.title)}</span>{rows}'

    def results_main(self, query: str, found: list[Found]) -> str:
        rows = "".join(
            f'<tr><td><a class="SubHead" href="{self.row_href(s, e)}">{escape(e.title)}</a><br/>'
            f"{escape(e.summary)}</td></tr>"
            for s, e in found
        )
        return f'<table id="dnn_ctr60_SearchResults_dgResults">{rows}</table>'

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        extra = {"/": built.pages[self.key(self.home())]}
        if self.rng.random() < 0.4:
            urls = "".join(
                f"<url><loc>@@origin@@{self.section_href(s)}</loc></url>"
                for s in self.site.sections
            )
            head = '<?xml version="1.0" encoding="UTF-8"?>'
            schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
            text = f"{head}<urlset {schema}>{urls}</urlset>"
            extra["/SiteMap.aspx"] = text_page(text, "text/xml; charset=utf-8")
            extra["/robots.txt"] = text_page("Sitemap: @@origin@@/SiteMap.aspx\n")
        return extra
