"""Recognising text in pictures of pages with Tesseract."""
