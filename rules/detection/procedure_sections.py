"""Sections of a portal that list procedures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from domain.documents import Block, BlockKind, Zone
from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import found_any
from rules.detection.context import PageContext
from rules.detection.evidencing import Shown, refused
from rules.detection.own_text import MANY_LINKS, OWN_ZONES
from rules.detection.section_owner import owner_beside
from rules.detection.sources import Candidate
from rules.issuers.own_news import headline_of
from rules.naming.kinds import TitleReader, TitleReading
from rules.sightings import Sighting, SightingKind
from rules.vietnamese.folding import fold

_PROCEDURE = re.compile(
    r"\d\.\d{6}|^(?:thu tuc|dang ky|cap |cap lai|xac nhan|chung thuc|cong nhan|gia han|thay doi|"
    r"tham dinh|giai quyet|cai chinh|tro giup|cho phep|chuyen |dieu chinh|lien thong|"
    r"thanh lap|xet |cho thue|dinh chinh|hoan |thu hoi|cap giay|cap phep|quy trinh|tro cap|ho tro|"
    r"khai bao|bo nhiem|mien nhiem|phe duyet|cham dut|hoa giai|tach thua)"
)
_CODE = re.compile(r"^qt[-. /]?(?:[a-z]{1,6}[-. /]{1,2}){0,2}\d")
"""The code of a procedure of the system: QT-01, QT 01/CX-HCTP, QT-VP-01."""
_FIELD = re.compile(r"\W*(?:cac )?(?:thu tuc |tthc )?(?:thuoc )?linh vuc\b")
_SPEAKS_OF_TTHC = re.compile(r"thu tuc hanh chinh|tthc")
_LEAST_PROCEDURES = 5
_FEW_PROCEDURES = 2
"""Enough under a heading that says nothing but "Thủ tục hành chính": sections spread over pages."""
_BESIDE_THE_NAME = re.compile(
    r"thu tuc hanh chinh|tthc|dich vu cong(?: truc tuyen)?|mot cua|chuyen muc|danh muc"
    r"|bo (?=tthc|thu)"
    r"|cac (?=tthc|thu)|cap (?:xa|huyen|so|tinh)|cong khai|niem yet|tra cuu|muc(?= )"
    r"|thuoc tham quyen(?: giai quyet)?|[^a-z]"
)
_HEADER_ROW = re.compile(r"(?:so )?s?tt\b|(?:ten|danh muc) thu tuc\b")
_SAYS = re.compile(r"[a-z]{2}")
"""What the number of a hotline has not."""
_LEADING = re.compile(r"^(?:null\s|\[[^\]]{4,20}\]|[\s\d.|)\-:/]+)+")


class ProcedureSections:
    """Recognises a section of procedures by its heading and its items."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self._lexicon = lexicon
        self._titles = titles
        self._are_known = {"tthc_list", "procedure_list"} <= set(lexicon.catalogue.ids)

    def sightings(self, context: PageContext, lines: tuple[Candidate, ...]) -> tuple[Sighting, ...]:
        """A section of the portal that lists procedures: whether it is, and whose."""
        found = self._section(context, lines)
        owner = owner_beside(context, [line.text for line in lines]) if found else None
        if owner is None:
            return found
        note = f"{owner.note}: {owner.name}" if owner.name else owner.note
        return tuple(refused(sighting, note, owner.name) for sighting in found)

    def _section(self, context: PageContext, lines: tuple[Candidate, ...]) -> tuple[Sighting, ...]:
        """A section judged by its heading and its items."""
        if not lines or not self._are_known:
            return ()
        by_name = self._by_name(context, lines)
        if by_name:
            return by_name
        if not any(self._titles.may_name(line.text) for line in lines):
            return self._tthc_field(context, lines[0])
        readings = [(line, self._titles.read(line.text)) for line in lines]
        for line, reading in readings:
            found = self._iso_procedures(context, line, reading)
            if found:
                return found
        if any(reading.about_system for _, reading in readings):
            return self._coded_rows(context, readings)
        return self._tthc_section(context, *readings[0]) or self._tthc_field(context, lines[0])

    def _coded_rows(
        self, context: PageContext, readings: Sequence[tuple[Candidate, TitleReading]]
    ) -> tuple[Sighting, ...]:
        """The question over rows with codes of procedures on a page that only names the system."""
        if context.formal or any(each.namings or each.mention for _, each in readings):
            return ()
        rows = [block for block in context.own.blocks if block.kind is BlockKind.ROW]
        if not lists_coded_procedures(rows):
            return ()
        line = next(line for line, reading in readings if reading.about_system)
        publication = self._lexicon.catalogue.get("procedure_list")
        shown = Shown(line.text.strip(), line.place, line.text.strip())
        note = "Trang về hệ thống có bảng quy trình mang mã số, không có tên riêng"
        question = f"{note}: có phải là danh mục quy trình không?"
        kind = SightingKind.DOUBTFUL
        return (context.witness.sighting(publication, kind, 0.4, shown, note, question),)

    def _tthc_section(
        self, context: PageContext, line: Candidate, reading: TitleReading
    ) -> tuple[Sighting, ...]:
        """A section whose heading speaks of administrative procedures, and which lists them."""
        section = found_any(self._lexicon.shared("tthc_heading"), reading.hits)
        if section is None or self._tells_of_some(reading) or not _holds_procedures(context):
            return ()
        publication = self._lexicon.catalogue.get("tthc_list")
        shown = Shown(reading.text.quote(*section), line.place, line.text.strip())
        note = f"Mục thủ tục hành chính có {_procedures(context)} thủ tục"
        return (context.witness.sighting(publication, SightingKind.PAPER, 0.75, shown, note),)

    def _tells_of_some(self, reading: TitleReading) -> bool:
        """Whether a heading is of news, or of some of the procedures only."""
        lists = (self._lexicon.shared("tthc_partial"), self._lexicon.shared("mention"))
        return any(found_any(known, reading.hits) is not None for known in lists)

    def _tthc_field(self, context: PageContext, line: Candidate) -> tuple[Sighting, ...]:
        """One field's page of a section of procedures that is spread over a page a field."""
        words = context.attempt.words
        above = headline_of(words.parent_title)
        own = fold(line.text).plain
        field = is_section_name(above) and not self._tells_of_some(self._titles.read(line.text))
        if not _SPEAKS_OF_TTHC.search(fold(above).plain) or not (field or _FIELD.match(own)):
            return ()
        above_reading = self._titles.read(above)
        beside = words.zone in (Zone.RELATED, Zone.MENU, Zone.HEADER, Zone.FOOTER)
        if beside or above_reading.about_system or self._tells_of_some(above_reading):
            return ()
        count = _procedures(context)
        if count < _FEW_PROCEDURES or count * 2 < len(_items(context)) - 1:  # but for the headings
            return ()
        publication = self._lexicon.catalogue.get("tthc_list")
        shown = Shown(above.strip(), "article", above.strip())
        note = f"Mục thủ tục hành chính chia theo lĩnh vực: {line.text.strip()[:80]}"
        return (context.witness.sighting(publication, SightingKind.PAPER, 0.7, shown, note),)

    def _by_name(self, context: PageContext, lines: tuple[Candidate, ...]) -> tuple[Sighting, ...]:
        """A section called "Thủ tục hành chính" and nothing else, with what it lists."""
        line = next((line for line in lines if is_section_name(line.text)), None)
        if line is None:
            return ()
        count, others = _listed(context, line.text)
        publication = self._lexicon.catalogue.get("tthc_list")
        shown = Shown(line.text.strip(), line.place, line.text.strip())
        note = f"Mục thủ tục hành chính có {count} thủ tục"
        if count >= _FEW_PROCEDURES and len(others) * 2 <= count:
            return (context.witness.sighting(publication, SightingKind.PAPER, 0.75, shown, note),)
        # One alone is no list; many that nobody knows may be procedures all the same.
        unknown = [text for text in others if self._titles.read(text).type_name is None]
        too_few = count + len(unknown) < _LEAST_PROCEDURES or len(unknown) * 2 < len(others)
        if count < _FEW_PROCEDURES and too_few:
            return ()
        note = f"Mục thủ tục hành chính có {count + len(others)} mục"
        question = f"{note}, không rõ có phải là thủ tục: có phải là danh mục không?"
        kind = SightingKind.DOUBTFUL
        return (context.witness.sighting(publication, kind, 0.4, shown, note, question),)

    def _iso_procedures(
        self, context: PageContext, line: Candidate, reading: TitleReading
    ) -> tuple[Sighting, ...]:
        naming = next(
            (named for named in reading.namings if named.publication.id == "procedure_list"), None
        )
        if naming is None or reading.mention or context.formal:
            return ()
        if not _holds_procedures(context) and not lists_coded_procedures(context.document.blocks):
            return ()
        said = context.hits(self._lexicon) if context.head.motto else reading.hits
        if found_any(self._lexicon.shared("blank_form"), said) is not None:
            return ()  # laid out as a form: whether it is filled in is weighed as of a paper
        shown = Shown(reading.text.quote(*naming.span), line.place, line.text.strip())
        note = f"Mục quy trình theo ISO có {_procedures(context)} quy trình"
        return (
            context.witness.sighting(naming.publication, SightingKind.PAPER, 0.75, shown, note),
        )


