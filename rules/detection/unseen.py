"""What of a document that was read nobody saw: the readers' notes, in an inspector's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from domain.documents import Document
from rules.sightings import Sighting, SightingKind

_NOTES = {
    "pages_without_text": "trang {} chỉ có ảnh chụp, không có chữ",
    "pages_doubtful": "trang {} có chữ không đáng tin",
    "lines_garbled": "trang {} có dòng không đọc được chữ",
    "pages_not_recognised": "trang {} chưa nhận dạng",
    "pictures_unread": "có ảnh chụp văn bản chưa đọc được chữ",
    "unread_sheets": "có bảng tính chưa đọc được",
    "rest_not_read": "dài, mới xem phần đầu",
    "unfilled": "còn chỗ trống do chương trình của trang điền, chưa hiện ra",
    "truncated": "quá dài, mới đọc được phần đầu",
    "torn": "tệp hỏng, mới đọc được một phần",
    "rebuilt": "tệp hỏng, có thể mất một phần",
}
"""By the reader's key; most telling first."""
_SETTLED = (SightingKind.PAPER, SightingKind.NOT_IT)
_REST = frozenset({"pages_not_recognised", "rest_not_read", "rebuilt"})
"""The rest of a paper whose head and title were read: what it is is known."""
_OFFICE_PART = re.compile(
    r"\[content_types\]\.xml|_rels/.*|(?:word|xl|ppt|docprops)/(?:[\w/-]+\.xml(?:\.rels)?|_rels/.*)"
    r"|mimetype|content\.xml|meta-inf/manifest\.xml"
)
"""What an office file is packed of, in lower case."""


def tells_what_it_is(seen: Iterable[Sighting]) -> bool:
    """Whether a file was found to be a paper of the catalogue, whosoever's."""
    return any(sighting.kind in _SETTLED or sighting.kind_known for sighting in seen)


def unseen_of(document: Document, is_known: Callable[[], bool]) -> str:
    """Why a document was seen only in part; empty when nothing of it is missing.

    ``is_known``: whether its head tells what paper it is, so that the pages behind it are that
    paper's; seldom asked.
    """
    told = dict(document.metadata)
    return next(
        (
            words.format(told[key])
            for key, words in _NOTES.items()
            if key in told and not (key in _REST and is_known())
        ),
        "",
    )


def is_torn_office(archive: Document) -> bool:
    """Whether an archive is an office file broken so far that only its inner parts are told."""
    return any(_OFFICE_PART.fullmatch(member.name.lower()) for member in archive.members)
