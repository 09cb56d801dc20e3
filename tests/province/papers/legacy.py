"""Papers typed in the fonts and code pages of before Unicode: TCVN3, VNI, windows-1258."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from documents.legacy.tables import Legacy
from tests.province.papers.layout_html import as_html
from tests.province.papers.rows import sheet_rows
from tests.province.papers.to_docx import to_docx
from tests.province.papers.to_rtf import to_rtf
from tests.province.papers.values import Paper
from tests.unit.documents.legacy_encoding import as_bytes, encoded, tcvn3_runs

Runs = Callable[[str], list[tuple[str, str]]]
"""Splits a text into runs of (codes, name of the font)."""
VNI_FONT = "VNI-Times"
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "rtf": "application/rtf",
    "doc": "application/msword",
    "txt": "text/plain",
}
_TAGS = re.compile(r"(<[^>]*>)")


def legacy_file(paper: Paper, form: str) -> tuple[bytes, str, str]:
    """Bytes, media type and extension of one of ``forms.LEGACY``."""
    extension, _, letters = form.replace("_html", "").partition("_")
    if extension == "txt":
        lines = "\r\n".join("  ".join(row) for row in sheet_rows(paper))
        return as_bytes(lines, Legacy.WINDOWS_1258), TYPES["txt"], "txt"
    runs = runs_of(letters)
    if extension == "docx":
        body = to_docx(paper, runs)
    elif extension == "rtf":
        body = to_rtf(paper, runs)
    else:
        body = _word_page(paper, runs)
    return body, TYPES[extension], extension


def runs_of(letters: str) -> Runs:
    """How a text is set in "tcvn3" (capitals in a second font) or "vni"."""
    if letters == "vni":
        return lambda text: [(encoded(text, Legacy.VNI), VNI_FONT)]
    return _tcvn3


def _tcvn3(text: str) -> list[tuple[str, str]]:
    """Blanks stay in the font before them, as a typist leaves them."""
    joined: list[tuple[str, str]] = []
    for codes, font in tcvn3_runs(text):
        if joined and (codes.isspace() or joined[-1][1] == font):
            joined[-1] = (joined[-1][0] + codes, joined[-1][1])
        else:
            joined.append((codes, font))
    return joined


def page_fragment(paper: Paper, form: str) -> str:
    """The paper as an article's body, in the letters of the form ("html", "html_vni" ...)."""
    letters = form.partition("_")[2]
    return _in_fonts(as_html(paper), runs_of(letters)) if letters else as_html(paper)


def _in_fonts(fragment: str, runs: Runs) -> str:
    pieces = _TAGS.split(fragment)
    return "".join(
        piece if order % 2 or not piece.strip() else _fonts(unescape(piece), runs)
        for order, piece in enumerate(pieces)
    )


def _fonts(text: str, runs: Runs) -> str:
    return "".join(f'<font face="{font}">{escape(codes)}</font>' for codes, font in runs(text))


def _word_page(paper: Paper, runs: Runs) -> bytes:
    """What old programs saved as a page: windows-1252 bytes, fonts that say what they mean."""
    head = '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">'
    made_by = '<meta name=Generator content="Microsoft Word 9">'
    body = _in_fonts(as_html(paper), runs)
    page = f"<html>\r\n<head>\r\n{head}\r\n{made_by}\r\n</head>\r\n<body>{body}</body></html>"
    return page.encode("cp1252", "xmlcharrefreplace")
