"""XLSX, XLSM, XLSB and XLS to a :class:`~domain.documents.Document`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from documents import sniff
from documents.docx.parts import PartError, Parts, TooLargeError
from documents.hints import NO_HINTS, Hints
from documents.ole2.properties import title_and_dates
from documents.ole2.storage import Ole2, Ole2Error
from documents.pasted import Picture, beside_pictures, drawn_in
from documents.prose import title_or_nothing
from documents.sheet.blocks import MAX_SHEETS, SheetBlocks
from documents.sheet.size import check_archive, checked_records
from domain.documents import Document, HowRead, Reading, Unread, Unreadable

_ZIP_MARK = b"PK"
_STDERR = 2
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_FIRST_REAL_YEAR = 1901
"""Excel's day 0 is the last of 1899: a time of the day comes out as a date of then."""


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Each row a block, its cells joined by " | "; hidden sheets too, empty cells left out."""
    zipped = body.startswith(_ZIP_MARK)
    kind = sniff.XLSX if zipped else sniff.XLS
    try:
        if zipped:
            check_archive(body)
            reading = _read_workbook(body, kind, _properties(body, kind))
            return beside_pictures(reading, lambda: _pictures(body))
        book = checked_records(body)
        if book is None:
            return Unreadable(kind, Unread.ENCRYPTED, "opens only with a password")
        reading = _read_workbook(book.body, kind, _properties(body, kind))
        if isinstance(reading, Unreadable) and reading.reason is Unread.EMPTY and book.has_cells:
            return Unreadable(kind, Unread.DAMAGED, "it lost its cells")
        return beside_pictures(reading, lambda: _pictures(body))
    except TooLargeError as error:
        return Unreadable(kind, Unread.TOO_LARGE, str(error)[:200])
    except PasswordError:
        return Unreadable(kind, Unread.ENCRYPTED, "opens only with a password")
    except (PartError, Ole2Error, CalamineError, ValueError, OverflowError, OSError) as error:
        return Unreadable(kind, Unread.DAMAGED, str(error)[:200])


def _pictures(body: bytes) -> list[Picture]:
    if body.startswith(_ZIP_MARK):
        with Parts(body) as parts:
            return parts.pictures("xl/media/")
    return drawn_in(Ole2(body).stream("Workbook"))


def _read_workbook(
    body: bytes, kind: str, properties: tuple[str, list[tuple[str, str]]]
) -> Reading:
    try:
        with _quiet_stderr():
            sheets, failed = _sheets(body)
    except BaseException as error:
        # The parser's panics are no Exception: what a damaged file makes it do is its own affair.
        if type(error).__name__ != "PanicException":
            raise
        return Unreadable(kind, Unread.DAMAGED, f"its parser gave up: {error}"[:200])
    if not sheets.blocks:
        reason = Unread.DAMAGED if failed else Unread.EMPTY
        return Unreadable(kind, reason, failed)
    title, metadata = properties
    notes = (("truncated", sheets.truncated), ("unread_sheets", failed))
    return Document(
        media_type=kind,
        how=HowRead.OFFICE,
        title=title_or_nothing(title),
        blocks=tuple(sheets.blocks),
        metadata=(*metadata, *(note for note in notes if note[1])),
    )


@contextmanager
def _quiet_stderr() -> Iterator[None]:
    """The parser writes of its panics there, past Python; a night has many damaged files."""
    try:
        kept, nowhere = os.dup(_STDERR), os.open(os.devnull, os.O_WRONLY)
    except OSError:
        yield
        return
    os.dup2(nowhere, _STDERR)
    try:
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
        os.close(nowhere)


def _sheets(body: bytes) -> tuple[SheetBlocks, str]:
    """The blocks of all sheets, and what was wrong with one that could not be read."""
    gathered, failed = SheetBlocks(), ""
    with CalamineWorkbook.from_filelike(BytesIO(body)) as workbook:
        if len(workbook.sheet_names) > MAX_SHEETS:
            gathered.cut(f"{MAX_SHEETS} of {len(workbook.sheet_names)} sheets")
        for index, name in enumerate(workbook.sheet_names[:MAX_SHEETS]):
            try:
                rows = workbook.get_sheet_by_index(index).iter_rows()
                gathered.add(name, _shown_rows(rows))
            except PasswordError:
                raise
            except CalamineError as error:
                failed = f"{name}: {error}"[:200]
    return gathered, failed


def _shown_rows(rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    for row in rows:
        yield [shown(value) for value in row]


def shown(value: object) -> str:
    """A cell's value as a Vietnamese reader expects it."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.12g}"
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)


def _moment(value: datetime) -> str:
    if value.year < _FIRST_REAL_YEAR:
        return f"{value:%H:%M}"
    midnight = value.hour == value.minute == value.second == 0
    return f"{value:%d/%m/%Y}" if midnight else f"{value:%d/%m/%Y %H:%M}"


def _properties(body: bytes, kind: str) -> tuple[str, list[tuple[str, str]]]:
    """The title and dates a workbook gives itself; what is wrong with them is no matter."""
    try:
        if kind == sniff.XLS:
            return title_and_dates(Ole2(body).stream("\x05SummaryInformation"))
        with Parts(body) as parts:
            tree = parts.tree("docProps/core.xml")
            return ("" if tree is None else tree.findtext(_DC_TITLE) or ""), []
    except (PartError, Ole2Error):
        return "", []
