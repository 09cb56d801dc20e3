"""The Vietnamese sentences an inspector reads: why a verdict is what it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

from domain.documents import Need, Unread
from domain.findings import Evidence
from domain.outcomes import Aid, Outcome, PortalState, Skip, StoppedBy
from domain.publications import Period
from domain.visits import Attempt, Visit, is_pressed, is_rest_of_list
from rules.catalogue import Publication
from rules.explaining.shown_titles import is_slug, last_part, without_leftovers

SHOWN_GAPS = 3
"""How many open items a sentence names; the coverage lists more."""
LINK_WORDS_LENGTH = 90
SENTENCE_LENGTH = 300
ADDRESS_LENGTH = 300
_LOOKED_AT = 4_000
"""Letters of a portal's words that are looked at to show some of them."""
_UNSEEN_CATEGORIES = ("Cc", "Cf", "Cs", "Co", "Cn")

OUTCOMES = {
    Outcome.REDIRECTED_AWAY: "bị chuyển sang trang khác",
    Outcome.ROBOTS_DENIED: "robots.txt của cổng không cho xem",
    Outcome.LOGIN_REQUIRED: "phải đăng nhập mới xem được",
    Outcome.BLOCKED: "bị cổng chặn",
    Outcome.MAINTENANCE: "đang bảo trì hoặc chỉ báo lỗi",
    Outcome.PARKED: "tên miền không còn được sử dụng",
    Outcome.HTTP_ERROR: "máy chủ báo lỗi",
    Outcome.TIMEOUT: "quá thời gian chờ",
    Outcome.DNS: "không tìm thấy tên miền",
    Outcome.REFUSED: "máy chủ từ chối kết nối",
    Outcome.TLS: "không lập được kết nối bảo mật",
    Outcome.TOO_LARGE: "tệp quá lớn",
    Outcome.UNSAFE_ADDRESS: "địa chỉ không an toàn nên không mở",
    Outcome.UNREADABLE: "nội dung không đọc được",
    Outcome.NOT_FOUND: "liên kết hỏng, địa chỉ không còn gì",
    Outcome.SOFT_NOT_FOUND: "liên kết hỏng, địa chỉ không còn gì",
}
SKIPS = {
    Skip.ROBOTS: "robots.txt của cổng không cho xem",
    Skip.BUDGET: "chưa kịp xem trong hạn mức của lần kiểm tra",
    Skip.ALL_FOUND: "chưa mở vì đã dừng sớm",
    Skip.UNPROMISING: "chưa mở vì theo quy tắc khi đó, chữ của liên kết nói về việc khác",
    Skip.NEEDS_POST: "chỉ mở được bằng cách gửi biểu mẫu",
    Skip.NEEDS_BROWSER: "cần trình duyệt chạy mã lệnh mới xem được",
    Skip.PORTAL_FAILED: "cổng ngừng trả lời trước khi xem tới",
    Skip.OFF_PORTAL: "nằm ở trang khác nên chưa mở",
    Skip.LOGIN_SYSTEM: "nằm trong hệ thống phải đăng nhập",
    Skip.UNSAFE: "địa chỉ viết sai hoặc không phải của một trang web nên không mở",
}
UNREADS = {
    Unread.ENCRYPTED: "tệp có mật khẩu",
    Unread.DAMAGED: "tệp bị hỏng",
    Unread.TOO_LARGE: "tệp quá lớn",
    Unread.UNSUPPORTED: "loại tệp chưa đọc được",
    Unread.EMPTY: "tệp rỗng, không có gì để đọc",
    Unread.TIMED_OUT: "đọc tệp quá lâu",
    Unread.OUT_OF_MEMORY: "tệp cần quá nhiều bộ nhớ",
    Unread.NO_TEXT_LAYER: "tệp chỉ có ảnh chụp, không có chữ",
}
NEEDS = {
    Need.BROWSER: "cần trình duyệt chạy mã lệnh mới xem được",
    Need.SCRIPTS: "chỉ có khung, mã lệnh của trang mới điền nội dung vào (cần trình duyệt)",
    Need.POST_PAGING: "các trang sau của danh sách chỉ mở được khi bấm nút hoặc gửi biểu mẫu",
}
REST_OF_LIST = "danh sách còn nữa nhưng cổng không cho địa chỉ để xem tiếp"
PRESSED = "chỉ mở được khi bấm vào để mã lệnh của trang chạy"
STATES = {
    PortalState.UNREACHABLE: "Không truy cập được cổng thông tin",
    PortalState.BLOCKED: "Cổng thông tin chặn việc kiểm tra",
    PortalState.LOGIN_REQUIRED: "Cổng thông tin đòi đăng nhập",
    PortalState.MAINTENANCE: "Cổng thông tin đang bảo trì",
    PortalState.PARKED: "Tên miền của cổng thông tin không còn được sử dụng",
    PortalState.NO_PORTAL: "Chưa có địa chỉ cổng thông tin của cơ quan",
}
STOPS = {
    StoppedBy.ALL_FOUND: "lần xem dừng sớm vì khi đó đã tìm thấy đủ",
    StoppedBy.MAX_REQUESTS: "đã hết số trang được phép xem trong một lần",
    StoppedBy.MAX_BYTES: "đã hết dung lượng được phép tải trong một lần",
    StoppedBy.PORTAL_TIME: "đã hết thời gian dành cho cổng này",
    StoppedBy.INTERRUPTED: "lần xem bị ngắt giữa chừng",
    StoppedBy.PORTAL_FAILED: "cổng ngừng trả lời giữa chừng",
}
HOME_NEEDS_BROWSER = "trang chủ chỉ hiện nội dung khi dùng trình duyệt chạy mã lệnh"
HOME_NOT_READ = "chưa đọc được trang chủ"
NOTHING_READ = "chưa đọc được trang nào"
ONE_BODY_ONLY = "ngoài trang chủ không đọc được nội dung nào khác"
MOSTLY_NOT_FOUND = "phần lớn đường dẫn của cổng báo không tìm thấy"
PARTLY_WITHOUT_CAUSE = "chỉ xem được một phần cổng"
SEARCH_FAILED = "ô tìm kiếm của cổng bị lỗi"
SITEMAP_FAILED = "sơ đồ trang của cổng không đọc được"


