# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""How agencies write their quality objectives of a year."""

from __future__ import annotations

from tests.province.papers.values import Wording
from tests.province.papers.wordings_announcement import CARRIES, DECIDES, LAW, LOCAL

LINKS = (
    "{title}", "Mục tiêu chất lượng năm {year}", "MTCL {year}", "MTCL năm {year} của {name}",
    "Mục tiêu chất lượng năm {year} {name}", "{type} số {number}", "{type} {title}",
)  # fmt: skip
STEMS = (
    "MTCL {year} (ký)", "muc-tieu-chat-luong-nam-{year}", "Mục tiêu chất lượng năm {year}",
    "{filenumber}_{dashdate}_signed", "MTCL{year}", "{slug}", "muc tieu chat luong {year}.signed",
    "1. MTCL {slugname} {year}",
)  # fmt: skip
PREAMBLE = (
    "Căn cứ kết quả thực hiện mục tiêu chất lượng năm {last};",
    "Năm {last}, {name} đã giải quyết đúng hạn {percent} hồ sơ, hoàn thành các mục tiêu đã đề ra.",
    "Thực hiện chương trình cải cách hành chính giai đoạn 2021-2025, định hướng đến năm 2030;",
)
CLOSE = "Các bộ phận chuyên môn căn cứ mục tiêu trên xây dựng kế hoạch thực hiện, định kỳ 6 tháng báo cáo {chief}."


def objectives(
    type_name: str,
    title: str,
    *body: str,
    kind: str = "",
    days: tuple[int, int] = (2, 62),
) -> Wording:
    """One wording, signed early in the year unless it says otherwise."""
    return Wording(type_name, title, body, kind, days, LINKS, STEMS)


WORDINGS: tuple[Wording, ...] = (
    objectives("MỤC TIÊU CHẤT LƯỢNG", "Năm {year}", *PREAMBLE, "@objectives", CLOSE),
    objectives("MỤC TIÊU CHẤT LƯỢNG NĂM {year}", "Của {name}", "@objectives:list", CLOSE),
    objectives(
        "QUYẾT ĐỊNH",
        "Về việc ban hành Mục tiêu chất lượng năm {year} của {name}",
        LOCAL,
        LAW,
        DECIDES,
        "Điều 1. Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm {year} của {name}.",
        CARRIES,
        "MỤC TIÊU CHẤT LƯỢNG NĂM {year}",
        "@objectives:list",
        kind="QĐ",
    ),
    objectives(
        "KẾ HOẠCH",
        "Mục tiêu, kế hoạch thực hiện mục tiêu chất lượng năm {year}",
        "Căn cứ tình hình áp dụng {sys} theo {std},",
        "{name} ban hành mục tiêu và kế hoạch thực hiện mục tiêu chất lượng năm {year} như sau:",
        "@objectives:plan",
        CLOSE,
        kind="KH",
    ),
    objectives(
        "THÔNG BÁO",
        "Mục tiêu chất lượng năm {year}",
        "{name} thông báo mục tiêu chất lượng năm {year} để công chức, người dân và tổ chức biết, giám sát thực hiện:",
        "@objectives:list",
        kind="TB",
    ),
    objectives(
        "QUYẾT ĐỊNH",
        "Phê duyệt mục tiêu chất lượng của {name} năm {year}",
        LOCAL,
        "Căn cứ Kế hoạch duy trì {sys} theo {std};",
        DECIDES,
        "Điều 1. Phê duyệt mục tiêu chất lượng năm {year} (phụ lục kèm theo).",
        CARRIES,
        "PHỤ LỤC",
        "@objectives",
        kind="QĐ",
        days=(-28, -2),
    ),
    objectives(
        "MTCL NĂM {year}",
        "({sys} theo {std})",
        "Mã số: MTCL-{year}; Lần ban hành: 01",
        "@objectives",
    ),
    objectives(
        "MỤC TIÊU CHẤT LƯỢNG",
        "CỦA {name} NĂM {year}",
        "Trên cơ sở Chính sách chất lượng đã công bố, {name} đề ra mục tiêu chất lượng năm {year}:",
        "@objectives:list",
        days=(-20, 40),
    ),
    objectives(
        "PHỤ LỤC",
        "Mục tiêu chất lượng năm {year} và biện pháp thực hiện",
        "(Kèm theo Kế hoạch số {n}/KH-{suffix} ngày {day}/12/{last} của {name})",
        "@objectives:plan",
        days=(-25, -1),
    ),
    objectives(
        "MỤC TIÊU VÀ KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG",
        "Đơn vị: {name}",
        "Áp dụng cho năm {year}. Kết quả năm {last}: đạt {percent}.",
        "@objectives:plan",
    ),
    objectives(
        "BẢNG MỤC TIÊU CHẤT LƯỢNG",
        "CẤP CƠ QUAN NĂM {year}",
        "Mã số: BM-MTCL-01; Ngày ban hành: {day}/01/{year}",
        "@objectives:plan",
    ),
    objectives(
        "QUYẾT ĐỊNH",
        "Về việc ban hành Mục tiêu chất lượng và kế hoạch thực hiện mục tiêu chất lượng năm {year}",
        LAW,
        "Căn cứ kết quả xem xét của lãnh đạo năm {last} đối với {sys};",
        DECIDES,
        "Điều 1. Ban hành Mục tiêu chất lượng và kế hoạch thực hiện năm {year} của {name}.",
        CARRIES,
        "@objectives:plan",
        kind="QĐ",
        days=(-15, 45),
    ),
    objectives(
        "KẾ HOẠCH",
        "Thực hiện mục tiêu chất lượng năm {year} của {name}",
        *PREAMBLE,
        "I. MỤC TIÊU CHẤT LƯỢNG NĂM {year}",
        "@objectives:list",
        "II. BIỆN PHÁP: phân công, đôn đốc, kiểm tra hằng quý.",
        kind="KH",
    ),
    objectives(
        "THÔNG BÁO",
        "Về việc công khai MTCL năm {year} của {name}",
        "Thực hiện quy định về công khai, {name} thông báo mục tiêu chất lượng (MTCL) năm {year}:",
        "@objectives",
        kind="TB",
    ),
)
