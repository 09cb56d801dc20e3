"""PPTX: slides in order, rows, old fonts, and why one cannot be read."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from documents import from_pptx
from documents.read import read_body
from domain.documents import Document, Unread
from tests.unit.documents.expected import reason_of

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def _pptx(*slides: str, **others: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("ppt/presentation.xml", "<p/>")
        for number, held in enumerate(slides, 1):
            page = f'<p:sld xmlns:p="{_P}" xmlns:a="{_A}"><p:txBody>{held}</p:txBody></p:sld>'
            archive.writestr(f"ppt/slides/slide{number}.xml", page)
        for name, held in others.items():
            archive.writestr(f"ppt/media/{name}", held)
    return buffer.getvalue()


def _line(text: str, font: str = "") -> str:
    face = f'<a:rPr><a:latin typeface="{font}"/></a:rPr>' if font else ""
    return f"<a:p><a:r>{face}<a:t>{text}</a:t></a:r></a:p>"


def test_slides_are_pages_in_the_order_of_their_numbers() -> None:
    """The tenth comes after the ninth; cells of a row are joined."""
    cells = "".join(f"<a:tc>{_line(words)}</a:tc>" for words in ("TT", "Mục tiêu"))
    slides = [_line(f"Trang {number}") for number in range(1, 11)]
    slides[1] = f"<a:tbl><a:tr>{cells}</a:tr></a:tbl>"
    slides[2] = _line("chÊt l\u00adîng", ".VnTime")
    document = read_body(_pptx(*slides))
    assert isinstance(document, Document)
    assert [(block.text, block.page) for block in document.blocks][:4] == [
        ("Trang 1", 1),
        ("TT | Mục tiêu", 2),
        ("chất lượng", 3),
        ("Trang 4", 4),
    ]
    assert document.blocks[-1].text == "Trang 10"
    assert document.pages == 10


def test_presentations_that_cannot_be_read_say_why() -> None:
    """Without slides, without text, with pictures only, cut short."""
    assert reason_of(read_body(_pptx())) is Unread.DAMAGED
    assert reason_of(read_body(_pptx(""))) is Unread.EMPTY
    assert reason_of(read_body(_pptx("", a="x"))) is Unread.NO_TEXT_LAYER
    assert reason_of(from_pptx.read(_pptx(_line("x"))[:300])) is Unread.DAMAGED
