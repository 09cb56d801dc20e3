"""Files and pages, told apart by what came back or by their address."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from domain.visits import Attempt

_FILE_ENDINGS = frozenset(
    {
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".odt",
        ".ods",
        ".rtf",
        ".zip",
        ".rar",
        ".7z",
        ".txt",
    }
)


_OF_PAGES = ("xml", "json", "javascript")
"""How types end that pages, feeds and their data are sent as."""


def is_file(attempt: Attempt) -> bool:
    """Whether what came back is a file rather than a page, by its type, else by its address."""
    declared = attempt.media_type.split(";")[0].strip().lower()
    if declared and declared != "application/octet-stream":
        return "html" not in declared and not declared.endswith(_OF_PAGES)
    try:
        path = urlsplit(attempt.final_address or attempt.address).path
    except ValueError:
        return False
    return PurePosixPath(path.lower()).suffix in _FILE_ENDINGS
