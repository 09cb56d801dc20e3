"""Whose paper it is: the head, the signer and the place against the inspected agency."""

from __future__ import annotations

from typing import TypeGuard

from domain.agencies import Inspected
from rules.alike import abbreviates, resembles
from rules.head import DocumentHead
from rules.issuer_verdict import IssuerVerdict, Whose
from rules.own_news import tells_of
from rules.title_issuer import is_of_a_business, named_in_title
from rules.unit_names import HeadLine, Place, UnitName
from rules.vietnamese.folding import fold_words
from rules.vietnamese.letters import toned_key

_INNER = frozenset({"phòng", "văn phòng", "thanh tra", "ban chỉ đạo", "hội đồng nhân dân"})


class IssuerJudge:
    """Compares heads with one inspected agency; built once for an agency."""

    def __init__(self, inspected: Inspected) -> None:
        self._inspected = inspected
        self._own = UnitName(inspected.agency.name)
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
            name = _unit_text(line) or head.issuer_lines or None
            return IssuerVerdict(Whose.UNCHECKED, name, 0.8, "Chưa đối chiếu cơ quan ban hành")
        if is_of_a_business(title):
            return IssuerVerdict(Whose.OTHER, None, 0.9, "Giấy tờ của doanh nghiệp")
        if line.names_a_unit:
            return self._of_line(line, head, certain)
        return self._without_line(head, certain, title)

    def _of_line(self, line: HeadLine, head: DocumentHead, certain: bool) -> IssuerVerdict:
        place = self.own_place(line)
        if place is not None:
            below = line.bodies_after(place, self._own.rank)
            if below is None and self._own.rank:
                below = line.body_before(place)
            if below is None or (below == "sở" and self._own.rank in (1, 2)):
                # A department is below no commune: a sentence about one was drawn into the head.
                return self._own_found(place.exact, line, certain)
            if below in _INNER and self._own.rank != 3:
                note = "Giấy tờ của đơn vị trực thuộc cơ quan"
                return IssuerVerdict(Whose.INNER, _unit_text(line), 0.6, note)
            return self._other(line)
        if self._abbreviated(line) or self._ends_with_own_office(line):
            return self._own_found(True, line, certain)
        return self._not_own(line, head, certain)

    def own_place(self, line: HeadLine) -> Place | None:
        """Where the line last names the agency, also without the province that its seat is in."""
        found = (line.find(name) for name in (self._own, *self._own.short_forms))
        places = [place for place in found if place is not None]
        return max(places, key=lambda place: (place.exact, place.end), default=None)

    def _own_found(self, exact: bool, line: HeadLine, certain: bool) -> IssuerVerdict:
        seat = self._strange_seat(line)
        if seat is not None:
            note = f"Đầu văn bản ghi “{seat}”, khác địa bàn của cơ quan"
            # After a merger the agency's own older papers name the province of then.
            merged = self._before or self._inspected.agency.valid_from is not None
            kind = Whose.UNCLEAR if merged or not certain else Whose.OTHER
            return IssuerVerdict(kind, _unit_text(line), 0.6, note)
        parent = self._wrong_parent(line)
        if parent is not None:
            note = f"Đầu văn bản ghi {parent}, khác đơn vị cấp trên trong danh bạ"
            kind = Whose.OTHER if self._has_twin() and certain else Whose.UNCLEAR
            return IssuerVerdict(kind, _unit_text(line), 0.7, note)
        if exact:
            return IssuerVerdict(Whose.OWN, self._own.written, 0.97)
        if self._is_namesake(line) and certain:
            return self._other(line)
        note = "Tên cơ quan ban hành chỉ khác dấu so với danh bạ"
        if not certain and not self._has_bare_twin():
            # Recognising loses tone marks, and nobody else in the registry is called so.
            return IssuerVerdict(Whose.OWN, self._own.written, 0.8, note)
        return IssuerVerdict(Whose.UNCLEAR, _unit_text(line), 0.5, note)

    def _strange_seat(self, line: HeadLine) -> str | None:
        """The province in the line that is plainly not the agency's; unknown ones pass."""
        if self._own.rank == 3:
            return None
        own = {name.bare_words[1:] for name in (*self._above, self._own.seat) if _is_province(name)}
        known = {word for name in own for word in name}
        for words in line.seats(3) if own else ():
            unit = HeadLine(" ".join(words)).last_unit()
            is_name = len(words) > 1 and (unit is None or unit[0] > 1)
            if is_name and not {fold_words(word) for word in words} & known:
                return " ".join(words)
        return None

    def _not_own(self, line: HeadLine, head: DocumentHead, certain: bool) -> IssuerVerdict:
        for before in self._before:
            if line.find(before) is not None:
                note = "Giấy tờ của đơn vị cũ đã sáp nhập vào cơ quan này"
                return IssuerVerdict(Whose.BEFORE, before.written, 0.8, note)
        suffix = self._by_suffix(head)
        signer = HeadLine(head.signer)
        if suffix or (signer.find(self._own) is not None and self._only_parents(line)):
            note = "Nhận ra cơ quan ban hành qua ký hiệu hoặc chữ ký"
            return IssuerVerdict(Whose.OWN, self._own.written, 0.75, note)
        if self._resembles(line, certain):
            note = "Tên cơ quan ban hành gần giống tên trong danh bạ"
            return IssuerVerdict(Whose.UNCLEAR, _unit_text(line), 0.5, note)
        return self._other(line)

    def _resembles(self, line: HeadLine, certain: bool) -> bool:
        """Whether the unit named shares most of the agency's own words: it may be the same."""
        unit = line.last_unit()
        if unit is None or self._is_namesake(line):
            return False
        own = (self._own.short_forms or (self._own,))[-1]
        return resembles(UnitName(line.unit_name(unit[0])), own, certain)

    def _other(self, line: HeadLine) -> IssuerVerdict:
        name = _unit_text(line)
        for above in self._above:
            place = line.find(above)
            if place is not None and line.bodies_after(place, above.rank) is None:
                return IssuerVerdict(Whose.ABOVE, above.written, 0.9, "Giấy tờ của cấp trên")
        return IssuerVerdict(Whose.OTHER, name, 0.9, "Giấy tờ của cơ quan khác")

    def _without_line(self, head: DocumentHead, certain: bool, title: str) -> IssuerVerdict:
        if self.own_place(HeadLine(head.signer)) is not None:
            return IssuerVerdict(Whose.OWN, self._own.written, 0.85)
        if self._by_suffix(head):
            return IssuerVerdict(Whose.OWN, self._own.written, 0.75)
        place = self._of_place(head, certain)
        named = self._named_in(title)
        if named is not None:
            found = self._of_line(named, head, certain)
            if place is not None and place.whose is Whose.OWN is not found.whose:
                note = "Tiêu đề nêu cơ quan khác với địa danh ký"
                return IssuerVerdict(Whose.UNCLEAR, found.name, 0.5, note)
            return found
        if HeadLine(head.issuer_lines).is_bare_province and self._own.rank != 3:
            name = next((above.written for above in self._above if above.rank == 3), "UBND tỉnh")
            own = place is not None and place.whose is Whose.OWN
            kind = Whose.UNCLEAR if own else Whose.ABOVE
            return IssuerVerdict(kind, name, 0.7, "Giấy tờ của cấp trên")
        if place is not None:
            return place
        return IssuerVerdict(Whose.UNNAMED, None, 0.65, "Giấy tờ không ghi rõ cơ quan ban hành")

    def _named_in(self, title: str) -> HeadLine | None:
        """The agency that a title names; a section of some agency says nothing."""
        line = named_in_title(title)
        unit = line.last_unit() if line is not None else None
        if line is None or unit is None or self._is_section(line, unit):
            return None
        return line

    def _is_section(self, line: HeadLine, unit: tuple[int, str]) -> bool:
        """Whether a title names only a section, "Phòng Nội vụ", without saying whose it is."""
        whose = "ubnd" in line.bare or any(seat for rank in (2, 3) for seat in line.seats(rank))
        section = unit[1] in _INNER and unit[1] != "thanh tra"
        return section and not whose and self.own_place(line) is None

    def _of_place(self, head: DocumentHead, certain: bool) -> IssuerVerdict | None:
        if head.place is None or self._own.rank != 1:
            return None
        if toned_key(head.place) == toned_key(self._own.proper):
            return IssuerVerdict(Whose.OWN, self._own.written, 0.8)
        if fold_words(head.place) == fold_words(self._own.proper) and not certain:
            return None
        for before in self._before:
            if toned_key(head.place) == toned_key(before.proper):
                return IssuerVerdict(Whose.BEFORE, before.written, 0.7, "Địa danh của đơn vị cũ")
        note = f"Địa danh ghi “{head.place}”, khác tên cơ quan"
        return IssuerVerdict(Whose.UNCLEAR, None, 0.5, note)

    def _by_suffix(self, head: DocumentHead) -> bool:
        """Whether the number's letters are the agency's initials, which only departments have."""
        if not head.number or "-" not in head.number or self._own.rank:
            return False
        suffix = fold_words(head.number.rsplit("-", 1)[1]).replace(" ", "")
        return len(suffix) >= 3 and suffix == self._own.initials

    def _abbreviated(self, line: HeadLine) -> bool:
        """Whether the line shortens the name: "SỞ KH&CN", "SỞ LAO ĐỘNG - TBXH"."""
        unit = line.last_unit()
        if unit is None or self._own.rank:
            return False
        named = UnitName(line.unit_name(unit[0])).bare_words
        own = (self._own, *self._own.short_forms)
        return any(abbreviates(named, name.bare_words) for name in own)

    def _ends_with_own_office(self, line: HeadLine) -> bool:
        """ "UBND TỈNH ... VĂN PHÒNG" is the head of "Văn phòng UBND tỉnh"."""
        office = self._own.bare_words[:2]
        return office in (("van", "phong"), ("thanh", "tra")) and line.bare[-2:] == office

    def _only_parents(self, line: HeadLine) -> bool:
        return any(line.find(above) is not None for above in self._above)

    def _wrong_parent(self, line: HeadLine) -> str | None:
        """The district a commune's head names when it is not the agency's own."""
        districts = [name for name in self._above if name.rank == 2]
        if self._own.rank != 1 or not districts:
            return None
        if any(line.find(district) is not None for district in districts):
            return None
        for marker in ("huyện", "thị xã", "thành phố"):
            words = toned_key(marker).split()
            for start in range(len(line.words) - len(words) - 1):
                if list(line.words[start : start + len(words)]) == words:
                    return marker + " khác"
        return None

    def _has_bare_twin(self) -> bool:
        """Whether the registry has another agency whose name differs in diacritics at most."""
        return any(name.bare_words == self._own.bare_words for name in self._namesakes)

    def _has_twin(self) -> bool:
        return any(name.words == self._own.words for name in self._namesakes)

    def _is_namesake(self, line: HeadLine) -> bool:
        found = (line.find(name) for name in self._namesakes if name.words != self._own.words)
        return any(place is not None and place.exact for place in found)

    def standing_too_old(self, head: DocumentHead) -> bool:
        """Whether a paper was signed before the agency existed."""
        since = self._inspected.agency.valid_from
        return since is not None and head.issued_on is not None and head.issued_on < since

    def is_scope_of(self, title: str) -> bool:
        """Whether a title of a body above speaks of this agency or of all of its level."""
        if HeadLine(title).find(self._own) is not None:
            return True
        level = {1: "cấp xã", 2: "cấp huyện", 3: "cấp tỉnh"}.get(self._own.rank)
        return level is not None and fold_words(level) in fold_words(title)

    def tells_of_itself(self, headline: str, beginning: str = "") -> bool:
        """Whether news is the agency's about itself; see :func:`rules.own_news.tells_of`."""
        names = (self._own, *self._own.short_forms)
        return tells_of(names, self._above, headline, beginning)

    @property
    def has_predecessors(self) -> bool:
        """Whether the registry names dissolved units that the agency succeeds."""
        return bool(self._before)


def _unit_text(line: HeadLine) -> str | None:
    """The last unit's name as written, without what the next line brought along."""
    unit = line.last_unit()
    return line.unit_name(unit[0]) if unit is not None else None


def _is_province(name: UnitName | None) -> TypeGuard[UnitName]:
    return name is not None and name.rank == 3
