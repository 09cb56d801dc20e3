"""The parts of reading HTML; :mod:`documents.from_html` puts them together."""
