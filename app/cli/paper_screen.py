"""What ``giamsat read`` shows of a paper on a terminal."""

from __future__ import annotations

from rich.console import Console

from app.cli.screens import plain
from app.paper import PaperSeen, Part, is_recognised
from domain.documents import Document, HowRead, Unreadable
from domain.findings import Evidence
from reports.words import place_in_words
from rules.explaining.reasons import UNREADS
from rules.sightings import Sighting, SightingKind

_SHOWN_LINES = 40
_LONGEST_LINE = 300
_HOW = {
    HowRead.MARKUP: "trang web",
    HowRead.TEXT_LAYER: "đọc lớp chữ của tệp",
    HowRead.OFFICE: "đọc tệp văn phòng",
    HowRead.PLAIN: "văn bản thường",
    HowRead.OCR: "nhận dạng chữ từ ảnh (OCR)",
}
_KINDS = {
    SightingKind.PAPER: "[green]✓ là giấy tờ này[/]",
    SightingKind.DOUBTFUL: "[yellow]? có thể là giấy tờ này[/]",
    SightingKind.UNREAD: "[yellow]? tên gọi là giấy tờ này, nội dung chưa đọc được[/]",
    SightingKind.OWN_NEWS: "[yellow]? tin nói đã ban hành[/]",
    SightingKind.NOT_IT: "[red]✗ giống nhưng không phải[/]",
}
_UNSEEN = {
    "pages_without_text": "trang {} chỉ có ảnh chụp, không đọc được chữ",
    "pages_doubtful": "trang {}: chữ không đáng tin",
    "pages_not_recognised": "trang {}: chưa nhận dạng, vì đã đọc được phần đầu và tiêu đề",
    "pictures_unread": "ảnh chụp văn bản chưa đọc được chữ: {}",
    "unread_sheets": "bảng tính chưa đọc được: {}",
    "rest_not_read": "dài, mới xem phần đầu: {}",
    "unfilled": "còn chỗ trống do chương trình của trang điền: {}",
    "truncated": "bị cắt bớt: {}",
    "torn": "tệp hỏng, mới đọc được một phần: {}",
    "rebuilt": "tệp hỏng, có thể mất một phần: {}",
    "lines_garbled": "trang {}: có dòng không đọc được chữ",
    "ocr_failed": "nhận dạng chữ không xong: {}",
}
"""What of a document stayed unread, by the reader's note."""
_REASONS = {reason.value: words for reason, words in UNREADS.items()}


def show_paper(console: Console, seen: PaperSeen, titles: dict[str, str], *, whole: bool) -> None:
    """The paper, its head and text, the files in it, and what the rules see in it and why.

    Args:
        titles: of the publications, by identifier.
        whole: the whole text instead of its beginning.
    """
    console.print(f"[bold]{plain(seen.source.name)}[/] · {len(seen.source.body):,} byte")
    for part in seen.parts:
        if len(seen.parts) > 1:
            console.print(f"\n[bold]{plain(part.name)}[/]")
        _show_part(console, part, whole=whole)
    if seen.advice:
        console.print(f"\n[yellow]{plain(seen.advice)}[/]")
    console.print("\n[bold]Giấy tờ nhận ra[/]")
    for sighting in seen.notes.sightings:
        _show_sighting(console, sighting, titles)
    if not seen.notes.sightings:
        console.print("  không thấy giấy tờ nào trong danh mục")


def _show_part(console: Console, part: Part, *, whole: bool) -> None:
    reading = part.reading
    if isinstance(reading, Unreadable):
        detail = f" ({reading.detail})" if reading.detail else ""
        console.print(
            f"  {plain(reading.media_type)}: [red]không đọc được:[/] "
            f"{plain(UNREADS[reading.reason] + detail)}"
        )
        return
    if part.head is None:
        console.print(
            f"  {plain(reading.media_type)}: tệp nén, {len(reading.members)} tệp bên trong"
        )
        _show_unseen(console, reading)
        return
    pages = f", {reading.pages} trang" if reading.pages else ""
    sure = f", độ chắc {reading.certainty:.0%}" if is_recognised(part) else ""
    console.print(f"  {plain(reading.media_type)}: {_HOW[reading.how]}{pages}{sure}")
    _show_unseen(console, reading)
    _show_head(console, part)
    _show_text(console, reading, whole=whole)


def _show_unseen(console: Console, document: Document) -> None:
    """A line for everything of the document that was not read."""
    for name, value in document.metadata:
        if name in _UNSEEN:
            words = _REASONS.get(value, value) if name == "ocr_failed" else value
            shown = plain(_UNSEEN[name].format(words)[:_LONGEST_LINE])
            console.print(f"  [yellow]chưa đọc hết:[/] {shown}")


def _show_head(console: Console, part: Part) -> None:
    head, year = part.head, part.year
    if head is None:
        return
    issued = f"{head.issued_on:%d/%m/%Y}" if head.issued_on else ""
    for label, value in (
        ("Cơ quan ban hành", head.issuer_lines),
        ("Số, ký hiệu", head.number or ""),
        ("Ngày ban hành", ", ".join(text for text in (head.place or "", issued) if text)),
        ("Tiêu đề", head.title),
        ("Của năm", f"{year.year} (theo {year.source})" if year and year.year else ""),
        ("Chữ ký", head.signer),
    ):
        shown = plain(value[:_LONGEST_LINE]) if value else "[dim]không đọc thấy[/]"
        console.print(f"  {label}: {shown}")


def _show_text(console: Console, document: Document, *, whole: bool) -> None:
    lines = [block.text for block in document.blocks]
    if not document.text.strip():
        console.print("  Nội dung: [dim]không có chữ nào[/]")
        return
    console.print("  Nội dung:")
    for line in lines if whole else lines[:_SHOWN_LINES]:
        console.print(f"    {plain(line if whole else line[:_LONGEST_LINE])}")
    if not whole and len(lines) > _SHOWN_LINES:
        console.print(f"    … {len(lines) - _SHOWN_LINES} đoạn nữa (--text: xem hết)")


def _show_sighting(console: Console, sighting: Sighting, titles: dict[str, str]) -> None:
    evidence = sighting.evidence
    year = f", năm {sighting.year}" if sighting.year else ""
    title = titles.get(sighting.publication, sighting.publication)
    console.print(f"  {plain(title)}{year}: {_KINDS[sighting.kind]} ({sighting.confidence:.0%})")
    for label, value in (
        ("căn cứ", _quoted(evidence)),
        ("ghi chú", evidence.note),
        ("câu hỏi", sighting.question),
    ):
        if value:
            console.print(f"      {label}: {plain(value)}")


def _quoted(evidence: Evidence) -> str:
    """The words that decided, and where they stood."""
    if not evidence.quote:
        return ""
    place = f" ({place_in_words(evidence.place)})" if evidence.place else ""
    return f"“{evidence.quote}”{place}"
