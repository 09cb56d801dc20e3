"""The standard in all its spellings, and the other standards it is taken for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.vietnamese.folding import Folded

_QUICK = ("iso", "tcvn", "tvcn", "lso", "1so", "is0")
_QUICK_NUMBER = re.compile(r"so ?-?900")
_NAMED_TCVN = re.compile(
    r"t[cv][vc]n[\s\-:]*(?:[il1|]?\s?s\s?[o0](?:/iec)?[\s\-:]*)?(9001|14001|22000|27001|45001|\d{3,5})"
    r"(?:[\s]*[:\-/.(]?[\s]*((?:19|20)\d\d)(?!\d))?"
)
_NAMED_ISO = re.compile(
    r"(?<![a-z])[il1]\s?s\s?[o0](?:/iec)?[\s\-:]*(9001|14001|22000|27001|45001|\d{3,5})?"
    r"(?:[\s]*[:\-/.(]?[\s]*((?:19|20)\d\d)(?!\d))?"
)
_JOINED_ISO = re.compile(
    r"(?<=[^\W\d_])ISO(?![^\W\d_])(?:/IEC)?[\s\-:]*(9001|14001|22000|27001|45001|\d{3,5})?"
    r"(?:[\s]*[:\-/.(]?[\s]*((?:19|20)\d\d)(?!\d))?"
)
"""In capitals, behind a word that lost its space: "TRIỂN KHAIISO NĂM 2026"; tried as written."""
_NUMBER_OF_QUALITY = frozenset({"9001", "9000", "900", "9002", "90001"})


@dataclass(frozen=True, slots=True)
class StandardMention:
    """A place where a standard is named; ``edition`` is None when no year is given."""

    start: int
    end: int
    quality: bool
    """True for ISO 9001 (or "ISO" alone), False for another standard."""
    edition: str | None


def standards(text: Folded) -> tuple[StandardMention, ...]:
    """Every mention of ISO 9001, of ISO alone and of other ISO standards, in order."""
    if not may_name_one(text):
        return ()
    plain = text.plain
    found: dict[int, StandardMention] = {}
    for pattern, written in ((_NAMED_TCVN, plain), (_NAMED_ISO, plain), (_JOINED_ISO, text.source)):
        for match in pattern.finditer(written):
            mention = _mention(plain, match)
            if mention is not None and not _covered(found, mention):
                found[mention.start] = mention
    return tuple(found[start] for start in sorted(found))


def may_name_one(text: Folded) -> bool:
    """Whether a text has the letters that no mention of a standard is without; quick."""
    plain = text.plain
    for letters in _QUICK:  # a plain loop: this is asked of every line
        if letters in plain:
            return True
    return "900" in plain and _QUICK_NUMBER.search(plain) is not None


def _covered(found: dict[int, StandardMention], mention: StandardMention) -> bool:
    return any(other.start <= mention.start < other.end for other in found.values())


def _mention(plain: str, match: re.Match[str]) -> StandardMention | None:
    number, edition = match.group(1), match.group(2)
    end = match.end()
    if number is None and edition is None:
        end = match.start() + len(match.group(0).rstrip(" -:\n"))
        if end < len(plain) and plain[end].isalpha() and not _joined(plain, end):
            return None
    if number is not None and len(number) == 4 and number[:2] in ("19", "20") and edition is None:
        # "ISO 2015": an edition, not a number.
        number, edition = None, number
    if number is None and match.re is _NAMED_TCVN:
        return None
    return StandardMention(match.start(), end, _is_quality(number), edition)


def _joined(plain: str, end: int) -> bool:
    """Whether the word that follows was only joined on: "isotheo", "iso cua"."""
    return plain.startswith(("theo", "cua", "nam", "tai", "cho", "hanhchinh"), end)


def _is_quality(number: str | None) -> bool:
    return number is None or number in _NUMBER_OF_QUALITY
