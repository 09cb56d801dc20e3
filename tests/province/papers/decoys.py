"""Ordinary papers, and papers that look like a publication and are none."""

from __future__ import annotations

import dataclasses
import random
from datetime import date, timedelta

from tests.province.papers import quirks
from tests.province.papers import wordings_decoys as kinds
from tests.province.papers.compose import write
from tests.province.papers.values import Issuer, Paper, Wording

DECOY_PAPERS: tuple[str, ...] = (
    "school_objectives",
    "hospital_quality",
    "telecom_objectives",
    "product_conformity",
    "iso_14001",
    "environment_system",
    "iso_22000",
    "iso_27001",
    "iso_45001",
    "consulting_tender",
    "law_decision_19",
    "law_circular_26",
    "province_inspection_plan",
    "inspection_report",
    "partial_procedures",
    "quality_of_other_things",
    "company_quality",
)
LAW_NUMBERS = {"law_decision_19": "19/2014/QĐ-TTg", "law_circular_26": "26/2014/TT-BKHCN"}
GOVERNMENT = Issuer("Thủ tướng Chính phủ", "other", "", "TTg", "Hà Nội")
MINISTRY = Issuer("Bộ Khoa học và Công nghệ", "other", "", "BKHCN", "Hà Nội")


def _school(host: Issuer, rng: random.Random) -> Issuer:
    kind = rng.choice(("Tiểu học", "THCS", "Mầm non", "THPT", "TH và THCS"))
    return Issuer(f"Trường {kind} {host.place}", "other", host.name, "TrH", host.place)


def _hospital(host: Issuer, rng: random.Random) -> Issuer:
    kind = rng.choice(("Bệnh viện Đa khoa khu vực", "Trung tâm Y tế khu vực", "Bệnh viện Sản Nhi"))
    return Issuer(f"{kind} {host.place}", "other", "Sở Y tế", "BV", host.place)


def _company(host: Issuer, rng: random.Random) -> Issuer:
    kind = rng.choice(("Công ty Cổ phần", "Hợp tác xã", "Công ty TNHH MTV"))
    trade = rng.choice(("Nông sản", "Chè Shan", "Cấp nước", "Vật liệu xây dựng"))
    return Issuer(f"{kind} {trade} {host.place}", "other", "", "CT", host.place)


def _telecom(host: Issuer, rng: random.Random) -> Issuer:
    name = rng.choice(("Viễn thông", "VNPT", "Viettel", "MobiFone"))
    return Issuer(f"{name} {host.place}", "other", "", "VT", host.place)


def _science(host: Issuer) -> Issuer:
    parent = host.parent_name if host.parent_name.startswith("UBND tỉnh") else "UBND tỉnh"
    return Issuer("Sở Khoa học và Công nghệ", "department", parent, "SKHCN", host.place)


def _province(host: Issuer) -> Issuer:
    parent = host.parent_name if "tỉnh" in host.parent_name.split()[:3] else "UBND tỉnh"
    return Issuer(parent, "province", "", "UBND", host.place)


def _issuer(kind: str, host: Issuer, rng: random.Random) -> Issuer:
    """Whose paper a decoy is; only the tender and the environment ones may be the host's own."""
    if kind == "school_objectives":
        return _school(host, rng)
    if kind == "hospital_quality":
        return _hospital(host, rng)
    if kind == "telecom_objectives":
        return _telecom(host, rng)
    if kind in ("company_quality", "product_conformity", "iso_22000", "iso_45001"):
        return _company(host, rng)
    if kind == "law_decision_19":
        return GOVERNMENT
    if kind == "law_circular_26":
        return MINISTRY
    if kind == "inspection_report":
        return _science(host)
    if kind in ("province_inspection_plan", "partial_procedures"):
        return _province(host)
    return host


def _wordings(kind: str) -> tuple[Wording, ...]:
    return {
        "school_objectives": kinds.SCHOOL,
        "hospital_quality": kinds.HOSPITAL,
        "telecom_objectives": kinds.TELECOM,
        "product_conformity": kinds.PRODUCT,
        "iso_14001": kinds.ENVIRONMENT,
        "environment_system": kinds.ENVIRONMENT_SHORT,
        "iso_22000": kinds.FOOD,
        "iso_27001": kinds.SECURITY,
        "iso_45001": kinds.SAFETY,
        "consulting_tender": kinds.TENDER,
        "law_decision_19": kinds.LAW_DECISION,
        "law_circular_26": kinds.LAW_CIRCULAR,
        "province_inspection_plan": kinds.PROVINCE_PLAN,
        "inspection_report": kinds.INSPECTION,
        "partial_procedures": kinds.PARTIAL,
        "quality_of_other_things": kinds.POPULATION,
        "company_quality": kinds.COMPANY,
    }[kind]


def _day(kind: str, year: int, rng: random.Random) -> date:
    if kind == "law_decision_19":
        return date(2014, 3, 5)
    if kind == "law_circular_26":
        return date(2014, 10, 10)
    return date(year, 1, 1) + timedelta(days=rng.randint(3, 340))


def decoy_paper(kind: str, issuer: Issuer, year: int, rng: random.Random) -> Paper:
    """A look-alike of one of ``DECOY_PAPERS`` on the portal of ``issuer``."""
    links, stems = kinds.LABELS.get(kind, (kinds.ANY_LINKS, kinds.ANY_STEMS))
    wording = dataclasses.replace(rng.choice(_wordings(kind)), links=links, stems=stems)
    day = _day(kind, year, rng)
    paper = write(wording, _issuer(kind, issuer, rng), day.year, day, rng)
    if kind in LAW_NUMBERS:
        number = LAW_NUMBERS[kind]
        paper = dataclasses.replace(paper, number=number, number_line=f"Số: {number}")
    return quirks.quirky(paper, rng)


def neutral_paper(issuer: Issuer, year: int, rng: random.Random) -> Paper:
    """An ordinary paper of ``issuer`` on another subject."""
    type_name, title = rng.choice(kinds.NEUTRAL_TITLES)
    number_kind = {"KẾ HOẠCH": "KH", "BÁO CÁO": "BC", "THÔNG BÁO": "TB", "QUYẾT ĐỊNH": "QĐ"}
    number_kind |= {"TỜ TRÌNH": "TTr", "HƯỚNG DẪN": "HD", "GIẤY MỜI": "GM"}
    kept = set(rng.sample(kinds.NEUTRAL_LINES, rng.randint(4, len(kinds.NEUTRAL_LINES))))
    body = tuple(line for line in kinds.NEUTRAL_LINES if line in kept)
    stems = ("{slug}", "{filenumber}_{dashdate}_signed", "VB {n}", "{filenumber}")
    links = ("{title}", "{type} {title}", "{type} số {number}")
    wording = Wording(type_name, title, body, number_kind[type_name], links=links, stems=stems)
    day = date(year, 1, 1) + timedelta(days=rng.randint(3, 340))
    return quirks.quirky(write(wording, issuer, year, day, rng), rng)
