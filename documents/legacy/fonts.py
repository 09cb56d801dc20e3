"""What the name of a font says of the text set in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.legacy.tables import Legacy

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(
    r"(?:[\s,\-_]*(?:bold|italic|oblique|regular|normal|roman|mt|light|medium|\d))+$", re.I
)
# Without the dot only names as PDF makers write them: "VNtimes new roman" is of another family.
_TCVN3 = re.compile(
    r"\.vn(?=\w)|(?-i:Vn(?:Time|Arial|Avant|Courier|Helvet|Univers|Book|Centur))", re.I
)
_VNI = re.compile(r"vni[-\s_]?(?=[a-z0-9])", re.I)
_VISCII = re.compile(r"\bviscii\b", re.I)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Face:
    """The encoding of a font, and whether it draws capitals over lower-case codes."""

    encoding: Legacy
    capitals: bool = False


def face_of(font_name: str) -> Face | None:
    """The old encoding a font is made for; None for a font of Unicode's or of unknown make.

    Prefixes of embedded subsets ("ABCDEF+.VnTime") and words of style are looked through.
    """
    name = _SUBSET.sub("", font_name[:_LONGEST].strip().strip("\"'")).lstrip("@")
    if _TCVN3.match(name):
        return Face(Legacy.TCVN3, _STYLE.sub("", name).rstrip().lower().endswith("h"))
    if _VNI.match(name):
        return Face(Legacy.VNI)
    return Face(Legacy.VISCII) if _VISCII.search(name) else None
