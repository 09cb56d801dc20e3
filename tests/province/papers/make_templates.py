"""Makes the Word 97 and Excel 97 templates with LibreOffice, and says what lies in them.

Run once, by hand, as ``python -m tests.province.papers.make_templates``: the files are committed,
so that LibreOffice is needed by nothing else.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import xlsxwriter

from tests.province.papers.templates import (
    EXCEL,
    FOLDER,
    SHEET_FIELDS,
    SHEET_PARTS,
    WORD,
    WORD_FIELDS,
    whole,
    without_torn,
)
from tests.province.papers.to_docx import to_docx
from tests.province.papers.values import Issuer, Paper

FORMATS = {WORD: ("docx", "doc:MS Word 97"), EXCEL: ("xlsx", "xls:MS Excel 97")}


def main() -> int:
    """Write both; returns 1 where fields are torn that must not be."""
    for name, body in ((WORD, _word()), (EXCEL, _sheet())):
        made = _converted(body, *FORMATS[name])
        (FOLDER / name).write_bytes(without_torn(name, made))
    torn_word = set(WORD_FIELDS) - whole(WORD)
    torn_sheet = set(SHEET_FIELDS) - whole(EXCEL)
    for name, torn in ((WORD, torn_word), (EXCEL, torn_sheet)):
        size = (FOLDER / name).stat().st_size
        print(f"{name}: {size} bytes, torn fields: {', '.join(sorted(torn)) or 'none'}")
    return 1 if torn_word or len(torn_sheet) > 12 else 0


def _word() -> bytes:
    marks = {name: field.mark for name, field in WORD_FIELDS.items()}
    paper = Paper(
        publication="",
        year=2020,
        issuer=Issuer("", "other", "", "", ""),
        type_name=marks["type"],
        title="",
        number=None,
        issued_on=date(2020, 1, 1),
        paragraphs=(marks["body"],),
        signer=marks["signer"],
        link_title="",
        file_stem="",
        blank=False,
        head_left=tuple(marks[f"left{row}"] for row in range(4)),
        head_right=(marks["right0"], marks["right1"]),
        place_and_date=marks["right2"],
        signed_as=tuple(marks[f"signed{row}"] for row in range(3)),
        recipients=(marks["recipients"],),
        printed_title=marks["title"],
    )
    return to_docx(paper)


def _sheet() -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    sheet = book.add_worksheet("Danh mục")
    line = 0
    for part, rows, widths in SHEET_PARTS:
        for row in range(rows):
            for column in range(len(widths)):
                sheet.write_string(line, column, SHEET_FIELDS[f"{part}{row}.{column}"].mark)
            line += 1
    book.close()
    return held.getvalue()


def _converted(body: bytes, extension: str, target: str) -> bytes:
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("soffice: install LibreOffice to make the templates anew")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"template.{extension}"
        source.write_bytes(body)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", target, "--outdir", folder]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
        return source.with_suffix("." + target.partition(":")[0]).read_bytes()


if __name__ == "__main__":
    sys.exit(main())
