"""A page is what it is wherever a portal puts its boxes, and however its template is built.

Four short pages in HTML – a paper, a policy of two sentences, a list of procedures, own news –
stand in three kinds of template, under four kinds of heading, with any box in any place but between
the heading and the text. Each must say what it says alone, raise a question, or not be seen whole.
"""

from __future__ import annotations

import random

import pytest

from documents.read import read_body
from domain.documents import Zone
from domain.visits import Attempt, FoundBy, LinkWords, Page
from tests.integration.faults.boxes import BESIDE
from tests.integration.faults.portal import OBJECTIVES
from tests.unit.rules.written_pages import NOW, notes

HOST = "https://minhquan.example.vn"


def _told(*sentences: str) -> str:
    return "".join(f"<p>{one}</p>" for one in sentences)


_PROCEDURES = (
    "đăng ký khai sinh", "đăng ký kết hôn", "đăng ký khai tử", "chứng thực bản sao từ bản chính",
    "chứng thực chữ ký", "xác nhận hộ nghèo", "trợ cấp xã hội hằng tháng", "cấp lại giấy khai sinh",
)  # fmt: skip
_ROWS = "".join(
    f"<tr><td>{place}</td><td>Thủ tục {name}</td></tr>" for place, name in enumerate(_PROCEDURES, 1)
)
PAGES = {
    "Mục tiêu chất lượng năm 2026": (OBJECTIVES, "quality_objectives"),
    "Chính sách chất lượng": (
        _told(
            "“Công khai - Đúng luật - Kịp thời - Thân thiện”",
            "UBND xã Minh Quán cam kết thực hiện chính sách chất lượng này theo TCVN ISO "
            "9001:2015.",
        ),
        "quality_policy",
    ),
    "Danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của UBND xã Minh Quán": (
        f"<table><tr><th>STT</th><th>Tên thủ tục</th></tr>{_ROWS}</table>",
        "tthc_list",
    ),
    "UBND xã Minh Quán ban hành Mục tiêu chất lượng năm 2026": (
        _told(
            "Ngày 09/01/2026, UBND xã Minh Quán đã ban hành Mục tiêu chất lượng năm 2026.",
            "Theo đó, năm 2026 UBND xã phấn đấu giải quyết đúng hạn 100% hồ sơ.",
            "Chủ tịch UBND yêu cầu các bộ phận nghiêm túc tổ chức thực hiện.",
        ),
        "quality_objectives",
    ),
}
HEADINGS = (
    "<h1>{}</h1>",
    "<div class=title>{}</div>",
    "<p><strong>{}</strong></p>",
    "<table><tr><td class=tieude>{}</td></tr></table>",
)
_WAY = "<span class=duongdan><a href='/'>Trang chủ</a> &gt; <a href='/iso'>Tài liệu ISO</a></span>"
_ENTRIES = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Tài liệu ISO", "Liên hệ")
_BRAND = "<h2>CỔNG THÔNG TIN ĐIỆN TỬ</h2><p>UBND xã Minh Quán</p>"
PLACES = ("above", "before the way", "after the way", "below the way", "below", "right", "left")


def _menu(tag: str) -> str:
    return "".join(f"<{tag}><a href='/m{n}'>{one}</a></{tag}>" for n, one in enumerate(_ENTRIES))


TEMPLATES = {
    "marked up": (
        "<header>" + _BRAND + "</header><nav><ul>" + _menu("li") + "</ul></nav>{above}<main>"
        "<div>{before the way}" + _WAY + "{after the way}</div>{below the way}{page}{below}</main>"
        "<aside class=sidebar>{right}</aside><aside class=left>{left}</aside>"
        "<footer>Bản quyền thuộc UBND xã Minh Quán</footer>"
    ),
    "tables": (
        "<table><tr><td>" + _BRAND + "</td></tr><tr><td><div class=menu><table><tr>"
        + _menu("td") + "</tr></table></div></td></tr><tr><td>{above}</td></tr><tr><td>"
        "{before the way}" + _WAY + "{after the way}</td></tr><tr><td><table><tr><td>{left}</td>"
        "<td>{below the way}{page}{below}</td><td>{right}</td></tr></table></td></tr>"
        "<tr><td class=footer>Bản quyền thuộc UBND xã Minh Quán</td></tr></table>"
    ),
    "plain": (
        "<div>" + _BRAND + "</div><div>" + _menu("span") + "</div>{above}<div>{before the way}"
        + _WAY + "{after the way}</div><div>{below the way}{page}{below}</div><div>{right}</div>"
        "<div>{left}</div><div>Bản quyền thuộc UBND xã Minh Quán</div>"
    ),
}  # fmt: skip


def _seen(title: str, template: str, heading: str, place: str = "", box: str = "") -> str:
    """What a page says of its publication: how it was sighted, or that it was not seen whole."""
    text, publication = PAGES[title]
    markup = TEMPLATES[template].replace("{page}", heading.format(title) + f"<div>{text}</div>")
    for one in PLACES:
        markup = markup.replace(f"{{{one}}}", box if one == place else "")
    body = (
        f"<html><head><title>{title} - UBND xã Minh Quán</title></head><body>{markup}</body></html>"
    )
    words = LinkWords(text=title, zone=Zone.LIST, section="Tài liệu ISO")
    attempt = Attempt(f"{HOST}/bai/7", FoundBy.LINK, words, sha256="ab" * 32)
    told = notes(Page(attempt, read_body(body.encode()), NOW))
    kinds = [one.kind.value for one in told.sightings if one.publication == publication]
    return "unseen" if told.unseen else " ".join(kinds)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_box_beside_a_page_hides_nothing_of_it(template: str, place: str) -> None:
    """Under every kind of heading, with boxes drawn for it."""
    drawn = random.Random(f"{template} {place}")
    for title in PAGES:
        for heading in HEADINGS:
            alone = _seen(title, template, heading)
            assert alone in ("paper", "own_news")
            for name in drawn.sample(sorted(BESIDE), 12):
                with_box = _seen(title, template, heading, place, BESIDE[name])
                assert with_box in (alone, "doubtful", "unseen"), (title, heading, name)
