"""The lines of a text that may be the title of a paper: its first ones, and those in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.documents import Block, BlockKind
from rules.detection.own_text import is_breadcrumb
from rules.detection.sources import Candidate
from rules.head.titles import TYPE_NAMES, find_title
from rules.vietnamese.folding import fold, fold_words

_WAY = re.compile(r"[^\W\d_]\s*[>»›]\s*[^\W\d_]")
_LONGEST_WAY = 150
_BULLET = re.compile(r"\s*[-–+•*]")
_MOST_LINES = 3
_LONGEST = 250
_LEAST = 10
_OFFICE = re.compile(
    r"(?:ubnd|uy ban nhan dan|so|chi cuc|van phong|phong|thanh tra|tinh|huyen|xa|phuong"
    r"|thi tran|thi xa|thanh pho|ban dan toc|ban quan ly|cong hoa|doc lap)\b"
)
_COMMITTEE = re.compile(
    r"(?:thuong truc )?(?:ban chi dao|bcd|ban dieu hanh|ban trien khai|ban quan ly chat luong|ban"
    r"|to giup viec|to cong tac|to thu ky|to)"
    r"(?: ap dung| xay dung| va)*"
    r"(?: iso(?: 9001)?(?: 2015| 2008)?| htqlcl| he thong (?:qlcl|quan ly chat luong))*"
)
_LONGEST_OFFICE = 70
_HEAD_LINES = 4
_MOST_CELLS = 4
_CODE = re.compile(r"(?:ma so|ma hieu|ky hieu|lan ban hanh|ngay ban hanh|trang)\b")
"""Fields beside the title of the system's own forms."""
_PART = re.compile(
    r"(?:[IVX]{1,5}|[A-H]|\d{1,2}(?:\.\d+)*)\s*[.)/:]\s|(?:PHẦN|CHƯƠNG|MỤC)\s+(?:[IVX\d]|THỨ)"
)
"""A part of a longer text."""
_COLUMN = re.compile(r"(?:so )?s?tt|so thu tu")
_YEAR = re.compile(r"nam \d{4}")
_TYPES = frozenset(fold_words(name) for name in TYPE_NAMES)
_ARTICLE = re.compile(r"(?:dieu )?\d|[ivx]+ |can cu|so |kinh gui|xet ")
_EXCERPT_LINES = 6
_SIGNER = re.compile(
    r"(?:pho )?(?:truong ban|chu tich|giam doc|chanh van phong|chi cuc truong|truong phong|thu ky"
    r"|dai dien lanh dao|nguoi|tm|kt|tl|tuq)\b"
)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line of a text's top, or a cell of one that is a row."""

    text: str
    line: int
    in_row: bool

    def opens_below(self, title: _Cell) -> bool:
        """Whether it belongs to a table below a title, in which the title does not go on."""
        if self.line == title.line:
            return False
        below = self.in_row and not title.in_row and not _YEAR.match(fold_words(self.text))
        return below or _COLUMN.fullmatch(fold_words(self.text)) is not None


def is_bullet(text: str) -> bool:
    """Whether a line is an item: recipients stand in capitals too, "- BCĐ ISO;"."""
    return _BULLET.match(text) is not None


def is_committee(text: str) -> bool:
    """Whether a line is only the name of the committee, as it stands over its papers."""
    return _COMMITTEE.fullmatch(fold_words(text)) is not None


def top_lines(text: str, count: int = 14) -> tuple[str, ...]:
    """The first lines of a text, each with the next joined on: titles break over lines."""
    cells = [cell for cell in _top_cells(text, count * 3) if not _is_no_title(cell.text)][:count]
    lines = [cell.text for cell in cells]
    joined = []
    for place, line in enumerate(lines):
        if len(line) > 250 or (is_committee(line) and _is_capital(lines[place + 1 : place + 2])):
            continue
        broken = len(line) <= 24
        follow = [
            part.text
            for part in cells[place + 1 : place + 3]
            if len(part.text) <= 160
            and (broken or part.text.isupper())
            and not part.opens_below(cells[place])
        ]
        joined.append(" ".join([line, *follow]) if line.isupper() else line)
    return tuple(joined)


