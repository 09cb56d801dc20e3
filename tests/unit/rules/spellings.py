"""One Vietnamese text in the spellings it is met in: they must never change a verdict."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

_OLD_TONES = (
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
    ("òe", "oè"), ("óe", "oé"), ("ủy", "uỷ"), ("úy", "uý"), ("ùy", "uỳ"), ("ụy", "uỵ"),
)  # fmt: skip


def decomposed(text: str) -> str:
    """Letters and marks apart, as files from a Mac name them."""
    return unicodedata.normalize("NFD", text)


def tones_the_old_way(text: str) -> str:
    """The tone on the second vowel: "hoà", "uỷ"; syllables that end in a consonant stay."""
    for new, old in _OLD_TONES:
        for wanted, written in ((new, old), (new.upper(), old.upper())):
            text = _where_syllables_end(text, wanted, written)
    return text


def _where_syllables_end(text: str, wanted: str, written: str) -> str:
    parts = text.split(wanted)
    joined = parts[0]
    for part in parts[1:]:
        joined += (wanted if part[:1].isalpha() else written) + part
    return joined


def icelandic_d(text: str) -> str:
    """Ð and ð of other alphabets for Đ and đ."""
    return text.replace("Đ", "\u00d0").replace("đ", "\u00f0")


def latin_oi(text: str) -> str:
    """Ƣ and ƣ for Ư and ư, as some fonts' tables say."""
    return text.replace("Ư", "\u01a2").replace("ư", "\u01a3")


def hard_spaces(text: str) -> str:
    """Blanks that never break a line, as Word pastes them."""
    return text.replace(" ", "\u00a0")


def marks_left_behind(text: str) -> str:
    """Letters whose circumflex and horn are composed and whose tone stands apart."""
    whole = []
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter)
        tone = [mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323"]
        rest = "".join(mark for mark in apart if mark not in tone)
        whole.append(unicodedata.normalize("NFC", rest) + "".join(tone))
    return "".join(whole)


def slug(text: str) -> str:
    """How addresses and file names write it: no marks, hyphens for blanks."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = (letter if letter.isascii() and letter.isalnum() else "-" for letter in plain
            if not unicodedata.combining(letter))  # fmt: skip
    return "-".join("".join(kept).split("-")).strip("-")


SPELLINGS: tuple[Callable[[str], str], ...] = (
    decomposed, tones_the_old_way, icelandic_d, latin_oi, hard_spaces, marks_left_behind,
)  # fmt: skip
