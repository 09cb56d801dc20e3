"""Papers pasted into office files as pictures are noted; seals beside a full text are not."""

from __future__ import annotations

import base64
import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
import xlsxwriter
from PIL import Image

from documents import sniff
from documents.pasted import Picture, beside_pictures, drawn_in
from documents.read import read_body
from documents.word97.fib import WordFile
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable
from tests.unit.documents.word_file import word_95, word_97

_LINE = "Muc tieu chat luong nam 2021"
_FULL = f"{_LINE}. " * 40
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)


def _image(width: int, height: int, kind: str = "PNG") -> bytes:
    buffer = BytesIO()
    Image.new("L", (width, height), 255).save(buffer, kind)
    return buffer.getvalue()


_PAGE, _SEAL, _STRIP = _image(1240, 1754), _image(200, 200), _image(1600, 120)
_PHOTOGRAPH = _image(1240, 1754, "JPEG")


def _docx(text: str, *pictures: bytes) -> bytes:
    paper, buffer = docx.Document(), BytesIO()
    paper.add_paragraph(text)
    for picture in pictures:
        paper.add_picture(BytesIO(picture))
    paper.save(buffer)
    return buffer.getvalue()


def _xlsx(text: str, *pictures: bytes) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write(0, 0, text)
        for picture in pictures:
            page.insert_image(2, 0, "a.png", {"image_data": BytesIO(picture)})
    return buffer.getvalue()


