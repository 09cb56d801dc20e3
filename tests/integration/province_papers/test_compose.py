"""Papers as values: the same seed, the same paper; the year and the issuer where they belong."""

from __future__ import annotations

import random
import unicodedata
from datetime import date

import pytest

from tests.province import papers
from tests.province.papers import quirks
from tests.province.papers.compose import wordings

COMMUNE = papers.Issuer("UBND xã Minh Quán", "commune", "UBND tỉnh Yên Bái", "UBND", "Minh Quán")
OFFICE = papers.Issuer("Sở Y tế", "department", "UBND tỉnh Yên Bái", "SYT", "Yên Bái")
REQUIRED = (
    "conformity_announcement",
    "qms_documents",
    "procedure_list",
    "quality_objectives",
)


def printed(paper: papers.Paper) -> str:
    """All words of a paper in composed letters, lower case, without spaces."""
    words = " ".join((*paper.head_left, paper.type_name, paper.title, *paper.paragraphs))
    return "".join(unicodedata.normalize("NFC", words).lower().split())


@pytest.mark.parametrize("publication", papers.PUBLICATIONS)
def test_one_seed_gives_one_paper(publication: str) -> None:
    """The same seed writes the same paper, other seeds write others."""
    made = [papers.compose(publication, COMMUNE, 2026, random.Random(5)) for _ in range(2)]
    others = {papers.compose(publication, COMMUNE, 2026, random.Random(i)) for i in range(8)}
    assert made[0] == made[1]
    assert len(others) == 8


@pytest.mark.parametrize("publication", papers.PUBLICATIONS)
def test_wordings_really_differ(publication: str) -> None:
    """A required publication is worded in 8 ways or more, any other in 4 or more."""
    found = wordings(publication)
    titles = {(wording.type_name, wording.title) for wording in found}
    assert len(titles) == len(found) >= (8 if publication in REQUIRED else 4)


@pytest.mark.parametrize("publication", sorted(papers.YEARLY))
def test_a_yearly_paper_names_its_year(publication: str) -> None:
    """Whatever its date of signing, the year it is for stands in title or body."""
    for seed in range(40):
        paper = papers.compose(publication, OFFICE, 2026, random.Random(seed))
        assert paper.year == 2026
        assert "2026" in f"{paper.type_name} {paper.title} {paper.paragraphs}"


@pytest.mark.parametrize("publication", papers.PUBLICATIONS)
def test_the_head_names_the_issuer(publication: str) -> None:
    """The head's left column names the territory or the office, in capitals."""
    for seed in range(20):
        paper = papers.compose(publication, COMMUNE, 2026, random.Random(seed))
        head = unicodedata.normalize("NFC", " ".join(paper.head_left))
        assert "XÃ MINH QUÁN" in head


def test_a_given_date_is_kept() -> None:
    """The day asked for is the day of signing, and the year of a standing paper."""
    day = date(2023, 5, 4)
    paper = papers.compose("qms_documents", OFFICE, 2026, random.Random(1), issued_on=day)
    assert (paper.issued_on, paper.year) == (day, 2023)


def test_some_numbers_and_days_are_missing() -> None:
    """Among many papers some lack the number and some the day, as on real portals."""
    made = [
        papers.compose("conformity_announcement", OFFICE, 2026, random.Random(i))
        for i in range(150)
    ]
    assert any(paper.number is None and "/QĐ-SYT" in paper.number_line for paper in made)
    assert any("ngày      tháng" in paper.place_and_date for paper in made)


@pytest.mark.parametrize("publication", papers.PUBLICATIONS)
def test_a_blank_form_belongs_to_nobody(publication: str) -> None:
    """A template names neither its host nor a year."""
    for seed in range(20):
        form = papers.blank_form(publication, COMMUNE, random.Random(seed))
        assert form.blank
        assert form.signer == "Nguyễn Văn A"
        assert "minhquán" not in printed(form)
        assert "2026" not in printed(form)
        assert "299" not in f"{form.title} {form.link_title} {form.file_stem}"


def test_an_old_paper_speaks_of_the_old_edition() -> None:
    """What was signed in 2011 names the edition of 2008 and no later law."""
    for seed in range(20):
        old = papers.compose("conformity_announcement", OFFICE, 2011, random.Random(seed))
        assert "9001:2015" not in f"{old.title} {old.paragraphs} {old.link_title}"
        assert "19/2014" not in f"{old.paragraphs}"


def test_procedure_lists_are_long() -> None:
    """A list holds between 20 and 130 rows, sometimes more than 80."""
    counts = []
    for seed in range(60):
        paper = papers.compose("procedure_list", COMMUNE, 2026, random.Random(seed))
        counts.append(sum("\t" in line for line in paper.paragraphs))
    assert min(counts) > 20
    assert 80 < max(counts) < 130


def test_tone_places_move_only_at_the_end_of_a_syllable() -> None:
    """The other tone place is taken where both are in use, never inside "hoàn" or "quý"."""
    assert quirks.other_tone_place("Hòa, ủy, ỦY, thủy, hoàn, quý") == "Hoà, uỷ, UỶ, thuỷ, hoàn, quý"


@pytest.mark.parametrize("kind", papers.DECOY_PAPERS)
def test_a_decoy_never_is_the_agencys_paper(kind: str) -> None:
    """No look-alike carries a required title together with the agency's own name."""
    telling = (
        "côngbốhệthốngquảnlýchấtlượng",
        "mụctiêuchấtlượngnăm2026",
        "hệthốngtàiliệu",
        "danhmụcquytrình",
    )
    for seed in range(25):
        decoy = papers.decoy_paper(kind, COMMUNE, 2026, random.Random(seed))
        title = "".join(unicodedata.normalize("NFC", decoy.title).lower().split())
        assert decoy.publication == ""
        assert not any(words in title for words in telling)


def test_neutral_papers_speak_of_other_things() -> None:
    """An ordinary paper says nothing of quality systems."""
    for seed in range(60):
        words = printed(papers.neutral_paper(COMMUNE, 2026, random.Random(seed)))
        assert "iso" not in words
        assert "chấtlượng" not in words
