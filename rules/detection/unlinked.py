"""Entries of a page's lists that name a paper and have no link to it.

A script opens them, or a link was forgotten: the list says that the paper is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice, zip_longest

from domain.documents import Block, BlockKind, Link, Zone
from rules.catalogue.vocabulary import Lexicon
from rules.detection.context import PageContext
from rules.detection.evidencing import Shown
from rules.detection.page_parts import is_of_others
from rules.detection.page_shape import is_archive
from rules.detection.promised import (
    SAYS_NONE,
    has_entries,
    is_named_section,
    is_training,
    says_none,
)
from rules.detection.target_year import year_of_title
from rules.naming.kinds import TitleReader
from rules.sightings import Sighting, SightingKind
from rules.vietnamese.folding import fold

_ENTRIES = frozenset({BlockKind.LIST_ITEM, BlockKind.ROW})
_WAYS = frozenset({Zone.MENU, Zone.BREADCRUMB, Zone.PAGING})
_MOST_LINES = 400
_LONGEST_ENTRY = 300
_LEAST_TITLE = 12
_LEAST_LINK = 20
"""Letters of a link's words that are a title: others stand in many entries by chance."""
_LONGEST_LINE = 200
_WORDS_OF_A_LINE = 5
_ENDS_A_SENTENCE = (".", ";", ":", "…", ",", "?", "!")
_LEAD = " \t-–—•*+.)(|:0123456789"
"""What stands before an entry of a list: its bullet, or its number."""
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
_NOT_YET = re.compile(
    r"\bdang (?:\w+ ){0,8}(?:tong hop|xay dung|soan thao|du thao|lay y kien|trinh|hoan thien)\b"
)
_FEWEST_OF_A_LIST = 2
NOTE = "Danh sách nêu tên giấy tờ, không có liên kết để mở"


def unlinked_papers(
    context: PageContext, lexicon: Lexicon, titles: TitleReader
) -> tuple[Sighting, ...]:
    """What the lists of a web page name and do not link, for an inspector to look for."""
    lines = () if context.formal else tuple(_lines_without_links(context, lexicon, titles))
    # Few pages have such lines, so that what the whole page says is asked last.
    if not lines or context.turns_of_news(lexicon):
        return ()
    found: dict[str, Sighting] = {}
    near, section = context.about_system(lexicon), context.in_system_section(lexicon)
    for entry, line in lines:
        reading = titles.read(line, near, section, True)
        if reading.mention or reading.draft or is_of_others(context, line):
            continue
        inside = [link.text for link in context.own.links if link.text and link.text in line]
        linked = {one.publication.id for text in inside for one in titles.read(text, near).namings}
        for naming in reading.namings:
            title = naming.publication.title
            if naming.publication.id in linked:
                continue  # in a link, however short; the line has number and date as well
            question = f"{NOTE}: “{title}” của cơ quan này đăng ở đâu?"
            shown = Shown(line, "list", entry, year=year_of_title(line))
            sighting = context.witness.sighting(
                naming.publication, SightingKind.UNREAD, 0.5, shown, NOTE, question
            )
            found.setdefault(naming.publication.id, sighting)
    return tuple(found.values())


def lists_unopened(
    context: PageContext, lexicon: Lexicon, titles: TitleReader, seen: tuple[Sighting, ...]
) -> bool:
    """Whether a page of the system's section names papers line by line, and opens none at all.

    A script does, whatever the lines are made of: what else it opens cannot be known.
    """
    if context.formal or context.attempt.words.zone is Zone.PAGING:
        return False
    if any(one.kind is SightingKind.PAPER for one in seen) or has_entries(context):
        return False
    if not is_named_section(context, lexicon) or says_none(context.own.blocks):
        return False
    if context.turns_of_news(lexicon) or is_training(context, lexicon):
        return False
    lines = (block.text for block in context.own.blocks[:_MOST_LINES])
    named = (line for line in lines if _names_a_paper(context, line, lexicon, titles))
    return len(list(islice(named, _FEWEST_OF_A_LIST))) == _FEWEST_OF_A_LIST


def _names_a_paper(context: PageContext, line: str, lexicon: Lexicon, titles: TitleReader) -> bool:
    """Whether a line as short as a title is one, and not the page's own."""
    if len(line) > _LONGEST_LINE or line.endswith(_ENDS_A_SENTENCE) or not titles.may_name(line):
        return False
    if _is_of_the_page(context, line):
        return False
    reading = titles.read(line, context.about_system(lexicon), True, True)
    return bool(reading.namings) and not reading.mention and not reading.draft


