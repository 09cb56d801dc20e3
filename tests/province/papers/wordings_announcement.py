# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""How agencies announce that their system conforms to the standard."""

from __future__ import annotations

from tests.province.papers.values import Wording

LAW = "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước;"
CIRCULAR = "Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg;"
MODEL = "Căn cứ Quyết định số 101/QĐ-BKHCN ngày 21 tháng 01 năm 2019 của Bộ Khoa học và Công nghệ về việc công bố Mô hình khung hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 cho các loại hình cơ quan hành chính nhà nước tại địa phương;"
LOCAL = "Căn cứ Luật Tổ chức chính quyền địa phương;"
ASKED = "Xét đề nghị của Ban Chỉ đạo ISO {name},"
DECIDES = "QUYẾT ĐỊNH:"
EFFECT = "Điều 3. Quyết định này có hiệu lực kể từ ngày ký và thay thế các quyết định trước đây về cùng nội dung."
CARRIES = "Điều 4. Chánh Văn phòng, thủ trưởng các đơn vị trực thuộc và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."
SCOPE = "Điều 2. Phạm vi áp dụng: hoạt động giải quyết các thủ tục hành chính thuộc thẩm quyền của {name} (danh mục kèm theo)."

LINKS = (
    "{title}", "Quyết định công bố HTQLCL theo TCVN ISO 9001:2015", "QĐ công bố ISO",
    "Công bố hệ thống quản lý chất lượng {name}", "{type} số {number}", "QĐ công bố HTQLCL",
    "Bản công bố ISO 9001:2015", "{type} {title}",
)  # fmt: skip
STEMS = (
    "QD cong bo HTQLCL.signed", "QĐ công bố ISO 9001-2015", "{filenumber}_{dashdate}_signed",
    "quyet-dinh-cong-bo-he-thong-quan-ly-chat-luong", "cong bo iso 9001 2015", "Ban cong bo ISO",
    "{slug}", "Quyết định công bố HTQLCL (ký)", "{filenumber}",
)  # fmt: skip


def decision(title: str, first: str, *more: str) -> Wording:
    """An announcement by decision: the bases, then the articles."""
    return Wording(
        "QUYẾT ĐỊNH",
        title,
        (LOCAL, LAW, CIRCULAR, ASKED, DECIDES, first, *(more or (SCOPE,)), EFFECT, CARRIES),
        "QĐ",
        links=LINKS,
        stems=STEMS,
    )


