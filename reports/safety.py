"""Making words that came from a portal harmless where they are shown.

Whoever edits a portal chooses titles, numbers and addresses; they reach the inspector's
spreadsheet and browser through these functions only.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

CELL_LENGTH = 32_000
"""A spreadsheet cell holds 32,767 characters."""
LINK_LENGTH = 2_000
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_HIDDEN_FORMULA = re.compile(r"([;\t\r\n]\s*)(?=[=+\-@])")


def clean(words: str) -> str:
    """Without control characters, writing-direction overrides and broken characters."""
    return _UNSEEN.sub("", words)


def spreadsheet_text(words: str) -> str:
    """A cell that no spreadsheet takes for a formula, whichever sign separates its columns."""
    cell = clean(words)[:CELL_LENGTH]
    cell = _HIDDEN_FORMULA.sub(r"\1'", cell)
    starts = cell.startswith(_FORMULA_STARTS) or cell.lstrip().startswith(_FORMULA_STARTS)
    return f"'{cell}" if starts else cell


def safe_link(address: str) -> str | None:
    """The address when a browser may be pointed to it: http or https with a host; else None."""
    if (
        len(address) > LINK_LENGTH
        or re.search(r"[\s\\\"'<>`]", address)
        or clean(address) != address
    ):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host else None
