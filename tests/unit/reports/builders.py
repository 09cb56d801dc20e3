"""A few agencies with every status, and words of the kind that hostile portals use."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.agencies import Agency, Level
from domain.findings import AgencyReport, Coverage, Evidence, Finding, Side
from domain.outcomes import Aid, PortalState, StoppedBy
from domain.publications import Requirement, Status
from domain.reviews import Decision, Review, Standing

MADE_AT = datetime(2026, 11, 22, 1, 2, 3, 456, tzinfo=UTC)
BASIS = "Kế hoạch kiểm tra hằng năm của tỉnh"
PUBLICATIONS = (
    ("conformity_announcement", "Công bố HTQLCL phù hợp TCVN ISO 9001", Requirement.REQUIRED),
    ("quality_objectives", "Mục tiêu chất lượng năm", Requirement.REQUIRED),
    ("quality_policy", "Chính sách chất lượng", Requirement.EXPECTED),
)
PROOF = Evidence(
    url="https://xa-a.gov.vn/van-ban/12.pdf",
    title="Quyết định công bố",
    number="12/QĐ-UBND",
    issued_on=date(2026, 1, 20),
    year=2026,
    issuer="UBND xã A",
    media_type="application/pdf",
    sha256="ab" * 32,
    captured_at=MADE_AT,
    quote="công bố Hệ thống quản lý chất lượng",
    place="page 1",
    rule="conformity_announcement/1",
    reader="pdf/1",
)
COVERAGE = Coverage(
    requests=41,
    pages=33,
    documents=6,
    not_modified=0,
    body_bytes=1234567,
    failed=1,
    complete=False,
    open=(("quality_objectives", ("“Mục tiêu” (https://xa-a.gov.vn/m): quá thời gian chờ",)),),
    stopped_by=StoppedBy.NOTHING_LEFT,
    search=Aid.USED,
    sitemap=Aid.NONE,
    unread=(),
)


def finding(place: int, status: Status, *evidence: Evidence, reason: str = "Lý do.") -> Finding:
    """A finding on the publication at a place of the list."""
    publication, title, requirement = PUBLICATIONS[place]
    return Finding(
        publication, title, requirement, status, 0.9, 1, False, reason, BASIS, evidence
    )  # fmt: skip


def report(
    *findings: Finding, name: str = "UBND xã A", code: str | None = "01", **changes: object
) -> AgencyReport:
    """One agency's report."""
    made = AgencyReport(
        agency=Agency(code, name, Level.COMMUNE, parent="H1"),
        portal_url="https://xa-a.gov.vn/",
        year=2026,
        portal_state=PortalState.REACHED,
        findings=findings,
        coverage=COVERAGE,
        started_at=MADE_AT,
        finished_at=MADE_AT,
        night=date(2026, 11, 21),
        parent_name="Huyện B",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by its name


AGAINST = replace(PROOF, side=Side.AGAINST, note="Văn bản của cơ quan khác.")
SOME = (
    report(
        finding(0, Status.PUBLISHED, PROOF, AGAINST),
        finding(1, Status.OUTDATED, AGAINST, reason="Chỉ có bản năm 2025."),
        finding(2, Status.MISSING, reason="Không có văn bản nào."),
        last_seen=(("quality_objectives", MADE_AT),),
    ),
    report(
        finding(0, Status.MISSING, reason="Không có văn bản nào."),
        finding(1, Status.UNDETERMINED, reason="Chưa xem được đầy đủ."),
        finding(2, Status.UNVERIFIED, PROOF, reason="Tệp này có phải là chính sách không?"),
        name="Sở B",
        code="02",
        agency=Agency("02", "Sở B", Level.DEPARTMENT),
        parent_name="",
    ),
)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}\u202egnp.exe"


def review_of(
    reported: AgencyReport,
    found: Finding,
    *,
    status: Status = Status.PUBLISHED,
    reason: str = "Đã mở xem.",
    standing: Standing = Standing.STANDS,
    number: int = 1,
) -> Review:
    """What a person said of one of a report's findings."""
    return Review(
        id=number,
        agency_code=reported.agency.code or "",
        agency_name=reported.agency.name,
        agency_since=reported.agency.valid_from,
        title=found.title,
        decision=Decision(
            found.publication,
            reported.year,
            status,
            reason,
            author="Bà Lan",
            url="https://xa-a.gov.vn/iso",
            valid_until=date(2026, 12, 31),
        ),
        written_at=MADE_AT,
        evidence_digest="cd" * 32,
        machine_then=found.status,
        machine_now=found.status,
        standing=standing,
    )
