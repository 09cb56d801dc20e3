"""What ``giamsat rules try`` shows on a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console

from app.cli.paper_screen import show_paper
from app.cli.rules_screen import LABELS
from app.cli.screens import plain
from app.trying.trial import Doubts, Judged, Support, Trial, TriedLine, TriedPaper
from reports.words import place_in_words
from rules.naming.trace import Bearing, Heard, LineTrace, Standing, Traced, marked
from rules.sightings import SightingKind
from rules.verdict.weighing import Weight

_STANDINGS = {
    Standing.TITLE: "Là tên văn bản",
    Standing.LINK: "Là chữ trên liên kết hay tên tệp",
    Standing.LINK_IN_SECTION: "Là chữ trên liên kết, trong mục hay bài về ISO, HTQLCL",
}
_BEARINGS = {
    Bearing.NAMES: "[green]✓ gọi tên[/]",
    Bearing.NEEDS_CONTEXT: "[yellow]? gọi tên, nếu quanh đó có nói đến ISO hay HTQLCL[/]",
    Bearing.REFUSED: "[red]✗ có tên gọi nhưng không phải[/]",
    Bearing.SILENT: "[bright_black]– có lời giống, ở chỗ này không tính[/]",
}
_AGAINST = {
    "not_with": LABELS["not_with"],
    "not_in_context_with": LABELS["not_in_context_with"],
    "mention": "chỉ nói về (tin tức, kiểm tra, tập huấn, mua sắm)",
    "other_act": "làm việc khác (lập tổ, cử người, giao việc, cấp tiền)",
    "never": "chủ đề khác, trừ khi nêu rõ ISO 9001",
    "other_subject": "chủ đề khác dùng chung chữ",
    "other_iso": "tiêu chuẩn ISO khác",
    "types": "loại văn bản khác; phải là",
}
_WEIGHTS = {
    Weight.SERVES: "được tính",
    Weight.QUESTION: "cần xác minh",
    Weight.EARLIER: "của năm trước, không tính cho năm {year}",
    Weight.LATER: "của năm sau, không tính cho năm {year}",
    Weight.PREDATES: "có trước khi thành lập cơ quan, không tính",
    Weight.INHERITED: "của cơ quan tiền thân, cần xác minh",
    Weight.OTHER_YEAR: "về năm khác, không tính cho năm {year}",
    Weight.NOTHING: "không tính",
}
_KINDS = {
    SightingKind.PAPER: "là giấy tờ này",
    SightingKind.DOUBTFUL: "có thể là giấy tờ này",
    SightingKind.UNREAD: "tên gọi là giấy tờ này, nội dung chưa đọc được",
    SightingKind.OWN_NEWS: "tin nói đã ban hành",
    SightingKind.NOT_IT: "giống nhưng không phải",
}
_PLACES = {
    "excerpt": "tên loại và trích yếu",
    "heading": "tiêu đề trong trang",
    "main": "dòng đầu",
    "title": "tiêu đề trang, tệp",
    "file name": "tên tệp",
}
_IN_TEXT = {
    "news": "lời của tin tức",
    "blank_form": "lời của mẫu trống",
    "other_subject": "lời của chủ đề khác",
}
_MANY_WORDS = 12


def show_line(console: Console, trial: Trial, line: TriedLine) -> None:
    """One line: each reading of it, then what a paper of that title and such a link would be."""
    console.print(f"[bold]{plain(line.text)}[/]")
    shown: list[tuple[Traced, ...]] = []
    for trace in line.traces:
        console.print(f"  {_STANDINGS[trace.standing]}: {_kind_of(trace)}")
        if trace.publications and trace.publications in shown:
            console.print("    như trên")
        else:
            _show_trace(console, trace, "    ")
        shown.append(trace.publications)
    console.print("  Văn bản chỉ có tên như vậy:" + ("" if line.paper else " không nhận ra gì"))
    for judged in line.paper:
        _show_judged(console, trial, judged)
    _show_link(console, trial, line)


def _kind_of(trace: LineTrace) -> str:
    parts = [f"loại: {trace.type_name}" if trace.type_name else "không rõ loại văn bản"]
    parts.append("có nói đến ISO, HTQLCL" if trace.about_system else "không nói đến ISO, HTQLCL")
    if trace.draft:
        parts.append("dự thảo, không tính")
    return "; ".join(parts)


def _show_trace(console: Console, trace: LineTrace, indent: str) -> None:
    if not trace.publications:
        console.print(f"{indent}không nhận ra nội dung nào")
    for traced in trace.publications:
        console.print(f"{indent}{plain(traced.publication.title)}: {_BEARINGS[traced.bearing]}")
        quote = plain(marked(trace.text, (heard.span for heard in traced.speaks_for)))
        console.print(f"{indent}  câu: {quote}")
        for heard in traced.speaks_for:
            console.print(f"{indent}  [green]+[/] {LABELS[heard.key]}: {_wording(heard)}")
        for heard in traced.against:
            weak = "" if heard.counts else " [dim](không đủ để loại)[/]"
            console.print(f"{indent}  [red]-[/] {_AGAINST[heard.key]}: {_wording(heard)}{weak}")
        if traced.bearing is Bearing.REFUSED and not any(h.counts for h in traced.against):
            console.print(f"{indent}  [red]-[/] các lời trên cùng nhau, hoặc cách đặt câu")


def _wording(heard: Heard) -> str:
    wording, quote = plain(heard.wording), plain(heard.quote)
    return f"“{wording}”" if wording.lower() == quote.lower() else f"“{wording}” (“{quote}”)"


def _show_judged(console: Console, trial: Trial, judged: Judged) -> None:
    sighting = judged.sighting
    title = plain(trial.catalogue.get(sighting.publication).title)
    year = f", năm {sighting.year}" if sighting.year else ""
    weight = _WEIGHTS[judged.weight].format(year=trial.year)
    console.print(
        f"    {title}{year}: {_KINDS[sighting.kind]} ({sighting.confidence:.0%}); {weight}"
    )
    for label, words in (("ghi chú", sighting.evidence.note), ("câu hỏi", sighting.question)):
        if words:
            console.print(f"      {label}: {plain(words)}")


def _show_link(console: Console, trial: Trial, line: TriedLine) -> None:
    could, every = line.link.could_mean, trial.catalogue.ids
    names = "; ".join(plain(trial.catalogue.get(name).short) for name in every if name in could)
    held = "nội dung nào cũng có thể" if len(could) == len(every) else names or "không có gì"
    console.print(
        f"  Liên kết như vậy: ưu tiên mở {line.link.priority:.2f}; sau đó có thể là {held}"
    )


def show_tried_paper(console: Console, trial: Trial, tried: TriedPaper) -> None:
    """A paper as ``giamsat read`` shows it, then what its lines and text say for and against."""
    titles: Mapping[str, str] = {e.id: e.title for e in trial.catalogue.publications}
    show_paper(console, tried.seen, dict(titles), whole=False)
    for judged in tried.judged:
        weight = _WEIGHTS[judged.weight].format(year=trial.year)
        name = titles[judged.sighting.publication]
        console.print(f"  Đối với năm {trial.year}, {plain(name)}: {weight}")
    console.print("\n[bold]Vì sao[/]")
    for line in tried.lines:
        where = _PLACES.get(line.place) or place_in_words(line.place)
        part = f"{line.part}, " if len(tried.seen.parts) > 1 else ""
        console.print(f"  {plain(part)}{where}: “{plain(line.trace.text)}”")
        _show_trace(console, line.trace, "    ")
    several = len(tried.seen.parts) > 1
    for entry in tried.support:
        _show_support(console, entry, f"{entry.part}, nội dung" if several else "Nội dung")
    for doubts in tried.doubts:
        _show_doubts(console, doubts, f"{doubts.part}, nội dung" if several else "Nội dung")


def _show_doubts(console: Console, doubts: Doubts, where: str) -> None:
    """Words that make a text look like something else; alone they need not decide."""
    for key, label in _IN_TEXT.items():
        words = [heard for heard in doubts.words if heard.key == key]
        if words:
            found = "; ".join(_wording(heard) for heard in words[:_MANY_WORDS])
            console.print(f"  {plain(where)} có {label}: {found}")


def _show_support(console: Console, entry: Support, where: str) -> None:
    known = entry.publication
    found = "; ".join(f"“{plain(heard.wording)}”" for heard in entry.body[:_MANY_WORDS])
    count = f"{len(entry.body)} lời (cần {known.body_needed} khi chỉ tên tệp, liên kết nói)"
    console.print(f"  {plain(where)}, {plain(known.title)}: {count}{': ' + found if found else ''}")
