"""An explained visit on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console

from app.cli.finding_screen import show_evidence
from app.cli.plain import plain
from domain.explanations import Explanation, Proof, Step
from domain.findings import Evidence
from reports.explanation_words import (
    AID_KINDS,
    PASSED_OVER,
    SIGNS,
    conclusion,
    outcome_words,
    point_name,
    point_words,
    promise_words,
    sides,
    why_opened,
)
from reports.words import AIDS, STATES, STATUSES, STOPS, rests_on

MOST_STEPS = 60
"""Addresses of the order that are written out; a page or JSON has them all."""
MOST_ROWS = 8
_STYLES = {True: "green", False: "red", None: "bright_black"}


def show_explanation(console: Console, told: Explanation) -> None:
    """The proof where one was asked for, then the order, the crawler's own requests, the rest."""
    report = told.report
    console.print(f"[bold]{plain(report.agency.name or '(chưa rõ tên)')}[/] · {report.year}")
    console.print(f"{plain(report.portal_url)}: {STATES[report.portal_state]}")
    if report.rests_on:
        console.print(plain(rests_on(report)))
    if told.proof is not None:
        _show_proof(console, told.proof, told)
    _show_order(console, told)
    _show_aids(console, told)
    _show_passed(console, told.passed_over)


def _show_proof(console: Console, proof: Proof, told: Explanation) -> None:
    finding, look = proof.finding, STATUSES[proof.finding.status]
    console.print(f"\n[bold]{plain(finding.title)}[/]: {look.sign} {look.word}")
    console.print(f"  {plain(finding.reason)}")
    console.print(f"  [bold]{plain(conclusion(proof, told))}[/]")
    for check in proof.checks:
        sign = f"[{_STYLES[check.holds]}]{SIGNS[check.holds]}[/]"
        console.print(f"  {sign} {point_name(check)}: {plain(point_words(check, told))}")
    _rows(console, "Còn chưa xem được", proof.open)
    queries = (
        f"“{one.attempt.words.text}”: biết thêm {one.found} địa chỉ" for one in told.searched
    )
    _rows(console, "Đã hỏi ô tìm kiếm", tuple(queries))
    _rows(console, "Đã mở vì được gọi tên", tuple(map(_line, proof.naming)))
    _pieces(console, "Nói lên là có", proof.in_favour)
    _pieces(console, "Gần giống nhưng không phải", proof.refused)
    _rows(console, "Đã lỗi, hỏi lại khi có thể", tuple(map(_line, proof.failed)))
    _rows(console, "Có thể liên quan nhưng không mở", tuple(map(_passed, proof.passed_over)))


def _rows(console: Console, heading: str, rows: Sequence[str]) -> None:
    if not rows:
        return
    console.print(f"  [dim]{heading} ({len(rows)}):[/]")
    for row in rows[:MOST_ROWS]:
        console.print(f"    {plain(row)}")
    if len(rows) > MOST_ROWS:
        console.print(f"    … và {len(rows) - MOST_ROWS} mục nữa (--html, --json)")


def _pieces(console: Console, heading: str, pieces: Sequence[Evidence]) -> None:
    if not pieces:
        return
    console.print(f"  [dim]{heading} ({len(pieces)}):[/]")
    for evidence in pieces[:MOST_ROWS]:
        show_evidence(console, evidence)


def _line(step: Step) -> str:
    tried = f"; đã hỏi {len(step.earlier) + 1} lần" if step.earlier else ""
    return f"{_named(step)} → {outcome_words(step)}{tried}"


def _passed(step: Step) -> str:
    why = PASSED_OVER[step.attempt.skip] if step.attempt.skip else ""
    return f"{_named(step)}: {why}"


def _named(step: Step) -> str:
    said = " ".join((step.words.text or step.words.title).split())[:90]
    return f"“{said}” {step.attempt.address}" if said else step.attempt.address


def _show_order(console: Console, told: Explanation) -> None:
    opened = told.opened
    console.print(f"\n[bold]Thứ tự mở và lý do[/] ({len(opened)} địa chỉ; số đứng sau là hứa hẹn)")
    for number, step in enumerate(opened[:MOST_STEPS], 1):
        console.print(f"{number:>5}  {promise_words(step):5} {plain(_named(step))}")
        parent = f"; ở trang {step.attempt.parent}" if step.attempt.parent else ""
        console.print(f"             [dim]{plain(why_opened(step) + parent)}[/]")
        came = "; ".join((outcome_words(step), *sides(step, told)))
        console.print(f"             [dim]→ {plain(came)}[/]")
    if len(opened) > MOST_STEPS:
        console.print(f"       … và {len(opened) - MOST_STEPS} địa chỉ nữa (--html, --json)")


def _show_aids(console: Console, told: Explanation) -> None:
    counted = Counter(one.kind for one in told.aided)
    asked = ", ".join(f"{AID_KINDS[kind]} {count}" for kind, count in counted.items())
    visit = told.visit
    console.print(
        f"\nCâu hỏi của chính chương trình: {asked or 'không có'}; "
        f"ô tìm kiếm {AIDS[visit.search]}; sơ đồ trang {AIDS[visit.sitemap]}; "
        f"kết thúc: {STOPS[visit.stopped_by]}"
    )


def _show_passed(console: Console, passed: Sequence[Step]) -> None:
    counted = Counter(step.attempt.skip for step in passed)
    for skip, count in counted.most_common():
        if skip is not None:
            console.print(f"Bỏ qua {count} địa chỉ: {PASSED_OVER[skip]}")
