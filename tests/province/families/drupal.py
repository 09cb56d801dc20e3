"""Drupal: nodes with aliases, pages counted from 0, a search that robots.txt closes."""

from __future__ import annotations

from typing import ClassVar

from tests.province.addresses import quoted, slug
from tests.province.families.base import Built, Family, Found, escape, text_page
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

ROBOTS = """#
# robots.txt
#
User-agent: *
Crawl-delay: 0.1
# Directories
Disallow: /core/
Disallow: /profiles/
# Paths (clean URLs)
Disallow: /admin/
Disallow: /comment/reply/
Disallow: /filter/tips
Disallow: /node/add/
Disallow: /search/
Disallow: /user/register
Disallow: /user/login
# Paths (no clean URLs)
Disallow: /index.php/admin/
Disallow: /index.php/search/
"""
WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


class Drupal(Family):
    """Views of rows, fields in nested divs; a node answers under its number and its alias."""

    name = "drupal"
    server = "Apache/2.4.41 (Ubuntu)"
    page_size: ClassVar[int] = 10
    search_path = "/search/node"
    search_field = "keys"

    def section_href(self, section: Section, page: int = 1) -> str:
        if section.kind in (SectionKind.PAGE, SectionKind.EMPTY):
            return f"/vi/node/{section.number}"
        base = f"/vi/chuyen-muc/{slug(section.title, 40)}-{section.number}"
        return base if page == 1 else f"{base}?page={page - 1}"

    def entry_href(self, section: Section, entry: Entry) -> str:
        if entry.number % 4 == 0:  # nobody gave it an alias
            return f"/vi/node/{entry.number}"
        return f"/vi/{slug(section.title, 30)}/{slug(entry.title, 60)}-{entry.number}.html"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        name = quoted(f"{entry.number}_{index}_{file.file_name}")
        return f"/sites/default/files/{file.modified:%Y-%m}/{name}"

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(self._item(section) for section in self.top())
        search = (
            '<div class="search-block-form block"><form action="/search/node" method="get" '
            'id="search-block-form"><input title="Nhập điều kiện tìm kiếm." type="search" '
            'id="edit-keys" name="keys" value="" size="15" class="form-search" /><input '
            'type="submit" id="edit-submit" value="Tìm kiếm" class="form-submit" /></form></div>'
        )
        return f"""<!DOCTYPE html>
<html lang="vi" dir="ltr" prefix="og: http://ogp.me/ns#"><head><meta charset="utf-8" />
<meta name="Generator" content="Drupal 9 (https://www.drupal.org)" />
<title>@@title@@ | {name}</title>
<link rel="stylesheet" media="all" href="/core/assets/normalize.css?r1" /></head>
<body class="layout-one-sidebar-first path-node">
<a href="#main-content" class="visually-hidden focusable skip-link">Nhảy đến nội dung</a>
<div class="dialog-off-canvas-main-canvas"><header role="banner"><div class="region
region-header"><div class="site-branding"><a href="/vi" rel="home">{name}</a></div>
{search if self.has_search else ""}</div></header>
<nav role="navigation" class="block-menu navigation menu--main"><ul class="menu">
<li class="menu-item"><a href="/vi"
data-drupal-link-system-path="&lt;front&gt;">Trang chủ</a></li>{menu}
</ul></nav><div class="region-breadcrumb">@@crumbs@@</div><main role="main"><a id="main-content"
tabindex="-1"></a><div class="region region-content">@@main@@</div></main>
<footer role="contentinfo"><p>{name}</p><span>Lượt truy cập: @@views@@</span> <span>@@clock@@</span>
<a href="/user/login">Đăng nhập</a></footer></div></body></html>"""

    def home(self) -> str:
        return "/"

    def _item(self, section: Section) -> str:
        inner = "".join(self._item(child) for child in self.site.children(section.key))
        sub = f'<ul class="menu">{inner}</ul>' if inner else ""
        state = "menu-item--expanded" if inner else ""
        href = self.menu_href(section)
        return (
            f'<li class="menu-item {state}"><a href="{href}" data-drupal-link-system-path='
            f'"node/{section.number}">{escape(section.title)}</a>{sub}</li>'
        )

    def crumbs(self, section: Section, title: str = "") -> str:
        above = f"<li>{escape(self.folder[section.parent].title)}</li>" if section.parent else ""
        return (
            '<nav class="breadcrumb" role="navigation"><ol><li><a href="/vi">Trang chủ</a></li>'
            f'{above}<li><a href="{self.section_href(section)}">{escape(section.title)}</a></li>'
            "</ol></nav>"
        )

    def _row(self, section: Section, entry: Entry) -> str:
        day = f"{WEEKDAYS[entry.day.weekday()]}, {entry.day:%m/%d/%Y} - 0{entry.number % 10}:15"
        sign = ""
        if entry.sign:
            sign = f'<div class="views-field views-field-field-so-hieu">{escape(entry.sign)}</div>'
        return (
            f'<div class="views-row">{sign}<div class="views-field views-field-title"><span '
            f'class="field-content"><a href="{self.row_href(section, entry)}" hreflang="vi">'
            f'{escape(entry.title)}</a></span></div><div class="views-field views-field-created">'
            f"{day}</div><div>{escape(entry.summary)}</div></div>"
        )

    def _view(self, found: list[Found]) -> str:
        rows = "".join(self._row(*pair) for pair in found)
        return f'<div class="views-element-container"><div class="view-content">{rows}</div></div>'

    def home_main(self) -> str:
        news = self._view(self.latest(SectionKind.ARTICLES, 5))
        papers = self._view(self.latest(SectionKind.DOCUMENTS, 5))
        return f"<h2>Tin mới nhất</h2>{news}<h2>Văn bản mới ban hành</h2>{papers}"

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        view = self._view([(section, entry) for entry in entries])
        return (
            f'<h1 class="page-title">{escape(section.title)}</h1>{view}'
            f"{self._pager(section, page, pages)}"
        )

    def _pager(self, section: Section, page: int, pages: int) -> str:
        if pages < 2:
            return ""
        cells = [
            f'<li class="pager__item is-active"><a href="?page={n - 1}" title="Trang hiện tại">{n}'
            "</a></li>"
            if n == page
            else f'<li class="pager__item"><a href="?page={n - 1}" title="Đến trang {n}">{n}</a>'
            "</li>"
            for n in range(max(1, page - 4), min(pages, page + 4) + 1)
        ]
        if page < pages:
            cells.append(
                f'<li class="pager__item pager__item--next"><a href="?page={page}" rel="next">'
                "Trang sau ››</a></li>"
            )
        return f'<nav class="pager"><ul class="pager__items">{"".join(cells)}</ul></nav>'

    def _files(self, section: Section, entry: Entry) -> str:
        rows = "".join(
            '<div class="field__item"><span class="file file--mime-application-octet-stream">'
            f'<a href="{href}" type="application/octet-stream">{escape(words)}</a></span></div>'
            for href, words in self.links(section, entry)
        )
        label = '<div class="field__label">File đính kèm</div>'
        return f'<div class="field field--name-field-file">{label}{rows}</div>' if rows else ""

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        links = "".join(
            f'<li><a href="{self.entry_href(section, o)}">{escape(o.title)}</a></li>'
            for o in others
        )
        sign = f'<div class="field field--name-field-so-hieu">{escape(entry.sign)}</div>'
        return (
            f'<article role="article" class="node node--type-article"><h1 class="page-title">'
            f'<span class="field field--name-title">{escape(entry.title)}</span></h1><div '
            f'class="node__submitted">Gửi bởi <span>quantri</span> vào {entry.day:%m/%d/%Y}</div>'
            f'{sign if entry.sign else ""}<div class="node__content"><div class="clearfix '
            f'text-formatted field field--name-body">{entry.body}</div>'
            f'{self._files(section, entry)}<a href="/vi/print/{entry.number}">Bản in</a></div>'
            f'</article><div class="block-views"><h2>Tin liên quan</h2><ul>{links}</ul></div>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return (
            f'<article class="node node--type-page"><h1 class="page-title">{escape(section.title)}'
            f'</h1><div class="field field--name-body">{section.body}</div>{files}</article>'
        )

    def results_main(self, query: str, found: list[Found]) -> str:
        rows = "".join(
            f'<li><h3 class="search-result__title"><a href="{self.row_href(s, e)}">'
            f"{escape(e.title)}</a></h3></li>"
            for s, e in found
        )
        return f'<h1>Tìm kiếm {escape(query)}</h1><ol class="search-results">{rows}</ol>'

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        extra = {"/vi": built.pages["/"], "/robots.txt": text_page(ROBOTS)}
        for section in self.site.sections:
            for entry in section.entries:
                page = built.pages.get(self.key(self.entry_href(section, entry)))
                if page is not None:  # under its number, and once more to be printed
                    extra[f"/vi/node/{entry.number}"] = page
                    extra[f"/vi/print/{entry.number}"] = page
        return extra
