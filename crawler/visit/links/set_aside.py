"""Addresses whose own words plainly speak of something else: not opened when they prove right.

Most of a large portal is news of other matters, and whoever looks for a paper does not read it.
Where there are many such addresses, one in ten is opened as a test. When that leads to anything,
the words of this portal cannot be trusted, and all are opened.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.visit.links.frontier import Candidate
from crawler.visit.links.query_keys import names_of, pairs_of
from domain.documents import Zone
from domain.protocols import Promise
from domain.publications import PublicationId

FEW = 40
"""Up to so many are opened all the same: on a small portal looking costs little."""
TESTED = 10
"""One of so many is opened as a test."""
MANY_VALUES = 15
"""More than orders, sizes and layouts that a page is shown in."""
TELLING = 0.75
"""Promise of a link that names a paper or the system."""
_MOST_TOLD = 2_000
"""Of those left unopened, so many are kept: better rules may see more in their words."""
_OTHERS = (Promise.OTHER_SUBJECT, Promise.OTHER_SECTION, Promise.LAW)
_LEADS_ON = (Zone.MENU, Zone.HEADER, Zone.BREADCRUMB, Zone.PAGING)
"""What stands there leads to sections and lists, whatever it says."""

Wanted = frozenset[PublicationId] | None


class SetAside:
    """Keeps them, hands out the test, and knows what it led to."""

    def __init__(self) -> None:
        self._waiting: list[Candidate] = []
        self._freed: set[str] = set()
        self._tested: set[str] = set()
        self._wanted: Wanted = None
        self._trusts = True
        self._met = 0
        self._values: dict[tuple[str, str], set[str]] = {}
        """Of a query key that a page has more than the one it was found on, by path and key."""

    def takes(self, candidate: Candidate) -> bool:
        """Whether it is put aside instead of being opened."""
        if candidate.key in self._freed or not self._trusts or not says_other(candidate):
            return False
        self._waiting.append(candidate)
        self._met += self._counts(candidate)
        return True

    def _counts(self, candidate: Candidate) -> int:
        """How many addresses more that makes of the portal.

        A small portal is no large one for the many ways in which it shows its few pages, sorted
        or counted otherwise. A key of many values is none of these: by it articles are told apart.
        """
        keys = _shown_by(candidate)
        if not keys:
            return 1
        if len(keys) > 1:
            return 0
        path, (key,) = candidate.address.partition("?")[0], keys
        values = self._values.setdefault((path, key), set())
        known = len(values)
        values |= {value for name, value in pairs_of(candidate.address) if name == key}
        more = len(values) - known
        return len(values) if known < MANY_VALUES <= len(values) else more * (known >= MANY_VALUES)

    def met(self, candidate: Candidate) -> None:
        """An address became known: one that a tested page leads to tells against the words."""
        telling = bool(candidate.could_mean) and candidate.priority >= TELLING
        if telling and candidate.parent in self._tested:
            self._trusts = False

    def free(self, wanted: Wanted) -> tuple[Candidate, ...]:
        """What is to be opened after all, when nothing else is left; nothing when that is enough.

        ``wanted``: what is still looked for; less than before the test tells against the words.
        """
        if self._tested and wanted != self._wanted:
            self._trusts = False
        if not self._trusts or self._met <= FEW:
            freed, self._waiting = self._waiting, []
        else:
            due = -(-self._met // TESTED) - len(self._tested)
            freed = self._waiting[:: max(1, len(self._waiting) // due)][:due] if due > 0 else []
            self._tested |= {one.address for one in freed}
            self._wanted = wanted
        self._freed |= {one.key for one in freed}
        self._waiting = [one for one in self._waiting if one.key not in self._freed]
        return tuple(freed)

    def left(self) -> Iterator[Candidate]:
        """What stays unopened, in the order met."""
        yield from self._waiting[:_MOST_TOLD]


def says_other(candidate: Candidate) -> bool:
    """Whether its own words say something else, and it is no way to further lists."""
    own = candidate.why in _OTHERS and not candidate.could_mean
    return own and candidate.words.zone not in _LEADS_ON and candidate.post is None


def _shown_by(candidate: Candidate) -> frozenset[str]:
    """The query keys that it has more than the page of the same path that it was found on."""
    if candidate.parent is None or "?" not in candidate.address:
        return frozenset()
    own, parent = candidate.address.partition("?")[0], candidate.parent.partition("?")[0]
    has, had = names_of(candidate.address), names_of(candidate.parent)
    return has - had if own == parent and has > had else frozenset()
