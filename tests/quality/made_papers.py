"""The papers that reading is measured on: what was printed, and what their heads say."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import pypdfium2

from tests.province import papers
from tests.province.papers import Issuer, Paper, forms
from tests.province.papers.picture_pdf import misread, picture_pdf
from tests.province.papers.rows import sheet_rows
from tests.province.papers.scanner import Scanner, scan
from tests.province.papers.sheet import draw
from tests.province.papers.to_excel97 import cells
from tests.province.papers.to_pdf import to_pdf
from tests.province.papers.to_scan import picture
from tests.province.papers.to_word97 import body_lines
from tests.quality.likeness import plain

ISSUERS = (
    Issuer("UBND xã Minh Quán", "commune", "UBND huyện Trấn Yên", "UBND", "Minh Quán"),
    Issuer("Sở Y tế", "department", "UBND tỉnh Yên Bái", "SYT", "Yên Bái"),
    Issuer("UBND xã Mù Cang Chải", "commune", "UBND tỉnh Lào Cai", "UBND", "Mù Cang Chải"),
    Issuer("Chi cục Thủy lợi", "branch", "Sở Nông nghiệp và Môi trường", "CCTL", "Yên Bái"),
)
YEAR = 2026
MOST_PAGES = 2
CLEAN = Scanner(skew_degrees=0.0, specks=0)
NOISY = Scanner(noise=26, specks=300, paper=226, ink=45, quality=30, skew_degrees=0.3, smooth=True)
FAX = Scanner(bilevel=True, skew_degrees=0.0, specks=0)
STAMPED = Scanner(stamp=True, skew_degrees=0.0, specks=20)


Printed = tuple[tuple[str, ...], ...]
"""The pieces of text on each page; one page for what has none."""
Maker = Callable[[Paper, random.Random], tuple[bytes, str, Printed]]
"""Gives bytes, file extension, and what was printed."""


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table."""

    name: str
    kind: str
    """"scan" at 200 dpi or more, "apart" for scans that no floor holds, "office" or "other"."""
    make: Maker


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as a file, with what reading it should bring."""

    form: Form
    publication: str
    body: bytes
    name: str
    printed: Printed
    number: str | None
    day: date | None
    """None where number or day is left blank in print."""
    issuer: str
    type_name: str
    title: str


def forms_measured() -> tuple[Form, ...]:
    """All rows, in the order in which they are shown."""
    rows = [Form(name, "office", _office(name)) for name in (*forms.OFFICE, *forms.LEGACY)]
    rows += [Form(name, "other", _office(name)) for name in ("html", "pdf", "zip", "rar")]
    looks = (("clean", 0.0, 0), ("noisy", 0.3, 26), ("askew", 2.0, 0))
    for kind, plainest in (("grey", CLEAN), ("fax", FAX), ("stamped", STAMPED)):
        for look, skew, noise in looks:
            scanner = replace(plainest, skew_degrees=skew, noise=noise, smooth=True)
            if noise:
                scanner = replace(scanner, specks=300, paper=226, ink=45, quality=30)
            rows.append(Form(f"scan {kind}, {look}", "scan", _scanned(scanner)))
    rows += [Form(f"picture {kind}", "scan", _pictured(kind)) for kind in ("JPEG", "PNG", "TIFF")]
    rows.append(Form("bad text layer under a scan", "scan", _scanned(CLEAN, layer=True)))
    rows.append(Form("PDF without ToUnicode", "scan", _garbled))
    rows.append(Form("scan grey, 300 dpi", "scan", _scanned(replace(CLEAN, dpi=300))))
    rows.append(Form("scan grey, 150 dpi", "apart", _scanned(replace(CLEAN, dpi=150))))
    rows.append(Form("scan noisy, 150 dpi", "apart", _scanned(replace(NOISY, dpi=150))))
    for turn in (90, 180, 270):
        scanner = replace(CLEAN, quarter_turn=turn)
        rows.append(Form(f"scan turned {turn}°", "apart", _scanned(scanner)))
    return tuple(rows)


def papers_of(form: Form, each: int) -> Iterator[Made]:
    """``each`` papers of every publication in one form, the same at every run."""
    for publication in papers.PUBLICATIONS:
        for order in range(each):
            rng = random.Random(f"{publication} {order} {form.name}")
            paper = _paper(publication, order, rng)
            body, extension, printed = form.make(paper, rng)
            dated = any(letter.isdigit() for letter in paper.place_and_date.split("tháng")[0])
            yield Made(
                form,
                publication,
                body,
                f"van-ban.{extension}",
                tuple(tuple(filter(None, map(plain, page))) for page in printed),
                paper.number,
                paper.issued_on if dated else None,
                " ".join(paper.head_left),
                paper.type_name,
                paper.printed_title,
            )


def _paper(publication: str, order: int, rng: random.Random) -> Paper:
    issuer = ISSUERS[(order + len(publication)) % len(ISSUERS)]
    return papers.compose(publication, issuer, YEAR, rng)


def _pieces(paper: Paper, lines: list[str] | None = None) -> tuple[str, ...]:
    body = lines if lines is not None else list(paper.paragraphs)
    shown = replace(paper, paragraphs=tuple(body))
    return tuple(cell for row in sheet_rows(shown) for cell in row)


def _office(name: str) -> Maker:
    def make(paper: Paper, rng: random.Random) -> tuple[bytes, str, Printed]:
        body, _, extension = papers.render(paper, name, rng)
        if name == "xls":
            return body, extension, (tuple(cells(paper).values()),)
        lines = body_lines(paper) if name in ("doc", "zip", "rar") else None
        pieces = _pieces(paper, lines)
        if "html" in name:  # only one of the layouts of pages names who gets the paper
            tabled = "Nơi nhận:" in papers.as_html(paper)
            left_out = () if tabled else _recipients(paper)
            signed = ("(Đã ký)",) if tabled else ()
            pieces = (*(piece for piece in pieces if piece not in left_out), *signed)
        if name == "doc":  # the template names who gets the paper, even if nobody does
            pieces = (*pieces, *(() if paper.recipients else ("Nơi nhận:",)))
        if name in ("pdf", "zip", "rar"):  # cells are broken into lines there
            pieces = tuple(word for piece in pieces for word in piece.split())
        return body, extension, (pieces,)

    return make


def _recipients(paper: Paper) -> tuple[str, ...]:
    return ("Nơi nhận:", *paper.recipients)


def _garbled(paper: Paper, rng: random.Random) -> tuple[bytes, str, Printed]:
    """A PDF whose letters are right to the eye alone; what they are, the sound one tells."""
    sound = pypdfium2.PdfDocument(to_pdf(paper))
    pages = [page.get_textpage().get_text_range().splitlines() for page in sound]
    body, _, extension = papers.render(paper, "pdf_garbled", rng)
    return body, extension, tuple(map(tuple, pages))


def _scanned(scanner: Scanner, *, layer: bool = False) -> Maker:
    def make(paper: Paper, rng: random.Random) -> tuple[bytes, str, Printed]:
        sheets = draw(paper, scanner.dpi, MOST_PAGES)
        pages = scan(sheets, scanner, rng)
        behind = [[misread(line, rng) for line in lines] for lines in sheets.printed]
        body = picture_pdf(pages, scanner.dpi, scanner.quality, behind if layer else None)
        return body, "pdf", tuple(map(tuple, sheets.printed))

    return make


def _pictured(
    kind: str,
) -> Maker:
    scanner = replace(FAX if kind == "TIFF" else CLEAN, quality=60)

    def make(paper: Paper, rng: random.Random) -> tuple[bytes, str, Printed]:
        sheets = draw(paper, scanner.dpi, MOST_PAGES if kind == "TIFF" else 1)
        body = picture(scan(sheets, scanner, rng), scanner, kind)
        return body, kind.lower(), tuple(map(tuple, sheets.printed))

    return make