def _zipped(first: tuple[str, str], name: str, content: str, folder: str, *held: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr(*first)
        archive.writestr(name, content)
        for number, picture in enumerate(held):
            archive.writestr(f"{folder}/{number}.png", picture)
    return buffer.getvalue()


def _odf(kind: str, inside: str, *pictures: bytes) -> bytes:
    content = f"<office:document-content {_ODF}><office:body>{inside}</office:body>"
    content += "</office:document-content>"
    mimetype = ("mimetype", f"application/vnd.oasis.opendocument.{kind}")
    return _zipped(mimetype, "content.xml", content, "Pictures", *pictures)


def _odt(text: str, *pictures: bytes) -> bytes:
    inside = f"<office:text><text:p>{text}</text:p></office:text>"
    return _odf("text", inside, *pictures)


def _ods(text: str, *pictures: bytes) -> bytes:
    cell = f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    inside = f"<office:spreadsheet>{table}</office:spreadsheet>"
    return _odf("spreadsheet", inside, *pictures)


def _flat_odt(text: str, *pictures: bytes) -> bytes:
    held = "".join(
        f"<office:binary-data>{base64.encodebytes(each).decode()}</office:binary-data>"
        for each in pictures
    )
    return (
        f'<?xml version="1.0"?><office:document {_ODF} office:mimetype='
        '"application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f"<text:p>{text}</text:p>{held}</office:text></office:body></office:document>"
    ).encode()


def _word_xml(text: str, *pictures: bytes) -> bytes:
    held = "".join(
        f"<w:pict><w:binData>{base64.encodebytes(each).decode()}</w:binData></w:pict>"
        for each in pictures
    )
    space = "http://schemas.microsoft.com/office/word/2003/wordml"
    return (
        f'<?xml version="1.0"?><w:wordDocument xmlns:w="{space}"><w:body><w:p><w:r>'
        f"<w:t>{text}</w:t>{held}</w:r></w:p></w:body></w:wordDocument>"
    ).encode()


def _pptx(text: str, *pictures: bytes) -> bytes:
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    slide = f'<sld xmlns:a="{space}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></sld>'
    first = ("[Content_Types].xml", "<Types/>")
    return _zipped(first, "ppt/slides/slide1.xml", slide, "ppt/media", *pictures)


def _rtf(text: str, *pictures: bytes) -> bytes:
    held = b"".join(
        rb"{\*\shppict{\pict{\*\blipuid 0123456789abcdef0123456789abcdef}\pngblip "
        + each.hex().encode()
        + rb"}}{\nonshppict{\pict\wmetafile8 "
        + each.hex().encode()
        + b"}}"
        for each in pictures
    )
    return rb"{\rtf1\ansi " + text.encode() + rb"\par " + held + b"}"


def _mhtml(text: str, *pictures: bytes) -> bytes:
    parts = [b"Content-Type: text/html\r\n\r\n<p>" + text.encode()]
    parts += [
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(each)
        for each in pictures
    ]
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    return head + b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + b"--x--\r\n"


def _drawn(picture: bytes) -> bytes:
    """A drawing record of Word and Excel 97-2003: mark, length, identifier, the picture."""
    held = bytes(17) + picture
    return b"\x00\x6e\x1e\xf0" + struct.pack("<I", len(held)) + held


def _doc(text: str, *pictures: bytes) -> bytes:
    # The pictures stand in the last piece, which the counts of letters leave out.
    drawn = b"".join(map(_drawn, pictures)).decode("latin-1")
    body = word_97((text, "cp1252"), (drawn or " ", "latin-1"))
    return body.replace(
        struct.pack("<i", len(text) + len(drawn or " ")), struct.pack("<i", len(text)), 1
    )


def _note(reading: Reading) -> str:
    assert isinstance(reading, Document), reading
    return dict(reading.metadata).get("pictures_unread", "")


@pytest.mark.parametrize(
    "made",
    [_docx, _xlsx, _odt, _ods, _flat_odt, _word_xml, _pptx, _rtf, _mhtml, _doc],
    ids=lambda made: made.__name__,
)
def test_pages_beside_a_line_of_text_are_noted(made: Callable[..., bytes]) -> None:
    """Two pages are two pictures; a seal and a strip are none, nor a page beside a full text."""
    written = made(_LINE, _PAGE, _image(1240, 1755), _SEAL, _STRIP)
    assert _note(read_body(written)) == "2 pictures"
    assert _note(read_body(made(_LINE, _SEAL, _STRIP))) == ""
    assert _note(read_body(made(_FULL, _PAGE))) == ""


def test_a_picture_is_large_by_its_bytes_or_its_sides() -> None:
    """JPEG tells its sides in its frame; other kinds are judged by their bytes."""
    assert Picture(len(_PHOTOGRAPH), _PHOTOGRAPH).is_large
    assert Picture(150_000, b"II*\0").is_large
    assert not Picture(50_000, b"II*\0").is_large
    assert not Picture(50_000, b"\xff\xd8\xff\xc0").is_large
    assert not Picture(20).is_large


def test_metafiles_count_as_they_unpack() -> None:
    """A drawing record of a packed metafile tells its size behind its identifier."""
    held = bytes(16) + struct.pack("<I", 400_000) + bytes(30) + b"x" * 8_000
    stream = b"ab" + b"\x40\x3d\x1a\xf0" + struct.pack("<I", len(held)) + held
    assert [picture.is_large for picture in drawn_in(stream)] == [True]
    lying = b"\x40\x3d\x1a\xf0" + struct.pack("<I", 1 << 31) + held
    assert drawn_in(lying) == []


def test_word_95_and_excel_97_are_looked_through_too() -> None:
    """Word 95 marks no pictures: what is beyond its text is one; sheets without cells are scans."""
    assert _note(read_body(word_95(_LINE))) == ""
    file = WordFile(word_95(_LINE))
    file.main += bytes(200_000)
    assert [picture.is_large for picture in file.pictures()] == [True]
    empty = Unreadable(sniff.XLS, Unread.EMPTY)
    scan = beside_pictures(empty, lambda: drawn_in(b"\xeb\x00" + _drawn(_PAGE)))
    assert isinstance(scan, Unreadable)
    assert scan.reason is Unread.NO_TEXT_LAYER
    assert beside_pictures(empty, lambda: []) == empty
    plain = Document(sniff.XLS, HowRead.OFFICE, blocks=(Block("a"),))
    assert beside_pictures(plain, lambda: []) is plain


def test_an_rtf_picture_may_stand_as_bytes() -> None:
    r"""``\bin`` tells how many follow."""
    held = rb"\pngblip\bin%d " % len(_PAGE) + _PAGE
    assert _note(read_body(rb"{\rtf1 " + _LINE.encode() + rb"{\pict" + held + b"}}")) == "1 picture"


def test_the_number_before_an_rtf_pictures_digits_is_none_of_them() -> None:
    """Its control word ends where they begin: an odd count of digits would shift them all."""
    held = rb"\pngblip\pichgoal123 " + _PAGE.hex().encode()
    assert _note(read_body(rb"{\rtf1 " + _LINE.encode() + rb"{\pict" + held + b"}}")) == "1 picture"


def test_a_damaged_picture_counts_by_the_size_it_claims() -> None:
    """It costs nobody the text."""
    body = bytearray(_docx(_LINE, _PAGE))
    at = body.index(b"\x89PNG") if b"\x89PNG" in body else body.index(b"word/media/") + 60
    body[at : at + 20] = bytes(20)
    assert _document_text(read_body(bytes(body))) == _LINE


def _document_text(reading: Reading) -> str:
    assert isinstance(reading, Document), reading
    return reading.text
