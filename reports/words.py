"""The Vietnamese words, signs and colours in which reports speak of identifiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.agencies import Level
from domain.findings import AgencyReport, Side
from domain.outcomes import Aid, PortalState, StoppedBy
from domain.publications import Requirement, Status
from domain.reviews import Standing


@dataclass(frozen=True, slots=True)
class StatusWords:
    """How one status looks: never by colour alone."""

    word: str
    sign: str
    meaning: str
    ink: str
    """Text colour, ``#rrggbb``; at least 4.5 to 1 on the fill."""
    fill: str


STATUSES = {
    Status.PUBLISHED: StatusWords(
        "Đã công khai",
        "✓",
        "Đã tìm thấy chính văn bản đó trên cổng, đúng loại, đúng cơ quan, "
        "với văn bản hằng năm thì đúng năm kiểm tra.",
        "#14532d",
        "#d9f2e1",
    ),
    Status.OUTDATED: StatusWords(
        "Bản cũ",
        "↺",
        "Đã xem đầy đủ; chỉ có văn bản của năm trước, chưa có của năm kiểm tra.",
        "#7c3a00",
        "#ffe6c4",
    ),
    Status.MISSING: StatusWords(
        "Chưa công khai",
        "✗",
        "Đã xem đầy đủ mà không có văn bản nào thuộc loại này.",
        "#8f1414",
        "#fddcd9",
    ),
    Status.UNVERIFIED: StatusWords(
        "Cần xác minh",
        "?",
        "Có dấu hiệu là đã công khai nhưng máy không tự kết luận được; người kiểm tra cần mở xem.",
        "#3b2a8c",
        "#e5e0fb",
    ),
    Status.UNDETERMINED: StatusWords(
        "Chưa kết luận",
        "…",
        "Chưa xem được đầy đủ hoặc chưa đến hạn; không được hiểu là cơ quan chưa công khai.",
        "#40474f",
        "#e6e9ed",
    ),
    Status.NOT_APPLICABLE: StatusWords(
        "Không áp dụng", "–", "Không yêu cầu đối với cơ quan này.", "#59626b", "#ffffff"
    ),
}
LEVELS = {
    Level.PROVINCE: "Cấp tỉnh",
    Level.DEPARTMENT: "Sở, ban, ngành",
    Level.DISTRICT: "Cấp huyện",
    Level.COMMUNE: "Cấp xã",
    Level.BRANCH: "Đơn vị trực thuộc sở",
    Level.OTHER: "Cơ quan khác",
}
STATES = {
    PortalState.REACHED: "Truy cập được",
    PortalState.PARTLY_REACHED: "Truy cập được một phần",
    PortalState.UNREACHABLE: "Không truy cập được",
    PortalState.BLOCKED: "Bị chặn",
    PortalState.LOGIN_REQUIRED: "Đòi đăng nhập",
    PortalState.MAINTENANCE: "Đang bảo trì",
    PortalState.PARKED: "Tên miền bỏ trống",
    PortalState.NO_PORTAL: "Chưa có địa chỉ cổng",
}
REQUIREMENTS = {
    Requirement.REQUIRED: "Bắt buộc",
    Requirement.EXPECTED: "Cần có",
    Requirement.OPTIONAL: "Tùy trường hợp",
}
AIDS = {
    Aid.USED: "đã dùng",
    Aid.NONE: "không có",
    Aid.POSTED: "có nhưng chỉ nhận biểu mẫu gửi đi (POST), chưa hỏi",
    Aid.FAILED: "bị lỗi",
}
STOPS = {
    StoppedBy.ALL_FOUND: "đã tìm thấy đủ",
    StoppedBy.NOTHING_LEFT: "đã xem hết",
    StoppedBy.MAX_REQUESTS: "hết số trang được phép",
    StoppedBy.MAX_BYTES: "hết dung lượng được phép",
    StoppedBy.PORTAL_TIME: "hết thời gian dành cho cổng",
    StoppedBy.INTERRUPTED: "bị ngắt giữa chừng",
    StoppedBy.PORTAL_FAILED: "cổng ngừng trả lời",
}
CAUSES = {
    "visit": "xem cổng",
    "rule_upgrade": "đánh giá lại theo quy tắc",
    "reader_upgrade": "đọc lại bản lưu",
    "config_change": "đổi cấu hình",
    "registry_change": "đổi danh bạ",
}
SIDES = {Side.FOR: "Nói lên là có", Side.AGAINST: "Nói lên là không"}
STANDINGS = {
    Standing.STANDS: "còn hiệu lực",
    Standing.EVIDENCE_CHANGED: "bằng chứng đã thay đổi",
    Standing.VERDICT_CHANGED: "kết luận của máy đã thay đổi",
    Standing.EXPIRED: "hết hạn",
    Standing.SUPERSEDED: "đã có ý kiến mới hơn",
    Standing.WITHDRAWN: "đã rút lại",
}
REVIEW_SIGN = "✎"
DECIDED = "Đã có kết luận của người kiểm tra"
_PLACES = {
    "title": "tiêu đề trang",
    "heading": "đề mục",
    "link": "chữ của liên kết",
    "link row": "dòng chứa liên kết",
    "main": "phần chính của trang",
    "article": "thân bài",
    "file name": "tên tệp",
}


def place_in_words(place: str) -> str:
    """Where a quote stood, such as ``page 2``; a file inside an archive comes before a colon."""
    member, colon, within = place.rpartition(": ")
    kind, _, number = within.partition(" ")
    said = f"trang {number}" if kind == "page" else _PLACES.get(within, within)
    return f"{said} trong {member}" if colon else said


def looked_on(report: AgencyReport) -> date:
    """The night of the look that an accusation rests on, not of one that asked only for news."""
    return report.rests_on or report.night or report.started_at.date()


def rests_on(report: AgencyReport) -> str:
    """On which night's look a report rests that did not open the portal whole; else empty."""
    if report.rests_on is None:
        return ""
    return (
        f"Đêm này chỉ hỏi lại trang chủ, bằng chứng đã biết, trang đầu các danh sách và những gì "
        f"mới; {report.coverage.taken_over} địa chỉ khác lấy lại từ lần xem trọn cổng "
        f"đêm {report.rests_on:%d/%m/%Y}"
    )


ROUNDING = (
    "Tỷ lệ làm tròn đến một chữ số thập phân, nửa trở lên thì làm tròn lên. "
    "Mẫu số là số cơ quan đã kết luận được (đã công khai, bản cũ, chưa công khai); "
    "số cần xác minh và chưa kết luận ghi riêng."
)
