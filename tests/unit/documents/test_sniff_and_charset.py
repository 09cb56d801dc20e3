"""What a body is and in which character set it is written, told from its bytes."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import sniff
from documents.charset import decode
from documents.hints import Hints
from documents.read import read_body
from domain.documents import Document, Unread, Unreadable

_WORDS = "Mục tiêu chất lượng năm 2021 của Ủy ban nhân dân xã, ban hành theo Quyết định số 12. "


def _zip(**members: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        (b"%PDF-1.4 ...", "a.html", sniff.PDF),
        (b"\r\n\r\n%PDF-1.7", "", sniff.PDF),
        (b"<!DOCTYPE html><html>", "muc-tieu.pdf", sniff.HTML),
        (b"\xef\xbb\xbf <!-- x --><div>", "a.doc", sniff.HTML),
        ("\ufeff<html><body>".encode("utf-16"), "a.xls", sniff.HTML),
        (b'<?xml version="1.0"?><rss version="2.0">', "", sniff.XML),
        (b"<urlset xmlns=''>", "", sniff.XML),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', "", sniff.HTML),
        (b"{\\rtf1\\ansi", "a.doc", sniff.RTF),
        (b"Rar!\x1a\x07\x00", "a.rar", sniff.RAR),
        (b"\xff\xd8\xff\xe0", "", "image/jpeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "", sniff.DOC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "", sniff.XLS),
        (b"\0\1\2\3\4\5\6" * 20, "a.html", sniff.BINARY),
        (b"BMI la gi?", "", sniff.TEXT),
        (b"TT;Ten\n1;a", "http://a.vn/x.csv", sniff.CSV),
        (b"TT\tTen\n1\ta\n2\tb", "bao-cao.xls", sniff.CSV),
        (b"TT;Ten\n1;a", "a.txt", sniff.TEXT),
        (b"mot dong", "a.csv", sniff.TEXT),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; x", "a.doc", sniff.MHTML),
        (b"Kinh gui: Content-Type: multipart/ mime-version", "a.doc", sniff.TEXT),
        (b"{\\rtf1", "LinkClick.aspx?fileticket=x", sniff.RTF),
        (
            b'<html xmlns:x="urn:schemas-microsoft-com:office:spreadsheet"><body>',
            "a.xls",
            sniff.HTML,
        ),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x">', "a.xls", sniff.XML),
        (b"\xdb\xa5\x2d\x00" + bytes(40), "a.doc", sniff.DOC),
        (b"Kinh gui", "a.txt", sniff.TEXT),
    ],
)
def test_the_bytes_decide(body: bytes, name: str, kind: str) -> None:
    """A wrong extension changes nothing."""
    assert sniff.media_type_of(body, "", name) == kind


def test_office_files_are_told_inside_their_archive() -> None:
    """DOCX, XLSX and ODT are archives like any other but for their members."""
    assert sniff.media_type_of(_zip(**{"[Content_Types]_xml": "", "word__x": ""})) == sniff.DOCX
    assert sniff.media_type_of(_zip(**{"[Content_Types]_xml": "", "xl__x": ""})) == sniff.XLSX
    odt = _zip(mimetype="application/vnd.oasis.opendocument.text", content_xml="")
    assert sniff.media_type_of(odt) == sniff.ODT
    assert sniff.media_type_of(_zip(a="b")) == sniff.ZIP


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_every_dress(charset: str) -> None:
    """Unicode is read with and without byte order mark, whatever the header says."""
    decoded = decode(_WORDS.encode(charset), "text/html; charset=iso-8859-1")
    assert decoded.text == _WORDS
    assert decoded.certainty == 1.0


def test_windows_1258_comes_out_composed() -> None:
    """Base letters with combining tones become whole letters."""
    body = b'<meta charset="windows-1258">' + "Mu\u0323c tiêu châ\u0301t lươ\u0323ng".encode(
        "cp1258"
    )
    assert decode(body).text.endswith("Mục tiêu chất lượng")


@pytest.mark.parametrize("header", ["", "text/html; charset=utf-8", "text/html; charset=latin-1"])
def test_fonts_of_before_unicode_keep_every_byte(header: str) -> None:
    """Text in TCVN3 letters, whatever it is declared as, loses nothing that could mend it."""
    legacy = "Môc tiªu chÊt l\u00adîng n¨m 2021 cña Uû ban nh©n d©n x· T©n H\u00ad¬ng"
    assert decode(legacy.encode("cp1252"), header).text == legacy


def test_broken_utf8_stays_utf8() -> None:
    """A letter cut in the middle does not turn a page into another character set."""
    body = b"<meta charset=utf-8>" + _WORDS.encode() * 5 + "ượ".encode()[:-1]
    decoded = decode(body, "")
    assert decoded.charset == "utf-8"
    assert _WORDS in decoded.text
    assert decoded.certainty < 1.0


def test_a_charset_that_is_none_is_ignored() -> None:
    """Python knows codecs that are no character sets, and portals name some that do not exist."""
    for name in ("rot13", "base64", "utf-8859", "x-sjis-none"):
        assert decode(f"<meta charset={name}>".encode() + b"\xe1\xba\xa1\xff").text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Unread.EMPTY),
        (b"\0\0 \n", Unread.EMPTY),
        (b"7z\xbc\xaf\x27\x1c\0\4", Unread.UNSUPPORTED),
        (b"\x89PNG\r\n\x1a\n....", Unread.NO_TEXT_LAYER),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Unread.ENCRYPTED,
        ),
    ],
)
def test_what_nobody_reads_is_said(body: bytes, reason: Unread) -> None:
    """Kinds without a reader are named with the reason."""
    reading = read_body(body)
    assert isinstance(reading, Unreadable)
    assert reading.reason is reason


def test_xml_is_recognised_and_left_to_its_asker() -> None:
    """A feed has no blocks; its root element is named."""
    reading = read_body(b"<?xml version='1.0'?><rss><channel><item/></channel></rss>")
    assert isinstance(reading, Document)
    assert reading.blocks == ()
    assert ("root", "rss") in reading.metadata


def test_plain_text_is_read_line_by_line() -> None:
    """Each filled line of a text file is a block."""
    reading = read_body("Dòng một\r\n\r\n  Dòng hai".encode(), Hints("text/plain", "a.txt"))
    assert isinstance(reading, Document)
    assert [block.text for block in reading.blocks] == ["Dòng một", "Dòng hai"]


_PIECES = (
    "<div class=menu>|<ul>|<li>|</li>|<a href=x>|</a>|<table>|<tr>|<td>|</table>|<h2>|Tin khác|<br>"
    "|<form>|<input name=q>|<svg>|</p>|2021|<script>|</script>|<!--|-->|&#0;|&#xD800;|\0|<a "
    "|<iframe src=y>|<base href=z>|<a href=x onclick=y()>|<meta http-equiv=refresh content=url=>"
)
_TAGS = st.sampled_from(_PIECES.split("|"))


@given(st.lists(_TAGS, max_size=40))
def test_no_markup_raises(pieces: list[str]) -> None:
    """Any soup of tags is read or said to be unreadable."""
    assert isinstance(
        read_body("".join(pieces).encode(), Hints("text/html")), Document | Unreadable
    )


@given(st.binary(max_size=300), st.sampled_from([b"", b"<html>", b"PK\x03\x04", b"%PDF-1.4\n"]))
def test_no_bytes_raise(tail: bytes, start: bytes) -> None:
    """Any bytes, also behind the marks of known formats, are read or said to be unreadable."""
    assert isinstance(read_body(start + tail), Document | Unreadable)


def test_set_that_the_detector_names_and_nobody_knows_is_read_as_told() -> None:
    """A few bytes may be detected as a character set that Python lacks."""
    assert decode(b"C\xe4", "").text == "C\xe4"


def _hostile_zip(claimed: int) -> bytes:
    """A directory of 100,000 entries whose plain end record claims ``claimed`` bytes."""
    entry = b"PK\x01\x02" + bytes(24) + b"\x01\x00" + bytes(16) + b"a"
    directory = entry * 100_000
    size, start = len(directory), 4
    big = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 100_000, 100_000, size, start)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, start + size, 1)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, claimed, start, 0)
    return b"PK\x03\x04" + directory + big + locator + end


def test_a_directory_is_read_no_further_than_its_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip64 record may claim more than the plain one: the parser never gets so many bytes."""
    given: list[int] = []

    class Watched(BytesIO):
        def __init__(self, held: bytes) -> None:
            given.append(len(held))
            super().__init__(held)

    monkeypatch.setattr(sniff, "BytesIO", Watched)
    body = _hostile_zip(100)
    assert len(body) > 4_000_000
    assert sniff.media_type_of(body) == sniff.ZIP
    assert given
    assert max(given) < 1_100_000
    # The signature once more inside the end record hides what the record claims.
    assert sniff.media_type_of(body[:-6] + b"PK\x05\x06\0\0") == sniff.ZIP
    assert max(given) < 1_100_000


def test_a_small_zip64_directory_is_read() -> None:
    """Some programs write the records of zip64 beside every directory."""
    body = _zip(**{"[Content_Types]_xml": "a", "word__document_xml": "b"})
    end = body.rindex(b"PK\x05\x06")
    size, start = struct.unpack_from("<II", body, end + 12)
    big = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 2, 2, size, start)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, end, 1)
    assert sniff.media_type_of(body[:end] + big + locator + body[end:]) == sniff.DOCX
