"""The letters of the encodings that Vietnamese was written in before Unicode.

Sources: TCVN 5712:1993 (TCVN3, also called ABC), the VNI fonts for Windows, RFC 1456 (VISCII),
code page 1258 of Windows. All tables start from characters as windows-1252 shows the bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Legacy(StrEnum):
    """What a run of text is written in, when it is not plain Unicode."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    VISCII = "viscii"
    WINDOWS_1258 = "windows-1258"
    """Bytes of code page 1258 read as windows-1252."""
    DOUBLED = "doubled utf-8"
    """UTF-8 whose bytes were read as windows-1252 and encoded again."""


LETTERS = (
    *("àáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "đ", "èéẻẽẹ", "êềếểễệ", "ìíỉĩị"),
    *("òóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "ùúủũụ", "ưừứửữự", "ỳýỷỹỵ"),
)
"""The letters beyond ASCII by base letter; tones in the order grave, acute, hook, tilde, dot."""
SOFT_HYPHEN = "\u00ad"

_TCVN3_SMALL = (
    "B5B8B6B7B9 A8BBBEBCBDC6 A9C7CAC8C9CB AE CCD0CECFD1 AAD2D5D3D4D6 D7DDD8DCDE"
    "DFE3E1E2E4 ABE5E8E6E7E9 ACEAEDEBECEE EFF3F1F2F4 ADF5F8F6F7F9 FAFDFBFCFE"
)
_TCVN3_CAPITAL = "A1A2A3A4A5A6A7"
_VISCII_SMALL = (
    "E0E1E4E3D5 E5A2A1C6C7A3 E2A5A4A6E7A7 F0 E8E9EBA8A9 EAABAAACADAE ECEDEFEEB8"
    "F2F3F6F5F7 F4B0AFB1B2B5 BDB6BEB7DEFE F9FAFCFBF8 DFD7D1D8E6F1 CFFDD6DBDC"
)
_VISCII_CAPITAL = (
    "C0C1C4C380 C58281020583 C28584860687 D0 C8C9CB8889 CA8B8A8C8D8E CCCD9BCE98"
    "D2D399A09A D4908F919293 B4969597B394 D9DA9C9D9E BFBBBABCFFB9 9FDD14191E"
)
_VNI_TONES = "øùûõï"
_VNI_CIRCUMFLEX = "âàáåãä"
_VNI_BREVE = "êèéúüë"
_VNI_ALONE = {"ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_1258 = {
    "Ì": "\u0300",
    "Ò": "\u0309",
    "Þ": "\u0303",
    "ì": "\u0301",
    "ò": "\u0323",
    "Ã": "Ă",
    "ã": "ă",
    "Õ": "Ơ",
    "õ": "ơ",
    "Ý": "Ư",
    "ý": "ư",
    "Ð": "Đ",
    "ð": "đ",
}


def table_of(encoding: Legacy) -> Mapping[str, str]:
    """What each character, for VNI also each pair of characters, stands for."""
    return MappingProxyType(_TABLES[encoding])


def high_controls() -> dict[int, str]:
    """Bytes 80 to 9F, read as Latin-1, to what windows-1252 shows; the five it lacks stay."""
    shown = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
    return {code: letter for code, letter in shown.items() if letter}


def _by_bytes(codes: str, letters: str) -> dict[str, str]:
    return dict(zip(bytes.fromhex(codes).decode("latin-1"), letters, strict=True))


def _tcvn3() -> dict[str, str]:
    small = _by_bytes(_TCVN3_SMALL, "".join(LETTERS))
    capital = _by_bytes(_TCVN3_CAPITAL, "ĂÂÊÔƠƯĐ")
    # PDF programs name the micro sign and the middle dot as their Greek and mathematical twins.
    return small | capital | {"\u03bc": "à", "\u2219": "ã"}


def _viscii() -> dict[str, str]:
    small = "".join(LETTERS)
    table = _by_bytes(_VISCII_SMALL, small) | _by_bytes(_VISCII_CAPITAL, small.upper())
    shown = high_controls()
    return table | {shown[ord(key)]: value for key, value in table.items() if ord(key) in shown}


def _vni() -> dict[str, str]:
    small = dict(_VNI_ALONE) | {"ô": "ơ", "ö": "ư"}
    for letters in LETTERS:
        small |= _vni_of(letters)
    table: dict[str, str] = {}
    for key, value in small.items():
        table |= {key: value, key.upper(): value.upper()}
        # A capital at the head of a word is often typed with a small mark.
        table |= {key[0].upper() + key[1:]: value.upper(), key[0] + key[1:].upper(): value}
    return table


def _vni_of(letters: str) -> dict[str, str]:
    """The pairs of one base letter: the mark, or quality and tone in one mark, follows it."""
    if letters[0] in "ăâêô":
        marks = _VNI_BREVE if letters[0] == "ă" else _VNI_CIRCUMFLEX
        base = {"ă": "a", "â": "a", "ê": "e", "ô": "o"}[letters[0]]
        return {base + mark: letter for mark, letter in zip(marks, letters, strict=True)}
    if letters[0] in "ơư":
        base, letters = {"ơ": "ô", "ư": "ö"}[letters[0]], letters[1:]
    elif letters[0] in "đì":
        return {}
    else:
        base = {"à": "a", "è": "e", "ò": "o", "ù": "u", "ỳ": "y"}[letters[0]]
        letters = letters.replace("ỵ", "")  # it has a letter of its own
    return {base + mark: letter for mark, letter in zip(_VNI_TONES, letters, strict=False)}


_TABLES: Mapping[Legacy, dict[str, str]] = MappingProxyType(
    {
        Legacy.TCVN3: _tcvn3(),
        Legacy.VNI: _vni(),
        Legacy.VISCII: _viscii(),
        Legacy.WINDOWS_1258: dict(_1258),
    }
)
