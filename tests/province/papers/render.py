"""A paper as the bytes a portal serves."""

from __future__ import annotations

import random

from tests.province.papers.layout_html import page
from tests.province.papers.to_docx import to_docx
from tests.province.papers.to_pdf import to_pdf
from tests.province.papers.to_scan import to_scan
from tests.province.papers.values import Paper

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODD_SHARE = 0.04
"""How many PDFs have a text layer in which one letter is another."""
FORMS: tuple[str, ...] = ("html", "pdf", "docx", "scan")


def render(paper: Paper, form: str, rng: random.Random) -> tuple[bytes, str, str]:
    """The bytes, media type and file extension of ``paper`` in one of ``FORMS``."""
    if form == "html":
        return page(paper).encode(), "text/html", "html"
    if form == "docx":
        return to_docx(paper), DOCX, "docx"
    if form == "scan":
        return to_scan(paper, rng), "application/pdf", "pdf"
    if form == "pdf":
        return to_pdf(paper, odd_horns=rng.random() < ODD_SHARE), "application/pdf", "pdf"
    raise ValueError(f"unknown form {form!r}: one of {', '.join(FORMS)}")
