"""Pages by the server, lists by a script: the rows of every list come from JSON, more on demand."""

from __future__ import annotations

import json
from html import unescape
from typing import ClassVar

from tests.province.addresses import quoted, slug
from tests.province.families.base import Built, Family, Found, escape, text_page
from tests.province.province import Attachment, Entry, PlannedPage, Section, SectionKind

JSON = "application/json; charset=utf-8"
SCRIPT = """<script>
(function () {
  function them(khung, diaChi) {
    var yeuCau = new XMLHttpRequest();
    yeuCau.open('GET', diaChi);
    yeuCau.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    yeuCau.onload = function () {
      var duLieu = JSON.parse(yeuCau.responseText);
      duLieu.items.forEach(function (dong) {
        var muc = document.createElement('li'), lienKet = document.createElement('a');
        lienKet.href = dong.url;
        lienKet.textContent = dong.title;
        muc.textContent = (dong.number ? dong.number + ' ' : '') + dong.date + ' ';
        muc.appendChild(lienKet);
        khung.querySelector('ul').appendChild(muc);
      });
      var nut = khung.querySelector('button');
      nut.style.display = duLieu.next ? '' : 'none';
      nut.onclick = function () { them(khung, duLieu.next); };
    };
    yeuCau.send();
  }
  document.querySelectorAll('.danh-sach-dong').forEach(function (khung) {
    them(khung, khung.getAttribute('data-nguon'));
  });
})();
</script>"""


class JsonLists(Family):
    """A front end of jQuery days: menu and articles are plain, no list holds a row."""

    name = "json_lists"
    server = "nginx/1.20.1"
    page_size: ClassVar[int] = 7

    def section_href(self, section: Section, page: int = 1) -> str:
        return f"/{slug(section.title, 40)}-{section.number}.html"

    def _source(self, section: Section, page: int) -> str:
        return f"/api/danh-sach?muc={section.number}&trang={page}"

    def page_address(self, section: Section, page: int) -> str:
        return self.section_href(section) if page == 1 else self._source(section, page)

    def entry_href(self, section: Section, entry: Entry) -> str:
        return f"/tin/{slug(entry.title, 50)}-{entry.number}.html"

    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        return quoted(f"/storage/{entry.number}/{index}/{file.file_name}")

    def frame(self) -> str:
        name = escape(self.agency.name)
        menu = "".join(
            f'<li><a href="{self.menu_href(s)}">{escape(s.title)}</a>{self._sub(s)}</li>'
            for s in self.top()
        )
        return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>@@title@@ -
{name}</title></head><body><header><a href="/">{name}</a><nav><ul>{menu}</ul></nav></header>
<div class="duong-dan">@@crumbs@@</div><main>@@main@@</main><footer>{name} · @@views@@ lượt xem ·
@@clock@@</footer>{SCRIPT}</body></html>"""

    def _sub(self, section: Section) -> str:
        rows = "".join(
            f'<li><a href="{self.menu_href(c)}">{escape(c.title)}</a></li>'
            for c in self.site.children(section.key)
        )
        return f"<ul>{rows}</ul>" if rows else ""

    def crumbs(self, section: Section, title: str = "") -> str:
        return f'<a href="/">Trang chủ</a> / {escape(section.title)}'

    # Lists

    def _empty_list(self, source: str) -> str:
        return (
            f'<div class="danh-sach-dong" data-nguon="{escape(source)}"><ul></ul><button '
            'type="button" style="display:none">Xem thêm</button></div>'
        )

    def home_main(self) -> str:
        return f"{self._welcome()}<h2>Tin mới</h2>{self._empty_list('/api/moi-nhat')}"

    def _welcome(self) -> str:
        """On some portals the home page has text of its own, so that only its lists are empty."""
        if self.rng.random() < 0.5:
            return ""
        name = escape(self.agency.name)
        return (
            f"<p>Trang thông tin điện tử của {name} cung cấp thông tin hoạt động, văn bản chỉ đạo "
            "điều hành và thủ tục hành chính phục vụ tổ chức, cá nhân. Quý vị có thể liên hệ bộ "
            "phận tiếp nhận và trả kết quả trong giờ hành chính, từ thứ Hai đến thứ Sáu hằng "
            "tuần.</p>"
        )

    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        return f"<h1>{escape(section.title)}</h1>{self._empty_list(self._source(section, 1))}"

    def _answer(self, found: list[Found], following: str | None) -> PlannedPage:
        items = [
            {
                "title": entry.title,
                "url": unescape(self.row_href(section, entry)),
                "date": f"{entry.day:%d/%m/%Y}",
                "number": entry.sign,
            }
            for section, entry in found
        ]
        return text_page(json.dumps({"items": items, "next": following}, ensure_ascii=False), JSON)

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        latest = self.latest(SectionKind.ARTICLES, 5) + self.latest(SectionKind.DOCUMENTS, 5)
        answers = {"/api/moi-nhat": self._answer(latest, None)}
        for section in self.site.sections:
            pages = max(1, -(-len(section.entries) // self.page_size))
            for page in range(1, pages + 1):
                part = section.entries[(page - 1) * self.page_size : page * self.page_size]
                following = self._source(section, page + 1) if page < pages else None
                found = [(section, entry) for entry in part]
                key = self.key(self._source(section, page))
                answers[key] = self._answer(found, following)
        return answers

    # Pages

    def _files(self, section: Section, entry: Entry) -> str:
        rows = "".join(
            f'<li><a href="{href}" download>{escape(words)}</a></li>'
            for href, words in self.links(section, entry)
        )
        return f'<ul class="tep-dinh-kem">{rows}</ul>' if rows else ""

    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        sign = f"<p>Số ký hiệu: {escape(entry.sign)}</p>" if entry.sign else ""
        return (
            f"<article><h1>{escape(entry.title)}</h1><time>{entry.day:%d/%m/%Y}</time>{sign}"
            f"{entry.body}{self._files(section, entry)}</article>"
        )

    def page_main(self, section: Section) -> str:
        files = "".join(self._files(section, entry) for entry in section.entries)
        return f"<article><h1>{escape(section.title)}</h1>{section.body}{files}</article>"

    def results_main(self, query: str, found: list[Found]) -> str:
        return ""
