"""WordPress: dates in the path, feed, sitemap index, search by ``?s=``."""

from __future__ import annotations

import random
from typing import ClassVar

from tests.province.addresses import quoted, slug
from tests.province.families.base import Built, Family, Found, escape, text_page
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
XML = "application/xml; charset=utf-8"


class WordPress(Family):
    """A blog theme bent into an office's portal; English dates, entries as ``<article>``."""

    name = "wordpress"
    server = "Apache/2.4.52 (Ubuntu)"
    page_size: ClassVar[int] = 8
    search_path = "/"
    search_field = "s"

    def section_href(self, section: Section, page: int = 1) -> str:
        if section.kind in (SectionKind.PAGE, SectionKind.EMPTY):
            return f"/{slug(section.title)}-{section.number}/"
        above = "cai-cach-hanh-chinh/" if section.parent else ""
        base = f"/category/{above}{slug(section.title)}-{section.number}/"
        return base if page == 1 else f"{base}page/{page}/"

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"/{entry.day:%Y/%m/%d}/{slug(entry.title, 60)}-{entry.number}/"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        stem, _, extension = file.file_name.rpartition(".")
        name = quoted(f"{stem.replace(' ', '-')}-{entry.number}{index or ''}.{extension}")
        return f"/wp-content/uploads/{file.modified:%Y/%m}/{name}"

    def _menu(self) -> str:
        rows = []
        for section in self.top():
            inner = "".join(
                f'<li class="menu-item"><a href="{self.menu_href(c)}">{escape(c.title)}</a></li>'
                for c in self.site.children(section.key)
            )
            sub = f'<ul class="sub-menu">{inner}</ul>' if inner else ""
            link = f'<a href="{self.menu_href(section)}">{escape(section.title)}</a>'
            rows.append(f'<li class="menu-item menu-item-{section.number}">{link}{sub}</li>')
        return "".join(rows)

    def frame(self) -> str:
        name = escape(self.agency.name)
        recent = "".join(
            f'<li><a href="{self.row_href(s, e)}">{escape(e.title)}</a></li>'
            for s, e in self.latest(SectionKind.ARTICLES, 4)
        )
        search = (
            '<form role="search" method="get" class="search-form" action="/"><label>'
            '<input type="search" class="search-field" placeholder="Tìm kiếm …" name="s"></label>'
            '<input type="submit" class="search-submit" value="Tìm kiếm"></form>'
        )
        return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="UTF-8"><title>@@title@@ – {name}</title>
