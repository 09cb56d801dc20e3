"""DOC: exact text, tables, links, old fonts, and every way a file can fail to be read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from documents import from_doc, sniff
from documents.read import read_body
from domain.documents import BlockKind, Document, HowRead, Unread, Zone
from tests.data import make_samples as samples
from tests.unit.documents.expected import document_of, reason_of
from tests.unit.documents.word_file import compound_file, word_95, word_97

_PAPERS = Path(samples.__file__).parent / "papers"
_PAPER = (_PAPERS / "paper.doc").read_bytes()
_WIDE, _BYTES = "utf-16-le", "cp1252"


def _texts(body: bytes) -> list[str]:
    return [block.text for block in document_of(read_body(body)).blocks]


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_a_paper_reads_the_same_in_every_form(form: str) -> None:
    """Head in reading order, heading, rows, link; hidden and deleted text is not there."""
    document = document_of(read_body((_PAPERS / f"paper.{form}").read_bytes()))
    assert [block.text for block in document.blocks] == [
        *samples.LEFT,
        *samples.RIGHT,
        *samples.TITLE,
        "Điều 1. Phạm vi áp dụng",
        "Toàn bộ hoạt động",
        *(" | ".join(cell for cell in row if cell) for row in samples.TABLE),
        "Xem toàn văn tại đây.",
        "Mã số: MTCL-01",
        "Trang cuối",
    ]
    assert [(link.href, link.text) for link in document.links] == [(samples.ADDRESS, "tại đây")]
    assert document.title == "Mục tiêu chất lượng năm 2021"
    assert document.how is HowRead.OFFICE
    assert document.certainty == 1.0


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_what_blocks_are_is_kept(form: str) -> None:
    """Headings, rows, and the zones of headers and footers are told from paragraphs."""
    blocks = document_of(read_body((_PAPERS / f"paper.{form}").read_bytes())).blocks
    assert blocks[8].kind is BlockKind.HEADING
    assert [block.kind for block in blocks[10:13]] == [BlockKind.ROW] * 3
    assert [block.zone for block in blocks[-2:]] == [Zone.HEADER, Zone.FOOTER]


@pytest.mark.parametrize("form", ["doc", "rtf"])
def test_fonts_of_before_unicode_are_read_run_by_run(form: str) -> None:
    """TCVN3, its font of capitals, and VNI beside Unicode in one paragraph."""
    assert _texts((_PAPERS / f"old_fonts.{form}").read_bytes()) == [
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2021",
        "Mục tiêu chất lượng và sổ tay của SỞ KHOA HỌC và công nghệ",
    ]


def test_text_in_pieces_of_both_widths() -> None:
    """Word keeps Western stretches in bytes and others in UTF-16, in any order."""
    body = word_97(("Mục tiêu ", _WIDE), ("này là “", _BYTES), ("chất lượng”\r", _WIDE))
    assert _texts(body) == ["Mục tiêu này là “chất lượng”"]


def test_fields_show_their_result() -> None:
    """Codes of fields are no text; of a link they are its address."""
    text = 'Xem \x13 HYPERLINK "http://a.vn/x" \x14trang này\x15 nhé\rTrang \x13 PAGE \x143\x15\r'
    document = document_of(read_body(word_97((text, _WIDE))))
    assert [block.text for block in document.blocks] == ["Xem trang này nhé", "Trang 3"]
    assert [(link.href, link.text) for link in document.links] == [("http://a.vn/x", "trang này")]


def test_rows_are_guessed_where_formats_are_lost() -> None:
    """Cells end in a mark of their own; a mark with nothing before it ends the row."""
    text = "TT\x07Mục tiêu\x07\x071\x07Đúng hạn\x07\x07Hết\r"
    assert _texts(word_97((text, _WIDE))) == ["TT | Mục tiêu", "1 | Đúng hạn", "Hết"]


def test_breaks_and_signs() -> None:
    """Line and page breaks end lines; hyphens that never show are dropped."""
    text = "ỦY BAN\x0bNHÂN DÂN\x0cSố 12\x1eKH\x1f\x01\t2021\r"
    assert _texts(word_97((text, _WIDE))) == ["ỦY BAN", "NHÂN DÂN", "Số 12-KH 2021"]


def test_word_95_is_read_as_well_as_it_allows() -> None:
    """Its bytes are mostly TCVN3 in Vietnam, which the letters tell."""
    document = document_of(read_body(word_95("Môc tiªu chÊt l\u00adîng n¨m 1999 cña Uû ban\r")))
    assert [block.text for block in document.blocks] == ["Mục tiêu chất lượng năm 1999 của Uỷ ban"]
    assert document.certainty < 1.0


def test_files_that_cannot_be_read_say_why() -> None:
    """Locked, cut, empty and older files are different things."""
    assert reason_of(read_body(word_97(("x\r", _WIDE), flags=0x0100))) is Unread.ENCRYPTED
    assert reason_of(read_body(word_97(("chữ\r", _WIDE), beyond=99_999))) is Unread.DAMAGED
    assert reason_of(read_body(word_97(("\r\r", _WIDE)))) is Unread.EMPTY
    assert reason_of(read_body(_PAPER[:700])) is Unread.DAMAGED
    assert reason_of(read_body(b"\xdb\xa5\x2d\x00" + bytes(range(256)))) is Unread.UNSUPPORTED
    other = read_body(compound_file({"VisioDocument": b"x"}))
    assert reason_of(other) is Unread.UNSUPPORTED


def test_a_file_that_ends_early_says_so() -> None:
    """What is there is read, and the document notes that it is not all."""
    text = "Mục tiêu chất lượng\r" * 3
    body = word_97((text, _WIDE), ("và nữa\r", _WIDE), beyond=99_999)
    assert ("truncated", "the file ends early") in document_of(read_body(body)).metadata


def test_claims_are_not_believed() -> None:
    """Pieces that repeat a text without end are read up to the caps."""
    pieces = [("Mục tiêu chất lượng. " * 40 + "\r", _WIDE)]
    body = bytearray(word_97(*pieces))
    place = body.index(b"\x02" + (20 - 4).to_bytes(4, "little") + bytes(4)) + 5
    body[place + 4 : place + 8] = (2_000_000_000).to_bytes(4, "little")
    reading = from_doc.read(bytes(body))
    assert isinstance(reading, Document)
    assert len(reading.text) < 10_000


def test_damage_never_escapes() -> None:
    """Whatever bits are flipped, the answer is a reading."""
    chance = random.Random(7)
    for _ in range(60):
        body = bytearray(_PAPER)
        for _ in range(chance.randrange(1, 40)):
            body[chance.randrange(8, len(body))] = chance.choice((0, 255, chance.randrange(256)))
        assert read_body(bytes(body)).media_type in (sniff.DOC, sniff.OLE2)
