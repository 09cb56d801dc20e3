"""ASP.NET WebForms: lists go on only by ``__doPostBack``; undated rows say "1/1/0001"."""

from __future__ import annotations

from typing import ClassVar

from tests.province.families.base import Built, Family, Found, escape
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind


class AspnetPost(Family):
    """A grid in one great form; addresses are numbers only."""

    name = "aspnet_post"
    server = "Microsoft-IIS/10.0"
    page_size: ClassVar[int] = 4
    posts_paging = True

    def section_href(self, section: Section, page: int = 1) -> str:
        return f"/Default.aspx?cn={section.number}&amp;gd=19"

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"/Default.aspx?cn={section.number}&amp;gd=19&amp;tc={entry.number}"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        return f"/Portal/Download.ashx?ContentID={entry.number}&amp;f={index}"

    def key(self, target: str) -> str:
        return super().key(target.replace("&amp;", "&"))

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(
            f'<tr><td class="mn"><a href="{self.menu_href(s)}">{escape(s.title)}</a></td></tr>'
            for top in self.top()
            for s in (top, *self.site.children(top.key))
        )
        return f"""<!DOCTYPE html><html><head id="Head1"><meta charset="utf-8"/><title>
	@@title@@</title></head><body><form method="post" action="" id="aspnetForm">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""/>
<input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value=""/>
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwU@@viewstate@@"/>
<script type="text/javascript">
function __doPostBack(t,a){{var f=document.forms['aspnetForm'];f.__EVENTTARGET.value=t;
f.__EVENTARGUMENT.value=a;f.submit();}}</script>
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
        cells = "".join(
            f"<td><span>{n}</span></td>"
            if n == page
            else f"<td><a href=\"javascript:__doPostBack('ctl00$Main$grv','Page${n}')\">"
            f"{n}</a></td>"
            for n in range(1, pages + 1)
        )
        pager = f'<tr class="pager"><td colspan="3"><table><tr>{cells}</tr></table></td></tr>'
        return (
            f'<h2>{escape(section.title)}</h2><table class="grid" id="ctl00_Main_grv">'
            f"{rows}{pager if pages > 1 else ''}</table>"
        )

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
