"""The figures of a run: what was found, what was taken for it wrongly, who was accused wrongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from domain.publications import Requirement, Status
from tests.quality.corpus.verdict import Verdict
from tests.quality.intervals import Share, share


@dataclass(frozen=True, slots=True)
class Figures:
    """What the floors are about."""

    items: int
    false_accusations: Share
    """Of the accusations made."""
    required_found: Share
    expected_found: Share
    published_right: Share
    """Of what was said to be published."""
    decoys_taken: Share
    """Of the items written to mislead, or that hold no publication."""
    wrong_year_or_issuer: Share
    """Of the items whose paper is another year's or another office's."""
    gaps_named: Share
    """Of what truly is not there."""
    spelling_differences: Share
    """Of the verdicts given again in another spelling."""


FIGURE_NAMES = (
    ("required_found", "required publications found"),
    ("expected_found", "expected publications found"),
    ("published_right", "right, of all called published"),
    ("decoys_taken", "misleading items of which something was taken for a publication"),
    ("wrong_year_or_issuer", "items with another year's or office's paper that was accepted"),
    ("false_accusations", "accusations that the truth does not allow, of those made"),
    ("gaps_named", "true gaps named"),
    ("spelling_differences", "verdicts that change with the spelling"),
)
"""The fields of :class:`Figures` in words."""


def figures(verdicts: Sequence[Verdict]) -> Figures:
    """All of them; twins count for the spelling only."""
    own = [v for v in verdicts if not v.item.twin_of]
    found = [v for v in own if v.to_be_found]
    by_item = _by_item(own)
    return Figures(
        items=len(by_item),
        false_accusations=share(v.is_false_accusation for v in own if v.said.accuses),
        required_found=_found(found, Requirement.REQUIRED),
        expected_found=_found(found, Requirement.EXPECTED),
        published_right=share(v.is_right for v in own if v.said is Status.PUBLISHED),
        decoys_taken=share(_taken(group) for group in by_item if group[0].item.is_decoy),
        wrong_year_or_issuer=share(
            _taken(group) for group in by_item if group[0].item.of_wrong_year_or_issuer
        ),
        gaps_named=share(v.is_right for v in own if all(s.accuses for s in v.right)),
        spelling_differences=differences(verdicts),
    )


def _found(verdicts: Iterable[Verdict], requirement: Requirement) -> Share:
    return share(v.said is Status.PUBLISHED for v in verdicts if v.requirement is requirement)


def _by_item(verdicts: Iterable[Verdict]) -> list[list[Verdict]]:
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(verdict.item.id, []).append(verdict)
    return list(groups.values())


def _taken(verdicts: Iterable[Verdict]) -> bool:
    return any(verdict.wrongly_published for verdict in verdicts)


def differences(verdicts: Iterable[Verdict]) -> Share:
    """How many verdicts change when the same item is stored in another spelling."""
    listed = list(verdicts)
    said = {(v.item.id, v.publication): v.said for v in listed}
    twins = (v for v in listed if v.item.twin_of)
    return share(
        v.said is not said[v.item.twin_of, v.publication]
        for v in twins
        if (v.item.twin_of, v.publication) in said
    )


Key = Callable[[Verdict], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One group of verdicts in a table."""

    key: str
    items: int
    found: Share
    published_right: Share
    false_accusations: int
    right: Share


def rows_by(verdicts: Iterable[Verdict], key: Key) -> list[Row]:
    """One row a group, in the order of their names."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return [_row(name, groups[name]) for name in sorted(groups)]


def _row(name: str, group: Sequence[Verdict]) -> Row:
    return Row(
        name,
        len({v.item.id for v in group}),
        share(v.said is Status.PUBLISHED for v in group if v.to_be_found),
        share(v.is_right for v in group if v.said is Status.PUBLISHED),
        sum(v.is_false_accusation for v in group),
        share(v.is_right for v in group),
    )


def confusion(verdicts: Iterable[Verdict], key: Key) -> dict[tuple[str, str], Counter[Status]]:
    """What was said, by group and by what is right."""
    table: dict[tuple[str, str], Counter[Status]] = {}
    for verdict in verdicts:
        right = " or ".join(sorted(verdict.right))
        table.setdefault((key(verdict), right), Counter())[verdict.said] += 1
    return dict(sorted(table.items()))
