"""Made-up agencies, visits and reports for the store's tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from domain.agencies import Agency, Level, PortalAddress
from domain.documents import Zone
from domain.exchanges import Answer, Ask, TlsFacts, Try
from domain.findings import AgencyReport, Coverage, Evidence, Finding
from domain.outcomes import Aid, Outcome, PortalState, Skip, StoppedBy
from domain.publications import Requirement, Status
from domain.visits import Attempt, FoundBy, LinkWords, Visit
from storage.bodies import sha256_of
from storage.runs import RunHandle
from storage.store import Store

NOON = datetime(2026, 11, 22, 5, 0, 0, 123456, tzinfo=UTC)
NIGHT = date(2026, 11, 22)
HOME = "https://a.example.vn/"


def agency(code: str = "04249", name: str = "Phường Yên Thịnh") -> Agency:
    """An agency with one portal."""
    return Agency(code, name, Level.COMMUNE, "132", (PortalAddress(HOME, verified=False),))


def attempt(number: int, body: bytes = b"<p>x</p>") -> Attempt:
    """An address that was opened."""
    address = f"{HOME}trang/{number}"
    return Attempt(
        address=address,
        found_by=FoundBy.LINK,
        words=LinkWords(text="Mục tiêu chất lượng", zone=Zone.MENU, context="năm 2026"),
        parent=HOME,
        depth=2,
        outcome=Outcome.OK,
        status=200,
        final_address=address,
        sha256=sha256_of(body),
        media_type="text/html",
        body_bytes=len(body),
        started_at=NOON + timedelta(seconds=number),
        elapsed_s=0.1 + number / 7,
        order=number,
        also=(LinkWords(text="MTCL"),),
    )


def passed_over(number: int) -> Attempt:
    """An address that was not opened."""
    address = f"{HOME}bo-qua/{number}"
    return Attempt(address, FoundBy.SITEMAP, skip=Skip.BUDGET, detail="hết giờ", order=number)


def answer(of: Attempt, body: bytes = b"<p>x</p>") -> Answer:
    """What came back for an attempt, every field filled."""
    assert of.started_at is not None
    return Answer(
        ask=Ask(of.address, etag='"cũ"'),
        outcome=Outcome.OK,
        started_at=of.started_at,
        elapsed_s=of.elapsed_s,
        detail="ổn",
        final_address=of.address,
        status=200,
        headers=(("content-type", "text/html; charset=utf-8"), ("etag", '"1"'), ("x", "")),
        redirects=(HOME,),
        body=body,
        ip="127.0.0.1",
        tls=TlsFacts("TLSv1.3", "expired"),
        earlier=(Try(of.started_at, 0.25, Outcome.TIMEOUT, None, "hết giờ"),),
        retry_after_s=1.5,
    )


def visit(attempts: tuple[Attempt, ...], night: date = NIGHT) -> Visit:
    """A finished visit."""
    return Visit(
        portal_url=HOME,
        night=night,
        state=PortalState.REACHED,
        stopped_by=StoppedBy.NOTHING_LEFT,
        started_at=NOON,
        finished_at=NOON + timedelta(minutes=5),
        state_detail="đủ",
        search=Aid.USED,
        sitemap=Aid.FAILED,
        attempts=attempts,
        platform="sharepoint",
        portal_faults=("chứng chỉ hết hạn",),
    )


def report(
    status: Status = Status.MISSING, night: date = NIGHT, year: int = 2026, url: str = HOME
) -> AgencyReport:
    """A report with one finding, its evidence captured at ``url``."""
    proof = Evidence(
        url=url,
        title="Mục tiêu chất lượng năm 2026",
        number="12/QĐ-UBND",
        issued_on=date(2026, 1, 20),
        year=2026,
        issuer="UBND phường Yên Thịnh",
        media_type="application/pdf",
        sha256=sha256_of(b"<p>x</p>"),
        captured_at=NOON,
        quote="MỤC TIÊU CHẤT LƯỢNG",
    )
    finding = Finding(
        publication="quality_objectives",
        title="Mục tiêu chất lượng năm",
        requirement=Requirement.REQUIRED,
        status=status,
        confidence=0.9,
        confirmations=0,
        confirmed=False,
        reason="Không thấy.",
        legal_basis="QĐ 19/2014/QĐ-TTg",
        evidence=(proof,),
    )
    coverage = Coverage(
        requests=3,
        pages=2,
        documents=1,
        not_modified=0,
        body_bytes=100,
        failed=0,
        complete=False,
        open=(("quality_objectives", ("chưa mở " + HOME,)),),
        stopped_by=StoppedBy.NOTHING_LEFT,
        search=Aid.USED,
        sitemap=Aid.NONE,
        unread=(),
    )
    return AgencyReport(
        agency=agency(),
        portal_url=HOME,
        year=year,
        portal_state=PortalState.REACHED,
        findings=(finding,),
        coverage=coverage,
        started_at=NOON + (night - NIGHT),
        finished_at=NOON + timedelta(minutes=5),
        night=night,
        parent_name="Thành phố Yên Bái",
    )


def open_run(store: Store, agency_id: int) -> RunHandle:
    """The night's run, begun or gone on with."""
    return store.open_run(
        NIGHT, 2026, NOON, config_digest="c", rule_digest="r", agency_ids=[agency_id]
    )


def open_night(store: Store, agency_id: int) -> tuple[int, int]:
    """A run and a visit of it."""
    run = open_run(store, agency_id)
    return run.run_id, store.open_visit(run.run_id, agency_id, HOME, NOON).visit_id
