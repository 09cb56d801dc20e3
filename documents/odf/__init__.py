"""The parts of reading OpenDocument: package, styles, body."""
