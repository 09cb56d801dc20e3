# ruff: noqa: E501 - the words of papers stand whole, one piece a line
"""Writes papers: a wording, an issuer and a seed give one paper, always the same."""

from __future__ import annotations

import dataclasses
import random
import re
from datetime import date, timedelta

from tests.province.papers import (
    names,
    quirks,
    tables,
    wordings_announcement,
    wordings_documents,
    wordings_objectives,
    wordings_procedures,
    wordings_standing,
    wordings_yearly,
)
from tests.province.papers.fill import Fill
from tests.province.papers.labels import labels, telling_title
from tests.province.papers.values import YEARLY, Issuer, Paper, Wording

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
RECIPIENTS = ("- Sở Khoa học và Công nghệ (b/c);", "- Lưu: VT, VP.")
LAWS_SINCE = (("19/2014/QĐ-TTg", 2014), ("26/2014/TT", 2014), ("101/QĐ-BKHCN", 2019))
"""Texts that no paper cites before they were there."""
BLANK_YEAR = 2999
"""Stands in for the dots of a blank form while it is written."""
OTHER_YEARS = (
    "Căn cứ Nghị quyết Đại hội Đảng bộ tỉnh, nhiệm kỳ {term};",
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030;",
    "Căn cứ Kế hoạch số {n}/KH-UBND ngày {day}/12/{last} của {parent} về cải cách hành chính;",
    "Căn cứ Kế hoạch số 90/KH-SKHCN ngày 01/10/2021 của Sở Khoa học và Công nghệ;",
    "Thực hiện Đề án chuyển đổi số giai đoạn 2021-2025, tầm nhìn đến năm 2030;",
    "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24 tháng 6 năm 2022 của Chính phủ về cung cấp thông tin trên môi trường mạng;",
)
"""Bases that bring years of their own; none says what year the paper is for."""
OFFICES = ("Văn phòng", "Bộ phận Một cửa", "Ban ISO", "Các bộ phận chuyên môn")


def wordings(publication: str) -> tuple[Wording, ...]:
    """Every wording of one publication."""
    return {
        "conformity_announcement": wordings_announcement.WORDINGS,
        "qms_documents": wordings_documents.WORDINGS,
        "procedure_list": wordings_procedures.WORDINGS,
        "quality_objectives": wordings_objectives.WORDINGS,
        "quality_policy": wordings_standing.POLICY,
        "steering_committee": wordings_standing.COMMITTEE,
        "annual_plan": wordings_yearly.PLAN,
        "internal_audit": wordings_yearly.AUDIT,
        "management_review": wordings_yearly.REVIEW,
        "tthc_list": wordings_procedures.GENERAL_WORDINGS,
        "corrective_action": wordings_standing.ACTION,
        "annual_report": wordings_yearly.REPORT,
    }[publication]


def compose(
    publication: str,
    issuer: Issuer,
    year: int,
    rng: random.Random,
    *,
    issued_on: date | None = None,
) -> Paper:
    """A paper of ``issuer``: for ``year`` if it is yearly, else signed in it.

    A decision on the steering committee may be some years older: it still stands.
    """
    wording = rng.choice(wordings(publication))
    day = issued_on or _signing_day(publication, wording, year, rng)
    paper = write(
        wording, issuer, year if publication in YEARLY else day.year, day, rng, publication
    )
    return quirks.quirky(paper, rng)


def _signing_day(publication: str, wording: Wording, year: int, rng: random.Random) -> date:
    first = year - rng.randint(0, 3) if publication == "steering_committee" else year
    day = date(first, 1, 1) + timedelta(days=rng.randint(*wording.days))
    return day - timedelta(days=day.weekday() - 4) if day.weekday() > 4 else day


