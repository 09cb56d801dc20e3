"""Deciding what one page is for each publication: the paper, news of it, or something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from documents.from_xml import FEED_ROOTS
from domain.agencies import Inspected
from domain.documents import Document, Unread, Unreadable, Zone
from domain.settings import InspectionSettings
from domain.visits import Attempt, FoundBy, Page
from rules.catalogue.model import Catalogue, Publication
from rules.catalogue.vocabulary import Lexicon
from rules.detection import promised
from rules.detection.articles import ArticleReader
from rules.detection.bundles import later_papers
from rules.detection.context import PageContext
from rules.detection.emptiness import said_nothing
from rules.detection.evidencing import Shown, Witness
from rules.detection.files import FileReader
from rules.detection.members import MemberReader
from rules.detection.papers import PaperWeigher
from rules.detection.plan_parts import objectives_in_plan
from rules.detection.portal_signs import names_its_owner
from rules.detection.procedure_sections import is_section_name
from rules.detection.sources import Candidate, heading_lines, link_lines, surroundings
from rules.detection.target_year import year_of_title
from rules.detection.unlinked import lists_unopened, unlinked_papers
from rules.detection.unseen import is_torn_office, tells_what_it_is, unseen_of
from rules.explaining.unread_words import unread_because
from rules.issuers.judge import IssuerJudge
from rules.naming.joined_names import names_in
from rules.naming.kinds import TitleReader
from rules.naming.topics import Topics
from rules.naming.withdrawal import says_expired
from rules.sightings import PageNotes, Sighting, SightingKind

_MENUS = frozenset({Zone.MENU, Zone.HEADER, Zone.BREADCRUMB})
_MARKUP = frozenset({"text/html", "application/xhtml+xml"})
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "text/xml", "application/xml"})


class Detector:
    """Reads pages with one catalogue; built once and used for every agency."""

    def __init__(self, catalogue: Catalogue, inspection: InspectionSettings) -> None:
        self.catalogue = catalogue
        self._lexicon = lexicon = Lexicon(catalogue)
        self._titles = TitleReader(lexicon)
        weigher = PaperWeigher(lexicon, inspection.editions)
        self._files = FileReader(lexicon, self._titles, weigher)
        self._topics = Topics(lexicon)
        self._articles = ArticleReader(lexicon, self._titles, self._topics, weigher)
        self._members = MemberReader(self._files, self._topics, self._titles, self._unread)
        self._judge_of = lru_cache(maxsize=8)(IssuerJudge)

    def notes(self, page: Page, inspected: Inspected) -> PageNotes:
        """All that one page, which was opened, shows for the inspected agency."""
        reading, attempt = page.reading, page.attempt
        witness = Witness.of_page(attempt, reading, page.captured_at)
        if isinstance(reading, Unreadable):
            found = self._unread(attempt, witness, reading.reason)
            return PageNotes(attempt, found, unread=reading.reason)
        if is_torn_office(reading):
            found = self._unread(attempt, witness, Unread.DAMAGED)
            return PageNotes(attempt, found, unread=Unread.DAMAGED)
        if not FEED_ROOTS.isdisjoint(reading.metadata):
            return PageNotes(attempt)  # it only repeats what the portal's pages list
        if reading.members:
            return self._members.notes(page, reading, self._judge_of(inspected))
        context = PageContext(reading, attempt, witness, self._judge_of(inspected))
        if not context.body.source.strip() and reading.media_type not in _MARKUP:
            found = self._unread(attempt, witness, Unread.EMPTY)
            return PageNotes(attempt, found, Unread.EMPTY, reading.needs, said_nothing=True)
        if not context.legible:
            found = self._unread(attempt, witness, Unread.NO_TEXT_LAYER)
            return PageNotes(attempt, found, Unread.NO_TEXT_LAYER, reading.needs)
        seen = self._seen(reading, context)
        seen = (*seen, *objectives_in_plan(context, seen, self._lexicon, self._titles))
        unseen = unseen_of(reading, lambda: self._is_known(context, seen))
        if not unseen and reading.media_type in _MARKUP:
            unseen = promised.why_unseen(context, self._lexicon, self._topics)
            if not unseen and lists_unopened(context, self._lexicon, self._titles, seen):
                unseen = promised.WHY
        if unseen:
            witness.asked.beyond_section = True
            seen = (*seen, *self._hidden(attempt, witness, seen))
        return PageNotes(
            attempt=attempt,
            sightings=seen,
            needs=reading.needs,
            said_nothing=said_nothing(context, self._lexicon, self._topics),
            unseen=unseen,
            expired=says_expired(context.body) if reading.media_type in _MARKUP else "",
            names_agency=attempt.found_by is FoundBy.HOME and names_its_owner(context),
            in_section=self._in_section(context),
        )

    def _is_known(self, context: PageContext, seen: tuple[Sighting, ...]) -> bool:
        """Whether what was read of a file tells what it is."""
        return self._titles.is_elsewhere(context.head.title) or tells_what_it_is(seen)

    def _in_section(self, context: PageContext) -> bool | None:
        """See :attr:`PageNotes.in_section`."""
        more = context.witness.asked.beyond_section
        return None if more else context.in_system_section(self._lexicon)

    def heard_more(self, notes: PageNotes, attempt: Attempt) -> PageNotes | None:
        """The notes of a page to which more links were found since; None where those may differ.

        Then the page must be looked through again.
        """
        alike = replace(attempt, also=notes.attempt.also) == notes.attempt
        if notes.in_section is None or notes.sightings or not alike:
            return None
        in_section = self._lexicon.speaks_of_system(surroundings(attempt))
        return replace(notes, attempt=attempt) if in_section is notes.in_section else None

    def _hidden(
        self, attempt: Attempt, witness: Witness, seen: tuple[Sighting, ...]
    ) -> tuple[Sighting, ...]:
        """What the words of a file name whose pages without text may be the paper."""
        settled = {
            sighting.publication
            for sighting in seen
            if sighting.kind is SightingKind.PAPER or sighting.question
        }
        named = self._unread(attempt, witness, Unread.NO_TEXT_LAYER)
        return tuple(sighting for sighting in named if sighting.publication not in settled)

    def _seen(self, document: Document, context: PageContext) -> tuple[Sighting, ...]:
        if document.media_type in _FEEDS or context.attempt.found_by is FoundBy.AID:
            return ()
        if document.media_type in _MARKUP:
            seen = self._articles.sightings(context)
            if context.formal:
                return (*seen, *self._behind(document, context))
            known = {sighting.publication for sighting in seen}
            listed = unlinked_papers(context, self._lexicon, self._titles)
            return (*seen, *(one for one in listed if one.publication not in known))
        return (*self._files.sightings(context), *self._behind(document, context))

    def _behind(self, document: Document, context: PageContext) -> Iterable[Sighting]:
        """What the papers behind the first one in a file are."""
        for later in later_papers(document):
            behind = PageContext(later, context.attempt, context.witness, context.issuers)
            if behind.legible:
                yield from self._files.sightings(behind)

    def of_unopened(
        self, attempt: Attempt, captured_at: datetime | None = None
    ) -> tuple[Sighting, ...]:
        """UNREAD for every publication that a link names which could not be opened."""
        moment = captured_at or attempt.started_at or datetime.min.replace(tzinfo=UTC)
        asked = attempt
        if attempt.final_address:  # where the link points, not the home page it came to
            asked = replace(attempt, final_address="")
        witness = Witness(asked, moment, attempt.media_type, attempt.sha256)
        return self._unread(attempt, witness, None)

    def _unread(
        self, attempt: Attempt, witness: Witness, reason: Unread | None
    ) -> tuple[Sighting, ...]:
        found: dict[str, Sighting] = {}
        for line, publication in self._named_by_link(attempt):
            shown = Shown(line.text, line.place, line.text, year=year_of_title(line.text))
            what = unread_because(attempt, reason)
            question = f"{what}: có phải là “{publication.title}” của cơ quan này không?"
            sighting = witness.sighting(
                publication, SightingKind.UNREAD, 0.5, shown, what, question
            )
            found.setdefault(publication.id, sighting)
        return tuple(found.values())

    def _named_by_link(self, attempt: Attempt) -> Iterable[tuple[Candidate, Publication]]:
        in_menu = attempt.words.zone in _MENUS
        above = heading_lines(attempt, self._topics)
        for line in (*link_lines(attempt, self._topics), *above):
            if in_menu and is_section_name(line.text):
                continue  # a section of the portal that was not seen, which is no paper
            pieces = tuple(names_in(line.text))
            if not any(map(self._titles.may_name, pieces)):
                continue  # as most of the many links that a visit leaves unopened
            near = self._titles.read(surroundings(attempt)).about_system
            reading = self._titles.read(line.text, near, near, on_link=True)
            if reading.draft:
                continue
            for piece in pieces:
                for naming in self._titles.read(piece, near, near, on_link=True).namings:
                    yield line, naming.publication
            if self._topics.is_other_section(line.text):
                continue  # a committee, plan or list of another field
            for publication in reading.in_context:
                yield line, publication
