"""What an answer with status 200 really is: content, or an error page in its clothes.

Every test looks only at pages that hold hardly anything else, or at a title: an article that
merely speaks of maintenance, blocking or a page not found stays content.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from crawler.urls import is_paper_like
from crawler.visit.pages.failing import failing
from crawler.visit.pages.login_box import holds_more_than_login
from crawler.visit.pages.not_found import (
    NotFoundPrint,
    headings,
    like_not_found,
    says_not_found,
)
from crawler.visit.pages.phrases import (
    CHALLENGE_BODY,
    LOGIN_WORDS,
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
)
from documents.away import leads_away
from domain.documents import Document, Reading, Unreadable, Zone
from domain.exchanges import Answer
from domain.outcomes import Outcome

_LONGEST_LEAN_CHARS = 4000
_MOST_LEAN_LINKS = 30
_LOGIN_CHARS = 600
_LOGIN_LINKS = 8
_REFUSAL_CHARS = 300
_CHALLENGE_CHARS = 600
_CHALLENGE_LINKS = 4
_FILE_NAMES = (".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".rar", ".7z", ".odt", ".ods")
_BODY_SEARCHED = 200_000
_CONTENT = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)

Verdict = tuple[Outcome, str]
"""An outcome with its reason in Vietnamese."""


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
    verdict = _lean_page(answer, reading) or _refused(reading, main)
    if verdict is None and says_not_found(reading, answer, known, own):
        verdict = Outcome.SOFT_NOT_FOUND, "trang báo không tìm thấy nội dung"
    verdict = verdict or failing(answer, reading, main)
    if verdict is None and known is not None and like_not_found(reading, answer, known):
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


def _is_about_it(document: Document, answer: Answer) -> bool:
    """Whether a page bears the file's name as its title and links to a file, as wikis do."""
    address = answer.final_address or answer.ask.address
    name = _bare(unquote(address.partition("?")[0].rpartition("/")[2]))
    if not any(name in _bare(line) for line in (document.title, *headings(document))):
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
