"""ASP.NET WebForms that trusts nobody: link buttons for pages, event validation, a year list."""

from __future__ import annotations

import random
from typing import ClassVar

from tests.province.addresses import quoted, slug
from tests.province.families.base import Built, Found, escape, text_page
from tests.province.families.postback import FORM_FIELDS, Event, Postback
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

HOLDER = "ctl00$ContentPlaceHolder1"
NEXT = f"{HOLDER}$lbtTrangSau"
YEARS = f"{HOLDER}$ddlNam"
PREVIOUS_BUTTON, NEXT_BUTTON = f"{HOLDER}$btnTruoc", f"{HOLDER}$btnSau"
BUTTONS_SHARE = 0.4
MORE_FIELDS = (
    '<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATEGENERATOR" '
    'id="__VIEWSTATEGENERATOR" value="CA0B0334" /><input type="hidden" name="__EVENTVALIDATION" '
    'id="__EVENTVALIDATION" value="@@eventvalidation@@" /></div>'
)
SEARCH_BOX = (
    '<div class="timkiem"><input name="ctl00$txtTuKhoa" type="text" id="ctl00_txtTuKhoa" '
    'placeholder="Từ khóa" /><input type="submit" name="ctl00$btnTim" value="Tìm kiếm" '
    'id="ctl00_btnTim" /></div>'
)


