"""The made-up province's agencies, with the traps real registers of units have."""

from __future__ import annotations

import random

from tests.province.papers import Issuer
from tests.province.province import AgencyRow

PROVINCE = "Sơn Bạch"
COMMITTEE = f"Ủy ban nhân dân tỉnh {PROVINCE}"
DISTRICTS = (
    ("thành phố", "Bạch Sơn"),
    ("thị xã", "Nghĩa Lương"),
    ("huyện", "Lâm Giang"),
    ("huyện", "Mường Khoa"),
    ("huyện", "Trấn Phong"),
    ("huyện", "Văn Khê"),
    ("huyện", "Lục Thạch"),
    ("huyện", "Suối Ngàn"),
    ("huyện", "Yên Khánh"),
)
DEPARTMENTS = (
    ("Sở Y tế", "SYT"),
    ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("Sở Nội vụ", "SNV"),
    ("Sở Tư pháp", "STP"),
    ("Sở Tài chính", "STC"),
    ("Sở Kế hoạch và Đầu tư", "SKHĐT"),
    ("Sở Công Thương", "SCT"),
    ("Sở Giao thông vận tải", "SGTVT"),
    ("Sở Xây dựng", "SXD"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "SNN"),
    ("Sở Tài nguyên và Môi trường", "STNMT"),
    ("Sở Khoa học và Công nghệ", "SKHCN"),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
    ("Sở Thông tin và Truyền thông", "STTTT"),
    ("Thanh tra tỉnh", "TTr"),
    ("Ban Dân tộc", "BDT"),
    ("Ban Quản lý các khu công nghiệp", "BQLKCN"),
)
BRANCHES = (
    ("Chi cục Tiêu chuẩn Đo lường Chất lượng", "CCTĐC", "Sở Khoa học và Công nghệ"),
    ("Chi cục Kiểm lâm", "CCKL", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("Chi cục Thủy lợi", "CCTL", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("Chi cục Bảo vệ môi trường", "CCBVMT", "Sở Tài nguyên và Môi trường"),
    ("Chi cục Dân số - Kế hoạch hóa gia đình", "CCDS", "Sở Y tế"),
)
# Two that differ only in diacritics lie in one district; one name stands in two districts; a
# commune bears its district's name; one is spelt with the tone mark in either place.
TRAPS = (
    ("xã", "Xuân Lãm", 2),
    ("xã", "Xuân Lâm", 2),
    ("xã", "Tân Hợp", 4),
    ("xã", "Tân Hợp", 5),
    ("thị trấn", "Văn Khê", 5),
    ("xã", "Văn Khê", 6),
    ("xã", "Khánh Hoà", 8),
    ("phường", "Trung Sơn", 0),
    ("xã", "Trung Sơn", 7),
)
SUCCESSOR = ("xã", "Hưng Thái", 3)
DISSOLVED = ("xã", "Hưng Đạo Trung", 3)
NO_PORTAL = ("xã", "Nậm Lúc Thượng", 7)
FIRST = ("Tân", "Minh", "Yên", "Hưng", "Phú", "Bản", "Nậm", "Suối", "Đại", "Vĩnh", "Cát", "Lương")
SECOND = ("Thịnh", "Lập", "Quang", "An", "Tiến", "Thành", "Bình", "Phong", "Long", "Giàng", "Đồng")


def district_code(index: int) -> str:
    """The registry code of a district."""
    return f"H{index + 1:02d}"


def _committee_row(code: str, kind: str, name: str, district: int) -> AgencyRow:
    above = f"Ủy ban nhân dân {' '.join(DISTRICTS[district])}"
    issuer = Issuer(f"Ủy ban nhân dân {kind} {name}", "commune", above, "UBND", name)
    return AgencyRow(code, f"UBND {kind} {name}", "commune", district_code(district), issuer)


def _upper_rows() -> list[AgencyRow]:
    rows = [
        AgencyRow(
            "T00",
            f"UBND tỉnh {PROVINCE}",
            "province",
            "",
            Issuer(COMMITTEE, "province", "", "UBND", PROVINCE),
        )
    ]
    codes: dict[str, str] = {}
    for index, (name, suffix) in enumerate(DEPARTMENTS):
        codes[name] = f"S{index + 1:02d}"
        issuer = Issuer(name, "department", COMMITTEE, suffix, PROVINCE)
        shown = name if index % 3 else f"{name} tỉnh {PROVINCE}".replace("tỉnh tỉnh", "tỉnh")
        rows.append(AgencyRow(codes[name], shown, "department", "T00", issuer))
    for index, (name, suffix, above) in enumerate(BRANCHES):
        issuer = Issuer(name, "branch", above, suffix, PROVINCE)
        rows.append(AgencyRow(f"C{index + 1:02d}", name, "branch", codes[above], issuer))
    for index, (kind, name) in enumerate(DISTRICTS):
        issuer = Issuer(f"Ủy ban nhân dân {kind} {name}", "district", COMMITTEE, "UBND", name)
        rows.append(
            AgencyRow(district_code(index), f"UBND {kind} {name}", "district", "T00", issuer)
        )
    return rows


def _commune_names(count: int, rng: random.Random) -> list[tuple[str, str, int]]:
    taken = {name for _, name, _ in (*TRAPS, SUCCESSOR, DISSOLVED, NO_PORTAL)}
    names = [f"{a} {b}" for a in FIRST for b in SECOND if f"{a} {b}" not in taken]
    rng.shuffle(names)
    made = [*TRAPS, SUCCESSOR]
    for index, name in enumerate(names[: count - len(made)]):
        district = index % len(DISTRICTS)
        kind = "phường" if district < 2 and index % 2 else "thị trấn" if index % 17 == 8 else "xã"
        made.append((kind, name, district))
    return made


def _dated(row: AgencyRow, **changes: str) -> AgencyRow:
    values = {"valid_from": row.valid_from, "valid_to": row.valid_to, "successor": row.successor}
    values |= changes
    return AgencyRow(row.code, row.name, row.level, row.parent, row.issuer, **values)


def agencies_with_portal(count: int, seed: int, year: int) -> list[AgencyRow]:
    """The agencies that have a portal, the upper levels first.

    Every ninth commune of the list came into being last July: its ``valid_from`` says so.
    """
    upper = _upper_rows()
    if count < 60:
        upper = [upper[0], upper[1], upper[12], upper[19], upper[26], upper[27]]
    names = _commune_names(count - len(upper), random.Random(f"names {seed}"))
    communes = []
    for index, (kind, name, district) in enumerate(names):
        row = _committee_row(f"X{index + 1:03d}", kind, name, district)
        young = (kind, name, district) == SUCCESSOR or (index > len(TRAPS) and index % 9 == 2)
        communes.append(_dated(row, valid_from=f"{year - 1}-07-01") if young else row)
    return upper + communes


def successor_of_dissolved(row: AgencyRow) -> bool:
    """Whether this is the agency that the registry names as successor of the dissolved one."""
    return row.issuer.place == SUCCESSOR[1]


def dissolved_row(successor: AgencyRow, year: int) -> AgencyRow:
    """The dissolved agency: no portal, valid until last June, its successor named."""
    row = _committee_row("X900", *DISSOLVED)
    return _dated(row, valid_to=f"{year - 1}-06-30", successor=successor.code)


def portalless_row() -> AgencyRow:
    """An inspected agency that has no portal."""
    return _committee_row("X901", *NO_PORTAL)
