"""Vietnamese text of before Unicode: every letter, whole sentences, and what is none of it."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.legacy import (
    Legacy,
    face_of,
    holds_foreign_letters,
    in_encoding,
    legacy_of,
    to_unicode,
    whole_of,
)
from documents.legacy.decode import decoded
from documents.legacy.paragraphs import Paragraphs
from documents.legacy.syllables import is_syllable
from documents.read import read_body
from domain.documents import Document
from tests.unit.any_text import ANY_CHARACTER
from tests.unit.documents.legacy_encoding import ALL_LETTERS, encoded, tcvn3_runs

SENTENCES = (
    "Mục tiêu chất lượng năm 2026",
    "Công bố Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ỦY BAN NHÂN DÂN XÃ",
    "Yên Bái, ngày 05 tháng 02 năm 2021",
    "QUYẾT ĐỊNH",
    "Điều 1. Ban hành kèm theo Quyết định này Sổ tay chất lượng",
    "Nơi nhận: như Điều 3; lưu: VT",
    "KT. CHỦ TỊCH",
    "Nguyễn Văn Hưởng",
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    "Kế hoạch áp dụng, duy trì và cải tiến HTQLCL năm 2022",
)


def test_a_letter_that_unicode_vietnamese_lacks_is_found_anywhere() -> None:
    """Those alone, whatever stands around them, and "§" or "®" before a word."""
    foreign = "".join(map(chr, range(0x80, 0xA0))) + "\u00ad¨¬¸ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ"
    for letter in map(chr, range(0x2200)):
        for text in (letter, f"Mục {letter} lục ©", f"“a”{letter}ệ"):
            told = letter in foreign or (letter in "§®" and text.endswith("ệ"))
            assert holds_foreign_letters(text) is told, text
    assert holds_foreign_letters("Công ty ® và §iều 3")
    assert not holds_foreign_letters("Công ty ®, § 3, ế® ch")


@pytest.mark.parametrize("encoding", [Legacy.VNI, Legacy.VISCII, Legacy.WINDOWS_1258])
def test_every_letter_comes_back(encoding: Legacy) -> None:
    """All 134 letters, small and capital."""
    assert decoded(encoded(ALL_LETTERS, encoding), encoding) == ALL_LETTERS


def test_every_doubled_letter_comes_back() -> None:
    """UTF-8 read as windows-1252, whatever the letter."""
    assert to_unicode(encoded(ALL_LETTERS, Legacy.DOUBLED)) == ALL_LETTERS


def test_every_small_letter_of_tcvn3_comes_back() -> None:
    """The capitals with accents that TCVN3 lacks come from the font."""
    small = "".join(letter for letter in ALL_LETTERS if letter.islower())
    assert decoded(encoded(small, Legacy.TCVN3), Legacy.TCVN3) == small
    assert to_unicode(encoded(small, Legacy.TCVN3), ".VnTimeH") == small.upper()
    assert decoded(encoded("ĂÂĐÊÔƠƯ", Legacy.TCVN3), Legacy.TCVN3) == "ĂÂĐÊÔƠƯ"


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("encoding", list(Legacy))
def test_sentences_are_told_by_their_letters(sentence: str, encoding: Legacy) -> None:
    """Heads and titles of papers, without a font's name; TCVN3 keeps no capitals with accents."""
    run = encoded(sentence, encoding)
    assert legacy_of(run) is encoding
    mended = to_unicode(run)
    assert mended == sentence or (encoding is Legacy.TCVN3 and mended.lower() == sentence.lower())


@pytest.mark.parametrize("sentence", SENTENCES)
def test_tcvn3_in_two_fonts_is_exact(sentence: str) -> None:
    """Small letters in .VnTime, capitals in .VnTimeH over small codes."""
    assert "".join(to_unicode(codes, font) for codes, font in tcvn3_runs(sentence)) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_lost_soft_hyphen_is_put_back(sentence: str) -> None:
    """TCVN3's "ư" deleted, or turned into a hyphen, on the way."""
    run = encoded(sentence, Legacy.TCVN3)
    for lost in (run.replace("\u00ad", ""), run.replace("\u00ad", "-")):
        assert to_unicode(lost, ".VnTime").lower() == sentence.lower()


@pytest.mark.parametrize(
    ("lost", "whole"),
    [
        ("chÊt lîng", "chất lượng"),
        ("c¬ quan nhµ níc vµ ngêi d©n", "cơ quan nhà nước và người dân"),
        ("Së T ph¸p, Th«ng t híng dÉn", "Sở Tư pháp, Thông tư hướng dẫn"),
        ("x· Mêi míi", "xã Mời mới"),
        ("N¬i nhËn: Lu: VT; Th ký", "Nơi nhận: Lưu: VT; Thư ký"),
    ],
)
def test_only_sure_words_get_their_letter_back(lost: str, whole: str) -> None:
    """Where a word without "ư" is Vietnamese too, only the commonest are mended."""
    assert to_unicode(lost) == whole


