"""An ASP.NET grid: its numbers are postbacks, three at a time; undated rows say "1/1/0001"."""

from __future__ import annotations

from typing import ClassVar

from tests.province.families.base import Built, Found, escape
from tests.province.families.postback import FORM_FIELDS, Event, Postback
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

GRID = "ctl00$Main$grv"
NUMBERS_SHOWN = 3


class AspnetPost(Postback):
    """A grid in one great form; addresses are numbers only.

    A form that comes back without its view state is answered with the first page.
    """

    name = "aspnet_post"
    server = "Microsoft-IIS/10.0"
    page_size: ClassVar[int] = 4

    def section_href(self, section: Section, page: int = 1) -> str:
        return f"/Default.aspx?cn={section.number}&amp;gd=19"

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"/Default.aspx?cn={section.number}&amp;gd=19&amp;tc={entry.number}"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        return f"/Portal/Download.ashx?ContentID={entry.number}&amp;f={index}"

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(
            f'<tr><td class="mn"><a href="{self.menu_href(s)}">{escape(s.title)}</a></td></tr>'
            for top in self.top()
            for s in (top, *self.site.children(top.key))
        )
        return f"""<!DOCTYPE html><html><head id="Head1"><meta charset="utf-8"/><title>
	@@title@@</title></head><body>{FORM_FIELDS}
<table id="tblMain" align="center"><tr><td colspan="2" class="banner">{name}</td></tr><tr>
<td class="left" valign="top"><table><tr><td class="mn"><a href="/">Trang chủ</a></td></tr>{menu}
</table><div>Trực tuyến: @@online@@<br/>@@clock@@</div></td><td class="content" valign="top">
@@crumbs@@<div id="ctl00_Main">@@main@@</div></td></tr><tr><td colspan="2">Lượt truy cập @@views@@
</td></tr></table></form></body></html>"""

    def crumbs(self, section: Section, title: str = "") -> str:
        return f'<div class="path"><a href="/">Trang chủ</a> | {escape(section.title)}</div>'

    def _row(self, section: Section, entry: Entry) -> str:
        day = "1/1/0001" if entry.number % 5 == 0 else f"{entry.day:%d/%m/%Y}"
        return (
            f'<tr><td>{escape(entry.sign)}</td><td><a href="{self.row_href(section, entry)}">'
            f"{escape(entry.title)}</a></td><td>{day}</td></tr>"
        )

    def home_main(self) -> str:
        rows = "".join(self._row(*pair) for pair in self.latest(SectionKind.ARTICLES, 5))
        return f'<table class="grid">{rows}</table>'

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._row(section, entry) for entry in entries)
        cells = "".join(self._number(n, words, page) for n, words in _numbers(page, pages))
        pager = f'<tr class="pager"><td colspan="3"><table><tr>{cells}</tr></table></td></tr>'
        return (
            f'<h2>{escape(section.title)}</h2><table class="grid" id="ctl00_Main_grv">'
            f"{rows}{pager if pages > 1 else ''}</table>"
        )

    def _number(self, number: int, words: str, current: int) -> str:
        if number == current:
            return f"<td><span>{words}</span></td>"
        call = f"javascript:__doPostBack(&#39;{GRID}&#39;,&#39;Page${number}&#39;)"
        return f'<td><a href="{call}">{words}</a></td>'

    def events(self, page: int, pages: int) -> dict[Event, int]:
        return {(GRID, f"Page${n}"): n for n, _ in _numbers(page, pages) if n != page}

    def _files(self, section: Section, entry: Entry) -> str:
        return "".join(
            f'<div class="att"><a href="{href}">{escape(words)}</a></div>'
            for href, words in self.links(section, entry)
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(
            f'<li><a href="{self.entry_href(section, o)}">{escape(o.title)}</a></li>'
            for o in others
        )
        return (
            f'<h2>{escape(entry.title)}</h2><div class="detail">{entry.body}'
            f'{self._files(section, entry)}</div><a href="/Portal/PrintItem.aspx?ContentID='
            f'{entry.number}">In bài viết</a><h4>Tin liên quan</h4><ul>{rows}</ul>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return f'<h2>{escape(section.title)}</h2><div class="detail">{section.body}{files}</div>'

    def results_main(self, query: str, found: list[Found]) -> str:
        return ""

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        extra = {"/Default.aspx": built.pages["/"]}
        for section in self.site.sections:
            for entry in section.entries:
                key = self.key(self.entry_href(section, entry))
                if key in built.pages:
                    page = built.pages[key]
                    extra[self.key(f"/Portal/PrintItem.aspx?ContentID={entry.number}")] = page
        return extra


def _numbers(page: int, pages: int) -> list[tuple[int, str]]:
    """The numbers a grid shows, and the dots that lead to those before and after them."""
    first = (page - 1) // NUMBERS_SHOWN * NUMBERS_SHOWN + 1
    last = min(first + NUMBERS_SHOWN - 1, pages)
    shown = [(n, str(n)) for n in range(first, last + 1)]
    before = [(first - 1, "...")] if first > 1 else []
    return [*before, *shown, *([(last + 1, "...")] if last < pages else [])]
