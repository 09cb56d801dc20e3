"""The made offices that wordings are cast for: all levels, with the traps of real registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from domain.agencies import Agency, Inspected, Level, PortalAddress

_WRITTEN_OUT = "Ủy ban nhân dân"
_YEN_BAI, _LAO_CAI = "UBND tỉnh Yên Bái", "UBND tỉnh Lào Cai"
FOUNDED = date(2025, 7, 1)
"""When communes were merged: their papers are of 2026 at the earliest."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body that issues papers."""

    name: str
    parent: str
    place: str
    suffix: str = "UBND"
    signer: str = "CHỦ TỊCH"

    @property
    def short(self) -> str:
        """Without the word for its kind: "xã Minh Quán"; a department's name stays whole."""
        return self.name.removeprefix("UBND ")

    @property
    def full(self) -> str:
        """Written out."""
        return f"{_WRITTEN_OUT} {self.short}" if self.name.startswith("UBND ") else self.name

    @property
    def words(self) -> dict[str, str]:
        """What it fills into the places of a text."""
        plain = {"name": self.name, "full": self.full, "short": self.short, "parent": self.parent}
        plain["place"] = self.place
        loud = {key.upper(): value.upper() for key, value in plain.items()}
        return {**plain, **loud, "suffix": self.suffix, "signer": self.signer}


@dataclass(frozen=True, slots=True)
class Office:
    """An inspected office and the bodies it could be taken for."""

    key: str
    body: Body
    level: Level
    host: str
    others: tuple[Body, Body]
    """Other offices of its level: the one that texts speak of, and one more."""
    above: tuple[str, ...]
    """The bodies above it, nearest first."""
    namesake: Body | None = None
    """One of the same name elsewhere: told apart by the body above it alone."""
    founded: date | None = None
    before: tuple[str, ...] = ()
    """Names of the dissolved offices it follows."""

    @property
    def portal(self) -> str:
        """The address of its portal."""
        return f"https://{self.host}/"

    @property
    def inspected(self) -> Inspected:
        """As the registry would give it."""
        agency = Agency(
            code=self.key,
            name=self.body.name,
            level=self.level,
            parent=self.body.parent,
            portals=(PortalAddress(self.portal),),
            valid_from=self.founded,
        )
        gone = (Agency(f"{self.key}-{n}", name, self.level, valid_to=date(2025, 6, 30))
                for n, name in enumerate(self.before, 1))  # fmt: skip
        alike = (self.others[0].name,) if self.key == "minh-quan" else ()
        same = (self.namesake.name,) if self.namesake else ()
        return Inspected(agency, self.above, tuple(gone), alike + same)

    def years(self) -> tuple[int, ...]:
        """The years it can be inspected for."""
        return (2026,) if self.founded else (2023, 2024, 2025, 2026)


def _commune(name: str, district: str) -> Body:
    return Body(f"UBND {name}", f"UBND {district}", _bare(name))


def _bare(name: str) -> str:
    for kind in ("xã ", "phường ", "thị trấn ", "thị xã ", "huyện "):
        name = name.removeprefix(kind)
    return name


def _merged(name: str) -> Body:
    return Body(f"UBND {name}", _LAO_CAI, _bare(name))


def _district(name: str) -> Body:
    return Body(f"UBND {name}", _YEN_BAI, _bare(name))


def _department(name: str, suffix: str, signer: str = "GIÁM ĐỐC") -> Body:
    return Body(name, _YEN_BAI, "Yên Bái", suffix, signer)


def _branch(name: str, department: str, suffix: str) -> Body:
    return Body(name, department, "Yên Bái", suffix, "CHI CỤC TRƯỞNG")


def _communes() -> tuple[Office, ...]:
    tran_yen, city = "huyện Trấn Yên", "thành phố Yên Bái"
    luc_yen, van_yen, yen_binh = "huyện Lục Yên", "huyện Văn Yên", "huyện Yên Bình"
    level = Level.COMMUNE
    return (
        Office(
            "minh-quan", _commune("xã Minh Quán", tran_yen), level,
            "minhquan.tranyen.yenbai.gov.vn",
            (_commune("xã Minh Quân", tran_yen), _commune("xã Báo Đáp", tran_yen)),
            (f"UBND {tran_yen}", _YEN_BAI),
        ),
        Office(
            "tan-thinh", _commune("xã Tân Thịnh", city), level, "xatanthinh.yenbai.gov.vn",
            (_commune("xã Văn Phú", city), _commune("xã Giới Phiên", city)),
            (f"UBND {city}", _YEN_BAI), _commune("xã Tân Thịnh", "huyện Văn Chấn"),
        ),
        Office(
            "khanh-hoa", _commune("xã Khánh Hòa", luc_yen), level, "khanhhoa.lucyen.yenbai.gov.vn",
            (_commune("xã Khánh Thiện", luc_yen), _commune("xã Động Quan", luc_yen)),
            (f"UBND {luc_yen}", _YEN_BAI),
        ),
        Office(
            "nguyen-thai-hoc", _commune("phường Nguyễn Thái Học", city), level,
            "nguyenthaihoc.thanhpho.yenbai.gov.vn",
            (_commune("phường Minh Tân", city), _commune("phường Đồng Tâm", city)),
            (f"UBND {city}", _YEN_BAI),
        ),
        Office(
            "mau-a", _commune("thị trấn Mậu A", van_yen), level, "ttmaua.vanyen.yenbai.gov.vn",
            (_commune("thị trấn Cổ Phúc", tran_yen), _commune("thị trấn Thác Bà", yen_binh)),
            (f"UBND {van_yen}", _YEN_BAI),
        ),
    )  # fmt: skip