def lists_coded_procedures(blocks: Iterable[Block]) -> bool:
    """Whether lines with the codes of the system's procedures stand there: QT-01, QT 01/CX-HCTP."""
    coded = {
        line
        for block in blocks
        if block.zone in OWN_ZONES and block.kind is not BlockKind.HEADING
        for line in block.text.split("\n")
        if _CODE.match(_LEADING.sub("", fold(line).plain))
    }
    return len(coded) >= _FEW_PROCEDURES


def _holds_procedures(context: PageContext) -> bool:
    """Whether the page lists procedures, and little else."""
    lines = _items(context)
    count = _procedures(context)
    return count >= _LEAST_PROCEDURES and count * 2 >= len(lines)


def _procedures(context: PageContext) -> int:
    """How many items of the page read like procedures."""
    return sum(1 for line in _items(context) if _is_procedure(_item(line)))


def _is_procedure(item: str) -> bool:
    return _PROCEDURE.search(item) is not None or _CODE.match(item) is not None


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
    under = {line.text for line in context.headings}
    texts.update(
        link.text for link in context.document.links if link.section.split(" > ")[-1] in under
    )
    texts.update(link.text for link in context.document.links if link.zone in own)
    return {line for text in texts for line in text.split("\n") if len(line) > 8}


def _item(line: str) -> str:
    """A line without its number, date and first cells."""
    return _LEADING.sub("", fold(line).plain) if "1." not in line[:2] else line.lower()


