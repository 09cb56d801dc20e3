"""Words of menus and of the standing parts of portals."""

from __future__ import annotations

import random

from tests.province.papers import Issuer

MENU = {
    "intro": ("Giới thiệu", "Giới thiệu chung", "Tổng quan", "Giới thiệu đơn vị"),
    "news": ("Tin tức - Sự kiện", "Tin tức", "Tin trong tỉnh", "Hoạt động của cơ quan", "Tin mới"),
    "documents": (
        "Văn bản",
        "Văn bản chỉ đạo điều hành",
        "Hệ thống văn bản",
        "Văn bản - Tài liệu",
        "Văn bản pháp quy",
    ),
    "reform": ("Cải cách hành chính", "CẢI CÁCH HÀNH CHÍNH", "CCHC", "Công khai - Minh bạch"),
    "reform_news": ("Tin cải cách hành chính", "Thông tin CCHC", "Chỉ số CCHC"),
    "iso": (
        "ISO 9001:2015",
        "TCVN ISO 9001:2015",
        "Hệ thống QLCL ISO 9001:2015",
        "Công khai ISO",
        "TÀI LIỆU HỆ THỐNG ISO",
        "BAN CHỈ ĐẠO ISO",
        "ISO 9001-2015",
        "HTQLCL",
    ),
    "iso_old": ("ISO 9001:2008", "Hệ thống QLCL ISO 9001:2008"),
    "iso_deep": (
        "Áp dụng HTQLCL theo TCVN ISO 9001:2015",
        "Hệ thống quản lý chất lượng",
        "Tài liệu ISO",
        "ISO hành chính công",
    ),
    "all_in_one": (
        "Công khai các tài liệu ISO 9001:2015",
        "Hồ sơ áp dụng Hệ thống quản lý chất lượng năm {year}",
        "Tài liệu áp dụng TCVN ISO 9001:2015 tại đơn vị",
        "Bộ tài liệu hệ thống ISO của cơ quan",
    ),
    "bare": ("Công khai ISO", "Công khai", "Tài liệu ISO", "Thông tin công khai"),
    "tthc": (
        "Thủ tục hành chính",
        "Bộ thủ tục hành chính",
        "TTHC",
        "Danh mục thủ tục hành chính",
        "Dịch vụ công - TTHC",
    ),
    "contact": ("Liên hệ", "Liên hệ - Góp ý", "Thông tin liên hệ"),
    "calendar": ("Lịch công tác", "Lịch làm việc", "Lịch tiếp công dân"),
}
EMPTY_MENU = (
    "Chiến lược, quy hoạch",
    "Chương trình, đề tài khoa học",
    "Công trình, dự án",
    "Thông tin tuyên truyền",
    "Dữ liệu mở",
    "Hỏi đáp",
)
UPDATING = (
    "Nội dung đang được cập nhật...",
    "Đang cập nhật",
    "Chuyên mục đang cập nhật dữ liệu, mời quý vị quay lại sau.",
    "Chưa có bài viết nào trong chuyên mục này.",
)
TTHC_FIELDS = (
    "Hộ tịch",
    "Chứng thực",
    "Đất đai",
    "Bảo trợ xã hội",
    "Người có công",
    "Thi đua - Khen thưởng",
    "Tôn giáo",
    "Khiếu nại, tố cáo",
    "Nuôi con nuôi",
    "Văn hóa",
)
ACTS = ("Đăng ký", "Cấp lại", "Xác nhận", "Điều chỉnh", "Giải quyết hồ sơ")


def procedure_rows(field: str, rng: random.Random) -> list[tuple[str, tuple[str, ...]]]:
    """Titles and steps of the procedures of one field."""
    acts = rng.sample(ACTS, rng.randint(1, 2))
    return [(f"Thủ tục {act.lower()} lĩnh vực {field.lower()}", _steps(rng)) for act in acts]


def _steps(rng: random.Random) -> tuple[str, ...]:
    days = rng.choice((1, 3, 5, 7, 15, 20))
    return (
        "Trình tự thực hiện: Tổ chức, cá nhân nộp hồ sơ tại Bộ phận tiếp nhận và trả kết quả.",
        f"Thời hạn giải quyết: {days} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.",
        f"Lệ phí: {rng.choice(('Không', '8.000 đồng', '15.000 đồng'))}.",
        "Cơ quan thực hiện: Bộ phận một cửa.",
    )


def about(issuer: Issuer, rng: random.Random) -> tuple[str, ...]:
    """The page that introduces the agency."""
    area, people = rng.randint(12, 140), rng.randint(2, 90) * 97
    return (
        f"{issuer.name} là cơ quan hành chính nhà nước, chịu sự chỉ đạo của "
        f"{issuer.parent_name or 'Chính phủ'}.",
        f"Địa bàn có diện tích {area} km², dân số khoảng {people} người, gồm nhiều dân tộc anh em.",
        "Bộ máy gồm lãnh đạo, văn phòng và các bộ phận chuyên môn giúp việc.",
    )


def contact(issuer: Issuer) -> tuple[str, ...]:
    """The page with address and telephone."""
    return (
        f"Trụ sở: Trung tâm {issuer.place}.",
        "Điện thoại: 02xx 3 xxx xxx. Thời gian làm việc: 7h30 - 17h00 từ thứ Hai đến thứ Sáu.",
    )
