"""Word's XML files, flat DOCX and web archives: what portals send under .doc and .xls."""

from __future__ import annotations

import base64
import quopri

import pytest

from documents import from_mhtml, from_word_xml, sniff
from documents.hints import Hints
from documents.mime_parts import parts_of
from documents.read import read_body
from domain.documents import BlockKind, Unread
from tests.unit.documents.expected import document_of, reason_of

_OF_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
_OF_2006 = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PAGE = "<html><head><title>Mục tiêu</title></head><body><p>Mục tiêu chất lượng năm 2021</p>"


def _word_2003(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="{}"?><?mso-application progid="Word.Document"?>'
        f'<w:wordDocument xmlns:w="{_OF_2003}" xmlns:o="urn:schemas-microsoft-com:office:office">'
        "<o:DocumentProperties><o:Title>Mục tiêu chất lượng 2021</o:Title></o:DocumentProperties>"
        '<w:styles><w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/></w:style>'
        f"</w:styles><w:body>{body}</w:body></w:wordDocument>"
    )


def _text(words: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_word_xml_of_2003(charset: str) -> None:
    """Headings, rows and links, in either width."""
    cells = "".join(f"<w:tc>{_text(words)}</w:tc>" for words in ("TT", "Mục tiêu"))
    body = (
        _text("Điều 1", '<w:pPr><w:pStyle w:val="u1"/></w:pPr>')
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + '<w:p><w:hlink w:dest="http://a.vn/x"><w:r><w:t>tải</w:t></w:r></w:hlink></w:p>'
    )
    held = _word_2003(body).format(charset).encode(charset)
    document = document_of(read_body(held, Hints(name="muc-tieu.doc")))
    assert document.media_type == sniff.WORD_XML
    assert [(block.text, block.kind) for block in document.blocks] == [
        ("Điều 1", BlockKind.HEADING),
        ("TT | Mục tiêu", BlockKind.ROW),
        ("tải", BlockKind.PARAGRAPH),
    ]
    assert [(link.href, link.text) for link in document.links] == [("http://a.vn/x", "tải")]
    assert document.title == "Mục tiêu chất lượng 2021"


def test_a_flat_docx() -> None:
    """All parts of a DOCX in one file."""
    held = (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package '
        'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part '
        f'pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="{_OF_2006}"><w:body>'
        f"{_text('Mục tiêu')}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
    )
    assert document_of(read_body(held.encode())).text == "Mục tiêu"


def test_word_xml_without_text_says_why() -> None:
    """Empty, cut and declaring entities."""
    held = _word_2003(_text("x")).format("utf-8").encode()
    assert reason_of(read_body(_word_2003("").format("utf-8").encode())) is Unread.EMPTY
    assert reason_of(read_body(held[: held.index(b"<w:body>")])) is Unread.DAMAGED
    entity = held.replace(b"<w:wordDocument", b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:wordDocument")
    assert reason_of(from_word_xml.read(entity)) is Unread.DAMAGED


def _archive(*parts: tuple[str, str, bytes]) -> bytes:
    lines = [
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Part"\r\n\r\n'
        b"This document is a Single File Web Page.\r\n"
    ]
    for kind, encoding, content in parts:
        head = f"------=_Part\r\nContent-Location: file:///C:/a.htm\r\nContent-Type: {kind}\r\n"
        head += f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
        lines.append(head.encode() + content + b"\r\n")
    return b"".join(lines) + b"------=_Part--\r\n"


def test_web_archives_are_read_page_by_page() -> None:
    """Word saves one page, Excel one a sheet; links to the disk it was saved on are dropped."""
    linked = _PAGE + "<a href='file:///C:/x'>x</a> <a href='http://a.vn/y'>y</a>"
    body = _archive(
        ('text/html; charset="utf-8"', "quoted-printable", quopri.encodestring(linked.encode())),
        ("image/png", "base64", b"iVBOR"),
        ("text/html; charset=utf-8", "base64", base64.encodebytes(b"<p>Trang hai")),
    )
    document = document_of(read_body(body, Hints(name="muc-tieu.doc")))
    assert document.media_type == sniff.MHTML
    assert document.title == "Mục tiêu"
    assert document.blocks[0].text == "Mục tiêu chất lượng năm 2021"
    assert document.blocks[-1].text == "Trang hai"
    assert [link.href for link in document.links] == ["http://a.vn/y"]


def test_web_archives_without_text_say_why() -> None:
    """Pictures alone are a scan; nothing at all is damage."""
    assert reason_of(from_mhtml.read(_archive(("image/png", "8bit", b"x")))) is Unread.NO_TEXT_LAYER
    assert reason_of(from_mhtml.read(_archive())) is Unread.DAMAGED
    assert document_of(
        from_mhtml.read(_archive(("text/html", "8bit", _PAGE.encode()))[:-20])
    ).blocks


def test_parts_in_parts_end() -> None:
    """Nesting is followed a few steps, and so many parts are looked at."""
    held = b"Content-Type: text/html\r\n\r\nx"
    for depth in range(30):
        mark = b"b%d" % depth
        head = b"Content-Type: multipart/mixed; boundary=" + mark + b"\r\n\r\n--" + mark + b"\r\n"
        held = head + held
    assert list(parts_of(held)) == []
    many = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\na\r\n" * 5_000
    assert len(list(parts_of(many))) < 600
