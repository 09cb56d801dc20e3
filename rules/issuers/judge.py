"""Whose paper it is: the head, the signer and the place against the inspected agency."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.agencies import Inspected
from rules.head import DocumentHead
from rules.issuers.alike import abbreviates, bears_initials, nearly_spells, resembles
from rules.issuers.central import central_body
from rules.issuers.garbled import unless_garbled
from rules.issuers.own_news import headline_of, tells_of, with_names_whole, without_site
from rules.issuers.place import strange_seat, told_by_place, wrong_parent
from rules.issuers.scope import is_scope_of, may_be_above
from rules.issuers.signer import signed_for
from rules.issuers.title import actor_of, is_of_a_business, may_name_an_auditor, named_in_title
from rules.issuers.unit_names import HeadLine, Place, UnitName
from rules.issuers.verdict import IssuerVerdict, Whose

_INNER = frozenset(
    {"phòng", "văn phòng", "thanh tra", "ban chỉ đạo", "hội đồng nhân dân"}
    | {"trung tâm phục vụ hành chính công"}
)
_REFUSED = frozenset({Whose.OTHER, Whose.ABOVE})


class IssuerJudge:
    """Compares heads with one inspected agency; built once for an agency."""

    def __init__(self, inspected: Inspected) -> None:
        self._inspected = inspected
        self._own = UnitName(inspected.agency.name)
        self._names = (self._own, *self._own.short_forms)
        self._before = tuple(UnitName(agency.name) for agency in inspected.predecessors)
        self._above = tuple(UnitName(name) for name in inspected.parents)
        self._namesakes = tuple(UnitName(name) for name in inspected.namesakes)

    @property
    def own(self) -> UnitName:
        """The inspected agency's name."""
        return self._own

    @property
    def above(self) -> tuple[UnitName, ...]:
        """The bodies above it, nearest first."""
        return self._above

    def of_paper(self, head: DocumentHead, certain: bool, title: str = "") -> IssuerVerdict:
        """Whose paper a head belongs to; ``certain`` is False for OCR and doubtful text.

        ``title`` may name the agency where no head does: "Mục tiêu chất lượng của UBND xã A".
        """
        line = HeadLine(head.issuer_lines)
        if not self._inspected.name_known:
            name = line.last_name or head.issuer_lines or None
            return IssuerVerdict(Whose.UNCHECKED, name, 0.8, "Chưa đối chiếu cơ quan ban hành")
        if is_of_a_business(title):
            return IssuerVerdict(Whose.OTHER, None, 0.9, "Giấy tờ của doanh nghiệp")
        if line.names_a_unit and not self._is_nameless(line, head):
            found = self._of_line(line, head, certain)
            return self._contradicted(found, head) if found.whose in _REFUSED else found
        found = self._without_line(head, certain, title)
        return unless_garbled(found, head.issuer_lines, head.signer, head.annexed_to, title)

    def _contradicted(self, found: IssuerVerdict, head: DocumentHead) -> IssuerVerdict:
        """Another's by its head; a question where it goes with a decision of the agency's own."""
        own = head.annexed_to and self.own_place(HeadLine(head.annexed_to))
        if not own or not own.exact or self.has_twin:
            return unless_garbled(found, head.issuer_lines)
        note = "Đầu văn bản ghi cơ quan khác nhưng kèm theo quyết định của cơ quan này"
        return IssuerVerdict(Whose.UNCLEAR, found.name, 0.5, note)

    def _is_nameless(self, line: HeadLine, head: DocumentHead) -> bool:
        """Whether only a section is named, and no formal head says that it is somebody else's."""
        unit = line.last_unit()
        formal = head.motto and head.number
        return unit is not None and not formal and self._is_section(line, unit)

    def _of_line(self, line: HeadLine, head: DocumentHead, certain: bool) -> IssuerVerdict:
        place = self.own_place(line)
        if place is not None:
            below = line.bodies_after(place, self._own.rank)
            if below is None and self._own.rank:
                below = line.body_before(place)
            if below is None or (below == "sở" and self._own.rank in (1, 2)):
                # A department is below no commune: a sentence about one was drawn into the head.
                if head.motto and head.number and line.names_a_committee(place, self._own.rank):
                    note = "Đầu văn bản ghi cả UBND cấp trên sau tên cơ quan"
                    return IssuerVerdict(Whose.UNCLEAR, line.last_name, 0.5, note)
                return self._own_found(place.exact, line, certain)
            if below == "ban chỉ đạo" or (below in _INNER and self._own.rank != 3):
                return self._inner_of(self._own_found(place.exact, line, certain), line)
            return self._other(line)
        if self._abbreviated(line) or self._ends_with_own_office(line):
            return self._own_found(True, line, certain)
        return self._not_own(line, head, certain)

    def _inner_of(self, whole: IssuerVerdict, line: HeadLine) -> IssuerVerdict:
        """Whose a section's paper is, by whose the office above it in the head is."""
        if whole.whose is Whose.OWN:
            note = "Giấy tờ của đơn vị trực thuộc cơ quan"
            return IssuerVerdict(Whose.INNER, line.last_name, 0.6, note)
        return whole

    def own_place(self, line: HeadLine) -> Place | None:
        """Where the line last names the agency, also without the province that its seat is in."""
        found = (line.find(name) for name in self._names)
        places = [place for place in found if place is not None]
        return max(places, key=lambda place: (place.exact, place.end), default=None)

    def _own_found(self, exact: bool, line: HeadLine, certain: bool) -> IssuerVerdict:
        seat = strange_seat(line, self._own, self._above)
        if seat is not None:
            note = f"Đầu văn bản ghi “{seat}”, khác địa bàn của cơ quan"
            # After a merger the agency's own older papers name the province of then.
            merged = self._before or self._inspected.agency.valid_from is not None
            kind = Whose.UNCLEAR if merged or not certain else Whose.OTHER
            return IssuerVerdict(kind, line.last_name, 0.6, note)
        parent = wrong_parent(line, self._own, self._above)
        if parent is not None:
            note = f"Đầu văn bản ghi {parent}, khác đơn vị cấp trên trong danh bạ"
            kind = Whose.OTHER if self.has_twin and certain else Whose.UNCLEAR
            return IssuerVerdict(kind, line.last_name, 0.7, note)
        if exact:
            return IssuerVerdict(Whose.OWN, self._own.written, 0.97)
        if self._is_namesake(line) and certain:
            return self._other(line)
        note = "Tên cơ quan ban hành chỉ khác dấu so với danh bạ"
        if not certain and not self._has_bare_twin():
            # Recognising loses tone marks, and nobody else in the registry is called so.
            return IssuerVerdict(Whose.OWN, self._own.written, 0.8, note)
        return IssuerVerdict(Whose.UNCLEAR, line.last_name, 0.5, note)

    def _not_own(self, line: HeadLine, head: DocumentHead, certain: bool) -> IssuerVerdict:
        for before in self._before:
            if line.find(before) is not None:
                note = "Giấy tờ của đơn vị cũ đã sáp nhập vào cơ quan này"
                return IssuerVerdict(Whose.BEFORE, before.written, 0.8, note)
        suffix = bears_initials(head.number, self._own)
        signer = HeadLine(head.signer)
        if suffix or (signer.find(self._own) is not None and any(map(line.find, self._above))):
            note = "Nhận ra cơ quan ban hành qua ký hiệu hoặc chữ ký"
            return IssuerVerdict(Whose.OWN, self._own.written, 0.75, note)
        if self._resembles(line, certain):
            note = "Tên cơ quan ban hành gần giống tên trong danh bạ"
            return IssuerVerdict(Whose.UNCLEAR, line.last_name, 0.5, note, likely_own=not certain)
        return self._other(line)

    def _resembles(self, line: HeadLine, certain: bool) -> bool:
        """Whether the unit named shares most of the agency's own words: it may be the same."""
        unit = line.last_unit()
        if unit is None or self._is_namesake(line):
            return False
        if not certain and (line.spells(self._own) or nearly_spells(line.bare, self._own)):
            return True  # recognising lost the blanks, or where the unit begins
        own = (self._own.short_forms or (self._own,))[-1]
        return resembles(UnitName(line.unit_name(unit[0])), own, certain)

    def _other(self, line: HeadLine) -> IssuerVerdict:
        name = line.last_name
        for above in self._above:
            place = line.find(above)
            if place is not None and line.bodies_after(place, above.rank) is None:
                return IssuerVerdict(Whose.ABOVE, above.written, 0.9, "Giấy tờ của cấp trên")
        return IssuerVerdict(Whose.OTHER, name, 0.9, "Giấy tờ của cơ quan khác")

    def _without_line(self, head: DocumentHead, certain: bool, title: str) -> IssuerVerdict:
        if self.is_named_in(head.signer):
            return IssuerVerdict(Whose.OWN, self._own.written, 0.85)
        signed = self.of_name(signed_for(head.signer), certain)
        if signed is not None:
            return signed
        if bears_initials(head.number, self._own):
            return IssuerVerdict(Whose.OWN, self._own.written, 0.75)
        place = told_by_place(head.place, self._own, self._before, certain)
        named = self._named_in(title)
        told = self._told(head, certain)
        if told is not None:
            own = named is not None and self._of_line(named, head, certain).whose is Whose.OWN
            if own and told.whose in (Whose.OTHER, Whose.ABOVE):
                note = "Tiêu đề nêu cơ quan khác với nơi ban hành"
                return IssuerVerdict(Whose.UNCLEAR, told.name, 0.5, note)
            return told
        if named is not None:
            found = self._of_line(named, head, certain)
            if found.whose in _REFUSED and may_name_an_auditor(title):
                note = "Tiêu đề nêu cơ quan khác, có thể chỉ là nơi đánh giá, kiểm tra"
                return IssuerVerdict(Whose.UNCLEAR, found.name, 0.5, note)
            if place is not None and place.whose is Whose.OWN is not found.whose:
                note = "Tiêu đề nêu cơ quan khác với địa danh ký"
                return IssuerVerdict(Whose.UNCLEAR, found.name, 0.5, note)
            return found
        if HeadLine(head.issuer_lines).is_bare_province and self._own.rank != 3:
            found = self._of_province()
            own = place is not None and place.whose is Whose.OWN
            return replace(found, whose=Whose.UNCLEAR) if own else found
        if place is not None:
            return place
        acting = self.of_name(actor_of(title), certain)
        if acting is not None and acting.whose in (Whose.OTHER, Whose.ABOVE):
            return acting
        return IssuerVerdict(Whose.UNNAMED, None, 0.65, "Giấy tờ không ghi rõ cơ quan ban hành")

    def _of_province(self) -> IssuerVerdict:
        name = next((above.written for above in self._above if above.rank == 3), "UBND tỉnh")
        return IssuerVerdict(Whose.ABOVE, name, 0.7, "Giấy tờ của cấp trên")

    def _told(self, head: DocumentHead, certain: bool) -> IssuerVerdict | None:
        """Whose the decision is that the paper is annexed to, or what a table of facts states."""
        for text in (head.annexed_to, head.stated_issuer, head.issuer_lines):
            central = central_body(text)
            if central is not None:
                return IssuerVerdict(Whose.ABOVE, central, 0.9, "Giấy tờ của trung ương")
        found = (self.of_name(text, certain) for text in (head.annexed_to, head.stated_issuer))
        return next((told for told in found if told is not None), None)

    def of_name(self, name: str, certain: bool) -> IssuerVerdict | None:
        """Whose a thing is that a name stands for; None where it names no office, or a section."""
        line = HeadLine(name)
        unit = line.last_unit()
        if unit is not None and not self._is_section(line, unit):
            return self._of_line(line, DocumentHead(), certain)
        if line.is_bare_province and self._own.rank != 3:
            return self._of_province()
        return None

    def _named_in(self, title: str) -> HeadLine | None:
        """The agency that a title names; a section of some agency says nothing."""
        line = named_in_title(title)
        unit = line.last_unit() if line is not None else None
        if line is None or unit is None or self._is_section(line, unit):
            return None
        # "UBND cấp xã trên địa bàn tỉnh" is a level, and nobody's name.
        name = UnitName(line.unit_name(unit[0]))
        return line if name.proper else None

    def _is_section(self, line: HeadLine, unit: tuple[int, str]) -> bool:
        """Whether a title names only a section, "Phòng Nội vụ", without saying whose it is."""
        whose = "ubnd" in line.bare or any(seat for rank in (2, 3) for seat in line.seats(rank))
        section = unit[1] in _INNER and unit[1] != "thanh tra"
        return section and not whose and self.own_place(line) is None

    def _abbreviated(self, line: HeadLine) -> bool:
        """Whether the line shortens the name: "SỞ KH&CN", "SỞ LAO ĐỘNG - TBXH"."""
        unit = line.last_unit()
        if unit is None or self._own.rank:
            return False
        named = UnitName(line.unit_name(unit[0])).bare_words
        return any(abbreviates(named, name.bare_words) for name in self._names)

    def _ends_with_own_office(self, line: HeadLine) -> bool:
        """ "UBND TỈNH ... VĂN PHÒNG" is the head of "Văn phòng UBND tỉnh"."""
        office = self._own.bare_words[:2]
        return office in (("van", "phong"), ("thanh", "tra")) and line.bare[-2:] == office

    def _has_bare_twin(self) -> bool:
        """Whether the registry has another agency whose name differs in diacritics at most."""
        return any(name.bare_words == self._own.bare_words for name in self._namesakes)

    @property
    def has_twin(self) -> bool:
        """Whether the registry has another agency of the very same name elsewhere."""
        return any(name.words == self._own.words for name in self._namesakes)

    def _is_namesake(self, line: HeadLine) -> bool:
        found = (line.find(name) for name in self._namesakes if name.words != self._own.words)
        return any(place is not None and place.exact for place in found)

    @property
    def since(self) -> date | None:
        """The day from which the agency exists; None where the registry tells none."""
        return self._inspected.agency.valid_from

    def is_scope_of(self, title: str) -> bool:
        """Whether a title of a body above speaks of this agency or of all of its level."""
        return is_scope_of(self._own, self._above, title)

    def is_named_in(self, text: str) -> bool:
        """Whether a text names the very agency."""
        place = self.own_place(HeadLine(text))
        return place is not None and place.exact

    def may_be_above(self, issuer: IssuerVerdict) -> bool:
        """Whether another's list may be for it: a department's, or an unknown province's."""
        name = issuer.name if issuer.whose is Whose.OTHER else None
        return name is not None and may_be_above(UnitName(name), self._own, self._above)

    def tells_of_itself(self, headline: str, beginning: str = "") -> bool:
        """Whether news is the agency's about itself; see :func:`own_news.tells_of`."""
        return tells_of(self._names, self._above, headline, beginning)

    def without_site(self, title: str) -> str:
        """A page's title without the name of the agency's own site."""
        return without_site(title, self._names)

    def headline(self, title: str) -> str:
        """A title without the site's name behind it; a dash inside the agency's name parts none."""
        return headline_of(with_names_whole(title, self._names))

    @property
    def has_predecessors(self) -> bool:
        """Whether the registry names dissolved units that the agency succeeds."""
        return bool(self._before)
