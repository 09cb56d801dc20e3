"""A portal by a local company: addresses in scripts, papers behind a form, viewers."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import ClassVar

from tests.province.addresses import quoted
from tests.province.exchange import Request
from tests.province.families.base import Built, Family, Found, escape
from tests.province.families.viewers import OWN_VIEWER, VIEWER, shown, viewer_pages
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

SCRIPT = """<script type="text/javascript">
function moTrang(dc) { window.location.href = dc; return false; }
function xemVanBan(dc) { window.open(dc, '_blank', 'width=900,height=700'); }
function taiThem(nut) {
  var yeuCau = new XMLHttpRequest();
  yeuCau.open('GET', nut.getAttribute('data-url'));
  yeuCau.onload = function () { nut.outerHTML = yeuCau.responseText; };
  yeuCau.send();
}
</script>"""
KINDS = {"QĐ": "Quyết định", "KH": "Kế hoạch", "TB": "Thông báo", "BC": "Báo cáo", "CV": "Công văn"}
_KIND = re.compile(r"/(QĐ|KH|TB|BC)-")
NEWEST = 5
"""How many papers stand below the form before anything is chosen."""


class Handmade(Family):
    """PHP with one entrance; the menu's cells and rows are clicked, few things are links."""

    name = "handmade"
    server = "Apache/2.2.22 (Win32) PHP/5.3.13"
    page_size: ClassVar[int] = 6

    def section_href(self, section: Section, page: int = 1) -> str:
        base = f"/index.php?mod=muc&amp;id={section.number}"
        return base if page == 1 else f"/ajax.php?muc={section.number}&amp;trang={page}"

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"/index.php?mod=chitiet&amp;id={entry.number}"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        return quoted(f"/tailieu/{entry.number}/{index}/{file.file_name}").replace("'", "%27")

    def key(self, target: str) -> str:
        if target.startswith((VIEWER, OWN_VIEWER)):  # an encoded address within one
            target = target.replace("%25", "%")
        return super().key(target)

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(self._cell(section) for section in self.top())
        return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>@@title@@</title>{SCRIPT}</head><body><table width="1000" align="center"><tr><td
