"""Joomla: all is ``index.php?option=com_content&view=...``; tables, ``limitstart`` paging."""

from __future__ import annotations

from typing import ClassVar

from tests.province.addresses import quoted, slug
from tests.province.families.base import Built, Family, Found, escape, text_page
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind


class Joomla(Family):
    """A Joomla 1.5 template of tables and module boxes."""

    name = "joomla"
    server = "Apache/2.2.15 (CentOS)"
    page_size: ClassVar[int] = 10
    search_path = "/index.php"
    search_field = "searchword"
    ignored = frozenset({"itemid"})

    def section_href(self, section: Section, page: int = 1) -> str:
        item = f"&amp;Itemid={section.number}"
        start = f"&amp;limitstart={(page - 1) * self.page_size}" if page > 1 else ""
        if section.kind in (SectionKind.PAGE, SectionKind.EMPTY):
            return f"/index.php?option=com_content&amp;view=article&amp;id={section.number}{item}"
        view = "section" if section.kind is SectionKind.FOLDER else "category"
        return f"/index.php?option=com_content&amp;view={view}&amp;id={section.number}{item}{start}"

    def entry_href(self, section: Section, entry: Entry) -> str:
        alias = slug(entry.title, 40)
        return (
            f"/index.php?option=com_content&amp;view=article&amp;id={entry.number}:{alias}"
            f"&amp;catid={section.number}&amp;Itemid={section.number}"
        )

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        if section.kind is SectionKind.DOCUMENTS:
            return (
                f"/index.php?option=com_docman&amp;task=doc_download&amp;gid={entry.number}{index}"
            )
        return quoted(f"/images/stories/vanban/{entry.day.year}/{entry.number}_{file.file_name}")

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(
            f'<li class="item{s.number}"><a href="{self.menu_href(s)}">'
            f"<span>{escape(s.title)}</span>"
            f"</a>{self._sub(s)}</li>"
            for s in self.top()
        )
        search = (
            '<form action="index.php" method="get"><div class="search"><input name="searchword" '
            'class="inputbox" type="text" value="" size="20"><input type="hidden" name="option" '
            'value="com_search"></div></form>'
        )
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi-vn" lang="vi-vn"><head>
<base href="@@origin@@/"/><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<meta name="generator" content="Joomla! 1.5 - Open Source Content Management"/>
<title>@@title@@</title></head><body id="page_bg"><div class="center"><div id="wrapper">
<div id="header"><h1>{name}</h1></div><div id="tabarea"><table cellpadding="0" class="pill"><tr><td
class="pill_m"><div id="pillmenu"><ul id="mainlevel-nav"><li><a href="@@origin@@/">Trang chủ</a>
</li>{menu}</ul></div></td></tr></table></div><div id="search">
{search if self.has_search else ""}</div><div id="pathway">@@crumbs@@</div><table id="whitebox"><tr>
<td id="leftcolumn" valign="top">{self._modules()}</td><td id="maincolumn" valign="top">
<table class="nopad"><tr valign="top"><td>@@main@@</td></tr></table></td></tr></table>
<div id="footer"><p class="copyright">{name}</p><p id="power_by">Hiện có @@online@@ khách trực tuyến
- @@clock@@</p></div></div></div></body></html>"""

    def _sub(self, section: Section) -> str:
        rows = "".join(
            f'<li><a href="{self.menu_href(c)}"><span>{escape(c.title)}</span></a></li>'
            for c in self.site.children(section.key)
        )
        return f"<ul>{rows}</ul>" if rows else ""

    def _modules(self) -> str:
        rows = "".join(
            f'<li class="latestnews"><a href="{self.row_href(s, e)}" class="latestnews">'
            f"{escape(e.title)}</a></li>"
            for s, e in self.latest(SectionKind.ARTICLES, 5)
        )
        return (
            f'<div class="module"><h3>Tin đọc nhiều</h3><ul class="latestnews">{rows}</ul></div>'
            '<div class="module"><h3>Bộ đếm</h3><table class="vcounter"><tr><td>Tất cả</td>'
            "<td>@@views@@</td></tr></table></div>"
        )

    def crumbs(self, section: Section, title: str = "") -> str:
        above = ""
        if section.parent:
            folder = self.folder[section.parent]
            href = self.section_href(folder)
            above = f'<a href="{href}" class="pathway">{escape(folder.title)}</a> » '
        return (
            '<span class="breadcrumbs pathway"><a href="@@origin@@/" class="pathway">Trang'
            " chủ</a> "
            f'» {above}<a href="{self.section_href(section)}" class="pathway">'
            f"{escape(section.title)}</a></span>"
        )

    def home_main(self) -> str:
        rows = "".join(
            f'<table class="contentpaneopen"><tr><td class="contentheading"><a class='
            f'"contentpagetitle" href="{self.row_href(s, e)}">{escape(e.title)}</a></td></tr>'
            f'<tr><td class="createdate">{e.day:%d/%m/%Y} 08:1{e.number % 10}</td></tr>'
            f'<tr><td>{escape(e.summary)} <a href="{self.row_href(s, e)}" class="readon">Xem'
            " tiếp..."
            "</a></td></tr></table>"
            for s, e in self.latest(SectionKind.ARTICLES, 4)
        )
        return f'<div class="componentheading">Trang nhất</div><div class="blog">{rows}</div>'

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(
            f'<tr class="sectiontableentry{n % 2 + 1}"><td align="right">{n}</td><td><a href='
            f'"{self.row_href(section, e)}">{escape(e.title)}</a></td><td>{escape(e.sign)}</td>'
            f"<td>{e.day:%d/%m/%Y}</td><td>@@views@@</td></tr>"
            for n, e in enumerate(entries, 1)
        )
        head = "<th>#</th><th>Tiêu đề bài viết</th><th>Số hiệu</th><th>Ngày</th><th>Lượt xem</th>"
        return (
            f'<div class="componentheading">{escape(section.title)}</div><table width="100%" '
            f'class="category"><tr class="sectiontableheader">{head}</tr>{rows}<tr><td colspan="5">'
            f"{self._pager(section, page, pages)}</td></tr></table>"
        )

    def _pager(self, section: Section, page: int, pages: int) -> str:
        if pages < 2:
            return ""
        cells = [
            f"<span>{n}</span>"
            if n == page
            else f'<strong><a href="{self.section_href(section, n)}" title="{n}">{n}</a></strong>'
            for n in range(max(1, page - 4), min(pages, page + 5) + 1)
        ]
        last = f'<a href="{self.section_href(section, pages)}" title="Cuối">Cuối</a>'
        return f'<span class="pagination">{" ".join(cells)} {last}</span> Trang {page} / {pages}'

    def _files(self, section: Section, entry: Entry) -> str:
        rows = "".join(
            '<tr><td class="at_filename"><a'
            f' href="{escape(href) if "&amp;" not in href else href}">'
            f"{escape(words)}</a></td><td class='at_size'>[ ]</td></tr>"
            for href, words in self.links(section, entry)
        )
        return (
            f'<table class="attachmentsList"><caption>Đính kèm</caption>{rows}</table>'
            if rows
            else ""
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(
            f'<li><a href="{self.entry_href(section, o)}">{o.day:%d/%m/%Y} - {escape(o.title)}</a>'
            "</li>"
            for o in others
        )
        sign = f"<tr><td>Số ký hiệu: {escape(entry.sign)}</td></tr>" if entry.sign else ""
        printing = self.entry_href(section, entry) + "&amp;tmpl=component&amp;print=1"
        return (
            f'<table class="contentpaneopen"><tr><td class="contentheading" width="100%">'
            f'{escape(entry.title)}</td><td><a href="{printing}" rel="nofollow" title="In">In'
            "</a></td>"
            f'</tr></table><table class="contentpaneopen"><tr><td class="createdate">'
            f"{entry.day:%d/%m/%Y}</td></tr>{sign}<tr><td>{entry.body}{self._files(section, entry)}"
            f'</td></tr></table><b>Tin khác:</b><ul class="relateditems">{rows}</ul>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return (
            f'<div class="componentheading">{escape(section.title)}</div>'
            f'<table class="contentpaneopen"><tr><td>{section.body}{files}</td></tr></table>'
        )

    def results_main(self, query: str, found: list[Found]) -> str:
        rows = "".join(
            f'<fieldset><div><span class="small">{n}.</span> <a href="{self.row_href(s, e)}">'
            f"{escape(e.title)}</a></div></fieldset>"
            for n, (s, e) in enumerate(found, 1)
        )
        return f'<div class="componentheading">Tìm kiếm</div><p>{len(found)} kết quả</p>{rows}'

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        extra = {"/index.php": built.pages["/"]}
        for key, page in list(built.pages.items()):  # articles stand a second time, to print
            if "view=article" in key and ":" in key:
                twin = key + "&print=1&tmpl=component"
                extra[self.key(twin)] = page
        robots = "User-agent: *\nDisallow: /administrator/\nDisallow: /cache/\nDisallow: /tmp/\n"
        extra["/robots.txt"] = text_page(robots)
        return extra
