"""Wordings, items and verdicts for tests of the labelled corpus."""

from __future__ import annotations

from dataclasses import replace

from domain.findings import Finding
from domain.publications import Requirement, Status
from tests.quality.corpus.casting import cast
from tests.quality.corpus.item import Item
from tests.quality.corpus.verdict import Verdict
from tests.quality.corpus.wording import Kind, Wording

PUBLICATIONS = frozenset({"quality_objectives", "quality_policy"})
YEARLY = frozenset({"quality_objectives"})
PUBLISHED, MISSING = frozenset({Status.PUBLISHED}), frozenset({Status.MISSING})
PAPER = Wording(
    id="objectives-short",
    kind=Kind.PAPER,
    right={"quality_objectives": PUBLISHED},
    source="a.toml",
    link="Mục tiêu chất lượng năm {year} của {name}",
    section="ISO của {name}",
    file="MTCL-{year}",
    text="{PARENT} || CỘNG HÒA\n{NAME} || Độc lập\n\nMỤC TIÊU\nnăm {year}\n\nSTT | Việc\n1 | {n}",
)
TOML = '''
[[wording]]
id = "objectives-short"
kind = "paper"
right = { quality_objectives = ["published"] }
link = "Mục tiêu {year}"
text = """{NAME}"""
'''


def items(wording: Wording = PAPER) -> tuple[Item, ...]:
    """All castings of a wording."""
    return cast([wording], YEARLY)


def verdict(
    said: Status,
    right: frozenset[Status] = PUBLISHED,
    *,
    item: Item | None = None,
    confidence: float = 0.9,
    requirement: Requirement = Requirement.REQUIRED,
    publication: str = "quality_objectives",
) -> Verdict:
    """A verdict on one publication."""
    finding = Finding(
        publication, "Mục tiêu", requirement, said, confidence, 1, False, "Lý do.", "Căn cứ."
    )
    return Verdict(item or items()[0], finding, right)


def of(casting: str = "plain", trap: str = "", **changes: str) -> Item:
    """An item of a casting and a trap."""
    wording = replace(PAPER, trap=trap)
    base = next(item for item in items(wording) if item.casting == casting and not item.twin_of)
    return replace(base, id=changes.get("id", base.id), twin_of=changes.get("twin_of", ""))
