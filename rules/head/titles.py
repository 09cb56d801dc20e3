"""The type name and the excerpt (trích yếu) of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.vietnamese.folding import Folded, fold

TYPE_NAMES = (
    "quyết định",
    "kế hoạch",
    "thông báo",
    "báo cáo",
    "biên bản",
    "tờ trình",
    "công văn",
    "chương trình",
    "giấy mời",
    "hướng dẫn",
    "nghị quyết",
    "phương án",
    "kết luận",
    "chỉ thị",
    "quy chế",
    "quy trình",
    "bản công bố",
    "danh mục",
    "sổ tay",
    "phiếu",
    "danh sách",
)
_TYPE = re.compile(
    r"(?<![^\W\d_])(QUYẾT\s+ĐỊNH|KẾ\s+HOẠCH|(?<!TRUYỀN\s)THÔNG\s+BÁO|BÁO\s+CÁO|BIÊN\s+BẢN|TỜ\s+TRÌNH"
    r"|CHƯƠNG\s+TRÌNH|GIẤY\s+MỜI|HƯỚNG\s+DẪN|NGHỊ\s+QUYẾT|PHƯƠNG\s+ÁN|KẾT\s+LUẬN|CHỈ\s+THỊ"
    r"|BẢN\s+CÔNG\s+BỐ|CÔNG\s+BỐ|SỔ\s+TAY|QUY\s+CHẾ)(?![^\W\d_])"
)
_NOT_ALONE = frozenset({"công văn", "quy trình", "danh mục", "phiếu", "danh sách"})
_TYPE_NAMES_ALONE = {
    fold(name).plain: name for name in (*TYPE_NAMES, "công bố") if name not in _NOT_ALONE
}
_TYPE_ALONE = re.compile(
    rf"^[ \t]*({'|'.join(sorted(_TYPE_NAMES_ALONE, key=len, reverse=True))})[ \t.:*]*$",
    re.MULTILINE,
)
"""On a line of its own a recogniser may have lost tones or size of some letters: "CÔNG Bố"."""
_NOT_BEFORE = re.compile(r"(?:so|phong|ban|tai chinh|\w\s?-|uy ban|chu tich|va)\s*$")
_OFFICE_BEFORE = re.compile(r"(?<![a-z])(?:so|phong)\s+$")
_REST_OF_OFFICE = re.compile(r"\s+(?:va|-|&)\s")
_ABOUT = re.compile(r"(?<![a-z])v\s?/\s?v\.?:?\s*|(?<![a-z])ve viec\s*:?\s*|trich yeu\s*[:|]\s*")
_STOP = re.compile(
    r"\n\s*(?:can cu|tren co so|"
    r"thuc hien (?:quyet|ke hoach so|nghi|thong tu|cong van|chi dao|van ban|de an)"
    r"|kinh gui|i\s*[.,:/]|1\s*[.,:/)]|dieu 1|phan |muc luc|chuong [\divx]|"
    r"hom nay|thoi gian|chu tri|thanh phan|co mat|chu tich|giam doc|truong ban|"
    r"chanh van phong|chi cuc truong|cuc truong|"
    r"uy ban nhan dan|ubnd |ngay \d|noi nhan|stt|tt\b|xet de nghi|nam \d{4}, |thang \d|"
    r"quy [iv\d]+\b|sau khi |tiep tuc |nham "
    r"|de (?:chuan bi|thuc hien|trien khai|dam bao|bao dam|nang cao|duy tri|tang cuong|co so|giup))"
    r"|(?<=nam \d{4})[.;:]?\s*\n(?!\s*(?:va|cua|theo|tai|doi|cho|giai doan|[(-]))"
    r"|(?<=nam \d{4})[.;:]?\s+s?tt\s"
    r"|\n\s*\n|\n\s*-{3,}|\n\s*_{3,}"
    r"|(?<=.{12})\s(?:can cu (?:luat|nghi|quyet|to |ke |van|thong|cong))"
    r"|(?<=.{12})\s(?:tren co so (?:chinh sach|muc tieu|ke hoach|quyet dinh|ket qua|nghi quyet))"
    r"|(?<=.{20})\s(?=kinh gui)|(?<=.{12})\sdieu \d"
)
_LEADERS = re.compile(
    r"\s(?:CHỦ TỊCH|GIÁM ĐỐC|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|CHÁNH VĂN PHÒNG|CHI CỤC TRƯỞNG)\s"
)
_LONGEST = 320
_LEAST_EXCERPT = 12
_RUN_ON = re.compile(
    r"[Nn]ăm 20\d\d(?= (?!(?:UBND|HĐND|Ủy|Uỷ|Sở|Chi|Cục|Ban|Văn|Phòng|Thanh|Trung|TCVN|ISO"
    r"|HTQLCL|Hệ|Xã|Phường|Huyện|Thị|Thành|Tỉnh|Đợt|Lần|Quý|Của|Tại|Theo|Về|Và|Cho)\b)[A-ZÀ-ỸĐ][^\W\d_]*\b)"
)
"""The year ends an excerpt that text runs on behind; an office's name may follow it."""
_SENTENCE = re.compile(r"(?=.{30})[A-ZÀ-ỸĐ][^\W\d_]*[a-zà-ỹđ].*[.:;]$")
"""A line in small letters that begins with a capital and ends as sentences do."""
_LABEL = re.compile(r"[A-ZÀ-ỸĐ](?=[^:]*[a-zà-ỹđ])[^:.\d]{2,30}:\s+\S")
"""A field of a form: "Mục đích: đánh giá ..."."""


