"""Vietnamese text: folding, tones, addresses, standards, search, legibility."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.vietnamese.addresses import address_words, file_name, unslugged
from rules.vietnamese.folding import fold, fold_words
from rules.vietnamese.legibility import legible
from rules.vietnamese.letters import tidy, toned_key
from rules.vietnamese.search import ISO, OTHER_ISO, PhraseFinder
from rules.vietnamese.standards import standards
from tests.unit.any_text import ANY_CHARACTER

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậứừửữựĐƯÐðƢƣ .,-/\n\t1290", max_size=80
)


@given(st.text(ANY_CHARACTER, max_size=80) | VIETNAMESE)
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folding is idempotent for any text."""
    assert fold_words(fold_words(text)) == fold_words(text)


@given(st.text(ANY_CHARACTER, max_size=80) | VIETNAMESE)
def test_tidying_twice_changes_nothing(text: str) -> None:
    """Tidying is idempotent and gives NFC."""
    assert tidy(tidy(text)) == tidy(text)
    assert unicodedata.is_normalized("NFC", tidy(text))


@given(VIETNAMESE)
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    """NFC and NFD give the same words and the same tones."""
    apart = unicodedata.normalize("NFD", text)
    assert fold_words(apart) == fold_words(unicodedata.normalize("NFC", text))
    assert toned_key(apart) == toned_key(unicodedata.normalize("NFC", text))


@given(st.text(ANY_CHARACTER, max_size=80) | VIETNAMESE)
def test_offsets_lead_back(text: str) -> None:
    """Plain, words and source have one length, and every dense letter knows its place."""
    folded = fold(text)
    assert len(folded.plain) == len(folded.source) == len(folded.words)
    places = map(folded.offset, range(len(folded.dense)))
    assert "".join(folded.words[place] for place in places) == folded.dense


@pytest.mark.parametrize("text", ["mục tiêu", " mục", "- (mục)", "mục –– tiêu, 5 "])
def test_offsets_pass_over_blanks(text: str) -> None:
    """However many blanks and signs stand between words, before and behind them."""
    folded = fold(text)
    places = [at for at, word in enumerate(folded.words) if word != " "]
    assert [folded.offset(place) for place in range(len(folded.dense))] == places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("Ủy ban", "Uỷ ban"),
        ("quý", "quí"),
        ("Khánh Hòa", "Khánh Hoà"),
        ("lý", "lí"),
        ("Ðảng", "Đảng"),
    ],
)
def test_two_spellings_of_one_word(one: str, other: str) -> None:
    """Tone placement, i for y and stand-in letters do not make another word."""
    assert toned_key(one) == toned_key(other)


@pytest.mark.parametrize(("one", "other"), [("Minh Quán", "Minh Quân"), ("Căng", "Cang")])
def test_different_words_stay_different(one: str, other: str) -> None:
    """Diacritics that tell names apart are kept."""
    assert toned_key(one) != toned_key(other)


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("muc-tieu-chat-luong-nam-2021.pdf", "muc tieu chat luong nam 2021"),
        ("QD cong bo HTQLCL.signed.pdf", "QD cong bo HTQLCL"),
        ("1158.KH-SGTVT_23-11-2021_signed.pdf", "1158 KH SGTVT 23 11 2021"),
        ("M%E1%BB%A5c%20ti%C3%AAu.docx", "Mục tiêu"),
        ("SoTayChatLuong.pdf", "So Tay Chat Luong"),
    ],
)
def test_file_names_become_words(slug: str, words: str) -> None:
    """Percent signs, separators, camel case, signatures and extensions are taken off."""
    assert unslugged(slug) == words


def test_addresses() -> None:
    """The last part that means something is the file name; query values are words too."""
    assert (
        file_name("https://a.vn/documents/10184/5f3b2c1d-1111-2222-3333-444455556666")
        == "documents"
    )
    assert "so tay chat luong" in address_words("https://a.vn/2019/02/22/so-tay-chat-luong/")
    assert "muc tieu" in address_words("https://a.vn/x.aspx?t=muc-tieu&id=7")


def test_malformed_addresses_keep_their_words() -> None:
    """A link that is no address raises nothing, and what it says still counts."""
    assert "muc tieu chat luong" in address_words("http://[abc]/muc-tieu-chat-luong.pdf")
    assert file_name("http://[::::]/muc-tieu.pdf") == "muc-tieu.pdf"


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("TCVN ISO 9001:2015", "2015"),
        ("ISO9001:2000", "2000"),
        ("ISO 9001: 2008", "2008"),
        ("ISO 9001-2015", "2015"),
        ("TCVN 9001:2015", "2015"),
        ("TVCN ISO 9001:2015", "2015"),
        ("TCVN SO 9001", None),
        ("ISO 900:2015", "2015"),
        ("lSO 9001:2015", "2015"),
        ("tiêu chuẩnTCVN ISO 9001", None),
        ("ISO90012015", "2015"),
        ("Công khai ISO", None),
    ],
)
def test_spellings_of_the_standard(text: str, edition: str | None) -> None:
    """Every spelling seen is one standard, with its edition."""
    found = standards(fold(text))
    assert [(mention.quality, mention.edition) for mention in found] == [(True, edition)]


