# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""How agencies issue the documents of their quality-management system."""

from __future__ import annotations

from tests.province.papers.values import Wording
from tests.province.papers.wordings_announcement import CARRIES, DECIDES, LAW, LOCAL, MODEL

LINKS = (
    "{title}", "Sổ tay chất lượng", "Hệ thống tài liệu ISO 9001:2015", "{type} số {number}",
    "QĐ ban hành hệ thống tài liệu HTQLCL", "Bộ tài liệu ISO {name}", "QĐ ban hành HTQLCL",
    "{type} {title}", "Tài liệu HTQLCL",
)  # fmt: skip
STEMS = (
    "so-tay-chat-luong", "QD ban hanh he thong tai lieu ISO.signed", "Sổ tay chất lượng 2015",
    "{filenumber}_{dashdate}_signed", "STCL", "{slug}", "tai lieu HTQLCL", "{filenumber}",
    "Mô hình HTQLCL (ký)",
)  # fmt: skip
LIST = (
    "TT\tTên tài liệu\tMã số\tLần ban hành",
    "1\tSổ tay chất lượng\tSTCL\t02",
    "2\tChính sách chất lượng\tCSCL\t02",
    "3\tQuy trình kiểm soát thông tin dạng văn bản\tQT-01\t02",
    "4\tQuy trình quản lý rủi ro và cơ hội\tQT-02\t01",
    "5\tQuy trình đánh giá nội bộ\tQT-03\t02",
    "6\tQuy trình kiểm soát sự không phù hợp và hành động khắc phục\tQT-04\t02",
    "7\tQuy trình xem xét của lãnh đạo\tQT-05\t01",
)
MANUAL = (
    "Chương I. GIỚI THIỆU CHUNG",
    "Sổ tay chất lượng là tài liệu ở tầng cao nhất, mô tả {sys} của {name} và dẫn chiếu đến các quy trình, biểu mẫu.",
    "Sổ tay được phân phối cho các bộ phận; bản gốc do Thư ký Ban ISO lưu giữ; mọi sửa đổi phải được {chief} phê duyệt.",
    "1. Giới thiệu về {name}: {name} là cơ quan thực hiện chức năng quản lý nhà nước trên địa bàn.",
    "2. Phạm vi áp dụng: hoạt động giải quyết thủ tục hành chính theo {std}.",
    "Chương II. BỐI CẢNH CỦA TỔ CHỨC",
    "3. Các vấn đề bên ngoài: chủ trương tinh gọn bộ máy, chính quyền địa phương hai cấp, chuyển đổi số.",
    "4. Các bên quan tâm: người dân, doanh nghiệp, cơ quan cấp trên, cán bộ, công chức.",
    "Chương III. SỰ LÃNH ĐẠO",
    "{chief} cam kết xây dựng, thực hiện và cải tiến thường xuyên {sys}.",
    "Chương IV. HOẠCH ĐỊNH",
    "Hằng năm {name} nhận diện rủi ro, cơ hội và xác định mục tiêu cùng cách thức đạt được.",
    "Chương V. HỖ TRỢ",
    "Nguồn lực, con người, cơ sở hạ tầng, môi trường làm việc, tri thức của tổ chức và thông tin dạng văn bản.",
    "Chương VI. THỰC HIỆN",
    "Chương VII. ĐÁNH GIÁ KẾT QUẢ HOẠT ĐỘNG",
    "Theo dõi sự hài lòng, đánh giá nội bộ ít nhất một lần một năm, xem xét của lãnh đạo vào cuối năm.",
    "Chương VIII. CẢI TIẾN",
    "Sự không phù hợp được ghi nhận và khắc phục theo quy trình QT-04.",
)


def decision(title: str, first: str) -> Wording:
    """Documents issued by decision, with their list as an annex."""
    bases = (LOCAL, LAW, MODEL, "Theo đề nghị của Thường trực Ban Chỉ đạo ISO,", DECIDES)
    second = (
        "Điều 2. Các tài liệu này được phổ biến đến toàn thể công chức, viên chức để thực hiện."
    )
    third = "Điều 3. Quyết định này có hiệu lực từ ngày ký."
    body = (*bases, first, second, third, CARRIES, "DANH MỤC TÀI LIỆU", *LIST)
    return Wording("QUYẾT ĐỊNH", title, body, "QĐ", links=LINKS, stems=STEMS)


WORDINGS: tuple[Wording, ...] = (
    decision(
        "Về việc ban hành hệ thống tài liệu của {sys} theo {std}",
        "Điều 1. Ban hành hệ thống tài liệu của {sys} theo {std} tại {name}.",
    ),
    decision(
        "Ban hành {sys} theo {std} tại {name}",
        "Điều 1. Ban hành kèm theo Quyết định này {sys} theo tiêu chuẩn {std} của {name}, gồm sổ tay, chính sách và các quy trình.",
    ),
    decision(
        "V/v ban hành bộ tài liệu ISO của {name}",
        "Điều 1. Ban hành bộ tài liệu {sys} theo {std} áp dụng tại {name}.",
    ),
    decision(
        "Về việc ban hành, áp dụng hệ thống tài liệu HTQLCL theo {std}",
        "Điều 1. Ban hành và áp dụng hệ thống tài liệu HTQLCL theo {std} (có danh mục kèm theo).",
    ),
    decision(
        "Ban hành Mô hình Hệ thống quản lý chất lượng theo {std} tại {name}",
        "Điều 1. Ban hành Mô hình Hệ thống quản lý chất lượng theo {std} áp dụng cho {name}.",
    ),
    decision(
        "Ban hành Sổ tay chất lượng và các quy trình hệ thống theo {std}",
        "Điều 1. Ban hành Sổ tay chất lượng và các quy trình hệ thống của {name}.",
    ),
    Wording(
        "SỔ TAY CHẤT LƯỢNG",
        "Theo tiêu chuẩn {std} của {name}",
        ("Mã số: STCL; Lần ban hành: 02; Ngày ban hành: {day}/{month}/{signed}", *MANUAL),
        links=LINKS,
        stems=STEMS,
    ),
    Wording(
        "MÔ HÌNH HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG",
        "THEO {std} TẠI {name}",
        ("Mã số HTQLCL-{suffix}-01; Ngày {day}/{month}/{signed}", *MANUAL, *LIST),
        links=LINKS,
        stems=STEMS,
    ),
    decision(
        "Về việc ban hành lại hệ thống tài liệu và mã số tài liệu thuộc {sys}",
        "Điều 1. Ban hành lại hệ thống tài liệu thuộc {sys} phù hợp {std}, mã số HTQLCL-{suffix}.",
    ),
    decision(
        "Phê duyệt và ban hành tài liệu ISO 9001:2015 áp dụng tại {name}",
        "Điều 1. Phê duyệt, ban hành tài liệu thuộc {sys} theo {std} để áp dụng thống nhất trong cơ quan.",
    ),
    Wording(
        "DANH MỤC TÀI LIỆU NỘI BỘ",
        "Hệ thống tài liệu HTQLCL theo {std} của {name}",
        ("Mã số: BM-01-01; Lần ban hành: 03; Cập nhật ngày {day}/{month}/{signed}", *LIST),
        links=LINKS,
        stems=STEMS,
    ),
    decision(
        "Về việc áp dụng hệ thống tài liệu {sys} phiên bản {std} thay thế phiên bản 2008",
        "Điều 1. Áp dụng hệ thống tài liệu {sys} theo {std} tại {name}; hủy bỏ tài liệu theo phiên bản cũ.",
    ),
)
