"""A paper as the body of a portal's article, in one of the ways clerks paste it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from html import escape

from tests.quality.corpus.layout import Columns, Paragraph, Part, Table

_SOUP = '<span lang="VI" style="font-size:14.0pt;mso-ansi-language:VI">'


def to_markup(parts: Iterable[Part], seed: str) -> str:
    """A fragment of HTML; which way it is pasted follows from the seed."""
    ways = (_Plain(), _Broken(), _Word())
    way = ways[zlib.crc32(seed.encode()) % len(ways)]
    return "\n".join(_part(part, way) for part in parts)


def bare_page(fragment: str, title: str) -> str:
    """A whole page that holds nothing else."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    return f'<!DOCTYPE html><html lang="vi"><head>{head}</head><body>{fragment}</body></html>'


class _Plain:
    """Paragraphs, line ends as breaks, the head a table of one row."""

    def paragraph(self, paragraph: Paragraph) -> str:
        """One paragraph."""
        inner = "<br>".join(map(escape, paragraph.lines))
        if paragraph.stands_out:
            return f'<p style="text-align:center"><strong>{inner}</strong></p>'
        return f'<p style="text-align:justify">{inner}</p>'

    def columns(self, columns: Columns) -> str:
        """Both columns, each in one cell."""
        cells = ("<br>".join(map(escape, side)) for side in (columns.left, columns.right))
        inner = "".join(f'<td align="center" valign="top">{cell}</td>' for cell in cells)
        return f'<table border="0" width="100%"><tr>{inner}</tr></table>'


class _Broken:
    """No paragraphs at all, only breaks; the head a row a line."""

    def paragraph(self, paragraph: Paragraph) -> str:
        """Its lines and an empty one."""
        inner = "<br />".join(map(escape, paragraph.lines))
        return f"<div><b>{inner}</b></div>" if paragraph.stands_out else f"{inner}<br /><br />"

    def columns(self, columns: Columns) -> str:
        """A row a line."""
        rows = "".join(
            f"<tr><td>{escape(left)}</td><td>{escape(right)}</td></tr>"
            for left, right in columns.rows
        )
        return f"<table><tbody>{rows}</tbody></table>"


class _Word:
    """Every line a paragraph of its own, in the spans of a word processor."""

    def line(self, text: str) -> str:
        """A paragraph whose words lie in several spans."""
        words = text.split(" ")
        pieces = (escape(" ".join(words[at : at + 4])) for at in range(0, len(words), 4))
        inner = " ".join(f"{_SOUP}{piece}</span>" for piece in pieces)
        return f'<p class="MsoNormal" style="margin:0cm 0cm 6.0pt">{inner}<o:p></o:p></p>'

    def paragraph(self, paragraph: Paragraph) -> str:
        """Its lines one by one."""
        return "".join(map(self.line, paragraph.lines))

    def columns(self, columns: Columns) -> str:
        """Two cells of paragraphs."""
        cells = ("".join(map(self.line, side)) for side in (columns.left, columns.right))
        inner = "".join(f'<td width="309" valign="top">{cell}</td>' for cell in cells)
        return f'<table class="MsoNormalTable" border="0"><tr>{inner}</tr></table>'


def _part(part: Part, way: _Plain | _Broken | _Word) -> str:
    if isinstance(part, Columns):
        return way.columns(part)
    if isinstance(part, Paragraph):
        return way.paragraph(part)
    return _table(part)


def _table(table: Table) -> str:
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table.rows)
    inner = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table border="1" cellspacing="0"><tbody>{inner}</tbody></table>'
