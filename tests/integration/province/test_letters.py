"""Portals in letters of before Unicode: the same words, other bytes."""

from __future__ import annotations

import unicodedata

import pytest

from documents.legacy.decode import decoded
from documents.legacy.tables import Legacy
from tests.integration.province.made_host import small_host
from tests.province.exchange import Request
from tests.province.letters import CHARSETS

WORDS = "Cải cách hành chính"


def _home(name: str, family: str = "nukeviet") -> tuple[bytes, str]:
    reply = small_host(family, name).answer(Request("GET", "/", {}))
    return reply.body, reply.media_type


@pytest.mark.parametrize("name", CHARSETS)
def test_the_words_stand_there_in_other_bytes(name: str) -> None:
    """Nothing reads as plain UTF-8, and markup and addresses are untouched."""
    body, _ = _home(name)
    assert WORDS.encode() not in body
    assert b"</html>" in body
    assert b"@@" not in body


def test_windows_1258_is_told_or_left_to_be_found_out() -> None:
    """Both decode to the words; only one says how."""
    told, untold = _home("charset_1258"), _home("charset_1258_untold")
    for body, _ in (told, untold):
        assert WORDS in unicodedata.normalize("NFC", body.decode("cp1258"))
    assert told[1].endswith("windows-1258")
    assert b"charset" not in untold[0]
    assert untold[1] == "text/html"


def test_fonts_tell_what_the_letters_are() -> None:
    """TCVN3 and VNI pages declare Western letters or none that exist, and name a font."""
    for name, font, legacy in (
        ("charset_tcvn3", ".VnTime", Legacy.TCVN3),
        ("charset_vni", "VNI-Times", Legacy.VNI),
    ):
        text = _home(name)[0].decode("cp1252", "replace")
        assert font in text
        assert WORDS in decoded(text, legacy)


def test_taken_apart_the_letters_are_unicode_all_the_same() -> None:
    """Composed again the page is as any other."""
    body, media_type = _home("charset_nfd")
    assert WORDS in unicodedata.normalize("NFC", body.decode())
    assert media_type.endswith("utf-8")


def test_frames_are_in_the_same_letters_as_what_they_hold() -> None:
    """The pages of a frameset that have no frame of the platform are written alike."""
    host = small_host("frameset", "charset_tcvn3")
    menu = host.answer(Request("GET", "/menu.asp", {}))
    assert WORDS in decoded(menu.body.decode("cp1252"), Legacy.TCVN3)
    assert b"windows-1252" in menu.body
