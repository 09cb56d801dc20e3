"""The lines at the top of a paper that say whose it is, with or without a formal head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from rules.vietnamese.folding import Folded, fold
from rules.vietnamese.letters import has_diacritics, toned_key

_UNIT = re.compile(
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|tinh|huyen|thanh pho|thi xa|thi tran|xa|phuong"
    r"|so|chi cuc|cuc|thanh tra|ban|van phong|trung tam|phong|dac khu)(?![a-z])"
)
_STATE_BODY = re.compile(
    r"(?:ubnd|uy ban nhan dan|so|chi cuc|ban dan toc|ban quan ly|thanh tra|van phong|dac khu"
    r"|bo (?!phan|thu tuc|tthc|quy trinh|tai lieu)|tong cuc|cuc|chinh phu|thu tuong)(?![a-z])"
)
"""Bodies that issue papers under their own name, also where only their first letters are large."""
_FIRST_WORDS = (
    "ubnd ủy hđnd hội tỉnh huyện thành thị xã phường sở chi cục thanh ban văn trung phòng đặc bộ"
    " tổng chính thủ"
)
"""How names of offices begin: without its tones "SO SÁNH" would begin as "SỞ"."""
_PAPER = re.compile(
    r"(?<![a-z])(?:"
    r"(?:chinh sach|muc tieu) ?chat ?luong|mtcl|cscl|pham vi ap dung"
    r"|mo hinh(?= he thong| htqlcl| *$)|(?<!chi dao )(?<!ap dung )htqlcl"
    r"|(?<!chi dao )(?<!ap dung )he thong (?:quan ly chat luong|qlcl|chat luong|tai lieu)"
    r"|so tay|so theo doi|danh (?:muc|sach)|muc luc|bang (?:ke|tong hop|theo doi|danh|muc|phan)"
    r"|cac (?=thu tuc|quy trinh|tthc|muc tieu)|bo (?:thu tuc|quy trinh|tthc|tai lieu|danh muc)"
    r"|tai lieu (?!luu tru)|(?:ban )?cong bo"
    r"|quy trinh|quy che|quyet dinh|(?<!truyen )thong bao|bao cao|bien ban|to trinh"
    r"|cong van|phu luc|phieu"
    r"|chuong trinh|giay moi|nghi quyet|phuong an|du thao|ban cam ket|cam ket|ket luan"
    r"|(?<!so )(?<!phong )(?<!chinh )(?<!chinh - )(?<!va )ke hoach(?! (?:va|&|-|hoa))"
    r"|danh gia (?:noi bo|chat luong)|xem xet"
    r"|(?:ma (?:so|hieu)|ky hieu|lan ban hanh|trang)(?= *[:\d])"
    r"|tieu chuan (?=quoc gia|tcvn|iso)|tcvn|(?<!chi dao )(?<!ban )iso(?= *:? *\d)"
    r")(?![a-z])"
)
"""What a paper, its number in a set or its standard is called: no part of an office's name."""
_PAPER_WORDS = (
    "chính mục mtcl cscl phạm mô htqlcl hệ sổ danh bảng các bộ tài bản công quy quyết thông báo"
    " biên tờ phụ phiếu chương giấy nghị phương dự cam kết kế đánh xem mã ký lần trang tiêu tcvn"
    " iso"
)
"""How names of papers begin, with their tones."""
_ACTS = re.compile(
    r"(?<!\w)(?:(?<!ban )tổ chức|ban hành|triển khai|họp|đã|vừa|kiểm tra|thực hiện|được|có|là"
    r"|tham gia|phối hợp|đạt|duy trì|xác định|cam kết|tăng cường|khai mạc|yêu cầu"
    r"|thông tin về|đề ra)(?!\w)"
    r"|(?<!chỉ đạo )áp dụng(?!\w)"
)
"""Words that make a line a sentence about an office."""
_LEADER = re.compile(r"(?:chi cuc|cuc|truong|pho|thanh tra|ban|phong) (?:truong|pho)(?![a-z])")
"""Who signs, in a line of the foot."""
_BREADCRUMB = re.compile(r"trang (?:chu|nhat)(?![a-z])|>")
_WAY = re.compile(r"\S\s*[>»›]\s*\S")
_MOTTO = re.compile(r"cong hoa xa|xa hoi chu nghia|doc lap ?-|tu do ?-|^(?:\W|$)")
_IN_ORDER = re.compile(r"(?:\d+|[IVX]+|STT|TT|[a-zA-Z])[.)]?(?:\s|$)")
_LETTER = re.compile(r"[^\W\d_]")
_BROKEN = re.compile(r"(BAN NHÂN|BAN|ban nhân)[ |]*\n\s*((?:NHÂN )?DÂN|dân)(?=\s)")
_MOST_WORDS = 6
_LONGEST_NAME = 70
_LONGEST_LOUD_NAME = 120
_LONGEST_BEFORE = 100
_MOST_PARTS = 16
_MOST_LINES = 4
"""More offices one below the other are a list of offices, no head."""
_TOP = 900


def _mended(text: str) -> str:
    """The text with "ỦY BAN NHÂN / DÂN XÃ ..." on one line: narrow columns break it there."""
    return _BROKEN.sub(r"\1 \2", text)


