"""The forms in which papers are published, and what it takes to read each."""

from __future__ import annotations

SCANS: tuple[str, ...] = (
    "scan", "scan_bw", "scan_stamped", "scan_noisy", "scan_skewed", "scan_150", "scan_300",
    "scan_turned", "scan_jpeg", "scan_png", "scan_tiff",
)  # fmt: skip
"""Pictures of pages; all but the last three are PDFs."""
PICTURED: tuple[str, ...] = (*SCANS, "pdf_bad_layer", "pdf_garbled")
"""What only one who reads pictures can read; some of it looks as if it had text."""
OFFICE: tuple[str, ...] = ("docx", "doc", "rtf", "odt", "xlsx", "xls", "ods", "doc_html")
SHEETS: frozenset[str] = frozenset({"xlsx", "xls", "ods"})
LEGACY: tuple[str, ...] = (
    "docx_tcvn3", "docx_vni", "rtf_tcvn3", "rtf_vni", "doc_html_tcvn3", "doc_html_vni", "txt_1258",
)  # fmt: skip
"""Files in the letters of before Unicode."""
PAGES: tuple[str, ...] = ("html", "html_tcvn3", "html_vni")
"""Not files: the words stand in a page of the portal itself."""
ARCHIVES: tuple[str, ...] = ("zip", "rar", "zip_scan", "rar_scan")
UNSETTLED: tuple[str, ...] = (
    "pdf_locked", "office_locked", "zip_locked", "rar_locked", "damaged", "scan_poor",
)  # fmt: skip
"""What no honest reading can settle."""
FORMS: tuple[str, ...] = (
    *PAGES, "pdf", *OFFICE, *LEGACY, *PICTURED, *ARCHIVES, *UNSETTLED,
)  # fmt: skip


def needs_ocr(form: str) -> bool:
    """Whether its words can only be got from pictures."""
    return form in PICTURED or form in ("zip_scan", "rar_scan")


def is_settled(form: str) -> bool:
    """Whether honest reading, pictures included, tells what the paper is."""
    return form not in UNSETTLED
