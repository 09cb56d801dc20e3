"""Whose a paper is whose letters were recognised from a picture and may be wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.agencies import Agency, Inspected, Level
from rules.head import read_head
from rules.issuers.judge import IssuerJudge
from tests.unit.rules.written_pages import COMMUNE


@pytest.mark.parametrize(
    ("namesakes", "certain", "expected"),
    [
        ((), False, "own"),
        ((), True, "unclear"),
        (("UBND xã Minh Quân",), False, "unclear"),
        (("UBND xã Minh Quân",), True, "other"),
    ],
)
def test_a_tone_mark_lost_in_recognising(
    namesakes: tuple[str, ...], certain: bool, expected: str
) -> None:
    """A head that differs in a tone mark is the agency's, where letters may be wrong and nobody
    else is called so."""
    judge = IssuerJudge(replace(COMMUNE, namesakes=namesakes))
    head = read_head("ỦY BAN NHÂN DÂN\nXÃ MINH QUÂN\nSố: 7/KH-UBND\nKẾ HOẠCH\nÁp dụng ISO")
    assert judge.of_paper(head, certain).whose == expected


@pytest.mark.parametrize(
    ("name", "certain", "expected"),
    [
        ("XÃ MINHQUÁN", False, "unclear"),
        ("HUYỆN TRẤN YÊN\nỦY BAN NHÂN DÂN\nXÃMINHQUÁN", False, "unclear"),
        ("HUYỆN TRẤN YÊN\nỦY BAN NHÂN DÂN\nXÃMINHQUANG", False, "above"),
        ("XÃ MINH QUÁNG", False, "unclear"),
        ("XÃ MINH QUÁNG", True, "other"),
        ("XÃ MINH TÂN", False, "other"),
    ],
)
def test_letters_lost_or_joined_in_recognising(name: str, certain: bool, expected: str) -> None:
    """A name one letter away is asked about, spaces not counted; another name is another's."""
    head = read_head(f"ỦY BAN NHÂN DÂN\n{name}\nSố: 7/KH-UBND\nKẾ HOẠCH\nÁp dụng ISO")
    assert IssuerJudge(COMMUNE).of_paper(head, certain).whose == expected


@pytest.mark.parametrize(
    ("name", "certain", "expected"),
    [
        ("SỞ Y TẾ\nGHI CỤC DÂN SỐ - KẾ HOẠCH HÓA GIA ĐÌNH", False, "unclear"),
        ("SỞ Y TẾ\nGHI CỤC DÂN SỐ - KẾ HOẠCH HÓA GIA ĐÌNH", True, "other"),
        ("SỞ NỘI VỤ\nGHI CỤC VĂN THƯ - LƯU TRỮ TỈNH", False, "other"),
    ],
)
def test_a_marker_that_was_misread(name: str, certain: bool, expected: str) -> None:
    """ "CHI CỤC" read as "GHI CỤC" leaves a "CỤC" to be named, which is nobody's."""
    branch = Agency("C05", "Chi cục Dân số - Kế hoạch hóa gia đình", Level.BRANCH)
    head = read_head(f"{name}\nSố: 181/QĐ-CGCDS\nQUYẾT ĐỊNH\nV/v công bố ISO")
    judge = IssuerJudge(Inspected(branch, parents=("Sở Y tế tỉnh Sơn Bạch",)))
    assert judge.of_paper(head, certain).whose == expected


def test_pieces_of_the_motto_name_no_commune() -> None:
    """A head read across its columns leaves "XÃ HỘI CHỦ NGHĨA VIỆT NAM" beside the issuer."""
    text = "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ\nXÃ MINH QUÁN HỘI CHỦ NGHĨA VIỆT NAM\n"
    head = read_head(f"{text}Số: 7/KH-UBND\nKẾ HOẠCH\nÁp dụng ISO năm 2026")
    assert head.issuer_lines == "ỦY BAN NHÂN DÂN XÃ MINH QUÁN"
    assert IssuerJudge(COMMUNE).of_paper(head, certain=False).whose == "own"
