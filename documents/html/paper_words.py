"""Words of buttons and links that have no address, by which a paper is known all the same."""

from __future__ import annotations

import re

from documents.html.tool_words import names_something

WORDS_OF_A_TITLE = 5
"""Fewer say nothing for themselves, where nothing but their place speaks for them."""

_OPENING = re.compile(
    r"^\W*(?:(?:bấm |nhấn |nhấp |click )?(?:vào )?(?:để )?"
    r"(?:xem|tải)(?: (?:về|xuống|file|tệp|tập tin))*"
    r"(?: (?:tại )?(?:đây|chi tiết|văn bản|nội dung|toàn văn|tài liệu))*"
    r"|(?:chi tiết|tại đây|đọc tiếp|toàn văn|mở)(?: văn bản| tại đây)?|download|view|open)\W*$",
    re.I,
)
_LONGEST_OPENING = 40
_SYSTEM = re.compile(
    r"\biso(?: ?\d|\b)|\b(?:ht ?)?qlcl\b|\bmtcl\b|(?:quản lý|mục tiêu|chính sách|sổ tay|hệ thống)"
    r" chất lượng|đánh giá nội bộ|xem xét (?:của )?lãnh đạo",
    re.I,
)
_PAPER_NUMBER = re.compile(r"\W*(?:số\W*)?\d{1,5}\s*/\s*(?:\d{4}\s*/)?[A-ZĐ]{2}")


_ANSWERS = re.compile(
    r"\W*(?:tôi |xin )?(?:đồng ý|chấp nhận|gửi|đăng (?:nhập|xuất)|bình chọn|góp ý|tìm|đóng|hủy|huỷ"
    r"|lưu|vui lòng)\b",
    re.I,
)
"""How buttons begin by which a visitor says something to the portal."""


def is_opening(text: str) -> bool:
    """Whether words only offer to open what stands beside them: "(xem)", "Tải về"."""
    return len(text) <= _LONGEST_OPENING and bool(_OPENING.match(text))


def is_title(text: str) -> bool:
    """Whether words may be the title of a paper or section."""
    return len(text.split()) >= WORDS_OF_A_TITLE and names_something(text)


def names_system(text: str) -> bool:
    """Whether words may speak of the quality-management system: enough where little else counts."""
    return _SYSTEM.search(text) is not None


def names_paper(text: str) -> bool:
    """Whether words are a paper's title or number."""
    titled = is_title(text) and _ANSWERS.match(text) is None
    return titled or _PAPER_NUMBER.match(text) is not None
