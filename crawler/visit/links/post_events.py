"""The events by which the lists of ASP.NET pages go on, told from a pager's links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from domain.documents import Document, Link, Zone

_POST_BACK = re.compile(r"__doPostBack\s*\(\s*(['\"])(.*?)\1\s*,\s*(['\"])(.*?)\3\s*\)")
_WITH_OPTIONS = re.compile(
    r"WebForm_PostBackOptions\s*\(\s*(['\"])(.*?)\1\s*,\s*(['\"])(.*?)\3\s*[,)]"
)
BUTTON = "submit:"
"""How the reader writes a button that pages: its name, "=", its value."""
_CALENDAR_DAY = re.compile(r"V?\d{3,5}\Z")
_CALENDAR = re.compile(r"cal(?:endar)?\d*\Z|lich|datepick", re.IGNORECASE)
_NUMBER = re.compile(r"(?:trang|page)?\s*(\d{1,4})\Z", re.IGNORECASE)
_ARGUMENT_NUMBER = re.compile(r"(?:Page\$)?(\d{1,4})\Z")
_SIGNS = re.compile(r"[\s\[\]()]+")
_ELLIPSIS = frozenset({"...", "…", ". . ."})
_NEXT = re.compile(
    r"(?:(?:trang )?(?:sau|tiếp(?: theo)?|kế(?: tiếp)?)|(?:next|older)(?: (?:page|posts?))?"
    r"|(?:xem|tải|hiển thị|load|show) (?:thêm|tiếp|more)|more|page\$next|[>›→▶»])[\s>»›→]*\Z"
)
_LAST = re.compile(r"(?:trang )?cuối(?: cùng)?|last(?: page)?|page\$last|>\||»\||>>\||»»")
_BACK = re.compile(
    r"(?:trang )?(?:trước|đầu)(?: tiên)?|(?:first|prev(?:ious)?|newer)(?: (?:page|posts?))?"
    r"|page\$(?:first|prev)|[<‹«←◀|]{1,3}"
)
_MOST_LINKS = 300
"""Of all pagers of a page; what stands behind them is passed over as any link that posts."""
_STRONG_NEXT = frozenset({">", "›", "→"})


@dataclass(frozen=True, slots=True)
class Event:
    """What the page's script would send."""

    target: str
    argument: str = ""
    button: str | None = None
    """The value of a button that is pressed instead; ``target`` is its name then."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A link of a pager that leads to a page of its list."""

    link: Link
    event: Event
    list: str
    """Which list of the page it turns: the target, without what differs from page to page."""
    page: int
    numbered: bool
    """Whether the link names the page, and does not merely lead on."""


@dataclass(frozen=True, slots=True)
class Pager:
    """The links of one pager, taken together."""

    links: tuple[Link, ...]
    turns: tuple[Turn, ...]
    """To pages other than those before the open one; what leads back, or to an end that is come
    to page by page, is no turn."""
    whole: bool
    """Whether the turns come to all pages that the links lead to."""


def pagers_of(document: Document, current: int | None) -> tuple[Pager, ...]:
    """The pagers of a page; ``current`` is the number of the open page, None where unknown."""
    return tuple(_pager(run, current) for run in _runs(document.links))


def _pager(run: list[tuple[Link, Event]], current: int | None) -> Pager:
    turns = tuple(_turns_of_run(run, current))
    back = all(_leads_back(link, event, current) for link, event in run)
    whole = bool(turns) or back or current is not None
    return Pager(tuple(link for link, _ in run), turns, whole)


def _leads_back(link: Link, event: Event, current: int | None) -> bool:
    number = _number(link, event)
    if number is not None:
        return number <= (current or 1)
    return _BACK.fullmatch(_words(link, event)) is not None


def is_calendar(link: Link) -> bool:
    """Whether it is a day or month of an ASP.NET calendar, which goes on without end."""
    event = _event_of(link.href) if link.posts else None
    if event is None or not _CALENDAR_DAY.match(event.argument):
        return False
    own = event.target.rpartition("$")[2]
    return event.argument.startswith("V") or bool(_CALENDAR.search(own))


def _event_of(script: str) -> Event | None:
    found = _POST_BACK.search(script) or _WITH_OPTIONS.search(script)
    if found is not None:
        return Event(found[2], found[4])
    if script.startswith(BUTTON):
        name, _, value = script.removeprefix(BUTTON).partition("=")
        return Event(name, button=value)
    return None


def _runs(links: Sequence[Link]) -> Iterator[list[tuple[Link, Event]]]:
    """The links of each pager: those that follow one another on the page."""
    paged = [
        (place, link, event)
        for place, link in enumerate(links)
        if link.posts and link.zone is Zone.PAGING and (event := _event_of(link.href))
        if not is_calendar(link)
    ]
    run: list[tuple[Link, Event]] = []
    paged = paged[:_MOST_LINKS]
    for before, here in pairwise([None, *paged]):
        if before is not None and here is not None and here[0] - before[0] > 1:
            yield run
            run = []
        if here is not None:
            run.append((here[1], here[2]))
    if run:
        yield run


def _turns_of_run(run: list[tuple[Link, Event]], current: int | None) -> Iterator[Turn]:
    numbers = [_number(link, event) for link, event in run]
    shown = [number for number in numbers if number is not None]
    here = current or _missing_from(shown)
    numbered = [event for (_, event), number in zip(run, numbers, strict=True) if number]
    named = _list_of(numbered or [run[0][1]])
    highest = max([here, *shown])
    for place, ((link, event), number) in enumerate(zip(run, numbers, strict=True)):
        page = number
        if page is None:
            later = any(one is not None for one in numbers[:place]) or not shown
            page = _unnumbered(link, event, here, highest if later else 0, run)
        if page is not None and page > 1 and page != here:
            yield Turn(link, event, named, page, number is not None)


def _unnumbered(
    link: Link, event: Event, here: int, highest: int, run: list[tuple[Link, Event]]
) -> int | None:
    """The page that "Trang sau" or "..." leads to; None for what leads back or to the end."""
    words = _words(link, event)
    if words in _ELLIPSIS:
        told = _ARGUMENT_NUMBER.match(event.argument)
        return int(told[1]) if told else (highest + 1 if highest else None)
    if _LAST.fullmatch(words):
        return None
    if words in ("»", ">>") and any(_words(other) in _STRONG_NEXT for other, _ in run):
        return None  # beside a single arrow the double one leads to the end
    return here + 1 if _NEXT.match(words) else None


def _number(link: Link, event: Event) -> int | None:
    found = _NUMBER.match(_words(link))
    if found:
        return int(found[1])
    if event.button is not None:
        return None
    told = re.fullmatch(r"Page\$(\d{1,4})", event.argument)
    return int(told[1]) if told and _words(link) not in _ELLIPSIS else None


def _words(link: Link, event: Event | None = None) -> str:
    """What a link says, or what its event says where a mere picture leads on."""
    said = link.text or link.title or (event.argument if event else "")
    return _SIGNS.sub(" ", said).strip().lower()


def _missing_from(shown: Iterable[int]) -> int:
    """The page that a pager does not link to is the one that is open."""
    numbers = set(shown)
    return next(page for page in range(1, len(numbers) + 2) if page not in numbers)


def _list_of(events: Sequence[Event]) -> str:
    """The parts that the targets of one pager's numbers have in common, the others blurred."""
    parts = zip_longest(*(event.target.split("$") for event in events), fillvalue="")
    return "$".join(same[0] if len(set(same)) == 1 else "#" for same in parts)