def _lines_without_links(
    context: PageContext, lexicon: Lexicon, titles: TitleReader
) -> Iterator[tuple[str, str]]:
    """The entries of lists that may name a paper and stand in no link.

    The whole entry, and the line.
    """
    blocks, beside = _part(context)
    titled = tuple(link.text for link in beside if len(link.text) >= _LEAST_LINK)
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        entries = list(run) if kind in _ENTRIES else []
        # First, as few do: every other question is asked of all links of the page.
        telling = [entry for entry in entries if titles.may_name(entry.text)]
        # Items are anything that is counted; a list of papers has links in it.
        if telling and (kind is BlockKind.ROW or any(_leads_on(one, titled) for one in entries)):
            listed = kind is BlockKind.LIST_ITEM or _are_linked(entries, beside)
            for entry in telling:
                yield from () if _has_title(entry, titled) else _named(context, entry, listed)
        elif telling and context.about_system(lexicon):
            # A script may open them all: then the words must say whose paper it is.
            for entry in (one for one in telling if not _holds_link(one, beside)):
                yield from _named(context, entry, context.issuers.is_named_in(entry.text))
    for line in _lone_lines(context, blocks, titled, titles):
        yield from _named(context, line, listed=bool(titled))
    scripted = dict(context.document.metadata).get("scripted", "")
    for text in filter(titles.may_name, scripted.split("\n") if scripted else ()):
        yield from _named(context, Block(text), listed=True)


def _part(context: PageContext) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """The lines and links of a page's own part; of what stands around it where it has none.

    Some portals call the box of their content a foot, a column or a counter.
    """
    own = context.own
    if any(block.kind is not BlockKind.HEADING for block in own.blocks):
        return own.blocks[:_MOST_LINES], own.links
    document = context.document
    blocks = (block for block in document.blocks if block.zone not in _WAYS)
    links = (link for link in document.links if link.zone not in _WAYS)
    return tuple(islice(blocks, _MOST_LINES)), tuple(links)


def _lone_lines(
    context: PageContext, blocks: tuple[Block, ...], titled: tuple[str, ...], titles: TitleReader
) -> Iterator[Block]:
    """Lines that are no items; where the page lists linked titles, what they name is not there."""
    followed = zip_longest(blocks, blocks[1:])
    lone = [pair for pair in followed if _may_be_entry(pair[0]) and titles.may_name(pair[0].text)]
    if not lone or is_archive(context):
        return
    if titled and not any(_is_entry(one, titled) for one in blocks):
        return
    for line, below in lone:
        said = fold(below.text).plain if below is not None else ""
        owed = SAYS_NONE.search(said) or _NOT_YET.search(said)
        if not (owed or _has_title(line, titled) or _is_of_the_page(context, line.text)):
            yield line


def _may_be_entry(block: Block) -> bool:
    """Whether a line of its own is as short as a title, and no sentence."""
    text = block.text
    if block.kind in _ENTRIES or not _LEAST_TITLE <= len(text) <= _LONGEST_LINE:
        return False
    return not text.endswith(_ENDS_A_SENTENCE) and len(text.split()) >= _WORDS_OF_A_LINE


def _is_entry(block: Block, titled: tuple[str, ...]) -> bool:
    """Whether a line begins with a linked title: the page lists papers, or news."""
    return block.text.lstrip(_LEAD).startswith(titled)


def _is_of_the_page(context: PageContext, line: str) -> bool:
    """Whether a line is what the page itself is called, a date right behind it or not."""
    title, words = context.document.title, context.attempt.words.text
    named = len(words) >= _LEAST_LINK and line.startswith(words)
    return line in title or line in words or named


def _are_linked(rows: list[Block], links: tuple[Link, ...]) -> bool:
    """Whether any row of a table leads to what it names."""
    beside = [link.text if len(link.text) >= _LEAST_LINK else link.context for link in links]
    said = [words for words in beside if len(words) >= _LEAST_TITLE]
    return any(words in row.text for row in rows for words in said)


def _holds_link(entry: Block, links: tuple[Link, ...]) -> bool:
    return any(len(link.text) >= _LEAST_TITLE and link.text in entry.text for link in links)


def _has_title(entry: Block, titled: tuple[str, ...]) -> bool:
    return any(text in entry.text for text in titled)


def _leads_on(entry: Block, titled: tuple[str, ...]) -> bool:
    """Whether an entry is linked itself; a sentence may quote a law by its link."""
    before = (entry.text.partition(text)[0] for text in titled if text in entry.text)
    return any(not _QUOTES.search(fold(words).plain) for words in before)


def _named(context: PageContext, entry: Block, listed: bool) -> Iterator[tuple[str, str]]:
    """The words of an entry that may be the name of a paper nobody can open, the entry before them.

    ``listed``: what stands beside it is linked. Items are then told by that alone; of all else
    the words must say whose paper it is, or of which year, or its number.
    """
    text, plain = entry.text, fold(entry.text).plain
    if len(text) > _LONGEST_ENTRY or SAYS_NONE.search(plain):
        return
    if not any(not number["quoted"] for number in _NUMBER.finditer(plain)):
        item = entry.kind is BlockKind.LIST_ITEM
        if _DUTY.match(plain) or not (listed and (item or _tells_which(context, text))):
            return
    for cell in text.split(" | "):
        words = cell.strip()
        linked = any(_leads_to(link, words) for link in context.document.links)
        if len(words) >= _LEAST_TITLE and not linked:
            yield text, words


def _tells_which(context: PageContext, text: str) -> bool:
    """Whether words speak of one paper, and of no kind of them."""
    return year_of_title(text) is not None or context.issuers.is_named_in(text)


def _leads_to(link: Link, words: str) -> bool:
    """Whether a link is called so, or stands below the words or, with none to say, beside them."""
    beside = link.context if len(link.text) < _LEAST_LINK else ""
    return any(words in said for said in (link.text, link.title, link.section, beside))