@pytest.mark.parametrize("sentence", SENTENCES)
def test_doubled_text_survives_lost_bytes(sentence: str) -> None:
    """The bytes windows-1252 lacks, soft hyphens and no-break spaces are lost first."""
    run = encoded(sentence, Legacy.DOUBLED)
    lost = "".join(letter for letter in run if not "\x80" <= letter <= "\x9f")
    assert to_unicode(lost.replace("\u00ad", "").replace("\u00a0", " ")) == sentence


def test_tripled_text_is_read() -> None:
    """Some pages were encoded again and again."""
    twice = encoded(encoded(SENTENCES[0], Legacy.DOUBLED), Legacy.DOUBLED)
    assert to_unicode(twice) == SENTENCES[0]


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "ISO 9001:2015",
        "ÐẾN ngày 05/02, Ðông Ðô, Ðiều 3",
        "© 2026 Cổng thông tin điện tử, ® ª º § 5 «Bản quyền» · Trang chủ",
        "« Trang trước | Trang sau »",
        "· Công khai",
        "5 µm, 20 m², 30 °C, 50 N·m, 1½, ±3, 2×4",
        "François Müller, José Muñoz, Zoë, Ångström, Håkan Söderström, Noël, naïve, façade",
        "Ông Loïc Dupont làm việc tại Curaçao và São Paulo",
        "Où êtes-vous? Très bien, l'État laïc",
        "El niño y la niña están en España",
        "các cá nhân, hoá đơn, toà án, thuý, quí, là, và, ý, ô, Ý kiến",
        "Ủy ban nhân dân – Hội đồng… “chất lượng”",
        "Y tế",
        "TP. Hà Nội",
        "XÃ\u00a0HỘI",
        "Krông Pắc, Đắk Lắk, Pleiku",
        "http://sokhcn.yenbai.gov.vn/tài-liệu",
        "Công ty TNHH Bäcker & Söhne kiểm tra chất lượng",
        "nhât, thuôc, luât chưa co dâu",
        "10 £, 20 €, 30 ¥, 5¢",
        "Ban Nhân dân xã tôi có 3 tổ",
    ],
)
def test_unicode_stays_as_it_is(text: str) -> None:
    """Genuine Vietnamese, names of other languages, units and signs are no old encoding."""
    assert legacy_of(text) is None
    assert to_unicode(text) == normalize("NFC", text)


def test_a_legacy_stretch_inside_unicode_is_read() -> None:
    """A heading in VNI within a line of Unicode."""
    line = "Đề tài: KHOA HOÏC QUAÛN LYÙ (năm thứ hai)"
    assert to_unicode(line) == "Đề tài: KHOA HỌC QUẢN LÝ (năm thứ hai)"


def test_soft_hyphens_and_marks_apart_are_tidied_in_unicode() -> None:
    """Soft hyphens of genuine text go, decomposed letters are composed."""
    assert to_unicode("chất lư\u00adợng") == "chất lượng"
    assert to_unicode(normalize("NFD", SENTENCES[0])) == SENTENCES[0]


def test_small_letters_typed_among_capitals_are_raised() -> None:
    """Without the capitals' font people typed "HäC" for "HỌC"."""
    assert to_unicode("KHOA HäC QU¶N TRÞ", ".VnTime") == "KHOA HỌC QUẢN TRỊ"
    assert to_unicode("Uû ban nh©n d©n", ".VnTime") == "Uỷ ban nhân dân"


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", Legacy.TCVN3, False),
        (".VnTimeH", Legacy.TCVN3, True),
        (".vntimeh", Legacy.TCVN3, True),
        ("ABCDEF+.VnTimeH,Bold", Legacy.TCVN3, True),
        ("ABCDEF+.VnArialH-BoldItalic", Legacy.TCVN3, True),
        (".VnArial NarrowH", Legacy.TCVN3, True),
        (".VnCourier New", Legacy.TCVN3, False),
        ("XYZABC+VnTime-Bold", Legacy.TCVN3, False),
        ("VNI-Times", Legacy.VNI, False),
        ("VNI-Helve-Condense", Legacy.VNI, False),
        ("VISCII Times", Legacy.VISCII, False),
    ],
)
def test_fonts_are_known_by_name(font: str, encoding: Legacy, capitals: bool) -> None:
    """Subset prefixes, words of style and case are looked through."""
    face = face_of(font)
    assert face is not None
    assert (face.encoding, face.capitals) == (encoding, capitals)


@pytest.mark.parametrize(
    "font", ["Times New Roman", "VNtimes new roman", "Arial", "", "VNU-Times Unicode", "Vnextra"]
)
def test_other_fonts_say_nothing(font: str) -> None:
    """Unicode's fonts, and those of families that are not read."""
    assert face_of(font) is None