def is_section_name(text: str) -> bool:
    """Whether a heading names procedures, perhaps with public services, and nothing else."""
    plain = fold(text).plain
    if "thu tuc hanh chinh" not in plain and "tthc" not in plain:
        return False
    return not _BESIDE_THE_NAME.sub("", plain)


def _listed(context: PageContext, heading: str) -> tuple[int, list[str]]:
    """How many links under the heading, or of the page's own part, are procedures, and the rest."""
    names = {fold(heading).plain, fold(context.document.title).plain}
    under = {
        fold(link.text).plain
        for link in context.document.links
        if link.section and link.section.split(" > ")[-1] == heading
    }
    texts = under | {fold(text).plain for text in _rows(context)}
    if len(under - names) < _FEW_PROCEDURES:  # else menus without a name of theirs stay out
        texts.update(
            fold(link.text).plain
            for link in context.own.items
            if link.zone is Zone.LIST or link.section
        )
    found = sorted(
        text for text in texts if len(text) > 8 and text not in names and _SAYS.search(text)
    )
    others = [text for text in found if not _is_procedure(_LEADING.sub("", text))]
    return len(found) - len(others), others


def _rows(context: PageContext) -> list[str]:
    """Rows and items of the page's own part that carry no link."""
    linked = {link.text for link in context.document.links}
    if len(linked) > MANY_LINKS:
        return []
    return [
        block.text
        for block in context.document.blocks
        if block.zone in OWN_ZONES
        and block.kind in (BlockKind.ROW, BlockKind.LIST_ITEM)
        and not _HEADER_ROW.match(fold(block.text).plain)
        and not any(text and text in block.text for text in linked)
    ]
