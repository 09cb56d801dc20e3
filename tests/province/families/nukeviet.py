"""NukeViet: ``/vi/news/...``, paging ``/page-8/``, its own robots.txt, a sitemap elsewhere."""

from __future__ import annotations

from typing import ClassVar

from tests.province.addresses import quoted, slug
from tests.province.families.base import Built, Family, Found, escape, pages_around, text_page
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /assets/
Disallow: /data/
Disallow: /includes/
Disallow: /install/
Disallow: /modules/
Disallow: /robots.php
Disallow: /web.config
Sitemap: @@origin@@/index.php/SitemapIndex.xml
"""


class NukeViet(Family):
    """A Bootstrap theme of NukeViet 4: panels, laws module for documents."""

    name = "nukeviet"
    server = "Apache"
    page_size: ClassVar[int] = 10
    search_path = "/vi/seek/"
    search_field = "q"
    ignored = frozenset({"nvvithemever"})

    def home(self) -> str:
        return "/"

    def _module(self, section: Section) -> str:
        kinds = {
            SectionKind.DOCUMENTS: "laws",
            SectionKind.TTHC: "tthc",
            SectionKind.PAGE: "about",
            SectionKind.EMPTY: "news",
        }
        return kinds.get(section.kind, "news")

    def section_href(self, section: Section, page: int = 1) -> str:
        if section.kind in (SectionKind.PAGE,):
            return f"/vi/about/{slug(section.title)}-{section.number}.html"
        base = f"/vi/{self._module(section)}/{slug(section.title)}-{section.number}/"
        return base if page == 1 else f"{base}page-{page}/"

    def entry_href(self, section: Section, entry: Entry) -> str:
        if section.kind is SectionKind.DOCUMENTS:
            return f"/vi/laws/detail/{slug(entry.title, 50)}-{entry.number}/"
        base = f"/vi/{self._module(section)}/{slug(section.title)}-{section.number}"
        return f"{base}/{slug(entry.title, 60)}-{entry.number}.html"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        if section.kind is SectionKind.DOCUMENTS:
            name = slug(entry.title, 50)
            return f"/vi/laws/detail/{name}-{entry.number}/?download=1&id={index}"
        stamp = f"{file.modified:%Y_%m}"
        return quoted(f"/uploads/news/{stamp}/{entry.number}-{index}-{file.file_name}")

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(self._menu_item(section) for section in self.top())
        search = (
            '<div class="headerSearch col-xs-24"><form action="/vi/seek/" method="get" '
            'onsubmit="return nv_check();"><div class="input-group"><input type="text" '
            'class="form-control" maxlength="60" placeholder="Tìm kiếm..." name="q">'
            '<button class="btn btn-info"><em class="fa fa-search"></em></button></div>'
            "</form></div>"
        )
        return f"""<!DOCTYPE html><html lang="vi" xmlns="http://www.w3.org/1999/xhtml">
