"""PDF and DOCX: heads in reading order, rows, and every way a file can fail to be read."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from fpdf import FPDF
from PIL import Image

from documents import from_docx, from_pdf
from documents.prose import garbage_share, joined_lines, title_or_nothing
from documents.read import read_body
from domain.documents import BlockKind, Document, HowRead, Reading, Unread, Unreadable, Zone

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The letters are those every PDF reader knows: no font with Vietnamese letters is needed.
_LEFT = ("UBND HUYEN VAN YEN", "UBND XA TAN HUONG", "So: 12/KH-UBND")
_RIGHT = (
    "CONG HOA XA HOI CHU NGHIA VIET NAM",
    "Doc lap - Tu do - Hanh phuc",
    "Tan Huong, ngay 05 thang 02 nam 2021",
)
_BODY = "Muc tieu chat luong nam 2021 cua Uy ban nhan dan xa duoc ban hanh nhu sau day. " * 4


def _pdf() -> FPDF:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    return pdf


def _row_by_row() -> bytes:
    pdf = _pdf()
    for left, right in zip(_LEFT, _RIGHT, strict=True):
        pdf.cell(80, 7, left, align="C")
        pdf.cell(100, 7, right, align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(8)
    pdf.cell(0, 8, "KE HOACH", align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.multi_cell(0, 7, _BODY)
    return bytes(pdf.output())


def _column_by_column() -> bytes:
    pdf = _pdf()
    top = pdf.get_y()
    pdf.set_xy(100, top)
    pdf.multi_cell(100, 7, "\n".join(_RIGHT), align="C")
    pdf.set_xy(10, top)
    pdf.multi_cell(80, 7, "\n".join(_LEFT), align="C")
    pdf.set_xy(10, top + 40)
    pdf.cell(0, 8, "KE HOACH", align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.multi_cell(0, 7, _BODY)
    return bytes(pdf.output())


def _document(reading: Reading) -> Document:
    assert isinstance(reading, Document), reading
    return reading


def _reason(reading: Reading) -> Unread:
    assert isinstance(reading, Unreadable)
    return reading.reason


@pytest.mark.parametrize("paper", [_row_by_row(), _column_by_column()])
def test_the_two_columns_of_a_pdf_head_are_told_apart(paper: bytes) -> None:
    """However the file orders them: the left column's lines, the right's, then the text."""
    texts = [block.text for block in _document(from_pdf.read(paper)).blocks]
    assert texts[:7] == [*_LEFT, *_RIGHT, "KE HOACH"]
    assert texts[7].startswith("Muc tieu chat luong nam 2021")


def test_a_pdf_paragraph_is_one_block() -> None:
    """Lines that go on are joined; the page is counted from 1."""
    document = _document(from_pdf.read(_row_by_row()))
    assert document.how is HowRead.TEXT_LAYER
    assert document.pages == 1
    assert document.blocks[-1].text == _BODY.strip()
    assert document.blocks[-1].page == 1


def test_a_scan_has_no_text_layer() -> None:
    """Pages of pictures, also with a signature's remark on them, are scans."""
    pdf = _pdf()
    pdf.image(Image.new("L", (60, 60), 200), 10, 40)
    assert _reason(from_pdf.read(bytes(pdf.output()))) is Unread.NO_TEXT_LAYER
    pdf = _pdf()
    pdf.image(Image.new("L", (60, 60), 200), 10, 40)
    pdf.text(10, 10, "Signed by: UBND XA TAN HUONG")
    pdf.text(10, 20, "Date: 05.02.2021 10:22:33 +07:00")
    assert _reason(from_pdf.read(bytes(pdf.output()))) is Unread.NO_TEXT_LAYER


def test_a_scanned_annex_is_told() -> None:
    """A letter with scanned pages behind it is read, and names the pages nobody could read."""
    pdf = _pdf()
    pdf.multi_cell(0, 7, _BODY)
    pdf.add_page()
    pdf.image(Image.new("L", (60, 60), 200), 10, 40)
    document = _document(from_pdf.read(bytes(pdf.output())))
    assert ("pages_without_text", "2") in document.metadata


def test_pdfs_that_cannot_be_read_say_why() -> None:
    """Empty, encrypted and damaged files are different things."""
    empty = FPDF()
    empty.add_page()
    assert _reason(from_pdf.read(bytes(empty.output()))) is Unread.EMPTY
    locked = _pdf()
    locked.set_encryption("owner", user_password="user")  # noqa: S106 - a made-up one
    locked.cell(text=_BODY[:60])
    assert _reason(from_pdf.read(bytes(locked.output()))) is Unread.ENCRYPTED
    assert _reason(from_pdf.read(_row_by_row()[:400])) is Unread.DAMAGED


def test_many_pages_are_cut_and_said() -> None:
    """Only the first 200 pages are read."""
    pdf = _pdf()
    pdf.cell(text=_BODY[:79])
    for _ in range(201):
        pdf.add_page()
    document = _document(from_pdf.read(bytes(pdf.output())))
    assert document.pages == 202
    assert ("truncated", "200 of 202 pages") in document.metadata


