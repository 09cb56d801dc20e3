"""Bytes in, :class:`~domain.documents.Document` out. Pure at its face; risky parsers run apart."""
