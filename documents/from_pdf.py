"""PDF to a :class:`~domain.documents.Document`: its text layer, or its pages recognised."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium

from documents import sniff
from documents.charset import to_nfc
from documents.hints import NO_HINTS, Hints
from documents.ocr.pages import FEW_WORDS, Recognition, listed, recognise_pages
from documents.ocr.recogniser import HOW_TO_INSTALL, recogniser
from documents.pdf.apart import falls_apart, pages_by_poppler
from documents.pdf.page import Layer, PageText, read_page
from documents.pdf.picture import picture_of
from documents.pdf.whole import lost_table
from documents.prose import (
    garbage_share,
    has_garbled_lines,
    joined_lines,
    title_or_nothing,
    vietnamese_share,
)
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable

MAX_PAGES = 200
_MAX_CHARACTERS = 4_000_000
_ILLEGIBLE = (Layer.BARE, Layer.GARBAGE)
_DOUBTFUL_CERTAINTY = 0.6
_TO_RECOGNISE = (Layer.BARE, Layer.GARBAGE, Layer.DOUBTFUL, Layer.THIN)
_WITH_TEXT = (Layer.SOUND, Layer.DOUBTFUL, Layer.THIN)
_NO_MORE = 1.3
"""A recogniser that sees hardly more letters than the page's own has found all of it there."""


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Paragraphs page by page; the two columns of an administrative head one after the other.

    Runs in a worker process only: pdfium is not thread-safe and a hostile file may end it.
    """
    try:
        pdf = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return _refused(error)
    try:
        return _read(pdf, body, hints.ocr_pages)
    except pypdfium2.PdfiumError as error:
        return Unreadable(sniff.PDF, Unread.DAMAGED, str(error)[:200])
    finally:
        pdf.close()


def _refused(error: pypdfium2.PdfiumError) -> Unreadable:
    code = getattr(error, "err_code", None)
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return Unreadable(sniff.PDF, Unread.ENCRYPTED, "opens only with a password")
    return Unreadable(sniff.PDF, Unread.DAMAGED, str(error)[:200])


def _read(pdf: pypdfium2.PdfDocument, body: bytes, ocr_pages: int) -> Reading:
    pages = _joined_again(_text_layer(pdf), body)
    found = Recognition()
    if ocr_pages > 0 and any(page.layer in _TO_RECOGNISE for page in pages):
        found = _recognised(pdf, pages, ocr_pages)
        pages = [_better(page, found) for page in pages]
    if not any(page.layer in _WITH_TEXT for page in pages):
        return _without_text(len(pdf), pages, found, ocr_pages)
    document = _document(pdf, pages, found)
    if not lost_table(body):
        return document
    return replace(document, metadata=(*document.metadata, ("rebuilt", "its table is lost")))


def _text_layer(pdf: pypdfium2.PdfDocument) -> list[PageText]:
    pages: list[PageText] = []
    characters = 0
    for number in range(1, min(len(pdf), MAX_PAGES) + 1):
        if characters > _MAX_CHARACTERS:
            break
        pages.append(read_page(pdf, number))
        characters += pages[-1].characters
    return pages


def _joined_again(pages: list[PageText], body: bytes) -> list[PageText]:
    """The pages with words whole again where they fell apart and poppler knows better."""
    if not falls_apart("\n".join(page.text for page in pages[:5])):
        return pages
    texts = pages_by_poppler(body, len(pages))
    return [
        replace(page, lines=tuple(joined_lines(to_nfc(text).splitlines())))
        if page.layer is Layer.SOUND and text.strip()
        else page
        for page, text in zip(pages, texts, strict=False)
    ] + pages[len(texts) :]


def _recognised(pdf: pypdfium2.PdfDocument, pages: list[PageText], most_pages: int) -> Recognition:
    tesseract = recogniser()
    if tesseract is None:
        return Recognition()
    pictures = {
        page.number: partial(picture_of, pdf, page.number)
        for page in pages
        if page.layer in _TO_RECOGNISE
    }
    # Beside pages of sound text, which may be a mere letter, each picture may be the paper.
    return recognise_pages(pictures, tesseract, most_pages, all_of_them=_has_sound(pages))


def _has_sound(pages: list[PageText]) -> bool:
    return any(page.layer is Layer.SOUND for page in pages)


def _better(page: PageText, found: Recognition) -> PageText:
    """The page as recognised, unless its own text is the better Vietnamese, or all there is."""
    seen = found.pages.get(page.number)
    if seen is None:
        return page
    recognised = PageText(page.number, seen.lines, Layer.SOUND, seen.certainty)
    if page.layer in (Layer.BARE, Layer.THIN) and page.lines:
        if recognised.characters > _NO_MORE * page.characters:
            return recognised
        return page if page.number in found.doubtful else replace(page, layer=Layer.SOUND)
    if seen.words < FEW_WORDS:
        # A page that holds an emblem or a signature alone is read as well as can be.
        return replace(recognised, layer=Layer.BLANK) if page.layer is Layer.BARE else page
    if page.layer is Layer.DOUBTFUL:
        told = "\n".join(seen.lines)
        return page if vietnamese_share(told) <= vietnamese_share(page.text) else recognised
    return recognised


def _without_text(
    count: int, pages: list[PageText], found: Recognition, ocr_pages: int
) -> Unreadable:
    if found.hurried:
        return Unreadable(sniff.PDF, Unread.TIMED_OUT, "no time to recognise its pages")
    layers = {page.layer for page in pages}
    if Layer.GARBAGE in layers:
        why = "its text layer is no writing: its fonts do not name letters"
    elif Layer.BARE in layers or found.pages:
        why = f"{count} pages of pictures"
    else:
        return Unreadable(sniff.PDF, Unread.EMPTY, f"{count} pages, nothing on them")
    if ocr_pages > 0:
        why += "; illegible" if recogniser() else f"; {HOW_TO_INSTALL}"
    return Unreadable(sniff.PDF, Unread.NO_TEXT_LAYER, why)


def _document(pdf: pypdfium2.PdfDocument, pages: list[PageText], found: Recognition) -> Document:
    told = pdf.get_metadata_dict(skip_empty=True)
    shown = [page for page in pages if not _is_hidden(page, found)]
    return Document(
        media_type=sniff.PDF,
        how=_how(pages),
        title=title_or_nothing(str(told.get("Title", ""))),
        blocks=tuple(Block(line, page=page.number) for page in shown for line in page.lines),
        metadata=(*_made_by(told), *_unread(len(pdf), pages, found), *_head(shown), *found.failure),
        pages=len(pdf),
        certainty=_certainty(shown),
    )


def _is_hidden(page: PageText, found: Recognition) -> bool:
    """Whether a page's own text is worse than none: it is left out with the page's number told."""
    doubtful = page.layer is Layer.DOUBTFUL and page.number in found.left_out
    return doubtful or page.layer is Layer.GARBAGE


def _how(pages: list[PageText]) -> HowRead:
    """The way by which most of the letters came."""
    recognised = sum(page.characters for page in pages if page.certainty is not None)
    everything = sum(page.characters for page in pages)
    return HowRead.OCR if recognised * 2 > everything else HowRead.TEXT_LAYER


def _head(shown: list[PageText]) -> list[tuple[str, str]]:
    """The note on a first text whose letters are a recogniser's, amid a file's own ones."""
    first = next((page for page in shown if page.lines and page.layer in _WITH_TEXT), None)
    unsure = first is not None and (first.certainty is not None or first.layer is Layer.DOUBTFUL)
    return [("head_recognised", "yes")] if unsure and _how(shown) is not HowRead.OCR else []


def _certainty(pages: list[PageText]) -> float:
    """The mean over all letters."""
    total = sum(page.characters for page in pages)
    sure = sum(_certainty_of(page) * page.characters for page in pages)
    return round(sure / total, 3) if total else 0.0


def _certainty_of(page: PageText) -> float:
    if page.layer is Layer.DOUBTFUL:
        return _DOUBTFUL_CERTAINTY
    return 1.0 - garbage_share(page.text) if page.certainty is None else page.certainty


def _made_by(told: dict[str, str]) -> list[tuple[str, str]]:
    names = ("Producer", "CreationDate")
    return [(name.lower(), str(told[name])[:300]) for name in names if name in told]


def _unread(count: int, pages: list[PageText], found: Recognition) -> list[tuple[str, str]]:
    """Which pages are not in the text, and why."""
    notes: list[tuple[str, str]] = []
    if count > len(pages):
        notes.append(("truncated", f"{len(pages)} of {count} pages"))
    left_out = set(found.left_out)
    illegible = {page.number for page in pages if page.layer in _ILLEGIBLE} - left_out
    doubtful = {page.number for page in pages if _is_doubtful(page, found)} - illegible
    for name, numbers in (
        ("pages_without_text", illegible),
        ("pages_not_recognised", left_out),
        ("pages_doubtful", doubtful - left_out),
        ("lines_garbled", {page.number for page in pages if _has_garbled_lines(page)}),
    ):
        if numbers:
            notes.append((name, listed(numbers)))
    return notes


def _has_garbled_lines(page: PageText) -> bool:
    return page.layer is Layer.SOUND and has_garbled_lines(page.text)


def _is_doubtful(page: PageText, found: Recognition) -> bool:
    """Whether a page has text that nobody knows to be all of it, or right."""
    seen = found.pages.get(page.number)
    if page.number in found.doubtful:
        return True
    if page.layer not in (Layer.DOUBTFUL, Layer.THIN):
        return False
    return seen is None or seen.words < FEW_WORDS
