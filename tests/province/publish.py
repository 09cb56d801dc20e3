"""Turns the placements of one agency into entries: papers composed, rendered, given words."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.province.agencies import COMMITTEE, DISSOLVED, DISTRICTS, PROVINCE
from tests.province.bulk import Numbers, attachment, news_entry, paragraphs
from tests.province.papers import Issuer, Paper, archives, blank_form, compose, page_fragment
from tests.province.papers.forms import PAGES, is_settled
from tests.province.province import YEARLY, AgencyRow, Attachment, Entry, Kind, Place, Placement

SILENT_WORDS = ("Tải về", "File đính kèm", "Xem chi tiết", "Tệp đính kèm", "Download")
NEWS_FORMS = (
    "{title}",
    "Công khai {title} của {issuer}",
    "{issuer} công khai {title}",
    "Thông tin công khai về cải cách hành chính của {issuer}",
    "{issuer} thực hiện công khai theo quy định",
)
PACKED_STEMS = ("Bo tai lieu ISO {year}", "Tài liệu HTQLCL", "ISO 9001-2015", "Ho so cong khai ISO")
SHARE_PATH = "/drive/file/d/{key}/view?usp=sharing"


@dataclass(frozen=True)
class Published:
    """An entry made from a placement, and where it goes."""

    place: Place
    entry: Entry


@dataclass(frozen=True)
class Scene:
    """What composing the papers of one agency needs to know around it."""

    row: AgencyRow
    year: int
    share_origin: str
    """Address of the file share, with a place for the port: ``http://127.10.3.1:@@port@@``."""


def issued_on(row: AgencyRow, placement: Placement, rng: random.Random) -> date | None:
    """The day of signing where it matters; None lets the paper choose.

    Plans are often signed in the last weeks of the year before. An agency founded last July signs
    nothing before that day.
    """
    late = rng.random() < 0.5 or placement.kind is Kind.NEXT_YEAR
    if placement.publication == "annual_plan" and late:
        return date(placement.year - 1, 11, 12) + timedelta(days=rng.randint(0, 45))
    if row.valid_from and placement.kind is Kind.OWN and placement.publication not in YEARLY:
        return date.fromisoformat(row.valid_from) + timedelta(days=rng.randint(20, 150))
    return None


def other_issuer(row: AgencyRow, rng: random.Random) -> Issuer:
    """Whose paper this agency reposts: a body above it or a neighbour of the same district."""
    above = Issuer(COMMITTEE, "province", "", "UBND", PROVINCE)
    if row.level == "province":
        return Issuer("Sở Khoa học và Công nghệ", "department", COMMITTEE, "SKHCN", PROVINCE)
    parent = row.issuer.parent_name
    twin = {"Xuân Lãm": "Xuân Lâm", "Xuân Lâm": "Xuân Lãm"}.get(row.issuer.place)
    if twin:
        return Issuer(f"Ủy ban nhân dân xã {twin}", "commune", parent, "UBND", twin)
    if row.level != "commune" or rng.random() < 0.3:
        return above
    if rng.random() < 0.6:
        name = parent.split(" ", 4)[-1]
        place = next((n for _, n in DISTRICTS if name.endswith(n)), name)
        return Issuer(parent, "district", COMMITTEE, "UBND", place)
    neighbour = "Tả Phìn Hồ"
    return Issuer(f"Ủy ban nhân dân xã {neighbour}", "commune", parent, "UBND", neighbour)


def predecessor(row: AgencyRow) -> Issuer:
    """The dissolved agency as an issuer."""
    kind, name, _ = DISSOLVED
    return replace(row.issuer, name=f"Ủy ban nhân dân {kind} {name}", place=name)


def make_paper(scene: Scene, placement: Placement, rng: random.Random) -> Paper:
    """The paper of a placement."""
    row = scene.row
    if placement.kind is Kind.BLANK:
        return blank_form(placement.publication, row.issuer, rng)
    issuer = row.issuer
    if placement.kind is Kind.REPOST:
        issuer = other_issuer(row, rng)
    if placement.kind is Kind.PREDECESSOR:
        issuer = predecessor(row)
    day = issued_on(row, placement, rng)
    return compose(placement.publication, issuer, placement.year, rng, issued_on=day)