@pytest.mark.parametrize(
    "text", ["ISO 14001:2015", "ISO/IEC 27001", "TCVN ISO 22000:2018", "ISO 45001"]
)
def test_other_standards(text: str) -> None:
    """Environment, food, information and safety are other standards."""
    assert [mention.quality for mention in standards(fold(text))] == [False]


@pytest.mark.parametrize("text", ["so sánh", "isotope", "số 9001", "soạn thảo", "TCVN"])
def test_no_standard(text: str) -> None:
    """Words that hold the same letters are no standard."""
    assert standards(fold(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "VIỆCCÔNG BỐ hệ thống quản lý chất lượng",
        "công bố hệ thống qu ản lý chất lượng",
        "công bố hệ thống quản lí chất lượng",
        "công bố hệ thống quản lý chất lợng",
        "CÔNG BỐ HỆ THỐNG QUẢN LÝ CHẤT LƢỢNG",
        "cong-bo-he-thong-quan-ly-chat-luong",
        "cong bo he thong quan ly chat luong".replace(" ", "_"),
    ],
)
def test_phrases_survive_joins_splits_and_lost_letters(text: str) -> None:
    """A phrase is found whatever became of its blanks and its ư."""
    phrase = "công bố hệ thống quản lý chất lượng"
    assert phrase in PhraseFinder({phrase: [phrase]}).find(fold(text))


def test_short_words_must_agree_in_tone() -> None:
    """ "bão" is not found in "báo cáo", nor an abbreviation inside a word."""
    finder = PhraseFinder({"bão": ["bão"], "MTCL": ["MTCL"]})
    assert "bão" not in finder.find(fold("Báo cáo tình hình"))
    assert "bão" in finder.find(fold("bao so 3"))
    assert "MTCL" not in finder.find(fold("xmtclx"))


def test_a_beginning_asks_for_tones_as_the_whole() -> None:
    """Where marks come only further down, a word without them is still another word."""
    text = fold("Phong chong bao 2026. Phòng chống bão")
    finder = PhraseFinder({"storm": ["bão"]})
    assert "storm" not in finder.find(text.beginning(21))
    assert "storm" in finder.find(fold(text.source[:21]))
    assert text.beginning(21).source == text.source[:21]
    assert text.beginning(500) is text


def test_phrases_do_not_cross_sentences() -> None:
    """The end of one sentence and the start of the next make no phrase."""
    finder = PhraseFinder({"mục tiêu chất lượng": ["mục tiêu chất lượng"]})
    assert "mục tiêu chất lượng" not in finder.find(fold("Đạt mục tiêu. Chất lượng tốt"))


def test_standards_are_labels() -> None:
    """A search names the standards too."""
    finder = PhraseFinder({"x": ["không có"]})
    assert ISO in finder.find(fold("ISO 9001:2015"))
    assert OTHER_ISO in finder.find(fold("ISO 14001"))


def test_what_stands_in_a_text_is_told_among_labels() -> None:
    """Labels whose letters stand there without their phrase are no part of it, standards are."""
    finder = PhraseFinder({"bão": ["bão"], "họp": ["họp"], "báo": ["báo"]})
    hits = finder.find(fold("Báo cáo áp dụng ISO 9001"))
    assert set(hits.among({"bão", "họp", "báo", ISO, OTHER_ISO})) == {"báo", ISO}
    assert not list(hits.among({"bão", "họp"}))


def test_legibility() -> None:
    """Vietnamese is legible; private letters and rows of nonsense are not."""
    assert legible(fold("Ủy ban nhân dân xã công bố hệ thống quản lý chất lượng " * 5))
    assert legible(fold("Bảng 1"))
    assert not legible(fold("\ue001\ue002\ue003 \ue004" * 30))
    assert not legible(fold("xq zzt bbr klw qqp vvn ttg hhj " * 10))


def test_an_initial_is_no_beginning_of_a_name() -> None:
    """ "Trần Văn B" of a blank form is not Trần Văn Bình."""
    finder = PhraseFinder({"blank": ["trần văn b"]})
    assert finder.find(fold("Họ và tên: Trần Văn B, chức vụ")).of("blank")
    assert not finder.find(fold("1 | Trần Văn Bình | Phó Chủ tịch")).of("blank")
