"""SharePoint as in Yên Bái: ``l`` grows by a plus at every hop, the key is ``ItemID``."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from tests.province.addresses import quoted
from tests.province.families.base import Family, Found, escape, pages_around
from tests.province.province import Attachment, Entry, Section, SectionKind

LIST_NAMES = {
    "news": "Tintrongtinh",
    "documents": "VanBan",
    "reform_news": "TinCCHC",
    "iso": "ISO",
    "iso_deep": "HTQLCL",
    "tthc": "TTHC",
}


class SharePoint(Family):
    """Nested tables, absolute links with port and padding, list and detail on one page."""

    name = "sharepoint"
    server = "Microsoft-IIS/8.5"
    page_size: ClassVar[int] = 10
    ignored = frozenset({"l", "lv"})
    search_path = "/Pages/tim-kiem.aspx"
    search_field = "k"

    def _list(self, section: Section) -> str:
        return LIST_NAMES.get(section.key, f"Trang{section.number}")

    def _tail(self, section: Section) -> str:
        return f"l={self._list(section)}@@grow@@&amp;lv=4"

    def section_href(self, section: Section, page: int = 1) -> str:
        if section.kind in (SectionKind.PAGE, SectionKind.EMPTY, SectionKind.FOLDER):
            return (
                f"/noidung/Pages/chuyen-trang.aspx?CatID={section.number}&amp;{self._tail(section)}"
            )
        paging = f"page={page}&amp;" if page > 1 else ""
        folder = "vanban" if section.kind is SectionKind.DOCUMENTS else "tintuc"
        return (
            f"/noidung/{folder}/Pages/danh-sach.aspx?{paging}CatID={section.number}&amp;"
            f"{self._tail(section)}"
        )

    def entry_href(self, section: Section, entry: Entry) -> str:
        if section.kind is SectionKind.DOCUMENTS:
            path = "/noidung/vanban/Pages/chi-tiet-van-ban.aspx"
        else:
            path = "/noidung/tintuc/Pages/chi-tiet-tin-tuc.aspx"
        return f"{path}?ItemID={entry.number}&amp;{self._tail(section)}"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        name = f"{index or ''}{file.file_name}"
        if entry.number % 6 == 0:  # typed on a machine that takes letters and marks apart
            name = unicodedata.normalize("NFD", name)
        name = quoted(name)
        return f"/Lists/{self._list(section)}/Attachments/{entry.number}/{name}"

    def _a(self, href: str, words: str, css: str = "") -> str:
        """A link as the platform writes it: absolute, padded with blanks and a line end."""
        whole = href if href.startswith("http") else f"@@origin@@{href}"
        return f'<a class="{css}" href=" {whole} ">\n{escape(words)}</a>'

    def frame(self) -> str:
        name = escape(self.agency.name)
        cells = "".join(
            f'<td class="static menu-item">{self._a(self.menu_href(s), s.title, "static")}'
            f"{self._sub(s)}</td>"
            for s in self.top()
        )
        search = (
            '<form name="frmtk" action="/Pages/tim-kiem.aspx" method="get"><input type="text" '
            'name="k" value="" title="Tìm kiếm"><input type="submit" value="Tìm"></form>'
        )
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "">
<html xmlns="http://www.w3.org/1999/xhtml" lang="vi-vn"><head><meta name="GENERATOR"
content="Microsoft SharePoint" /><meta http-equiv="Content-Type" content="text/html;
charset=utf-8"/>
<title>
	@@title@@
</title></head><body scroll="yes" class="v4master">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEP@@viewstate@@" />
<input type="hidden" name="__REQUESTDIGEST" value="0x@@session@@,@@clock@@" />
<table class="s4-maintable" width="1000" cellpadding="0"><tr><td class="banner"><h2>
{self._a("/", "CỔNG THÔNG TIN ĐIỆN TỬ")}</h2><b>{name}</b></td></tr><tr><td><div
class="s4-tn menu horizontal"><table><tr><td>{self._a("/", "Trang chủ", "static")}</td>{cells}</tr>
</table></div></td></tr><tr><td class="ngaythang">@@clock@@ {search if self.has_search else ""}</td>
</tr><tr><td>@@crumbs@@</td></tr><tr><td><div id="MSO_ContentTable"><table width="100%"><tr>
<td class="ms-left" width="75%" valign="top">@@main@@</td><td class="ms-right" valign="top">
{self._right()}</td></tr></table></div></td></tr><tr><td class="footer">Bản quyền thuộc {name}
<a href="https://login.sonbach.example/">Đăng nhập</a>
<div>Số lượt truy cập: <b>@@views@@</b></div></td></tr></table></body></html>"""

    def _sub(self, section: Section) -> str:
        rows = "".join(
            f"<li>{self._a(self.menu_href(c), c.title, 'dynamic')}</li>"
            for c in self.site.children(section.key)
        )
        return f'<ul class="dynamic">{rows}</ul>' if rows else ""

    def _right(self) -> str:
        rows = "".join(
            f"<tr><td>{self._a(self.row_href(s, e), e.title)}</td></tr>"
            for s, e in self.latest(SectionKind.DOCUMENTS, 4)
        )
        return f'<table class="webpart"><tr><th>VĂN BẢN MỚI</th></tr>{rows}</table>'

    def crumbs(self, section: Section, title: str = "") -> str:
        above = ""
        if section.parent:
            folder = self.folder[section.parent]
            above = self._a(self.section_href(folder), folder.title) + " &gt; "
        here = self._a(self.section_href(section), section.title)
        return f'<span class="duongdan">{self._a("/", "Trang chủ")} &gt; {above}{here}</span>'

    def home_main(self) -> str:
        rows = "".join(self._row(*pair) for pair in self.latest(SectionKind.ARTICLES, 7))
        return f'<table class="tinmoi"><tr><th>TIN MỚI</th></tr>{rows}</table>'

    def _row(self, section: Section, entry: Entry) -> str:
        stamp = f"{entry.day.day}/{entry.day.month}/{entry.day.year} {entry.number % 12 + 1}:36:08"
        half = "CH" if entry.number % 2 else "SA"
        sign = f"<td>{escape(entry.sign)}</td>" if section.kind is SectionKind.DOCUMENTS else ""
        return (
            f"<tr>{sign}<td>{self._a(self.row_href(section, entry), entry.title, 'tieude')}"
            f'<span class="ngay">({stamp} {half})</span><div>{escape(entry.summary)}</div>'
            "</td></tr>"
        )

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._row(section, entry) for entry in entries)
        numbers = " ".join(
            f"<b>{n}</b>" if n == page else self._a(self.section_href(section, n), str(n))
            for n in pages_around(page, pages, 2)
        )
        pager = f'<tr><td class="phantrang">Trang: {numbers}</td></tr>' if pages > 1 else ""
        return (
            f'<div class="tieudetrang">{escape(section.title)}</div>'
            f'<table class="danhsach" width="100%">{rows}{pager}</table>'
        )

    def _files(self, section: Section, entry: Entry) -> str:
        rows = "".join(
            f'<tr><td><img src="/_layouts/images/icpdf.gif" alt=""/>{self._a(href, words)}'
            "</td></tr>"
            for href, words in self.links(section, entry)
        )
        return (
            f'<table class="ms-attachments"><tr><td>Tệp đính kèm:</td></tr>{rows}</table>'
            if rows
            else ""
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(
            f"<li>{self._a(self.entry_href(section, o), o.title)} ({o.day:%d/%m/%Y})</li>"
            for o in others
        )
        facts = ""
        if entry.sign:
            facts = (
                f"<tr><td>Số hiệu: {escape(entry.sign)}</td></tr><tr><td>Cơ quan ban hành: "
                f"{escape(entry.issuer)}</td></tr>"
            )
        day = f"{entry.day:%d/%m/%Y} | 09:58 AM"
        return (
            f'<div class="bt-chitiet"><table><tr><td class="tieude-tin">{escape(entry.title)}</td>'
            f"</tr><tr><td>{day} - Lượt xem: @@views@@</td></tr>{facts}</table>"
            f'<div class="ms-rtestate-field">{entry.body}</div>{self._files(section, entry)}</div>'
            f'<div class="tinkhac"><b>Các tin khác</b><ul>{rows}</ul></div>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return (
            f'<div class="tieudetrang">{escape(section.title)}</div>'
            f'<div class="ms-rtestate-field">{section.body}</div>{files}'
        )

    def folder_main(self, section: Section) -> str:
        rows = "".join(
            f"<tr><td>» {self._a(self.section_href(child), child.title)}</td></tr>"
            for child in self.site.children(section.key)
        )
        return f'<div class="tieudetrang">{escape(section.title)}</div><table>{rows}</table>'

    def results_main(self, query: str, found: list[Found]) -> str:
        rows = "".join(self._row(*pair) for pair in found)
        return (
            f"<div>Từ khóa: {escape(query)}</div>"
            f'<table class="ketqua">{rows or "<tr><td>Không có kết quả</td></tr>"}</table>'
        )
