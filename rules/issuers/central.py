"""Bodies of the central government, whose papers are law or guidance to every agency."""

from __future__ import annotations

import re

from rules.vietnamese.folding import fold

_CENTRAL = re.compile(
    r"\s*(thu tuong(?: chinh phu)?|chinh phu(?! dien tu| so)|quoc hoi|uy ban thuong vu quoc hoi"
    r"|(?:bo truong )?bo (?:khoa hoc|tu phap|noi vu|tai chinh|cong thuong|y te|xay dung|giao duc"
    r"|tai nguyen|nong nghiep|giao thong|lao dong|van hoa|thong tin|ke hoach|quoc phong|cong an"
    r"|ngoai giao|dan toc)[^\n|.;:]*)(?![a-z])"
)
_LONGEST = 80


def central_body(text: str) -> str | None:
    """The central body that a line or cell begins with, as written; None when there is none."""
    folded = fold(text)
    found = _CENTRAL.match(folded.plain)
    if found is None:
        return None
    return folded.source[found.start(1) : found.end(1)][:_LONGEST].strip()
