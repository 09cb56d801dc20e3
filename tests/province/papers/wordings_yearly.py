# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""Annual plans, internal audits, management reviews and annual reports."""

from __future__ import annotations

from tests.province.papers.values import Wording

BASIS = "Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ và kế hoạch của Sở Khoa học và Công nghệ,"
PLAN_LINKS = ("{title}", "Kế hoạch ISO năm {year}", "KH áp dụng HTQLCL năm {year}", "{type} {title}", "Kế hoạch số {number}")  # fmt: skip
PLAN_STEMS = ("{filenumber}_{dashdate}_signed", "KH ISO {year}", "ke-hoach-iso-{year}", "{slug}", "KH duy tri HTQLCL {year} (ký)")  # fmt: skip
AUDIT_LINKS = ("{title}", "Đánh giá nội bộ năm {year}", "KH ĐGNB {year}", "{type} {title}")
AUDIT_STEMS = ("{filenumber}_{dashdate}_signed", "danh-gia-noi-bo-{year}", "DGNB {year}", "{slug}")
REVIEW_LINKS = ("{title}", "Xem xét của lãnh đạo năm {year}", "Biên bản họp xem xét lãnh đạo {year}", "{type} {title}")  # fmt: skip
REVIEW_STEMS = (
    "BB hop XXLD {year}",
    "xem-xet-cua-lanh-dao-{year}",
    "{slug}",
    "{filenumber}_signed",
)
REPORT_LINKS = ("{title}", "Báo cáo ISO năm {year}", "BC kết quả áp dụng HTQLCL năm {year}", "{type} {title}")  # fmt: skip
REPORT_STEMS = (
    "{filenumber}_{dashdate}_signed",
    "bao-cao-iso-{year}",
    "BC HTQLCL {year}",
    "{slug}",
)
TASKS = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Duy trì, cải tiến {sys} theo {std}; nâng cao hiệu quả giải quyết thủ tục hành chính.",
    "2. Phát huy kết quả đã đạt được của năm {last}, khắc phục hạn chế.",
    "II. NỘI DUNG",
    "TT\tNội dung công việc\tThời gian\tĐơn vị thực hiện",
    "1\tRà soát, cập nhật tài liệu\tQuý I/{year}\tBan ISO",
    "2\tXây dựng mục tiêu\tTháng 01/{year}\tCác bộ phận",
    "3\tĐánh giá nội bộ\tQuý III/{year}\tĐoàn đánh giá",
    "4\tHọp xem xét của lãnh đạo\tQuý IV/{year}\tLãnh đạo",
    "III. TỔ CHỨC THỰC HIỆN",
    "Giao Văn phòng theo dõi, đôn đốc và tổng hợp báo cáo./.",
)
SCHEDULE = (
    "TT\tBộ phận được đánh giá\tThời gian\tĐánh giá viên",
    "1\tBộ phận Một cửa\t08h00 - 10h00\t{person}",
    "2\tVăn phòng\t10h00 - 11h30\t{person}",
    "3\tLĩnh vực chuyên môn\t14h00 - 16h30\t{person}",
)
MINUTES = (
    "Chủ trì: {person} - {chief}; Thư ký: {person}.",
    "I. Nội dung xem xét",
    "1. Tình trạng các hành động từ lần xem xét năm {last}.",
    "2. Kết quả đánh giá nội bộ, mức độ thực hiện mục tiêu, sự hài lòng của người dân.",
    "3. Sự phù hợp của {sys} theo {std}.",
    "II. Kết luận của chủ trì: {sys} vẫn phù hợp, tiếp tục duy trì và cải tiến.",
)
RESULTS = (
    "I. KẾT QUẢ ĐẠT ĐƯỢC",
    "1. Công tác chỉ đạo: đã ban hành kế hoạch, phân công cán bộ phụ trách {sys} theo {std}.",
    "2. Tỷ lệ hồ sơ giải quyết đúng hạn đạt {percent} (năm {last}: {percent}).",
    "II. TỒN TẠI, HẠN CHẾ: việc cập nhật tài liệu có lúc chưa kịp thời.",
    "III. PHƯƠNG HƯỚNG NĂM {next}: tiếp tục duy trì, cải tiến {sys}.",
)


def plan(title: str, days: tuple[int, int] = (-50, -3)) -> Wording:
    """A plan, mostly signed at the end of the year before."""
    return Wording("KẾ HOẠCH", title, (BASIS, "{name} xây dựng kế hoạch như sau:", *TASKS), "KH", days, PLAN_LINKS, PLAN_STEMS)  # fmt: skip


def audit(type_name: str, title: str, kind: str, *body: str, late: bool = False) -> Wording:
    """A plan, a programme or a report of the internal audit."""
    days = (215, 300) if late else (120, 210)
    return Wording(type_name, title, (BASIS, *body), kind, days, AUDIT_LINKS, AUDIT_STEMS)


