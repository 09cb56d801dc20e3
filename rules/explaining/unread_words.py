"""Why a link that names a paper was not read, as the question to an inspector begins."""

from __future__ import annotations

from domain.documents import Unread
from domain.outcomes import Outcome
from domain.visits import Attempt, is_pressed
from rules.explaining.reasons import PRESSED, SKIPS

_READ = {
    Unread.ENCRYPTED: "Tệp có mật khẩu, không đọc được",
    Unread.DAMAGED: "Tệp hỏng, không đọc được",
    Unread.TOO_LARGE: "Tệp quá lớn, không đọc được",
    Unread.UNSUPPORTED: "Loại tệp chưa đọc được",
    Unread.EMPTY: "Tệp không có nội dung",
    Unread.TIMED_OUT: "Đọc tệp quá lâu, chưa đọc được",
    Unread.OUT_OF_MEMORY: "Tệp quá nặng, chưa đọc được",
    Unread.NO_TEXT_LAYER: "Bản quét hoặc phông chữ không đọc được",
}
_BY_OUTCOME = {
    Outcome.UNREADABLE: "Tệp mở ra không phải văn bản đọc được",
    Outcome.TOO_LARGE: "Tệp quá lớn, không tải hết được",
    Outcome.LOGIN_REQUIRED: "Liên kết đòi đăng nhập",
    Outcome.REDIRECTED_AWAY: "Liên kết bị chuyển sang trang khác",
    Outcome.NOT_FOUND: "Liên kết hỏng, địa chỉ không còn gì",
    Outcome.SOFT_NOT_FOUND: "Liên kết hỏng, địa chỉ không còn gì",
    Outcome.ROBOTS_DENIED: "robots.txt của cổng không cho mở liên kết",
}
_NOT_OPENED = "Liên kết không mở được"
_NOT_TRIED = "Liên kết chưa được mở"


def unread_because(attempt: Attempt, reason: Unread | None) -> str:
    """What kept the paper from being read: its body, else what the address answered."""
    if reason is not None:
        return _READ[reason]
    if attempt.outcome is None:
        why = SKIPS.get(attempt.skip) if attempt.skip is not None else None
        why = PRESSED if is_pressed(attempt) else why
        return f"{_NOT_TRIED} ({why})" if why else _NOT_TRIED
    return _BY_OUTCOME.get(attempt.outcome, _NOT_OPENED)
