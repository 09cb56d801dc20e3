"""What an answer with status 200 really is: content, or an error page in its clothes.

Every test looks only at pages that hold hardly anything else, or at a title: an article that
merely speaks of maintenance, blocking or a page not found stays content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

from crawler.urls import is_paper_like
from crawler.visit.pages.failing import failing
from crawler.visit.pages.login_box import holds_more_than_login
from crawler.visit.pages.phrases import (
    CHALLENGE_BODY,
    LOGIN_WORDS,
    NOT_FOUND,
    PASSWORD_FIELD,
    REFUSED,
    WAYS_OUT,
    WHOLE_PAGES,
)
from crawler.visit.pages.text import (
    all_links,
    content_text,
    fold,
    is_longer,
    steady,
    words_of,
)
from documents.away import leads_away
from domain.documents import BlockKind, Document, Need, Reading, Unreadable, Zone
from domain.exchanges import Answer
from domain.outcomes import Outcome

_LEAN_CHARS = 1500
_LONGEST_LEAN_CHARS = 4000
_MOST_LEAN_LINKS = 30
_LOGIN_CHARS = 600
_LOGIN_LINKS = 8
_REFUSAL_CHARS = 300
_CHALLENGE_CHARS = 600
_CHALLENGE_LINKS = 4
_LONGER_THAN_PROBE_CHARS = 2000
_SHORT_MAIN_CHARS = 700
_FILE_NAMES = (".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".rar", ".7z", ".odt", ".ods")
_SAME_WORDS = 0.8
_FEWEST_WORDS = 3
_BODY_SEARCHED = 200_000
_CONTENT = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)

Verdict = tuple[Outcome, str]
"""An outcome with its reason in Vietnamese."""


@dataclass(frozen=True, slots=True)
class NotFoundPrint:
    """How this portal answers, with 200, for an address that cannot exist."""

    home_words: frozenset[str]
    own_words: frozenset[str]
    """Words of the answer that the home page does not have, nor the address asked."""
    text: str
    """The whole steady text."""
    said: frozenset[str] = frozenset()
    """All words of the answer, those of the home page too."""
    links: frozenset[str] = frozenset()
    """Where the answer and the home page link to."""
    echoes: bool = False
    """Whether the answer repeats the words of the address asked."""


def not_found_print(
    probe: Document, home: Document, address: str, home_address: str = ""
) -> NotFoundPrint:
    """Remember the answer to an impossible address, the home page's words taken away."""
    home_words = words_of(home.text)
    said, asked = words_of(f"{probe.title}\n{probe.text}"), _address_words(address)
    return NotFoundPrint(
        home_words,
        own_words=said - home_words - asked,
        text=steady(probe.text),
        said=said,
        links=all_links(home, home_address or address) | all_links(probe, address),
        echoes=bool(said & (asked - home_words)),
    )


def outcome_of(
    answer: Answer,
    reading: Reading,
    known: NotFoundPrint | None = None,
    own: re.Pattern[str] | None = None,
) -> Verdict:
    """What a page that came back well really is; the answer's own outcome when it is content."""
    if isinstance(reading, Unreadable):
        if not answer.body.strip():
            return Outcome.HTTP_ERROR, "máy chủ trả lời trống"  # it may pass: asked again later
        return Outcome.UNREADABLE, reading.reason.value
    if not _is_markup(reading):
        return answer.outcome, ""
    main = content_text(reading)
    verdict = _lean_page(answer, reading) or _refused(reading, main) or _not_found(reading, main)
    if verdict is None and own is not None:
        verdict = _not_found(reading, main, own)
    verdict = verdict or failing(answer, reading, main)
    if verdict is None and known is not None and _like_not_found(reading, answer, known):
        verdict = Outcome.SOFT_NOT_FOUND, "giống trang trả về cho địa chỉ không tồn tại"
    if verdict is None and _promised_a_file(answer) and not _is_about_it(reading, answer):
        verdict = Outcome.UNREADABLE, "trang HTML gửi dưới tên một tệp tài liệu"
    return verdict or (answer.outcome, "")


def error_page(answer: Answer, reading: Reading) -> Verdict:
    """What the page behind an error status says: maintenance or blocking, or only the error."""
    if isinstance(reading, Document) and _is_markup(reading):
        verdict = _lean_page(answer, reading)
        if verdict is not None and verdict[0] in (Outcome.BLOCKED, Outcome.MAINTENANCE):
            return verdict
    return answer.outcome, ""


def cut_page(answer: Answer, reading: Reading) -> Verdict:
    """What a page that was cut short is: the portal's own, or the beginning of something else.

    It never says that an address holds nothing.
    """
    if isinstance(reading, Unreadable):
        return answer.outcome, ""
    verdict = outcome_of(answer, reading)
    final = (Outcome.SOFT_NOT_FOUND, Outcome.UNREADABLE)
    return (answer.outcome, "") if verdict[0] in final else verdict


def _is_markup(document: Document) -> bool:
    return "html" in document.media_type


def _lean_page(answer: Answer, document: Document) -> Verdict | None:
    """A page with hardly any text and links that says it is something else, or is a login."""
    links = len(document.links)
    if links > _MOST_LEAN_LINKS or is_longer(document.blocks, _LONGEST_LEAN_CHARS):
        return None
    chars = len(document.text)
    text, title = fold(document.text), fold(document.title)
    return (
        _login(answer, document, f"{title} {text}")
        or _challenge(answer, chars, links)
        or next(
            (
                (whole.outcome, whole.reason)
                for whole in WHOLE_PAGES
                if chars <= whole.most_chars
                and links <= whole.most_links
                and (whole.pattern.search(text) or whole.pattern.search(title))
            ),
            None,
        )
    )


