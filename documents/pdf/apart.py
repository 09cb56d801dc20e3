"""PDFs of mixed fonts, whose words fall apart into letters, read by poppler instead."""

from __future__ import annotations

import re
import shutil
import subprocess

_PROGRAM = "pdftotext"
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 40
_APART_SHARE = 0.25
"""Of the words being single letters; in Vietnamese they are hardly 2 in 100."""
_MOST_SECONDS = 10.0
_PAGE_END = "\f"


def falls_apart(text: str) -> bool:
    """Whether words stand in pieces: "qu ả n l ý"."""
    return _single_share(text) > _APART_SHARE


def _single_share(text: str) -> float:
    words = _WORD.findall(text[:20_000])
    if len(words) < _LEAST_WORDS:
        return 0.0
    return sum(1 for word in words if len(word) == 1) / len(words)


def pages_by_poppler(body: bytes, most_pages: int) -> list[str]:
    """The text of each page; none where poppler is missing, fails, or does it no better."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return []
    # It reads and writes pipes only, and inherits this worker's limits of memory and time.
    command = [program, "-q", "-enc", "UTF-8", "-l", str(most_pages), "-", "-"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, and no word of the file in the call
            command, input=body, capture_output=True, timeout=_MOST_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return []
    text = done.stdout.decode("utf-8", "replace")
    return [] if falls_apart(text) else text.split(_PAGE_END)