<meta name="generator" content="WordPress 6.1.1">
<link rel="alternate" type="application/rss+xml" title="Dòng thông tin {name}" href="/feed/">
<link rel="stylesheet" href="/wp-content/themes/vnportal/style.css?ver=6.1.1">
</head><body class="home blog wp-embed-responsive"><div id="page" class="site">
<header id="masthead" class="site-header"><p class="site-title"><a href="/"
rel="home">{name}</a></p>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu nav-menu">
<li class="menu-item"><a href="/">Trang chủ</a></li>{self._menu()}</ul></nav></header>
@@crumbs@@<div id="content" class="site-content"><main id="main" class="site-main">@@main@@</main>
<aside id="secondary" class="widget-area">{search if self.has_search else ""}
<section class="widget widget_recent_entries"><h2 class="widget-title">Bài viết mới</h2>
<ul>{recent}</ul></section><section class="widget"><h2>Thống kê</h2><p>Online: @@online@@ |
Tổng lượt xem: @@views@@</p></section></aside></div>
<footer id="colophon" class="site-footer"><p>© {name}. @@clock@@</p></footer></div></body></html>"""

    def crumbs(self, section: Section, title: str = "") -> str:
        above = f"{escape(self.folder[section.parent].title)} » " if section.parent else ""
        here = f"» {escape(title)}" if title else ""
        return (
            f'<div class="breadcrumbs"><a href="/">Trang chủ</a> » {above}'
            f'<a href="{self.section_href(section)}">{escape(section.title)}</a> {here}</div>'
        )

    def _article(self, section: Section, entry: Entry) -> str:
        day = f"{MONTHS[entry.day.month - 1]} {entry.day.day}, {entry.day.year}"
        more = f"<p>{escape(entry.summary)} […]</p>" if entry.summary else ""
        sign = f"<p>Số: {escape(entry.sign)}</p>" if entry.sign else ""
        href = self.row_href(section, entry)
        return (
            f'<article id="post-{entry.number}" class="post hentry"><header class="entry-header">'
            f'<h2 class="entry-title"><a href="{href}" rel="bookmark">{escape(entry.title)}'
            "</a></h2>"
            f'<div class="entry-meta">Posted on <time>{day}</time></div></header>'
            f'<div class="entry-summary">{more}{sign}</div></article>'
        )

    def home_main(self) -> str:
        news = "".join(self._article(*pair) for pair in self.latest(SectionKind.ARTICLES, 5))
        papers = "".join(
            f'<li><a href="{self.row_href(s, e)}">{escape(e.sign)} {escape(e.title)}</a></li>'
            for s, e in self.latest(SectionKind.DOCUMENTS, 5)
        )
        return f"{news}<div class='wp-block-group'><h3>Văn bản mới</h3><ul>{papers}</ul></div>"

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._article(section, entry) for entry in entries)
        older = newer = ""
        if page < pages:
            href = self.section_href(section, page + 1)
            older = f'<div class="nav-previous"><a href="{href}">← Bài cũ hơn</a></div>'
        if page > 1:
            href = self.section_href(section, page - 1)
            newer = f'<div class="nav-next"><a href="{href}">Bài mới hơn →</a></div>'
        return (
            f'<header class="page-header"><h1 class="page-title">Chuyên mục: '
            f"{escape(section.title)}</h1></header>{rows}"
            f'<nav class="navigation posts-navigation">{older}{newer}</nav>'
        )

    def _blocks(self, section: Section, entry: Entry) -> str:
        return "".join(
            f'<div class="wp-block-file"><a href="{href}">{escape(words)}</a>'
            f'<a href="{href}" class="wp-block-file__button" download>Tải xuống</a></div>'
            for href, words in self.links(section, entry)
        )

    def _spam(self) -> str:
        """What intruders left above the articles of some portals."""
        if random.Random(f"spam {self.site.seed}").random() > 0.2:
            return ""
        words = "nhà cái uy tín, cá cược bóng đá, slot game đổi thưởng"
        return (
            '<div style="position:absolute;left:-9999px">'
            f'<a href="https://nhacai.example/">{words}</a></div>'
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        related = "".join(
            f'<li><a href="{self.entry_href(section, o)}">{escape(o.title)}</a></li>'
            for o in others
        )
        return (
            f'{self._spam()}<article class="post type-post"><h1'
            f' class="entry-title">{escape(entry.title)}</h1>'
            f'<div class="entry-meta">{entry.day:%d/%m/%Y} · @@views@@ lượt xem</div>'
            f'<div class="entry-content">{entry.body}{self._blocks(section, entry)}</div></article>'
            f'<div class="yarpp-related"><h3>Bài viết liên quan</h3><ol>{related}</ol></div>'
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._blocks(section, entry) for entry in section.entries)
        return (
            f'<article class="page hentry"><h1 class="entry-title">{escape(section.title)}</h1>'
            f'<div class="entry-content">{section.body}{files}</div></article>'
        )

    def results_main(self, query: str, found: list[Found]) -> str:
        rows = "".join(self._article(*pair) for pair in found)
        none = "<p>Không tìm thấy kết quả nào.</p>"
        return f'<h1 class="page-title">Kết quả tìm kiếm cho: {escape(query)}</h1>{rows or none}'

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        robots = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\n"
        robots += "Sitemap: @@origin@@/wp-sitemap.xml\n"
        urls = "".join(
            f"<url><loc>@@origin@@{self.entry_href(s, e)}</loc></url>"
            for _, (s, e) in built.words
            if not e.direct and s.kind is not SectionKind.PAGE
        )
        items = "".join(
            f"<item><title>{escape(e.title)}</title>"
            f"<link>@@origin@@{self.entry_href(s, e)}</link></item>"
            for s, e in self.latest(SectionKind.ARTICLES, 10)
            if not e.direct
        )
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        index = "<sitemap><loc>@@origin@@/wp-sitemap-posts-post-1.xml</loc></sitemap>"
        return {
            "/robots.txt": text_page(robots),
            "/wp-sitemap.xml": text_page(
                f"{head}<sitemapindex {schema}>{index}</sitemapindex>", XML
            ),
            "/wp-sitemap-posts-post-1.xml": text_page(
                f"{head}<urlset {schema}>{urls}</urlset>", XML
            ),
            "/feed": text_page(
                f'{head}<rss version="2.0"><channel><title>{escape(self.agency.name)}</title>'
                f"<link>@@origin@@/</link>{items}</channel></rss>",
                "application/rss+xml; charset=UTF-8",
            ),
        }
