"""The parts of reading a PDF: letters, pages, pictures, heads."""
