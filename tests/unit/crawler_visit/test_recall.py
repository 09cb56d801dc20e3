"""What a visit takes over from the last look, and what it asks anew."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from crawler.visit.desk import Opened
from crawler.visit.links.frontier import Candidate
from crawler.visit.recall import Recall
from documents.hints import Hints
from documents.read import read_body
from domain.documents import Document, Reading, Zone
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome, Skip
from domain.publications import PublicationId
from domain.visits import Attempt, FoundBy, KnownAddress, LinkWords, PageChange

NIGHT, BEFORE = date(2026, 11, 22), date(2026, 11, 20)
AT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
ROOT = "http://xa.vn"
MENU, LIST, PAGING = (
    LinkWords(text="Mục", zone=zone) for zone in (Zone.MENU, Zone.LIST, Zone.PAGING)
)
ANY = frozenset({PublicationId("quality_policy")})
ARTICLE = "<main><h1>Tin</h1><p>Có tin gì.</p><a href='/tep.pdf'>Tệp</a></main>"
TURNS = ARTICLE + "<div class='pagination'><a href='/muc?page=2'>2</a></div>"


@dataclass
class Look:
    """A last look with given answers."""

    pages: dict[str, str]
    attempts: tuple[Attempt, ...]
    night: date = NIGHT
    rests_on: date = BEFORE
    restless: frozenset[str] = frozenset()
    found_at: frozenset[str] = frozenset()
    rejected_at: frozenset[str] = frozenset()

    def answer(self, attempt: Attempt) -> Answer | None:
        """The page as it was then; None where none is held."""
        body = self.pages.get(attempt.address, "").encode()
        headers = (("content-type", "text/html; charset=utf-8"),)
        ask = Ask(attempt.address)
        return Answer(ask, Outcome.OK, AT, 0.1, headers=headers, body=body) if body else None

    def parts(self, attempt: Attempt, shown: Answer) -> tuple[Answer, ...]:
        """No page here was shown by a browser."""
        return ()


async def read(answer: Answer) -> Reading:
    """As the workers would."""
    return read_body(answer.body, Hints("text/html; charset=utf-8", ""))


def attempt(path: str, **more: object) -> Attempt:
    """An address that the last look opened."""
    known = Attempt(ROOT + path, FoundBy.LINK, LIST, outcome=Outcome.OK, started_at=AT)
    return replace(known, final_address=ROOT + path, media_type="text/html", **more)  # type: ignore[arg-type]  # by name


def candidate(path: str, words: LinkWords = LIST, by: FoundBy = FoundBy.LINK) -> Candidate:
    """An address of tonight, which could mean something."""
    return Candidate(ROOT + path, by, words, f"{ROOT}/muc", depth=2, could_mean=ANY)


def recall(
    *attempts: Attempt,
    page: str = ARTICLE,
    known: tuple[KnownAddress, ...] = (),
    **more: frozenset[str],
) -> Recall:
    """Of a look at which every page said the same."""
    look = replace(Look({one.address: page for one in attempts}, attempts), **more)  # type: ignore[arg-type]  # fields by name
    return Recall.of(look, read, known)


def taken(memory: Recall, asked: Candidate) -> date | None:
    """The night whose answer serves; None for what is asked."""
    found = asyncio.run(memory.taken(asked))
    return None if found is None else found.night


def test_an_article_is_taken_over_with_its_night() -> None:
    """Also where the last look had taken it over itself."""
    assert taken(recall(attempt("/tin/1")), candidate("/tin/1")) == NIGHT
    assert taken(recall(attempt("/tin/1", taken_from=BEFORE)), candidate("/tin/1")) == BEFORE


@pytest.mark.parametrize(
    "asked",
    [
        candidate("/tin/2"),
        candidate("/tin/1", MENU),
        candidate("/tin/1", by=FoundBy.EVIDENCE),
        candidate("/tin/1", by=FoundBy.HOME),
        candidate("/tin/1", by=FoundBy.AID),
    ],
)
def test_what_shows_new_things_is_asked(asked: Candidate) -> None:
    """What nobody knew, sections of the menu, evidence, home pages, robots.txt and the like."""
    own = attempt("/tin/1", found_by=FoundBy.AID)
    assert taken(recall(attempt("/tin/1"), own), asked) is None


def test_the_first_page_of_a_list_is_asked() -> None:
    """Its further pages are not, unless it leads to something new; then two at a time are."""
    pages = [attempt(f"/muc?page={number}", words=PAGING) for number in (2, 3, 4)]
    memory = recall(attempt("/muc"), *pages, page=TURNS)
    assert taken(memory, candidate("/muc")) is None
    assert taken(memory, candidate("/muc?page=2", PAGING)) == NIGHT
    compare(memory, "/muc", TURNS.replace("/tep.pdf", "/moi.pdf"))
    turned = [taken(memory, candidate(f"/muc?page={number}", PAGING)) for number in (2, 3, 4)]
    assert turned == [None, None, NIGHT]


def test_a_lone_arrow_leads_to_a_further_page() -> None:
    """Where no other numbers stand beside it, it is in no box of page numbers."""
    arrow = LinkWords(title="Tiếp theo", zone=Zone.MENU)
    memory = recall(attempt("/muc"), attempt("/muc?page=2"), page=TURNS)
    assert taken(memory, candidate("/muc?page=2", arrow)) == NIGHT
    compare(memory, "/muc", TURNS.replace("/tep.pdf", "/moi.pdf"))
    assert taken(memory, candidate("/muc?page=2", arrow)) is None


SORTED = f"{ARTICLE}<p><a href='/muc?id=5&sort=ten'>Tên</a></p>"


@pytest.mark.parametrize(
    ("then", "now", "is_asked"),
    [
        (SORTED, SORTED, False),
        (SORTED.replace("Có tin gì.", "Chưa có."), SORTED, True),
        (SORTED.replace("/tep.pdf", "/khac.pdf"), SORTED, True),
        (SORTED, SORTED.replace("gì.", "gì. <a href='/moi'>Có mới</a>"), True),
    ],
)
def test_a_section_shown_once_more_otherwise_is_not_asked(
    then: str, now: str, is_asked: bool
) -> None:
    """Where it said the same as the section, and the section is tonight as it was."""
    pages = [attempt("/muc?id=5"), attempt("/muc?id=5&sort=ten")]
    memory = recall(*pages, page=SORTED)
    look = memory.look
    assert isinstance(look, Look)
    look.pages[pages[1].address] = then
    again = candidate("/muc?id=5&sort=ten", MENU)
    assert taken(memory, again) is None  # the section was not asked yet
    compare(memory, "/muc?id=5", now)
    assert (taken(memory, again) is None) is is_asked


def test_a_section_is_asked_though_it_shows_the_home_page() -> None:
    """An empty section may; what is put there one day stands nowhere else."""
    memory = recall(attempt("/"), attempt("/?cn=5"))
    compare(memory, "/", ARTICLE)
    first = replace(candidate("/?cn=5", MENU), depth=1)
    assert taken(memory, first) is None
    assert taken(memory, replace(first, depth=2)) == NIGHT


def test_only_what_came_for_good_is_taken_over() -> None:
    """Failures that may pass are asked again, and so is what is not held any more."""
    for outcome in (Outcome.HTTP_ERROR, Outcome.TIMEOUT, Outcome.TLS):
        assert taken(recall(attempt("/tin/1", outcome=outcome)), candidate("/tin/1")) is None
    gone = attempt("/tin/1", outcome=Outcome.NOT_FOUND)
    assert taken(recall(gone), candidate("/tin/1")) == NIGHT
    lost = Look({}, (attempt("/tin/1"),))
    assert taken(Recall.of(lost, read, ()), candidate("/tin/1")) is None


def test_what_ever_changed_is_asked() -> None:
    """A page that did not stay the same once is looked at every night."""
    memory = recall(attempt("/tin/1"), restless=frozenset({f"{ROOT}/tin/1"}))
    assert taken(memory, candidate("/tin/1")) is None


def test_where_a_paper_hangs_is_asked() -> None:
    """But for the page of one paper that was found: the paper itself is asked."""
    here = attempt("/tin/1")
    paper, other = (KnownAddress(f"{ROOT}/{name}.pdf", parent=here.address) for name in "ab")
    found = frozenset({paper.address})
    assert taken(recall(here, known=(paper,)), candidate("/tin/1")) is None
    assert taken(recall(here, known=(paper,), found_at=found), candidate("/tin/1")) == NIGHT
    assert taken(recall(here, known=(paper, other), found_at=found), candidate("/tin/1")) is None
    memory = recall(here, known=(paper,), rejected_at=found)
    assert taken(memory, candidate("/tin/1")) == NIGHT


def test_rejected_beside_what_is_published_is_left() -> None:
    """Evidence that could turn no verdict is taken over."""
    memory = recall(attempt("/tin/1"), rejected_at=frozenset({f"{ROOT}/tin/1"}))
    assert taken(memory, candidate("/tin/1", by=FoundBy.EVIDENCE)) == NIGHT


def test_what_was_left_stays_left() -> None:
    """What closed a trap is known; what another link now names is opened."""
    memory = recall(attempt("/lich/9", outcome=None, skip=Skip.TRAP_CLOSED))
    assert memory.leaves(replace(candidate("/lich/9"), could_mean=frozenset())) is Skip.TRAP_CLOSED
    assert memory.leaves(candidate("/lich/9")) is None


def test_new_things_wait_for_what_is_known() -> None:
    """They come when all that is known is in place, and then at once."""
    memory = recall(attempt("/tin/1"))
    new = candidate("/tin/2")
    assert not memory.holds_back(candidate("/tin/1"))
    assert memory.holds_back(new)
    assert memory.explore() == (new,)
    assert not memory.holds_back(new)


def compare(
    memory: Recall, path: str, now: str, outcome: Outcome = Outcome.OK
) -> PageChange | None:
    """What became of a page that is now so."""
    reading = read_body(now.encode(), Hints("text/html; charset=utf-8", ""))
    assert isinstance(reading, Document)
    seen = Attempt(ROOT + path, FoundBy.LINK, outcome=outcome, sha256="of tonight")
    opened = Opened(seen, ROOT + path, reading, now.encode())
    return asyncio.run(memory.compare(candidate(path), opened))


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (ARTICLE, PageChange.SAME),
        (ARTICLE.replace("gì.", "gì mới."), PageChange.CHANGED),
        (ARTICLE.replace("</main>", "<a href='/moi'>Mới</a></main>"), PageChange.CHANGED),
        (ARTICLE.replace("/tep.pdf", "/moi.pdf"), PageChange.CHANGED),
        (ARTICLE.replace("<a href='/tep.pdf'>Tệp</a>", ""), PageChange.SHRUNK),
    ],
)
def test_what_became_of_a_page(now: str, change: PageChange) -> None:
    """By its own words and where it leads to."""
    assert compare(recall(attempt("/tin/1"), attempt("/tep.pdf")), "/tin/1", now) is change


def test_a_link_that_nobody_followed_may_go() -> None:
    """Banners to other sites come and go; only what the last look knew is missed."""
    memory = recall(attempt("/tin/1"), page=ARTICLE + "<a href='http://quang-cao.vn/'>Mua</a>")
    assert compare(memory, "/tin/1", ARTICLE) is PageChange.CHANGED


def test_counters_and_dates_are_no_change() -> None:
    """Numbers that are no year, and dates, differ at every request."""
    was = ARTICLE.replace("gì.", "gì. Lượt xem: 36, ngày 21/11/2026")
    now = was.replace("36", "1.045").replace("21/11", "22/11")
    assert compare(recall(attempt("/tin/1"), page=was), "/tin/1", now) is PageChange.SAME


def test_what_is_gone_is_told() -> None:
    """A page that says it is not there any more; one that only fails says nothing."""
    memory = recall(attempt("/tin/1"))
    assert compare(memory, "/tin/1", ARTICLE, Outcome.SOFT_NOT_FOUND) is PageChange.GONE
    assert compare(memory, "/tin/1", ARTICLE, Outcome.TIMEOUT) is None
    assert compare(memory, "/tin/9", ARTICLE) is None
