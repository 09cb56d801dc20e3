"""The Vietnamese words in which a visit is explained to an inspector."""

from __future__ import annotations

from urllib.parse import unquote

from domain.documents import Zone
from domain.explanations import AidKind, Check, Explanation, Point, Proof, Step
from domain.findings import Side
from domain.outcomes import Aid, Outcome, Skip
from domain.protocols import Promise
from domain.publications import Status
from domain.visits import FoundBy, LinkWords
from reports.words import STOPS

FOUND_BY = {
    FoundBy.HOME: "địa chỉ cổng trong danh bạ",
    FoundBy.LINK: "liên kết trên cổng",
    FoundBy.SITEMAP: "sơ đồ trang",
    FoundBy.FEED: "nguồn tin RSS",
    FoundBy.SEARCH: "kết quả ô tìm kiếm",
    FoundBy.EVIDENCE: "bằng chứng của lần kiểm tra trước",
    FoundBy.AID: "chương trình tự hỏi",
}
ZONES = {
    Zone.MENU: "trình đơn",
    Zone.BREADCRUMB: "đường dẫn phân cấp",
    Zone.MAIN: "phần chính của trang",
    Zone.LIST: "danh sách",
    Zone.ATTACHMENT: "tệp đính kèm",
    Zone.PAGING: "số trang",
    Zone.SEARCH: "kết quả tìm kiếm",
    Zone.HEADER: "đầu trang",
    Zone.FEED: "nguồn tin RSS",
    Zone.SITEMAP: "sơ đồ trang",
    Zone.RELATED: "mục tin liên quan",
    Zone.FOOTER: "chân trang",
    Zone.UNKNOWN: "",
}
PROMISES = {
    Promise.UNTOLD: "",
    Promise.NAMES_PAPER: "chữ của liên kết nêu tên nội dung cần tìm",
    Promise.NAMED_IN_ADDRESS: "địa chỉ nêu tên nội dung cần tìm",
    Promise.NAMED_AROUND: "chữ nói về ISO, phần xung quanh nêu tên nội dung cần tìm",
    Promise.SYSTEM: "chữ hoặc địa chỉ nói về ISO, hệ thống quản lý chất lượng",
    Promise.SYSTEM_NEWS: "tiêu đề tin về ISO: tập huấn, kiểm tra, mua sắm",
    Promise.PROCEDURES: "mục thủ tục hành chính",
    Promise.IN_PAPERS_PLACE: "bản thân không nói gì, phần xung quanh nêu tên nội dung cần tìm",
    Promise.IN_SYSTEMS_PLACE: "bản thân không nói gì, phần xung quanh nói về ISO",
    Promise.NEAR_SYSTEM: "chưa rõ là gì, nằm trong mục về ISO",
    Promise.SECTION: "mục hoặc chữ chung chung, có thể chứa bất cứ gì",
    Promise.VAGUE: "lời văn hành chính, chưa rõ về việc gì",
    Promise.MENU: "mục trình đơn chưa rõ là gì",
    Promise.IN_OTHERS_PLACE: "bản thân không nói gì, phần xung quanh nói về việc khác",
    Promise.OTHER_SECTION: "mục về việc khác",
    Promise.FEW_WORDS: "vài chữ không gọi tên nội dung cần tìm",
    Promise.OTHER_SUBJECT: "nói về việc khác",
    Promise.LAW: "số hiệu của văn bản pháp luật",
}
PASSED_OVER = {
    Skip.ROBOTS: "robots.txt của cổng không cho xem",
    Skip.BUDGET: "hết hạn mức trước khi tới lượt, hoặc cổng không cho địa chỉ để xem tiếp",
    Skip.ALL_FOUND: "đã tìm thấy đủ nên dừng sớm",
    Skip.UNPROMISING: "chữ của liên kết nói rõ về việc khác; đã mở thử một phần mà không thấy gì",
    Skip.TRAP_CLOSED: "nhóm địa chỉ chỉ lặp lại nội dung đã xem (được tính là đã xem)",
    Skip.OFF_PORTAL: "nằm ở trang khác, không phải cổng của cơ quan",
    Skip.LOGIN_SYSTEM: "hệ thống phải đăng nhập, không được tự động vào",
    Skip.NEEDS_POST: "chỉ mở được khi gửi biểu mẫu, hoặc khi bấm vào để mã lệnh của trang chạy",
    Skip.NEEDS_BROWSER: "chỉ hiện khi có trình duyệt chạy mã lệnh",
    Skip.UNSAFE: "địa chỉ không an toàn",
    Skip.PORTAL_FAILED: "cổng ngừng trả lời trước khi tới lượt",
    Skip.TOOL: "công cụ của phần mềm cổng (bình luận, gửi thư, thống kê …) không chứa văn bản",
    Skip.NOT_CONTENT: "ảnh, kiểu dáng, thư điện tử … không chứa văn bản",
}
CAME_BACK = {
    Outcome.OK: "đã xem",
    Outcome.NOT_MODIFIED: "không đổi từ lần trước, dùng bản lưu",
    Outcome.NOT_FOUND: "không còn ở đó (404)",
    Outcome.SOFT_NOT_FOUND: "cổng báo không có nội dung",
}
AID_KINDS = {
    AidKind.ROBOTS: "robots.txt",
    AidKind.SEARCH: "ô tìm kiếm",
    AidKind.SITEMAP: "sơ đồ trang",
    AidKind.FEED: "nguồn tin RSS",
    AidKind.TEST: "hỏi thử",
}
SIGNS = {True: "✓", False: "✗", None: "–"}
_POINTS = {
    Point.HOME: "Trang chủ",
    Point.LINKS: "Nơi có thể đăng",
    Point.SEARCH: "Ô tìm kiếm",
    Point.SITEMAP: "Sơ đồ trang",
    Point.FAILURES: "Địa chỉ lỗi",
    Point.WHOLE: "Xem đến cùng",
}


