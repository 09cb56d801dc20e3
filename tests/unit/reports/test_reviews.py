"""A person's word stands beside the machine's in every format, and never over it."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from app.exporting import Format, Listing, make_export
from domain.publications import Status
from domain.reviews import Reviews, Standing
from reports.overview import overview, reviewed
from reports.tables import missing_table, undetermined_table
from reports.to_html import to_html
from reports.to_json import report_to_json, reviews_to_json
from reports.totals import totals
from tests.unit.reports.builders import HOSTILE, MADE_AT, SOME, review_of

FIRST, SECOND = SOME
OUTDATED, MISSING = FIRST.findings[1], SECOND.findings[0]
OPEN, QUESTION = SECOND.findings[1], SECOND.findings[2]
SAID = Reviews((review_of(FIRST, OUTDATED),))
FORMULA = '=HYPERLINK("http://evil","click")'


def exported(listing: Listing, form: Format, reviews: Reviews) -> bytes:
    """One list as a user gets it."""
    made = make_export(listing, form, SOME, reviews, include_expected=False, made_at=MADE_AT)
    return made.content


def rows_of(listing: Listing, reviews: Reviews) -> list[dict[str, str]]:
    """A list as CSV, read back."""
    text = exported(listing, Format.CSV, reviews).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_an_accusation_that_a_person_denies_is_no_silent_one() -> None:
    """It stays on the list, last, in a part of its own, with who said what."""
    table = missing_table(SOME, SAID)
    assert [row[6] for row in table.rows] == ["missing", "outdated"]
    assert table.decided == 1
    last = rows_of(Listing.MISSING, SAID)[-1]
    assert last["status"] == "outdated"
    assert last["review_status"] == "published"
    assert last["review_author"] == "Bà Lan"
    assert last["review_at"] == "2026-11-22T01:02:03Z"
    assert last["review_until"] == "2026-12-31"
    assert last["review_lapsed"] == ""


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (Status.MISSING, Standing.STANDS),
        (Status.PUBLISHED, Standing.EVIDENCE_CHANGED),
        (Status.PUBLISHED, Standing.EXPIRED),
    ],
)
def test_what_agrees_or_lapsed_leaves_the_accusation_in_its_part(
    status: Status, standing: Standing
) -> None:
    """Only a word that stands and says otherwise takes it out; the other is shown with why."""
    said = Reviews((review_of(FIRST, OUTDATED, status=status, standing=standing),))
    assert missing_table(SOME, said).decided == 0
    (row,) = [one for one in rows_of(Listing.MISSING, said) if one["review_status"]]
    assert row["review_lapsed"] == ("" if standing is Standing.STANDS else standing.value)


def test_what_a_person_settled_comes_last_among_the_open() -> None:
    """A word that itself settles nothing leaves the question where it was."""
    settled = review_of(SECOND, OPEN, status=Status.MISSING)
    unsure = review_of(SECOND, QUESTION, status=Status.UNVERIFIED, number=2)
    table = undetermined_table(SOME, Reviews((settled, unsure)))
    assert [row[7] for row in table.rows] == ["unverified", "undetermined"]
    assert table.decided == 1


@pytest.mark.parametrize("listing", list(Listing))
def test_the_machines_rows_and_figures_stay(listing: Listing) -> None:
    """With or without a person's word: the same rows, statuses and totals."""
    before, after = rows_of(listing, Reviews()), rows_of(listing, SAID)
    machines = [key for key in before[0] if not key.startswith("review_")]
    assert sorted(str([row[key] for key in machines]) for row in before) == sorted(
        str([row[key] for key in machines]) for row in after
    )
    assert list(before[0])[-6:] == [key for key in before[0] if key.startswith("review_")]
    assert [entry.all for entry in totals(SOME, SAID)] == [entry.all for entry in totals(SOME)]
    assert [entry.reviewed for entry in totals(SOME, SAID)] == [0, 1, 0]
    assert overview(SOME).accused == 2


def test_the_matrix_names_the_publication_of_each_word() -> None:
    """One row an agency: in CSV by identifier, in the sheet by name and in Vietnamese."""
    more = Reviews((*SAID.entries, review_of(FIRST, FIRST.findings[2], number=2)))
    row = rows_of(Listing.MATRIX, more)[0]
    assert row["review_status"] == "quality_objectives=published; quality_policy=published"
    data = exported(Listing.MATRIX, Format.XLSX, more)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    place = sheet[0].index("Kết luận của người kiểm tra")
    assert str(sheet[1][place]).splitlines() == [
        "Mục tiêu chất lượng năm: ✓ Đã công khai",
        "Chính sách chất lượng: ✓ Đã công khai",
    ]


def test_the_sheet_has_the_part_of_its_own() -> None:
    """Below a blank line and a heading, out of the filter's reach; totals count the words."""
    data = exported(Listing.MISSING, Format.XLSX, SAID)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = book.get_sheet_by_index(0).to_python()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b'<autoFilter ref="A1:T2"/>' in archive.read("xl/worksheets/sheet1.xml")
    assert [str(row[0]) for row in rows] == [
        "Mã", "02", "", "Đã có kết luận của người kiểm tra", "01"
    ]  # fmt: skip
    assert "✓ Đã công khai" in rows[-1]
    assert "Có ý kiến người kiểm tra" in str(book.get_sheet_by_index(1).to_python())


