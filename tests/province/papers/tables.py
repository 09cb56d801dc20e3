# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""The tables inside papers: procedures, objectives, members; one row a string, tabs between cells."""

from __future__ import annotations

import random

from tests.province.papers.procedures import ACTS, COMMUNE_FIELDS, MORE_COMMUNE_FIELDS, OBJECTS

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
        fields = COMMUNE_FIELDS + MORE_COMMUNE_FIELDS
        return [(code, what) for code, _, whole in fields for what in whole]
    objects = OBJECTS.get(suffix, ()) + OBJECTS[""]
    return [(suffix or "CM", f"{act} {what}") for what in objects for act in ACTS]


def _code(style: int, field: str, order: int) -> str:
    forms = (f"QT-{order:02d}", f"QT {order:02d}/CX-{field}", f"QT-{field}-{order:02d}")
    return (*forms, f"QT.{order:02d}.{field}", f"{field}/QT {order:02d}")[style]


def procedures(level: str, suffix: str, rng: random.Random, kind: str) -> tuple[str, ...]:
    """Rows of a procedure list: 20 to 120 of them, or a handful when ``kind`` is "short"."""
    pool = _named_procedures(level, suffix)
    count = (
        rng.randint(6, 15) if kind == "short" else min(len(pool), int(rng.triangular(20, 121, 30)))
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
            f"{i}. Ông (bà) {{person}} - {post} - {role};"
            for i, (post, role) in enumerate(pairs, 1)
        )
    rows = [
        f"{i}\t{{person}}\t{post}\t{role}"
        for i, (post, role) in enumerate(zip(posts, ROLES, strict=True), 1)
    ]
    return ("TT\tHọ và tên\tChức vụ\tNhiệm vụ trong Ban", *rows)