<head><title>@@title@@ - {name}</title><meta charset="utf-8">
<meta name="generator" content="NukeViet v4.5"><link rel="stylesheet"
href="/themes/default/css/bootstrap.min.css?t=1@@online@@"></head>
<body><noscript><div class="alert alert-danger">Trình duyệt của bạn đã tắt chức năng hỗ trợ
JavaScript.</div></noscript><div class="body-bg"><div class="wraper"><header><div class="container">
<div class="row"><div class="logo"><a title="{name}" href="/"><span>{name}</span></a></div>
{search if self.has_search else ""}</div></div></header><nav class="second-nav" id="menusite">
<div class="container"><ul class="nav navbar-nav"><li><a class="home" title="Trang nhất" href="/">
<em class="fa fa-lg fa-home">&nbsp;</em></a></li>{menu}</ul><span class="current-time">@@clock@@
</span></div></nav><section><div class="container" id="body">@@crumbs@@<div class="row">
<div class="col-md-18">@@main@@</div><div class="col-md-6">{self._sidebar()}</div></div></div>
</section><footer id="footer"><div class="container"><div class="copyright">© Bản quyền thuộc về
{name}. Mã nguồn <a href="https://nukeviet.example/">NukeViet CMS</a></div></div></footer></div>
</div></body></html>"""

    def _sidebar(self) -> str:
        rows = "".join(
            f'<li class="clearfix"><a class="show" href="{self.row_href(s, e)}">'
            f"{escape(e.title)}</a></li>"
            for s, e in self.latest(SectionKind.ARTICLES, 6)
        )
        return (
            f'<div class="panel panel-default"><div class="panel-heading">Tin mới nhất</div>'
            f'<div class="panel-body"><ul class="block_news">{rows}</ul></div></div>'
            '<div class="panel panel-primary"><div class="panel-heading">Thống kê truy cập</div>'
            '<ul class="counter list-none"><li>Đang truy cập <span>@@online@@</span></li>'
            "<li>Tổng lượt truy cập <span>@@views@@</span></li></ul></div>"
        )

    def _menu_item(self, section: Section) -> str:
        inner = "".join(
            f'<li><a href="{self.menu_href(c)}" title="{escape(c.title)}">{escape(c.title)}'
            "</a></li>"
            for c in self.site.children(section.key)
        )
        sub = f'<ul class="dropdown-menu">{inner}</ul>' if inner else ""
        caret = '<strong class="caret">&nbsp;</strong>' if inner else ""
        return (
            f'<li role="presentation"{" class=dropdown" if inner else ""}><a'
            ' class="dropdown-toggle"'
            f' href="{self.menu_href(section)}" role="button">{escape(section.title)}{caret}</a>'
            f"{sub}</li>"
        )

    def crumbs(self, section: Section, title: str = "") -> str:
        chain = [self.folder[section.parent]] if section.parent else []
        rows = "".join(
            f'<li itemprop="itemListElement"><a href="{self.section_href(s)}"><span>'
            f"{escape(s.title)}</span></a></li>"
            for s in [*chain, section]
        )
        return (
            '<div class="breadcrumbs-wrap"><ul class="breadcrumbs list-none"><li><a href="/">'
            f"Trang nhất</a></li>{rows}</ul></div>"
        )

    def home_main(self) -> str:
        news = "".join(self._news_row(*pair) for pair in self.latest(SectionKind.ARTICLES, 6))
        laws = self._laws_table(self.latest(SectionKind.DOCUMENTS, 6))
        panel = f'<div class="panel"><h3>Văn bản mới</h3>{laws}</div>'
        return f'<div class="news_column">{news}</div>{panel}'

    def _news_row(self, section: Section, entry: Entry) -> str:
        href = self.row_href(section, entry)
        return (
            f'<div class="panel panel-default clearfix"><div class="panel-body featured"><h2>'
            f'<a href="{href}" title="{escape(entry.title)}">{escape(entry.title)}</a></h2>'
            f'<p><em class="fa fa-clock-o">&nbsp;</em>{entry.day:%d/%m/%Y}'
            f" 0{entry.number % 9}:15:00 "
            f"SA</p>{escape(entry.summary)}</div></div>"
        )

    def _laws_table(self, found: list[Found]) -> str:
        rows = "".join(
            f'<tr><td class="text-center">{n}</td><td><a href="{self.row_href(s, e)}">'
            f"{escape(e.sign or 'Không số')}</a></td><td>{e.day:%d/%m/%Y}</td>"
            f'<td><a href="{self.row_href(s, e)}">{escape(e.title)}</a></td></tr>'
            for n, (s, e) in enumerate(found, 1)
        )
        return (
            '<div class="table-responsive"><table class="table table-bordered laws"><thead><tr>'
            "<th>STT</th><th>Số hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr></thead>"
            f"<tbody>{rows}</tbody></table></div>"
        )

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        found = [(section, entry) for entry in entries]
        if section.kind is SectionKind.DOCUMENTS:
            rows = self._laws_table(found)
        elif section.kind is SectionKind.TTHC:
            rows = "".join(
                f'<li><a href="{self.entry_href(section, e)}">{escape(e.title)}</a> '
                f"<em>Lĩnh vực: {escape(e.issuer)}</em></li>"
                for e in entries
            )
            rows = f'<ol class="tthc">{rows}</ol>'
        else:
            rows = "".join(self._news_row(*pair) for pair in found)
        pager = "".join(
            f'<li{" class=active" if n == page else ""}><a href="{self.section_href(section, n)}">'
            f"{n}</a></li>"
            for n in pages_around(page, pages)
        )
        nav = f'<div class="text-center"><ul class="pagination">{pager}</ul></div>'
        return f"<h1>{escape(section.title)}</h1>{rows}{nav if pages > 1 else ''}"

    def _files(self, section: Section, entry: Entry) -> str:
        rows = "".join(
            f'<li><em class="fa fa-download">&nbsp;</em><a href="{escape(href)}">'
            f"{escape(words)}</a></li>"
            for href, words in self.links(section, entry)
        )
        head = '<h4 class="list-group-item active">File đính kèm</h4>'
        return (
            f'<div class="files">{head}<ul class="list-unstyled">{rows}</ul></div>' if rows else ""
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(
            f'<li><em class="fa fa-angle-right">&nbsp;</em><h4><a href='
            f'"{self.entry_href(section, o)}">{escape(o.title)}</a></h4>'
            f"<em>({o.day:%d/%m/%Y})</em></li>"
            for o in others
        )
        facts = ""
        if section.kind is SectionKind.DOCUMENTS:
            facts = (
                '<table class="table"><tbody><tr><td class="hoatim">Số / ký hiệu</td>'
                f"<td>{escape(entry.sign)}</td></tr><tr><td>Ngày ban hành</td>"
                f"<td>{entry.day:%d/%m/%Y}</td></tr><tr><td>Cơ quan ban hành</td>"
                f"<td>{escape(entry.issuer)}</td></tr></tbody></table>"
            )
        return (
            '<div class="news_column panel panel-default"><div class="panel-body"><h1'
            ' class="title">'
            f"{escape(entry.title)}</h1><p class='h5'>{entry.day:%d/%m/%Y} | Đã xem: @@views@@</p>"
            f'{facts}<div id="news-bodyhtml" class="bodytext">{entry.body}</div>'
            f"{self._files(section, entry)}</div></div>"
            f'<div class="others"><p class="h3"><strong>Những tin cũ hơn</strong></p>'
            f'<ul class="related list-inline">{rows}</ul></div>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return (
            f'<div class="page panel"><h1 class="title">{escape(section.title)}</h1>'
            f'<div class="bodytext">{section.body}{files}</div></div>'
        )

    def results_main(self, query: str, found: list[Found]) -> str:
        rows = "".join(
            f'<div class="result-item"><h3><a href="{self.row_href(s, e)}">{escape(e.title)}'
            "</a></h3>"
            f"<p>{escape(e.summary)}</p></div>"
            for s, e in found
        )
        return f"<h3>Tìm kiếm</h3><p>Có {len(found)} kết quả cho {escape(query)}</p>{rows}"

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        urls = "".join(
            f"<url><loc>@@origin@@{self.entry_href(s, e)}</loc></url>"
            for _, (s, e) in built.words
            if s.kind is SectionKind.ARTICLES and not e.direct
        )
        xml = "text/xml; charset=utf-8"
        loc = "<sitemap><loc>@@origin@@/vi/news/Sitemap.xml</loc></sitemap>"
        index = f"{head}<sitemapindex {schema}>{loc}</sitemapindex>"
        return {
            "/robots.txt": text_page(ROBOTS),
            "/index.php/SitemapIndex.xml": text_page(index, xml),
            "/vi/news/Sitemap.xml": text_page(f"{head}<urlset {schema}>{urls}</urlset>", xml),
        }
