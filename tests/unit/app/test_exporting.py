"""Which format a list is written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exporting import Format, Listing, format_of, make_export
from domain.errors import UsageError
from domain.publications import Status
from domain.reviews import NO_REVIEWS
from tests.unit.reports.builders import MADE_AT, PROOF, SOME, finding, report


@pytest.mark.parametrize(
    ("output", "asked", "expected"),
    [
        (None, None, Format.CSV),
        (None, Format.JSON, Format.JSON),
        (Path("a.xlsx"), None, Format.XLSX),
        (Path("A.HTML"), None, Format.HTML),
        (Path("a.txt"), None, Format.CSV),
        (Path("a.txt"), Format.JSON, Format.JSON),
        (Path("a.csv"), Format.CSV, Format.CSV),
    ],
)
def test_format_is_the_one_asked_for_or_the_files(
    output: Path | None, asked: Format | None, expected: Format
) -> None:
    """What is asked for, else what the name says, else CSV."""
    assert format_of(output, asked) is expected


def test_a_file_that_would_lie_about_itself_is_refused() -> None:
    """CSV in a file called .xlsx opens nowhere."""
    with pytest.raises(UsageError, match=r"csv.*list\.xlsx.*contradict"):
        format_of(Path("list.xlsx"), Format.CSV)


def test_a_name_of_another_kind_of_file_is_refused() -> None:
    """A PDF that holds CSV opens nowhere either; who wants it so says the format."""
    with pytest.raises(UsageError, match=r"list\.pdf.*\.xlsx.*--format"):
        format_of(Path("list.pdf"), None)
    assert format_of(Path("list.dat"), Format.CSV) is Format.CSV


def test_the_list_for_leaders_has_the_rates_of_the_province() -> None:
    """An agency that publishes is not on the list, and is counted in its figures."""
    full = report(finding(0, Status.PUBLISHED, PROOF), name="UBND xã Đủ", code="03")
    made = make_export(
        Listing.MISSING,
        Format.HTML,
        (*SOME, full),
        NO_REVIEWS,
        include_expected=False,
        made_at=MADE_AT,
    )
    page = made.content.decode()
    assert "UBND xã Đủ" not in page
    assert "2/3 (66,7%)" in page
