"""The parts of reading DOCX: package, fonts, body."""
