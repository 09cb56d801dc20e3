"""What ``giamsat rules`` shows on a terminal: the list, one publication."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from app.catalogue_shown import Listed, groups_used, held, is_abbreviation
from app.cli.screens import plain
from domain.publications import Period
from reports.words import LEVELS, REQUIREMENTS
from rules.catalogue import Catalogue, Publication
from rules.catalogue.keys import AGAINST_KEYS, KEYS, NAMING_KEYS

PERIODS = {Period.STANDING: "còn hiệu lực là được", Period.YEARLY: "hằng năm"}
LABELS = {key.name: key.label for key in KEYS}
_BUILT_IN = "các cách viết tiêu chuẩn, có sẵn trong chương trình"


def show_list(console: Console, catalogue: Catalogue, entries: Sequence[Listed]) -> None:
    """A line a publication, and where they are described."""
    table = Table("Mã", "Tên", "Kỳ", "Hạn", "Mức", box=None)
    table.add_column("Cách gọi", justify="right")
    table.add_column("Phiên bản", justify="right")
    for entry in entries:
        known = entry.publication
        cells = (known.id, known.title, PERIODS[known.period], _day_month(entry.due))
        numbers = (str(entry.wordings), known.version)
        shown = (*cells, REQUIREMENTS[entry.requirement], *numbers)
        table.add_row(*(plain(cell) for cell in shown))
    console.print(table)
    console.print(f"{len(entries)} nội dung · {plain(catalogue.folder)}")


def _day_month(due: str | None) -> str:
    return f"{due[3:]}/{due[:2]}" if due else ""


def show_publication(console: Console, catalogue: Catalogue, entry: Listed) -> None:
    """All of one publication, in words."""
    known = entry.publication
    console.print(f"[bold]{plain(known.title)}[/] · {known.id} · phiên bản {plain(known.version)}")
    console.print(f"Tên ngắn: {plain(known.short)} · mức: {REQUIREMENTS[entry.requirement]}")
    due = f", hạn {_day_month(entry.due)}" if entry.due else ""
    console.print(f"Kỳ: {PERIODS[known.period]}{due}")
    _show_names(console, known)
    for key in (*NAMING_KEYS[1:], "instead_of", *AGAINST_KEYS):
        _show_words(console, LABELS[key], _written(known, key))
    _show_words(console, LABELS["despite"], sorted(known.despite))
    _show_words(console, LABELS["types"], sorted(known.types))
    _show_words(console, LABELS["number_forms"], known.number_forms)
    _show_words(console, LABELS["body"], _written(known, "body"))
    if known.body:
        console.print(f"  {LABELS['body_needed']}: {known.body_needed}")
    _show_words(console, LABELS["subject_needed"], _written(known, "subject_needed"))
    if known.issuer_above:
        console.print(f"  {LABELS['issuer_above']}: có")
    if known.weight is not None:
        console.print(f"  {LABELS['weight']}: {known.weight:g}; {plain(known.weight_source)}")
    _show_bases(console, known)
    _show_groups(console, catalogue, known)


def _written(known: Publication, key: str) -> list[str]:
    return [getattr(entry, "written", entry) for entry in getattr(known, key)]


def _show_names(console: Console, known: Publication) -> None:
    """Names, the abbreviations among them apart."""
    names = [name.written for name in known.names if not is_abbreviation(name)]
    short = [name.written for name in known.names if is_abbreviation(name)]
    _show_words(console, LABELS["names"], names)
    _show_words(console, "Viết tắt", short)


def _show_words(console: Console, label: str, words: Iterable[str]) -> None:
    shown = "; ".join(f"“{plain(word)}”" for word in words)
    if shown:
        console.print(f"  [bold]{label}[/]: {shown}")


def _show_bases(console: Console, known: Publication) -> None:
    console.print(f"  [bold]{LABELS['legal_basis']}[/]:" + ("" if known.bases else " chưa ghi"))
    for basis in sorted(known.bases, key=lambda basis: (basis.valid_from, sorted(basis.levels))):
        levels = ", ".join(words for level, words in LEVELS.items() if level in basis.levels)
        console.print(f"    {levels}, {held(basis)}:")
        console.print(f"      {plain(basis.text)}")
        console.print(f"      [dim]nguồn: {plain(basis.source)}[/]")


def _show_groups(console: Console, catalogue: Catalogue, known: Publication) -> None:
    groups = groups_used(catalogue, known)
    if groups:
        console.print("  [bold]Nhóm từ[/] (“…”: có thể xen chữ khác):")
    for name, words in groups.items():
        shown = "; ".join(plain(word) for word in words) or _BUILT_IN
        console.print(f"    {plain(name)}: {shown}")
