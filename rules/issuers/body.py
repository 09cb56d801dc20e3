"""Whose a paper without a head is, by the agencies that its text speaks of."""

from __future__ import annotations

import re
from itertools import takewhile

from rules.issuers.judge import IssuerJudge
from rules.issuers.title import actor_of
from rules.issuers.unit_names import HeadLine, UnitName
from rules.issuers.verdict import IssuerVerdict, Whose
from rules.vietnamese.folding import fold

_LENGTH = 4000
_TOP = 800
_OPENING = 200
_FIRST_LINES = 6
_COMMITTEE = re.compile(
    r"(?:UBND|[UỦ]([ỷỶyYỵ])?\s?(?:BAN|[Bb]an)\s+(?:NHÂN|[Nn]hân)\s+(?:DÂN|[Dd]ân))\s+"
    r"((?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Tt]hị trấn|THỊ TRẤN|[Hh]uyện|HUYỆN|[Tt]hị xã|THỊ XÃ"
    r"|[Tt]hành phố|THÀNH PHỐ)(?:[ ](?!UBND|NĂM|VỀ|THEO)[A-ZÀ-ỸĐ]\w*){1,4})"
)
_MARKER = re.compile(r"thị trấn|thị xã|thành phố|xã|phường|huyện", re.IGNORECASE)
_FIRM = re.compile(
    r"(?<![a-z])(?:cong ty\s+(?:co phan|tnhh|trach nhiem|cp|lien doanh|mtv|dien luc|xang dau)"
    r"|tong cong ty|tap doan|doanh nghiep tu nhan|hop tac xa|xi nghiep|nha may|benh vien"
    r"|truong\s+(?:mam non|tieu hoc|thcs|thpt|trung hoc|pho thong|ptdt|cao dang|dai hoc))(?![a-z])"
)
_FIRM_PROMISES = re.compile(
    r"(?:^|[\n.:;\"])\s*(?:cong ty|tap doan|nha may|xi nghiep|hop tac xa|htx|benh vien|nha truong)"
    r"(?: [a-z0-9]+){0,5} cam ket(?![a-z])"
)
"""Who promises in a firm's policy, at the beginning of a sentence."""
_OFTEN = 2


def issuer_of_body(judge: IssuerJudge, text: str, certain: bool = True) -> IssuerVerdict | None:
    """What the text says where neither head, signer, title nor place did; None when nothing.

    ``certain`` is False where the letters themselves are in doubt.
    """
    text = text[:_LENGTH]
    names = (judge.own, *judge.own.short_forms)
    places = [place for name in names if (place := HeadLine(text).find(name)) is not None]
    others = [name for name in _committees(text) if not _is_known(name, judge)]
    firms = _firms(text[:_TOP])
    if any(place.exact for place in places):
        if others:
            return _asked(others[0].written)
        return IssuerVerdict(Whose.OWN, judge.own.written, 0.75)
    if not places and certain:
        acting = _acting(judge, text)
        if acting is not None:
            return acting
    promises = _FIRM_PROMISES.search(fold(text).plain) if not places else None
    if promises or len(firms) >= _OFTEN or (firms and _firms(text[:_OPENING])):
        return IssuerVerdict(Whose.OTHER, None, 0.8, "Giấy tờ của doanh nghiệp, trường, bệnh viện")
    if firms:
        return _asked(firms[0])
    return _asked(others[0].written) if others else None


def twin_told_by_body(judge: IssuerJudge, head: str, text: str) -> IssuerVerdict | None:
    """The doubt over a paper of a name that two agencies bear, whose text speaks of a strange
    district and whose head names none."""
    districts = [name for name in judge.above if name.rank == 2]
    if not judge.has_twin or not districts or any(HeadLine(head).find(own) for own in districts):
        return None
    text = text[:_LENGTH]
    strange = [name for name in _committees(text) if name.rank == 2 and not _is_known(name, judge)]
    if not strange or any(HeadLine(text).find(own) for own in districts):
        return None
    note = f"Văn bản nhắc đến “{strange[0].written}”, nơi có đơn vị trùng tên"
    return IssuerVerdict(Whose.UNCLEAR, judge.own.written, 0.5, note)


def _firms(text: str) -> list[str]:
    """Firms and schools named as such: a procedure's "đăng ký hợp tác xã" names none."""
    folded = fold(text)
    found = ((match.start(), match.end()) for match in _FIRM.finditer(folded.plain))
    return [folded.source[start:end] for start, end in found if folded.source[start].isupper()]


def _acting(judge: IssuerJudge, text: str) -> IssuerVerdict | None:
    """The office that one of the first sentences lets issue or promise, when it is another."""
    for line in text.split("\n")[:_FIRST_LINES]:
        acting = judge.of_name(actor_of(line.strip()), certain=True)
        if acting is not None:
            return acting if acting.whose in (Whose.OTHER, Whose.ABOVE) else None
    return None


def _committees(text: str) -> list[UnitName]:
    """The communes and districts whose committees the text names."""
    found = (_capital_words(match.group(2)) for match in _COMMITTEE.finditer(text))
    return [name for name in map(UnitName, found) if name.proper]


def _capital_words(name: str) -> str:
    """A marker and the words behind it that a name has: "xã đề ra ..." goes on with a verb."""
    marker, words = _MARKER.match(name), name.split()
    first = len(marker.group(0).split()) if marker else 1
    kept = takewhile(lambda word: word[:1].isupper(), words[first:])
    return " ".join((*words[:first], *kept))


def _is_known(name: UnitName, judge: IssuerJudge) -> bool:
    """Whether a committee is the agency's own or one above it, which any paper may name."""
    line = HeadLine(name.written)
    known = (judge.own, *judge.above)
    # A name broken over two lines leaves its first words behind.
    broken = any(each.words[: len(name.words)] == name.words for each in known)
    return broken or any(line.find(each) is not None for each in known)


def _asked(name: str) -> IssuerVerdict:
    return IssuerVerdict(
        Whose.UNCLEAR, None, 0.5, f"Nội dung nói về “{name}”, không ghi nơi ban hành"
    )
