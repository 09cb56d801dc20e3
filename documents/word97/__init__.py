"""The parts of a Word 97-2003 file: pieces, formats, styles, text."""
