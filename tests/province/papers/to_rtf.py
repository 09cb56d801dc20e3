"""A paper as RTF: Unicode escapes as Word writes them, or bytes of a font of before Unicode."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.province.papers.layout_html import blocks
from tests.province.papers.rows import foot_rows, head_rows
from tests.province.papers.values import Paper

Runs = Callable[[str], list[tuple[str, str]]]
FONTS = ("Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times")
_UNITS_WRAP = 0x10000
_SIGNED = 0x8000


def to_rtf(paper: Paper, runs: Runs | None = None) -> bytes:
    """The file; ``runs`` splits a text into (codes, font), and codes are written byte by byte."""

    def line(text: str, ahead: str = "") -> str:
        return f"\\pard{ahead} {_escaped(text, runs)}\\par\n"

    names = [line(text, "\\qc\\b") for text in (paper.type_name, paper.printed_title)]
    parts = [_table(head_rows(paper), runs), *names, "\\b0\n"]
    for kind, lines in blocks(paper):
        rows = [tuple(text.split("\t")) for text in lines]
        parts.append(_table(rows, runs) if kind == "table" else line(lines[0], "\\qj"))
    parts.append(_table(foot_rows(paper), runs))
    fonts = "".join(f"{{\\f{order}\\fnil\\fcharset0 {font};}}" for order, font in enumerate(FONTS))
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl" + fonts + "}\n"
    made_by = "{\\*\\generator Msftedit 5.41.21.2510;}\\viewkind4\\f0\\fs26\n"
    return (head + made_by + "".join(parts) + "}").encode("ascii")


def _table(rows: Sequence[tuple[str, ...]], runs: Runs | None) -> str:
    lines = []
    for row in rows:
        edges = "".join(f"\\cellx{9000 * (order + 1) // len(row)}" for order in range(len(row)))
        cells = "".join(f"\\pard\\intbl {_escaped(cell, runs)}\\cell\n" for cell in row)
        lines.append(f"\\trowd\\trgaph108{edges}\n{cells}\\row\n")
    return "".join(lines)


def _escaped(text: str, runs: Runs | None) -> str:
    if runs is None:
        return "".join(map(_letter, text))
    return "".join(
        f"{{\\f{FONTS.index(font)} {''.join(map(_byte, codes))}}}" for codes, font in runs(text)
    )


def _letter(letter: str) -> str:
    if letter in "\\{}":
        return "\\" + letter
    if letter.isascii():
        return letter
    code = ord(letter)
    return f"\\u{code - _UNITS_WRAP if code >= _SIGNED else code}?"


def _byte(letter: str) -> str:
    if letter.isascii():
        return _letter(letter)
    return "".join(f"\\'{byte:02x}" for byte in letter.encode("cp1252", "replace"))
