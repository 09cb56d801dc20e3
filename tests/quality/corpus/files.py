"""What the address of a file answers: the paper in its form, or a fault."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tests.province.papers.locked import locked_office, locked_pdf, locked_zip
from tests.quality.corpus.layout import Part, laid_out
from tests.quality.corpus.to_markup import bare_page, to_markup
from tests.quality.corpus.to_office import to_docx, to_rtf, to_text, to_xlsx, zipped
from tests.quality.corpus.to_sheets import to_pdf, to_picture

HTML = "text/html; charset=utf-8"
_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "html": HTML,
        "pdf": "application/pdf",
        "docx": f"{_OPEN_XML}.wordprocessingml.document",
        "rtf": "application/rtf",
        "text": "text/plain; charset=utf-8",
        "xlsx": f"{_OPEN_XML}.spreadsheetml.sheet",
        "zip": "application/zip",
    }
)
_KEPT_OF_DAMAGED = 0.4
_NOTHING = "Hồ sơ lưu."
"""What a file without text of its own holds before it is locked or damaged."""


@dataclass(frozen=True, slots=True)
class Body:
    """What an address answers with."""

    data: bytes
    media_type: str = HTML
    status: int = 200


def extension(form: str) -> str:
    """How the names of files of a form end."""
    return "txt" if form == "text" else form


def file_body(text: str, form: str, answer: str, name: str) -> Body:
    """The file of a paper, or what stands in its place."""
    if answer in ("404", "500"):
        return Body(b"", status=int(answer))
    if answer == "scan":
        return Body(to_picture(name), _MEDIA_TYPES["pdf"])
    data = rendered(text or _NOTHING, form, name)
    if answer == "locked":
        data = _locked(data, form, name)
    elif answer == "damaged":
        data = data[: int(len(data) * _KEPT_OF_DAMAGED)]
    return Body(data, _MEDIA_TYPES[form])


def rendered(text: str, form: str, name: str) -> bytes:
    """A paper's text as a file of a form."""
    parts = laid_out(text)
    if form == "zip":
        return zipped({f"{name}.docx": to_docx(parts)})
    plain: Mapping[str, Callable[[tuple[Part, ...]], bytes]] = {
        "docx": to_docx, "rtf": to_rtf, "text": to_text, "xlsx": to_xlsx,
    }  # fmt: skip
    if form in plain:
        return plain[form](parts)
    if form == "pdf":
        return to_pdf(parts, name)
    return bare_page(to_markup(parts, name), name).encode()


def _locked(data: bytes, form: str, name: str) -> bytes:
    rng = random.Random(name)
    if form == "pdf":
        return locked_pdf(data, rng)
    if form == "zip":
        return locked_zip({f"{name}.docx": data}, rng)
    return locked_office(data, rng)
