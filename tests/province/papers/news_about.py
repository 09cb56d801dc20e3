# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""News about quality systems: none of it is a publication."""

from __future__ import annotations

import random

from tests.province.papers import news_ordinary
from tests.province.papers.fill import Fill

OTHERS = (
    "Sở Tài chính", "Sở Tư pháp", "Sở Công Thương", "Sở Khoa học và Công nghệ", "UBND xã Phú Thịnh",
    "UBND phường Đồng Tâm", "Văn phòng UBND tỉnh", "Sở Nội vụ", "UBND xã Lâm Thượng",
)  # fmt: skip
TITLES: dict[str, tuple[str, ...]] = {
    "training": (
        "Tập huấn áp dụng {sys} theo {std}",
        "Khai giảng lớp đào tạo đánh giá viên nội bộ theo {std}",
        "{name} tham gia tập huấn chuyển đổi {sys}",
        "Đào tạo nhận thức về ISO điện tử cho cán bộ, công chức",
    ),
    "inspection": (
        "Sở Khoa học và Công nghệ kiểm tra việc áp dụng {sys} tại {name}",
        "Đoàn kiểm tra làm việc về việc duy trì {sys} năm {year}",
        "Kiểm tra việc thực hiện mục tiêu chất lượng và cải cách hành chính tại các đơn vị",
        "Kiểm tra {std} tại một số cơ quan hành chính nhà nước",
    ),
    "others_objectives": (
        "{other} ban hành Mục tiêu chất lượng năm {year}",
        "{other} công bố {sys} phù hợp {std}",
        "{other}: triển khai mục tiêu chất lượng năm {year}",
        "{other} kiện toàn Ban chỉ đạo ISO",
    ),
    "conference": (
        "Hội nghị sơ kết việc áp dụng {sys} trong cơ quan nhà nước",
        "Hội thảo nâng cao hiệu quả áp dụng {std} vào cải cách hành chính",
        "Tọa đàm về chất lượng nhân Ngày Tiêu chuẩn thế giới 14/10",
    ),
    "award": (
        "Trao Giải thưởng Chất lượng Quốc gia năm {year} cho doanh nghiệp của tỉnh",
        "Doanh nghiệp trên địa bàn {place} nhận chứng chỉ {std}",
        "Vinh danh các đơn vị áp dụng tốt {sys} năm {last}",
    ),
    "own_issued": (
        "{name} ban hành Mục tiêu chất lượng năm {year}",
        "{name} ban hành mục tiêu chất lượng năm {year}",
        "{name} đã ban hành Quyết định về Mục tiêu chất lượng năm {year}",
        "{name} ban hành, triển khai Mục tiêu chất lượng năm {year}",
    ),
}
LINES: dict[str, tuple[str, ...]] = {
    "training": (
        "Ngày {day}/{month}/{year}, lớp tập huấn về {sys} theo {std} đã khai mạc với hơn 60 học viên.",
        "Học viên được giới thiệu các yêu cầu của tiêu chuẩn, cách xây dựng mục tiêu và đánh giá nội bộ.",
    ),
    "inspection": (
        "Đoàn kiểm tra do Chi cục Tiêu chuẩn Đo lường Chất lượng chủ trì đã kiểm tra hồ sơ, tài liệu.",
        "Đoàn đề nghị đơn vị tiếp tục cập nhật mục tiêu chất lượng, thực hiện đánh giá nội bộ và công khai theo quy định.",
    ),
    "others_objectives": (
        "Theo đó, {other} đặt mục tiêu {percent} hồ sơ được giải quyết đúng hạn trong năm {year}.",
        "{other} giao các phòng chuyên môn xây dựng kế hoạch thực hiện.",
    ),
    "conference": (
        "Các đại biểu trao đổi kinh nghiệm áp dụng {sys}, khó khăn khi chuyển đổi số quy trình.",
        "Kết luận hội nghị, lãnh đạo Sở yêu cầu các cơ quan rà soát, công bố lại khi thay đổi phạm vi.",
    ),
    "award": (
        "Đây là kết quả của quá trình đổi mới quản trị, áp dụng {std} trong sản xuất.",
        "Đến nay toàn tỉnh có 24 doanh nghiệp đạt giải.",
    ),
    "own_issued": (
        "Ngày {day}/01/{year}, {name} đã ban hành Mục tiêu chất lượng năm {year}.",
        "Theo đó, năm {year} {name} phấn đấu giải quyết đúng hạn {percent} hồ sơ; mức độ hài lòng đạt {percent}.",
        "{chief} yêu cầu các bộ phận nghiêm túc tổ chức thực hiện.",
    ),
}


def written(kind: str, fill: Fill, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    """Title and paragraphs; the other agency named is never the issuer."""
    other = rng.choice([name for name in OTHERS if name not in (fill["name"], fill["full"])])
    lines = [*LINES[kind], *news_ordinary.closing(rng, rng.randint(1, 2))]
    texts = [fill.write(line.replace("{other}", other)) for line in lines]
    return fill.write(rng.choice(TITLES[kind]).replace("{other}", other)), tuple(texts)
