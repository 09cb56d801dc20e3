"""Whether a PDF still has the table that says where its parts are, or was put together by guess."""

from __future__ import annotations

import re

_END_BYTES = 4_096
"""As far from the end as pdfium looks for it: downloads are padded, portals append to them."""
_HEAD_BYTES = 1_024
_TOLD = re.compile(rb"startxref\s+(\d{1,12})")
_TABLE = re.compile(rb"(?<!\w)xref\b|\b\d{1,10}\s+\d{1,5}\s+obj\b")
_NEAR_BYTES = 32
"""Programs that miscount miss their table by a few line ends."""


def lost_table(body: bytes) -> bool:
    """Whether the table is not where the end of the file says it is.

    Then readers look for the parts one by one, and what is missing of the text nobody tells.
    """
    told = _TOLD.findall(body[-_END_BYTES:])
    if not told:
        return True
    place = int(told[-1])
    # Some programs count from the first byte of the file, whatever stands before its head.
    origins = {0, max(0, body.find(b"%PDF-", 0, _HEAD_BYTES))}
    near = (
        body[max(0, origin + place - _NEAR_BYTES) : origin + place + 2 * _NEAR_BYTES]
        for origin in origins
    )
    return not any(map(_TABLE.search, near))
