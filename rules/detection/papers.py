"""Weighing a paper whose kind is known: blank form, issuer, year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from domain.publications import Period
from rules.catalogue.model import Publication
from rules.catalogue.vocabulary import Lexicon, speaks_of_system
from rules.catalogue.wording import found_any
from rules.detection.evidencing import Shown, Witness
from rules.detection.letters import asks_for_it, only_invites
from rules.detection.open_years import open_years
from rules.detection.target_year import CONTRADICTED, TargetYear, target_year
from rules.head import DocumentHead
from rules.issuers.body import issuer_of_body, twin_told_by_body
from rules.issuers.judge import IssuerJudge
from rules.issuers.unit_names import HeadLine
from rules.issuers.verdict import IssuerVerdict, Whose
from rules.sightings import Sighting, SightingKind
from rules.vietnamese.folding import Folded, fold
from rules.vietnamese.search import Hits, Span
from rules.vietnamese.standards import standards

_DOTS = re.compile(r"[.…_]{4,}|…{2,}")
_BLANK_YEAR = re.compile(r"nam\s*(?:20)?\s*(?:[.…_]{2,}|…|x{2,}|\.\.)")
_OF_BELOW = re.compile(r"\s*(?:của|CỦA|Của) [^\n]{3,80}")
_FILLED = re.compile(r"(?:\s+[^\W\d_]+){0,5}\s*[:|]\s*(\w.{3,})")
_DRAFT_LINE = re.compile(
    r"^[\s\[(*]*(?:ban )?du thao(?: lan (?:thu )?\w+| \d+| \d\d?[./]\d\d?(?:[./]\d+)?)?[\s\])*]*$",
    re.MULTILINE,
)
_DRAFT_LINK = re.compile(r"[\s\[(]*du thao\b")
_ASKED_FOR = "Công văn yêu cầu đề xuất, gửi về để tổng hợp; giấy tờ chưa ban hành"
_HELD = "Giấy mời họp, chưa phải biên bản hay kết luận: họp đã có kết quả chưa, đăng ở đâu?"
_HEAD_LENGTH = 1_500
_SPOKEN_OF = 4_000
_OF_OTHERS = frozenset({Whose.OTHER, Whose.ABOVE})
_ACCEPTED = frozenset({Whose.OWN, Whose.INNER, Whose.UNNAMED, Whose.UNCHECKED})


SURE_OF_LETTERS = 0.9
"""From this certainty on letters of names and years are taken as they are read."""


@dataclass(frozen=True)
class PaperText:
    """A paper's text with its head and what was found in it."""

    body: Folded
    head: DocumentHead
    hits: Hits
    certainty: float
    """How sure the reader is of the letters."""


@dataclass(frozen=True)
class TitleFound:
    """The line that names the paper."""

    text: str
    place: str
    quote: str
    confidence: float


