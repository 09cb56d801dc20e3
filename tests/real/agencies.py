"""The two agencies: a commune on a classic theme, a department on a block theme."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from datetime import date, timedelta

from tests.province.papers import Issuer, News, compose, decoy_paper, neutral_paper, news
from tests.real.scenario import INSTEAD, PAGES, Piece, Place, Scenario
from tests.real.sites import Site

COMMUNE = Issuer("UBND xã Thanh Bình", "commune", "UBND huyện Sơn Dương", "UBND", "Thanh Bình")
DISTRICT = Issuer("UBND huyện Sơn Dương", "district", "UBND tỉnh Thanh Sơn", "UBND", "Sơn Dương")
DEPARTMENT = Issuer("Sở Xây dựng", "department", "UBND tỉnh Thanh Sơn", "SXD", "Thanh Sơn")
HEALTH = Issuer("Sở Y tế", "department", "UBND tỉnh Thanh Sơn", "SYT", "Thanh Sơn")
NEWS_ABOUT = ("training", "inspection", "others_objectives", "conference", "award")
NEUTRAL_PAPERS = 40
NEWS_YEARS = 3
"""How far back the news go."""
A_WEEK = timedelta(days=7)
PAGES_OF_ITS_OWN = (
    ("Giới thiệu", "Đơn vị có 12 thôn, diện tích tự nhiên 3.420 ha, dân số 7.815 người."),
    ("Cơ cấu tổ chức", "Lãnh đạo: 01 người đứng đầu, 02 cấp phó. Các bộ phận chuyên môn: 07."),
    ("Liên hệ", "Điện thoại: (0216) 3 000 000. Thư điện tử: vanthu@example.vn."),
    ("Cải cách hành chính", "Chuyên mục cải cách hành chính của đơn vị."),
)


def scenario(site: Site, year: int, today: date, seed: int, posts: int) -> Scenario:
    """The portal as of ``today`` with ``posts`` posts; ``year`` is the one inspected."""
    rng = random.Random(seed)
    make, issuer = (_commune, COMMUNE) if site.agency == "xa" else (_department, DEPARTMENT)
    made = make(year, today, rng)
    ordinary = (p for p in _neutral(issuer, year, rng) if p.paper.issued_on <= today)
    pieces = tuple(_placed((*made.pieces, *ordinary), site.places))
    held = sum(piece.place not in PAGES for piece in pieces)
    told = _news(issuer, year, today, posts - held, rng)
    return replace(made, cms=site.cms, address=site.address, pieces=pieces, news=told)


def _placed(pieces: Iterable[Piece], places: Set[Place]) -> Iterator[Piece]:
    """Each at a place that the CMS has."""
    for piece in pieces:
        place = piece.place if piece.place in places else INSTEAD[piece.place]
        if place:
            yield replace(piece, place=place)


def _commune(year: int, today: date, rng: random.Random) -> Scenario:
    own = (
        _own("conformity_announcement", COMMUNE, year, rng, today, Place.PAGE_FILE, "pdf"),
        _own("quality_objectives", COMMUNE, year, rng, today, Place.PAGE_TEXT),
        _own("quality_policy", COMMUNE, year, rng, today, Place.PAGE_EMBED, "pdf"),
        _own("qms_documents", COMMUNE, year - 1, rng, today, Place.POST_FILE, "docx"),
        _own("steering_committee", COMMUNE, year, rng, today, Place.POST_ATTACHMENT, "pdf"),
        _own("annual_plan", COMMUNE, year, rng, today, Place.ARCHIVED, "scan_bw"),
        _own("tthc_list", COMMUNE, year - 1, rng, today, Place.POST_TEXT),
        _own("annual_report", COMMUNE, year, rng, today, Place.POST_FILE, "docx"),
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
        name=COMMUNE.name,
        level=COMMUNE.level,
        iso_page="ISO 9001:2015",
        pieces=_until(today, (*own, *decoys)),
        outdated=("internal_audit",),
        pages=PAGES_OF_ITS_OWN,
    )


def _department(year: int, today: date, rng: random.Random) -> Scenario:
    own = (
        _own("conformity_announcement", DEPARTMENT, year - 1, rng, today, Place.TABLE, "pdf"),
        _own("procedure_list", DEPARTMENT, year - 1, rng, today, Place.TABLE, "docx"),
        _own("annual_report", DEPARTMENT, year, rng, today, Place.POST_VIEWER, "pdf"),
        _own("management_review", DEPARTMENT, year, rng, today, Place.TABLE, "scan_stamped"),
        _own("steering_committee", DEPARTMENT, year, rng, today, Place.POST_TEXT),
        _own("internal_audit", DEPARTMENT, year, rng, today, Place.LOCKED),
        _own("quality_policy", DEPARTMENT, year, rng, today, Place.MENU),
        _own("annual_plan", DEPARTMENT, year, rng, today, Place.ARCHIVED, "pdf"),
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
        name=DEPARTMENT.name,
        level=DEPARTMENT.level,
        iso_page="Công khai HTQLCL",
        pieces=_until(today, (*own, *decoys)),
        outdated=("quality_objectives",),
        pages=PAGES_OF_ITS_OWN,
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


def _news(
    issuer: Issuer, year: int, today: date, count: int, rng: random.Random
) -> tuple[News, ...]:
    """``count`` items of this year and those before it, a few of them about quality systems."""
    made: list[News] = []
    while len(made) < count:
        kind = NEWS_ABOUT[len(made)] if len(made) < len(NEWS_ABOUT) else "ordinary"
        back = 0 if kind != "ordinary" else rng.randrange(NEWS_YEARS)
        item = news(kind, issuer, year - back, rng)
        if item.published_on <= today:
            made.append(item)
    return tuple(sorted(made, key=lambda item: item.published_on))
