"""Known slips of recognised text: mended inside patterns that leave no doubt, nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from documents.ocr.slips import mended
from rules.head import read_head


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Số: l2/QĐ-UBND", "Số: 12/QĐ-UBND"),
        ("Số: 1 2/KH-UBND", "Số: 12/KH-UBND"),
        ("Sô: 1O5/KH-UBND", "Số: 105/KH-UBND"),
        ("Số: 45/QD-UBND", "Số: 45/QĐ-UBND"),
        ("Số: 45 / QÐ - SYT", "Số: 45/QĐ-SYT"),
        ("Số :07/OĐ-SKHĐT", "Số: 07/QĐ-SKHĐT"),
        ("Căn cứ Quyết định số 1I/QD-UBND", "Căn cứ Quyết định số 11/QĐ-UBND"),
    ],
)
def test_numbers_are_mended(seen: str, meant: str) -> None:
    """Letters that stand in for digits, blanks and the wrong Đ go from a document's number."""
    assert mended(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Yên Bái, ngáy O5 tháng l2 nám 2026", "Yên Bái, ngày 05 tháng 12 năm 2026"),
        ("Yên Bái, ngày 1 5 thảng 3 năm 2O21", "Yên Bái, ngày 15 tháng 3 năm 2021"),
        ("Yên Bái, ngày 05 tháng 02 nàm 202l", "Yên Bái, ngày 05 tháng 02 năm 2021"),
        ("MỤC TIÊU CHÁT LƯỢNG NÁM 2026", "MỤC TIÊU CHẤT LƯỢNG NĂM 2026"),
        ("trong nám 2026", "trong năm 2026"),
    ],
)
def test_dates_and_years_are_mended(seen: str, meant: str) -> None:
    """The words and digits of a date come out as they were printed."""
    assert mended(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("TCVN lSO 9001:2015", "TCVN ISO 9001:2015"),
        ("theo ISO9001: 2015", "theo ISO 9001:2015"),
        ("TCVN 1SO 9OO1 : 2O15", "TCVN ISO 9001:2015"),
        ("ISO 9001: :2015", "ISO 9001:2015"),
        ("Độc lập - Tư do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("TỐ CHỬC", "TỔ CHỨC"),
        ("KẾHOẠCH", "KẾ HOẠCH"),
        ("ÙY BAN NHAN DÁN XÃ", "ỦY BAN NHÂN DÂN XÃ"),
        ("UỶ BAN NHÂN DẪN TỈNH", "UỶ BAN NHÂN DÂN TỈNH"),
        ("l. Nội dung", "I. Nội dung"),
        ("SỚ Y TẾ", "SỞ Y TẾ"),
        ("KT. CHI CỤC TRƯỚNG", "KT. CHI CỤC TRƯỞNG"),
        ("Hệ thông quàn lý chất lượng", "Hệ thống quản lý chất lượng"),
    ],
)
def test_fixed_words_are_mended(seen: str, meant: str) -> None:
    """The standard's name, the motto and the words of heads are known in advance."""
    assert mended(seen) == meant


@pytest.mark.parametrize(
    "line",
    [
        "Số:      /QĐ-UBND",
        "Yên Bái, ngày    tháng 01 năm 2023",
        "Số lượng hồ sơ: 12/15 đạt",
        "Ông Nguyễn Văn Nám, xã Sơn Là",
        "Giai đoạn 2021-2025; nhiệm kỳ 2021-2026",
        "Mã số QT 01/CX-HCTP, phòng lO2",
        "Nghị định số 42/2022/NĐ-CP ngày 24 tháng 6 năm 2022 của Chính phủ",
        "Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014",
        "Sớ tấu của họ Trương; hồ sơ y tế, sở hữu nhà, hẹ thơm",
        "Thôn Nậm 12, đường số 5/2",
        "",
    ],
)
def test_sound_lines_stay_as_they_are(line: str) -> None:
    """Nothing outside the known patterns is touched, and no number is invented for a gap."""
    assert mended(line) == line


def test_the_head_reader_understands_what_was_mended() -> None:
    """Number and date of a badly recognised head come out of the rules' own reader."""
    lines = (
        "ÙY BAN NHÂN DẪN",
        "XÃ TÂN HƯƠNG",
        "Sô: l2 /KH-UBND",
        "CỌNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tư do - Hạnh phúc",
        "Tân Hương, ngáy O5 thảng 02 nám 2021",
        "KÉ HOẠCH",
        "Áp dụng hệ thống quản lý chất lượng năm 2021",
    )
    head = read_head("\n".join(map(mended, lines)))
    assert head.number == "12/KH-UBND"
    assert head.issued_on == date(2021, 2, 5)
    assert head.motto