def review(type_name: str, title: str, kind: str) -> Wording:
    """Minutes or a notice of the management review."""
    return Wording(type_name, title, MINUTES, kind, (255, 330), REVIEW_LINKS, REVIEW_STEMS)


def report(title: str) -> Wording:
    """An annual report."""
    return Wording("BÁO CÁO", title, (BASIS, *RESULTS), "BC", (310, 362), REPORT_LINKS, REPORT_STEMS)  # fmt: skip


PLAN: tuple[Wording, ...] = (
    plan("Áp dụng, duy trì và cải tiến {sys} theo {std} năm {year}"),
    plan("Triển khai ISO năm {year} tại {name}", (3, 50)),
    plan("Duy trì và cải tiến {sys} theo tiêu chuẩn {std} năm {year} của {name}"),
    plan("Xây dựng, áp dụng {sys} {std} năm {year}", (2, 45)),
    plan("Kế hoạch ISO năm {year}", (2, 60)),
    plan("Thực hiện {sys} theo {std} năm {year}"),
    plan("Duy trì, cải tiến HTQLCL theo {std} tại {name} năm {year}"),
    plan("Về việc áp dụng và duy trì ISO 9001:2015 năm {year}", (5, 55)),
)
AUDIT: tuple[Wording, ...] = (
    audit("KẾ HOẠCH", "Đánh giá nội bộ {sys} theo {std} năm {year}", "KH", *SCHEDULE),
    audit(
        "CHƯƠNG TRÌNH",
        "Đánh giá nội bộ năm {year} của {name}",
        "",
        "Chuẩn mực đánh giá: {std}.",
        *SCHEDULE,
    ),
    audit(
        "BÁO CÁO",
        "Kết quả đánh giá nội bộ {sys} năm {year}",
        "BC",
        "Đoàn đánh giá nội bộ báo cáo kết quả đánh giá {sys} theo {std}: 02 điểm không phù hợp nhẹ.",
        late=True,
    ),
    audit(
        "THÔNG BÁO",
        "Về việc đánh giá nội bộ HTQLCL năm {year}",
        "TB",
        "{name} thông báo lịch đánh giá nội bộ:",
        *SCHEDULE,
    ),
    audit(
        "KẾ HOẠCH",
        "ĐGNB {sys} {std} năm {year}",
        "KH",
        "Kế hoạch đánh giá nội bộ (ĐGNB):",
        *SCHEDULE,
    ),
    audit(
        "QUYẾT ĐỊNH",
        "Về việc thành lập Đoàn đánh giá nội bộ {sys} năm {year}",
        "QĐ",
        "Điều 1. Thành lập Đoàn đánh giá nội bộ {sys} theo {std} năm {year} của {name}, gồm:",
        "@members",
        "Điều 2. Đoàn thực hiện đánh giá theo kế hoạch và báo cáo kết quả với {chief}.",
    ),
    audit(
        "BÁO CÁO",
        "Đánh giá nội bộ việc áp dụng {std} năm {year} tại {name}",
        "BC",
        "TT\tBộ phận\tĐiểm không phù hợp\tKhuyến nghị",
        "1\tVăn phòng\t01\t02",
        "2\tBộ phận Một cửa\t0\t01",
        late=True,
    ),
)
REVIEW: tuple[Wording, ...] = (
    review("BIÊN BẢN", "Họp xem xét của lãnh đạo về {sys} năm {year}", "BB"),
    review("THÔNG BÁO", "Kết luận cuộc họp xem xét của lãnh đạo năm {year} đối với {sys}", "TB"),
    review("BIÊN BẢN", "Xem xét lãnh đạo HTQLCL theo {std} năm {year} tại {name}", ""),
    review("BÁO CÁO", "Phục vụ họp xem xét của lãnh đạo về HTQLCL năm {year}", "BC"),
    review("BIÊN BẢN", "Cuộc họp lãnh đạo xem xét {sys} năm {year} của {name}", "BB"),
    review("KẾ HOẠCH", "Họp xem xét của lãnh đạo về việc áp dụng {std} năm {year}", "KH"),
)
REPORT: tuple[Wording, ...] = (
    report("Tình hình áp dụng, duy trì, cải tiến {sys} theo {std} năm {year}"),
    report("Kết quả áp dụng {sys} {std} năm {year} của {name}"),
    report("Kết quả xây dựng, áp dụng, duy trì và cải tiến HTQLCL năm {year}"),
    report("Báo cáo ISO năm {year}: kết quả duy trì {sys} tại {name}"),
    report("Kết quả duy trì áp dụng {sys} theo {std} tại {name} năm {year}"),
    report("Sơ kết, tổng kết việc áp dụng HTQLCL theo {std} năm {year}"),
)