class PaperWeigher:
    """Says what a paper of a known kind is worth to one agency."""

    def __init__(self, lexicon: Lexicon, editions: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._editions = editions

    def weigh(
        self,
        publication: Publication,
        title: TitleFound,
        paper: PaperText,
        issuers: IssuerJudge,
        witness: Witness,
        other_titles: tuple[str, ...] = (),
    ) -> Sighting:
        """The sighting that a paper of this kind makes."""
        issuer = _issuer_of(title, paper, issuers)
        year = self._year(publication, title, paper, other_titles)
        shown = _shown(title, paper.head, issuer, year)
        refusal = self._refusal(title, paper, issuer, witness.attempt.words.text)
        if not refusal and "công văn" not in publication.types:
            refusal = _ASKED_FOR if asks_for_it(paper.body, paper.head) else ""
        if not refusal and self._lacks_subject(publication, title, paper, witness):
            refusal = "Nội dung không nói về hệ thống quản lý chất lượng"
        if refusal:
            return witness.sighting(publication, SightingKind.NOT_IT, 0.9, shown, refusal)
        kind, note, question = self._by_issuer(publication, issuer, issuers, paper, title)
        asks_whose = kind is SightingKind.DOUBTFUL
        if kind is SightingKind.PAPER and publication.period is Period.YEARLY and not year.sure:
            kind, question = SightingKind.DOUBTFUL, _year_question(year)
        elif kind is SightingKind.PAPER and only_invites(paper.head):
            kind, note, question = SightingKind.DOUBTFUL, "Chỉ là giấy mời", _HELD
        note = " ".join(part for part in (note, self._edition_note(paper)) if part)
        confidence = title.confidence * issuer.confidence * min(1.0, paper.certainty + 0.05)
        sighting = witness.sighting(publication, kind, confidence, shown, note, question)
        if publication.period is Period.YEARLY and kind is not SightingKind.NOT_IT:
            # Not what a link says: it may announce this year's, and lead to the last one's.
            years = open_years(title.text, paper.body, paper.head)
            sighting = replace(sighting, open_years=years)
        if kind is SightingKind.DOUBTFUL:
            likely_own = issuer.likely_own and year.sure
            return replace(sighting, kind_known=asks_whose, likely_own=likely_own)
        others = kind is SightingKind.NOT_IT and issuer.whose in _OF_OTHERS
        return replace(sighting, rejected_issuer=issuer.name) if others else sighting

    def _year(
        self,
        publication: Publication,
        title: TitleFound,
        paper: PaperText,
        others: tuple[str, ...],
    ) -> TargetYear:
        if publication.period is not Period.YEARLY:
            return TargetYear(None, True, "")
        sure = paper.certainty >= SURE_OF_LETTERS
        return target_year((title.text, *others), paper.body, paper.head, certain=sure)

    def _refusal(
        self, title: TitleFound, paper: PaperText, issuer: IssuerVerdict, linked_as: str
    ) -> str:
        """Why the paper is plainly none; empty when nothing says so."""
        if self._is_blank(title, paper):
            return "Mẫu trống, chưa điền, không phải giấy tờ đã ban hành"
        if paper.head.law and issuer.whose not in (Whose.OWN, Whose.INNER):
            return "Văn bản quy phạm của trung ương, không phải giấy tờ của cơ quan"
        if self._is_draft(title, paper, linked_as):
            return "Bản dự thảo, chưa ban hành"
        return ""

    def _lacks_subject(
        self, publication: Publication, title: TitleFound, paper: PaperText, witness: Witness
    ) -> bool:
        """Whether neither the text nor what surrounds its link speaks of what it must be about."""
        needed = publication.subject_needed
        if not needed or needed.found(paper.hits) or speaks_of_system(paper.hits):
            return False
        around = f"{title.text} | {witness.surroundings()}"
        return not speaks_of_system(self._lexicon.hits(around))

    def _is_draft(self, title: TitleFound, paper: PaperText, linked_as: str) -> bool:
        """Whether title, a line of the head, or the link to an unsigned paper calls it a draft."""
        if found_any(self._lexicon.shared("draft"), self._lexicon.hits(title.text)) is not None:
            return True
        if _DRAFT_LINE.search(paper.body.plain[:_HEAD_LENGTH]):
            return True
        number, day = paper.head.number or "", paper.head.issued_on
        signed = number[:1].isdigit() and day is not None
        return not signed and _DRAFT_LINK.match(fold(linked_as).plain) is not None

    def _is_blank(self, title: TitleFound, paper: PaperText) -> bool:
        if _BLANK_YEAR.search(fold(title.text).plain):
            return True
        wordings = self._lexicon.shared("blank_form").found(paper.hits)
        places = [span for span, _ in wordings if not _is_filled(paper.body, span)]
        signs = _signs_of_issue(paper.head)
        if places and (signs < 2 or _in_title(title.text, paper.body, places)):
            return True
        return signs == 0 and len(_DOTS.findall(paper.body.plain[:1500])) >= 4

    def _by_issuer(
        self,
        publication: Publication,
        issuer: IssuerVerdict,
        issuers: IssuerJudge,
        paper: PaperText,
        title: TitleFound,
    ) -> tuple[SightingKind, str, str]:
        nameless = issuer.whose is Whose.UNNAMED and paper.head.motto
        if issuer.whose in _ACCEPTED and not nameless:
            return self._by_age(issuer, issuers, paper)
        if publication.issuer_above and issuers.is_scope_of(title.text):
            if issuer.whose in (Whose.ABOVE, Whose.UNNAMED):
                return SightingKind.PAPER, "Do cấp trên công bố, thuộc thẩm quyền của cơ quan", ""
            if issuers.may_be_above(issuer):
                question = f"Do {issuer.name} công bố: có áp dụng cho cơ quan này không?"
                return SightingKind.DOUBTFUL, "Không rõ có phải cấp trên công bố", question
        if issuer.whose in _OF_OTHERS and not _names_agency_too(title, paper, issuers):
            note = f"{issuer.note}: {issuer.name}" if issuer.name else issuer.note
            return SightingKind.NOT_IT, note, ""
        question = f"{issuer.note or 'Cơ quan ban hành không rõ'}: có phải của cơ quan này không?"
        return SightingKind.DOUBTFUL, issuer.note, question

    def _by_age(
        self, issuer: IssuerVerdict, issuers: IssuerJudge, paper: PaperText
    ) -> tuple[SightingKind, str, str]:
        only_year = _is_of_year_before(paper.head, issuers.since)
        if not only_year and not _is_older(paper.head, issuers.since):
            return SightingKind.PAPER, issuer.note, ""
        note = "Ký trước ngày cơ quan hiện nay được thành lập"
        # A year without its day is too little to call a paper none of the agency's.
        if only_year or issuers.has_predecessors:
            return SightingKind.DOUBTFUL, note, f"{note}: có còn hiệu lực với cơ quan này không?"
        return SightingKind.NOT_IT, note, ""

    def _edition_note(self, paper: PaperText) -> str:
        for mention in standards(paper.body):
            if mention.quality and mention.edition and mention.edition not in self._editions:
                return f"Áp dụng phiên bản ISO 9001:{mention.edition}"
            if mention.quality and mention.edition:
                return ""
        return ""


def _is_older(head: DocumentHead, since: date | None) -> bool:
    """Whether a paper was signed before the agency existed."""
    return since is not None and head.issued_on is not None and head.issued_on < since


def _is_of_year_before(head: DocumentHead, since: date | None) -> bool:
    """Whether only the year of signing can be read, and the agency did not exist in it."""
    year = head.year_written if head.issued_on is None else None
    return since is not None and year is not None and year < since.year


def _issuer_of(title: TitleFound, paper: PaperText, issuers: IssuerJudge) -> IssuerVerdict:
    """Whose the paper is by head, signer, title and place; else by what its text speaks of."""
    named = title.text + _whose_below(title.text, paper.body)
    certain = paper.certainty >= SURE_OF_LETTERS
    issuer = issuers.of_paper(paper.head, certain, named)
    if issuer.whose is Whose.OWN:
        return twin_told_by_body(issuers, paper.head.issuer_lines, paper.body.source) or issuer
    if issuer.whose is not Whose.UNNAMED:
        return issuer
    return issuer_of_body(issuers, paper.body.source, certain) or issuer


def _names_agency_too(title: TitleFound, paper: PaperText, issuers: IssuerJudge) -> bool:
    """Whether a paper of another, without a formal head, is by its title or text the agency's."""
    head = paper.head
    # A name that two agencies bear gives nothing back to the one.
    if (head.motto and head.number) or issuers.has_twin:
        return False
    if issuers.is_named_in(issuers.without_site(title.text)):
        return True
    annexed = head.annexed_to and not HeadLine(head.issuer_lines).names_a_unit
    return bool(annexed) and issuers.is_named_in(paper.body.source[:_SPOKEN_OF])


def _whose_below(title: str, body: Folded) -> str:
    """The line under a title that says whose it is: "Của công ty ..."; else empty."""
    place = body.source.find(title)
    found = _OF_BELOW.match(body.source, place + len(title)) if place >= 0 else None
    return " " + " ".join(found.group(0).split()) if found else ""


def _is_filled(body: Folded, span: Span) -> bool:
    """Whether a form's word is followed by what was filled in: "Tên cơ quan: UBND xã ..."."""
    behind = body.source[span[1] : span[1] + 80].split("\n")[0]
    found = _FILLED.match(behind)
    return found is not None and not _DOTS.search(found.group(1))


def _in_title(title: str, body: Folded, places: list[Span]) -> bool:
    """Whether a form's word stands in the paper's own title."""
    plain = fold(title).dense
    return any(fold(body.source[start:end]).dense in plain for start, end in places)


def _signs_of_issue(head: DocumentHead) -> int:
    """How many of number, date and named issuer the head has filled in."""
    numbered = head.number is not None and head.number[:1].isdigit()
    # A form may have the office's name printed on it: only a head makes it an issuer.
    laid_out = head.motto or head.number is not None or head.type_name is not None
    named = laid_out and HeadLine(head.issuer_lines).names_a_unit
    return numbered + (head.issued_on is not None) + named


def _shown(title: TitleFound, head: DocumentHead, issuer: IssuerVerdict, year: TargetYear) -> Shown:
    return Shown(
        quote=title.quote,
        place=title.place,
        title=title.text,
        number=head.number,
        issued_on=head.issued_on,
        year=year.year,
        issuer=issuer.name,
        head=head.issuer_lines,
    )


def _year_question(year: TargetYear) -> str:
    if year.year is None:
        return "Không đọc được giấy tờ này là của năm nào: của năm nào?"
    if year.source == CONTRADICTED:
        return f"Tên ghi năm {year.year} nhưng ngày ký thuộc năm khác hẳn: của năm nào?"
    return f"Giấy tờ chỉ cho biết ngày ký năm {year.year}, không ghi năm thực hiện: của năm nào?"
