"""The quick question whether a line may name a publication: a no must be sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from rules.catalogue.model import Publication
from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import Wording
from rules.naming.kinds import TitleReader
from rules.vietnamese.folding import fold
from tests.unit.rules.spellings import SPELLINGS
from tests.unit.shipped import catalogue

CATALOGUE = catalogue()
LEXICON = Lexicon(CATALOGUE)
TITLES = TitleReader(LEXICON)
GROUPS = {**CATALOGUE.vocabulary.groups, "{ISO}": ("ISO", "TCVN 9001:2015")}


def names_of(known: Publication) -> Iterator[Wording]:
    """All wordings that name a publication, whatever stands around them."""
    yield from known.names
    yield from known.names_in_context
    yield from known.names_in_section
    yield from known.names_on_links


def written(wording: Wording) -> Iterator[str]:
    """A wording as it may stand in a line, with some phrases of its groups."""
    choices = [GROUPS.get(part.label, (part.label,)) for part in wording.parts]
    for turn in range(min(2, max(map(len, choices)))):
        yield " ".join(phrases[turn % len(phrases)] for phrases in choices)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_name_is_let_through(spelling: Callable[[str], str]) -> None:
    """Whatever a catalogue's wording can name, in any spelling, may name something."""
    for known in CATALOGUE.publications:
        for wording in names_of(known):
            for text in written(wording):
                line = fold(spelling(f"Kính gửi: {text} của cơ quan"))
                assert LEXICON.may_name(line), line.source


def test_news_of_something_else_is_not() -> None:
    """What is spoken of on most pages does not let them through."""
    line = "Chủ tịch xã chỉ đạo thực hiện kế hoạch, báo cáo kết quả đánh giá, khắc phục hạn chế"
    assert not TITLES.may_name(line)
    assert not LEXICON.speaks_of_system(line)


def test_words_that_a_remark_parts() -> None:
    """A name that a remark in brackets stands in the middle of is found without the remark."""
    line = "Bản mục tiêu (kèm theo Quyết định số 5) chất lượng"
    assert not LEXICON.may_name(fold(line))
    assert TITLES.may_name(line)
    assert TITLES.read(line).namings


@pytest.mark.parametrize(
    "text", ["Áp dụng ISO 9001:2015", "HTQLCL của xã", "He thong quan li chat luong", "TCVN 9001"]
)
def test_the_system_is_heard(text: str) -> None:
    """ISO and the system are spoken of, however written."""
    assert LEXICON.speaks_of_system(text)
    assert LEXICON.speaks_of_system(fold(text))


@pytest.mark.parametrize("name", sorted(CATALOGUE.vocabulary.lists))
def test_a_shared_list_is_asked_as_if_all_were_searched(name: str) -> None:
    """Of every shared list its own words are found, and those of others as a search finds them."""
    for wordings in CATALOGUE.vocabulary.lists.values():
        for wording in list(wordings)[:12]:
            line = f"Tin {next(written(wording))} của xã"
            assert LEXICON.has(name, line) is bool(LEXICON.shared(name).found(LEXICON.hits(line)))