def test_text_converted_under_an_old_font_stays() -> None:
    """A file converted to Unicode keeps the old names of fonts: the letters decide."""
    assert to_unicode("Mục tiêu chất lượng", ".VnTimeH") == "Mục tiêu chất lượng"
    texts = Paragraphs()
    assert texts.mended([("Mục tiêu chất lượng", ".VnTime")]) == "Mục tiêu chất lượng"
    assert texts.mended([("các cá nhân", ".VnTime")]) == "các cá nhân"


def test_pairs_split_between_runs_are_joined() -> None:
    """VNI writes a letter as two codes, which may stand in two runs."""
    assert Paragraphs().mended(
        [("Mu", "VNI-Times"), ("ïc tie", "VNI-Times"), ("âu", "VNI-Times")]
    ) == ("Mục tiêu")


@pytest.mark.parametrize("encoding", [Legacy.TCVN3, Legacy.VNI, Legacy.VISCII, Legacy.WINDOWS_1258])
def test_a_whole_document_tells_its_short_lines(encoding: Legacy) -> None:
    """ "Số: 12" alone could be anything; within a document it cannot."""
    document = "\n".join(encoded(each, encoding) for each in SENTENCES)
    assert whole_of(document) is encoding
    assert in_encoding(encoded("Số: 12/KH-UBND", encoding), encoding) == "Số: 12/KH-UBND"
    assert whole_of("\n".join(SENTENCES)) is None


def test_single_words_are_told_where_only_one_encoding_fits() -> None:
    """Menu entries of one word; VNI's "oâng" is no "oõng"."""
    assert to_unicode("coâng") == "công"
    assert to_unicode("Khoâng") == "Không"
    assert to_unicode("chÊt") == "chất"


def test_what_stands_around_settles_a_tie() -> None:
    """ "Löu" is "Lưu" in VNI and could be "Lửu" in TCVN3."""
    assert legacy_of("Löu: VT", Legacy.VNI) is Legacy.VNI
    assert legacy_of("Lưu: VT", Legacy.VNI) is None


def test_a_vietnamese_syllable_is_told_from_chance() -> None:
    """Spelling and tone: a stop takes only the acute and the dot."""
    for word in ("nghiêng", "quyết", "giếng", "gìn", "khuỷu", "Thoả", "thỏa", "ƯƠNG", "yêu"):
        assert is_syllable(word), word
    for word in ("chât", "lợng", "kổ", "ngê", "ghà", "Môc", "chÊt", "is", "sự́", "", "cềc"):
        assert not is_syllable(word), word


_VIETNAMESE = st.text(alphabet=ALL_LETTERS + "abcdeghiklmnopqrstuvxy ABCDĐ.,:-/0123456789")


@given(st.text(ANY_CHARACTER))
def test_no_text_makes_it_fail(text: str) -> None:
    """Whatever the characters, with and without a font's name."""
    for font in (None, ".VnTimeH", "VNI-Times", "VISCII"):
        to_unicode(text, font)
    legacy_of(text)
    whole_of(text)


@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), max_size=12).map(" ".join))
def test_unicode_vietnamese_is_left_alone(text: str) -> None:
    """Words of Unicode in any order stay as they are, and so a second time."""
    assert to_unicode(text) == text


@given(_VIETNAMESE)
def test_mending_twice_changes_nothing_more(text: str) -> None:
    """Vietnamese letters in any order, which are mostly no words at all."""
    once = to_unicode(text)
    assert to_unicode(once) == once


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UBND xã Hưng §ồng, giải quyết ®iện tử", "UBND xã Hưng Đồng, giải quyết điện tử"),
        ("UBND xã Tân Ñồng, giải quyết ñiện tử", "UBND xã Tân Đồng, giải quyết điện tử"),
        ("El Niño và Señor ở Tây Ban Nha", "El Niño và Señor ở Tây Ban Nha"),
        ("XÃ HƯNG §ỒNG", "XÃ HƯNG ĐỒNG"),
        ("Theo §4 của Luật; Nike® Việt Nam", "Theo §4 của Luật; Nike® Việt Nam"),
        ("Mã số QT-L§-13 của thủ tục", "Mã số QT-L§-13 của thủ tục"),
    ],
)
def test_a_converter_that_forgot_one_letter_is_mended(written: str, meant: str) -> None:
    """Unicode whose "đ" alone stayed as TCVN3 writes it; paragraphs and trade marks stay."""
    assert to_unicode(written) == meant
    assert in_encoding(written, Legacy.TCVN3) == meant
    page = read_body(f"<html><body><main><p>{written}</p></main></body></html>".encode())
    assert isinstance(page, Document)
    assert page.text == meant
