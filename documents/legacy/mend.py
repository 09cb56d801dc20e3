"""The face of the room: a run of text in, Unicode out."""

from __future__ import annotations

import re

from documents.legacy.decode import decoded, nfc
from documents.legacy.detect import (
    LEFT_D,
    SUSPICIOUS,
    best_of,
    has_only_unicode_letters,
    legacy_of,
    may_be_legacy,
    tally_of,
)
from documents.legacy.doubled import HINT, undoubled
from documents.legacy.fonts import Face, face_of
from documents.legacy.soft_hyphen import with_lost_u, without_soft_hyphens
from documents.legacy.syllables import is_syllable
from documents.legacy.tables import Legacy

_LONGEST_MIXED = 20_000
"""Characters of a run of Unicode that is searched for legacy stretches; paragraphs are shorter."""
_D_LEFT = str.maketrans("§®Ññ", "ĐđĐđ")
_SPACE = re.compile(r"(\s+)")
_WORD = re.compile(r"[^\s\d.,;:()/]+")
_SIGN_ALONE = re.compile(r"(?<!\S)[^\w\s\u00ad](?!\S)|(?<!\S)[ªº](?!\S)")


def to_unicode(text: str, font_name: str | None = None) -> str:
    """A run of text as Unicode, NFC; returned as it is where it is not in an old encoding.

    ``font_name`` is the font it is set in, where the format tells: it decides, unless the run
    plainly is Unicode already. Soft hyphens of genuine Unicode text are left out.
    """
    face = face_of(font_name) if font_name else None
    if face is not None:
        return _by_face(nfc(text), face)
    if text.isascii():
        return text
    text = nfc(text)
    if not may_be_legacy(text):
        return text
    if HINT.search(text):
        text = undoubled(text)
    return without_soft_hyphens(_with_left_d(_by_letters(text)))


def in_encoding(text: str, encoding: Legacy) -> str:
    """A run without a font's name that stands in a document known to be in ``encoding``.

    Signs that stand alone ("©", "·", "§") stay signs, which they are more often than letters.
    """
    text = nfc(text)
    if text.isascii() or has_only_unicode_letters(text):
        return without_soft_hyphens(_with_left_d(text))
    if encoding is Legacy.DOUBLED:
        return undoubled(text)
    pieces = _split_at_signs(text, encoding)
    mended = "".join(
        piece if index % 2 else _whole(piece, encoding) for index, piece in enumerate(pieces)
    )
    return _with_left_d(mended) if encoding is Legacy.TCVN3 else mended


def _with_left_d(text: str) -> str:
    """Words of Unicode whose "đ" alone a converter left as it was: "§ồng", "®iện", "Ñồng"."""
    if LEFT_D.search(text) is None:
        return text
    return LEFT_D.sub(_d_of, text)


def _d_of(word: re.Match[str]) -> str:
    mended = word.group().translate(_D_LEFT)
    return mended if is_syllable(mended) else word.group()


def _by_face(text: str, face: Face) -> str:
    if has_only_unicode_letters(text):
        return without_soft_hyphens(text)  # the text was converted, its font's name was not
    if not text.isascii():
        tally = tally_of(text[:2_000], face.encoding)
        if tally.contra > len(tally.strong):
            return without_soft_hyphens(text)
    mended = _whole(text, face.encoding)
    return mended.upper() if face.capitals else mended


def _by_letters(text: str) -> str:
    if not has_only_unicode_letters(text):
        encoding = legacy_of(text)
        return in_encoding(text, encoding) if encoding else text
    if len(text) > _LONGEST_MIXED:
        return text
    stretches: list[list[str]] = [[]]
    for word in _SPACE.split(text):
        if has_only_unicode_letters(word):
            stretches += [[word], []]
        else:
            stretches[-1].append(word)
    return "".join(map(_segment, map("".join, stretches)))


def _segment(text: str) -> str:
    """A stretch between words of Unicode Vietnamese; its own words of Unicode stay."""
    if has_only_unicode_letters(text) or SUSPICIOUS.search(text) is None:
        return text
    encoding = best_of(text, strict=True)
    if encoding is None:
        return text
    return _WORD.sub(
        lambda word: word.group() if is_syllable(word.group()) else _whole(word.group(), encoding),
        text,
    )


def _whole(text: str, encoding: Legacy) -> str:
    mended = decoded(text, encoding)
    return with_lost_u(mended) if encoding is Legacy.TCVN3 else mended


def _split_at_signs(text: str, encoding: Legacy) -> list[str]:
    """Stretches of text and, between them, the signs that stand alone."""
    pieces: list[str] = []
    last = 0
    for sign in _SIGN_ALONE.finditer(text):
        if sign.group() == "µ" and encoding is Legacy.TCVN3:
            continue  # "à", a word of its own
        if sign.group() == "·" and encoding is Legacy.VISCII and text[: sign.start()].strip():
            continue  # "ở"; at the head of a line it is a bullet
        pieces += [text[last : sign.start()], sign.group()]
        last = sign.end()
    return [*pieces, text[last:]]
