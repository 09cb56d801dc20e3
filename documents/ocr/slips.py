"""Mending the known slips of recognised Vietnamese text, inside patterns that leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable

from documents.ocr.phrases import with_phrases

_DIGIT_LIKE = str.maketrans(
    {"l": "1", "I": "1", "|": "1", "i": "1", "O": "0", "o": "0", "Q": "0", "S": "5", "B": "8"}
)
_D = r"[\dlI|iOoSB]"
"""A digit, or a letter that stands in for one."""
_KINDS = (
    "QĐ|QD|QÐ|OĐ|OD|QB|KH|TB|BC|BB|TTr|TTR|CT|HD|GM|NQ|CV|PA|KL|CB|DM|PL|TTg|BCĐ|HTQLCL|UBND|SY?T"
)
_TAIL = r"[A-ZĐÐ][A-Za-zĐÐđ&.]{0,14}(?:\s?-\s?[A-ZĐÐ&0][A-Za-zĐÐđ&.0]{0,14}){0,2}"

Repair = Callable[[re.Match[str]], str]


def mended(line: str) -> str:
    """A recognised line with its known slips mended; everything else as it was."""
    for pattern, repair in _REPAIRS:
        line = pattern.sub(repair, line)
    return with_phrases(line)


def _digits(text: str) -> str:
    return re.sub(r"\s+", "", text).translate(_DIGIT_LIKE)


def _number(match: re.Match[str]) -> str:
    """ "Số: l2 /QD -UBND" as "Số: 12/QĐ-UBND"; a gap left for the number stays a gap."""
    label, number, tail = match.group("label", "number", "tail")
    if not number.strip(" .…_"):
        return match.group(0)
    return f"{_label(label)}{_digits(number)}/{_tail(tail)}"


def _label(label: str) -> str:
    if not label:
        return ""
    word = "Số" if label[0].isupper() else "số"
    return f"{word}: " if set(label) & set(":;.") else f"{word} "


def _tail(tail: str) -> str:
    plain = re.sub(r"\s*-\s*", "-", tail).replace("Ð", "Đ")
    return re.sub(r"^(?:QD|OĐ|OD|QB)(?=-|$)", "QĐ", plain)


def _date(match: re.Match[str]) -> str:
    """ "ngáy l2 thảng O3 nám 202l" as "ngày 12 tháng 03 năm 2021"."""
    day, month, year = match.group("day", "month", "year")
    capital = "Ngày" if match.group(0)[0] == "N" else "ngày"
    return f"{capital} {_shown(day)} tháng {_shown(month)} năm {_digits(year)}"


def _shown(part: str) -> str:
    return _digits(part) if any(mark.isalnum() for mark in part) else part.strip() or "  "


def _year(match: re.Match[str]) -> str:
    word = match.group("word")
    kept = "NĂM" if word.isupper() else "Năm" if word[0] == "N" else "năm"
    return f"{kept} {match.group('year')}"


def _iso(match: re.Match[str]) -> str:
    return f"ISO {_digits(match.group('standard'))}{match.group('rest') or ''}"


def _edition(match: re.Match[str]) -> str:
    return f"{match.group('standard')}:{_digits(match.group('year'))}"


def _always(words: str) -> Repair:
    return lambda match: words


def _committee(match: re.Match[str]) -> str:
    """Either place of the tone mark is right, and stays."""
    return f"{'UỶ' if match.group(0)[1] == 'Ỷ' else 'ỦY'} BAN NHÂN DÂN"


def _roman(match: re.Match[str]) -> str:
    return "I" * len(match.group("ones")) + "."


_REPAIRS: tuple[tuple[re.Pattern[str], Repair], ...] = (
    (
        re.compile(
            r"(?P<label>\b[SsŠ][ốôóồổõö6]\s*[:.;]?\s*)"
            rf"(?P<number>(?:{_D}\s?){{1,5}}|[ .…_]{{1,12}})\s?/\s?(?P<tail>{_TAIL})"
        ),
        _number,
    ),
    (
        re.compile(
            rf"(?P<label>)(?<![\w/-])(?P<number>{_D}{{1,5}})\s?/\s?"
            rf"(?P<tail>(?:{_KINDS})\s?-\s?{_TAIL})"
        ),
        _number,
    ),
    (
        re.compile(
            rf"\b[Nn]g[àáaảâạãä]y\s*(?P<day>(?:{_D}\s?){{1,2}}|[ .…_]{{0,12}})\s*"
            rf"[tT1]h[áàaảâạãä]ng\s*(?P<month>(?:{_D}\s?){{1,2}}|[ .…_]{{0,12}})\s*"
            rf"[nN][ăáàaâãảäẫ]m\s*(?P<year>[2lI|][\s]?[0OoQ]\s?{_D}\s?{_D})(?![\w])"
        ),
        _date,
    ),
    (
        re.compile(r"\b(?P<word>[nN][áàãảâä]m|N[ÁÀÃẢÂÄ]M)\s+(?P<year>(?:19|20)\d\d)(?!\d)"),
        _year,
    ),
    (
        re.compile(
            r"(?<![\w])[lI1|i][sS5][oO0Q]\s?(?P<standard>[9g][0oO]{2}[0-9lI])(?P<rest>(?=\D|$))"
        ),
        _iso,
    ),
    (
        re.compile(
            r"(?<!\w)(?P<standard>ISO 9001)\s*[:;.,-]{1,2}\s*[:;-]?\s*"
            r"(?P<year>[2z][0Oo]\d[\dS])(?!\d)"
        ),
        _edition,
    ),
    (re.compile(r"\b[TI]CVN(?=\s+ISO 9)"), _always("TCVN")),
    (
        re.compile(r"\bĐ[ộôọòóồốổỗo]c\s+l[ậâạàáấầẩẫa]p\s*[-–—._]+\s*T[ựưụuùúừứử]\s*do\b"),
        _always("Độc lập - Tự do"),
    ),
    (
        re.compile(
            r"\bCỘ?[ỌÔÒÓỒỐ]?NG\s+H[ÒOÓÔỒ][AÀ]\s+X[ÃAÁÂÀÄ]\s+H[ỘÔỌÒÓỐỒ][IÌÍ!l]\s+CH[ỦUÙÚŨỤỪỨỬ]\s+NGH[ĨIÍÌÏ]A"
            r"\s+VI[ỆÊẸÈÉẾỀ]T\s+NAM\b"
        ),
        _always("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ),
    (
        re.compile(r"\b[ỦÙÚŨỤUỪỨỬỮỰ][YỶỲÝ]\s+B[AẠẢÀÁÂ]N\s+NH[ÂAÀÁẢẠẬẦẤ]N\s+D[ÂAÀÁẢẠẬẦẤẪẨ]N\b"),
        _committee,
    ),
    (re.compile(r"^(?P<ones>[lI|]{1,3})\.(?=\s*[A-ZĐÂĂÊÔƠƯ])"), _roman),
    (re.compile(r"\bT[ỔỐÔỒ]\s+CH[ỨỬỪƯ]C\b"), _always("TỔ CHỨC")),
    (re.compile(r"\bQUY[ẾÉÊỀẺ]T\s*Đ[ỊIÌÍỈ]NH\b"), _always("QUYẾT ĐỊNH")),
    (re.compile(r"\bK[ẾÉÊỀẺ]\s*HO[ẠAẢÀÁ]CH\b"), _always("KẾ HOẠCH")),
    (
        re.compile(r"\bM[ỤUỦÙÚ]C\s+TI[ÊEẾỀÉ]U\s+CH[ẤÁÂẦẢ]T\s+L[ƯU][ỢƠỌỜỚỞ]NG\b"),
        _always("MỤC TIÊU CHẤT LƯỢNG"),
    ),
    (re.compile(r"\bCH[ẤÁÂẦẢ]T\s+L[ƯU][ỢƠỌỜỚỞ]NG\b"), _always("CHẤT LƯỢNG")),
)
