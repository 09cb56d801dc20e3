"""Words of a page that waits for its scripts, or says that there is nothing to wait for."""

from __future__ import annotations

import re

_WAITING = re.compile(
    r"^\W*(?:đang (?:được )?(?:tải|nạp|xử lý)|loading\W*$|please wait)"
    r"|(?:dữ liệu|nội dung|danh sách|trang) đang (?:được )?(?:tải|nạp)"
    r"|(?:vui lòng|xin) (?:chờ|đợi)|(?:bật|kích hoạt|cho phép) javascript|enable javascript"
    r"|(?:không|chưa) hỗ trợ javascript",
    re.IGNORECASE,
)
_SAYS_EMPTY = re.compile(
    r"đang (?:được |trong quá trình )?cập nhật|(?:chưa|không) (?:có|được cập nhật|cập nhật)"
    r"|không tìm thấy|no (?:data|posts?|results?|records?)\b|nothing found",
    re.IGNORECASE,
)


def says_waiting(text: str) -> bool:
    """Whether words say that something is still loading, or ask for scripts."""
    return _WAITING.search(text) is not None


def says_empty(text: str) -> bool:
    """Whether words say that there is nothing, or not yet."""
    return _SAYS_EMPTY.search(text) is not None
