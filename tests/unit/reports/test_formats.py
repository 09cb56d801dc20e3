"""CSV, JSON and XLSX say the same and run nothing."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from domain.publications import Status
from domain.reviews import NO_REVIEWS
from reports.table import Table
from reports.tables import evidence_table, matrix_table, missing_table, undetermined_table
from reports.to_csv import to_csv
from reports.to_json import (
    as_text,
    matrix_in_pieces,
    matrix_to_json,
    report_as_json,
    report_to_json,
    to_json,
)
from reports.to_xlsx import to_xlsx
from tests.unit.reports.builders import HOSTILE, MADE_AT, PROOF, SOME, finding, report

FORMULA = '=HYPERLINK("http://evil","click")'
EVIL = report(
    finding(
        0,
        Status.MISSING,
        replace(
            PROOF, title=FORMULA, url="javascript:alert(1)", quote="@SUM(1)\r\n=1", number="-1"
        ),
        reason=HOSTILE,
    ),
    name="+84 Xã",
    code="=1+1",
    portal_url="file:///c:/x",
)
TABLES = [missing_table, undetermined_table, matrix_table, evidence_table]


def read_csv(data: bytes) -> list[dict[str, str]]:
    """As another program reads it."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheets(table: Table) -> CalamineWorkbook:
    """The workbook of a table, read back."""
    return CalamineWorkbook.from_filelike(io.BytesIO(to_xlsx(table, (*SOME, EVIL), MADE_AT)))


def test_csv_reads_back() -> None:
    """Booleans in words, nothing as an empty cell, Vietnamese whole."""
    first, second = read_csv(to_csv(missing_table(SOME)))
    assert first["reason"] == "Chỉ có bản năm 2025."
    assert (first["confirmed"], first["confirmations"], first["year"]) == ("false", "1", "2026")
    assert second["last_seen"] == ""


@pytest.mark.parametrize("table", TABLES)
def test_no_csv_cell_is_a_formula(table: Any) -> None:
    """Every cell that came from a portal or a registry is harmless."""
    for row in read_csv(to_csv(table((EVIL,)))):
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_json_has_the_promised_shape() -> None:
    """Key by key: other people's programs read it."""
    found = json.loads(report_to_json(SOME[0]))
    assert {"agency", "portal_url", "year", "portal_state", "findings", "coverage",
            "started_at", "finished_at"} <= set(found)  # fmt: skip
    assert {"code", "name", "level"} <= set(found["agency"])
    assert {"publication", "requirement", "status", "confidence", "confirmations", "reason",
            "legal_basis", "evidence", "review"} <= set(found["findings"][0])  # fmt: skip
    assert {"url", "title", "number", "issued_on", "year", "issuer", "media_type", "sha256",
            "captured_at", "quote"} <= set(found["findings"][0]["evidence"][0])  # fmt: skip
    assert list(found["coverage"]) == ["requests", "pages", "documents", "not_modified",
        "body_bytes", "failed", "complete", "open", "stopped_by", "search", "sitemap",
        "unread", "platform", "taken_over"]  # fmt: skip
    assert found["started_at"] == "2026-11-22T01:02:03Z"
    assert found["findings"][0]["evidence"][0]["issued_on"] == "2026-01-20"
    assert list(found["coverage"]["open"]) == ["quality_objectives"]


def test_json_of_a_checked_address_has_no_code() -> None:
    """Null, not a made-up code; half characters of a portal do not break the file."""
    broken = report(finding(0, Status.MISSING, reason="a\ud800b"), code=None)
    found = json.loads(report_to_json(broken))
    assert found["agency"]["code"] is None
    assert found["findings"][0]["reason"] == "a?b"


def test_the_matrix_in_json_is_an_array_of_reports() -> None:
    """Each agency as a check would print it."""
    found = json.loads(matrix_to_json(SOME))
    assert found == [json.loads(report_to_json(entry)) for entry in SOME]
    assert json.loads(to_json(missing_table(SOME)))[0]["status"] == "outdated"


@pytest.mark.parametrize("table", TABLES)
def test_xlsx_speaks_vietnamese(table: Any) -> None:
    """Headings and identifiers in words, with a sheet that explains them."""
    made = table((*SOME, EVIL))
    book = sheets(made)
    assert book.sheet_names == ["Kết quả", "Ghi chú"]
    rows = book.get_sheet_by_name("Kết quả").to_python()
    assert rows[0][:2] == ["Mã", "Cơ quan"]
    assert len(rows) == len(made.rows) + 1
    shown = {cell for row in rows[1:] for cell in row}
    assert not shown & {status.value for status in Status}
    notes = str(book.get_sheet_by_name("Ghi chú").to_python())
    assert "✗ Chưa công khai" in notes
    assert "làm tròn" in notes


def test_xlsx_holds_no_formula_and_no_odd_link() -> None:
    """Words of a portal are strings; only web addresses are links."""
    data = to_xlsx(evidence_table((*SOME, EVIL)), (*SOME, EVIL), MADE_AT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        links = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert "<f>" not in sheet
    assert "javascript" not in links
    assert "https://xa-a.gov.vn/van-ban/12.pdf" in links
    assert "<autoFilter" in sheet
    assert 'state="frozen"' in sheet


def test_xlsx_of_nothing_opens() -> None:
    """An empty list is a workbook with headings."""
    data = to_xlsx(missing_table(()), (), MADE_AT)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert len(rows) == 1


def test_the_matrix_in_pieces_is_one_array() -> None:
    """Report by report it is the text of one array, odd line ends in words kept as they are."""
    odd = report(replace(finding(0, Status.MISSING), reason="một\u2028hai\x85ba"))
    for reports in ((), (odd,), (*SOME, odd)):
        whole = as_text([report_as_json(one, NO_REVIEWS) for one in reports]) + "\n"
        assert "".join(matrix_in_pieces(reports)) == whole
    assert len(list(matrix_in_pieces(SOME))) == len(SOME) + 1
