# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""The tables inside papers: procedures, objectives, members; one row a string, tabs between cells."""

from __future__ import annotations

import random

from tests.province.papers import names

COMMUNE_FIELDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("TP", "Hộ tịch", (
        "Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký khai tử", "Đăng ký giám hộ",
        "Đăng ký nhận cha, mẹ, con", "Đăng ký lại khai sinh", "Đăng ký lại kết hôn",
        "Thay đổi, cải chính, bổ sung thông tin hộ tịch", "Cấp bản sao trích lục hộ tịch",
        "Cấp Giấy xác nhận tình trạng hôn nhân", "Đăng ký khai sinh lưu động",
        "Đăng ký chấm dứt giám hộ", "Đăng ký lại khai tử", "Ghi vào sổ hộ tịch việc kết hôn")),
    ("CT", "Chứng thực", (
        "Chứng thực bản sao từ bản chính", "Chứng thực chữ ký", "Chứng thực di chúc",
        "Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản",
        "Chứng thực văn bản từ chối nhận di sản", "Cấp bản sao từ sổ gốc",
        "Chứng thực việc sửa đổi, bổ sung, hủy bỏ hợp đồng")),
    ("ĐĐ", "Đất đai", (
        "Hòa giải tranh chấp đất đai", "Xác nhận hồ sơ đăng ký đất đai lần đầu",
        "Thẩm định nhu cầu sử dụng đất", "Xác nhận hiện trạng sử dụng đất",
        "Đăng ký chuyển mục đích sử dụng đất", "Cung cấp dữ liệu đất đai")),
    ("LĐ", "Lao động, người có công và xã hội", (
        "Xác nhận hộ nghèo, hộ cận nghèo", "Trợ giúp xã hội thường xuyên hằng tháng",
        "Hỗ trợ chi phí mai táng", "Xác định mức độ khuyết tật", "Công nhận hộ thoát nghèo",
        "Giải quyết chế độ thờ cúng liệt sĩ", "Đổi, cấp lại giấy xác nhận khuyết tật",
        "Xác nhận đơn đề nghị di chuyển hài cốt liệt sĩ", "Tiếp nhận đối tượng bảo trợ xã hội")),
    ("VH", "Văn hóa, thông tin", (
        "Công nhận danh hiệu gia đình văn hóa", "Thông báo tổ chức lễ hội cấp xã",
        "Thông báo thành lập thư viện cộng đồng", "Công nhận câu lạc bộ thể thao cơ sở",
        "Đăng ký hoạt động đại lý Internet công cộng")),
    ("NV", "Nội vụ, tôn giáo", (
        "Đăng ký hoạt động tín ngưỡng", "Thông báo danh mục hoạt động tôn giáo",
        "Tặng Giấy khen của Chủ tịch UBND cấp xã", "Tặng danh hiệu Lao động tiên tiến",
        "Thông báo tổ chức quyên góp", "Cho phép thành lập hội")),
    ("NN", "Nông nghiệp, môi trường", (
        "Chuyển đổi cơ cấu cây trồng trên đất lúa", "Hỗ trợ khôi phục sản xuất sau thiên tai",
        "Đăng ký kê khai chăn nuôi", "Phê duyệt phương án ứng phó thiên tai",
        "Xác nhận bảng kê lâm sản", "Tham vấn báo cáo đánh giá tác động môi trường")),
    ("TC", "Tài chính, kinh tế", (
        "Đăng ký thành lập hộ kinh doanh", "Đăng ký thay đổi nội dung hộ kinh doanh",
        "Tạm ngừng kinh doanh của hộ kinh doanh", "Đăng ký thành lập tổ hợp tác",
        "Cấp Giấy phép bán lẻ rượu", "Mua quyển hóa đơn lẻ")),
    ("XD", "Xây dựng", (
        "Cấp giấy phép xây dựng nhà ở riêng lẻ", "Điều chỉnh giấy phép xây dựng",
        "Gia hạn giấy phép xây dựng", "Cấp giấy phép di dời công trình")),
    ("KN", "Khiếu nại, tố cáo", (
        "Tiếp công dân", "Giải quyết khiếu nại lần đầu", "Giải quyết tố cáo", "Xử lý đơn thư")),
)  # fmt: skip
ACTS = ("Cấp", "Cấp lại", "Điều chỉnh", "Gia hạn", "Thu hồi", "Đề nghị cấp đổi")
OBJECTS: dict[str, tuple[str, ...]] = {
    "SYT": (
        "giấy phép hoạt động khám bệnh, chữa bệnh", "chứng chỉ hành nghề dược",
        "chứng chỉ hành nghề khám bệnh", "giấy chứng nhận đủ điều kiện kinh doanh dược",
        "giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm", "phiếu xác nhận nội dung quảng cáo",
        "giấy chứng nhận thực hành tốt bán lẻ thuốc", "giấy phép tiêm chủng",
        "giấy xác nhận hành nghề y học cổ truyền", "số lưu hành trang thiết bị y tế"),
    "SGTVT": (
        "giấy phép lái xe", "giấy phép kinh doanh vận tải", "phù hiệu xe ô tô", "biển hiệu xe du lịch",
        "giấy phép thi công trên đường bộ", "giấy chứng nhận đăng ký xe máy chuyên dùng",
        "giấy phép liên vận Việt - Lào", "giấy phép đào tạo lái xe", "giấy phép xe tập lái"),
    "": (
        "giấy chứng nhận đăng ký hoạt động", "giấy phép hành nghề", "chứng chỉ năng lực",
        "giấy chứng nhận đủ điều kiện kinh doanh", "quyết định công nhận tổ chức",
        "giấy phép hoạt động chuyên ngành", "chứng chỉ hành nghề hạng II", "giấy xác nhận đăng ký",
        "thẻ hành nghề", "văn bản thẩm định hồ sơ", "giấy phép sử dụng", "giấy chứng nhận hợp lệ",
        "giấy phép thành lập văn phòng", "văn bản chấp thuận chủ trương", "quyết định phê duyệt dự án"),
}  # fmt: skip
INTERNAL = (
    "Kiểm soát thông tin dạng văn bản", "Quản lý rủi ro và cơ hội", "Đánh giá nội bộ",
    "Kiểm soát sự không phù hợp và hành động khắc phục", "Họp xem xét của lãnh đạo",
)  # fmt: skip
GOALS = (
    "{percent} hồ sơ thủ tục hành chính được giải quyết đúng và trước hạn",
    "{percent} văn bản đi, đến được xử lý trên hệ thống quản lý văn bản và điều hành",
    "Tỷ lệ hài lòng của người dân, doanh nghiệp đạt từ {percent} trở lên",
    "{percent} cán bộ, công chức được tập huấn về {sys}",
    "Không có khiếu nại về thái độ phục vụ của công chức",
    "Tỷ lệ hồ sơ nộp trực tuyến toàn trình đạt {percent}",
    "{percent} đơn thư thuộc thẩm quyền được giải quyết đúng thời hạn",
    "Số hóa {percent} kết quả giải quyết thủ tục hành chính",
    "Duy trì và cải tiến {sys} phù hợp {std}",
    "{percent} chỉ tiêu kinh tế - xã hội được giao hoàn thành",
)
ROLES = ("Trưởng ban", "Phó Trưởng ban", "Phó Trưởng ban Thường trực (QMR)", "Thư ký", "Thành viên")


