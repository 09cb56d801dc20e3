"""What stands on buttons that serve the page itself, and lead to no paper."""

from __future__ import annotations

import re

_OF_THE_PAGE = (
    # languages
    r"ngôn ngữ|tiếng (?:việt|anh)|việt nam|vietnamese|english|vi|vn|en|français|中文|日本語|한국어",
    # polls, and the riddles of forms
    r"(?:biểu|bình|bầu) (?:quyết|chọn)|vote",
    r"(?:đổi|lấy|tạo|tải lại|làm mới)(?: lại)? mã(?: (?:khác|mới|xác nhận|bảo (?:vệ|mật)|an toàn"
    r"|captcha))*",
    # signing in
    r"đăng (?:nhập|xuất|ký)|log ?(?:in|out)|sign ?in|quên mật khẩu|tạo tài khoản",
    # what closes or folds
    r"(?:toggle |mở |đóng |ẩn |hiện )?(?:menu|navigation)(?: chính)?|đóng(?: (?:lại|cửa sổ))?",
    r"close|tắt|ẩn|hide|thu gọn",
    # how the page looks and sounds
    r"(?:độ )?tương phản(?: cao)?|(?:giao diện|chế độ|nền) (?:tối|sáng|ban đêm|ngày|đêm)|dark mode",
    r"cỡ chữ|(?:tăng|giảm|phóng to|thu nhỏ)(?: (?:cỡ )?chữ)?|toàn màn hình|full ?screen",
    # where one goes on it
    r"(?:quay|trở) (?:lại|về)(?: trang trước)?|back|về trang trước",
    r"lên trên|(?:lên|về) (?:đầu|cuối)(?: trang)?|(?:back to )?top|đầu trang",
    r"(?:skip|bỏ qua|chuyển|đi|tới|đến)(?: (?:to|để|đến|tới|qua|main|the))*"
    r" (?:content|navigation|điều hướng|menu|(?:phần )?nội dung)(?: (?:trang )?chính)?",
    # what SharePoint writes on every page
    r"skip ribbon commands|bỏ qua (?:các )?lệnh (?:dải băng|ribbon)",
    r"turn (?:on|off) (?:animations|more accessible mode)",
    r"(?:bật|tắt) (?:hoạt ảnh|hoạt hình|chế độ dễ truy (?:nhập|cập)(?: hơn)?)",
)
"""They do nothing but to the page, wherever they stand and whatever they run."""
_OTHERWISE = (
    r"chuyên mục|bình luận(?: \w+)?|bình chọn(?: \w+)?|đánh giá|trả lời|xem bản đồ|search",
    r"(?:xem )?kết quả(?: (?:biểu quyết|bình chọn))?",
    r"(?:xóa|xoá|đồng ý|chấp nhận|accept|gửi)(?: \w+){0,3}|submit|send|lưu|ok|tôi đồng ý|từ chối",
    r"hủy(?: bỏ)?|huỷ(?: bỏ)?|(?:nhập|làm) (?:lại|mới)|refresh|reset|clear|bộ lọc|lọc",
    r"tìm(?: kiếm)?(?: nâng cao)?|trang chủ|home|zoom(?: \w+){0,3}|cỡ chữ(?: \w+){0,3}",
    r"nghe(?: \w+){0,2}|đọc (?:bài(?: viết)?|báo)|(?:tạm )?dừng|phát|play|pause|stop",
    r"(?:bản )?in(?: (?:trang|bài|bản|ra)(?: \w+)?)?|print|e-?mail|gửi e-?mail",
    r"(?:chia sẻ|share|copy|sao chép)(?: \w+){0,3}|facebook|zalo|twitter|(?:un)?like|thích",
    r"(?:skip|bỏ qua|quay lại|trở (?:lại|về))(?: \w+){0,3}|cuối trang|mở rộng",
    r"(?:lên|về)(?: (?:đầu|cuối))?(?: trang)?(?: chủ)?",
    r"(?:ngày|tuần|tháng) (?:trước|sau|này|tới)|next|prev(?:ious)?|trước|sau|tiếp|đầu|cuối|first"
    r"|last|trang (?:trước|đầu)",
)
"""They name nothing, yet a list may come by them, or a paper stand beside them."""
_TOOL = re.compile(rf"\W*(?:{'|'.join(_OF_THE_PAGE)})\W*", re.I)
_LEADS_NOWHERE = re.compile(rf"\W*(?:{'|'.join(_OF_THE_PAGE + _OTHERWISE)})\W*", re.I)
_STARS = re.compile(r"[★☆⭐✩✰\s]+")
_LETTERS = re.compile(r"[^\W\d_]")
_LONGEST_TOOL_CHARS = 60
_LONGEST_ENTRY_CHARS = 300


def serves_page(words: str) -> bool:
    """Whether the whole of it names a tool of the page: "Đóng", "Tiếng Việt", "★"."""
    if not words or len(words) > _LONGEST_TOOL_CHARS:
        return False
    return _TOOL.fullmatch(words) is not None or _STARS.fullmatch(words) is not None


def names_something(text: str) -> bool:
    """Whether what is pressed may open a paper or section: it is no tool of the page itself."""
    if len(text) > _LONGEST_ENTRY_CHARS or len(_LETTERS.findall(text)) < 3:
        return False
    return _LEADS_NOWHERE.fullmatch(text) is None
