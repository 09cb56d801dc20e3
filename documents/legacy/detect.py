"""Telling from its letters alone what a run is written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from documents.legacy.decode import decoded
from documents.legacy.doubled import HINT, undoubled
from documents.legacy.soft_hyphen import restored
from documents.legacy.syllables import is_common, is_syllable
from documents.legacy.tables import Legacy, table_of

_SIGNS = "¡-§©-«®-·¹-¿×÷"
"""Signs that stand in genuine text too; "¸", "¨" and "¬" never do, and count as letters."""
_ONLY_VIETNAMESE = "ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9"
_WHOLE = re.compile(f"[{_ONLY_VIETNAMESE}]")
"""Letters that no legacy run holds: what has them is Unicode already."""
# One class for the letters that Unicode Vietnamese lacks; signs count beside a letter only, or
# every "©" in a footer would be looked at. Then what no Vietnamese word holds: a capital inside
# small letters or the reverse, two accented letters in a row, the pairs of VNI. Each accented
# letter looks back once or twice: this search runs over every page.
_FOREIGN_LETTERS = "\u0080-\u009f\u00a8\u00ac\u00b8ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ\u00ad"
_CAPITALS, _SMALL = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ", "àáâãèéêìíòóôõùúý"
_ACCENTED = _CAPITALS + _SMALL
_find_unicode = _WHOLE.search
# The class stands first, alone: only so does the engine skip all other letters quickly.
SUSPICIOUS = re.compile(
    f"[{_FOREIGN_LETTERS}{_SIGNS}Ðð{_ACCENTED}](?:(?<=[{_FOREIGN_LETTERS}])"
    f"|(?<=[a-z{_ACCENTED}][{_SIGNS}Ðð{_CAPITALS}])|(?<=[{_SIGNS}Ðð])(?=[a-zA-Z{_ACCENTED}])"
    f"|(?<=[{_ACCENTED}][{_SMALL}])|(?<=[A-Z][{_SMALL}])(?=[A-Z])"
    "|(?<=[aA][âáàãêéèúìòÂÁÀÃÊÉÈÚÌÒùÙ])|(?<=[eE][âáàãõìòÂÁÀÃÕÌÒùÙ])|(?<=[oO][âõìùÂÕÌÙ])"
    "|(?<=[uU][õòùÕÒÙ])|(?<=[yY][õìòùÕÌÒÙ]))"
)
LEFT_D = re.compile(r"[§®Ññ](?<![^\W\d_][§®Ññ])[^\W\d_]+")
"""A word whose "đ" alone a converter may have left as TCVN3 or VNI writes it: "§ồng", "ñiện"."""
_LEFT_BYTES = "§®".encode("latin-1")
_USUAL_BYTES = re.sub(f"[{_FOREIGN_LETTERS}§®]", "", bytes(range(256)).decode("latin-1")).encode(
    "latin-1"
)
"""What is taken out of a whole page in one go: of most pages nothing is left then."""
_HIGH = "\u0080-\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LOW = "\x02\x05\x06\x14\x19\x1e"
_WORDS: Mapping[Legacy, re.Pattern[str]] = MappingProxyType(
    {
        Legacy.TCVN3: re.compile("[A-Za-z\u00a1-\u00ff]+"),
        Legacy.VNI: re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+"),
        Legacy.WINDOWS_1258: re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+"),
        Legacy.VISCII: re.compile(f"[A-Za-z\u00a1-\u00ff{_HIGH}{_LOW}]+"),
    }
)
_SIGN_ONLY = re.compile(f"[{_SIGNS}¨¬¸\u00ad{_HIGH}{_LOW}]+")
_ANY_SIGN = re.compile(f"[{_SIGNS}]")
_SIGN_INSIDE = re.compile(f"[A-Za-z][{_SIGNS}]+[A-Za-z]")
_LOOKED_AT = 20_000
"""Characters of one run that are looked at: enough to tell, and a bound for hostile ones."""
_WORDS_OF_A_WHOLE = 3


@dataclass(slots=True)
class Tally:
    """How the words of a run come out under one encoding."""

    strong: set[str] = field(default_factory=set)
    """Vietnamese once decoded and not before; each once."""
    good: int = 0
    contra: int = 0
    """Vietnamese as they stand and not once decoded."""
    bad: int = 0
    common: int = 0
    """Of the good ones, those that any official paper is full of."""
    foreign: int = 0
    """ASCII words that are no Vietnamese."""


def may_be_legacy(text: str) -> bool:
    """A cheap look that passes nearly all Unicode Vietnamese by."""
    if _find_unicode(text):
        return holds_foreign_letters(text)
    return SUSPICIOUS.search(text) is not None or HINT.search(text) is not None


def holds_foreign_letters(text: str) -> bool:
    """Whether ``text`` holds a letter that Unicode Vietnamese lacks and old encodings abound in."""
    odd = text.encode("latin-1", "ignore").translate(None, _USUAL_BYTES)
    if not odd:
        return False
    return bool(odd.strip(_LEFT_BYTES)) or LEFT_D.search(text) is not None


def legacy_of(text: str, expected: Legacy | None = None) -> Legacy | None:
    """The old encoding of a run without a font's name; None for Unicode, and where one can't tell.

    A run that holds letters only Unicode Vietnamese has is not legacy as a whole. ``expected`` is
    what stands around it: it settles which of two encodings, not whether it is in any.
    """
    hit = SUSPICIOUS.search(text)
    if hit is None:
        return Legacy.DOUBLED if HINT.search(text) and undoubled(text) != text else None
    if HINT.search(text) and undoubled(text) != text:
        return Legacy.DOUBLED
    return (
        None
        if _WHOLE.search(text)
        else best_of(text[max(0, hit.start() - 2_000) :], expected=expected)
    )


def whole_of(text: str) -> Legacy | None:
    """The old encoding a whole document is in, markup and all; None where it holds any Unicode."""
    hit = None if _WHOLE.search(text) else SUSPICIOUS.search(text)
    if hit is None:
        return None
    sample = text[max(0, hit.start() - 2_000) :]
    encoding = best_of(sample, prose=False)
    if encoding is None or len(tally_of(sample[:_LOOKED_AT], encoding).strong) < _WORDS_OF_A_WHOLE:
        return None
    return encoding


def best_of(
    text: str, *, strict: bool = False, prose: bool = True, expected: Legacy | None = None
) -> Legacy | None:
    """The encoding under which the words of ``text`` come out as Vietnamese, if any does.

    ``strict`` is for a stretch inside Unicode, whose words stand in it too: two words must come
    out and none may come out as neither. Without ``prose`` ASCII words, such as the
    names of tags, say nothing.
    """
    sample = text[:_LOOKED_AT]
    found: list[tuple[int, int, bool, int, Legacy]] = []
    for encoding in _WORDS:
        tally = tally_of(sample, encoding)
        tally.foreign = tally.foreign if prose else 0
        if strict:
            tally.contra = 0 if len(tally.strong) > 1 and not tally.bad else len(tally.strong) + 1
        if _convinces(tally):
            worth = (len(tally.strong), -tally.bad - tally.contra, encoding is expected)
            found.append((*worth, tally.common, encoding))
    return max(found, key=lambda each: each[:4])[4] if found else None


def has_only_unicode_letters(text: str) -> bool:
    """Whether ``text`` holds a letter that Vietnamese has in Unicode alone."""
    return _WHOLE.search(text) is not None


def tally_of(text: str, encoding: Legacy) -> Tally:
    """How the words of ``text`` fare under ``encoding``."""
    tally = Tally()
    for word, times in Counter(_WORDS[encoding].findall(text)).items():
        if word.isascii():
            _count_plain(tally, word, times)
        elif not _SIGN_ONLY.fullmatch(word):
            _count(tally, word, times, encoding)
    return tally


def _count_plain(tally: Tally, word: str, times: int) -> None:
    if is_syllable(word):
        tally.good += times
    elif len(word) > 1 and not word.isupper():
        tally.foreign += times


def _count(tally: Tally, word: str, times: int, encoding: Legacy) -> None:
    after = decoded(word, encoding)
    was = is_syllable(word.replace("Ð", "Đ").replace("ð", "đ"))
    lost = encoding is Legacy.TCVN3 and after != word and bool(restored(after))
    fits = is_syllable(after) or lost
    if after == word and not _is_known(word, encoding):
        fits = False  # no letter of this encoding: Vietnamese as it stands speaks against it
    if fits and not was and _tells(word):
        tally.strong.add(word)
    if fits:
        tally.good += times
        tally.common += times * is_common(after)
    elif was:
        tally.contra += times
    elif not (after.isupper() and len(after) <= 7):  # "Q§" is "QĐ": an abbreviation
        tally.bad += times


def _is_known(word: str, encoding: Legacy) -> bool:
    """Whether a word that decoding leaves alone is written in the encoding all the same."""
    if encoding is Legacy.WINDOWS_1258:
        return True  # most of its letters are those of windows-1252
    table = table_of(encoding)
    return all(letter.isascii() or letter in table for letter in word)


def _tells(word: str) -> bool:
    """Whether its letters are evidence: "5µm" and "Nike®" hold a sign at their edge only."""
    letters = _ANY_SIGN.sub("", word)
    return len(word) > 1 and (not letters.isascii() or bool(_SIGN_INSIDE.search(word)))


def _convinces(tally: Tally) -> bool:
    strong = len(tally.strong)
    if not strong or tally.contra * 4 > strong:
        return False
    others = tally.bad + tally.foreign + tally.contra
    if strong > 1:
        return tally.bad <= strong and tally.good >= 1.5 * others
    word = next(iter(tally.strong))
    alone = len(word) >= 3 and not _ANY_SIGN.sub("", word).isascii()
    return not others and (alone or tally.good >= 2)
