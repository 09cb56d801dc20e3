"""Words that only look like a catalogue's: "Sở Kế hoạch và Đầu tư", "phiên bản ISO"."""

from __future__ import annotations

import re

from rules.vietnamese.folding import Folded

_TO_MASK = (
    (
        "ke hoach",
        r"(?:so|phong|thong tin|tai chinh\s*[-–]?)\s+ke hoach"
        r"(?:\s*(?:va|&|-)\s*(?:dau tu|tai chinh))?",
    ),
    (
        "giao",
        r"(?:so|phong|nganh|so gd|phong gd)\s+giao\s*duc(?:\s*(?:va|&|-)\s*dao\s*tao)?",
    ),
    ("thanh tra ", r"thanh tra (?:tinh|so(?!\s*[:.]?\s*\d)|huyen|thanh pho)"),
    ("chi cuc ", r"chi cuc (?:[a-z]+ ){0,4}(?:dan so|thuc pham|moi truong)"),
    ("trung tam ", r"trung tam (?:[a-z]+ ){0,4}(?:dan so|thuc pham|moi truong)"),
    ("ke hoach hoa", r"ke hoach hoa(?: gia dinh)?(?![a-z])"),
    ("ban iso", r"(?<![a-z])(?:phien|an|van) ban(?= iso)"),
    # The post beside the counter takes nothing away from a list.
    (
        "buu chinh",
        r"(?<![a-z])(?:mot cua|truc tiep|phuc vu hanh chinh cong)(?![a-z])[^.;]{0,80}buu chinh",
    ),
    ("buu chinh", r"(?<![a-z])buu chinh(?![a-z])[^.;]{0,60}(?:mot cua|truc tiep)(?![a-z])"),
    (
        "(",
        r"\((?:ban hanh )?"
        r"(?:kem|phuc vu|thay the|can cu|thuc hien|theo (?:quyet|ke hoach|thong|cong van))"
        r"[^()]*\)?",
    ),
)
"""Letters that each pattern cannot do without, and the pattern."""
_PATTERN = re.compile("|".join(pattern for _, pattern in _TO_MASK))
_NEEDED = frozenset(letters for letters, _ in _TO_MASK)


def masked(text: Folded) -> Folded:
    """The text with such words blanked out of what patterns are matched on."""
    if not any(letters in text.plain for letters in _NEEDED):
        return text
    plain = _PATTERN.sub(lambda match: " " * len(match.group(0)), text.plain)
    return Folded(text.source, plain) if plain != text.plain else text
