"""Lists that say how many rows they have, and show as many, or fewer."""

from __future__ import annotations

from tests.province.shapes.parts import Part, Work, list_of

LINES = (
    "Tổng số: {count} văn bản",
    "Có {count} văn bản",
    "Hiển thị 1 - {shown} trong tổng số {count} bản ghi",
    "Tìm thấy {count} kết quả",
    "Tổng số bản ghi: {count}",
    "Showing 1 to {shown} of {count} entries",
    "Tổng cộng có {count} văn bản",
    "Hiển thị {shown}/{count} văn bản",
)


def short(work: Work, part: Part) -> str:
    """More rows are told of than stand there, and nothing leads to the others."""
    return _with_line(work, part, len(part.rows) + 1)


def whole(work: Work, part: Part) -> str:
    """As many rows are told of as stand there."""
    return _with_line(work, part, len(part.rows))


def _with_line(work: Work, part: Part, count: int) -> str:
    line = work.rng.choice(LINES).format(count=count, shown=len(part.shown))
    return f"<p>{line}</p>{list_of(work, part)}"
