"""The name of an agency that nobody named: what its home page calls itself, unchecked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.inspecting import Inspection
from domain.documents import Document
from domain.visits import Page

_AGENCY = re.compile(
    r"(?i)\b(ủy ban nhân dân|uỷ ban nhân dân|ubnd|sở|ban|chi cục|phòng|văn phòng)"
    r"\s+[^|<>\n–—-]{2,80}"
)
_CHROME = re.compile(r"(?i)^\s*(trang chủ|(?:cổng|trang) (?:thông tin điện tử|ttđt))\s*[-–—:|]*\s*")


@dataclass(slots=True)
class NamedByPage:
    """Listens for the first page, which is the home page, and keeps what it calls itself."""

    name: str = ""

    def saw(self, page: Page) -> None:
        """Take the name off the first page that was read."""
        if not self.name and isinstance(page.reading, Document):
            self.name = name_in(page.reading)

    def named(self, inspection: Inspection) -> Inspection:
        """The same inspection with the agency called by that name."""
        agency = replace(inspection.report.agency, name=self.name)
        return replace(inspection, report=replace(inspection.report, agency=agency))


def name_in(home: Document) -> str:
    """What a home page calls its agency; its whole title when no agency is named in it."""
    for text in (home.title, *(block.text for block in home.blocks[:10])):
        found = _AGENCY.search(text)
        if found:
            return " ".join(found[0].split())
    return _CHROME.sub("", " ".join(home.title.split()))