def day(value: date) -> str:
    """A date as officials write it."""
    return f"{value.day:02d}/{value.month:02d}/{value.year}"


def what(publication: Publication, year: int) -> str:
    """The publication's name, for a yearly one with its year."""
    if publication.period is Period.YEARLY:
        return f"{publication.title.removesuffix(' năm')} năm {year}"
    return publication.title


def paper(evidence: Evidence) -> str:
    """A paper as one would cite it: title, number, date; by its file where it has no words."""
    title = title_of(evidence)
    name = short(last_part(evidence.url)) if is_slug(title) else ""
    file = name if title.split(maxsplit=1)[0] in name else title
    parts = [f"tệp “{file}”" if is_slug(title) else f"“{title}”"]
    if evidence.number and evidence.number not in title:
        parts.append(f"số {short(evidence.number)}")
    if evidence.issued_on:
        parts.append(f"ngày {day(evidence.issued_on)}")
    return " ".join(parts)


def title_of(evidence: Evidence) -> str:
    """What a paper is called, by its quoted words where the title is but a piece of an address."""
    title, quote = (short(without_leftovers(said)) for said in (evidence.title, evidence.quote))
    return (quote if is_slug(title) and quote else title or quote) or "văn bản"


def short(words: str) -> str:
    """Words on one line, cut to a length that a sentence can hold."""
    return _cut(_one_line(words), LINK_WORDS_LENGTH)


def found(
    best: Evidence, others: int, rivals: Sequence[Evidence] = (), *, issuer_checked: bool
) -> str:
    """Why it is published; ``rivals`` are papers of the same year that differ in number or day."""
    more = f", cùng {others} văn bản khác" if others else ""
    unchecked = "" if issuer_checked else "; chưa đối chiếu được tên cơ quan ban hành"
    note = f"; cùng năm còn bản khác số hoặc ngày: {_cited(rivals)}" if rivals else ""
    return f"Đã tìm thấy {paper(best)}{more}{note}{unchecked}."


def _cited(papers: Sequence[Evidence]) -> str:
    shown = "; ".join(_number_and_day(evidence) for evidence in papers[:SHOWN_GAPS])
    return shown + (f"; và {len(papers) - SHOWN_GAPS} bản nữa" if len(papers) > SHOWN_GAPS else "")


def _number_and_day(evidence: Evidence) -> str:
    """How a paper is told from another of the same name."""
    number = f"số {short(evidence.number)}" if evidence.number else "không số"
    return f"{number} ngày {day(evidence.issued_on)}" if evidence.issued_on else number


def continued(sentence: str) -> str:
    """A sentence as it goes on behind a dash; abbreviations keep their capitals."""
    return sentence if sentence[:2].isupper() else sentence[:1].lower() + sentence[1:]


def not_due(due: date) -> str:
    """Before the date on which yearly papers are due."""
    return f"Chưa đến hạn ({due.day}/{due.month}/{due.year})."


def not_judgeable(visit: Visit) -> str:
    """The portal's state as the reason for saying nothing."""
    detail = short_sentence(visit.state_detail)
    return f"{STATES[visit.state]}{f' ({detail})' if detail else ''}; chưa kết luận được."


