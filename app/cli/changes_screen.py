"""What ``giamsat judge`` shows: the verdicts that changed, and what may have changed them."""

from __future__ import annotations

from collections import Counter

from rich.console import Console

from app.changes import Cause, Change, Rejudgement
from app.cli.screens import plain
from reports.words import STATUSES

CAUSES = {
    Cause.RULE_UPGRADE: "nâng cấp quy tắc",
    Cause.READER_UPGRADE: "nâng cấp bộ đọc",
    Cause.CONFIG_CHANGE: "đổi cấu hình",
    Cause.REGISTRY_CHANGE: "đổi danh bạ",
}


def show_rejudgement(console: Console, result: Rejudgement) -> None:
    """Every change with its cause and new reason; a change of ours, not of portals."""
    console.print(
        f"Đã đánh giá lại {result.agencies} cơ quan, năm {result.year}, từ bản lưu: "
        + (f"{len(result.changes)} kết luận thay đổi" if result.changes else "không đổi kết luận")
    )
    if result.added:
        console.print(f"  {len(result.added)} kết luận cho nội dung trước đây chưa xét:")
    counted = Counter((added.title, added.status) for added in result.added)
    for (title, status), count in counted.items():
        console.print(plain(f"    {title}: ") + f"{STATUSES[status].word} {count}")
    for change in result.changes:
        _show_change(console, change)
    if result.changes:
        console.print("Vì sao đổi (bản lưu vẫn như cũ, không phải do cổng thay đổi):")
    for causes, count in result.totals:
        console.print(f"  {_words(causes)}: {count}")


def _show_change(console: Console, change: Change) -> None:
    who = f"{change.code} {change.name}" if change.code else change.name
    before, after = STATUSES[change.before].word, STATUSES[change.after].word
    console.print(plain(f"  {who} · {change.title}: ") + f"{before} → {after}")
    console.print(f"      [dim]{_words(change.causes)}[/] · {plain(change.reason)}")


def _words(causes: tuple[Cause, ...]) -> str:
    return " hoặc ".join(CAUSES[cause] for cause in causes)
