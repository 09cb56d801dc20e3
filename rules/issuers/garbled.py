"""Names that lost letters on their way: they prove nobody's paper to be another's."""

from __future__ import annotations

from rules.issuers.verdict import IssuerVerdict, Whose
from rules.vietnamese.legibility import is_garbled

_NOTE = "Tên cơ quan ban hành có chữ bị lỗi, chưa đọc được chắc chắn"


def unless_garbled(found: IssuerVerdict, *told_by: str) -> IssuerVerdict:
    """What was found; a question where it is another's by letters that cannot be right."""
    if found.whose in (Whose.OTHER, Whose.ABOVE) and any(map(is_garbled, told_by)):
        return IssuerVerdict(Whose.UNCLEAR, found.name, 0.5, _NOTE)
    return found