@pytest.mark.parametrize(
    ("text", "garbage"),
    [
        ("Mục tiêu chất lượng năm 2021 của Ủy ban nhân dân xã " * 3, False),
        ("Môc tiªu chÊt l­îng n¨m 2021 cña Uû ban nh©n d©n x· " * 3, False),
        ("BIỂU MẪU 01/2021 | 12.345 | 67,8 | 90/100 | STT | TT | " * 4, False),
        ("\ue001\ue002\ue003 \ue004\ue005" * 30, True),
        ("0XF WLrX FKvW OmQJ FqD Vw QJKK GFG " * 8, True),
        ("!\"#$ %&'( )*+, <=>? @[]^ _{|}~ " * 8, True),
    ],
)
def test_text_that_is_no_writing_is_found_out(text: str, garbage: bool) -> None:
    """Fonts without letter names leave garbage; legacy fonts and tables are writing."""
    assert (garbage_share(text) > 0.35) is garbage


def test_lines_are_joined_only_where_they_go_on() -> None:
    """New items, headings and ended sentences begin a new block."""
    lines = [
        "Về việc ban hành mục tiêu",
        "chất lượng năm 2021",
        "Điều 1. Ban hành",
        "- Một",
        "- Hai",
    ]
    assert joined_lines(lines) == [f"{lines[0]} {lines[1]}", *lines[2:]]


@pytest.mark.parametrize("told", ["Microsoft Word - MTCL 2021.doc", "scan0001.pdf", "", "Untitled"])
def test_file_names_are_no_titles(told: str) -> None:
    """What programs put into a title field is left out."""
    assert title_or_nothing(told) == ""


def _saved(word: docx.document.Document) -> bytes:
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _word() -> docx.document.Document:
    word = docx.Document()
    head = word.add_table(1, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ TÂN HƯƠNG\nSố: 12/QĐ-UBND"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    word.add_heading("QUYẾT ĐỊNH", 1)
    word.add_paragraph("Ban hành mục tiêu chất lượng năm 2021")
    return word


def test_a_docx_head_keeps_its_lines_and_headings_their_kind() -> None:
    """The layout table of the head is read line by line, left column first."""
    document = _document(from_docx.read(_saved(_word())))
    assert [block.text for block in document.blocks[:4]] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ TÂN HƯƠNG",
        "Số: 12/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
    assert next(b.kind for b in document.blocks if b.text == "QUYẾT ĐỊNH") is BlockKind.HEADING


def test_docx_rows_headers_and_title() -> None:
    """Tables come as rows, headers and footers apart, the title from the properties."""
    word = _word()
    table = word.add_table(2, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"ô {number}"
    word.sections[0].header.paragraphs[0].text = "ISO 9001:2015"
    word.core_properties.title = "Mục tiêu chất lượng năm 2021"
    document = _document(from_docx.read(_saved(word)))
    rows = [block.text for block in document.blocks if block.kind is BlockKind.ROW]
    assert rows == ["ô 0 | ô 1 | ô 2", "ô 3 | ô 4 | ô 5"]
    assert document.blocks[-1].zone is Zone.HEADER
    assert "ISO 9001:2015" not in document.main_text
    assert document.title == "Mục tiêu chất lượng năm 2021"


def test_docx_tracked_changes_and_text_boxes() -> None:
    """Deleted text is gone, inserted text and text boxes are there, once."""
    word = _word()
    paragraph = word.add_paragraph("Năm ")
    box = "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>"
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    for xml in (
        "<w:del {0}><w:r><w:delText>2020</w:delText></w:r></w:del>",
        "<w:ins {0}><w:r><w:t>2021</w:t></w:r></w:ins>",
        f'<w:r {{0}} xmlns:mc="{compatibility}"><mc:AlternateContent><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    ):
        paragraph._p.append(parse_xml(xml.format(f'xmlns:w="{_W}"')))
    text = _document(from_docx.read(_saved(word))).text
    assert "Năm 2021" in text
    assert "2020" not in text
    assert text.count("Trong khung") == 1


def _archive(**parts: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def test_docx_entities_are_refused() -> None:
    """No file may make the parser open another file or unfold a bomb."""
    xml = (
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        f'<w:document xmlns:w="{_W}"><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:document>'
    )
    assert _reason(read_body(_archive(document=xml))) is Unread.DAMAGED


def test_docx_bombs_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that unpacks beyond the cap is not unpacked whole."""
    monkeypatch.setattr("documents.docx.parts.MAX_PART_BYTES", 10_000)
    assert _reason(read_body(_archive(document=" " * 50_000))) is Unread.TOO_LARGE


def test_docx_nested_without_end_is_survived() -> None:
    """Elements nested thousands deep neither crash nor recurse."""
    deep = "<w:tbl><w:tr><w:tc>" * 3_000
    xml = f'<w:document xmlns:w="{_W}"><w:p><w:r><w:t>chữ</w:t></w:r></w:p>{deep}'
    assert isinstance(read_body(_archive(document=xml)), Document | Unreadable)


def test_docx_files_that_cannot_be_read_say_why() -> None:
    """Cut files are damaged, empty ones empty, pictures lack a text layer."""
    sound = _saved(_word())
    assert _reason(read_body(sound[: len(sound) // 2])) is Unread.DAMAGED
    assert _reason(read_body(_archive(settings="<x/>"))) is Unread.DAMAGED
    nothing = f'<w:document xmlns:w="{_W}"><w:body/></w:document>'
    assert _reason(read_body(_archive(document=nothing))) is Unread.EMPTY
    pictures = _archive(document=nothing, **{"media/image1": "x"})
    assert _reason(read_body(pictures)) is Unread.NO_TEXT_LAYER
