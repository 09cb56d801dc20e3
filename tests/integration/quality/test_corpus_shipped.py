"""The shipped corpus as a whole: it can be read, and it is as large as promised."""

from __future__ import annotations

from functools import cache

from domain.publications import Period
from rules.catalogue import load_catalogue
from tests.quality.corpus.casting import cast
from tests.quality.corpus.floors import load_floors
from tests.quality.corpus.frames import FRAME_NAMES, frame_of
from tests.quality.corpus.item import Item
from tests.quality.corpus.loading import Loaded, load


@cache
def _loaded() -> Loaded:
    return load(load_catalogue().ids, held_out=True)


@cache
def _items() -> tuple[Item, ...]:
    known = load_catalogue().publications
    yearly = {one.id for one in known if one.period is Period.YEARLY}
    return cast(_loaded().wordings, yearly, twins=False)


def test_every_wording_can_be_taken_over() -> None:
    """No unknown key, publication, status or place, and every identifier once."""
    assert [str(problem) for problem in _loaded().problems] == []


def test_the_corpus_is_as_large_as_the_floors_ask() -> None:
    """Wordings, items, and the share held out."""
    floors, wordings = load_floors(), _loaded().wordings
    held_out = sum(wording.held_out for wording in wordings)
    assert len(wordings) >= floors.wordings
    assert len(_items()) >= floors.items
    assert held_out >= floors.held_out_share * len(wordings)


def test_every_item_has_a_name_of_its_own() -> None:
    """So that a mistake can be looked up."""
    assert len({item.id for item in _items()}) == len(_items())


def test_every_frame_and_kind_is_used() -> None:
    """No family of portals and no kind of wording is left out."""
    assert {item.frame for item in _items()} == set(FRAME_NAMES)
    assert len({item.wording.kind for item in _items()}) == 4
    assert all(frame_of(name).name == name for name in FRAME_NAMES)
