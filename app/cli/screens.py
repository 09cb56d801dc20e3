"""What people see on a terminal. Portal text is made harmless before it is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from app.cli.finding_screen import show_finding
from app.cli.plain import plain, printable
from app.night import NightResult
from domain.findings import AgencyReport
from domain.publications import Requirement
from domain.reviews import NO_REVIEWS, Reviews
from reports.totals import PublicationTotals, totals
from reports.words import (
    AIDS,
    CAUSES,
    LEVELS,
    REQUIREMENTS,
    ROUNDING,
    STATES,
    STATUSES,
    STOPS,
    rests_on,
)
from storage.queries import HistoryLine

__all__ = [
    "plain",
    "printable",
    "show_history",
    "show_night",
    "show_report",
]
OPEN_SHOWN = 3
_MOST_UNKNOWN = 10


def show_report(console: Console, report: AgencyReport, reviews: Reviews = NO_REVIEWS) -> None:
    """One agency: state, each publication with its reason and evidence, and coverage."""
    name = report.agency.name or "(chưa rõ tên)"
    console.print(f"[bold]{plain(name)}[/] · {LEVELS[report.agency.level]} · {report.year}")
    detail = f" – {report.state_detail}" if report.state_detail else ""
    console.print(f"{plain(report.portal_url)}: {plain(STATES[report.portal_state] + detail)}")
    for fault in report.portal_faults:
        console.print(f"Lỗi của cổng: {plain(fault)}")
    for requirement in Requirement:
        findings = [f for f in report.findings if f.requirement is requirement]
        if findings:
            console.print(f"\n[bold]{REQUIREMENTS[requirement]}[/]")
        for finding in findings:
            show_finding(console, finding, reviews.beside(report, finding))
    _show_coverage(console, report)


def _show_coverage(console: Console, report: AgencyReport) -> None:
    coverage = report.coverage
    console.print(
        f"\nĐã xem: {coverage.requests} yêu cầu, {coverage.pages} trang, "
        f"{coverage.documents} văn bản, {coverage.failed} lỗi; "
        f"ô tìm kiếm: {AIDS[coverage.search]}; sơ đồ trang: {AIDS[coverage.sitemap]}; "
        f"kết thúc: {STOPS[coverage.stopped_by]}"
    )
    if report.rests_on:
        console.print(plain(rests_on(report)))
    if coverage.platform:
        console.print(f"Nền tảng: {plain(coverage.platform)}")
    titles = {finding.publication: finding.title for finding in report.findings}
    same: dict[tuple[str, ...], list[str]] = {}
    for publication, items in coverage.open:
        same.setdefault(items, []).append(titles.get(publication, publication))
    for items, names in same.items():
        of_what = "; ".join(names) if len(names) < len(titles) else "mọi tài liệu"
        console.print(f"  còn ngỏ ({plain(of_what)}):")
        for item in items[:OPEN_SHOWN]:
            console.print(f"    {plain(item)}")
        if len(items) > OPEN_SHOWN:
            console.print(f"    … và {len(items) - OPEN_SHOWN} mục nữa")


def show_history(console: Console, history: Sequence[HistoryLine]) -> None:
    """The judgements of one agency, newest first."""
    table = Table("Đêm", "Nguyên nhân", "Trạng thái cổng", "Kết quả", title="Lịch sử")
    for line in history:
        counts = Counter(STATUSES[status].word for _, status in line.statuses)
        statuses = ", ".join(f"{word} {count}" for word, count in counts.most_common())
        night = line.night.isoformat() if line.night else ""
        row = (night, CAUSES.get(line.cause, line.cause), STATES[line.portal_state], statuses)
        table.add_row(*(plain(cell) for cell in row))
    console.print(table)


def show_night(console: Console, result: NightResult) -> None:
    """The totals that the yearly report starts with."""
    resumed = " (tiếp tục đêm bị ngắt)" if result.resumed else ""
    console.print(
        f"[bold]Đêm {result.night:%d/%m/%Y}[/]{resumed} · năm {result.year} · "
        f"{len(result.reports)} cơ quan"
    )
    figures = totals(result.reports)
    _show_totals(console, figures)
    _show_levels(console, figures)
    console.print(f"[dim]{ROUNDING}[/]")
    _show_portals(console, result.reports)
    if not result.health.good:
        console.print(f"[bold red]Đêm không đạt:[/] {plain(result.health.note)}")


def _show_totals(console: Console, figures: Sequence[PublicationTotals]) -> None:
    """n/N per publication, what could not be settled counted apart."""
    table = Table(title="Theo tài liệu", title_justify="left")
    table.add_column("Tài liệu")
    for heading in (
        "Đã công khai n/N",
        "Chưa công khai",
        "Bản cũ",
        "Cần xác minh",
        "Chưa kết luận",
    ):
        table.add_column(heading, justify="right")
    for figure in figures:
        count = figure.all
        table.add_row(
            plain(figure.title),
            count.share,
            str(count.missing),
            str(count.outdated),
            str(count.unverified),
            str(count.undetermined),
        )
    console.print(table)


def _show_levels(console: Console, figures: Sequence[PublicationTotals]) -> None:
    """n/N per publication and level."""
    title = "Theo cấp: đã công khai n/N (+ số chưa rõ)"
    table = Table(title=title, title_justify="left")
    table.add_column("Tài liệu")
    levels = [level for level, _ in figures[0].by_level] if figures else []
    for level in levels:
        table.add_column(LEVELS[level], justify="right")
    for figure in figures:
        cells = (
            count.share + (f" +{count.open}" if count.open else "") for _, count in figure.by_level
        )
        table.add_row(plain(figure.title), *cells)
    console.print(table)


def _show_portals(console: Console, reports: Iterable[AgencyReport]) -> None:
    """How many portals are in each state, and what software they have; one pass, none is held."""
    counts: Counter[str] = Counter()
    platforms: Counter[str] = Counter()
    first: dict[str, str] = {}
    for report in reports:
        counts[STATES[report.portal_state]] += 1
        if told := report.coverage.platform:
            platforms[told] += 1
            first.setdefault(told, report.portal_url)
    parts = (f"{word} {count}" for word, count in counts.most_common())
    console.print("Cổng: " + plain(", ".join(parts)))
    _show_platforms(console, platforms, first)


def _show_platforms(console: Console, told: Counter[str], first: Mapping[str, str]) -> None:
    """How many portals each software has, and what the unknown ones say of theirs."""
    counts: Counter[str] = Counter()
    for platform, count in told.items():
        counts[platform.partition(" ")[0]] += count
    if not counts:
        return
    parts = (f"{name} {count}" for name, count in counts.most_common())
    console.print("Nền tảng: " + plain(", ".join(parts)))
    unknown = Counter({name: count for name, count in told.items() if name.startswith("generic")})
    for platform, count in unknown.most_common(_MOST_UNKNOWN):
        said = platform.partition(" ")[2] or "(trang không nói gì)"
        line = f"Chưa có mô tả riêng cho nền tảng {said}: {count} cổng, như {first[platform]}"
        console.print(f"[dim]{plain(line)}[/]")
