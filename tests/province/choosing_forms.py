"""In which form a paper is published, with the shares met on real portals."""

from __future__ import annotations

import random

from tests.province.papers.forms import SHEETS
from tests.province.province import Kind, Placement

SCAN_SHARES = ((0.07, 0.33, 0.75), (47, 37, 16))
"""How much of what an agency puts up is scanned: by hand-typed files, by habit, or nearly all."""
SCAN_FORMS = {
    "scan": 26, "scan_bw": 22, "scan_stamped": 18, "scan_noisy": 9, "scan_skewed": 5,
    "scan_150": 6, "scan_300": 4, "scan_turned": 3, "scan_jpeg": 3, "scan_png": 1, "scan_tiff": 1,
    "pdf_bad_layer": 5, "zip_scan": 1, "rar_scan": 2,
}  # fmt: skip
FILE_FORMS = {
    "pdf": 25, "docx": 23, "doc": 15, "xlsx": 5, "xls": 4, "rtf": 2, "odt": 1, "ods": 0.5,
    "zip": 1.5, "rar": 2.5, "pdf_garbled": 1.3, "doc_html": 1.2, "docx_tcvn3": 0.6, "docx_vni": 0.4,
    "rtf_tcvn3": 0.4, "rtf_vni": 0.2, "doc_html_tcvn3": 0.4, "doc_html_vni": 0.2, "txt_1258": 0.4,
}  # fmt: skip
UNSETTLED_FORMS = {
    "pdf_locked": 3, "office_locked": 2, "zip_locked": 1, "rar_locked": 2, "damaged": 3,
    "scan_poor": 3,
}  # fmt: skip
UNSETTLED_SHARE = 0.014
PAGE_FORMS = {"html": 96, "html_tcvn3": 3, "html_vni": 1}
IN_TABLES = frozenset({"procedure_list", "tthc_list", "quality_objectives", "internal_audit"})
"""What a clerk may type into a sheet."""


def scan_share(rng: random.Random) -> float:
    """The share of scans of one agency."""
    return rng.choices(*SCAN_SHARES)[0]


def page_form(rng: random.Random) -> str:
    """The letters of a paper that stands in a page."""
    return _one_of(PAGE_FORMS, rng)


def file_form(placement: Placement, scans: float, rng: random.Random) -> str:
    """The form of a file; only a true paper is ever one that nobody can read."""
    settled = placement.kind is not Kind.OWN or rng.random() >= UNSETTLED_SHARE
    if not settled:
        return _one_of(UNSETTLED_FORMS, rng)
    if rng.random() < scans:
        return _one_of(SCAN_FORMS, rng)
    form = _one_of(FILE_FORMS, rng)
    return "docx" if form in SHEETS and placement.publication not in IN_TABLES else form


def _one_of(shares: dict[str, int] | dict[str, float], rng: random.Random) -> str:
    return rng.choices(list(shares), list(shares.values()))[0]
