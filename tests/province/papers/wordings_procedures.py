# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""How agencies list the procedures under the system, and those they handle at all."""

from __future__ import annotations

from tests.province.papers.values import Wording
from tests.province.papers.wordings_announcement import CARRIES, DECIDES, LAW, LOCAL

LINKS = (
    "{title}", "Danh mục TTHC áp dụng ISO", "Danh mục quy trình ISO", "{type} số {number}",
    "Phụ lục danh mục quy trình ISO 9001:2015", "Bộ quy trình ISO {name}", "{type} {title}",
)  # fmt: skip
STEMS = (
    "danh-muc-quy-trinh-iso", "DM TTHC ap dung HTQLCL", "{filenumber}_{dashdate}_signed", "{slug}",
    "Phụ lục danh mục quy trình ISO", "Bo quy trinh ISO.signed", "{filenumber}",
)  # fmt: skip
OTHER_LINKS = (
    "{title}",
    "Danh mục TTHC",
    "Bộ TTHC {name}",
    "{type} số {number}",
    "Danh mục thủ tục hành chính",
)
OTHER_STEMS = (
    "danh-muc-tthc",
    "Bo TTHC {slugname}",
    "{filenumber}_signed",
    "{slug}",
    "Danh mục TTHC (ký)",
)
REFORM = "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính;"


def decision(title: str, first: str) -> Wording:
    """A list of ISO procedures annexed to a decision."""
    bases = (LOCAL, LAW, "Theo đề nghị của Ban ISO {name},", DECIDES)
    body = (*bases, first, "Điều 2. Quyết định này có hiệu lực từ ngày ký.", CARRIES, "PHỤ LỤC")
    under = "(Kèm theo Quyết định của {chief} {unit})"
    return Wording(
        "QUYẾT ĐỊNH", title, (*body, under, "@procedures"), "QĐ", links=LINKS, stems=STEMS
    )


def annex(type_name: str, title: str, *above: str) -> Wording:
    """A list of ISO procedures that stands by itself."""
    return Wording(type_name, title, (*above, "@procedures"), links=LINKS, stems=STEMS)


def general(title: str, kind: str, *above: str) -> Wording:
    """A list of the procedures an agency handles, without a word on quality systems."""
    body = (LOCAL, REFORM, *above, "@procedures:tthc")
    return Wording(
        kind,
        title,
        body,
        "QĐ" if kind == "QUYẾT ĐỊNH" else "",
        links=OTHER_LINKS,
        stems=OTHER_STEMS,
    )


WORDINGS: tuple[Wording, ...] = (
    decision(
        "Về việc ban hành Danh mục thủ tục hành chính áp dụng {sys} theo {std} tại {name}",
        "Điều 1. Ban hành Danh mục thủ tục hành chính áp dụng {sys} theo {std} tại {name}.",
    ),
    decision(
        "Ban hành Danh mục quy trình giải quyết TTHC theo {std}",
        "Điều 1. Ban hành kèm theo Quyết định này danh mục quy trình giải quyết thủ tục hành chính theo {std}.",
    ),
    decision(
        "Phê duyệt danh mục TTHC áp dụng HTQLCL của {name}",
        "Điều 1. Phê duyệt danh mục thủ tục hành chính áp dụng HTQLCL theo {std}.",
    ),
    decision(
        "V/v ban hành bộ quy trình ISO giải quyết thủ tục hành chính tại {name}",
        "Điều 1. Ban hành bộ quy trình ISO giải quyết thủ tục hành chính tại {name}.",
    ),
    annex("DANH MỤC", "Quy trình giải quyết thủ tục hành chính theo {std}"),
    annex(
        "PHỤ LỤC",
        "Danh mục thủ tục hành chính áp dụng {sys} tại {name}",
        "(Ban hành kèm theo Quyết định số {n}/QĐ-{suffix} ngày {day}/{month}/{signed} của {name})",
    ),
    annex(
        "DANH MỤC QUY TRÌNH ISO",
        "Áp dụng tại {name}",
        "Mã số: DM-01; Lần ban hành: 02; Tiêu chuẩn áp dụng: {std}",
    ),
    annex(
        "DANH MỤC",
        "Các quy trình ISO 9001:2015 đang áp dụng tại {name}",
        "Tính đến ngày {day}/{month}/{signed}",
    ),
    decision(
        "Về việc sửa đổi, bổ sung danh mục các quy trình thuộc {sys} của {name}",
        "Điều 1. Ban hành danh mục (hợp nhất) các quy trình giải quyết thủ tục hành chính thuộc {sys} theo {std}.",
    ),
    decision(
        "Phê duyệt danh mục và quy trình ISO điện tử giải quyết thủ tục hành chính tại {name}",
        "Điều 1. Phê duyệt danh mục các thủ tục hành chính thực hiện theo quy trình ISO điện tử tại {name}.",
    ),
    annex(
        "DANH MỤC THỦ TỤC HÀNH CHÍNH ÁP DỤNG HTQLCL",
        "THEO {std} CỦA {name}",
        "(Cập nhật đến tháng {month}/{signed})",
    ),
    decision(
        "Công bố danh mục quy trình giải quyết thủ tục hành chính thuộc phạm vi áp dụng {sys} của {name}",
        "Điều 1. Công bố danh mục quy trình thuộc phạm vi áp dụng {sys} theo {std}.",
    ),
)

GENERAL_WORDINGS: tuple[Wording, ...] = (
    general("Thủ tục hành chính thuộc thẩm quyền giải quyết của {name}", "DANH MỤC"),
    general(
        "Về việc niêm yết công khai Danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của {name}",
        "QUYẾT ĐỊNH",
        DECIDES,
        "Điều 1. Niêm yết công khai danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của {name}.",
        CARRIES,
    ),
    general(
        "Bộ thủ tục hành chính thuộc thẩm quyền giải quyết của {name}", "BỘ THỦ TỤC HÀNH CHÍNH"
    ),
    general("Thuộc thẩm quyền giải quyết của {name} (cập nhật năm {signed})", "DANH MỤC TTHC"),
    general(
        "Công khai danh mục, bộ thủ tục hành chính thực hiện tại Bộ phận Một cửa {name}",
        "DANH MỤC",
        "Các thủ tục hành chính sau đây thuộc thẩm quyền giải quyết của {name}:",
    ),
)
