"""Pictures that may be scans of papers, told from those of a layout and of the news."""

from __future__ import annotations

import re

from crawler.kinds import is_picture
from crawler.visit.links.frontier import Candidate
from domain.documents import Zone

_SIGN = re.compile(r"\d+\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ]{2,}(?:\s?-\s?[A-ZĐ]+)")
_TYPE = re.compile(
    r"\W*(?:quyết định|thông báo|kế hoạch|công văn|báo cáo|biên bản|tờ trình|danh mục|công bố"
    r"|quy trình|sổ tay|phụ lục|mục tiêu|chính sách)\b",
    re.I,
)
_FILE_NAME = re.compile(r"\.(?:pdf|docx?|jpe?g|png|tiff?)\s*\Z", re.I)


def hangs_on(candidate: Candidate) -> bool:
    """Whether an article hangs a picture on by words, or a row does as a paper: a scan.

    In rows captions stand below pictures, too; a paper's has its sign, its type, or a file's name.
    """
    words = candidate.words
    if not words.text.strip() or not candidate.could_mean or not is_picture(candidate.address):
        return False
    if words.zone is Zone.ATTACHMENT:
        return True
    if words.zone not in (Zone.MAIN, Zone.LIST):
        return False
    signed = _SIGN.search(f"{words.text} {words.context}")
    return bool(signed or _TYPE.match(words.text) or _FILE_NAME.search(words.text))
