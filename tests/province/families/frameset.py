"""An old ASP portal in frames: a refresh leads to the frameset, lists of papers lie in iframes."""

from __future__ import annotations

from typing import ClassVar

from tests.province.addresses import quoted
from tests.province.families.base import Built, Family, Found, escape
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

DECLARED = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
FRAMES = (SectionKind.DOCUMENTS, SectionKind.TTHC)
"""Sections whose list is a page of its own, shown in an iframe."""


class Frameset(Family):
    """Each frame is a page; the pages within hold neither menu nor the agency's name."""

    name = "frameset"
    server = "Microsoft-IIS/6.0"
    page_size: ClassVar[int] = 6

    def section_href(self, section: Section, page: int = 1) -> str:
        base = f"/muc.asp?id={section.number}"
        if page == 1:
            return base
        return f"{base}&amp;trang={page}"

    def page_address(self, section: Section, page: int) -> str:
        return self._list_href(section, page)

    def _list_href(self, section: Section, page: int) -> str:
        if section.kind not in FRAMES:
            return self.section_href(section, page)
        return f"/dsvb.asp?loai={section.number}" + (f"&amp;trang={page}" if page > 1 else "")

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"/xem.asp?id={entry.number}"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        return quoted(f"/upload/{entry.day.year}/{entry.number}{index or ''}/{file.file_name}")

    # Frames

    def frame(self) -> str:
        return (
            f"<html><head>{DECLARED}<title>@@title@@</title></head><body bgcolor=#FFFFFF "
            "topmargin=0><table width=100%><tr><td>@@crumbs@@</td></tr><tr><td>@@main@@</td></tr>"
            "</table></body></html>"
        )

    def build(self) -> Built:
        built = super().build()
        built.pages["/tinmoi.asp"] = built.pages["/"]
        refresh = (
            f'<html><head>{DECLARED}<META HTTP-EQUIV="Refresh" CONTENT="0; URL=trangchu.asp">'
            f"<title>{escape(self.agency.name)}</title></head><body></body></html>"
        )
        built.pages["/"] = PlannedPage(self.agency.name, refresh, framed=False)
        built.pages["/trangchu.asp"] = PlannedPage("", self._frames(), framed=False)
        built.pages["/banner.asp"] = PlannedPage("", self._banner(), framed=False)
        built.pages["/menu.asp"] = PlannedPage("", self._menu(), framed=False)
        return built

    def _frames(self) -> str:
        return f"""<html><head>{DECLARED}<title>{escape(self.agency.name)}</title></head>
<frameset rows="110,*" border="0"><frame name="tren" src="banner.asp" scrolling="no" noresize>
<frameset cols="230,*"><frame name="trai" src="menu.asp"><frame name="chinh" src="tinmoi.asp">
</frameset><noframes><body>Trình duyệt của bạn không hỗ trợ khung (frame).</body></noframes>
</frameset></html>"""

    def _banner(self) -> str:
        name = escape(self.agency.name)
        return (
            f'<html><head>{DECLARED}</head><body bgcolor="#CC0000"><center><font color=yellow '
            f"size=5><b>TRANG THÔNG TIN ĐIỆN TỬ<br>{name}</b></font><br>@@clock@@</center>"
            "</body></html>"
        )

    def _menu(self) -> str:
        rows = "".join(
            f"<tr><td>{self._item(section)}</td></tr>"
            + "".join(
                f"<tr><td>&nbsp;&nbsp;- {self._item(child)}</td></tr>"
                for child in self.site.children(section.key)
            )
            for section in self.top()
        )
        return (
            f'<html><head>{DECLARED}<base target="chinh"></head><body><table class=menu>'
            f'<tr><td><a href="tinmoi.asp">Trang chủ</a></td></tr>{rows}</table><p>Số người truy '
            "cập: @@views@@</p></body></html>"
        )

    def _item(self, section: Section) -> str:
        return f'<a href="{self.menu_href(section)}">{escape(section.title)}</a>'

    # Pages

    def crumbs(self, section: Section, title: str = "") -> str:
        return f"<font size=2>Trang chủ &gt; {escape(section.title)}</font>"

    def _row(self, section: Section, entry: Entry) -> str:
        sign = f"{escape(entry.sign)} - " if entry.sign else ""
        return (
            f"<tr><td><li>{sign}<a href={self.row_href(section, entry)!r}>{escape(entry.title)}"
            f"</a> <i>({entry.day.day}/{entry.day.month}/{entry.day.year})</i></td></tr>"
        )

    def home_main(self) -> str:
        rows = "".join(self._row(*pair) for pair in self.latest(SectionKind.ARTICLES, 6))
        return f"<b>TIN MỚI</b><table>{rows}</table>"

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._row(section, entry) for entry in entries)
        numbers = " | ".join(
            f"<b>{n}</b>" if n == page else f'<a href="{self._list_href(section, n)}">{n}</a>'
            for n in range(1, pages + 1)
        )
        pager = f"<p align=center>Trang: {numbers}</p>" if pages > 1 else ""
        title = "" if section.kind in FRAMES else f"<h3>{escape(section.title)}</h3>"
        return f"{title}<table width=100%>{rows}</table>{pager}"

    def _add_list(self, built: Built, section: Section) -> None:
        super()._add_list(built, section)
        if section.kind in FRAMES:
            source = self._list_href(section, 1)
            main = (
                f"<h3>{escape(section.title)}</h3><iframe name=ds src={source!r} width=100% "
                "height=620 frameborder=0></iframe>"
            )
            self._add(built, section, self.section_href(section), main)

    def _files(self, section: Section, entry: Entry) -> str:
        rows = "".join(
            f'<br><img src="images/tep.gif"> <a href="{href}" target=_blank>{escape(words)}</a>'
            for href, words in self.links(section, entry)
        )
        return f"<p><b>Tệp đính kèm:</b>{rows}</p>" if rows else ""

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(self._row(section, other) for other in others)
        sign = f"<p>Số: {escape(entry.sign)}</p>" if entry.sign else ""
        return (
            f"<h3>{escape(entry.title)}</h3><i>{entry.day:%d/%m/%Y}</i>{sign}{entry.body}"
            f"{self._files(section, entry)}<hr><b>Các tin khác</b><table>{rows}</table>"
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return f"<h3>{escape(section.title)}</h3>{section.body}{files}"

    def results_main(self, query: str, found: list[Found]) -> str:
        return ""
