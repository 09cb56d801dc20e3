"""For whom a paper is signed: "TM. ỦY BAN NHÂN DÂN XÃ ...", "GIÁM ĐỐC SỞ ..."."""

from __future__ import annotations

import re

from rules.vietnamese.folding import fold

_SIGNED_FOR = re.compile(
    r"(?:(?:tm|t/m)\s?[./]?\s*|chu tich\s+)"
    r"(?=(?:ubnd|uy ban nhan dan)\s+(?:xa|phuong|thi tran|huyen|thi xa|thanh pho)\s)"
    r"|(?:giam doc|chanh thanh tra|chi cuc truong)\s+(?=(?:so|thanh tra|chi cuc)\s)"
)
_ENDS = re.compile(
    r"\s*(?:[-–—;:,.(|/\n]|\b(?:pho|kt|chu tich|giam doc|quyen|da ky|ky ten|noi nhan)(?![a-z]))"
)
_LONGEST = 80


def signed_for(signer: str) -> str:
    """The office named at the beginning of a signer's block; empty where it names none there."""
    folded = fold(signer)
    found = _SIGNED_FOR.match(folded.plain)
    if found is None:
        return ""
    end = _ENDS.search(folded.plain, found.end() + 1)
    until = min(end.start() if end else _LONGEST + found.end(), found.end() + _LONGEST)
    return folded.source[found.end() : until].strip()
