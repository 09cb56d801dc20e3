"""Words that take a paper back: decisions withdrawing or replacing it, lists calling it expired."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from domain.visits import Attempt
from rules.vietnamese.folding import Folded, fold

_LEAD = (
    r"[\W\d]*(?:(?:quyet dinh|thong bao|cong van|van ban|qd|tb|cv)(?![a-z/]))?"
    r"\W*(?:(?:so\W*)?\d+/\S+)?\W*(?:ngay [\d/. ]+(?:thang \d+ nam \d+)?)?"
    r"\W*(?:(?:ve viec|v\s?/\s?v|ve)\s+)?"
)
_TAKES_BACK = re.compile(
    _LEAD + r"(?:bai bo|thu hoi|huy bo|huy|cham dut|ket thuc hoat dong|giai the|giai tan|dinh chi"
    r"|ngung (?:ap dung|hieu luc|thuc hien)"
    r"|(?:tuyen bo |cong bo )?het hieu luc)[\s,]+(?P<partly>mot (?:so|phan))?"
)
_REPLACES = re.compile(r"(?<![a-z])thay the\s")
_ISSUES_ANOTHER = re.compile(
    r"(?:va|,|;)\s+(?:viec\s+)?(?:ban hanh|cong bo|phe duyet|thay the|thanh lap|kien toan)\s"
    r"|(?<![a-z])thay the bang\s"
)
_NUMBER = re.compile(
    r"(?<![\d/])(\d{1,5})\s*/\s*(?:20\d\d\s*/\s*)?([a-z]{2,}(?:\s*-\s*[a-z&]+)*)"
    r"(?:\s*,?\s*(?:ngay\s+)?(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|nam)\s*(20\d\d))?"
)
_EXPIRED = re.compile(
    r"(?:(?:tinh trang|trang thai|hieu luc)[\w ]{0,20}[:|]\s*"
    r"|[(\[]\s*(?:da\s+)?|(?:^|\|)\s*)"
    r"(?P<words>het hieu luc|bi bai bo|bi thu hoi|bi huy bo|bi thay the|ngung hieu luc"
    r"|da bai bo|da thu hoi|da huy bo)"
    r"(?!\s*(?:mot phan|:|ngay|tu))"
)
_IN_FORCE = re.compile(r"con hieu luc|dang co hieu luc|con ap dung")


_STATUS = re.compile(
    r"(?:tinh trang|trang thai)(?: (?:hieu luc|van ban))*\s*[:|]?\s*"
    r"(?P<words>het hieu luc|ngung hieu luc|con hieu luc|(?:dang |chua )?co hieu luc)"
    r"(?!\s*mot phan)"
)
"""The line of a page about one paper that says whether it is in force."""
_OVER = ("het hieu luc", "ngung hieu luc")


@dataclass(frozen=True, slots=True)
class Named:
    """Another paper that a title names by its number."""

    number: str
    """Folded: "10/qd-ubnd"."""
    signed: date | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a title says of earlier papers."""

    takes_back: bool
    """It only withdraws, and issues nothing in their place."""
    whole: bool
    """False where only parts of a paper are taken back."""
    named: tuple[Named, ...]


def withdrawal_of(title: str) -> Withdrawal | None:
    """What a title takes back or replaces; None for one that does neither."""
    plain = " ".join(fold(title[:500]).plain.split())
    back = _TAKES_BACK.match(plain)
    verb = back or _REPLACES.search(plain)
    if verb is None:
        return None
    only_back = back is not None and not _ISSUES_ANOTHER.search(plain, back.end())
    whole = back is None or back["partly"] is None
    behind = _NUMBER.finditer(plain, verb.end())
    return Withdrawal(only_back, whole, tuple(_named(found) for found in behind))


def folded_number(number: str | None) -> str:
    """A paper's number as :class:`Named` has it; empty where there is none."""
    found = _NUMBER.search(" ".join(fold(number).plain.split())) if number else None
    return _named(found).number if found else ""


def called_expired(attempt: Attempt) -> str:
    """The words of the links to an address that call it no longer in force; else empty."""
    for words in (attempt.words, *attempt.also):
        for text in (words.context, words.text, words.title):
            folded = fold(text[:1000])
            found = _EXPIRED.search(folded.plain)
            if found and not _IN_FORCE.search(folded.plain):
                return folded.quote(*found.span("words"))
    return ""


def says_expired(text: Folded) -> str:
    """The words of a page about one paper that call it no longer in force; else empty."""
    found = list(_STATUS.finditer(text.plain)) if "hieu luc" in text.plain else []
    if len(found) != 1 or found[0]["words"] not in _OVER:
        return ""  # none, those of a list, or one that is in force or will be
    return text.quote(*found[0].span("words"))


def _named(found: re.Match[str]) -> Named:
    letters = re.sub(r"\s", "", found[2])
    return Named(f"{int(found[1])}/{letters}", _day(found))


def _day(found: re.Match[str]) -> date | None:
    if found[5] is None:
        return None
    try:
        return date(int(found[5]), int(found[4]), int(found[3]))
    except ValueError:
        return None
