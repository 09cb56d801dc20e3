"""The section about the system stands in no plain link: nobody may call its papers missing."""

from __future__ import annotations

import pytest

from domain.publications import Status
from tests.integration.faults.looking import look
from tests.integration.faults.portal import PAGES

GOALS = "quality_objectives"
NAME = "Hệ thống quản lý chất lượng ISO 9001:2015"
LINKED = f"<a href='/iso'>{NAME}</a>"


def _status(shown: str) -> Status:
    """The verdict on the objectives where the menu shows their section so."""
    pages = {path: page.replace(LINKED, shown) for path, page in PAGES.items()}
    return look(lambda asked: None, pages=pages).status(GOALS)


def test_a_section_that_is_shown_nowhere_is_not_there() -> None:
    """Without this the tests below would hold nothing."""
    assert _status("") is Status.MISSING


@pytest.mark.parametrize(
    "shown",
    [
        f"<noscript>{LINKED}</noscript>",
        f"<template>{LINKED}</template>",
        f"<svg><a xlink:href='/iso'><rect/><text>{NAME}</text></a></svg>",
        f"<map name=m><area href='/iso' alt='{NAME}'></map>",
    ],
    ids=("noscript", "template", "drawing", "map"),
)
def test_a_section_with_an_address_is_opened(shown: str) -> None:
    """Wherever the address stands."""
    assert _status(shown) is Status.PUBLISHED


@pytest.mark.parametrize(
    "shown",
    [
        f"<svg><g onclick='mo(5)'><text>{NAME}</text></g></svg>",
        f"<map name=m><area href='#' onclick='mo(5)' alt='{NAME}'></map>",
        f"<img src='iso.png' onclick='mo(5)' alt='{NAME}'>",
        f"<div onclick='mo(5)'><img src='iso.png' title='{NAME}'></div>",
        f"<select onchange='tai(this.value)'><option>Chọn<option value=12>{NAME}</select>",
    ],
    ids=("drawing", "map", "picture", "box", "choice"),
)
def test_a_section_that_only_a_script_opens_is_a_gap(shown: str) -> None:
    """The portal names it, and nobody here can look into it."""
    assert _status(shown) is Status.UNDETERMINED
