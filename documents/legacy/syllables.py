"""Which words can be written in Vietnamese: the measure that tells a right decoding from chance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from documents.legacy.tables import LETTERS

_ONSET = (
    r"(?:ch?|gh?|kh?|n(?:gh?|h)?|p|ph|qu|t[hr]?|gi|[bdđhlmrsvx])?"
    r"(?<!c(?=[eêiy]))(?<!g(?=[eêy]))(?<!gh(?=[aăâoôơuưy]))(?<!k(?=[aăâoôơuư]))"
)
# "oong" and "ooc" are left out: loan words have them, and VNI's "oâng" would pass for one.
_RIME = (
    r"(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)"
    r"|e(?:c|m|n|ng|o|p|t)?|ê(?:ch|m|n|nh|p|t|u)?"
    r"|i(?:a|ch|m|n|nh|p|t|u|ê(?:c|m|n|ng|p|t|u))?"
    r"|o(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|ă(?:c|m|n|ng|t)|e(?:m|n|o|t)?"
    r"|c|i|m|n|ng|p|t)?"
    r"|ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?"
    r"|u(?:a|c|i|m|n|ng|p|t|ơ|â(?:n|ng|t|y)|ê(?:ch|n|nh)?|ô(?:c|i|m|n|ng|t)"
    r"|y(?:a|ch|n|nh|p|t|u|ê(?:n|t))?)?"
    r"|ư(?:a|c|i|m|n|ng|t|u|ơ(?:c|i|m|n|ng|p|t|u))?"
    r"|y(?:ê(?:m|n|ng|t|u))?)"
)
# After "qu" and "gi" the vowels that follow are the rime's; "uô" and "iê" share their first vowel.
_QU = (
    r"qu(?:a(?:c|ch|i|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:n|ng|t|y)|e(?:n|o|t)?"
    r"|ê(?:ch|n|nh|t)?|i|y(?:ch|n|nh|t|u|ê(?:n|t))?|ơ(?:i|n|t)?|ô(?:c))"
)
_GI = r"gi(?:n|m|p|êng|êt)?"
_SYLLABLE = re.compile(f"(?:{_QU}|{_GI}|(?!qu){_ONSET}{_RIME})")
_OFFICIAL = (
    "và của các có được cho trong là với không đã những người một về theo tại đến này từ để khi"
    " năm ngày tháng số việc công chất lượng mục tiêu quản lý hệ thống chính sách sở tỉnh huyện xã"
    " phường ủy uỷ hội đồng nhân dân ban nhà nước cơ quan đơn vị quyết định kế hoạch thông báo cáo"
    " hướng dẫn thực hiện áp dụng duy trì cải tiến đánh giá nội bộ lãnh đạo xem xét bố chuẩn quốc"
    " gia phù hợp thủ tục hành quy trình giải danh sổ tài liệu căn cứ luật điều khoản nơi nhận như"
    " lưu chủ tịch phó giám đốc trưởng phòng độc lập tự do hạnh phúc cộng hòa hoà xã chủ nghĩa việt"
    " kết quả hồ sơ tổ chức cán thẩm quyền cấp văn bản yêu cầu phải đúng hạn tỷ lệ đạt trên dưới"
    " sử thời gian khoa học nghệ đầu tư tế giáo dục đào tạo lao động thương binh địa phương bộ"
)
_COMMON = frozenset(_OFFICIAL.split())
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_ACUTE, _DOT = 1, 4


def _tones() -> dict[str, tuple[str, int]]:
    """Each letter with a tone: the letter without it, and which tone."""
    found: dict[str, tuple[str, int]] = {}
    for letters in LETTERS:
        if letters == "đ":
            continue
        shaped = letters[0] in "ăâêôơư"
        plain = letters[0] if shaped else {"à": "a", "è": "e", "ì": "i"}.get(letters[0], "")
        plain = plain or {"ò": "o", "ù": "u", "ỳ": "y"}[letters[0]]
        toned = letters[1:] if shaped else letters
        found |= {letter: (plain, tone) for tone, letter in enumerate(toned)}
    return found


_TONES: Mapping[str, tuple[str, int]] = MappingProxyType(_tones())


def is_syllable(word: str) -> bool:
    """Whether a word, in NFC, is spelt as a Vietnamese syllable may be; case must be even too."""
    return 1 <= len(word) <= 7 and _is_spelt(word)


@lru_cache(maxsize=8_192)
def _is_spelt(word: str) -> bool:
    """From memory: papers have few words, and each is tried in every old encoding."""
    if not _cased_evenly(word):
        return False
    tones = [_TONES[letter][1] for letter in word.lower() if letter in _TONES]
    if len(tones) > 1:
        return False
    plain = without_tone(word)
    if not _SYLLABLE.fullmatch(plain):
        return False
    return not _STOPPED.search(plain) or (bool(tones) and tones[0] in (_ACUTE, _DOT))


def is_common(word: str) -> bool:
    """Whether a word is among those that any official paper is full of."""
    return word.lower() in _COMMON


def without_tone(word: str) -> str:
    """A word in lower case with its tone left out and the shape of its vowels kept."""
    return "".join(_TONES[letter][0] if letter in _TONES else letter for letter in word.lower())


def _cased_evenly(word: str) -> bool:
    return word.islower() or word.isupper() or word.istitle()
