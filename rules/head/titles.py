"""The type name and the excerpt (trích yếu) of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.vietnamese.folding import Folded

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
    for match in _TYPE.finditer(text.source, after):
        line_start = text.plain.rfind("\n", 0, match.start()) + 1
        before = text.plain[line_start : match.start()]
        if _NOT_BEFORE.search(before) or _is_of_an_office(text, match):
            continue
        end = _excerpt_end(text, match.end())
        excerpt = _clean(text.source[match.end() : end])
        name = " ".join(match.group(1).lower().split())
        return TitleMention(match.start(), end, name, excerpt)
    return _letter_title(text, max(number_end, after))


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