def _top_cells(text: str, count: int) -> list[_Cell]:
    """The first lines of a text, those that are rows cut into their cells."""
    return [
        _Cell(part, place, len(parts) > 1)
        for place, line in enumerate(text.split("\n", count)[:count])
        if (parts := _cells(line.strip(" |"), place))
        for part in parts
        if fold_words(part)
    ]


def _is_no_title(line: str) -> bool:
    """Whether a line is the way to a page, or a field of a form: a title has no arrows in it."""
    way = len(line) <= _LONGEST_WAY and _WAY.search(line) is not None
    return way or is_breadcrumb(line) or _CODE.match(fold_words(line)) is not None


def _cells(line: str, place: int) -> list[str]:
    """A line; the first ones as the cells of a form's head, or without the office before a dash."""
    if place >= _HEAD_LINES:
        return [line]
    cells = [cell.strip() for cell in line.split(" | ")]
    if 1 < len(cells) <= _MOST_CELLS:
        return cells
    office, dash, rest = line.partition(" - ")
    return [rest] if dash and len(rest) > _LEAST and _is_office(office) else [line]


def _is_capital(lines: list[str]) -> bool:
    return any(line.isupper() for line in lines)


def capital_titles(blocks: Sequence[Block], parts: bool) -> Iterator[Candidate]:
    """Lines in capitals that may be a title, each with those below that it goes on in.

    ``parts``: numbered headings too, which on a page without a title of its own are papers.
    """
    begun: list[str] = []
    place, in_row = "", False
    lines = [(line.strip(), block) for block in blocks for line in block.text.split("\n")]
    lines = [(text, block) for text, block in lines if text]
    for at, (text, block) in enumerate(lines):
        if text.isupper() and fold_words(text) in _TYPES:
            yield from _below_type([text for text, _ in lines[at : at + _EXCERPT_LINES]], block)
        capital = _may_be_title(text) and (parts or not _PART.match(text))
        table = block.kind is BlockKind.ROW and not in_row
        if capital and not table and _goes_on(begun, text):
            begun.append(text)
            continue
        yield from _whole(begun, place)
        begun, place = ([text], _place(block)) if capital else ([], "")
        in_row = block.kind is BlockKind.ROW
    yield from _whole(begun, place)


def _below_type(lines: list[str], block: Block) -> Iterator[Candidate]:
    """A type's name that stands alone, with the excerpt in small letters below it."""
    if len(lines) < 2 or lines[1].isupper() or _ARTICLE.match(fold_words(lines[1])):
        return
    title = find_title(fold("\n".join(lines)), 0)
    excerpt = title.excerpt if title and title.start == 0 else ""
    if excerpt and not excerpt.endswith((".", ":", ";", "./")):  # a sentence goes on behind it
        yield Candidate(f"{lines[0]} {excerpt}", _place(block))


def _may_be_title(text: str) -> bool:
    if len(text) > 200 or not text.isupper() or is_bullet(text):
        return False
    return _SIGNER.match(fold_words(text)) is None


def _goes_on(begun: list[str], text: str) -> bool:
    """Whether a line in capitals belongs to the title begun above it."""
    if not begun or is_committee(begun[-1]) or _is_office(begun[-1]):
        return False
    return len(begun) < _MOST_LINES and sum(map(len, begun)) + len(text) <= _LONGEST


def _is_office(text: str) -> bool:
    return len(text) <= _LONGEST_OFFICE and _OFFICE.match(fold_words(text)) is not None


def _whole(lines: list[str], place: str) -> Iterator[Candidate]:
    text = " ".join(lines)
    if len(text) >= _LEAST and not is_committee(text):
        yield Candidate(text, place)


def _place(block: Block) -> str:
    return f"page {block.page}" if block.page else "heading"
