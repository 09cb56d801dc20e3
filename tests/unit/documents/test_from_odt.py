"""ODT: text, rows, links, fonts by style, and every way a file can fail to be read."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from documents import from_odt, sniff
from documents.docx import parts
from documents.read import read_body
from domain.documents import BlockKind, Unread, Zone
from tests.unit.documents.expected import document_of, reason_of

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("manifest", "manifest"),
    )
)
_LINKS = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def _content(text: str, styles: str = "") -> str:
    return (
        f"<office:document-content {_NAMESPACES} {_LINKS}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
        "</office:document-content>"
    )


def _odt(content: str, **others: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", compress_type=0)
        archive.writestr("content.xml", content)
        for name, held in others.items():
            archive.writestr(name.replace("__", "/") + ".xml", held)
    return buffer.getvalue()


def _texts(text: str, styles: str = "") -> list[str]:
    return [block.text for block in document_of(read_body(_odt(_content(text, styles)))).blocks]


def test_paragraphs_with_all_that_stands_in_them() -> None:
    """Spaces and tabs are kept, lines end blocks, a link tells its words and address."""
    text = (
        "<text:h>Điều 1</text:h><text:list><text:list-item><text:p>a</text:p></text:list-item>"
        '</text:list><text:p>Xem<text:s text:c="3"/>tại<text:tab/>đây <text:a xlink:href="http://a.vn'
        '/x"><text:span>tải</text:span> về</text:a>.<text:line-break/>Hết</text:p>'
    )
    document = document_of(read_body(_odt(_content(text))))
    assert [(block.text, block.kind) for block in document.blocks] == [
        ("Điều 1", BlockKind.HEADING),
        ("a", BlockKind.LIST_ITEM),
        ("Xem tại đây tải về.", BlockKind.PARAGRAPH),
        ("Hết", BlockKind.PARAGRAPH),
    ]
    assert [(link.href, link.text) for link in document.links] == [("http://a.vn/x", "tải về")]


def test_what_is_no_text_is_left_out() -> None:
    """Deleted, hidden and commenting text; what stands behind it is kept."""
    gone = "<text:tracked-changes><text:deletion><text:p>XÓA</text:p></text:deletion>"
    gone += "</text:tracked-changes>"
    text = (
        f"{gone}<text:p>Mục<office:annotation><text:p>GHI</text:p></office:annotation> tiêu"
        '<text:span text:style-name="H">ẨN</text:span> chất</text:p>'
    )
    hidden = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    )
    assert _texts(text, hidden) == ["Mục tiêu chất"]


def test_fonts_of_before_unicode_come_from_styles() -> None:
    """Of the run, else of its paragraph; a style is built on another."""
    styles = (
        '<style:style style:name="P"><style:text-properties style:font-name=".VnTime"/>'
        "</style:style>"
        '<style:style style:name="Q" style:parent-style-name="P"/><style:style style:name="U">'
        "<style:text-properties fo:font-family=\"'Times New Roman'\"/></style:style>"
    )
    text = (
        '<text:p text:style-name="Q">Môc tiªu chÊt l\u00adîng '
        '<text:span text:style-name="U">của tỉnh</text:span></text:p>'
    )
    assert _texts(text, styles) == ["Mục tiêu chất lượng của tỉnh"]


def test_tables_boxes_and_notes() -> None:
    """Rows are blocks, a head laid out by a table is lines, a box is a block of its own."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>" + cell.format("TT") + cell.format("Mục tiêu") + "</table:table-row>"
    head = cell.format("UBND XÃ</text:p><text:p>Số: 1") + cell.format("Độc lập - Tự do - Hạnh phúc")
    text = (
        f"<table:table>{row}</table:table><table:table><table:table-row>{head}</table:table-row>"
        "</table:table><text:p>A<draw:frame><draw:text-box><text:p>hộp</text:p></draw:text-box>"
        "</draw:frame>B<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>ghi chú</text:p></text:note-body></text:note></text:p>"
    )
    assert _texts(text) == [
        "TT | Mục tiêu",
        "UBND XÃ",
        "Số: 1",
        "Độc lập - Tự do - Hạnh phúc",
        "hộp",
        "ghi chú",
        "AB",
    ]


def test_headers_stand_after_the_text_once() -> None:
    """Page styles repeat them."""
    page = "<style:master-page><style:header><text:p>Mã số</text:p></style:header>"
    page += "<style:footer><text:p>Trang</text:p></style:footer></style:master-page>"
    styles = f"<office:document-styles {_NAMESPACES}>{page * 2}</office:document-styles>"
    blocks = document_of(read_body(_odt(_content("<text:p>x</text:p>"), styles=styles))).blocks
    assert [(block.text, block.zone) for block in blocks[1:]] == [
        ("Mã số", Zone.HEADER),
        ("Trang", Zone.FOOTER),
    ]


def test_files_that_cannot_be_read_say_why() -> None:
    """Locked, empty, damaged, scanned and bombed files are different things."""
    sound = _odt(_content("<text:p>x</text:p>"))
    lock = f"<manifest:manifest {_NAMESPACES}><manifest:encryption-data/></manifest:manifest>"
    locked = _odt("\x01\x02", **{"META-INF__manifest": lock})
    assert reason_of(read_body(locked)) is Unread.ENCRYPTED
    assert reason_of(read_body(_odt(_content("<text:p/>")))) is Unread.EMPTY
    assert reason_of(read_body(_odt(_content(""), Pictures__a=""))) is Unread.NO_TEXT_LAYER
    assert reason_of(read_body(sound[:150])) is Unread.DAMAGED
    assert reason_of(from_odt.read(b"PK\x03\x04")) is Unread.DAMAGED
    entity = '<!DOCTYPE a [<!ENTITY b "x">]>' + _content("<text:p>&b;</text:p>")
    assert reason_of(read_body(_odt(entity))) is Unread.DAMAGED


def test_a_part_that_unpacks_beyond_measure_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a member really holds counts, not what it claims."""
    monkeypatch.setattr(parts, "MAX_PART_BYTES", 50_000)
    assert reason_of(read_body(_odt(" " * 60_000))) is Unread.TOO_LARGE


def test_deep_nesting_is_walked_without_recursion() -> None:
    """A thousand boxes in boxes are cut by the parser or read, never a crash."""
    deep = "<text:section>" * 5_000 + "<text:p>x</text:p>" + "</text:section>" * 5_000
    assert read_body(_odt(_content(deep))).media_type == sniff.ODT


def test_the_flat_form_reads_the_same() -> None:
    """One XML file instead of an archive; cut short it is damaged, not empty."""
    flat = _content("<text:p>Mục tiêu</text:p>").replace("document-content", "document")
    flat = flat.replace(
        " xmlns:", ' office:mimetype="application/vnd.oasis.opendocument.text" xmlns:', 1
    )
    body = ('<?xml version="1.0" encoding="UTF-8"?>\n' + flat).encode()
    document = document_of(read_body(body))
    assert document.media_type == sniff.FLAT_ODT
    assert document.text == "Mục tiêu"
    assert reason_of(read_body(body[: body.index(b"<text:p>")])) is Unread.DAMAGED
