"""What in an issuer's lines contradicts the agency's seat: another province, another district."""

from __future__ import annotations

from collections.abc import Sequence

from rules.issuers.unit_names import HeadLine, UnitName
from rules.issuers.verdict import IssuerVerdict, Whose
from rules.vietnamese.folding import fold_words
from rules.vietnamese.letters import toned_key


def strange_seat(line: HeadLine, own: UnitName, above: Sequence[UnitName]) -> str | None:
    """The province in the line that is plainly not the agency's; unknown ones pass."""
    if own.rank == 3:
        return None
    seats = (own.seat,) if own.seat is not None else ()
    known = {name.bare_words[1:] for name in (*above, *seats) if name.rank == 3}
    words_known = {word for name in known for word in name}
    for words in line.seats(3) if known else ():
        unit = HeadLine(" ".join(words)).last_unit()
        is_name = len(words) > 1 and (unit is None or unit[0] > 1)
        if is_name and not {fold_words(word) for word in words} & words_known:
            return " ".join(words)
    return None


def wrong_parent(line: HeadLine, own: UnitName, above: Sequence[UnitName]) -> str | None:
    """The district a commune's line names when it is not the agency's own."""
    districts = [name for name in above if name.rank == 2]
    if own.rank != 1 or not districts:
        return None
    if any(line.find(district) is not None for district in districts):
        return None
    for marker in ("huyện", "thị xã", "thành phố"):
        words = toned_key(marker).split()
        for start in range(len(line.words) - len(words) - 1):
            if list(line.words[start : start + len(words)]) == words:
                return marker + " khác"
    return None


def told_by_place(
    place: str | None, own: UnitName, before: Sequence[UnitName], certain: bool
) -> IssuerVerdict | None:
    """Whose a commune's paper is by the place of its date: "Minh Quán, ngày ..."."""
    if place is None or own.rank != 1:
        return None
    if toned_key(place) == toned_key(own.proper):
        return IssuerVerdict(Whose.OWN, own.written, 0.8)
    if fold_words(place) == fold_words(own.proper) and not certain:
        return None
    for name in before:
        if toned_key(place) == toned_key(name.proper):
            return IssuerVerdict(Whose.BEFORE, name.written, 0.7, "Địa danh của đơn vị cũ")
    note = f"Địa danh ghi “{place}”, khác tên cơ quan"
    return IssuerVerdict(Whose.UNCLEAR, None, 0.5, note)
