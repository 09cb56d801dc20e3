"""Communes that share one host: each lies under a path of its own, an agency is host and path."""

from __future__ import annotations

import random
from typing import ClassVar

from tests.province.addresses import quoted, slug
from tests.province.families.base import Family, Found, escape
from tests.province.province import Attachment, Entry, Section, SectionKind

SHARED_STORES = 0.5
"""How many agencies on a shared host have their files outside the path that is theirs."""


class PathHosted(Family):
    """A small home-made system: definition lists, a side menu, links to the neighbours."""

    name = "path_hosted"
    server = "nginx/1.18.0"
    page_size: ClassVar[int] = 6

    def section_href(self, section: Section, page: int = 1) -> str:
        base = f"{self.prefix}/chuyen-muc/{slug(section.title, 40)}-{section.number}"
        return base if page == 1 else f"{base}/trang-{page}"

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"{self.prefix}/bai-viet/{entry.number}/{slug(entry.title, 40)}"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        return quoted(f"{self._store()}/{entry.number}/{index}/{file.file_name}")

    def _store(self) -> str:
        """Where files lie: under the agency's own path, or in one place for the whole host."""
        shared = random.Random(f"store {self.site.seed}").random() < SHARED_STORES
        return f"/kho-tep{self.prefix}" if self.prefix and shared else f"{self.prefix}/tap-tin"

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(
            f'<dt><a href="{self.menu_href(s)}">{escape(s.title)}</a></dt>{self._sub(s)}'
            for s in self.top()
        )
        return f"""<!doctype html><html><head><meta charset=utf-8><title>@@title@@</title></head>
<body><div class="dau-trang"><a href="/">Trang thông tin các xã</a> / <strong><a
href="{self.home()}">{name}</a></strong> <small>@@clock@@</small></div><div class="khung">
<div class="cot-trai">
<dl class="thuc-don">{menu}</dl><div class="truy-cap">Lượt xem: @@views@@</div></div>
<div class="cot-phai">@@crumbs@@ @@main@@</div></div><div class="chan-trang">{name}</div></body>
</html>"""

    def _sub(self, section: Section) -> str:
        return "".join(
            f'<dd><a href="{self.menu_href(c)}">{escape(c.title)}</a></dd>'
            for c in self.site.children(section.key)
        )

    def crumbs(self, section: Section, title: str = "") -> str:
        return f'<div class="vi-tri">Bạn đang xem: {escape(section.title)}</div>'

    def _item(self, section: Section, entry: Entry) -> str:
        sign = f"{escape(entry.sign)}: " if entry.sign else ""
        return (
            f'<div class="muc">[{entry.day:%d/%m/%Y}] {sign}<a href='
            f'"{self.row_href(section, entry)}">{escape(entry.title)}</a></div>'
        )

    def home_main(self) -> str:
        rows = "".join(self._item(*pair) for pair in self.latest(SectionKind.ARTICLES, 5))
        papers = "".join(self._item(*pair) for pair in self.latest(SectionKind.DOCUMENTS, 5))
        return f"<h3>Tin mới</h3>{rows}<h3>Văn bản mới</h3>{papers}"

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        rows = "".join(self._item(section, entry) for entry in entries)
        following = ""
        if page < pages:
            href = self.section_href(section, page + 1)
            following = f'<p class="them"><a href="{href}">Xem thêm...</a></p>'
        return f"<h2>{escape(section.title)}</h2>{rows}{following}"

    def _files(self, section: Section, entry: Entry) -> str:
        return "".join(
            f'<div class="tep">» <a href="{escape(href)}">{escape(words)}</a></div>'
            for href, words in self.links(section, entry)
        )

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        rows = "".join(self._item(section, other) for other in others)
        return (
            f"<h2>{escape(entry.title)}</h2><i>{entry.day:%d/%m/%Y}</i><div class='noi-dung'>"
            f"{entry.body}</div>{self._files(section, entry)}<h4>Bài cùng chuyên mục</h4>{rows}"
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return f"<h2>{escape(section.title)}</h2><div class='noi-dung'>{section.body}{files}</div>"

    def results_main(self, query: str, found: list[Found]) -> str:
        return "".join(self._item(*pair) for pair in found)
