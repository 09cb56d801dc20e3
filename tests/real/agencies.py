"""The two agencies: a commune on a classic theme, a department on a block theme."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.province.papers import Issuer, News, compose, decoy_paper, neutral_paper, news
from tests.real.scenario import Piece, Place, Scenario

COMMUNE = Issuer("UBND xã Thanh Bình", "commune", "UBND huyện Sơn Dương", "UBND", "Thanh Bình")
DISTRICT = Issuer("UBND huyện Sơn Dương", "district", "UBND tỉnh Thanh Sơn", "UBND", "Sơn Dương")
DEPARTMENT = Issuer("Sở Xây dựng", "department", "UBND tỉnh Thanh Sơn", "SXD", "Thanh Sơn")
HEALTH = Issuer("Sở Y tế", "department", "UBND tỉnh Thanh Sơn", "SYT", "Thanh Sơn")
NEWS_ABOUT = ("training", "inspection", "others_objectives", "conference", "award")
ORDINARY_NEWS = 55
NEUTRAL_PAPERS = 14
A_WEEK = timedelta(days=7)
PAGES = (
    ("Giới thiệu", "Đơn vị có 12 thôn, diện tích tự nhiên 3.420 ha, dân số 7.815 người."),
    ("Cơ cấu tổ chức", "Lãnh đạo: 01 người đứng đầu, 02 cấp phó. Các bộ phận chuyên môn: 07."),
    ("Liên hệ", "Điện thoại: (0216) 3 000 000. Thư điện tử: vanthu@example.vn."),
    ("Cải cách hành chính", "Chuyên mục cải cách hành chính của đơn vị."),
)


def scenarios(year: int, today: date, seed: int) -> tuple[Scenario, ...]:
    """Both agencies as of ``today``; ``year`` is the one inspected."""
    return _commune(year, today, random.Random(seed)), _department(year, today, random.Random(seed))


def _commune(year: int, today: date, rng: random.Random) -> Scenario:
    own = (
        _own("conformity_announcement", COMMUNE, year, rng, today, Place.PAGE_FILE, "pdf"),
        _own("quality_objectives", COMMUNE, year, rng, today, Place.PAGE_TEXT),
        _own("quality_policy", COMMUNE, year, rng, today, Place.PAGE_EMBED, "pdf"),
        _own("qms_documents", COMMUNE, year - 1, rng, today, Place.POST_FILE, "docx"),
        _own("steering_committee", COMMUNE, year, rng, today, Place.POST_ATTACHMENT, "pdf"),
        _own("annual_plan", COMMUNE, year, rng, today, Place.POST_FILE, "pdf"),
        _own("tthc_list", COMMUNE, year - 1, rng, today, Place.POST_TEXT),
    )
    decoys = (
        Piece(compose("quality_objectives", COMMUNE, year - 1, rng), Place.PAGE_FILE, "pdf"),
        Piece(compose("procedure_list", DISTRICT, year, rng), Place.POST_FILE, "pdf"),
        Piece(compose("conformity_announcement", DISTRICT, year, rng), Place.POST_FILE, "pdf"),
        Piece(decoy_paper("school_objectives", COMMUNE, year, rng), Place.POST_FILE, "docx"),
        Piece(decoy_paper("law_decision_19", COMMUNE, year, rng), Place.POST_TEXT),
        Piece(compose("internal_audit", COMMUNE, year - 1, rng), Place.POST_FILE, "docx"),
    )
    return Scenario(
        key="xa",
        address="127.20.0.1:18280",
        name=COMMUNE.name,
        level=COMMUNE.level,
        theme="twentytwentyone",
        permalinks="/%year%/%monthnum%/%day%/%postname%/",
        settings=(("language", "vi"), ("date_format", "d/m/Y"), ("posts_per_page", 10)),
        iso_page="ISO 9001:2015",
        pieces=_until(today, (*own, *decoys, *_neutral(COMMUNE, year, rng))),
        news=_news(COMMUNE, year, today, rng),
        outdated=("internal_audit",),
        pages=PAGES,
    )


def _department(year: int, today: date, rng: random.Random) -> Scenario:
    own = (
        _own("conformity_announcement", DEPARTMENT, year - 1, rng, today, Place.TABLE, "pdf"),
        _own("procedure_list", DEPARTMENT, year - 1, rng, today, Place.TABLE, "docx"),
        _own("annual_report", DEPARTMENT, year, rng, today, Place.POST_VIEWER, "pdf"),
        _own("management_review", DEPARTMENT, year, rng, today, Place.TABLE, "pdf"),
        _own("steering_committee", DEPARTMENT, year, rng, today, Place.POST_TEXT),
        _own("internal_audit", DEPARTMENT, year, rng, today, Place.LOCKED),
    )
    decoys = (
        Piece(compose("quality_objectives", DEPARTMENT, year - 1, rng), Place.TABLE, "pdf"),
        Piece(compose("quality_objectives", HEALTH, year, rng), Place.POST_FILE, "pdf"),
        Piece(compose("qms_documents", HEALTH, year, rng), Place.POST_FILE, "docx"),
        Piece(decoy_paper("iso_14001", DEPARTMENT, year, rng), Place.POST_FILE, "pdf"),
        Piece(decoy_paper("partial_procedures", DEPARTMENT, year, rng), Place.POST_TEXT),
    )
    return Scenario(
        key="so",
        address="127.20.0.2:18280",
        name=DEPARTMENT.name,
        level=DEPARTMENT.level,
        theme="twentytwentythree",
        permalinks="",
        settings=(("date_format", "F j, Y"), ("posts_per_page", 6)),
        iso_page="Công khai HTQLCL",
        pieces=_until(today, (*own, *decoys, *_neutral(DEPARTMENT, year, rng))),
        news=_news(DEPARTMENT, year, today, rng),
        outdated=("quality_objectives",),
        pages=PAGES,
    )


def _own(
    publication: str,
    issuer: Issuer,
    year: int,
    rng: random.Random,
    today: date,
    place: Place,
    form: str = "html",
) -> Piece:
    paper = compose(publication, issuer, year, rng)
    if paper.issued_on > today:
        paper = compose(publication, issuer, year, rng, issued_on=today - A_WEEK)
    return Piece(paper, place, form, proves=publication)


def _neutral(issuer: Issuer, year: int, rng: random.Random) -> tuple[Piece, ...]:
    return tuple(
        Piece(neutral_paper(issuer, year, rng), Place.POST_FILE, rng.choice(("pdf", "docx")))
        for _ in range(NEUTRAL_PAPERS)
    )


def _until(today: date, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Without ordinary papers that would be signed after today."""
    return tuple(piece for piece in pieces if piece.proves or piece.paper.issued_on <= today)


def _news(issuer: Issuer, year: int, today: date, rng: random.Random) -> tuple[News, ...]:
    kinds = ("ordinary",) * ORDINARY_NEWS + NEWS_ABOUT
    made = (news(kind, issuer, year, rng) for kind in kinds)
    return tuple(item for item in made if item.published_on <= today)