WORDINGS: tuple[Wording, ...] = (
    decision(
        "Về việc công bố {sys} phù hợp {std}",
        "Điều 1. Công bố {sys} tại {name} phù hợp với Tiêu chuẩn quốc gia {std}.",
    ),
    decision(
        "Công bố Hệ thống quản lý chất lượng phù hợp với Tiêu chuẩn quốc gia {std} tại {name}",
        "Điều 1. Công bố Hệ thống quản lý chất lượng của {full} phù hợp Tiêu chuẩn quốc gia TCVN ISO 9001:2015 đối với các lĩnh vực hoạt động theo Phụ lục đính kèm.",
    ),
    decision(
        "V/v công bố lại {sys} theo {std} của {name}",
        "Điều 1. Công bố lại {sys} phù hợp {std} của {name} do thay đổi phạm vi áp dụng.",
        "Điều 2. {name} có trách nhiệm duy trì, cải tiến {sys} và thông báo bằng văn bản đến Sở Khoa học và Công nghệ.",
    ),
    decision(
        "Về việc công bố áp dụng {sys} theo {std} vào hoạt động của {name}",
        "Điều 1. Công bố áp dụng {sys} phù hợp Tiêu chuẩn {std} vào hoạt động của {name} kể từ ngày ký.",
    ),
    decision(
        "Về việc công bố HTQLCL phù hợp {std} trong giải quyết thủ tục hành chính tại {name}",
        "Điều 1. Nay công bố HTQLCL trong việc giải quyết thủ tục hành chính tại {name} phù hợp {std}.",
    ),
    Wording(
        "BẢN CÔNG BỐ",
        "{sys} phù hợp Tiêu chuẩn quốc gia {std}",
        (
            "{full} công bố:",
            "Hệ thống quản lý chất lượng tại {name} phù hợp với Tiêu chuẩn quốc gia TCVN ISO 9001:2015 cho các hoạt động giải quyết thủ tục hành chính quy định tại Phụ lục kèm theo.",
            "Bản công bố này có hiệu lực kể từ ngày ký./.",
            "PHỤ LỤC",
            "Danh mục thủ tục hành chính được công bố",
            "@procedures:short",
        ),
        links=LINKS,
        stems=STEMS,
    ),
    Wording(
        "CÔNG BỐ",
        "Hệ thống quản lý chất lượng của {name} phù hợp tiêu chuẩn {std}",
        (
            "Căn cứ kết quả đánh giá nội bộ và xem xét của lãnh đạo đối với {sys};",
            "{chief} {unit} công bố {sys} của cơ quan đã được xây dựng, thực hiện và duy trì phù hợp yêu cầu của tiêu chuẩn {std}.",
            "Lĩnh vực áp dụng: toàn bộ hoạt động giải quyết thủ tục hành chính cho tổ chức, cá nhân.",
        ),
        "CB",
        links=LINKS,
        stems=STEMS,
    ),
    Wording(
        "THÔNG BÁO",
        "Về việc công bố {sys} phù hợp {std}",
        (
            LAW,
            "{name} thông báo đến các cơ quan, tổ chức và nhân dân được biết: {sys} của cơ quan đã được công bố phù hợp {std} theo quyết định của {chief}.",
            "Các thủ tục hành chính được công bố niêm yết tại Bộ phận Tiếp nhận và Trả kết quả.",
        ),
        "TB",
        links=LINKS,
        stems=STEMS,
    ),
    decision(
        "Công bố lại Hệ thống quản lý chất lượng phù hợp {std} đối với hoạt động của {name}",
        "Điều 1. Công bố lại Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015 đối với hoạt động của {name}, gồm các quy trình tại Phụ lục kèm theo.",
    ),
    decision(
        "Công bố mở rộng phạm vi áp dụng {sys} phù hợp {std} tại {name}",
        "Điều 1. Công bố {sys} tại {name} phù hợp {std}, mở rộng phạm vi cho các thủ tục hành chính mới tiếp nhận.",
    ),
    decision(
        "Về việc công bố chuyển đổi {sys} từ TCVN ISO 9001:2008 sang TCVN ISO 9001:2015",
        "Điều 1. Công bố {sys} của {name} đã được chuyển đổi và phù hợp TCVN ISO 9001:2015.",
        "Điều 2. Quyết định này thay thế các quyết định công bố theo TCVN ISO 9001:2008 trước đây.",
    ),
    decision(
        "V/v công bố sự phù hợp của {sys} với {std} đối với việc giải quyết TTHC",
        "Điều 1. Công bố sự phù hợp của {sys} tại {name} với {std}.",
    ),
    Wording(
        "BẢN CÔNG BỐ",
        "Hệ thống quản lý chất lượng phù hợp tiêu chuẩn quốc gia TCVN ISO 9001:2015",
        (
            "(Ban hành kèm theo Quyết định số {n}/QĐ-{suffix} ngày {day}/{month}/{signed} của {name})",
            "Tên cơ quan: {full}",
            "Địa chỉ: {place}. Điện thoại: 0216 3 {n} {n}",
            "CÔNG BỐ:",
            "{sys} của cơ quan phù hợp TCVN ISO 9001:2015 đối với các lĩnh vực: tiếp nhận, giải quyết và trả kết quả thủ tục hành chính.",
        ),
        links=LINKS,
        stems=STEMS,
    ),
)
