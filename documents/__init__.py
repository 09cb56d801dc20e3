"""Bytes in, :class:`~domain.documents.Document` out. Pure at its face; risky parsers run apart."""

READER_VERSION = "23"
"""Raised whenever the same bytes come to read differently, so that stored readings are renewed."""


def reader_version(*, ocr: bool) -> str:
    """The version under which readings are kept; those made without OCR are renewed with it."""
    return f"{READER_VERSION}+ocr" if ocr else READER_VERSION