def _named_procedures(level: str, suffix: str) -> list[tuple[str, str]]:
    if level in ("commune", "district"):
        return [(code, f"{what}") for code, _, all_ in COMMUNE_FIELDS for what in all_]
    objects = OBJECTS.get(suffix, ()) + OBJECTS[""]
    return [(suffix or "CM", f"{act} {what}") for what in objects for act in ACTS]


def _code(style: int, field: str, order: int) -> str:
    forms = (f"QT-{order:02d}", f"QT {order:02d}/CX-{field}", f"QT-{field}-{order:02d}")
    return (*forms, f"QT.{order:02d}.{field}", f"{field}/QT {order:02d}")[style]


def procedures(level: str, suffix: str, rng: random.Random, kind: str) -> tuple[str, ...]:
    """Rows of a procedure list: 20 to 120 of them, or a handful when ``kind`` is "short"."""
    pool = _named_procedures(level, suffix)
    count = (
        rng.randint(6, 15) if kind == "short" else min(len(pool), int(rng.triangular(20, 120, 30)))
    )
    chosen = sorted(rng.sample(pool, min(count, len(pool))), key=lambda row: row[0])
    if kind == "tthc":
        number = rng.randint(1, 2) * 1_000_000 + 1000
        rows = [
            f"{i}\t{(number + i * 37) / 1e6:.6f}.000.00.00.H62\t{what}"
            for i, (_, what) in enumerate(chosen, 1)
        ]
        return ("TT\tMã TTHC\tTên thủ tục hành chính", *rows)
    style = rng.randrange(5)
    listed = [("HT", what) for what in INTERNAL] + chosen if kind != "short" else chosen
    head = rng.choice(("TT\tTên quy trình\tMã hiệu", "STT\tTên thủ tục/quy trình\tMã số quy trình"))
    return (
        head,
        *(f"{i}\t{what}\t{_code(style, code, i)}" for i, (code, what) in enumerate(listed, 1)),
    )


def objectives(rng: random.Random, kind: str, offices: tuple[str, ...]) -> tuple[str, ...]:
    """The objectives of a year, as a table, a plan table or a plain list, still with braces."""
    goals = rng.sample(GOALS, rng.randint(4, 7))
    if kind == "list":
        bullet = rng.choice(("{}. ", "- ", "{}/ ", "+ "))
        return tuple(bullet.replace("{}", str(i)) + goal + ";" for i, goal in enumerate(goals, 1))
    if kind == "plan":
        rows = [
            f"{i}\t{goal}\t{rng.choice(offices)}\tQuý {rng.choice(('I', 'II', 'III', 'IV'))}"
            for i, goal in enumerate(goals, 1)
        ]
        return ("TT\tMục tiêu\tNgười/bộ phận thực hiện\tThời gian", *rows)
    rows = [f"{i}\t{goal}\t{rng.choice(offices)}" for i, goal in enumerate(goals, 1)]
    return ("TT\tMục tiêu chất lượng\tBộ phận chịu trách nhiệm", *rows)


def members(rng: random.Random, chief: str) -> tuple[str, ...]:
    """The members of a board."""
    posts = (chief, f"Phó {chief}", f"Phó {chief}", "Công chức Văn phòng", "Công chức chuyên môn")
    if rng.random() < 0.5:
        pairs = zip(posts, ROLES, strict=True)
        return tuple(
            f"{i}. Ông (bà) {names.person(rng)} - {post} - {role};"
            for i, (post, role) in enumerate(pairs, 1)
        )
    rows = [
        f"{i}\t{names.person(rng)}\t{post}\t{role}"
        for i, (post, role) in enumerate(zip(posts, ROLES, strict=True), 1)
    ]
    return ("TT\tHọ và tên\tChức vụ\tNhiệm vụ trong Ban", *rows)