def name_part(line: str) -> str:
    """A line up to where it names a paper, its code or a standard."""
    folded = fold(line)
    toned = has_diacritics(folded.source)
    found = _PAPER.search(folded.plain)
    while found is not None:
        first = folded.source[found.start() : found.end()].split()[0]
        # "XÃ MƯỜNG BO DANH MỤC" names no "bộ danh mục".
        if not toned or toned_key(first) in _paper_words():
            return folded.source[: found.start()].rstrip(" ,;:(-–—|")
        found = _PAPER.search(folded.plain, found.start() + 1)
    return line


def own_lines(text: str) -> tuple[str, bool]:
    """The lines of a head without those of the page above it, where capitals tell them apart.

    A site's name, the way to the page and a headline stand above a paper shown on a page. Also
    says whether an office in capitals begins one of the lines.
    """
    lines = [line.strip() for line in _mended(text).split("\n") if _LETTER.search(line)]
    own = list(takewhile(_of_a_head, reversed(lines)))
    named = any(line.isupper() and _UNIT.match(fold(line).plain) for line in own)
    return without_papers(reversed(own) if named else lines), named


def without_papers(lines: Iterable[str]) -> str:
    """Lines without what names the paper in them, and without the rest of its name below."""
    kept: list[str] = []
    in_name = False
    for line in lines:
        part = name_part(line)
        is_unit = _UNIT.match(fold(line.strip()).plain) is not None
        if part and (is_unit or not in_name):
            kept.append(part)
        in_name = len(part) < len(line) or (in_name and not is_unit)
    return "\n".join(kept)


def opening_lines(top: Folded) -> str:
    """The office named in lines of its own at the very top of a text; empty when there is none."""
    run: list[str] = []
    goes_on = False
    for line in _mended(top.source[:_TOP]).split("\n")[:_MOST_PARTS]:
        part = _first_cell(line)
        name = _whole_name(part, begun=bool(run))
        if _MOTTO.search(fold(part).plain):
            continue
        if _BREADCRUMB.search(fold(line).plain):
            run = []
        elif name:
            run.append(name)
            goes_on = name_part(line) == line and part.isupper()
        elif run and goes_on and _is_rest_of_name(part):
            run.append(part)
            goes_on = False
        elif run or len(line) > _LONGEST_BEFORE or _IN_ORDER.match(part):
            break
    return "\n".join(run) if len(run) <= _MOST_LINES and not _is_list(run) else ""


def _first_cell(line: str) -> str:
    """The left column of a line; the motto, a code or a date stands beside it."""
    cells = (cell.strip(" .-–*_") for cell in line.split("|"))
    return next((cell for cell in cells if cell), "")


def _is_rest_of_name(part: str) -> bool:
    """Whether a line in capitals may be the rest of an office's long name: "VÀ DU LỊCH"."""
    if not part.isupper() or name_part(part) != part:
        return False
    words = part.replace(",", " ").split()
    return len(words) <= _MOST_WORDS and all(word.isalpha() for word in words)


def _whole_name(part: str, begun: bool) -> str:
    """The office that a line names and says nothing else of; empty when it is no such line.

    ``begun``: an office stands in the line above, of which this may be a section.
    """
    if not _begins_as_a_body(fold(part).plain):
        return ""  # nor does any beginning of it that ends where a paper is named
    name = name_part(part)
    plain = fold(name).plain
    if not name or name[-1] in ".;:,":
        return ""
    if _LEADER.match(plain) or not _begins_as_an_office(name) or _ACTS.search(name):
        return ""
    if name.isupper():
        return name if len(name) <= _LONGEST_LOUD_NAME else ""
    parted = name == part or part[len(name) :].lstrip()[:1] in "-–—:(|"
    if not parted or len(name) > _LONGEST_NAME or any(sign.isdigit() for sign in name):
        return ""
    return name if begun or _STATE_BODY.match(plain) else ""


def _begins_as_an_office(name: str) -> bool:
    """Whether a line's first words are those of an office's name; tones count where it has any."""
    plain = fold(name).plain
    if not _begins_as_a_body(plain):
        return False
    return not has_diacritics(name) or toned_key(name.split()[0]) in _first_words()


def _begins_as_a_body(plain: str) -> bool:
    """The same by folded letters alone."""
    return _UNIT.match(plain) is not None or _STATE_BODY.match(plain) is not None


@cache
def _paper_words() -> frozenset[str]:
    return frozenset(toned_key(word) for word in _PAPER_WORDS.split())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(toned_key(word) for word in _FIRST_WORDS.split())


def _is_list(run: list[str]) -> bool:
    """Whether the same kind of office stands there twice."""
    kinds = [_kind(line) for line in run]
    return any(kinds.count(kind) > 1 for kind in kinds if kind)


def _kind(line: str) -> str:
    plain = fold(line).plain
    plain = re.sub(r"^(?:ubnd|uy ban nhan dan)\s*", "", plain)
    found = _UNIT.match(plain)
    return found.group(0) if found else ""


def _of_a_head(line: str) -> bool:
    """Whether a line is set in capitals, or begins as the name of an office does.

    The way to the page is neither: it may be in capitals all along, and the site's name above it.
    """
    if _WAY.search(line):
        return False
    named = len(line) <= _LONGEST_NAME and _UNIT.match(fold(line).plain) is not None
    return line.isupper() or (named and not line.casefold().startswith("số"))