def _merged_communes() -> tuple[Office, ...]:
    return (
        Office(
            "tran-yen", _merged("xã Trấn Yên"), Level.COMMUNE, "tranyen.laocai.gov.vn",
            (_merged("xã Hưng Khánh"), _merged("xã Lương Thịnh")), (_LAO_CAI,), None, FOUNDED,
            ("UBND thị trấn Cổ Phúc", "UBND xã Báo Đáp", "UBND xã Thành Thịnh"),
        ),
        Office(
            "nam-cuong", _merged("phường Nam Cường"), Level.COMMUNE, "namcuong.laocai.gov.vn",
            (_merged("phường Văn Phú"), _merged("phường Âu Lâu")), (_LAO_CAI,), None, FOUNDED,
            ("UBND phường Nam Cường cũ", "UBND xã Cường Thịnh"),
        ),
    )  # fmt: skip


def _departments() -> tuple[Office, ...]:
    level, above = Level.DEPARTMENT, (_YEN_BAI,)
    return (
        Office(
            "so-y-te", _department("Sở Y tế", "SYT"), level, "soyte.yenbai.gov.vn",
            (_department("Sở Tư pháp", "STP"), _department("Sở Tài chính", "STC")), above,
        ),
        Office(
            "so-khcn", _department("Sở Khoa học và Công nghệ", "SKHCN"), level,
            "sokhcn.yenbai.gov.vn",
            (_department("Sở Công Thương", "SCT"), _department("Sở Nội vụ", "SNV")), above,
        ),
        Office(
            "so-gtvt", _department("Sở Giao thông vận tải", "SGTVT"), level, "sogtvt.yenbai.gov.vn",
            (_department("Sở Xây dựng", "SXD"), _department("Sở Y tế", "SYT")), above,
        ),
        Office(
            "ban-dan-toc", _department("Ban Dân tộc", "BDT", "TRƯỞNG BAN"), level,
            "bandantoc.yenbai.gov.vn",
            (_department("Thanh tra tỉnh", "TTT", "CHÁNH THANH TRA"),
             _department("Sở Ngoại vụ", "SNgV")), above,
        ),
        Office(
            "van-phong", _department("Văn phòng UBND tỉnh", "VP", "CHÁNH VĂN PHÒNG"), level,
            "vpubnd.yenbai.gov.vn",
            (_department("Sở Nội vụ", "SNV"), _department("Sở Tư pháp", "STP")), above,
        ),
    )  # fmt: skip


def _branches() -> tuple[Office, ...]:
    level = Level.BRANCH
    science, farms = "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Phát triển nông thôn"
    return (
        Office(
            "chi-cuc-tdc", _branch("Chi cục Tiêu chuẩn Đo lường Chất lượng", science, "CCTĐC"),
            level, "tdc.yenbai.gov.vn",
            (_branch("Chi cục Kiểm lâm", farms, "CCKL"),
             _branch("Chi cục Dân số", "Sở Y tế", "CCDS")),
            (science, _YEN_BAI),
        ),
        Office(
            "chi-cuc-thuy-loi", _branch("Chi cục Thủy lợi", farms, "CCTL"), level,
            "chicucthuyloi.yenbai.gov.vn",
            (_branch("Chi cục Chăn nuôi và Thú y", farms, "CCCNTY"),
             _branch("Chi cục Bảo vệ môi trường", "Sở Tài nguyên và Môi trường", "CCBVMT")),
            (farms, _YEN_BAI),
        ),
    )  # fmt: skip


def _districts() -> tuple[Office, ...]:
    level, above = Level.DISTRICT, (_YEN_BAI,)
    return (
        Office(
            "van-chan", _district("huyện Văn Chấn"), level, "vanchan.yenbai.gov.vn",
            (_district("huyện Văn Yên"), _district("huyện Trạm Tấu")), above,
        ),
        Office(
            "nghia-lo", _district("thị xã Nghĩa Lộ"), level, "nghialo.yenbai.gov.vn",
            (_district("huyện Yên Bình"), _district("huyện Lục Yên")), above,
        ),
    )  # fmt: skip


def _province() -> Office:
    """Cast only for wordings that ask for its level: no body above it stands in its heads."""
    return Office(
        "ubnd-tinh", Body(_YEN_BAI, "Chính phủ", "Yên Bái"), Level.PROVINCE, "ubnd.yenbai.gov.vn",
        (Body(_LAO_CAI, "Chính phủ", "Lào Cai"), Body("UBND tỉnh Phú Thọ", "Chính phủ", "Phú Thọ")),
        (),
    )  # fmt: skip


@cache
def offices() -> tuple[Office, ...]:
    """All of them, in a fixed order."""
    below = (*_communes(), *_merged_communes(), *_departments(), *_branches(), *_districts())
    return (*below, _province())