def outcome_words(step: Step) -> str:
    """What came of an address that was asked for."""
    outcome, night = step.attempt.outcome, step.attempt.taken_from
    settled = outcome in CAME_BACK and not step.attempt.cut_off
    said = CAME_BACK[outcome] if settled and outcome else step.why_not
    return f"{said}; lấy lại từ đêm {night:%d/%m/%Y}" if night else said


def why_opened(step: Step) -> str:
    """Why an address was opened: by what it was found, where it stands, what it promised."""
    attempt = step.attempt
    if attempt.found_by in (FoundBy.HOME, FoundBy.EVIDENCE):
        return FOUND_BY[attempt.found_by]
    found = FOUND_BY[attempt.found_by]
    if attempt.found_by is FoundBy.LINK:
        found += _place(attempt.words)
    if attempt.method == "POST":
        found += ", mở bằng cách gửi biểu mẫu phân trang"
    promise = PROMISES[step.value.why]
    if promise and step.words != attempt.words:
        promise += f" (theo một liên kết khác đến cùng địa chỉ{_place(step.words)})"
    return f"{found}; {promise}" if promise else found


def _place(words: LinkWords) -> str:
    """Where on its page a link stood; empty where that is not known."""
    place = ZONES[words.zone]
    return f", ở {place}" if place else ""


def promise_words(step: Step) -> str:
    """How much it promised; the first addresses are opened whatever they promise."""
    if step.attempt.found_by in (FoundBy.HOME, FoundBy.EVIDENCE):
        return "trước"
    return f"{step.value.priority:.2f}"


def capitalised(words: str) -> str:
    """Words that begin a line; the letters within them stay as they are."""
    return words[:1].upper() + words[1:]


def readable(address: str) -> str:
    """An address with Vietnamese letters as such, where its escapes are sound."""
    try:
        return unquote(address, errors="strict")
    except UnicodeDecodeError:
        return address


