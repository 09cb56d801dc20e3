"""Bytes in, :class:`~domain.documents.Document` out. Pure at its face; risky parsers run apart."""

READER_VERSION = "1"
"""Raised whenever the same bytes come to read differently, so that stored readings are renewed."""