def write(
    wording: Wording,
    issuer: Issuer,
    year: int,
    day: date,
    rng: random.Random,
    publication: str = "",
    blank: bool = False,
) -> Paper:
    """``wording`` filled in, with the head, signature and file name around it."""
    fill = Fill(issuer, year, day.year, rng, blank=blank)
    number, number_line = (None, "") if blank else _number(wording.number_kind, issuer, rng)
    type_name, printed = fill.write(wording.type_name), fill.write(wording.title)
    title = telling_title(type_name, printed)
    link, stem = labels(wording, fill, (type_name, title, number), issuer, day, rng)
    return Paper(
        publication=publication,
        year=year,
        issuer=issuer,
        type_name=type_name,
        title=title,
        number=number,
        issued_on=day,
        paragraphs=_body(wording, issuer, fill, rng),
        signer=names.person(rng),
        link_title=link,
        file_stem=stem,
        blank=blank,
        head_left=names.head_left(issuer, rng),
        number_line=number_line,
        head_right=MOTTO,
        place_and_date=_place_and_date(issuer, day, rng),
        signed_as=names.signed_as(issuer, rng),
        recipients=_recipients(type_name, rng),
        printed_title=printed,
    )


def _number(kind: str, issuer: Issuer, rng: random.Random) -> tuple[str | None, str]:
    if not kind:
        return None, ""
    tail = f"/{kind}-{issuer.suffix}"
    if rng.random() < 0.12:
        return None, f"Số:      {tail}"
    count = rng.randint(1, 1400)
    number = f"{count:02d}{tail}"
    spaced = f"{count:02d} {tail}" if rng.random() < 0.1 else number
    return number, rng.choice(("Số: {}", "Số: {}", "Số {}", "Số:{}", "Số : {}")).format(spaced)


def _recipients(type_name: str, rng: random.Random) -> tuple[str, ...]:
    first = "- Như Điều 3;" if type_name == "QUYẾT ĐỊNH" else "- Các bộ phận chuyên môn;"
    return (first, *RECIPIENTS) if rng.random() < 0.8 else ()


def _place_and_date(issuer: Issuer, day: date, rng: random.Random) -> str:
    shown = "    " if rng.random() < 0.08 else f"{day.day:02d}"
    month = f"{day.month:02d}" if day.month < 3 or rng.random() < 0.3 else str(day.month)
    return f"{issuer.place}, ngày {shown} tháng {month} năm {day.year}"


def _body(wording: Wording, issuer: Issuer, fill: Fill, rng: random.Random) -> tuple[str, ...]:
    lines: list[str] = []
    if int(fill["signed"]) >= 2021 and rng.random() < 0.35:
        lines.append(fill.write(rng.choice(OTHER_YEARS)))
    for pattern in wording.body:
        if any(text in pattern and int(fill["signed"]) < since for text, since in LAWS_SINCE):
            continue
        rows = _table(pattern, issuer, fill, rng) if pattern.startswith("@") else (pattern,)
        lines.extend(fill.write(row) for row in rows)
    return tuple(lines)


def _table(marker: str, issuer: Issuer, fill: Fill, rng: random.Random) -> tuple[str, ...]:
    what, _, kind = marker[1:].partition(":")
    if what == "procedures":
        return tables.procedures(issuer.level, issuer.suffix, rng, kind)
    if what == "objectives":
        return tables.objectives(rng, kind, OFFICES)
    return tables.members(rng, fill["chief"])


def blank_form(publication: str, issuer: Issuer, rng: random.Random) -> Paper:
    """A template of the publication that nobody has filled in; ``issuer`` merely hosts it."""
    nobody = Issuer(
        "Tên cơ quan hành chính nhà nước", issuer.level, "Tên cơ quan chủ quản", "...", "...."
    )
    wording, day = rng.choice(wordings(publication)), date(BLANK_YEAR, 1, 1)
    real = write(wording, nobody, BLANK_YEAR, day, rng, publication, blank=True)

    def emptied(text: str) -> str:
        return re.sub(r"(?<!\d)(?:299[5-9]|300[0-5])(?!\d)", "....", text)

    empty = quirks.everywhere(real, emptied)
    kind = wording.number_kind and f"Số: ..../{wording.number_kind}-...."
    return dataclasses.replace(
        empty,
        type_name=emptied(real.type_name),
        number_line=kind,
        place_and_date="......., ngày ... tháng ... năm ....",
        signer="Nguyễn Văn A",
        link_title=rng.choice(("Mẫu " + emptied(real.title), emptied(real.link_title))),
        file_stem=emptied(real.file_stem) + rng.choice((" (mẫu)", "", "-mau")),
    )
