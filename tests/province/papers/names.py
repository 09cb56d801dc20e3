"""Names of people and the forms in which an issuer's own name is printed."""

from __future__ import annotations

import random
import re

from tests.province.papers.values import Issuer

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hà", "Lò", "Giàng")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Quang", "Thanh", "Hồng", "Xuân", "Ngọc", "A", "Hữu", "Mạnh")
GIVEN = (
    "Hùng", "Lan", "Tuấn", "Hương", "Dũng", "Thủy", "Hòa", "Cường", "Phượng", "Sơn", "Yến",
    "Quỳnh", "Khoa", "Nghĩa", "Tiến", "Thắng", "Bình", "Đạt", "Huệ", "Vinh", "Thúy", "Long",
)  # fmt: skip
COMMITTEE = re.compile(r"^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+", re.IGNORECASE)


def person(rng: random.Random) -> str:
    """A full name."""
    return f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"


def is_committee(issuer: Issuer) -> bool:
    """Whether the issuer is a people's committee."""
    return COMMITTEE.match(issuer.name) is not None


def full_name(issuer: Issuer) -> str:
    """The name with "Ủy ban nhân dân" spelled out."""
    return COMMITTEE.sub("Ủy ban nhân dân ", issuer.name)


def short_name(issuer: Issuer) -> str:
    """The name with "UBND"."""
    return COMMITTEE.sub("UBND ", issuer.name)


def unit_name(issuer: Issuer) -> str:
    """The territory of a committee, else the name itself."""
    return COMMITTEE.sub("", issuer.name)


def chief(issuer: Issuer) -> str:
    """The position of its head."""
    if is_committee(issuer):
        return "Chủ tịch"
    named = {"Thủ tướng": "Thủ tướng", "Bộ": "Bộ trưởng"}
    named |= {"Chi cục": "Chi cục trưởng", "Ban": "Trưởng ban", "Trường": "Hiệu trưởng"}
    named |= {"Trung tâm": "Giám đốc", "Văn phòng": "Chánh Văn phòng", "Phòng": "Trưởng phòng"}
    return next(
        (word for start, word in named.items() if issuer.name.startswith(start)), "Giám đốc"
    )


def head_left(issuer: Issuer, rng: random.Random) -> tuple[str, ...]:
    """Parent and issuer as a head prints them; a committee is often without its parent."""
    own: tuple[str, ...]
    if is_committee(issuer) and rng.random() < 0.6:
        cut = ("ỦY BAN NHÂN", "DÂN " + unit_name(issuer).upper())
        own = cut if rng.random() < 0.08 else ("ỦY BAN NHÂN DÂN", unit_name(issuer).upper())
    else:
        own = ((full_name if rng.random() < 0.4 else short_name)(issuer).upper(),)
    named = bool(issuer.parent_name) and (not is_committee(issuer) or rng.random() < 0.25)
    parent = issuer.parent_name
    if named and rng.random() < 0.5:
        parent = COMMITTEE.sub("Ủy ban nhân dân ", parent)
    return (parent.upper(), *own) if named else own


def signed_as(issuer: Issuer, rng: random.Random) -> tuple[str, ...]:
    """The lines above a signature."""
    head = chief(issuer).upper()
    deputy = {"CHI CỤC TRƯỞNG": "PHÓ CHI CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG": "PHÓ CHÁNH VĂN PHÒNG"}
    own = (head,) if rng.random() < 0.6 else (f"KT. {head}", deputy.get(head, f"PHÓ {head}"))
    return ("TM. ỦY BAN NHÂN DÂN", *own) if is_committee(issuer) else own
