"""Damaged and hostile files through a real pool: each costs itself, and nothing else."""

from __future__ import annotations

import asyncio

import pytest

from domain.documents import Unread
from domain.settings import DocumentsSettings
from tests.quality.damaged import Measured, measure

_FILES = 60


@pytest.fixture(scope="module")
def measured() -> Measured:
    """Sixty files; pictures are left unrecognised, which takes the long run too long here."""
    return asyncio.run(measure(_FILES, 7, DocumentsSettings(workers=1, ocr=False)))


def test_every_file_gets_an_outcome(measured: Measured) -> None:
    """Read, read in part, or a named reason why not; nothing reaches the caller."""
    known = {"read", "members unread", *(reason.value for reason in Unread)}
    assert len(measured.outcomes) == _FILES
    assert {each.result for each in measured.outcomes} <= known


def test_the_limits_hold(measured: Measured) -> None:
    """Time and memory of every file, and the memory of the main process."""
    assert measured.faults() == []


def test_most_damage_is_noticed_or_survived(measured: Measured) -> None:
    """Both outcomes are met: a run that reads all or nothing has tried nothing."""
    read = sum(each.result == "read" for each in measured.outcomes)
    assert 0 < read < _FILES
