"""A paper as a Word, RTF, Excel or plain text file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import xlsxwriter

from tests.quality.corpus.layout import Columns, Paragraph, Part

_ZIP_TIME = (2020, 1, 1, 0, 0, 0)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    f'PartName="/word/document.xml" ContentType="{_MAIN_TYPE}"/></Types>'
)
_RELATIONS = (
    f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_COLUMN_WIDTH = 44
_UNITS_WRAP, _SIGNED = 0x10000, 0x8000


def to_docx(parts: Iterable[Part]) -> bytes:
    """A Word file."""
    body = "".join(map(_docx_part, parts))
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORD}"><w:body>{body}'
        "<w:sectPr/></w:body></w:document>"
    )
    return zipped(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _RELATIONS.encode(),
            "word/document.xml": document.encode(),
        }
    )


def zipped(members: dict[str, bytes]) -> bytes:
    """The members in a ZIP."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(zipfile.ZipInfo(name, _ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _docx_part(part: Part) -> str:
    if isinstance(part, Paragraph):
        bold = part.stands_out
        return "".join(_docx_line(line, "center" if bold else "both", bold) for line in part.lines)
    if isinstance(part, Columns):
        cells = ([_docx_line(text, "center") for text in side] for side in (part.left, part.right))
        return _docx_table([["".join(cell) for cell in cells]])
    return _docx_table([[_docx_line(cell, "left") for cell in row] for row in part.rows])


def _docx_line(text: str, align: str, bold: bool = False) -> str:
    face = "<w:rPr><w:b/></w:rPr>" if bold else ""
    run = f'<w:r>{face}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr>{run}</w:p>'


def _docx_table(rows: Sequence[Sequence[str]]) -> str:
    grid = "<w:gridCol/>" * len(rows[0])
    cells = ("".join(f"<w:tc><w:tcPr/>{cell or '<w:p/>'}</w:tc>" for cell in row) for row in rows)
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl><w:p/>"


def to_rtf(parts: Iterable[Part]) -> bytes:
    """An RTF file, Vietnamese letters as Word escapes them."""
    fonts = "{\\fonttbl{\\f0\\fnil\\fcharset0 Times New Roman;}}"
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1" + fonts
    return (head + "\n\\f0\\fs26\n" + "".join(map(_rtf_part, parts)) + "}").encode("ascii")


def _rtf_part(part: Part) -> str:
    if isinstance(part, Paragraph):
        return "".join(f"\\pard\\qj {_rtf_text(line)}\\par\n" for line in part.lines)
    lines = []
    for row in part.rows:
        edges = "".join(f"\\cellx{9000 * order // len(row)}" for order in range(1, len(row) + 1))
        cells = "".join(f"\\pard\\intbl {_rtf_text(cell)}\\cell\n" for cell in row)
        lines.append(f"\\trowd\\trgaph108{edges}\n{cells}\\row\n")
    return "".join(lines) + "\\pard\\par\n"


def _rtf_text(text: str) -> str:
    return "".join(map(_rtf_letter, text))


def _rtf_letter(letter: str) -> str:
    if letter in "\\{}":
        return "\\" + letter
    if letter.isascii():
        return letter
    units = letter.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(f"\\u{code - _UNITS_WRAP if code >= _SIGNED else code}?" for code in codes)


def to_text(parts: Iterable[Part]) -> bytes:
    """Plain text, columns side by side, cells parted by tabs."""
    return "\n\n".join("\n".join(_text_lines(part)) for part in parts).encode()


def _text_lines(part: Part) -> list[str]:
    if isinstance(part, Paragraph):
        return list(part.lines)
    if isinstance(part, Columns):
        return [f"{left:<{_COLUMN_WIDTH}}{right}".rstrip() for left, right in part.rows]
    return ["\t".join(row) for row in part.rows]


def to_xlsx(parts: Iterable[Part]) -> bytes:
    """A sheet with everything typed into cells."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"created": datetime(2020, 1, 1), "author": "VP"})
    sheet = book.add_worksheet("Sheet1")
    for number, row in enumerate(row for part in parts for row in _sheet_rows(part)):
        for column, cell in enumerate(row):
            if cell.isdecimal() and cell.isascii() and len(cell) < 10:
                sheet.write_number(number, column, int(cell))
            elif cell:
                sheet.write_string(number, column, cell)
    book.close()
    return held.getvalue()


def _sheet_rows(part: Part) -> list[tuple[str, ...]]:
    if isinstance(part, Paragraph):
        return [(line,) for line in part.lines] + [()]
    return [*part.rows, ()]
