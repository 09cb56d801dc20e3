"""RTF: character sets by font, old fonts, tables, groups that are no text, hostile nesting."""

from __future__ import annotations

import random

import pytest

from documents import from_rtf, sniff
from documents.read import read_body
from domain.documents import BlockKind, Unread, Unreadable, Zone
from tests.unit.documents.expected import document_of

_FONTS = (
    rb"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset163 Times New Roman;}"
    rb"{\f2\fcharset0 .VnTime;}{\f3\fcharset0 .VnTimeH;}{\f4\fcharset0 VNI-Times;}"
    rb"{\f5\fcharset2 Symbol;}}"
)


def _rtf(text: bytes) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252\deff0" + _FONTS + text + b"}"


def _texts(text: bytes) -> list[str]:
    return [block.text for block in document_of(from_rtf.read(_rtf(text))).blocks]


def _escaped(text: str, charset: str) -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in text.encode(charset))


def test_letters_by_their_unicode_numbers() -> None:
    r"""``\uN`` counts below zero too, and is followed by as many stand-ins as ``\uc`` says."""
    assert _texts(rb"M\u7909?c ti\u234\'eau") == ["Mục tiêu"]
    assert _texts(rb"{\uc0 M\u7909 c }{\uc2 ti\u234 ??u}") == ["Mục tiêu"]
    assert _texts(rb"\u-10187?\u-8935? x") == ["\U0001d519 x"]


def test_bytes_are_of_the_fonts_character_set() -> None:
    """Font charset 163 is windows-1258, whose tones follow their vowels."""
    assert _texts(rb"\f1 " + _escaped("Mu\u0323c tiêu châ\u0301t", "cp1258")) == ["Mục tiêu chất"]
    body = rb"{\rtf1\ansi\ansicpg1258 " + _escaped("lươ\u0323ng", "cp1258") + b"}"
    assert [block.text for block in document_of(from_rtf.read(body)).blocks] == ["lượng"]


def test_fonts_of_before_unicode() -> None:
    """The font of each run decides, also where capitals come from a font of their own."""
    tcvn3 = _escaped("Môc tiªu chÊt l\u00adîng", "cp1252")
    vni = _escaped("SÔÛ KHOA HOÏC", "cp1252")
    assert _texts(rb"\f2 " + tcvn3 + rb" \f0 2021 \f4 " + vni) == [
        "Mục tiêu chất lượng 2021 SỞ KHOA HỌC"
    ]
    assert _texts(rb"{\f3 " + tcvn3 + rb"}\par x") == ["MỤC TIÊU CHẤT LƯỢNG", "x"]


def test_rows_and_rows_in_rows() -> None:
    """One block a row; of a table in a cell, its own rows."""
    row = rb"\trowd\cellx1\cellx2\pard\intbl TT\cell M\u7909?c ti\u234?u\cell\row"
    assert _texts(row + rb"\pard sau\par") == ["TT | Mục tiêu", "sau"]
    inner = rb"\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\nestrow}"
    outer = rb"\pard\intbl\itap1 x\cell\row\pard y\par"
    assert _texts(inner + outer) == ["a | b", "x", "y"]


def test_a_head_laid_out_by_a_table_keeps_its_columns() -> None:
    """The left column's lines, then the right one's."""
    head = rb"\trowd\pard\intbl UBND X\u195?\par S\u7889?: 12/KH\cell C\u7896?NG H\u210?A"
    head += rb" X\u195? H\u7896?I CH\u7910? NGH\u296?A\par ng\u224?y 05\cell\row"
    assert _texts(head) == ["UBND XÃ", "Số: 12/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "ngày 05"]


def test_what_is_no_text_is_left_out() -> None:
    """Pictures, hidden and deleted text, comments and groups that only newer programs know."""
    junk = (
        rb"{\pict\wmetafile8 0102}{\*\unknown x}{\v an}{\deleted xoa}{\object{\*\objdata 01}}"
        rb"{\*\annotation c}{\pntext 1.}\bin4 }}{{{\colortbl;\red0;}"
    )
    assert _texts(rb"A" + junk + rb"B\par") == ["AB"]
    assert _texts(rb"\'93M\rquote s\~x\_y\emdash\bullet\'94") == ["“M’s x-y—•”"]


def test_links_notes_boxes_headers_and_titles() -> None:
    """Each stands where a reader of the paper would look for it."""
    document = document_of(
        from_rtf.read(
            _rtf(
                rb"{\info{\title M\u7909?c ti\u234?u n\u259?m 2021}{\author A}}"
                rb"{\header M\u227? s\u7889?}{\footer Trang}"
                rb'{\field{\*\fldinst HYPERLINK "http://a.vn/x.pdf"}{\fldrslt t\u7843?i v\u7873?}}'
                rb"{\footnote ghi ch\u250?}\par"
                rb"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt h\u7897?p}}}"
                rb"{\s1\outlinelevel0 \u272?i\u7873?u 1\par}"
            )
        )
    )
    shown = [(block.text, block.zone) for block in document.blocks]
    assert shown == [
        ("tải về", Zone.MAIN),
        ("hộp", Zone.MAIN),
        ("Điều 1", Zone.MAIN),
        ("ghi chú", Zone.MAIN),
        ("Mã số", Zone.HEADER),
        ("Trang", Zone.FOOTER),
    ]
    assert document.blocks[2].kind is BlockKind.HEADING
    assert [(link.href, link.text) for link in document.links] == [("http://a.vn/x.pdf", "tải về")]
    assert document.title == "Mục tiêu năm 2021"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{\\rtf1", Unread.DAMAGED),
        (b"{\\rtf1 }", Unread.EMPTY),
        (b"{\\rtf1{\\pict 00ff}}", Unread.NO_TEXT_LAYER),
        (b"rtf", Unread.DAMAGED),
    ],
)
def test_files_without_text_say_why(body: bytes, reason: Unread) -> None:
    """Cut, empty, and full of pictures are different things."""
    reading = from_rtf.read(body)
    assert isinstance(reading, Unreadable)
    assert reading.reason is reason


def test_a_file_that_ends_early_says_so() -> None:
    """What is there is read, and the document notes that it is not all."""
    document = document_of(from_rtf.read(_rtf(b"Muc tieu")[:-1]))
    assert document.metadata == (("truncated", "the file ends early"),)


def test_damage_never_escapes() -> None:
    """Whatever bits are flipped, the answer is a reading."""
    chance = random.Random(5)
    sound = _rtf(rb"\trowd\intbl\f2 a\cell\row\pard{\header x}{\field{\fldrslt y}}\par" * 5)
    for _ in range(100):
        body = bytearray(sound)
        for _ in range(chance.randrange(1, 20)):
            body[chance.randrange(6, len(body))] = chance.choice(b"{}\\\0'*u9")
        assert read_body(bytes(body)).media_type == sniff.RTF


def test_a_note_in_a_cell_does_not_end_its_row() -> None:
    """What holds for paragraphs inside a group ends with it."""
    row = rb"\trowd\pard\intbl A{\footnote\pard\plain ghi ch\u250?\par}\par B\cell C\cell\row"
    assert _texts(row + rb"\pard D\par") == ["A B | C", "D", "ghi chú"]