def publish(
    scene: Scene, placements: tuple[Placement, ...], rng: random.Random, numbers: Numbers
) -> list[Published]:
    """Everything the agency puts up about the publications."""
    return [
        Published(placement.place, _entry(scene, placement, rng, numbers))
        for placement in placements
    ]


def _entry(scene: Scene, placement: Placement, rng: random.Random, numbers: Numbers) -> Entry:
    issuer = scene.row.issuer
    if placement.kind is Kind.NEWS:
        return news_entry("own_issued", issuer, placement.year, rng, numbers)
    paper = make_paper(scene, placement, rng)
    entry = Entry(
        numbers.take(rng),
        paper.title,
        paper.issued_on,
        sign=paper.number or "",
        issuer=paper.issuer.name,
    )
    if placement.form in PAGES:
        return replace(entry, body=page_fragment(paper, placement.form))
    file = _file(scene, placement, paper, rng, entry.number)
    return _with_file(entry, placement, paper, file, rng)


def _file(
    scene: Scene, placement: Placement, paper: Paper, rng: random.Random, number: int
) -> Attachment:
    if placement.kind in (Kind.SHARE, Kind.DEAD_LINK):
        href = f"/tep-da-chuyen/{number}.pdf"
        if placement.kind is Kind.SHARE:
            href = scene.share_origin + SHARE_PATH.format(key=f"1{number:x}Zq{scene.row.code}")
        day = paper.issued_on
        return Attachment(paper.title, f"{number}.pdf", "application/pdf", b"", day, href)
    file = attachment(paper, placement.form, rng)
    named = placement.place in (Place.ISO_MENU, Place.DEEP, Place.DOCUMENTS)
    if not is_settled(placement.form):  # what it is can only be told by its link
        return replace(file, words=paper.title)
    if named and rng.random() < 0.25:
        return replace(file, words=rng.choice(SILENT_WORDS))
    return replace(file, words=file.file_name) if rng.random() < 0.3 else file


def _with_file(
    entry: Entry, placement: Placement, paper: Paper, file: Attachment, rng: random.Random
) -> Entry:
    entry = replace(entry, files=(file,))
    if placement.place is Place.NEWS:
        form = rng.choice(NEWS_FORMS) if is_settled(placement.form) else NEWS_FORMS[0]
        issuer = paper.issuer.name
        said = form.format(title=paper.title, issuer=issuer)
        text = f"{issuer} công khai {paper.title} để tổ chức, cá nhân biết và theo dõi."
        return replace(entry, title=said, body=paragraphs((text,)), summary=text)
    if placement.place in (Place.BARE_LINK, Place.ALL_IN_ONE):
        return replace(entry, direct=True)
    if placement.place in (Place.ISO_MENU, Place.DEEP) and rng.random() < 0.4:
        return replace(entry, title=paper.link_title or paper.title, direct=True)
    excerpt = paragraphs(paper.paragraphs[:1]) if rng.random() < 0.5 else ""
    return replace(entry, body=excerpt)


def packed_together(
    files: tuple[Attachment, ...], year: int, rng: random.Random
) -> tuple[Attachment, ...]:
    """The files in one archive; links that lead elsewhere and archives stay beside it."""
    loose = tuple(f for f in files if f.href or f.media_type in (archives.ZIP, archives.RAR))
    held = {
        f"{order:02d} {f.file_name}": f.body for order, f in enumerate(files, 1) if f not in loose
    }
    if len(held) < 2:
        return files
    stem = rng.choice(PACKED_STEMS).format(year=year)
    pack, kind, extension = rng.choice(
        ((archives.to_zip, archives.ZIP, "zip"), (archives.to_rar, archives.RAR, "rar"))
    )
    day = max(file.modified for file in files)
    body = pack(held, rng)
    return (Attachment(stem, f"{stem}.{extension}", kind, body, day), *loose)
