"""The four tables hold the rows and columns that are promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.publications import Status
from reports.tables import evidence_table, matrix_table, missing_table, undetermined_table
from tests.unit.reports.builders import SOME, finding, report


def test_missing_has_the_promised_columns() -> None:
    """Other people's programs read them by name and order."""
    assert ",".join(column.key for column in missing_table(SOME).columns) == (
        "code,name,level,parent,portal_url,publication,status,confirmations,confirmed,year,"
        "last_seen,reason,legal_basis,looked_on,"
        "review_status,review_reason,review_author,review_at,review_until,review_lapsed"
    )


def test_missing_lists_accused_required_publications_only() -> None:
    """What could not be settled is never on this list; expected ones only on demand."""
    rows = [(row[0], row[5], row[6]) for row in missing_table(SOME).rows]
    assert rows == [
        ("01", "quality_objectives", "outdated"),
        ("02", "conformity_announcement", "missing"),
    ]
    with_expected = missing_table(SOME, include_expected=True)
    assert ("01", "quality_policy", "missing") in [
        (row[0], row[5], row[6]) for row in with_expected.rows
    ]


def test_missing_says_when_it_was_last_seen() -> None:
    """ISO time in UTC where it was once published, else empty; the parent by name."""
    first, second = missing_table(SOME).rows
    assert first[10] == "2026-11-22T01:02:03Z"
    assert second[10] is None
    assert (first[3], second[3]) == ("Huyện B", None)


def test_missing_says_when_the_portal_was_looked_at_whole() -> None:
    """A night that asked only for what is new rests on the last whole look, by its day."""
    taken_over = replace(SOME[0], rests_on=date(2026, 11, 16))
    rows = missing_table([taken_over, SOME[1]]).rows
    assert [row[13] for row in rows] == ["2026-11-16", "2026-11-21"]


def test_undetermined_asks_and_names_what_is_open() -> None:
    """Both unsettled statuses are listed with the question or what was not seen."""
    rows = undetermined_table(SOME).rows
    assert [row[7] for row in rows] == ["undetermined", "unverified"]
    assert "quá thời gian chờ" in str(rows[0][11])
    assert rows[1][10] == "Tệp này có phải là chính sách không?"


def test_matrix_has_a_column_a_publication() -> None:
    """An agency without a finding on one has it as not applicable, never as missing."""
    short = report(finding(1, Status.PUBLISHED), name="C", code="03")
    table = matrix_table((*SOME, short))
    assert [column.key for column in table.columns][7:10] == [
        "conformity_announcement",
        "quality_objectives",
        "quality_policy",
    ]
    assert table.rows[2][7:10] == ("not_applicable", "published", "not_applicable")


def test_evidence_lists_both_sides() -> None:
    """A row for every piece, for and against, as wide as the headings."""
    table = evidence_table(SOME)
    assert [row[4] for row in table.rows] == ["for", "against", "against", "for"]
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_tables_of_nothing_are_empty() -> None:
    """No agencies, or an agency without findings, makes no rows and no error."""
    for make in (missing_table, undetermined_table, matrix_table, evidence_table):
        assert make(()).rows == ()
    assert matrix_table((replace(SOME[0], findings=()),)).rows[0][0] == "01"
