"""Fixed phrases of administrative papers whose tone marks a recogniser gets wrong."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

PHRASES = (
    "hệ thống quản lý chất lượng",
    "quản lý chất lượng",
    "mục tiêu chất lượng",
    "chính sách chất lượng",
    "chất lượng",
    "hệ thống",
    "tiêu chuẩn",
    "tiêu chuẩn quốc gia",
    "thủ tục hành chính",
    "hành chính nhà nước",
    "cải cách hành chính",
    "tổ chức chính quyền địa phương",
    "hội đồng nhân dân",
    "chi cục trưởng",
    "chi cục",
    "chi tiết",
    "tầm nhìn đến",
    "trưởng phòng",
    "chánh văn phòng",
    "phó chủ tịch",
    "chủ tịch",
    "phó giám đốc",
    "giám đốc",
    "khoa học và công nghệ",
    "nông nghiệp và môi trường",
    "thủ tướng chính phủ",
    "yêu cầu",
    "chi tiết thi hành",
    "chịu trách nhiệm thi hành",
    "xem xét của lãnh đạo",
    "xem xét lãnh đạo",
    "đánh giá nội bộ",
    "hành động khắc phục",
    "điểm không phù hợp",
    "cải tiến",
    "kế hoạch",
    "quyết định",
    "nhiệm vụ",
    "thẩm quyền giải quyết",
)
"""In small letters; none whose letters without marks could be other words in such a paper."""

AT_LINE_START = (
    "căn cứ",
    "sở y tế",
    "sở nội vụ",
    "sở tư pháp",
    "sở tài chính",
    "sở công thương",
    "sở xây dựng",
    "sở nông nghiệp",
    "sở giáo dục",
    "sở khoa học",
    "sở kế hoạch",
    "sở tài nguyên",
    "sở văn hóa",
    "sở lao động",
    "sở thông tin",
    "sở giao thông",
)
"""The same for phrases that mean something else in the middle of a line: "hồ sơ y tế"."""


def with_phrases(line: str) -> str:
    """The line with its fixed phrases spelt right, in the case in which they stand."""
    plain = _plain(line)
    if len(plain) != len(line):
        return line
    for match in _pattern().finditer(plain):
        start, end = match.span()
        right = _spelt()[match.group()]
        line = line[:start] + _cased(right, line[start:end]) + line[end:]
    return line


def _cased(right: str, seen: str) -> str:
    return "".join(
        letter.upper() if other.isupper() else letter
        for letter, other in zip(right, seen, strict=True)
    )


@cache
def _spelt() -> dict[str, str]:
    """Each phrase by its letters without marks; made once, as every line asks."""
    return {_plain(phrase): phrase for phrase in (*PHRASES, *AT_LINE_START)}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"^{_any_of(AT_LINE_START)}|{_any_of(PHRASES)}")


def _any_of(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(map(_plain, phrases), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"


def _plain(text: str) -> str:
    """Small letters without marks, one for one."""
    return "".join(_plain_letter(letter) for letter in text)


@cache
def _plain_letter(letter: str) -> str:
    small = unicodedata.normalize("NFD", letter)[0].lower()
    return "d" if small == "đ" else small