class="banner" onclick="location.href='/'"><h1>{name}</h1></td></tr><tr><td>
<table class="menungang"><tr><td onclick="location.href='/'">TRANG CHỦ</td>{menu}</tr></table>
</td></tr><tr><td>@@crumbs@@</td></tr><tr><td class="noidung">@@main@@</td></tr>
<tr><td class="chan">{name}<br>@@clock@@ -
Số lượt truy cập: @@views@@</td></tr></table></body></html>"""

    def _cell(self, section: Section) -> str:
        inner = "".join(
            f'<li><a href="#" onclick="return moTrang(\'{self.menu_href(child)}\');">'
            f"{escape(child.title)}</a></li>"
            for child in self.site.children(section.key)
        )
        sub = f"<ul>{inner}</ul>" if inner else ""
        href = self.menu_href(section)
        title = escape(section.title)
        if section.number % 2:
            return f"<td><a href=\"javascript:moTrang('{href}')\">{title}</a>{sub}</td>"
        return f"<td><span onclick=\"location.href='{href}'\">{title}</span>{sub}</td>"

    def crumbs(self, section: Section, title: str = "") -> str:
        return f'<div class="duongdan">Trang chủ / {escape(section.title)}</div>'

    # Lists

    def _row(self, section: Section, entry: Entry) -> str:
        sign = f"<b>{escape(entry.sign)}</b> " if entry.sign else ""
        href = self.row_href(section, entry)
        words = f"{sign}{escape(entry.title)} <i>({entry.day:%d-%m-%Y})</i>"
        if href.startswith("http"):
            return f'<div class="dong"><a href="{href}">{words}</a></div>'
        if entry.number % 3 == 0:
            return f'<div class="dong" onclick="window.location=\'{href}\';">{words}</div>'
        return f'<div class="dong"><a href="{href}">{words}</a></div>'

    def home_main(self) -> str:
        rows = "".join(self._row(*pair) for pair in self.latest(SectionKind.ARTICLES, 5))
        return f"<h2>Tin mới</h2>{rows}"

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._row(section, entry) for entry in entries)
        more = ""
        if page < pages:
            more = (
                '<button type="button" class="xemthem" data-url="'
                f'{self.section_href(section, page + 1)}" onclick="taiThem(this)">Xem thêm</button>'
            )
        return f"<h2>{escape(section.title)}</h2>{rows}{more}" if page == 1 else rows + more

    def _add_list(self, built: Built, section: Section) -> None:
        if section.kind is SectionKind.DOCUMENTS:
            self._add_lookup(built, section)
            return
        super()._add_list(built, section)
        for key, page in built.pages.items():
            if key.startswith("/ajax.php") and page.framed:  # a fragment, put in by the script
                built.pages[key] = PlannedPage("", page.main, section=page.section, framed=False)

    # The form that lists papers by year and kind

    def _add_lookup(self, built: Built, section: Section) -> None:
        newest = "".join(self._row(section, entry) for entry in section.entries[:NEWEST])
        form = self._lookup_form(section)
        heading = f"<h2>{escape(section.title)}</h2>"
        main = f"{heading}{form}<h3>Văn bản mới nhất</h3>{newest}"
        self._add(built, section, self.section_href(section), main)
        by_choice: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in section.entries:
            for kind in ("", _kind_of(entry)):
                by_choice[kind, str(entry.day.year)].append(entry)
        for (kind, year), entries in by_choice.items():
            rows = "".join(self._row(section, entry) for entry in entries)
            href = f"/tracuu.php?muc={section.number}&loai={kind}&nam={year}"
            self._add(built, section, href, f"{heading}{form}<p>{len(entries)} văn bản</p>{rows}")

    def unknown(self, request: Request) -> PlannedPage | None:
        if request.path != "/tracuu.php":
            return None
        said = "Vui lòng chọn năm." if not request.field("nam") else "Không có văn bản nào."
        return PlannedPage("Tra cứu văn bản", f"<p>{said}</p>")

    def _lookup_form(self, section: Section) -> str:
        years = sorted({entry.day.year for entry in section.entries}, reverse=True)
        kinds = "".join(f'<option value="{k}">{words}</option>' for k, words in KINDS.items())
        choices = "".join(f'<option value="{year}">{year}</option>' for year in years)
        return (
            '<form method="get" action="/tracuu.php" name="tracuu"><input type="hidden" name="muc" '
            f'value="{section.number}">Loại văn bản: <select name="loai"><option value="">-- Tất '
            f'cả --</option>{kinds}</select> Năm: <select name="nam"><option value="">-- Chọn năm '
            f'--</option>{choices}</select> <input type="submit" value="Xem"></form>'
        )

    # Pages

    def _files(self, section: Section, entry: Entry) -> str:
        return "".join(
            shown(href, words, entry.number + order)
            for order, (href, words) in enumerate(self.links(section, entry))
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(self._row(section, other) for other in others)
        sign = f"<p>Số hiệu: {escape(entry.sign)}</p>" if entry.sign else ""
        return (
            f"<h2>{escape(entry.title)}</h2><i>{entry.day:%d-%m-%Y}</i>{sign}{entry.body}"
            f"{self._files(section, entry)}<h4>Tin cùng mục</h4>{rows}"
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return f"<h2>{escape(section.title)}</h2>{section.body}{files}"

    def folder_main(self, section: Section) -> str:
        rows = "".join(
            f'<p><a href="{self.menu_href(child)}">{escape(child.title)}</a></p>'
            for child in self.site.children(section.key)
        )
        return f"<h2>{escape(section.title)}</h2>{rows}"

    def results_main(self, query: str, found: list[Found]) -> str:
        return ""

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        pages = viewer_pages(built)
        return {"/index.php": built.pages["/"], **{self.key(k): p for k, p in pages.items()}}


def _kind_of(entry: Entry) -> str:
    found = _KIND.search(entry.sign)
    return found[1] if found else "CV"
