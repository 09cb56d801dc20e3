"""The one face of reading: a body in, a :class:`~domain.documents.Reading` out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from documents import (
    from_csv,
    from_doc,
    from_docx,
    from_html,
    from_image,
    from_json,
    from_mhtml,
    from_ods,
    from_odt,
    from_pdf,
    from_pptx,
    from_rar,
    from_rtf,
    from_sheet,
    from_sheet_xml,
    from_text,
    from_word_xml,
    from_xml,
    from_zip,
    sniff,
)
from documents.hints import NO_HINTS, Hints
from domain.documents import Reading, Unread, Unreadable

Reader = Callable[[bytes, Hints], Reading]
"""Reads a body of one media type."""


def _opened_by(archive: Callable[[bytes, Hints, Reader], Reading]) -> Reader:
    """The reader of a kind of archive, whose members are read by this same face."""
    return lambda body, hints: archive(body, hints, read_body)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        sniff.HTML: from_html.read,
        sniff.XML: from_xml.read,
        sniff.TEXT: from_text.read,
        sniff.JSON: from_json.read,
        sniff.PDF: from_pdf.read,
        **dict.fromkeys(from_image.FORMATS, from_image.read),
        sniff.DOCX: from_docx.read,
        sniff.DOC: from_doc.read,
        sniff.OLE2: from_doc.read_unknown,
        sniff.RTF: from_rtf.read,
        sniff.ODT: from_odt.read,
        sniff.ODS: from_ods.read,
        sniff.PPTX: from_pptx.read,
        sniff.XLSX: from_sheet.read,
        sniff.XLS: from_sheet.read,
        sniff.CSV: from_csv.read,
        sniff.MHTML: from_mhtml.read,
        sniff.WORD_XML: from_word_xml.read,
        sniff.SHEET_XML: from_sheet_xml.read,
        sniff.FLAT_ODT: from_odt.read_flat,
        sniff.FLAT_ODS: from_ods.read_flat,
        sniff.ZIP: _opened_by(from_zip.read),
        sniff.RAR: _opened_by(from_rar.read),
    }
)
"""Which file reads which media type: a new format is one file and one line here."""

IN_PROCESS = frozenset({sniff.HTML, sniff.XML, sniff.TEXT, sniff.JSON})
"""Kinds whose readers are quick and safe enough to run beside everything else."""


def read_body(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Read ``body`` by what its bytes are, whatever the hints say."""
    return read_as(sniff.media_type_of(body, hints.declared, hints.name), body, hints)


def read_as(media_type: str, body: bytes, hints: Hints) -> Reading:
    """Read ``body``, which is known to be of ``media_type``."""
    if not body.strip(b"\0 \t\r\n"):
        return Unreadable(media_type, Unread.EMPTY)
    reader = READERS.get(media_type)
    if reader is None:
        return unsupported(media_type)
    return reader(body, hints)


def unsupported(media_type: str) -> Unreadable:
    """What is said of a kind nobody reads: a picture of a paper lacks a text layer."""
    if media_type.startswith("image/"):
        return Unreadable(media_type, Unread.NO_TEXT_LAYER, "a picture")
    if media_type == sniff.ENCRYPTED_OFFICE:
        return Unreadable(media_type, Unread.ENCRYPTED, "opens only with a password")
    return Unreadable(media_type, Unread.UNSUPPORTED, media_type)
