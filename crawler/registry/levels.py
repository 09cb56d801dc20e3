"""Level words of lists, Vietnamese and English, and the levels they mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crawler.registry.words import nearest, plain
from domain.agencies import Level

_WORDS: Mapping[Level, tuple[str, ...]] = {
    Level.PROVINCE: (
        *("province", "provincial", "tỉnh", "cấp tỉnh", "UBND tỉnh"),
        *("thành phố trực thuộc trung ương", "thành phố trực thuộc TW"),
    ),
    Level.DEPARTMENT: (
        *("department", "sở", "cấp sở", "ban", "ngành", "sở ngành", "sở, ban, ngành", "sở ban"),
        *("văn phòng", "thanh tra", "cơ quan chuyên môn", "ban quản lý"),
    ),
    Level.DISTRICT: (
        *("district", "huyện", "cấp huyện", "quận", "thị xã", "thành phố"),
        *("thành phố thuộc tỉnh", "thành phố trực thuộc tỉnh", "city", "town"),
    ),
    Level.COMMUNE: (
        *("commune", "ward", "township", "xã", "cấp xã", "phường", "thị trấn", "đặc khu"),
        "special zone",
    ),
    Level.BRANCH: (
        *("branch", "chi cục", "trung tâm", "đơn vị trực thuộc", "đơn vị sự nghiệp", "cục"),
        "phòng",
    ),
    Level.OTHER: ("other", "khác", "đoàn thể", "hội", "doanh nghiệp"),
}


@cache
def _known() -> Mapping[str, Level]:
    """Every word made comparable: once, not for each row of a list."""
    return {plain(word): level for level, all_words in _WORDS.items() for word in all_words}


def read_level(words: str) -> Level | str:
    """The level, or in English why the word is none."""
    known = _known()
    level = known.get(plain(words))
    if level is not None:
        return level
    if not words:
        return f"is empty; write one of {', '.join(Level)}"
    close = nearest(plain(words), known)
    hint = f"; did you mean {known[close]}?" if close else f"; known are {', '.join(Level)}"
    return f"unknown level {words!r}{hint}"