def point_name(check: Check) -> str:
    """The heading of one question."""
    return _POINTS[check.point]


def point_words(check: Check, told: Explanation) -> str:
    """The answer to one question of the proof."""
    count, left = check.count, check.left
    if check.point is Point.HOME:
        return f"đã đọc {count - left}/{count} trang chủ" if count else "chưa mở được trang chủ"
    if check.point is Point.LINKS:
        seen = f"đã mở {count} địa chỉ có thể chứa nội dung này"
        if check.holds is None:
            return f"{seen}; đã tìm thấy nên không cần xem hết"
        return seen + (f"; còn {left} điều chưa xem được" if left else ", không còn nơi nào bỏ sót")
    if check.point is Point.SEARCH:
        return _search_words(check, told)
    if check.point is Point.SITEMAP:
        return _sitemap_words(check)
    if check.point is Point.FAILURES:
        return _failure_words(check)
    return f"lần xem kết thúc vì {STOPS[told.visit.stopped_by]}, sau {count} địa chỉ"


def _search_words(check: Check, told: Explanation) -> str:
    if told.visit.search is Aid.POSTED:
        return "cổng có ô tìm kiếm nhưng chỉ nhận biểu mẫu gửi đi (POST): chưa hỏi, cần hỏi tay"
    if check.holds is None:
        return "cổng không có ô tìm kiếm dùng được bằng địa chỉ"
    if not check.holds:
        return "có ô tìm kiếm nhưng bị lỗi: điều chỉ nó tìm ra được thì chưa thấy"
    return f"đã hỏi {check.count} lần (kể cả hỏi thử), biết thêm {check.left} địa chỉ"


def _sitemap_words(check: Check) -> str:
    if check.holds is None:
        return "cổng không có sơ đồ trang"
    if not check.holds:
        return "sơ đồ trang không đọc được trọn vẹn"
    return f"đã đọc, biết thêm {check.left} địa chỉ"


def _failure_words(check: Check) -> str:
    if check.holds is None:
        return "không có địa chỉ nào lỗi"
    settled = check.count - check.left
    left = f"; {check.left} địa chỉ đến cuối vẫn chưa xem được" if check.left else ""
    return f"{settled}/{check.count} địa chỉ lỗi lúc đầu đã rõ khi hỏi lại hoặc không còn gì{left}"


def conclusion(proof: Proof, told: Explanation) -> str:
    """Why the look is enough for the verdict, or why not."""
    status = proof.finding.status
    if status is Status.PUBLISHED:
        return "Đã tìm thấy chính văn bản đó nên không cần chứng minh là không có."
    if status is Status.UNVERIFIED:
        return "Có dấu hiệu đã công khai; người kiểm tra cần trả lời câu hỏi nêu ở lý do."
    if proof.enough:
        nights = proof.finding.confirmations
        sure = "đã được xác nhận" if proof.finding.confirmed else "mới là kết quả ban đầu"
        return (
            "Đủ để kết luận: mọi nơi có thể chứa nội dung này đều đã xem, không còn điều gì bỏ "
            f"ngỏ; kết luận {sure}, qua {nights} đêm xem độc lập."
        )
    if proof.open:
        return f"Chưa đủ để kết luận: còn {len(proof.open)} điều chưa xem được, nêu ở dưới."
    return f"Chưa kết luận: {proof.finding.reason}"


def speaks_for(step: Step) -> bool:
    """Whether it was taken for a paper that was looked for."""
    return any(one.side is Side.FOR for one in step.taken_for)


def sides(step: Step, told: Explanation) -> tuple[str, ...]:
    """What an address was taken for in the findings."""
    titles = {finding.publication: finding.title for finding in told.report.findings}
    words = {Side.FOR: "là", Side.AGAINST: "gần giống, không phải"}
    return tuple(f"{words[one.side]}: {titles[one.publication]}" for one in step.taken_for)