class WebForms(Postback):
    """Rows in repeaters, addresses with names; a post it does not expect is a server error."""

    name = "webforms"
    server = "Microsoft-IIS/8.5"
    page_size: ClassVar[int] = 5
    checks_events = True

    def section_href(self, section: Section, page: int = 1) -> str:
        return f"/{slug(section.title, 40)}/c{section.number}.aspx"

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"/{slug(section.title, 30)}/{slug(entry.title, 50)}-d{entry.number}.aspx"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        name = quoted(f"{entry.number}{index or ''}_{file.file_name}")
        return f"/UploadFiles/VanBan/{file.modified:%Y/%m}/{name}"

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(
            f'<li><a href="{self.menu_href(s)}">{escape(s.title)}</a>{self._sub(s)}</li>'
            for s in self.top()
        )
        return f"""<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>
	@@title@@
</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head><body>
{FORM_FIELDS}
<script src="/WebResource.axd?d=pynGkmcFUV13He1Qd6&amp;t=637" type="text/javascript"></script>
{MORE_FIELDS}
<div id="wrapper"><div id="header"><a id="ctl00_hplHome" href="/">{name}</a>{SEARCH_BOX}</div>
<div id="nav"><ul class="sf-menu"><li><a href="/">Trang chủ</a></li>{menu}</ul></div>
<div id="path">@@crumbs@@</div><div id="main">@@main@@</div>
<div id="footer"><span id="ctl00_lblTen">{name}</span> | Đang truy cập: <span
id="ctl00_lblOnline">@@online@@</span> | Tổng lượt: <span id="ctl00_lblTong">@@views@@</span>
<span id="ctl00_lblNgay">@@clock@@</span></div></div></form></body></html>"""

    def _sub(self, section: Section) -> str:
        rows = "".join(
            f'<li><a href="{self.menu_href(c)}">{escape(c.title)}</a></li>'
            for c in self.site.children(section.key)
        )
        return f"<ul>{rows}</ul>" if rows else ""

    def crumbs(self, section: Section, title: str = "") -> str:
        here = f'<a href="{self.section_href(section)}">{escape(section.title)}</a>'
        return f'<a href="/">Trang chủ</a> &rsaquo; {here}'

    def _row(self, section: Section, entry: Entry, order: int) -> str:
        name = f"ctl00_ContentPlaceHolder1_rptDanhSach_ctl{order:02d}_hplTieuDe"
        sign = f'<span class="sohieu">{escape(entry.sign)}</span> ' if entry.sign else ""
        return (
            f'<div class="item">{sign}<a id="{name}" href="{self.row_href(section, entry)}">'
            f'{escape(entry.title)}</a> <span class="ngay">({entry.day:%d/%m/%Y})</span>'
            f'<p class="tomtat">{escape(entry.summary)}</p></div>'
        )

    def _rows(self, found: list[Found]) -> str:
        return "".join(self._row(*pair, order) for order, pair in enumerate(found))

    def home_main(self) -> str:
        news = self._rows(self.latest(SectionKind.ARTICLES, 5))
        papers = self._rows(self.latest(SectionKind.DOCUMENTS, 5))
        return f"<h3>TIN MỚI NHẤT</h3>{news}<h3>VĂN BẢN MỚI</h3>{papers}"

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = self._rows([(section, entry) for entry in entries])
        pager = f'<div class="paging">{self._pager(page, pages)}</div>' if pages > 1 else ""
        years = _year_list(section) if section.kind is SectionKind.DOCUMENTS else ""
        return f'<h1 class="tieude">{escape(section.title)}</h1>{years}{rows}{pager}'

    @property
    def _by_buttons(self) -> bool:
        """Whether this portal turns pages by buttons, and shows no numbers."""
        return random.Random(f"pager {self.site.seed}").random() < BUTTONS_SHARE

    def _pager(self, page: int, pages: int) -> str:
        if self._by_buttons:
            return _buttons(page, pages)
        cells = [
            f'<a class="aspNetDisabled so chon">{n}</a>'
            if n == page
            else f'<a class="so" href="javascript:__doPostBack(&#39;{_number(n)}&#39;,&#39;'
            f'&#39;)">{n}</a>'
            for n in range(1, pages + 1)
        ]
        if page < pages:
            options = (
                f"javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions(&quot;"
                f"{NEXT}&quot;, &quot;&quot;, true, &quot;&quot;, &quot;&quot;, false, true))"
            )
            cells.append(f'<a class="sau" href="{options}">Trang sau</a>')
        return " ".join(cells)

    def buttons(self, page: int, pages: int) -> dict[str, int]:
        if not self._by_buttons:
            return {}
        around = {PREVIOUS_BUTTON: page - 1, NEXT_BUTTON: page + 1}
        return {name: number for name, number in around.items() if 1 <= number <= pages}

    def events(self, page: int, pages: int) -> dict[Event, int]:
        if self._by_buttons:
            return {(YEARS, ""): 1}
        offered = {(_number(n), ""): n for n in range(1, pages + 1) if n != page}
        if page < pages:
            offered[NEXT, ""] = page + 1
        return {**offered, (YEARS, ""): 1}

    def _files(self, section: Section, entry: Entry) -> str:
        rows = "".join(
            f'<tr><td>{n}</td><td><a href="{href}" target="_blank">{escape(words)}</a></td></tr>'
            for n, (href, words) in enumerate(self.links(section, entry), 1)
        )
        return f'<table class="tepdinhkem">{rows}</table>' if rows else ""

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = self._rows([(section, other) for other in others])
        facts = f"<p>Số/ký hiệu: <b>{escape(entry.sign)}</b></p>" if entry.sign else ""
        return (
            f'<h1 class="tieude">{escape(entry.title)}</h1><p class="ngay">{entry.day:%d/%m/%Y}'
            f'</p>{facts}<div class="noidung">{entry.body}</div>{self._files(section, entry)}'
            f'<div class="khac"><h4>CÁC TIN KHÁC</h4>{rows}</div>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return (
            f'<h1 class="tieude">{escape(section.title)}</h1><div class="noidung">{section.body}'
            f"</div>{files}"
        )

    def results_main(self, query: str, found: list[Found]) -> str:
        return ""

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        script = (
            "function WebForm_PostBackOptions(eventTarget, eventArgument, validation, "
            "validationGroup, actionUrl, trackFocus, clientSubmit) "
            "{ this.eventTarget = eventTarget; this.eventArgument = eventArgument; }\n"
            "function WebForm_DoPostBackWithOptions(options) "
            "{ __doPostBack(options.eventTarget, options.eventArgument); }\n"
        )
        resource = self.key("/WebResource.axd?d=pynGkmcFUV13He1Qd6&t=637")
        return {
            "/default.aspx": built.pages["/"],
            resource: text_page(script, "application/x-javascript"),
        }


def _number(page: int) -> str:
    """The control of one page number; the repeater counts what stands between the numbers too."""
    return f"{HOLDER}$rptTrang$ctl{page * 2:02d}$lbtTrang"


def _buttons(page: int, pages: int) -> str:
    """A button of words back and one of a picture onward."""
    back = f'<input type="submit" name="{PREVIOUS_BUTTON}" value="Trang trước" class="nut" />'
    onward = (
        f'<input type="image" name="{NEXT_BUTTON}" src="/images/sau.gif" alt="Trang sau" '
        'title="Trang sau" />'
    )
    return (
        f"{back if page > 1 else ''}<span>Trang {page}/{pages}</span>"
        f"{onward if page < pages else ''}"
    )


def _year_list(section: Section) -> str:
    years = sorted({entry.day.year for entry in section.entries}, reverse=True)
    options = "".join(f'<option value="{year}">{year}</option>' for year in years)
    call = f"javascript:setTimeout(&#39;__doPostBack(\\&#39;{YEARS}\\&#39;,\\&#39;\\&#39;)&#39;, 0)"
    return (
        f'<select name="{YEARS}" onchange="{call}" id="ctl00_ContentPlaceHolder1_ddlNam">'
        f'<option selected="selected" value="0">-- Tất cả các năm --</option>{options}</select>'
    )
