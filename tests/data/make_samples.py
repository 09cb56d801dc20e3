"""Makes the small office files of ``papers/`` that only LibreOffice can write.

Run ``python -m tests.data.make_samples`` where ``soffice`` is installed; the files are committed,
so that the tests need no LibreOffice.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import xlsxwriter
from docx.document import Document
from docx.oxml import parse_xml

HERE = Path(__file__).parent / "papers"
LEFT = ("UBND HUYỆN VĂN YÊN", "UBND XÃ TÂN HƯƠNG", "Số: 12/KH-UBND")
RIGHT = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Tân Hương, ngày 05 tháng 02 năm 2021",
)
TITLE = ("KẾ HOẠCH", "Mục tiêu chất lượng năm 2021 của UBND xã Tân Hương")
TABLE = (
    ("TT", "Mục tiêu", "Chỉ tiêu"),
    ("1", "Giải quyết hồ sơ đúng hạn", "≥ 95%"),
    ("2", "", "Tổ chức, công dân hài lòng"),
)
ADDRESS = "https://tanhuong.example/muc-tieu-2021.pdf"
_NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _run(text: str, *, font: str = "", mark: str = "", deleted: bool = False) -> str:
    name = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    words = "delText" if deleted else "t"
    inside = f'<w:{words} xml:space="preserve">{text}</w:{words}>'
    return f"<w:r><w:rPr>{name}{mark}</w:rPr>{inside}</w:r>"


def _paragraph(document: Document, *runs: str) -> None:
    held = f"<w:p {_NAMESPACES}>{''.join(runs)}</w:p>"
    document.element.body.insert_element_before(parse_xml(held), "w:sectPr")


def _empty() -> Document:
    """A document without the hundred styles of the template, which every file would carry."""
    document = docx.Document()
    kept = {"Normal", "Heading 1", "Header", "Footer", "Default Paragraph Font", "Table Grid"}
    for style in list(document.styles):
        if style.name not in kept:
            style.delete()
    return document


def _head(document: Document) -> None:
    cells = document.add_table(1, 2).rows[0].cells
    for cell, lines in zip(cells, (LEFT, RIGHT), strict=True):
        cell.text = "\n".join(lines)
    for line in TITLE:
        document.add_paragraph(line)


def _table(document: Document) -> None:
    table = document.add_table(len(TABLE), 3)
    for row, words in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text


def _link(document: Document) -> None:
    relation = document.part.relate_to(
        ADDRESS,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    held = f'<w:hyperlink xmlns:r="{space}" r:id="{relation}">{_run("tại đây")}</w:hyperlink>'
    _paragraph(document, _run("Xem toàn văn "), held, _run("."))


def paper(path: Path) -> None:
    """A paper with a head, a heading, a table, a link, hidden and deleted text, page edges."""
    document = _empty()
    document.core_properties.title = "Mục tiêu chất lượng năm 2021"
    _head(document)
    document.add_heading("Điều 1. Phạm vi áp dụng", 1)
    gone = '<w:del w:id="1" w:author="A" w:date="2021-01-01T00:00:00Z">'
    gone += _run("ĐÃ XÓA", deleted=True) + "</w:del>"
    _paragraph(document, _run("Toàn bộ "), gone, _run("hoạt động"), _run(" ẨN", mark="<w:vanish/>"))
    _table(document)
    _link(document)
    document.sections[0].header.paragraphs[0].text = "Mã số: MTCL-01"
    document.sections[0].footer.paragraphs[0].text = "Trang cuối"
    document.save(str(path))


def old_fonts(path: Path) -> None:
    """Text in the fonts of before Unicode beside Unicode, run by run."""
    document = _empty()
    _paragraph(document, _run("môc tiªu chÊt l\u00adîng n¨m 2021", font=".VnTimeH"))
    _paragraph(
        document,
        _run("Môc tiªu chÊt l\u00adîng", font=".VnTime"),
        _run(" và sổ tay của ", font="Times New Roman"),
        _run("SÔÛ KHOA HOÏC vaø coâng ngheä", font="VNI-Times"),
    )
    document.save(str(path))


def sheet(path: Path) -> None:
    """A paper made in a spreadsheet: its head over two columns, a table, a hidden sheet."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Mục tiêu")
    for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page.merge_range(row, 0, row, 1, left)
        page.merge_range(row, 2, row, 4, right)
    for row, line in enumerate(TITLE, 4):
        page.merge_range(row, 0, row, 4, line)
    for row, words in enumerate(TABLE, 7):
        page.write_row(row, 0, words)
    page.write_row(11, 0, [3, 12.5])
    page.write_datetime(11, 2, book_day(), book.add_format({"num_format": "dd/mm/yyyy"}))
    hidden = book.add_worksheet("Phụ lục")
    hidden.write_row(0, 0, ["QT-01", "Quy trình kiểm soát tài liệu"])
    hidden.hide()
    book.close()


def book_day() -> datetime:
    """The day that stands in a cell of the sheet."""
    return datetime(2021, 2, 5)


def _converted(source: Path, form: str) -> None:
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice (soffice) is not installed")
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    ways = [program, profile, "--headless", "--convert-to", form, "--outdir", str(HERE)]
    subprocess.run([*ways, str(source)], check=True, capture_output=True, timeout=120)


def main() -> None:
    """Writes every sample anew."""
    HERE.mkdir(exist_ok=True)
    with TemporaryDirectory() as held:
        for name, make, ending, forms in (
            ("paper", paper, "docx", ("doc", "odt", "rtf")),
            ("old_fonts", old_fonts, "docx", ("doc", "rtf")),
            ("sheet", sheet, "xlsx", ("xls", "ods")),
        ):
            source = Path(held) / f"{name}.{ending}"
            make(source)
            for form in forms:
                _converted(source, form)


if __name__ == "__main__":
    main()
