"""Mistakes as one who mends rules wants to see them, and an item's pages as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import shorten

from domain.findings import Evidence
from tests.province.addresses import slug
from tests.quality.corpus.files import Body, extension
from tests.quality.corpus.item import Item
from tests.quality.corpus.placeholders import filled
from tests.quality.corpus.score import FIGURE_NAMES, Figures
from tests.quality.corpus.site import site_of
from tests.quality.corpus.verdict import Verdict
from tests.quality.corpus.wording import Kind

_WIDTH = 200
_EXCERPT_LINES = 14
_KINDS = {"html": "html", "pdf": "pdf", "rtf": "rtf", "plain": "txt", "wordprocessingml": "docx",
          "spreadsheetml": "xlsx", "zip": "zip"}  # fmt: skip


def shown(wrong: Sequence[Verdict], count: int) -> Iterator[str]:
    """The worst mistakes, one of each wording, what was said and what is right."""
    first: dict[tuple[str, str, str], list[Verdict]] = {}
    for verdict in wrong:
        key = (verdict.item.wording.id, verdict.said.value, "/".join(sorted(verdict.right)))
        first.setdefault(key, []).append(verdict)
    for alike in list(first.values())[:count]:
        yield from _mistake(alike[0], alike[1:])
    if len(first) > count:
        yield f"... and {len(first) - count} more kinds of mistakes (--show {len(first)})"


def _mistake(verdict: Verdict, alike: Sequence[Verdict]) -> Iterator[str]:
    item, finding = verdict.item, verdict.finding
    mark = "FALSE ACCUSATION " if verdict.is_false_accusation else ""
    mark = "WRONGLY PUBLISHED " if verdict.wrongly_published else mark
    right = "/".join(sorted(verdict.right))
    yield ""
    yield f"{mark}{item.id}  [{item.wording.source}]"
    sure = f"confidence {finding.confidence:.2f}"
    yield f"  {verdict.publication}: said {verdict.said.value}, right {right}, {sure}"
    yield (
        f"  {item.office.body.name} ({item.office.level.value}), {item.year}, {item.casting}, "
        f"form {item.form}, frame {item.frame}, {item.spelling}, trap {item.wording.trap or '-'}"
    )
    yield f"  note: {item.wording.note or '-'}"
    yield f"  reason: {finding.reason}"
    for evidence in finding.evidence:
        yield from _evidence(evidence)
    if alike:
        yield f"  also: {_counted(alike)}"
    yield from _written(item)


def _counted(alike: Sequence[Verdict]) -> str:
    """The other items and, where several publications of one are alike, how many."""
    times = Counter(one.item.id for one in alike)
    items = {one.item.id: one.item for one in alike}
    said = (
        f"{name.partition('#')[2]} ({item.form}, {item.frame}, x{times[name]})"
        for name, item in items.items()
    )
    names = ", ".join(sorted({one.publication for one in alike}))
    return f"{', '.join(said)} for {names}"


def _evidence(evidence: Evidence) -> Iterator[str]:
    facts = (evidence.number, evidence.year, evidence.issuer, evidence.rule)
    known = " · ".join(str(fact) for fact in facts if fact)
    yield "  " + shorten(
        f"{evidence.side.value}: {evidence.title!r} {known} {evidence.note}", _WIDTH
    )
    yield "    " + shorten(f"{evidence.place}: {evidence.quote!r} at {evidence.url}", _WIDTH)


def _written(item: Item) -> Iterator[str]:
    """What the author wrote, as cast."""
    wording = item.wording
    head = wording.link or wording.title
    own = {**item.words, **{f"file:{n}": f"[{n}]" for n in range(1, 99)}}
    own |= {f"page:{page.key}": f"[{page.key}]" for page in wording.pages}
    yield f"  section {wording.section!r}, link {filled(head, own)!r}, file {wording.file!r}"
    text = wording.text or wording.html or "\n".join(page.html for page in wording.pages)
    if wording.kind is not Kind.PAPER and wording.files:
        text += "\n" + wording.files[0].text
    lines = [line for line in filled(text, own).splitlines() if line.strip()]
    for line in lines[:_EXCERPT_LINES]:
        yield "  | " + shorten(line, _WIDTH)
    if len(lines) > _EXCERPT_LINES:
        yield f"  | ... {len(lines) - _EXCERPT_LINES} more lines"


def dump(item: Item, folder: Path) -> list[Path]:
    """Write every page and file of the item's portal, named by its address."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for order, (address, body) in enumerate(site_of(item).bodies.items(), 1):
        name = slug(address.partition("://")[2], 90)
        path = folder / f"{order:02}-{name}.{_extension(body)}"
        path.write_bytes(body.data)
        written.append(path)
    return written


def _extension(body: Body) -> str:
    return next(
        (extension(form) for word, form in _KINDS.items() if word in body.media_type), "bin"
    )


def summary(found: Figures, name: str) -> Iterator[str]:
    """The figures in a few lines."""
    yield f"{name}: {found.items} items"
    for field, said in FIGURE_NAMES:
        yield f"  {said}: {getattr(found, field)}"


def changed_by_spelling(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The verdicts that differ between an item and its twins."""
    said = {(v.item.id, v.publication): v for v in verdicts}
    for twin in verdicts:
        own = said.get((twin.item.twin_of, twin.publication))
        if own is not None and own.said is not twin.said:
            other = f"{twin.item.spelling}: {twin.said}"
            yield f"SPELLING {own.item.id} {own.publication}: {own.said}, {other}"