def not_enough(gaps: Sequence[str]) -> str:
    """What still stands in the way of an accusation."""
    shown = "; ".join(gaps[:SHOWN_GAPS])
    rest = len(gaps) - SHOWN_GAPS
    more = f"; và {rest} mục khác" if rest > 0 else ""
    return f"Chưa xem được đầy đủ: {shown}{more}."


def looked_at(pages: int, documents: int, search: Aid, sitemap: Aid, set_aside: int = 0) -> str:
    """What was looked at, to begin the sentence of an accusation.

    ``set_aside``: addresses left unopened because their words speak of something else.
    """
    seen = f"Đã xem hết {pages} trang"
    if documents:
        seen += f" và {documents} văn bản"
    if set_aside:
        seen += f" có thể liên quan (không mở {set_aside} địa chỉ nói rõ về việc khác)"
    used = ((search, "ô tìm kiếm"), (sitemap, "sơ đồ trang"))
    tried = [name for aid, name in used if aid is Aid.USED]
    return f"{seen}, đã thử {' và '.join(tried)}" if tried else seen


def without_a_name(looked: str) -> str:
    """What was looked at, where the agency's name was only read off its portal."""
    return f"{looked} (chưa đối chiếu được tên cơ quan với danh bạ)"


def missing(looked: str, name: str, alike: int, nearest: Evidence | None = None) -> str:
    """Why it is missing, and what comes nearest to it."""
    near = f"; có {alike} trang, văn bản gần giống nhưng không phải" if alike else ""
    if nearest is not None and nearest.note:
        near += f", gần nhất là {paper(nearest)} ({continued(short_sentence(nearest.note))})"
    return f"{looked}; không có văn bản nào là {name}{near}."


def outdated(looked: str, name: str, earlier: Evidence, its_year: int | None) -> str:
    """Why it is outdated."""
    of_year = f" của năm {its_year}" if its_year else " của năm trước"
    said = its_year is not None and str(its_year) in short(earlier.title)
    return f"{looked}; chỉ có {paper(earlier)}{'' if said else of_year}, không có {name}."


def attempt_gap(attempt: Attempt, why: str) -> str:
    """An open item: the link as it reads, its address, and why it was not seen."""
    words = short(attempt.words.text or attempt.words.title)
    address = _cut(_one_line(attempt.address), ADDRESS_LENGTH)
    named = f"“{words}” ({address})" if words else address
    return f"{named}: {why}"


def why_open(attempt: Attempt) -> str:
    """Why an address that was not seen was not."""
    if attempt.skip is Skip.ROBOTS and attempt.detail:
        return f"chưa mở vì không đọc được robots.txt của cổng: {attempt.detail}"
    if attempt.skip is not None and is_rest_of_list(attempt):
        return REST_OF_LIST
    if is_pressed(attempt):
        return PRESSED
    if attempt.skip is not None:
        return SKIPS.get(attempt.skip, "chưa mở")
    if attempt.outcome is None:
        return "chưa có kết quả khi lần xem kết thúc"
    if attempt.outcome.seen:
        return "đã tải về nhưng chưa đọc"
    if attempt.cut_off:
        return "nội dung bị cắt giữa chừng"
    status = (
        f" {attempt.status}" if attempt.outcome is Outcome.HTTP_ERROR and attempt.status else ""
    )
    return OUTCOMES.get(attempt.outcome, "không xem được") + status


def home_needs_browser(detail: str) -> str:
    """A home page of scripts only; the detail says why none showed it, and what to install."""
    said = short_sentence(detail)
    return f"{HOME_NEEDS_BROWSER} ({said})" if said else HOME_NEEDS_BROWSER


def portal_not_asked(url: str) -> str:
    """A portal of the agency that the visit did not know of."""
    return f"lần xem này chưa vào cổng {_cut(_one_line(url), 120)} của cơ quan"


def papers_of_another(count: int, owner: str) -> str:
    """The question over a portal that holds one other agency's papers and none of its own."""
    return (
        f"{count} văn bản trên cổng này đều của {short(owner)}: "
        "địa chỉ trong danh bạ có đúng là cổng của cơ quan này không?"
    )


def short_sentence(words: str) -> str:
    """Words on one line without the closing full stop."""
    return _cut(_one_line(words).rstrip("."), SENTENCE_LENGTH)


def _one_line(words: str) -> str:
    """Without line ends, control characters, direction overrides and broken characters.

    Reasons are read in terminals too, where a portal's escape sequences must not reach.
    """
    spaced = " ".join(words[:_LOOKED_AT].split())
    if spaced.isprintable():  # as nearly every line: none of those is
        return spaced
    return "".join(
        letter for letter in spaced if unicodedata.category(letter) not in _UNSEEN_CATEGORIES
    )


def _cut(line: str, length: int) -> str:
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
