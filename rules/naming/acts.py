"""What a title does with a paper: whether it inspects, teaches, pays for or puts it off instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import Wording
from rules.head.titles import TYPE_NAMES
from rules.vietnamese.folding import fold_words
from rules.vietnamese.search import Hits, Span

_THINGS = frozenset({"quy trình", "quy chế", "danh mục", "danh sách", "sổ tay", "phiếu"})
"""Types behind which stands what the paper holds, not what it does."""
_TYPE = "|".join(fold_words(name) for name in TYPE_NAMES if name not in _THINGS)
_LEAD = re.compile(
    rf"^[\W\d]*(?:(?:so\W*)?\d+\S*\s+)?(?:(?:{_TYPE}|qd|kh|tb|bc|bb|ctr|cv)(?![a-z])\W*)?"
    r"(?:(?:so\W*)?\d+\S*\s+)?(?:(?:ve viec|v\s?/\s?v|ve)\W+)?"
    r"(?:(?:to chuc|trien khai|thuc hien|viec|cong tac|mot so)\s+)*"
)
"""What may stand before the first word that says what a paper is about."""
_ISSUES = re.compile(
    r"(?:(?<![a-z])va|,|;)\s+(?:viec\s+)?(?:ban hanh|cong bo|phe duyet|duy tri)(?![a-z])"
)


def only_spoken_of(lexicon: Lexicon, despite: frozenset[str], name: Span, hits: Hits) -> bool:
    """Whether a word of inspecting, teaching or buying stands before a name, or another act.

    A name may begin with the paper's type, "Kế hoạch ... ISO": then the act follows the type.
    """
    found = _LEAD.match(hits.text.plain)
    lead = found.end() if found else 0
    if any(
        _stands(wording, lead, name, hits) for wording in _words(lexicon, "mention", despite, hits)
    ):
        return True
    if any((lead, end) in hits.of(word) for word in despite for _, end in hits.of(word)):
        return False  # it begins with what makes this very paper: "thành lập và ban hành quy chế"
    return any(
        _stands(wording, lead, name, hits, left_behind=True)
        for wording in _words(lexicon, "other_act", despite, hits)
    )


def _words(lexicon: Lexicon, name: str, despite: frozenset[str], hits: Hits) -> Iterator[Wording]:
    """The words of a shared list that stand in a title and count against a publication."""
    found = lexicon.shared(name).found(hits)
    return (word for _, word in found if word.written not in despite)


def _stands(
    wording: Wording, lead: int, name: Span, hits: Hits, *, left_behind: bool = False
) -> bool:
    """Whether a word stands before a name or at the beginning.

    ``left_behind``: not where the title then issues something: "kiện toàn ... và ban hành ...".
    """
    return any(
        (start < name[0] or start == lead)
        and not (left_behind and _ISSUES.search(hits.text.plain, end, max(end, name[1])))
        for start, end in wording.places(hits)
    )
