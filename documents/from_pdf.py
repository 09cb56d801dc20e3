"""PDF with a text layer to a :class:`~domain.documents.Document`."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from documents import sniff
from documents.charset import to_nfc
from documents.hints import NO_HINTS, Hints
from documents.pdf_head import head_lines
from documents.prose import garbage_share, is_scan_remark, joined_lines, title_or_nothing
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable

MAX_PAGES = 200
_MAX_CHARACTERS = 4_000_000
_FEW_CHARACTERS = 20
"""At most so many characters a page and the rest a picture: a scan with a stamp, not a text."""
_TOO_MUCH_GARBAGE = 0.35


@dataclass(slots=True)
class _Pages:
    """The lines of the pages read so far."""

    lines: list[tuple[int, list[str]]] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    """Numbers of the pages without text."""
    characters: int = 0
    pictures: bool = False


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Paragraphs page by page; the two columns of an administrative head one after the other.

    Runs in a worker process only: pdfium is not thread-safe and a hostile file may end it.
    """
    try:
        pdf = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return _refused(error)
    try:
        return _read_pages(pdf)
    except pypdfium2.PdfiumError as error:
        return Unreadable(sniff.PDF, Unread.DAMAGED, str(error)[:200])
    finally:
        pdf.close()


def _refused(error: pypdfium2.PdfiumError) -> Unreadable:
    code = getattr(error, "err_code", None)
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return Unreadable(sniff.PDF, Unread.ENCRYPTED, "opens only with a password")
    return Unreadable(sniff.PDF, Unread.DAMAGED, str(error)[:200])


def _read_pages(pdf: pypdfium2.PdfDocument) -> Reading:
    count = len(pdf)
    pages = _Pages()
    for index in range(min(count, MAX_PAGES)):
        if pages.characters > _MAX_CHARACTERS:
            break
        _read_page(pdf, index, pages)
    if count == 0 or len(pages.bare) == len(pages.lines):
        return _without_text(count, pages)
    text = "\n".join(line for _, lines in pages.lines for line in lines)
    garbage = garbage_share(text)
    if garbage > _TOO_MUCH_GARBAGE:
        detail = f"{garbage:.0%} of its text layer is no writing: its fonts do not name letters"
        return Unreadable(sniff.PDF, Unread.NO_TEXT_LAYER, detail)
    return _document(pdf, count, pages, 1.0 - garbage)


def _read_page(pdf: pypdfium2.PdfDocument, index: int, pages: _Pages) -> None:
    number = index + 1
    try:
        page = pdf[index]
    except pypdfium2.PdfiumError:
        pages.lines.append((number, []))
        pages.bare.append(number)
        return
    try:
        lines = _page_lines(page, first=index == 0)
        own = sum(len(line) for line in lines if not is_scan_remark(line))
        pages.lines.append((number, lines))
        pages.characters += sum(map(len, lines))
        if own <= _FEW_CHARACTERS:
            pages.bare.append(number)
            pages.pictures = pages.pictures or _draws(page)
    finally:
        page.close()


def _page_lines(page: pypdfium2.PdfPage, *, first: bool) -> list[str]:
    text_page = page.get_textpage()
    try:
        head, end = head_lines(page, text_page) if first else ([], 0)
        count = text_page.count_chars() - end
        rest = text_page.get_text_range(end, count) if count > 0 else ""
    finally:
        text_page.close()
    # U+FFFE stands for a hyphen at a line's end, U+0002 for the same in older files.
    rest = to_nfc(rest.replace("\ufffe", "-").replace("\x02", "-").replace("\0", ""))
    return [*head, *joined_lines(rest.splitlines())]


def _draws(page: pypdfium2.PdfPage) -> bool:
    """Whether something stands on a page that has no text: a picture, or letters drawn as lines."""
    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING]
    return next(iter(page.get_objects(filter=kinds, max_depth=4)), None) is not None


def _without_text(count: int, pages: _Pages) -> Unreadable:
    if count and pages.pictures:
        return Unreadable(sniff.PDF, Unread.NO_TEXT_LAYER, f"{count} pages of pictures")
    if count and pages.characters:
        return Unreadable(sniff.PDF, Unread.NO_TEXT_LAYER, f"{pages.characters} characters in all")
    return Unreadable(sniff.PDF, Unread.EMPTY, f"{count} pages, nothing on them")


def _document(pdf: pypdfium2.PdfDocument, count: int, pages: _Pages, certainty: float) -> Document:
    told = pdf.get_metadata_dict(skip_empty=True)
    metadata = [
        (name.lower(), str(told[name])[:300])
        for name in ("Producer", "CreationDate")
        if name in told
    ]
    if count > len(pages.lines):
        metadata.append(("truncated", f"{len(pages.lines)} of {count} pages"))
    if pages.bare:
        metadata.append(("pages_without_text", ",".join(map(str, pages.bare))[:300]))
    return Document(
        media_type=sniff.PDF,
        how=HowRead.TEXT_LAYER,
        title=title_or_nothing(str(told.get("Title", ""))),
        blocks=tuple(Block(line, page=number) for number, lines in pages.lines for line in lines),
        metadata=tuple(metadata),
        pages=count,
        certainty=round(certainty, 3),
    )