@dataclass(frozen=True, slots=True)
class TitleMention:
    """Where the type name and the excerpt stand."""

    start: int
    end: int
    type_name: str | None
    excerpt: str


def find_title(text: Folded, number_end: int, after: int = 0) -> TitleMention | None:
    """The type name in capitals with what follows it, or the "V/v" of a letter."""
    first = min(_type_names(text, after), default=None)
    if first is None:
        return _letter_title(text, max(number_end, after))
    start, name_end, name = first
    end = _excerpt_end(text, name_end)
    return TitleMention(start, end, name, _clean(text.source[name_end:end]))


def _type_names(text: Folded, after: int) -> Iterator[tuple[int, int, str]]:
    """Where the first type names begin and end: one as it should be, one as it was recognised."""
    for match in _TYPE.finditer(text.source, after):
        line_start = text.plain.rfind("\n", 0, match.start()) + 1
        before = text.plain[line_start : match.start()]
        if not (_NOT_BEFORE.search(before) or _is_of_an_office(text, match)):
            yield match.start(), match.end(), " ".join(match.group(1).lower().split())
            break
    for match in _TYPE_ALONE.finditer(text.plain, after):
        letters = [letter for letter in text.source[match.start(1) : match.end(1)] if letter != " "]
        loud = sum(letter.isupper() for letter in letters) * 2 >= len(letters)
        if loud and not _is_of_an_office(text, match):
            yield match.start(1), match.end(1), _TYPE_NAMES_ALONE[match.group(1)]
            break


def _is_of_an_office(text: Folded, match: re.Match[str]) -> bool:
    """Whether it is the name of an office, broken over two lines: "SỞ / KẾ HOẠCH VÀ ĐẦU TƯ"."""
    above = _OFFICE_BEFORE.search(text.plain, max(0, match.start() - 20), match.start())
    return above is not None and _REST_OF_OFFICE.match(text.plain, match.end()) is not None


def _letter_title(text: Folded, number_end: int) -> TitleMention | None:
    match = _ABOUT.search(text.plain, number_end, number_end + 400)
    if match is None:
        return None
    end = _excerpt_end(text, match.end())
    return TitleMention(match.start(), end, None, _clean(text.source[match.end() : end]))


def _excerpt_end(text: Folded, start: int) -> int:
    limit = min(len(text.source), start + _LONGEST)
    stop = _STOP.search(text.plain, start + 3, limit)
    end = _before_a_sentence(text, start, stop.start() if stop else limit)
    leader = _LEADERS.search(text.source, start + 10, end)
    return leader.start() if leader else end


def _before_a_sentence(text: Folded, start: int, end: int) -> int:
    """Where the first whole sentence on a line of its own begins, which is no excerpt any more."""
    run_on = _RUN_ON.search(text.source, start + _LEAST_EXCERPT, end)
    end = run_on.end() if run_on else end
    line_end = text.source.find("\n", start + _LEAST_EXCERPT, end)
    while line_end >= 0:
        following = text.source.find("\n", line_end + 1)
        line = text.source[line_end + 1 : following if following >= 0 else len(text.source)]
        if _SENTENCE.match(line.strip()) or _LABEL.match(line.strip()):
            return line_end
        line_end = text.source.find("\n", line_end + 1, end)
    return end


def _clean(excerpt: str) -> str:
    return " ".join(excerpt.split()).strip(" -–—_:|.*")
