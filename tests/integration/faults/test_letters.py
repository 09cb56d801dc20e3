"""Pages in other letters than they say, or than anybody says: the paper on them is still found."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

import pytest

from documents.legacy.tables import Legacy
from domain.outcomes import PortalState
from tests.integration.faults.looking import look
from tests.integration.faults.portal import PAGES, Answer, Asked, Fault, response
from tests.unit.documents.legacy_encoding import as_bytes, encoded, tcvn3_runs

Written = Callable[[str], bytes]
_TAGS = re.compile(r"(<[^>]*>)")


def _utf16(order: str) -> Written:
    return lambda text: text.encode(f"utf-16-{order}")


def _in_fonts(runs: Callable[[str], list[tuple[str, str]]], charset: str) -> Written:
    """Text outside of tags and of the title set in old fonts, run by run."""

    def written(text: str) -> bytes:
        title, _, rest = text.partition("</title>")
        pieces = _TAGS.split(rest)
        body = "".join(piece if n % 2 else _set(piece) for n, piece in enumerate(pieces))
        shown = f"{title}</title>{body}"
        return shown.encode(charset, "xmlcharrefreplace")

    def _set(piece: str) -> str:
        if not piece.strip():
            return piece
        return "".join(f"<font face='{font}'>{codes}</font>" for codes, font in runs(piece))

    return written


def _vni(text: str) -> list[tuple[str, str]]:
    return [(encoded(text, Legacy.VNI), "VNI-Times")]


def _mixed(text: str) -> bytes:
    """A head in UTF-8 by the portal's program, an article pasted in windows-1252's quotes."""
    return text.encode().replace("Chào mừng".encode(), b"Ch\xe0o m\x93ng")


def _page(written: Written, header: str, meta: str) -> Fault:
    """Every page written so, and declared so in its header and in its head."""

    def fault(asked: Asked) -> Answer | None:
        text = PAGES.get(asked.path)
        if text is None:
            return None
        told = f'<meta charset="{meta}">' if meta else ""
        kind = f"text/html; charset={header}" if header else "text/html"
        return (response(written(text.replace("<head>", f"<head>{told}")), kind=kind),)

    return fault


@pytest.mark.parametrize(
    ("written", "header", "meta"),
    [
        (str.encode, "windows-1258", "windows-1258"),
        (str.encode, "iso-8859-1", ""),
        (str.encode, "", ""),
        (str.encode, "utf-16", "utf-16"),
        (str.encode, "khong-co", "x-user-defined"),
        (lambda text: b"\xef\xbb\xbf" + text.encode(), "windows-1252", ""),
        (lambda text: as_bytes(text, Legacy.WINDOWS_1258), "utf-8", "utf-8"),
        (lambda text: as_bytes(text, Legacy.WINDOWS_1258), "iso-8859-1", ""),
        (lambda text: as_bytes(text, Legacy.WINDOWS_1258), "", "windows-1258"),
        (lambda text: as_bytes(text, Legacy.TCVN3), "utf-8", ""),
        (lambda text: as_bytes(text, Legacy.VNI), "", "iso-8859-1"),
        (lambda text: as_bytes(text, Legacy.VISCII), "", ""),
        (_utf16("le"), "", ""),
        (_utf16("be"), "utf-8", ""),
        (lambda text: b"\xff\xfe" + text.encode("utf-16-le"), "utf-8", "utf-8"),
        (lambda text: normalize("NFD", text).encode(), "utf-8", "utf-8"),
        (lambda text: encoded(text, Legacy.DOUBLED).encode(), "utf-8", "utf-8"),
        (_in_fonts(tcvn3_runs, "utf-8"), "utf-8", "utf-8"),
        (_in_fonts(tcvn3_runs, "cp1252"), "windows-1252", ""),
        (_in_fonts(_vni, "utf-8"), "utf-8", "utf-8"),
        (_mixed, "utf-8", "utf-8"),
    ],
    ids=[
        "UTF-8 said to be windows-1258", "UTF-8 said to be Latin-1", "UTF-8 said to be nothing",
        "UTF-8 said to be UTF-16", "UTF-8 said to be nonsense", "a mark against its header",
        "windows-1258 said to be UTF-8", "windows-1258 said to be Latin-1", "windows-1258",
        "TCVN3 said to be UTF-8", "VNI said to be Latin-1", "VISCII", "UTF-16 LE without a mark",
        "UTF-16 BE said to be UTF-8", "UTF-16 with a mark said to be UTF-8", "NFD",
        "encoded twice", "TCVN3 fonts", "TCVN3 fonts in windows-1252", "VNI fonts",
        "two encodings in one page",
    ],
)  # fmt: skip
def test_letters(written: Written, header: str, meta: str) -> None:
    """Section, link and paper are understood, and the portal is seen whole."""
    looked = look(_page(written, header, meta))
    assert looked.inspection.report.portal_state is PortalState.REACHED
    assert looked.status("quality_objectives") == "published"
