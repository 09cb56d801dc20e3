"""The words by which Vietnamese portals name the parts of their pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from domain.documents import Zone


@dataclass(frozen=True, slots=True)
class Place:
    """What an element's name, role or class says of where it stands."""

    zone: Zone
    firm: bool = True
    """False for side columns: they hold menus as well as latest news."""


_BY_CLASS: tuple[tuple[re.Pattern[str], Place], ...] = (
    (
        re.compile(
            r"breadcrumb|sitemappath|pathway|duong-?_?dan(?![a-z])|(?<![a-z])crumbs?(?![a-z])"
        ),
        Place(Zone.BREADCRUMB),
    ),
    (
        re.compile(
            r"(?<![a-z])(?:pager|paging|pagination|pagenavi|page-?numbers?|page-?nav(?:igation)?)"
            r"|pagination|phan-?_?trang|taglib-page-iterator|wp-pagenavi|lfr-pagination"
        ),
        Place(Zone.PAGING),
    ),
    (
        re.compile(
            r"related|tin-?_?khac|lien-?_?quan|other-?_?news|orther-?news|news-?_?other"
            r"|cung-?_?(?:chuyen|loai)|bai-?_?khac|latest-?_?news|recent-?_?posts|tin-?_?moi(?!-?_?truong)"
            r"|most-?_?view|xem-?_?nhieu|doc-?_?nhieu|tin-?_?noi-?_?bat"
        ),
        Place(Zone.RELATED),
    ),
    (
        re.compile(
            r"luot-?_?truy-?_?cap|truy-?_?cap|visitor|hit-?_?counter|(?<![a-z])counter(?![a-z])"
            r"|dong-?_?ho(?![a-z])|(?<![a-z])clock|weather|thoi-?_?tiet|font-?_?size|dang-?_?online"
            r"|calendar(?![a-z])|datepicker|users?-?online|statistics?(?![a-z])"
        ),
        Place(Zone.UNKNOWN),
    ),
    (
        re.compile(r"menu|(?<![a-z])mnu|nav(?:bar|igation)?(?![a-z])|(?<![a-z])nav(?!y)"),
        Place(Zone.MENU),
    ),
    (
        re.compile(r"(?<![a-z])(?:site-?|main-?|page-?)?footer|chan-?_?trang|copyright|colophon"),
        Place(Zone.FOOTER),
    ),
    (
        re.compile(
            r"(?:^|\s)(?:site-?|main-?|top-?|wrap(?:per)?-?|portal-?|div-?_?|the-?)?"
            r"(?:header|masthead|top-?bar|banner)(?:-?_?(?:wrap(?:per)?|top|site|area|inner))?(?=\s|$)"
        ),
        Place(Zone.HEADER),
    ),
    (
        re.compile(
            r"attach(?:ment)?s?(?![a-z])|dinh-?_?kem|file-?_?download|download-?_?file|list-?_?files?"
            r"|tep-?_?tin"
        ),
        Place(Zone.ATTACHMENT),
    ),
    (
        re.compile(
            r"side-?_?bar|cot-?_?(?:trai|phai)|(?<![a-z])(?:left|right)-?_?(?:col(?:umn)?|side|panel"
            r"|pane|block)(?![a-z])|col-?_?(?:left|right)(?![a-z])|widget-area"
        ),
        Place(Zone.RELATED, firm=False),
    ),
    (
        re.compile(
            r"(?:^|\s)(?:entry|post|article|journal|news|detail|main|page)-?_?(?:content|body|detail)"
            r"(?=\s|$)|journal-content-article|noi-?_?dung-?_?(?:chi-?tiet|bai)|chi-?_?tiet|item-?page"
        ),
        Place(Zone.MAIN),
    ),
)
IS_PAGER = re.compile(
    r"(?:^|\s)(?:wp-)?(?:pagination|pager|paging|pagenavi|phan-?_?trang)(?![a-z])"
)
"""Class words of a pager and nothing else: it is one in a ``<nav>`` too."""
_BY_TAG = {
    "nav": Place(Zone.MENU),
    "main": Place(Zone.MAIN),
    "article": Place(Zone.MAIN),
    "header": Place(Zone.HEADER),
    "footer": Place(Zone.FOOTER),
    "aside": Place(Zone.RELATED, firm=False),
}
_BY_ROLE = {
    "navigation": Place(Zone.MENU),
    "menubar": Place(Zone.MENU),
    "main": Place(Zone.MAIN),
    "banner": Place(Zone.HEADER),
    "contentinfo": Place(Zone.FOOTER),
    "complementary": Place(Zone.RELATED, firm=False),
}
_RELATED_HEAD = re.compile(
    r"^\W*(?:(?:các |những )?(?:tin|bài|bài viết|tin bài|tin tức|văn bản|thông tin) "
    r"(?:khác|liên quan|cùng (?:chuyên mục|loại|chủ đề)|cũ hơn|mới hơn|đã đưa|mới nhất|mới)"
    r"|(?:các )?(?:tin|bài viết|tin tức) (?:đã đăng|trước đó)|có thể bạn quan tâm"
    r"|(?:tin|bài) (?:đọc|xem) nhiều(?: nhất)?|xem nhiều(?: nhất)?)\s*[:.…>»]*\s*$",
    re.I,
)
BOX_BESIDE = re.compile(
    r"\W*(?:thăm dò|bình chọn|khảo sát"
    r"|liên kết(?: (?:web(?:site)?|trang|site|ngoài|nhanh)|(?=\W*$))"
    r"|thời tiết|video(?=\W*$)|bản đồ(?: hành chính)?(?=\W*$)|quảng cáo|bình luận"
    r"|ý kiến (?:bạn đọc|bình luận)|thống kê truy cập|lượt truy cập|truyền thanh(?=\W*$)"
    r"|đường dây nóng|fanpage|tỷ giá|lịch (?:vạn niên|âm))\b",
    re.I,
)
"""How boxes are headed that stand below a page's own part and are none of it."""
_NEWS_HEAD = re.compile(r"\bmới(?: nhất)?\W*$", re.I)
_ATTACHMENT_HEAD = re.compile(
    r"^\W*(?:(?:các |danh sách )?(?:file|tệp|tệp tin|tập tin|tài liệu|văn bản)s? "
    r"(?:đính kèm|kèm theo)|đính kèm|tải (?:về|xuống)(?: (?:tệp|file|văn bản|tài liệu))?"
    r"|attachments?|file(?:s)? đính kèm)\b",
    re.I,
)
_COUNTER_WORDS = (
    r"(?:thống kê (?:lượt )?truy cập|(?:tổng )?(?:số )?lượt (?:truy cập|xem|đọc|người)"
    r"|(?:tổng )?(?:số )?(?:người |khách )?đang (?:online|truy cập|xem|trực tuyến)"
    r"|(?:khách )?(?:trực tuyến|online)|tổng (?:số |cộng )?(?:lượt )?truy cập|(?:lượt )?truy cập"
    r"|hôm (?:nay|qua)|(?:trong )?(?:tuần|tháng|năm|ngày) (?:này|trước|qua)|hits|views?"
    r"|visitors?)\b"
)
_COUNTER_START = re.compile(rf"^\W*(?:\d[\d.,]*\s*)?{_COUNTER_WORDS}", re.I)
_COUNTER = re.compile(_COUNTER_WORDS + r"\W{0,12}\d*[\d.,]*(?:\s*(?:lượt|người|khách|lần))?", re.I)
_DIGIT = re.compile(r"\d")
_NOW = re.compile(r"^\W*bây giờ là\b", re.I)
_CLOCK_BLOCK = re.compile(
    r"^\W*(?:thứ \w+|chủ nhật|hôm nay|bây giờ)\b.{0,40}\b\d{1,2}\s?:\s?\d{2}\s?:\s?\d{2}\b", re.I
)
_VIEWS = re.compile(
    r"[\s|\-–•(]*(?:"
    r"\b(?:số )?(?:lượt (?:xem|đọc|truy cập)|đã xem|xem)\s*:\s*[\d.,]+(?:\s*(?:lượt|lần))?"
    r"|\b[\d.,]+ lượt (?:xem|đọc|truy cập))\)?(?=\s*(?:$|[|\-–•;(]))",
    re.I,
)
_PAGER_TEXT = re.compile(
    r"^\W*(?:\d{1,4}|trang (?:sau|trước|đầu|cuối|tiếp|kế|\d{1,4})|tiếp(?: theo)?|sau|trước|đầu|cuối"
    r"|next|prev(?:ious)?|first|last|older posts?|newer posts?|xem tiếp|trang tiếp theo)?\W*$",
    re.I,
)
_MORE_TEXT = re.compile(
    r"^\W*(?:(?:xem|tải|hiển thị|hiện) (?:thêm|tiếp)(?: (?:tin|bài|bài viết|văn bản|nữa|kết quả"
    r"|tin tức|tài liệu|nội dung))?|thêm(?: nữa)?|xem (?:tất cả|toàn bộ|hết)(?: (?:tin|bài|bài viết"
    r"|văn bản|tài liệu|kết quả))?|(?:load|show|view|see) (?:more|all)(?: \w+)?|more)\W*$",
    re.I,
)
_GOES_ON = re.compile(
    r"^\W*(?:trang (?:sau|cuối|tiếp(?: theo)?|kế(?: tiếp)?|\d{1,4})|tiếp theo|xem tiếp"
    r"|next page)\W*$",
    re.I,
)
_PAGE_OF_PAGES = re.compile(r"^\W*trang\s*:?\s*(\d{1,4})\s*(?:/|trên|của|of)\s*(\d{1,4})\W*$", re.I)
_LONGEST_REMEMBERED = 200
# Whole paragraphs are searched for it: with the digit first, the engine skips all other letters.
_DATE = re.compile(
    r"\d(?<=\b\d)(?:\d?[/.\-]\d{1,2}[/.\-](?:19|20)\d{2}\b|(?:(?<=1)9|(?<=2)0)\d{2}-\d{2}-\d{2}\b)"
)
_FILE_NAME = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z|tiff?|txt)(?:$|[?#&;/])"
    r"|linkclick\.aspx\?fileticket=|/documents/\d+/|/download[_/?.-]|[?&]download=|/attachments?/",
    re.I,
)


def place_of(tag: str, role: str, words: str) -> Place | None:
    """What an element's tag, role and class and id words (lower case) say of its place."""
    if len(role) + len(words) > _LONGEST_REMEMBERED:
        return _found_place(tag, role, words)
    return _place_of(tag, role, words)


def _found_place(tag: str, role: str, words: str) -> Place | None:
    by_role = _BY_ROLE.get(role)
    if by_role is not None:
        return by_role
    for pattern, place in _BY_CLASS:
        if pattern.search(words):
            return place
    return _BY_TAG.get(tag)


@lru_cache(maxsize=4_096)
def _place_of(tag: str, role: str, words: str) -> Place | None:
    """The same from memory: all pages of a portal have the same classes."""
    return _found_place(tag, role, words)


def place_of_tag(tag: str) -> Place | None:
    """The place of an element that has no class, id or role."""
    return _BY_TAG.get(tag)


def opened_by(head: str, *, marked: bool = False) -> Zone | None:
    """The zone that a short line such as "Tin khác" or "File đính kèm:" opens, None for none.

    ``marked``: whether it is marked up as a heading; one of other matters then opens their box.
    """
    if len(head) > 60:
        return None
    if _RELATED_HEAD.match(head) or (marked and BOX_BESIDE.match(head)):
        return Zone.RELATED
    return Zone.ATTACHMENT if _ATTACHMENT_HEAD.match(head) else None


def is_news_head(head: str) -> bool:
    """Whether a line such as "Tin mới nhất" names news of any kind, not news like another."""
    return bool(_NEWS_HEAD.search(head))


def is_volatile(text: str) -> bool:
    """Whether a line is a counter or clock, which changes without the page changing."""
    if len(text) > 200 or not _DIGIT.search(text):
        return False
    if _CLOCK_BLOCK.match(text) or _NOW.match(text):
        return True
    if not _COUNTER_START.match(text):
        return False
    return sum(map(str.isalpha, _COUNTER.sub("", text))) <= 6


def without_counter(text: str) -> str:
    """A line of an article's facts without its "Lượt xem: 123"."""
    if len(text) > 300:
        return text
    lowered = text.lower()
    if "xem" not in lowered and "lượt" not in lowered:
        return text
    return _VIEWS.sub("", text).strip()


def is_pager_text(text: str) -> bool:
    """Whether a link's words lead to another page of the same list; signs alone (») count."""
    return len(text) <= 24 and bool(text) and bool(_PAGER_TEXT.match(text))


def is_more_text(text: str) -> bool:
    """Whether the words of a button or script go on with a list: "Xem thêm"."""
    return len(text) <= 40 and bool(_MORE_TEXT.match(text))


def goes_on(text: str, *, numbered: bool) -> bool:
    """Whether words alone tell that what says them goes on with a list.

    An arrow or "Next" alone does not, for pictures turn by them; nor does a number, unless it is
    ``numbered``: a script is known to answer for it.
    """
    if numbered and text.isdigit() and len(text) <= 4:
        return True
    return is_more_text(text) or (len(text) <= 24 and bool(_GOES_ON.match(text)))


def pages_left(text: str) -> int:
    """How many pages a list still has by a line such as "Trang 1/3"; 0 where it tells of none."""
    found = _PAGE_OF_PAGES.match(text) if len(text) <= 30 else None
    return max(0, int(found[2]) - int(found[1])) if found else 0


def is_last_page(text: str) -> bool:
    """Whether a line says that the last page of a list is shown: "Trang 3/3"."""
    found = _PAGE_OF_PAGES.match(text) if len(text) <= 30 else None
    return found is not None and int(found[1]) >= int(found[2]) > 0


def has_date(text: str) -> bool:
    """Whether a full date stands in ``text``."""
    return bool(_DATE.search(text))


def is_file(href: str) -> bool:
    """Whether an address looks like a file rather than a page."""
    return bool(_FILE_NAME.search(href))