def test_json_has_the_word_in_its_finding() -> None:
    """Null where nobody said anything; lapsed says why it no longer counts."""
    lapsed = Reviews((review_of(FIRST, OUTDATED, standing=Standing.EVIDENCE_CHANGED),))
    findings = json.loads(report_to_json(FIRST, lapsed))["findings"]
    assert [finding["review"] is None for finding in findings] == [True, False, True]
    assert findings[1]["status"] == "outdated"
    assert findings[1]["review"] == {
        "id": 1,
        "status": "published",
        "reason": "Đã mở xem.",
        "author": "Bà Lan",
        "url": "https://xa-a.gov.vn/iso",
        "at": "2026-11-22T01:02:03Z",
        "until": "2026-12-31",
        "lapsed": "evidence_changed",
        "machine_then": "outdated",
    }
    (alone,) = json.loads(reviews_to_json(lapsed.entries))
    assert (alone["code"], alone["publication"], alone["standing"]) == (
        "01", "quality_objectives", "evidence_changed"
    )  # fmt: skip


def test_a_reason_is_no_formula() -> None:
    """What people write is as harmless in a spreadsheet as what portals write."""
    said = Reviews((review_of(FIRST, OUTDATED, reason=FORMULA),))
    for listing in (Listing.MISSING, Listing.EVIDENCE):
        reasons = {row["review_reason"] for row in rows_of(listing, said)}
        assert f"'{FORMULA}" in reasons
        assert FORMULA not in reasons
    nested = Reviews((review_of(FIRST, OUTDATED, reason=f"x; {FORMULA}"),))
    assert "; =" not in rows_of(Listing.MATRIX, nested)[0]["review_reason"]


def page(reviews: Reviews, decided: frozenset[str] = frozenset()) -> LexborHTMLParser:
    """The page as a browser takes it."""
    html = to_html(SOME, MADE_AT, reviews=reviews, decided=decided)
    return LexborHTMLParser(html.decode())


def test_the_page_marks_the_cell_and_keeps_the_machines_word() -> None:
    """A badge beside the verdict, the text in its panel, the count beside the totals."""
    tree = page(SAID)
    (cell,) = tree.css("td[data-review]")
    assert [node.text() for node in cell.css("summary .word")] == ["Bản cũ"]
    assert [node.text() for node in cell.css("summary .badge")] == ["✎ Đã công khai"]
    said = " ".join(node.text() for node in cell.css(".panel .review"))
    assert "Đã mở xem." in said
    assert "Bà Lan" in said
    assert "đến hết ngày 31/12/2026" in said
    assert "Người kiểm tra đã ghi ý kiến ở 1 ô" in tree.html  # type: ignore[operator]  # a whole page
    found = reviewed(SOME, SAID)
    assert (found.all, found.standing, found.differing) == (1, 1, 1)


def test_the_page_says_why_a_word_lapsed() -> None:
    """The badge no longer shows the status, the panel still does."""
    tree = page(Reviews((review_of(FIRST, OUTDATED, standing=Standing.EXPIRED),)))
    assert [node.text() for node in tree.css("summary .badge")] == ["✎ Đã hết hiệu lực"]
    assert "hết hạn" in " ".join(node.text() for node in tree.css(".panel .review"))


def test_what_people_write_stays_words_on_the_page() -> None:
    """No markup, script or template code of a reason or an author does anything."""
    tree = page(Reviews((review_of(FIRST, OUTDATED, reason=HOSTILE),)))
    assert len(tree.css("script")) == 1
    assert not tree.css("img")
    assert "{{ 7*7 }}" in " ".join(node.text() for node in tree.css(".panel .review"))


def test_agencies_that_are_all_decided_have_a_part_of_their_own() -> None:
    """On the page of a list; one with another accusation left stays in the first part."""
    tree = page(SAID, decided=frozenset({"01"}))
    assert [row.text()[:6].strip() for row in tree.css("#bang tbody th")] == ["Sở B02"]
    assert len(tree.css("#nguoi tbody tr")) == 1
    html = exported(Listing.MISSING, Format.HTML, SAID).decode()
    assert 'id="nguoi"' in html
    both = Reviews((*SAID.entries, review_of(SECOND, MISSING, standing=Standing.EXPIRED)))
    assert len(LexborHTMLParser(exported(Listing.MISSING, Format.HTML, both).decode())
               .css("#bang tbody tr")) == 1  # fmt: skip


def test_print_explains_every_cell_that_is_not_published() -> None:
    """Panels cannot be opened on paper: a numbered list follows, in the order of the cells."""
    tree = page(SAID)
    references = [node.text() for node in tree.css(".matrix .reference")]
    assert references == [f"[{number}]" for number in range(1, 6)]
    entries = [" ".join(node.text().split()) for node in tree.css(".appendix .entry")]
    assert [entry[:3] for entry in entries] == references
    assert "Chỉ có bản năm 2025." in entries[0]
    assert "Người kiểm tra: ✓ Đã công khai" in entries[0]
