"""A client-side application: one shell for every address, the page is built from JSON."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any, ClassVar

from tests.province.addresses import quoted
from tests.province.exchange import Request
from tests.province.families.base import Built, Family, Found, escape, text_page
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

SCRIPT = Path(__file__).with_name("javascript_app.js")
JSON = "application/json; charset=utf-8"
Answers = dict[str, Any]


class JavascriptApp(Family):
    """The routes of a front end; the server answers the shell with 200, whatever is asked."""

    name = "javascript_app"
    server = "nginx/1.24.0"
    page_size: ClassVar[int] = 5

    def section_href(self, section: Section, page: int = 1) -> str:
        return f"/chuyen-muc/{section.number}" + (f"?trang={page}" if page > 1 else "")

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"/bai-viet/{entry.number}"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        return quoted(f"/tai-ve/{entry.number}/{index}/{file.file_name}")

    def frame(self) -> str:
        return (
            '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng thông tin'
            '</title><link rel="stylesheet" href="/assets/index-4f1a.css"></head><body>'
            '<div id="app"><div class="spinner"></div></div>'
            f"<script>{SCRIPT.read_text(encoding='utf-8')}</script></body></html>"
        )

    # The interface behind it

    def build(self) -> Built:
        built = super().build()
        self._answer(built, "/api/cau-hinh", self._settings())
        self._answer(built, "/api/trang-chu", self._home())
        for section in self.site.sections:
            self._answer_section(built, section)
            for entry in section.entries:
                answer = self._entry(section, entry)
                self._answer(built, f"/api/bai-viet/{entry.number}", answer)
        return built

    def _answer(self, built: Built, address: str, answer: Answers) -> None:
        text = json.dumps(answer, ensure_ascii=False)
        built.pages[self.key(address)] = text_page(text, JSON)

    def _settings(self) -> Answers:
        items = [self._item(section) for section in self.top()]
        home = {"ten": "Trang chủ", "duongDan": "/", "con": []}
        return {"coQuan": self.agency.name, "menu": [home, *items], "luot": "@@views@@"}

    def _item(self, section: Section) -> Answers:
        children = [self._item(child) for child in self.site.children(section.key)]
        return {"ten": section.title, "duongDan": self.menu_href(section), "con": children}

    def _home(self) -> Answers:
        news = self.latest(SectionKind.ARTICLES, 6)
        papers = self.latest(SectionKind.DOCUMENTS, 6)
        return {"tieuDe": "Trang chủ", "tin": self._rows(news), "vanBan": self._rows(papers)}

    def _rows(self, found: list[Found]) -> list[Answers]:
        return [
            {
                "id": entry.number,
                "tieuDe": entry.title,
                "soHieu": entry.sign,
                "ngay": f"{entry.day:%d/%m/%Y}",
                "duongDan": unescape(self.row_href(section, entry)),
            }
            for section, entry in found
        ]

    def _files(self, section: Section, entry: Entry) -> list[Answers]:
        return [{"ten": words, "duongDan": href} for href, words in self.links(section, entry)]

    def _answer_section(self, built: Built, section: Section) -> None:
        lone = section.kind in (SectionKind.PAGE, SectionKind.EMPTY)
        entries = [] if lone else list(section.entries)
        pages = max(1, -(-len(entries) // self.page_size))
        files = [f for e in section.entries for f in self._files(section, e)] if lone else []
        for page in range(1, pages + 1):
            part = entries[(page - 1) * self.page_size : page * self.page_size]
            rows = self._rows([(section, entry) for entry in part])
            answer = {
                "id": section.number,
                "tieuDe": section.title,
                "noiDung": section.body,
                "danhSach": rows or self._inside(section),
                "tep": files,
                "trang": page,
                "soTrang": pages,
            }
            self._answer(built, f"/api/chuyen-muc/{section.number}?trang={page}", answer)

    def _inside(self, section: Section) -> list[Answers]:
        """A folder lists the sections that lie in it."""
        return [
            {"tieuDe": s.title, "soHieu": "", "ngay": "", "duongDan": self.menu_href(s)}
            for s in self.site.children(section.key)
        ]

    def _entry(self, section: Section, entry: Entry) -> Answers:
        others = [(section, other) for other in self._others(section, entry)]
        return {
            "id": entry.number,
            "tieuDe": entry.title,
            "ngay": f"{entry.day:%d/%m/%Y}",
            "soHieu": entry.sign,
            "noiDung": entry.body,
            "tep": self._files(section, entry),
            "lienQuan": self._rows(others),
        }

    def unknown(self, request: Request) -> PlannedPage | None:
        if "." in request.path.rpartition("/")[2] or request.path.startswith("/api/"):
            return None
        return PlannedPage("", "")

    # The shell holds nothing

    def home_main(self) -> str:
        return ""

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        return ""

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        return ""

    def page_main(self, section: Section) -> str:
        return ""

    def folder_main(self, section: Section) -> str:
        return ""

    def crumbs(self, section: Section, title: str = "") -> str:
        return ""

    def results_main(self, query: str, found: list[Found]) -> str:
        return f"<p>{escape(query)}</p>"
