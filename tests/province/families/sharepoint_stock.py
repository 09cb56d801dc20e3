"""SharePoint as it comes: lists and libraries, views that sort, pages turned by script."""

from __future__ import annotations

from typing import ClassVar

from tests.province.addresses import quoted, slug
from tests.province.families.base import Built, Family, Found, escape
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

SCRIPT = """<script type="text/javascript">
function RefreshPageTo(evt, url) { window.location.href = url; return false; }
function EnterFolder(url) { window.location.href = url; }
</script>"""
OFFICE = ("docx", "xlsx", "doc", "xls")
"""What opens in the viewer of Office files."""
VIEWER = "/_layouts/15/WopiFrame.aspx"


class SharePointStock(Family):
    """The out-of-the-box look in Vietnamese; details are display forms with a way back."""

    name = "sharepoint_stock"
    server = "Microsoft-IIS/10.0"
    page_size: ClassVar[int] = 8
    ignored = frozenset({"source", "contenttypeid", "sortfield", "sortdir", "view", "rootfolder",
                         "p_id", "action", "defaultitemopen"})  # fmt: skip
    search_path = "/_layouts/15/osssearchresults.aspx"
    search_field = "k"

    def _list(self, section: Section) -> str:
        name = slug(section.title, 24).title().replace("-", "")
        if section.kind is SectionKind.DOCUMENTS:
            return f"/{name}{section.number}/Forms"
        return f"/Lists/{name}{section.number}"

    def section_href(self, section: Section, page: int = 1) -> str:
        if section.kind in (SectionKind.PAGE, SectionKind.EMPTY, SectionKind.FOLDER):
            return f"/Pages/{slug(section.title, 40)}-{section.number}.aspx"
        base = f"{self._list(section)}/AllItems.aspx"
        if page == 1:
            return base
        first = (page - 1) * self.page_size + 1
        return f"{base}?Paged=TRUE&amp;p_ID={first * 3}&amp;PageFirstRow={first}"

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"{self._list(section)}/DispForm.aspx?ID={entry.number}"

    def _detail(self, section: Section, entry: Entry) -> str:
        """The detail as lists link it, with the whole address of the list to come back to."""
        back = f"@@origin@@{self.section_href(section)}".replace("/", "%2F")
        return f"{self.entry_href(section, entry)}&amp;Source={back}&amp;ContentTypeId=0x0100A1"

    def row_href(self, section: Section, entry: Entry) -> str:
        if entry.direct and entry.files:
            return self._opened(self.links(section, entry)[0][0], entry.files[0], entry)
        return self._detail(section, entry)

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        name = quoted(f"{entry.number}{index or ''} {file.file_name}")
        if section.kind is SectionKind.DOCUMENTS:
            return f"{self._list(section).removesuffix('/Forms')}/{name}"
        return f"{self._list(section)}/Attachments/{entry.number}/{name}"

    def _opened(self, href: str, file: Attachment, entry: Entry) -> str:
        """The address behind a file's name: now and then the viewer around it."""
        kind = file.file_name.rpartition(".")[2].lower()
        if file.href is None and kind in OFFICE and entry.number % 3 != 1:
            return f"{VIEWER}?sourcedoc={href}&amp;action=default&amp;DefaultItemOpen=1"
        return href

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(
            f'<li class="static"><a class="static menu-item ms-core-listMenu-item" href="'
            f'{self.menu_href(s)}"><span class="menu-item-text">{escape(s.title)}</span></a>'
            f"{self._sub(s)}</li>"
            for s in self.top()
        )
        search = (
            '<form method="get" action="/_layouts/15/osssearchresults.aspx"><input name="k" '
            'type="text" title="Tìm kiếm trong site này..." class="ms-srch-sb" value=""></form>'
        )
        return f"""<!DOCTYPE html><html dir="ltr" lang="vi-VN"><head><meta name="GENERATOR"
content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8"
/><title>
	@@title@@
</title>{SCRIPT}</head><body>
{search if self.has_search else ""}<form method="post" action="@@action@@" id="aspnetForm"><input
type="hidden" name="__REQUESTDIGEST" id="__REQUESTDIGEST" value="0x@@session@@,@@clock@@" /><input
type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwU@@viewstate@@" />
<div id="s4-ribbonrow"><a href="/_layouts/15/Authenticate.aspx?Source=%2F">Đăng nhập</a></div>
<div id="s4-workspace"><div id="s4-titlerow"><a href="/" class="ms-siteicon-a">{name}</a>
<div class="ms-breadcrumb-top"><ul class="root static"><li class="static"><a href="/">Trang chủ</a>
</li>{menu}</ul></div></div><div class="ms-dialogHidden" id="DeltaPlaceHolderPageTitleInTitleArea">
@@crumbs@@</div><div id="contentBox"><div id="DeltaPlaceHolderMain">@@main@@</div></div></div>
<div class="footer">{name} - Lượt truy cập @@views@@</div></form></body></html>"""

    def _sub(self, section: Section) -> str:
        rows = "".join(
            f'<li class="dynamic"><a href="{self.menu_href(c)}">{escape(c.title)}</a></li>'
            for c in self.site.children(section.key)
        )
        return f'<ul class="dynamic">{rows}</ul>' if rows else ""

    def crumbs(self, section: Section, title: str = "") -> str:
        return f'<a href="{self.section_href(section)}">{escape(section.title)}</a>'

    def _row(self, section: Section, entry: Entry) -> str:
        stamp = f"{entry.day.month}/{entry.day.day}/{entry.day.year} 9:5{entry.number % 10} AM"
        href = self.row_href(section, entry)
        return (
            f'<tr class="ms-itmhover"><td class="ms-vb2">{escape(entry.sign)}</td><td '
            f'class="ms-vb-title"><a class="ms-listlink" href="{href}">{escape(entry.title)}</a>'
            f'</td><td class="ms-vb2"><span title="{stamp}">{stamp}</span></td></tr>'
        )

    def home_main(self) -> str:
        rows = "".join(self._row(*pair) for pair in self.latest(SectionKind.ARTICLES, 6))
        papers = "".join(self._row(*pair) for pair in self.latest(SectionKind.DOCUMENTS, 6))
        return (
            f'<div class="ms-webpart-zone"><h2>Tin tức</h2><table>{rows}</table></div>'
            f'<div class="ms-webpart-zone"><h2>Văn bản</h2><table>{papers}</table></div>'
        )

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._row(section, entry) for entry in entries)
        base = self.section_href(section)
        heads = "".join(
            f'<th class="ms-vh2"><a href="{base}?SortField={field}&amp;SortDir=Asc">{words}</a>'
            "</th>"
            for field, words in (("So", "Số"), ("LinkTitle", "Tiêu đề"), ("Created", "Ngày tạo"))
        )
        return (
            f'<h1>{escape(section.title)}</h1><table class="ms-listviewtable"><tr '
            f'class="ms-viewheadertr">{heads}</tr>{rows}</table>'
            f"{self._pager(section, page, pages)}"
        )

    def _pager(self, section: Section, page: int, pages: int) -> str:
        """The arrow to the next rows: an address that stands in a script only."""
        if page == pages:
            return ""
        following = self.section_href(section, page + 1).replace("&amp;", "\\u0026")
        rows = f"{page * self.page_size + 1} - {(page + 1) * self.page_size}"
        return (
            f'<table class="ms-bottompaging"><tr><td class="ms-paging">{rows}</td><td><a '
            f'href="javascript:" onclick=\'RefreshPageTo(event, "{following}");'
            'javascript:return false;\'><img src="/_layouts/15/images/next.gif" '
            'alt="Tiếp theo"></a></td></tr></table>'
        )

    def _files(self, section: Section, entry: Entry) -> str:
        rows = "".join(
            f'<tr><td class="ms-vb"><a href="{self._opened(href, file, entry)}">{escape(words)}</a>'
            "</td></tr>"
            for (href, words), file in zip(self.links(section, entry), entry.files, strict=True)
        )
        return f"<tr><td>Đính kèm</td><td><table>{rows}</table></td></tr>" if rows else ""

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        facts = (("Tiêu đề", entry.title), ("Số ký hiệu", entry.sign), ("Cơ quan", entry.issuer))
        rows = "".join(
            f'<tr><td class="ms-formlabel"><h3 class="ms-standardheader">{label}</h3></td><td '
            f'class="ms-formbody">{escape(value)}</td></tr>'
            for label, value in facts
            if value
        )
        return (
            f'<table class="ms-formtable">{rows}<tr><td>Nội dung</td><td class="ms-formbody"><div '
            f'class="ms-rtestate-field">{entry.body}</div></td></tr>'
            f"{self._files(section, entry)}</table><span>Được tạo lúc {entry.day:%d/%m/%Y} bởi "
            f'Quản trị</span><a href="{self.section_href(section)}">Đóng</a>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return (
            f'<h1>{escape(section.title)}</h1><div class="ms-rtestate-field">{section.body}</div>'
            f"<table>{files}</table>"
        )

    def results_main(self, query: str, found: list[Found]) -> str:
        rows = "".join(
            f'<div class="ms-srch-item"><a href="{self.row_href(s, e)}">{escape(e.title)}</a></div>'
            for s, e in found
        )
        return f"<h2>{escape(query)}</h2>{rows or 'Không có gì khớp với tìm kiếm của bạn.'}"

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        """The home page by name, and the viewer, which shows nothing without its own server."""
        extra = {"/Pages/default.aspx": built.pages["/"]}
        viewer = PlannedPage("WopiFrame", '<div id="applicationOuterContainer"></div>')
        for key in built.files:
            extra[self.key(f"{VIEWER}?sourcedoc={key}")] = viewer
        return extra
