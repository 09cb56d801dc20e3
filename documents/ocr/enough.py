"""Whether the pages recognised so far tell what a paper is, so that the rest may stay unread."""

from __future__ import annotations

import re
import unicodedata

_TOP = 3_000
_NUMBER = re.compile(
    r"\bso\s*[:.]?\s*\d{0,5}[ .…_]*/\s*[a-z]|\d\s*/\s*(?:qd|kh|tb|bc|bb|ttr|ct)\s*-"
)
_DATE = re.compile(r"ngay[\s\d.…]{0,20}thang[\s\d.…]{0,20}nam\s*\d{4}")
_TITLE = re.compile(
    r"^\W{0,4}(?:quyet dinh|ke hoach|thong bao|bao cao|bien ban|to trinh|chuong trinh|giay moi"
    r"|huong dan|nghi quyet|phuong an|ket luan|chi thi|ban cong bo|cong bo|so tay|quy che|danh muc"
    r"|muc tieu|chinh sach|quy trinh|phieu)\b|v\s*/\s*v\b|ve viec\b",
    re.M,
)
_LEAST_BODY = 150
"""Letters after the title: a title at the foot of a page has its excerpt on the next."""


def head_and_title_read(text: str) -> bool:
    """Whether a number or issuer's head with a date and a title with words after it were seen."""
    plain = _plain(text[:_TOP])
    title = _TITLE.search(plain)
    if title is None or len(text) - title.end() < _LEAST_BODY:
        return False
    headed = _NUMBER.search(plain) or "doc lap" in plain or "uy ban nhan dan" in plain
    return bool(headed) and _DATE.search(plain) is not None


def _plain(text: str) -> str:
    """Lower case without diacritics."""
    parted = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(mark for mark in parted if not unicodedata.combining(mark))
