# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""Quality policies, steering committees and corrective actions."""

from __future__ import annotations

from tests.province.papers.values import Wording
from tests.province.papers.wordings_announcement import CARRIES, DECIDES, LAW, LOCAL

POLICY_LINKS = ("{title}", "Chính sách chất lượng", "CSCL", "Chính sách chất lượng {name}", "{type} {title}")  # fmt: skip
POLICY_STEMS = ("chinh-sach-chat-luong", "CSCL (ký)", "Chính sách chất lượng", "{slug}", "CSCL.signed")  # fmt: skip
BOARD_LINKS = ("{title}", "QĐ kiện toàn BCĐ ISO", "Quyết định kiện toàn Ban chỉ đạo ISO", "Ban ISO", "{type} số {number}")  # fmt: skip
BOARD_STEMS = ("QD kien toan BCD ISO.signed", "{filenumber}_{dashdate}_signed", "kien-toan-ban-chi-dao-iso", "{slug}", "BCĐ ISO")  # fmt: skip
ACTION_LINKS = ("{title}", "Phiếu khắc phục điểm không phù hợp", "Phiếu CAR", "Hành động khắc phục năm {signed}")  # fmt: skip
ACTION_STEMS = ("phieu-NC-CAR", "khac phuc diem khong phu hop {signed}", "{slug}", "BM-04-02 CAR")
PLEDGES = (
    "1. Công khai, minh bạch, đúng pháp luật trong giải quyết công việc của tổ chức và công dân.",
    "2. Thường xuyên đào tạo, nâng cao năng lực và đạo đức công vụ của cán bộ, công chức.",
    "3. Áp dụng, duy trì và cải tiến thường xuyên {sys} theo {std}.",
    "4. Bảo đảm nguồn lực, ứng dụng công nghệ thông tin trong xử lý công việc.",
    "{chief} cam kết thực hiện và bảo đảm chính sách này được thấu hiểu trong toàn cơ quan.",
)


def policy(type_name: str, title: str, *above: str, kind: str = "") -> Wording:
    """One wording of the policy."""
    return Wording(type_name, title, (*above, *PLEDGES), kind, links=POLICY_LINKS, stems=POLICY_STEMS)  # fmt: skip


def board(title: str, first: str) -> Wording:
    """A decision naming the members of the board."""
    bases = (LOCAL, LAW, "Xét đề nghị của Văn phòng,", DECIDES)
    duty = "Điều 2. Ban có nhiệm vụ chỉ đạo, tổ chức xây dựng, áp dụng, duy trì và cải tiến {sys}; nhiệm kỳ công tác theo nhiệm kỳ {term}."
    body = (*bases, first, "@members", duty, "Điều 3. Quyết định này có hiệu lực từ ngày ký.", CARRIES)  # fmt: skip
    return Wording("QUYẾT ĐỊNH", title, body, "QĐ", links=BOARD_LINKS, stems=BOARD_STEMS)


def action(type_name: str, title: str, *body: str, kind: str = "") -> Wording:
    """One wording of a corrective action."""
    return Wording(type_name, title, body, kind, links=ACTION_LINKS, stems=ACTION_STEMS)


POLICY: tuple[Wording, ...] = (
    policy("CHÍNH SÁCH CHẤT LƯỢNG", "Của {name}", "{name} cam kết:"),
    policy("CHÍNH SÁCH CHẤT LƯỢNG", "Theo {std}", "Mã số: CSCL; Lần ban hành: 02"),
    policy(
        "QUYẾT ĐỊNH",
        "Về việc ban hành Chính sách chất lượng của {name}",
        LOCAL,
        DECIDES,
        "Điều 1. Ban hành Chính sách chất lượng của {name}:",
        kind="QĐ",
    ),
    policy("CHÍNH SÁCH CHẤT LƯỢNG", "“Công khai - Đúng luật - Kịp thời - Thân thiện”"),
    policy(
        "CSCL", "Chính sách chất lượng của {full}", "Phương châm: lấy sự hài lòng làm thước đo."
    ),
)

COMMITTEE: tuple[Wording, ...] = (
    board(
        "Về việc kiện toàn Ban chỉ đạo ISO {name}",
        "Điều 1. Kiện toàn Ban chỉ đạo ISO {name} gồm các ông, bà có tên sau:",
    ),
    board(
        "V/v thành lập Ban Chỉ đạo xây dựng, áp dụng, duy trì {sys} theo {std}",
        "Điều 1. Thành lập Ban Chỉ đạo xây dựng, áp dụng và duy trì {sys}, gồm:",
    ),
    board(
        "Kiện toàn BCĐ ISO và Tổ thư ký giúp việc {name}",
        "Điều 1. Kiện toàn Ban Chỉ đạo (BCĐ) ISO và Tổ thư ký của {name}, gồm:",
    ),
    board(
        "Về việc thay đổi thành viên Ban ISO của {name}",
        "Điều 1. Thay đổi, bổ sung thành viên Ban ISO theo {std}, gồm:",
    ),
    board(
        "Thành lập Tổ ISO triển khai {sys} tại {name}",
        "Điều 1. Thành lập Tổ ISO của {name}, gồm các thành viên:",
    ),
    board(
        "Về việc kiện toàn Ban chỉ đạo HTQLCL theo {std}",
        "Điều 1. Kiện toàn Ban chỉ đạo HTQLCL của {name}, gồm các đồng chí:",
    ),
)

ACTION: tuple[Wording, ...] = (
    action(
        "PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC",
        "(CAR số {day}/{signed})",
        "Bộ phận được đánh giá: Văn phòng - {name}",
        "Mô tả sự không phù hợp (NC): hồ sơ chưa cập nhật phiếu kiểm soát quá trình theo {std}.",
        "Nguyên nhân: công chức mới tiếp nhận chưa được hướng dẫn.",
        "Hành động khắc phục: tập huấn lại quy trình, hoàn thành trước ngày {day}/12/{signed}.",
    ),
    action(
        "BÁO CÁO",
        "Kết quả khắc phục các điểm không phù hợp sau đánh giá của {name}",
        "Sau đợt đánh giá, {name} đã thực hiện hành động khắc phục đối với các điểm không phù hợp:",
        "TT\tĐiểm không phù hợp\tHành động khắc phục\tKết quả",
        "1\tChưa cập nhật danh mục tài liệu bên ngoài\tCập nhật danh mục\tĐã hoàn thành",
        "2\tSổ theo dõi hồ sơ ghi thiếu cột ngày trả\tBổ sung, nhắc nhở\tĐã hoàn thành",
        kind="BC",
    ),
    action(
        "PHIẾU GHI NHẬN SỰ KHÔNG PHÙ HỢP VÀ HÀNH ĐỘNG KHẮC PHỤC",
        "BM-04-01",
        "Tiêu chuẩn áp dụng: {std}. Nơi phát hiện: Bộ phận Một cửa {name}.",
        "Điểm không phù hợp: trả kết quả chậm 02 hồ sơ.",
        "Biện pháp: rà soát phân công; người theo dõi: {person}.",
    ),
    action(
        "THÔNG BÁO",
        "Về việc thực hiện hành động khắc phục điểm không phù hợp của {sys}",
        "{name} yêu cầu các bộ phận khắc phục điểm không phù hợp phát hiện khi đánh giá {sys}.",
        kind="TB",
    ),
)
