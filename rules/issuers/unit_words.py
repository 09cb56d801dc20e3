"""The words that agencies are named with: their markers, and everyday words that look like them."""

from __future__ import annotations

import re
from functools import cache

from rules.vietnamese.folding import fold_words
from rules.vietnamese.letters import tidy, toned_key

_COMMITTEE_ANYWHERE = re.compile(r"(?:uỷ|ủy|uy)\s+ban\s+nh[âa]n\s+d[âa]n", re.IGNORECASE)
RANKS = {
    "tỉnh": 3,
    "huyện": 2,
    "quận": 2,
    "thị xã": 2,
    "thành phố": 2,
    "xã": 1,
    "phường": 1,
    "thị trấn": 1,
    "đặc khu": 1,
}
BODIES = (
    "sở",
    "chi cục",
    "văn phòng",
    "thanh tra",
    "ban quản lý",
    "ban dân tộc",
    "trung tâm phục vụ hành chính công",
    "trung tâm",
    "trường mầm non",
    "trường mẫu giáo",
    "trường tiểu học",
    "trường trung học",
    "trường phổ thông",
    "trường thpt",
    "trường thcs",
    "trường th",
    "trường ptdt",
    "trường dân tộc",
    "trường đại học",
    "trường cao đẳng",
    "trường chính trị",
    "bệnh viện",
    "phòng",
    "công ty",
    "hợp tác xã",
    "đảng ủy",
    "hội đồng nhân dân",
    "ban chỉ đạo",
    "trạm y tế",
    "cục",
    "hạt kiểm lâm",
    "đội quản lý",
    "công an",
    "ban chỉ huy quân sự",
    "huyện ủy",
    "thị ủy",
    "thành ủy",
    "tỉnh ủy",
    "mặt trận tổ quốc",
    "hội nông dân",
    "hội liên hiệp",
    "hội cựu chiến binh",
    "liên đoàn lao động",
    "tòa án",
    "viện kiểm sát",
    "kho bạc",
    "bảo hiểm xã hội",
)
WHOLE_NAMES = frozenset({"ban dân tộc"})
"""Bodies of which a province has one, whose name needs nothing behind it."""
_SHORT_MARKERS = {"TP": "THÀNH PHỐ", "TX": "THỊ XÃ", "TT": "THỊ TRẤN", "P": "PHƯỜNG", "H": "HUYỆN"}
_SHORT_MARKER = re.compile(r"UBND\s+(TP|TX|TT|P|H)\s*[. ]\s*(?=\w)")
"""Markers are shortened behind the committee: "UBND TP. Yên Bái"."""
_GLUE = frozenset({"", "va"})
NOT_ALONE = frozenset({("van", "phong"), ("thanh", "tra")})
"""Bodies whose name says nothing without whose office they are."""
BEFORE_EVERYDAY_WORDS = {
    "sở": ("cơ", "trụ"),
    "phòng": ("văn", "quốc", "dự", "đề", "hải"),
    "trung tâm": ("là", "làm"),
    "xã": ("thị",),
    "cục": ("chi", "tổng"),
}
"""Words that make a marker part of an everyday word when they stand before it: "cơ sở"."""
AFTER_EVERYDAY_WORDS = {
    "phòng": ("chống", "ngừa", "họp", "bệnh", "dịch", "cháy", "vệ"),
    "văn phòng": ("phẩm",),
    "chi cục": ("trưởng", "phó"),
    "cục": ("trưởng", "phó"),
    "ban chỉ đạo": ("trưởng",),
    "xã": ("hội", "viên"),
    "tỉnh": ("thành", "ủy"),
    "huyện": ("ủy",),
}


def cut(text: str) -> list[str]:
    """The words as written, the committee as one word "UBND", "và" left out."""
    short = _COMMITTEE_ANYWHERE.sub("UBND", tidy(text))
    short = _SHORT_MARKER.sub(lambda found: f"UBND {_SHORT_MARKERS[found.group(1)]} ", short)
    words = (word.lstrip("0") if word.isdigit() else word for word in re.findall(r"\w+", short))
    return [word for word in words if fold_words(word) not in _GLUE]


@cache
def keys(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(toned_key(word) for word in words)


@cache
def marker_words(marker: str) -> tuple[str, ...]:
    return words_of(marker)


def words_of(text: str) -> tuple[str, ...]:
    return tuple(toned_key(word) for word in cut(text))


def bare_words_of(text: str) -> tuple[str, ...]:
    return tuple(fold_words(word) for word in cut(text))
