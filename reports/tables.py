"""The four tables: who does not publish, what could not be settled, the matrix, the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from domain.findings import AgencyReport, Evidence, Finding
from domain.publications import PublicationId, Requirement, Status
from domain.reviews import NO_REVIEWS, Reviews
from reports import words
from reports.review_cells import (
    MATRIX_REVIEW_COLUMNS,
    REVIEW_COLUMNS,
    matrix_review_cells,
    review_cells,
)
from reports.table import Column, Kind, Row, Table, day, moment

_AGENCY = (
    Column("code", "Mã", 10),
    Column("name", "Cơ quan", 34),
    Column("level", "Cấp", 18, Kind.LEVEL),
    Column("parent", "Cơ quan cấp trên", 26),
    Column("portal_url", "Địa chỉ cổng", 34, Kind.ADDRESS),
)
_MISSING = (
    *_AGENCY,
    Column("publication", "Nội dung phải công khai", 24),
    Column("status", "Kết luận", 16, Kind.STATUS),
    Column("confirmations", "Số đêm xác nhận", 10, Kind.NUMBER),
    Column("confirmed", "Đã xác nhận", 11, Kind.FLAG),
    Column("year", "Năm", 7, Kind.NUMBER),
    Column("last_seen", "Lần cuối thấy công khai", 21),
    Column("reason", "Lý do", 70),
    Column("legal_basis", "Căn cứ", 50),
    Column("looked_on", "Ngày xem cổng", 13),
    *REVIEW_COLUMNS,
)
_UNDETERMINED = (
    *_AGENCY,
    Column("publication", "Nội dung phải công khai", 24),
    Column("requirement", "Mức yêu cầu", 14, Kind.REQUIREMENT),
    Column("status", "Kết luận", 16, Kind.STATUS),
    Column("year", "Năm", 7, Kind.NUMBER),
    Column("portal_state", "Tình trạng cổng", 20, Kind.STATE),
    Column("reason", "Câu hỏi hoặc lý do", 70),
    Column("open", "Những gì chưa xem được", 70),
    *REVIEW_COLUMNS,
)
_EVIDENCE = (
    Column("code", "Mã", 10),
    Column("name", "Cơ quan", 34),
    Column("publication", "Nội dung phải công khai", 24),
    Column("status", "Kết luận", 16, Kind.STATUS),
    Column("side", "Bằng chứng", 16, Kind.SIDE),
    Column("url", "Địa chỉ", 50, Kind.ADDRESS),
    Column("title", "Tiêu đề", 44),
    Column("number", "Số, ký hiệu", 16),
    Column("issued_on", "Ngày ban hành", 13),
    Column("year", "Năm của văn bản", 9, Kind.NUMBER),
    Column("issuer", "Cơ quan ban hành", 28),
    Column("media_type", "Loại tệp", 18),
    Column("quote", "Trích nguyên văn", 60),
    Column("place", "Vị trí", 14),
    Column("note", "Ghi chú", 44),
    Column("captured_at", "Lúc chụp (UTC)", 21),
    Column("sha256", "Mã băm SHA-256", 24),
    Column("rule", "Quy tắc", 22),
    Column("reader", "Bộ đọc", 14),
    *REVIEW_COLUMNS,
)


def missing_table(
    reports: Sequence[AgencyReport],
    reviews: Reviews = NO_REVIEWS,
    *,
    include_expected: bool = False,
) -> Table:
    """One row an agency and required publication that is missing or outdated.

    All the machine's rows; those of which a person says otherwise are a part of their own.
    """
    wanted = {Requirement.REQUIRED} | ({Requirement.EXPECTED} if include_expected else set())
    accused: list[Row] = []
    contradicted: list[Row] = []
    for report, finding in findings_of(reports):
        if finding.requirement in wanted and finding.status.accuses:
            review = reviews.beside(report, finding)
            otherwise = review is not None and review.contradicts
            row = (*_missing_row(report, finding), *review_cells(review))
            (contradicted if otherwise else accused).append(row)
    rows = (*accused, *contradicted)
    title = "Danh sách cơ quan chưa công khai"
    return Table("missing", title, _MISSING, rows, len(contradicted))


def undetermined_table(reports: Sequence[AgencyReport], reviews: Reviews = NO_REVIEWS) -> Table:
    """One row an agency and publication that could not be settled, with what is open.

    Those that a person has settled are a part of their own.
    """
    unsettled = (Status.UNVERIFIED, Status.UNDETERMINED)
    open_still: list[Row] = []
    settled: list[Row] = []
    for report, finding in findings_of(reports):
        if finding.status in unsettled:
            review = reviews.beside(report, finding)
            done = review is not None and review.settles
            row = (*_undetermined_row(report, finding), *review_cells(review))
            (settled if done else open_still).append(row)
    title = "Những nội dung cần xác minh hoặc chưa kết luận"
    return Table("undetermined", title, _UNDETERMINED, (*open_still, *settled), len(settled))


def matrix_table(reports: Sequence[AgencyReport], reviews: Reviews = NO_REVIEWS) -> Table:
    """One row an agency, one column a publication."""
    publications = publications_of(reports)
    columns = (
        *_AGENCY,
        Column("year", "Năm", 7, Kind.NUMBER),
        Column("portal_state", "Tình trạng cổng", 20, Kind.STATE),
        *(Column(key, title, 16, Kind.STATUS) for key, title in publications),
        *MATRIX_REVIEW_COLUMNS,
    )
    rows = tuple(
        (*_matrix_row(report, publications), *matrix_review_cells(report, reviews))
        for report in reports
    )
    return Table("matrix", "Bảng kết quả theo cơ quan và nội dung", columns, rows)


def evidence_table(reports: Sequence[AgencyReport], reviews: Reviews = NO_REVIEWS) -> Table:
    """One row a piece of evidence, for and against."""
    rows = tuple(
        (
            *_evidence_row(report, finding, evidence),
            *review_cells(reviews.beside(report, finding)),
        )
        for report, finding in findings_of(reports)
        for evidence in finding.evidence
    )
    return Table("evidence", "Bằng chứng", _EVIDENCE, rows)


def findings_of(reports: Iterable[AgencyReport]) -> Iterator[tuple[AgencyReport, Finding]]:
    """Every finding with its agency."""
    return ((report, finding) for report in reports for finding in report.findings)


def publications_of(reports: Sequence[AgencyReport]) -> tuple[tuple[PublicationId, str], ...]:
    """Identifier and title of every publication spoken of, in the order of the reports."""
    titles: dict[PublicationId, str] = {}
    for _, finding in findings_of(reports):
        titles.setdefault(finding.publication, finding.title)
    return tuple(titles.items())


def _agency_cells(report: AgencyReport) -> Row:
    agency = report.agency
    parent = report.parent_name or agency.parent
    return agency.code, agency.name, agency.level.value, parent, report.portal_url


def _missing_row(report: AgencyReport, finding: Finding) -> Row:
    seen = dict(report.last_seen).get(finding.publication)
    return (
        *_agency_cells(report),
        finding.publication,
        finding.status.value,
        finding.confirmations,
        finding.confirmed,
        report.year,
        moment(seen) if seen else None,
        finding.reason,
        finding.legal_basis,
        day(words.looked_on(report)),
    )


def _undetermined_row(report: AgencyReport, finding: Finding) -> Row:
    still_open = dict(report.coverage.open).get(finding.publication, ())
    return (
        *_agency_cells(report),
        finding.publication,
        finding.requirement.value,
        finding.status.value,
        report.year,
        report.portal_state.value,
        finding.reason,
        "; ".join(still_open),
    )


def _matrix_row(report: AgencyReport, publications: Sequence[tuple[PublicationId, str]]) -> Row:
    statuses = {finding.publication: finding.status.value for finding in report.findings}
    found = (statuses.get(key, Status.NOT_APPLICABLE.value) for key, _ in publications)
    return (*_agency_cells(report), report.year, report.portal_state.value, *found)


def _evidence_row(report: AgencyReport, finding: Finding, evidence: Evidence) -> Row:
    return (
        report.agency.code,
        report.agency.name,
        finding.publication,
        finding.status.value,
        evidence.side.value,
        evidence.url,
        evidence.title,
        evidence.number,
        day(evidence.issued_on),
        evidence.year,
        evidence.issuer,
        evidence.media_type,
        evidence.quote,
        evidence.place,
        evidence.note,
        moment(evidence.captured_at),
        evidence.sha256,
        evidence.rule,
        evidence.reader,
    )
