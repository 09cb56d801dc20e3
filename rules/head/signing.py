"""Who signs a paper, out of the end of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rules.vietnamese.folding import Folded, fold

_TAIL_LENGTH = 1800
_LENGTH = 160
_LINES_LENGTH = 70
_SIGNER = re.compile(
    r"(?<![a-z])(?:tm|kt|tl|tuq|t/m|k/t|q)\s?[./]\s?[^\n]|\n\s*(?:chu tich|pho chu tich|giam doc|"
    r"pho giam doc|chi cuc truong|chanh van phong|chanh thanh tra|truong ban)[^\n]*\n"
)
_RECIPIENT = re.compile(r"(?:^|(?<=[\s;]))[-–+]\s?[^\n;]*(?:;|\.(?=\n|$))")
"""An item of the list "Nơi nhận" beside the signature: "- Sở Khoa học và Công nghệ (b/c);"."""
_POST = re.compile(
    r"(?<![a-z])(?:tm|kt|tl|tuq|t/m|k/t|q)\s?[./]"
    r"|^(?:pho )?(?:chu tich|giam doc|chi cuc truong|chanh van phong|chanh thanh tra|truong ban)"
)
_OFFICE = re.compile(r"^(?:ubnd|uy ban nhan dan|hdnd|so|chi cuc|van phong|cong thong tin)(?![a-z])")
_OF_THE_PAGE = re.compile(r"\||©|^(?:ban quyen|dia chi|dien thoai|so nguoi|luot truy)")


def signer_of(whole: Folded, after: int) -> str:
    """The lines of the signature, on one line; empty where none is found behind a place."""
    start = max(after, len(whole.source) - _TAIL_LENGTH)
    tail = Folded(whole.source[start:], whole.plain[start:])
    places = [match.start() for match in _SIGNER.finditer(tail.plain)]
    if not places:
        return ""
    begin = places[-1]
    for place in reversed(places):
        # "TM. ỦY BAN NHÂN DÂN XÃ ..." stands a line or two above "CHỦ TỊCH".
        begin = place if begin - place <= _LINES_LENGTH else begin
    block = _RECIPIENT.sub(" ", tail.source[begin : begin + _LENGTH])
    return " ".join(" ".join(_without_foot(block.split("\n"))).split())


def _without_foot(lines: Iterable[str]) -> Iterator[str]:
    """The lines up to where the page goes on: an office stands above the name, not below it."""
    after_post = True
    for line in lines:
        plain = fold(line.strip()).plain
        signs = _POST.search(plain) is not None
        of_the_page = _OF_THE_PAGE.search(plain) or (_OFFICE.match(plain) and not after_post)
        if of_the_page and not signs:
            return
        yield line
        after_post = signs or (after_post and not plain)
