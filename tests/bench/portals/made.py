"""What the portals for measuring show: 39 KB a page and 92 links, in the words of office news."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

ARTICLES_A_LIST = 20
_SECTIONS = (
    "Giới thiệu", "Cơ cấu tổ chức", "Tin tức sự kiện", "Thông tin tuyên truyền", "Kinh tế xã hội",
    "Văn hóa thể thao", "Quốc phòng an ninh", "Cải cách hành chính", "Chuyển đổi số",
    "Văn bản chỉ đạo điều hành", "Lịch tiếp công dân", "Quy hoạch xây dựng", "Nông thôn mới",
    "Y tế giáo dục", "Tài nguyên môi trường", "Phòng chống thiên tai", "Ngân sách", "Đấu thầu",
    "Khen thưởng", "Hỏi đáp",
)  # fmt: skip
_SUBJECTS = (
    "phòng chống dịch bệnh trên đàn gia súc", "đại hội chi bộ nhiệm kỳ mới", "làm đường liên thôn",
    "tiêm chủng cho trẻ em", "trồng rừng vụ xuân", "hỗ trợ hộ nghèo vay vốn", "thu hoạch lúa mùa",
    "giải bóng chuyền nông dân", "khai giảng lớp xóa mù chữ", "vệ sinh đường làng ngõ xóm",
    "tuyển quân năm nay", "khánh thành nhà văn hóa thôn", "cấp thẻ bảo hiểm y tế",
)  # fmt: skip
_TYPES = ("Thông báo", "Công văn", "Kế hoạch", "Báo cáo", "Giấy mời", "Quyết định")
_CODES = ("TB", "CV", "KH", "BC", "GM", "QĐ")
_WORDS = (
    "ủy ban nhân dân", "xã", "thôn", "cán bộ", "triển khai", "thực hiện", "nhiệm vụ", "đồng chí",
    "trong thời gian", "phát biểu", "chỉ đạo", "người dân", "tập trung", "phối hợp", "đoàn thể",
    "các ban ngành", "đánh giá", "kết quả", "đạt được", "hạn chế", "khắc phục", "sản xuất", "quý",
    "nông nghiệp", "vận động", "tuyên truyền", "quy định", "của pháp luật", "địa phương", "tháng",
    "hội nghị", "tổ chức",
)  # fmt: skip
_SCRIPT = (
    "<script>var _m{n}=function(a){{var b=a.getElementsByTagName('li');"
    "for(var i=0;i<b.length;i++){{b[i].onmouseover=function(){{this.className+=' over'}};"
    "b[i].onmouseout=function(){{this.className=this.className.replace(' over','')}}}}}};</script>"
)


@dataclass
class MadePortal:
    """One portal of ``articles`` articles; every page is made when it is asked for."""

    name: str
    seed: int
    articles: int
    sitemap_of: str = ""
    """The portal's own address where it has a sitemap; empty where it has none."""
    _frame: tuple[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._frame = self._made_frame()

    @property
    def lists(self) -> int:
        """Pages of the long list."""
        return -(-self.articles // ARTICLES_A_LIST)

    def page(self, path: str) -> bytes | None:
        """The page at a path; None where there is none."""
        if path == "/sitemap.xml":
            return self._sitemap() if self.sitemap_of else None
        kind, _, rest = path.strip("/").partition("/")
        number = int(rest.split("-")[0]) if rest.split("-")[0].isdigit() else 0
        if not kind:
            return self._page(self.name, self._list(1))
        if kind == "muc" and number < len(_SECTIONS):
            return self._page(_SECTIONS[number], self._list(1 + number % self.lists))
        if kind == "tin" and 1 <= number <= self.lists:
            return self._page(f"Tin tức, trang {number}", self._list(number))
        if kind == "bai" and number < self.articles:
            return self._page(self.title(number), self._article(number))
        return None

    def title(self, number: int) -> str:
        """Every second one is office language without a subject: it may be anything."""
        of = number % len(_TYPES)
        if number % 2:
            return f"{_TYPES[of]} số {number}/{_CODES[of]}-UBND"
        return f"{self.name}: {_SUBJECTS[number // 2 % len(_SUBJECTS)]} đợt {number}"

    def _sitemap(self) -> bytes:
        entries = "".join(
            f"<url><loc>{self.sitemap_of}/bai/{n}-tin.html</loc></url>"
            for n in range(self.articles)
        )
        return f'<?xml version="1.0"?><urlset>{entries}</urlset>'.encode()

    def _page(self, title: str, main: str) -> bytes:
        before, after = self._frame
        head = f"<title>{title} - {self.name}</title>"
        return (before.replace("<title></title>", head) + f"<h1>{title}</h1>{main}{after}").encode()

    def _list(self, page: int) -> str:
        first = (page - 1) * ARTICLES_A_LIST
        rows = "".join(self._row(n) for n in range(first, first + ARTICLES_A_LIST))
        pages = "".join(
            f'<a class="page" href="/tin/{n}">{n}</a> '
            for n in range(max(1, page - 2), min(self.lists, page + 6) + 1)
        )
        return f'<div class="news-list">{rows}</div><div class="paging">{pages}</div>'

    def _row(self, number: int) -> str:
        if number >= self.articles:
            return ""
        return (
            f'<div class="item"><h3><a href="/bai/{number}-tin.html">{self.title(number)}</a></h3>'
            f'<span class="date">{1 + number % 28:02}/03/2026</span>'
            f"<p>{_prose(self.seed + number, 50)}</p></div>"
        )

    def _article(self, number: int) -> str:
        prose = "".join(
            f"<p>{_prose(self.seed * 7919 + number * 31 + n, 60)}</p>" for n in range(13)
        )
        others = ((number * 7 + n * 13) % self.articles for n in range(1, 21))
        related = "".join(
            f'<li><a href="/bai/{n}-tin.html">{self.title(n)}</a></li>' for n in others
        )
        others_head = '<div class="related"><h4>Các tin khác</h4><ul>'
        return f'<div class="content">{prose}</div>{others_head}{related}</ul></div>'

    def _made_frame(self) -> tuple[str, str]:
        menu = "".join(
            f'<li class="level1 nav-{n}"><a href="/muc/{n}" title="{title}"><span>{title}</span>'
            "</a></li>"
            for n, title in enumerate(_SECTIONS)
        )
        links = "".join(
            f'<li class="lk"><a href="https://don-vi-{n}.example/" target="_blank" rel="noopener">'
            f"Đơn vị liên kết {n}</a></li>"
            for n in range(24)
        )
        newest = "".join(
            f'<li class="item"><a class="show" href="/bai/{n}-tin.html">{self.title(n)}</a></li>'
            for n in range(min(18, self.articles))
        )
        scripts = "".join(_SCRIPT.format(n=n) for n in range(64))
        before = (
            '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title></title>'
            f'{scripts}</head><body><header><div class="banner"><a href="/">{self.name}</a></div>'
            f'</header><nav class="menu"><ul>{menu}</ul></nav><div class="container">'
            '<div class="col-md-9 main">'
        )
        after = (
            f'</div><div class="col-md-3 sidebar"><h4>Tin mới nhất</h4><ul>{newest}</ul>'
            f"<h4>Liên kết</h4><ul>{links}</ul></div></div><footer><p>Bản quyền thuộc {self.name}."
            " Trụ sở: trung tâm xã. Điện thoại: 0216 000 000.</p></footer></body></html>"
        )
        return before, after


def _prose(seed: int, words: int) -> str:
    """Sentences of office language, other for every seed."""
    rng = random.Random(seed)
    return " ".join(_sentence(rng) for _ in range(words // 10)) + f" Mục {seed}."


def _sentence(rng: random.Random) -> str:
    said = " ".join(_picked(rng))
    return said[0].upper() + said[1:] + "."


def _picked(rng: random.Random) -> Iterator[str]:
    for _ in range(10):
        yield _WORDS[rng.randrange(len(_WORDS))]
