"""Texts of known characters are changed a byte a character, all others not at all."""

from __future__ import annotations

import string

import pytest

from documents.one_byte import one_byte

_FILLING = "".join(map(chr, range(0x100, 0x180)))
"""So many that what comes behind them has a code that no ASCII has."""


def test_known_characters_change_and_others_leave_it_open() -> None:
    """A character becomes one of ASCII or stays; a text with any other is not touched."""
    known = string.ascii_letters + _FILLING + "“"
    change = one_byte(known, known.lower()[:52] + "x" * len(_FILLING) + "“").change
    assert change("aBc\u0100") == "abcx"
    assert change("“A”") is None
    assert change("“A“") == "“a“"
    assert change("") == ""


@pytest.mark.parametrize(
    ("known", "changed"),
    [("ab“", "ab“"), (_FILLING * 3, "x" * 384), ("ab", "aé")],
    ids=("stays with a code of ASCII", "too many", "becomes one that is not known"),
)
def test_what_bytes_cannot_tell_is_refused(known: str, changed: str) -> None:
    """Such characters would come out as others."""
    with pytest.raises(ValueError, match="code"):
        one_byte(known, changed)