def _login(answer: Answer, document: Document, folded: str) -> Verdict | None:
    """A password field and hardly anything beside it."""
    if len(folded) > _LOGIN_CHARS or len(document.links) > _LOGIN_LINKS:
        return None
    address = answer.final_address or answer.ask.address
    if not LOGIN_WORDS.search(folded) or holds_more_than_login(document, address):
        return None
    if not PASSWORD_FIELD.search(answer.body[:_BODY_SEARCHED]):
        return None
    return Outcome.LOGIN_REQUIRED, "chỉ có ô đăng nhập"


def _refused(document: Document, main: str) -> Verdict | None:
    """A page whose own words, and nothing beside them, turn away who may not see it."""
    if len(main) > _REFUSAL_CHARS or not REFUSED.search(fold(main)):
        return None
    around = {link.href for link in document.links if link.zone not in _CONTENT}
    # The path to the page stands in the menu too; the way to the login is no content.
    held = any(
        link.href not in around
        and not WAYS_OUT.fullmatch(fold(link.text))
        and not leads_away(link.href)
        for link in document.links
        if link.zone in _CONTENT
    )
    return None if held else (Outcome.LOGIN_REQUIRED, "trang chỉ cho người có quyền xem")


def _challenge(answer: Answer, chars: int, links: int) -> Verdict | None:
    """A script that sets a cookie and loads the page again, or a known firewall's marks."""
    if chars > _CHALLENGE_CHARS or links > _CHALLENGE_LINKS:
        return None
    if not CHALLENGE_BODY.search(answer.body[:_BODY_SEARCHED]):
        return None
    return Outcome.BLOCKED, "trang thử thách của tường lửa"


def _not_found(document: Document, main: str, own: re.Pattern[str] | None = None) -> Verdict | None:
    """A page whose title or only words say that there is nothing here.

    ``main``: its content. ``own``: how the portal's software says it; None for how anybody would.
    """
    content = (block for block in document.blocks if block.zone in _CONTENT)
    if len(main) > _LEAN_CHARS and is_longer(content, _LEAN_CHARS):
        return None
    lines = [document.title, *_headings(document)]
    if len(main) <= _SHORT_MAIN_CHARS:
        lines.append(main)
    known = NOT_FOUND if own is None else own
    if any(known.search(fold(line)) for line in lines):
        return Outcome.SOFT_NOT_FOUND, "trang báo không tìm thấy nội dung"
    return None


def _headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind is BlockKind.HEADING][:3]


def _like_not_found(document: Document, answer: Answer, known: NotFoundPrint) -> bool:
    """Whether what the page adds to the home page is what an impossible address got."""
    if Need.BROWSER in document.needs:
        return False  # every address of a script-built portal answers with the same shell
    if is_longer(document.blocks, 2 * len(known.text) + _LONGER_THAN_PROBE_CHARS):
        return False
    if _has_its_own(document, answer, known):
        return False
    if len(known.own_words) < _FEWEST_WORDS:
        return bool(known.text) and steady(document.text) == known.text
    own = words_of(f"{document.title}\n{document.text}") - known.home_words
    own -= _address_words(answer.ask.address)
    shared = len(own & known.own_words)
    return shared / len(own | known.own_words) >= _SAME_WORDS


def _has_its_own(document: Document, answer: Answer, known: NotFoundPrint) -> bool:
    """Whether a page says or links, in its content, what no impossible address got.

    The words of the home page are not taken away here: a page about a menu entry says just those.
    """
    echoed = _address_words(answer.ask.address) if known.echoes else frozenset[str]()
    heads = words_of("\n".join((document.title, *_headings(document)))) - known.said - echoed
    if heads or len(words_of(document.main_text) - known.said - echoed) >= _FEWEST_WORDS:
        return True
    address = answer.final_address or answer.ask.address
    own = replace(document, links=tuple(one for one in document.links if one.zone in _CONTENT))
    path = "/" + address.partition("://")[2].partition("/")[2]
    return any(
        not unquote(target.partition("?")[2]).endswith(path)  # a button to share the page itself
        for target in all_links(own, address) - known.links
    )


def _address_words(address: str) -> frozenset[str]:
    return words_of(unquote(address).replace("-", " ").replace("/", " "))


def _is_about_it(document: Document, answer: Answer) -> bool:
    """Whether a page bears the file's name as its title and links to a file, as wikis do."""
    address = answer.final_address or answer.ask.address
    name = _bare(unquote(address.partition("?")[0].rpartition("/")[2]))
    if not any(name in _bare(line) for line in (document.title, *_headings(document))):
        return False
    own = replace(document, links=tuple(one for one in document.links if one.zone in _CONTENT))
    return any(is_paper_like(target) for target in all_links(own, address) - {address})


def _bare(text: str) -> str:
    """Letters and digits alone: addresses write other signs for those of a name."""
    return "".join(filter(str.isalnum, fold(text)))


def _promised_a_file(answer: Answer) -> bool:
    """Whether a file's name or type was given to what turned out to be a page."""
    asked = answer.ask.address.partition("?")[0].lower()
    final = (answer.final_address or asked).partition("?")[0].lower()
    declared = (answer.header("content-type") or "").lower()
    return "application/pdf" in declared or (
        asked.endswith(_FILE_NAMES) and final.endswith(_FILE_NAMES)
    )
