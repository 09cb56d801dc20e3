"""What stands on buttons that serve the page itself: they lead to no paper, whatever they run."""

from __future__ import annotations

import re

_TOOLS = (
    # languages
    r"ngôn ngữ|tiếng (?:việt|anh)|việt nam|vietnamese|english|vi|vn|en|français|中文|日本語|한국어",
    # polls and stars
    r"(?:biểu|bình|bầu) (?:quyết|chọn|luận)(?: \w+)?|vote|đánh giá|trả lời",
    r"(?:xem )?kết quả(?: (?:biểu quyết|bình chọn))?",
    # forms, and the riddles in them
    r"(?:xóa|xoá|đồng ý|chấp nhận|accept|gửi)(?: \w+){0,3}|submit|send|lưu|ok|tôi đồng ý|từ chối",
    r"hủy(?: bỏ)?|huỷ(?: bỏ)?|(?:nhập|làm) (?:lại|mới)|refresh|reset|clear|bộ lọc|lọc|search",
    r"tìm(?: kiếm)?(?: nâng cao)?|trang chủ",
    r"(?:đổi|lấy|tạo|tải lại|làm mới)(?: lại)? mã(?: (?:khác|mới|xác nhận|bảo (?:vệ|mật)|an toàn"
    r"|captcha))*",
    # signing in
    r"đăng (?:nhập|xuất|ký)|log ?(?:in|out)|sign ?in|quên mật khẩu|tạo tài khoản",
    # what closes or folds
    r"(?:toggle |mở |đóng |ẩn |hiện )?(?:menu|navigation)(?: chính)?|đóng(?: (?:lại|cửa sổ))?",
    r"close|tắt|ẩn|hide|thu gọn",
    # how the page looks and sounds
    r"(?:độ )?tương phản(?: cao)?|(?:giao diện|chế độ|nền) (?:tối|sáng|ban đêm|ngày|đêm)|dark mode",
    r"(?:cỡ chữ|zoom)(?: \w+){0,3}|(?:tăng|giảm|phóng to|thu nhỏ)(?: (?:cỡ )?chữ)?",
    r"toàn màn hình|full ?screen|nghe(?: \w+){0,2}|đọc (?:bài(?: viết)?|báo)|(?:tạm )?dừng|phát",
    r"play|pause|stop|xem bản đồ",
    # what is done with the page
    r"(?:bản )?in(?: (?:trang|bài|bản|ra)(?: \w+)?)?|print|e-?mail|gửi e-?mail",
    r"(?:chia sẻ|share|copy|sao chép)(?: \w+){0,3}|facebook|zalo|twitter|(?:un)?like|thích",
    # where one goes on it
    r"(?:skip|bỏ qua|quay lại|trở (?:lại|về))(?: \w+){0,3}|back|về trang trước|lên trên|home",
    r"(?:lên|về)(?: (?:đầu|cuối))?(?: trang)?(?: chủ)?|(?:back to )?top|(?:đầu|cuối) trang",
    r"(?:skip|bỏ qua|chuyển|đi|tới|đến)(?: (?:to|để|đến|tới|qua|main|the))*"
    r" (?:content|navigation|search|điều hướng|menu|(?:phần )?nội dung)(?: (?:trang )?chính)?",
    # what SharePoint writes on every page
    r"bỏ qua (?:các )?lệnh (?:dải băng|ribbon)|turn (?:on|off) (?:animations|more accessible mode)",
    r"(?:bật|tắt) (?:hoạt ảnh|hoạt hình|chế độ dễ truy (?:nhập|cập)(?: hơn)?)",
)
_TURNING = (
    r"(?:ngày|tuần|tháng) (?:trước|sau|này|tới)|next|prev(?:ious)?|trước|sau|tiếp|đầu|cuối|first"
    r"|last|trang (?:trước|đầu)|mở rộng",
)
"""They turn pictures and calendars, but lists as well."""
_TOOL = re.compile(rf"\W*(?:{'|'.join(_TOOLS)})\W*", re.I)
_LEADS_NOWHERE = re.compile(rf"\W*(?:{'|'.join(_TOOLS + _TURNING)})\W*", re.I)
_STARS = re.compile(r"[★☆⭐✩✰\s]+")
_LETTERS = re.compile(r"[^\W\d_]")
_LONGEST_TOOL_CHARS = 60
_LONGEST_ENTRY_CHARS = 300


def is_tool(words: str) -> bool:
    """Whether the whole of it names a tool of the page: "Đóng", "Tiếng Việt", "★"."""
    if not words or len(words) > _LONGEST_TOOL_CHARS:
        return False
    return _TOOL.fullmatch(words) is not None or _STARS.fullmatch(words) is not None


def names_something(text: str) -> bool:
    """Whether what is pressed may open a paper or section: it is no tool of the page itself."""
    if len(text) > _LONGEST_ENTRY_CHARS or len(_LETTERS.findall(text)) < 3:
        return False
    return _LEADS_NOWHERE.fullmatch(text) is None
