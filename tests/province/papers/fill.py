"""Fills the braces of a wording: each occurrence may be spelled another way."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterator, Mapping

from tests.province.papers import names
from tests.province.papers.values import Issuer

STANDARDS = (
    "TCVN ISO 9001:2015", "TCVN ISO 9001:2015", "TCVN ISO 9001:2015", "TCVN ISO 9001: 2015",
    "Tiêu chuẩn quốc gia TCVN ISO 9001:2015", "tiêu chuẩn TCVN ISO 9001:2015", "ISO 9001:2015",
    "tiêu chuẩn quốc gia TCVN ISO 9001:2015", "TCVN ISO 9001 : 2015", "TCVN 9001:2015",
    "ISO 9001-2015", "TCVN ISO 9001-2015", "Tiêu chuẩn Quốc gia TCVN ISO 9001:2015",
    "ISO 9001: 2015", "TCVN ISO 9001:2015 (ISO 9001:2015)", "Tiêu chuẩn TCVN ISO 9001:2015",
)  # fmt: skip
MISSPELT_STANDARDS = (
    "TVCN ISO 9001:2015", "TCVN SO 9001:2015", "TCVN ISO 900:2015", "TCVN lSO 9001:2015",
    "tiêu chuẩnTCVN ISO 9001:2015", "TCVN ISO9001:2015", "ISO9001:2015", "TCVN ISO 9001.2015",
)  # fmt: skip
EDITION = re.compile(r"(9001\s?[-:.]?\s?)2015")
NEW_EDITION_YEAR = 2017
"""Papers signed earlier speak of the edition of 2008."""
TWICE = re.compile(r"tiêu chuẩn (?:quốc gia )?(?=tiêu chuẩn)", re.IGNORECASE)
SYSTEMS = (
    "Hệ thống quản lý chất lượng", "Hệ thống quản lý chất lượng", "hệ thống quản lý chất lượng",
    "HTQLCL", "HTQLCL", "Hệ thống QLCL", "HT QLCL", "hệ thống chất lượng",
    "Hệ thống Quản lý chất lượng", "hệ thống quản lí chất lượng",
)  # fmt: skip


class Fill(Mapping[str, str]):
    """What the braces stand for; the standard and the system are drawn at every occurrence."""

    def __init__(
        self,
        issuer: Issuer,
        year: int,
        signed_year: int,
        rng: random.Random,
        *,
        blank: bool = False,
    ) -> None:
        """For a paper of ``issuer`` for ``year``; a blank one has dots for what is drawn."""
        self._rng = rng
        self._blank = blank
        self._old_edition = signed_year < NEW_EDITION_YEAR and not blank
        self._fixed = {
            "name": names.short_name(issuer),
            "full": names.full_name(issuer),
            "unit": names.unit_name(issuer),
            "chief": names.chief(issuer) + (" UBND" if names.is_committee(issuer) else ""),
            "place": issuer.place,
            "suffix": issuer.suffix,
            "parent": issuer.parent_name or "UBND tỉnh",
            "year": str(year),
            "last": str(year - 1),
            "next": str(year + 1),
            "signed": str(signed_year),
            "term": f"{year - (year - 2021) % 5}-{year - (year - 2021) % 5 + 5}",
        }

    def __getitem__(self, key: str) -> str:
        """The words for ``key``, perhaps other ones than last time."""
        rng = self._rng
        if key in self._fixed:
            return self._fixed[key]
        drawn = {"std": STANDARDS, "sys": SYSTEMS}
        if key in drawn:
            misspelt = key == "std" and rng.random() < 0.08
            return rng.choice(MISSPELT_STANDARDS if misspelt else drawn[key])
        return self._drawn(key)

    def _drawn(self, key: str) -> str:
        rng = self._rng
        if self._blank:
            return {"person": "Nguyễn Văn A", "percent": "....%"}.get(key, "....")
        if key == "person":
            return names.person(rng)
        if key == "n":
            return str(rng.randint(2, 480))
        if key == "day":
            return f"{rng.randint(1, 28):02d}"
        if key == "month":
            return f"{rng.randint(1, 12):02d}"
        if key == "percent":
            return rng.choice(("90%", "95%", "98%", "100%", "99,5%", "92%", "85%"))
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        """The fixed keys."""
        return iter(self._fixed)

    def __len__(self) -> int:
        """How many keys are fixed."""
        return len(self._fixed)

    def write(self, pattern: str) -> str:
        """``pattern`` with its braces filled."""
        written = string.Formatter().vformat(pattern, (), self) if "{" in pattern else pattern
        if self._old_edition:
            written = EDITION.sub(r"\g<1>2008", written)
        return TWICE.sub("", written) if "{std}" in pattern else written
