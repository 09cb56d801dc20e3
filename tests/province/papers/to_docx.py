"""A paper as a Word file: the head a table of two columns, then the body, its tables, the end."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape, unescape

import docx

from tests.province.papers.layout_html import blocks
from tests.province.papers.values import Paper

MAIN = "word/document.xml"
WITHOUT_PICTURE = re.compile(rb"<Relationship [^>]*thumbnail[^>]*/>")
ZIP_TIME = (2020, 1, 1, 0, 0, 0)
RUN = re.compile(r'<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t xml:space="preserve">(.*?)</w:t></w:r>', re.S)


@cache
def _empty_parts() -> tuple[tuple[str, bytes], ...]:
    """The members of an empty document as the library writes it, with fixed properties."""
    document = docx.Document()
    known = document.core_properties
    known.author, known.last_modified_by, known.title, known.comments = "VP", "VP", "", ""
    known.created = known.modified = datetime(2020, 1, 1)
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as made:
        names = [name for name in made.namelist() if "thumbnail" not in name]
        return tuple((name, WITHOUT_PICTURE.sub(b"", made.read(name))) for name in names)


def _with_body(empty: bytes, body: str) -> bytes:
    start, end = empty.index(b"<w:body>") + len(b"<w:body>"), empty.index(b"<w:sectPr")
    return empty[:start] + body.encode() + empty[end:]


def to_docx(paper: Paper, runs: Callable[[str], list[tuple[str, str]]] | None = None) -> bytes:
    """The file; the body is written as one piece of XML, since cell by cell is slow.

    ``runs`` splits a text into (text, font); without it no font is named.
    """
    body = _body(paper)
    if runs is not None:
        body = RUN.sub(lambda found: _in_fonts(found, runs), body)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, empty in _empty_parts():
            data = _with_body(empty, body) if name == MAIN else empty
            made.writestr(zipfile.ZipInfo(name, ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _in_fonts(found: re.Match[str], runs: Callable[[str], list[tuple[str, str]]]) -> str:
    face, text = found.group(1) or "", unescape(found.group(2))
    made = []
    for codes, font in runs(text):
        named = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        held = f'<w:t xml:space="preserve">{escape(codes)}</w:t>'
        made.append(f"<w:r><w:rPr>{named}{face}</w:rPr>{held}</w:r>")
    return "".join(made)


def _line(text: str, align: str = "both", bold: bool = False) -> str:
    face = "<w:rPr><w:b/></w:rPr>" if bold else ""
    held = f'<w:r>{face}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr>{held}</w:p>'


def _cell(lines: list[str]) -> str:
    return f"<w:tc><w:tcPr/>{''.join(lines) or '<w:p/>'}</w:tc>"


def _pair(left: list[str], right: list[str]) -> str:
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    return f"<w:tbl>{grid}<w:tr>{_cell(left)}{_cell(right)}</w:tr></w:tbl>"


def _table(rows: tuple[str, ...]) -> str:
    count = max(row.count("\t") for row in rows) + 1
    columns = "<w:gridCol/>" * count
    grid = f"<w:tblPr><w:tblStyle w:val='TableGrid'/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    lines = []
    for row in rows:
        cells = row.split("\t") + [""] * (count - 1 - row.count("\t"))
        lines.append(f"<w:tr>{''.join(_cell([_line(cell, 'left')]) for cell in cells)}</w:tr>")
    return f"<w:tbl>{grid}{''.join(lines)}</w:tbl><w:p/>"


def _body(paper: Paper) -> str:
    left = [_line(text, "center", True) for text in paper.head_left]
    left += [_line(paper.number_line, "center")] if paper.number_line else []
    right = [_line(text, "center", True) for text in paper.head_right]
    right.append(_line(paper.place_and_date, "center"))
    parts = [
        _pair(left, right),
        _line(paper.type_name, "center", True),
        _line(paper.printed_title, "center", True),
    ]
    for kind, lines in blocks(paper):
        parts.append(_table(lines) if kind == "table" else _line(lines[0]))
    sent = [_line(text, "left") for text in ("Nơi nhận:", *paper.recipients) if paper.recipients]
    signed = [_line(text, "center", True) for text in (*paper.signed_as, "", "", paper.signer)]
    return "".join((*parts, _pair(sent, signed), "<w:p/>"))
