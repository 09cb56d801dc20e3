"""Entries of a page's lists that name a paper and have no link to it.

A script opens them, or a link was forgotten: the list says that the paper is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from domain.documents import Block, BlockKind, Link
from rules.catalogue.vocabulary import Lexicon
from rules.detection.context import PageContext
from rules.detection.evidencing import Shown
from rules.detection.page_parts import is_of_others
from rules.detection.promised import SAYS_NONE
from rules.detection.target_year import year_of_title
from rules.naming.kinds import TitleReader
from rules.sightings import Sighting, SightingKind
from rules.vietnamese.folding import fold

_ENTRIES = frozenset({BlockKind.LIST_ITEM, BlockKind.ROW})
_MOST_LINES = 400
_LONGEST_ENTRY = 300
_LEAST_TITLE = 12
_LEAST_LINK = 20
"""Letters of a link's words that are a title: others stand in many entries by chance."""
_QUOTING = r"(?:(?<!kem )theo|thuc hien|trien khai|can cu|tai|xem)"
_NUMBER = re.compile(
    rf"(?P<quoted>\b{_QUOTING} (?:(?:quyet dinh|ke hoach|thong bao|bao cao|cong van|qd|kh|cv) )?"
    r"(?:so[ :.]*)?)?\d{1,5}[a-z]?\s?/(?:\d{4}/)?(?:qd|kh|tb|bc|bb|qc|cv)\s?[-/]"
    r"(?!\s?(?:ttg|cp|bkhcn)\b)"
)
"""The number of a paper: a table of tasks, points or terms has none, or only quotes some."""
_QUOTES = re.compile(rf"\b{_QUOTING}\W*$")
_DUTY = re.compile(
    r"\W*(?:tham muu|chu tri|phoi hop|to chuc|trien khai|thuc hien|tiep tuc|xay dung|theo doi"
    r"|don doc|quan triet|tuyen truyen|pho bien|ra soat)\b"
)
"""How an item begins that says what is done, or to be done."""
NOTE = "Danh sách nêu tên giấy tờ, không có liên kết để mở"


def unlinked_papers(
    context: PageContext, lexicon: Lexicon, titles: TitleReader
) -> tuple[Sighting, ...]:
    """What the lists of a web page name and do not link, for an inspector to look for."""
    lines = () if context.formal else tuple(_lines_without_links(context, titles))
    # Few pages have such lines, so that what the whole page says is asked last.
    if not lines or context.turns_of_news(lexicon):
        return ()
    found: dict[str, Sighting] = {}
    near, section = context.about_system(lexicon), context.in_system_section(lexicon)
    for entry, line in lines:
        reading = titles.read(line, near, section, True)
        if reading.mention or reading.draft or is_of_others(context, line):
            continue
        for naming in reading.namings:
            title = naming.publication.title
            question = f"{NOTE}: “{title}” của cơ quan này đăng ở đâu?"
            shown = Shown(line, "list", entry, year=year_of_title(line))
            sighting = context.witness.sighting(
                naming.publication, SightingKind.UNREAD, 0.5, shown, NOTE, question
            )
            found.setdefault(naming.publication.id, sighting)
    return tuple(found.values())


def _lines_without_links(context: PageContext, titles: TitleReader) -> Iterator[tuple[str, str]]:
    """The items and cells of lists that may name a paper and stand in no link.

    The whole entry, and the line.
    """
    links = context.document.links
    titled = tuple(link.text for link in context.own.links if len(link.text) >= _LEAST_LINK)
    for kind, run in groupby(context.own.blocks[:_MOST_LINES], key=lambda block: block.kind):
        entries = list(run) if kind in _ENTRIES else []
        # First, as few do: every other question is asked of all links of the page.
        telling = [entry for entry in entries if titles.may_name(entry.text)]
        # Items are anything that is counted; a list of papers has links in it.
        if telling and (kind is BlockKind.ROW or any(_leads_on(one, titled) for one in entries)):
            for entry in telling:
                for line in () if _has_title(entry, titled) else _named(entry, links):
                    yield entry.text, line


def _has_title(entry: Block, titled: tuple[str, ...]) -> bool:
    return any(text in entry.text for text in titled)


def _leads_on(entry: Block, titled: tuple[str, ...]) -> bool:
    """Whether an entry is linked itself; a sentence may quote a law by its link."""
    before = (entry.text.partition(text)[0] for text in titled if text in entry.text)
    return any(not _QUOTES.search(fold(words).plain) for words in before)


def _named(entry: Block, links: tuple[Link, ...]) -> Iterator[str]:
    """The words of an entry that may be the name of a paper nobody can open."""
    text, plain = entry.text, fold(entry.text).plain
    if len(text) > _LONGEST_ENTRY or SAYS_NONE.search(plain):
        return
    numbered = any(not number["quoted"] for number in _NUMBER.finditer(plain))
    if not numbered and (entry.kind is BlockKind.ROW or _DUTY.match(plain)):
        return
    for cell in text.split(" | "):
        words = cell.strip()
        if len(words) >= _LEAST_TITLE and not any(_leads_to(link, words) for link in links):
            yield words


def _leads_to(link: Link, words: str) -> bool:
    """Whether a link is called so, or stands below the words or, with none to say, beside them."""
    beside = link.context if len(link.text) < _LEAST_LINK else ""
    return any(words in said for said in (link.text, link.title, link.section, beside))
