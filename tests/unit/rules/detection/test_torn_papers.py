"""A broken file whose words name nothing may be any paper that its link could lead to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Block, Document, HowRead, Member, Unread
from tests.unit.rules.archives import OBJECTIVES, archive
from tests.unit.rules.written_pages import file_page, link, notes, paper_text

_LINK = link("Tải về", section="ISO 9001:2015")
_OTHER = paper_text("Về việc phân công trực Tết", body="Lịch trực kèm theo.")


def _unseen(text: str, note: str) -> str:
    page = file_page(text, _LINK)
    assert isinstance(page.reading, Document)
    reading = replace(page.reading, metadata=((note, "x"),))
    return notes(replace(page, reading=reading)).unseen


def test_the_rest_of_a_torn_file_may_be_the_paper() -> None:
    """Whatever matter the words are of that could be read."""
    assert "hỏng" in _unseen(_OTHER, "torn")
    assert "hỏng" in _unseen("UBND xã Minh Quán\nCác bộ phận chuyên môn | Quý II", "torn")


def test_a_pdf_put_together_by_guess_is_what_its_head_says() -> None:
    """Its letters are right: only where none of them tell what it is it stays open."""
    assert _unseen(_OTHER, "rebuilt") == ""
    assert "hỏng" in _unseen("UBND xã Minh Quán\nCác bộ phận chuyên môn | Quý II", "rebuilt")


@pytest.mark.parametrize("name", ["mimetype", "word/document.xml", "docProps/core.xml", "xl/a.xml"])
def test_an_archive_of_an_office_files_parts_is_a_broken_one(name: str) -> None:
    """Its papers are not the files that stand in it."""
    part = Document("application/xml", HowRead.MARKUP, blocks=(Block("Phiên bản 1"),))
    assert notes(archive(_LINK, Member(name, part))).unread is Unread.DAMAGED


def test_a_folder_for_papers_of_an_office_program_is_none() -> None:
    """ "Word/MTCL.docx" lies in an archive that somebody packed."""
    document = Document(
        "application/pdf", HowRead.TEXT_LAYER, blocks=tuple(map(Block, OBJECTIVES.split("\n")))
    )
    found = notes(archive(_LINK, Member("Word/MTCL 2026.docx", document)))
    assert found.unread is None
    assert found.members_read == 1
