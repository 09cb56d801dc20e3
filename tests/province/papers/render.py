"""A paper as the bytes a portal serves."""

from __future__ import annotations

import random

from tests.province.papers import archives, locked
from tests.province.papers.forms import FORMS, LEGACY
from tests.province.papers.layout_html import page
from tests.province.papers.legacy import legacy_file
from tests.province.papers.open_document import ODS, ODT, to_ods, to_odt
from tests.province.papers.to_docx import to_docx
from tests.province.papers.to_excel97 import to_excel97
from tests.province.papers.to_pdf import to_pdf
from tests.province.papers.to_rtf import to_rtf
from tests.province.papers.to_scan import SCANNERS, to_scan
from tests.province.papers.to_word97 import to_word97
from tests.province.papers.to_xlsx import to_xlsx
from tests.province.papers.values import Paper

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF, WORD, RTF = "application/pdf", "application/msword", "application/rtf"
EXCEL = "application/vnd.ms-excel"
ODD_SHARE = 0.04
"""How many PDFs have a text layer in which one letter is another."""
OFFICE_WRITERS = {
    "docx": (to_docx, DOCX),
    "doc": (to_word97, WORD),
    "rtf": (to_rtf, RTF),
    "odt": (to_odt, ODT),
    "xlsx": (to_xlsx, XLSX),
    "xls": (to_excel97, EXCEL),
    "ods": (to_ods, ODS),
}
INSIDE = (("pdf", "docx", "doc"), (0.35, 0.35, 0.3))
"""What archives hold, and how often."""

Rendered = tuple[bytes, str, str]
"""Bytes, media type, file extension."""


def render(paper: Paper, form: str, rng: random.Random) -> Rendered:
    """``paper`` in one of ``FORMS``."""
    if form in OFFICE_WRITERS:
        write, media_type = OFFICE_WRITERS[form]
        return write(paper), media_type, form
    if form in SCANNERS:
        return to_scan(paper, form, rng)
    if form in LEGACY:
        return legacy_file(paper, form)
    if form.startswith("pdf"):
        return _pdf(paper, form, rng), PDF, "pdf"
    if form.startswith("html"):
        return page(paper).encode(), "text/html", "html"
    if form == "doc_html":
        return page(paper).encode("utf-8-sig"), WORD, "doc"
    return _wrapped(paper, form, rng)


def _pdf(paper: Paper, form: str, rng: random.Random) -> bytes:
    if form == "pdf_garbled":
        return to_pdf(paper, rng.choice(("none", "shuffled")))
    if form == "pdf_locked":
        return locked.locked_pdf(to_pdf(paper), rng)
    return to_pdf(paper, "odd_horns" if rng.random() < ODD_SHARE else "")


def _wrapped(paper: Paper, form: str, rng: random.Random) -> Rendered:
    """Archives, and what cannot be opened."""
    if form == "office_locked":
        return locked.locked_office(to_docx(paper), rng), DOCX, "docx"
    if form == "damaged":
        kind = rng.choice(("docx", "pdf", "odt"))
        body, media_type, extension = render(paper, kind, rng)
        return locked.cut_off(body), media_type, extension
    kind, _, inner = form.partition("_")
    if kind not in ("zip", "rar"):
        raise ValueError(f"unknown form {form!r}: one of {', '.join(FORMS)}")
    inside = "scan_bw" if inner == "scan" else rng.choices(*INSIDE)[0]
    body, _, extension = render(paper, inside, rng)
    held = archives.members(paper, body, extension, rng)
    if kind == "zip":
        packed = locked.locked_zip(held, rng) if inner == "locked" else archives.to_zip(held, rng)
        return packed, archives.ZIP, "zip"
    packed = archives.locked_rar(held, rng) if inner == "locked" else archives.to_rar(held, rng)
    return packed, archives.RAR, "rar"
