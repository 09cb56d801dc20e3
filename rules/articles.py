"""A web page: a list, an article that is the paper, news of it, or something else."""

from __future__ import annotations

import re

from domain.documents import BlockKind, Link, Zone
from rules.catalogue.wording import found_any
from rules.context import PageContext
from rules.evidencing import Shown
from rules.files import FileReader
from rules.kinds import Naming, TitleReader, TitleReading
from rules.papers import PaperWeigher, TitleFound
from rules.sightings import Sighting, SightingKind
from rules.sources import Candidate, headings
from rules.target_year import year_of_title
from rules.unit_names import HeadLine
from rules.vietnamese.folding import fold, fold_words
from rules.vocabulary import Lexicon

_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|rtf|odt|ods|zip|rar|7z)(?:$|[?#])|linkclick\.aspx|fileticket=|/download",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"\d\.\d{6}|^(?:thu tuc|dang ky|cap |cap lai|xac nhan|chung thuc|cong nhan|gia han|thay doi|"
    r"tham dinh|giai quyet|cai chinh|tro giup|cho phep|chuyen |dieu chinh|lien thong|"
    r"thanh lap|xet |cho thue|dinh chinh|hoan |cap giay|cap phep|quy trinh)|^qt[- ]?\d"
)
_LEAST_PROCEDURES = 5
_LEAST_LETTERS = 90


class ArticleReader:
    """Reads web pages; built once for a catalogue."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, weigher: PaperWeigher) -> None:
        self._lexicon = lexicon
        self._titles = titles
        self._weigher = weigher
        self._files = FileReader(lexicon, titles, weigher)

    def sightings(self, context: PageContext) -> tuple[Sighting, ...]:
        """What a web page shows."""
        lines = (*headings(context.document), *_link_text(context))
        listed = self._procedure_section(context, lines)
        if listed or _is_list(context):
            return listed
        if context.head.formal:
            return self._files.sightings(context, lines[:1])
        if any(_is_attachment(link) for link in context.document.links):
            return ()
        return self._article(context, lines)

    def _article(self, context: PageContext, lines: tuple[Candidate, ...]) -> tuple[Sighting, ...]:
        near = context.about_system(self._lexicon)
        section = context.in_system_section(self._lexicon)
        found: dict[str, Sighting] = {}
        for line in lines:
            reading = self._titles.read(line.text, near, section)
            if reading.mention:
                return ()
            for naming in reading.namings:
                sighting = self._named(context, line, reading, naming)
                if sighting is not None:
                    found.setdefault(naming.publication.id, sighting)
        if not found and not self._is_news(context, None):
            return self._parts(context)
        return tuple(found.values()) or self._told(context, lines)

    def _named(
        self, context: PageContext, line: Candidate, reading: TitleReading, naming: Naming
    ) -> Sighting | None:
        if self._is_news(context, (reading, naming)):
            return self._own_news(context, line, reading, naming)
        paper = context.paper(self._lexicon)
        body = naming.publication.body
        support = len(body.found(paper.hits))
        if self._empty(context):
            return None
        enough = support >= naming.publication.body_needed
        if not enough and _leads_on(context):
            return None
        title = TitleFound(line.text.strip(), line.place, reading.text.quote(*naming.span), 0.85)
        if enough and len(context.body.source) > _LEAST_LETTERS and not _lists_more(context):
            return self._weigher.weigh(
                naming.publication, title, paper, context.issuers, context.witness
            )
        if _leads_on(context):
            return None
        shown = Shown(title.quote, title.place, title.text, year=year_of_title(line.text))
        question = "Trang mang tên giấy tờ nhưng nội dung không đủ để nhận ra: có phải là nó không?"
        note = "Trang mang tên giấy tờ, nội dung quá ít"
        return context.witness.sighting(
            naming.publication, SightingKind.DOUBTFUL, 0.4, shown, note, question
        )

    def _is_news(self, context: PageContext, title: tuple[TitleReading, Naming] | None) -> bool:
        """Whether the page tells of a paper instead of being it."""
        top = fold(context.body.source[:2500])
        told = self._lexicon.hits(top)
        # A title that begins like a paper's is only news where the text tells it twice.
        enough = 2 if title is not None and title[0].type_name is not None else 1
        if len({w.written for _, w in self._lexicon.shared("news").found(told)}) >= enough:
            return True
        if title is None:
            return False
        reading, naming = title
        issued = found_any(self._lexicon.shared("issued"), reading.hits)
        before = reading.text.plain[: naming.span[0]].strip()
        # "Sở Nội vụ ban hành Mục tiêu ...": somebody does something, so it is told, not shown.
        return (
            issued is not None
            and reading.type_name is None
            and len(before) > 12
            and (
                HeadLine(reading.text.source[: issued[0]]).last_unit() is not None and issued[0] > 3
            )
        )

    def _own_news(
        self, context: PageContext, line: Candidate, reading: TitleReading, naming: Naming
    ) -> Sighting | None:
        told = self._lexicon.hits(fold(context.body.source[:1500]))
        if found_any(self._lexicon.shared("training"), reading.hits) is not None:
            return None
        issued = found_any(self._lexicon.shared("issued"), reading.hits) or found_any(
            self._lexicon.shared("issued"), told
        )
        if issued is None or not self._speaks_of_own(context, line.text):
            return None
        year = year_of_title(line.text) or year_of_title(context.body.source[:1500])
        quote = reading.text.quote(*naming.span, around=60)
        shown = Shown(quote, line.place, line.text.strip(), year=year, issuer=None)
        question = "Tin của cơ quan nói đã ban hành nhưng không thấy giấy tờ: đăng ở đâu?"
        return context.witness.sighting(
            naming.publication, SightingKind.OWN_NEWS, 0.6, shown, "Tin tự đưa", question
        )

    def _speaks_of_own(self, context: PageContext, title: str) -> bool:
        own = context.issuers.own
        line = HeadLine(title)
        named = line.find(own)
        if named is not None:
            return named.exact
        unit = line.last_unit()
        if unit is not None and _is_bare_unit(title, own.core):
            return True
        if unit is not None:
            return False
        place = HeadLine(context.body.source[:600]).find(own)
        return place is not None and place.exact

    def _told(self, context: PageContext, lines: tuple[Candidate, ...]) -> tuple[Sighting, ...]:
        """Own news whose title does not name the paper, but whose first sentences do."""
        first = context.body.source[:700]
        training = self._lexicon.shared("training")
        if any(found_any(training, self._lexicon.hits(line.text)) for line in lines):
            return ()
        reading = self._titles.read(first[:480], False)
        if found_any(training, reading.hits) is not None:
            return ()
        issued = found_any(self._lexicon.shared("issued"), reading.hits)
        line = Candidate(" ".join(first.split())[:300], "main")
        found = []
        for naming in reading.namings:
            if issued is None or not naming.strong or issued[0] > naming.span[0]:
                continue
            sighting = self._own_news(context, line, reading, naming)
            if sighting is not None:
                found.append(sighting)
        return tuple(found)

    def _parts(self, context: PageContext) -> tuple[Sighting, ...]:
        """Papers that stand in the page under a title of their own, in capitals."""
        if self._empty(context) or len(context.body.source) < 200:
            return ()
        sightings = self._files.sightings(context)
        return tuple(found for found in sightings if found.kind is not SightingKind.DOUBTFUL)

    def _empty(self, context: PageContext) -> bool:
        updating = found_any(self._lexicon.shared("updating"), context.hits(self._lexicon))
        return updating is not None and len(context.body.source) < 600

    def said_nothing(self, context: PageContext) -> bool:
        """Whether a web page holds neither text of its own nor links to follow."""
        own = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
        text = " ".join(
            block.text
            for block in context.document.blocks
            if block.zone in own and block.kind is not BlockKind.HEADING
        )
        linked = _leads_on(context)
        return len(fold_words(text)) < 20 and not linked and not self._empty(context)

    def _procedure_section(
        self, context: PageContext, lines: tuple[Candidate, ...]
    ) -> tuple[Sighting, ...]:
        """A section of the portal that lists procedures, judged by its heading and its items."""
        if not lines:
            return ()
        line = lines[0]
        hits = self._lexicon.hits(line.text)
        section = found_any(self._lexicon.shared("tthc_heading"), hits)
        reading = self._titles.read(line.text)
        if reading.about_system:
            return self._iso_procedures(context, line, reading)
        partial = found_any(self._lexicon.shared("tthc_partial"), hits)
        told = found_any(self._lexicon.shared("mention"), hits) is not None
        if section is None or partial is not None or told or not _holds_procedures(context):
            return ()
        publication = self._lexicon.catalogue.get("tthc_list")
        shown = Shown(reading.text.quote(*section), line.place, line.text.strip())
        note = f"Mục thủ tục hành chính có {_procedures(context)} thủ tục"
        return (context.witness.sighting(publication, SightingKind.PAPER, 0.75, shown, note),)

    def _iso_procedures(
        self, context: PageContext, line: Candidate, reading: TitleReading
    ) -> tuple[Sighting, ...]:
        naming = next(
            (named for named in reading.namings if named.publication.id == "procedure_list"), None
        )
        if naming is None or not _holds_procedures(context) or context.head.formal:
            return ()
        shown = Shown(reading.text.quote(*naming.span), line.place, line.text.strip())
        note = f"Mục quy trình theo ISO có {_procedures(context)} quy trình"
        return (
            context.witness.sighting(naming.publication, SightingKind.PAPER, 0.75, shown, note),
        )


def _holds_procedures(context: PageContext) -> bool:
    """Whether the page lists procedures, and little else."""
    lines = _items(context)
    count = _procedures(context)
    return count >= _LEAST_PROCEDURES and count * 2 >= len(lines)


def _procedures(context: PageContext) -> int:
    """How many items of the page read like procedures."""
    return sum(1 for line in _items(context) if _PROCEDURE.search(_item(line)))


def _items(context: PageContext) -> set[str]:
    """The items of the page's lists, tables and links."""
    own = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
    kinds = (BlockKind.LIST_ITEM, BlockKind.ROW)
    blocks = context.document.blocks
    texts = {
        block.text
        for block in blocks
        if block.zone in own and (block.kind in kinds or block.zone is Zone.LIST)
    }
    under = {line.text for line in headings(context.document)}
    texts.update(
        link.text for link in context.document.links if link.section.split(" > ")[-1] in under
    )
    texts.update(link.text for link in context.document.links if link.zone in own)
    return {line for text in texts for line in text.split("\n") if len(line) > 8}


def _item(line: str) -> str:
    """A line without its number and first cells."""
    return re.sub(r"^[\s\d.|)\-]+", "", fold(line).plain) if "1." not in line[:2] else line.lower()


def _is_list(context: PageContext) -> bool:
    """Whether the page leads to others rather than saying something itself."""
    links = [link for link in context.document.links if link.zone is Zone.LIST]
    if len(links) < 3:
        return False
    listed = sum(len(block.text) for block in context.document.blocks if block.zone is Zone.LIST)
    return listed * 2 > len(context.body.source) or len(links) * 60 > len(context.body.source)


def _link_text(context: PageContext) -> tuple[Candidate, ...]:
    """The words of the link that led here: pages often carry their title nowhere else."""
    text = context.attempt.words.text.strip()
    return (Candidate(text, "link"),) if text else ()


def _leads_on(context: PageContext) -> bool:
    """Whether links of the page's own lead further, also a plain list under its heading."""
    own = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.PAGING)
    under = {line.text for line in headings(context.document)}
    return any(
        link.zone in own or (link.section and link.section.split(" > ")[-1] in under)
        for link in context.document.links
    )


def _lists_more(context: PageContext) -> bool:
    """Whether the page's text is mostly the text of its own links."""
    own = (Zone.MAIN, Zone.LIST)
    linked = sum(len(link.text) for link in context.document.links if link.zone in own)
    return linked * 2 > len(context.body.source)


def _is_attachment(link: Link) -> bool:
    if link.zone is Zone.ATTACHMENT:
        return True
    return link.zone is Zone.MAIN and _FILE.search(link.href) is not None


def _is_bare_unit(title: str, own: str) -> bool:
    """Whether the title says "Sở ban hành ..." or "UBND xã ...", meaning the agency itself."""
    words = fold_words(title).split()
    marker = fold_words(own).split()[:1]
    bare = {"so", "xa", "huyen", "phuong", "ubnd"}
    return (
        bool(words)
        and words[0] in bare
        and (
            (
                words[1:2]
                and words[1] in {"ban", "cong", "da", "vua", "phe", "ky", "kien", "hoan", "trien"}
            )
            or (
                words[:1] == ["ubnd"] and words[1:2] == marker and words[2:3] in (["ban"], ["cong"])
            )
        )
    )
