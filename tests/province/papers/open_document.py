"""A paper as OpenDocument text (ODT) or sheet (ODS), written as LibreOffice writes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.province.papers.layout_html import blocks
from tests.province.papers.rows import foot_rows, head_rows, sheet_rows
from tests.province.papers.values import Paper

ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ZIP_TIME = (2020, 1, 1, 0, 0, 0)
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_ROOT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="1.2" '
    f'xmlns:office="{_NAMES}:office:1.0" xmlns:text="{_NAMES}:text:1.0" '
    f'xmlns:table="{_NAMES}:table:1.0" xmlns:style="{_NAMES}:style:1.0" '
    f'xmlns:fo="{_NAMES}:xsl-fo-compatible:1.0"><office:body>{{}}</office:body>'
    "</office:document-content>"
)


def to_odt(paper: Paper) -> bytes:
    """The text file: the head a table without borders, as Word's is."""
    parts = [_table(head_rows(paper)), _line(paper.type_name), _line(paper.printed_title)]
    for kind, lines in blocks(paper):
        rows = [tuple(line.split("\t")) for line in lines]
        parts.append(_table(rows) if kind == "table" else _line(lines[0]))
    parts.append(_table(foot_rows(paper)))
    return _packed(ODT, f"<office:text>{''.join(parts)}</office:text>")


def to_ods(paper: Paper) -> bytes:
    """The sheet: one row a line."""
    rows = _table(sheet_rows(paper), "Trang tính1")
    return _packed(ODS, f"<office:spreadsheet>{rows}</office:spreadsheet>")


def _spaced(text: str) -> str:
    """Runs of blanks are an element of their own."""
    pieces = escape(text).split("  ")
    return '<text:s text:c="2"/>'.join(pieces)


def _line(text: str) -> str:
    return f'<text:p text:style-name="Standard">{_spaced(text)}</text:p>'


def _table(rows: Sequence[tuple[str, ...]], name: str = "Bảng1") -> str:
    count = max(map(len, rows))
    lines = []
    for row in rows:
        cells = "".join(
            f'<table:table-cell office:value-type="string">{_line(cell)}</table:table-cell>'
            for cell in row
        )
        missing = count - len(row)
        rest = f'<table:table-cell table:number-columns-repeated="{missing}"/>' if missing else ""
        lines.append(f"<table:table-row>{cells}{rest}</table:table-row>")
    columns = f'<table:table-column table:number-columns-repeated="{count}"/>'
    return f'<table:table table:name="{name}">{columns}{"".join(lines)}</table:table>'


def _packed(media_type: str, body: str) -> bytes:
    manifest_names = f"{_NAMES}:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", media_type), ("content.xml", "text/xml"))
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest manifest:version="1.2" '
        f'xmlns:manifest="{manifest_names}">{entries}</manifest:manifest>'
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        # The first member is not packed, so that the type stands at a fixed place.
        made.writestr(zipfile.ZipInfo("mimetype", ZIP_TIME), media_type)
        for name, text in (
            ("content.xml", _ROOT.format(body)),
            ("META-INF/manifest.xml", manifest),
        ):
            made.writestr(zipfile.ZipInfo(name, ZIP_TIME), text.encode(), zipfile.ZIP_DEFLATED)
    return held.getvalue()
