"""JSON lists of more rows than are read."""

from __future__ import annotations

import json

import pytest

from documents.hints import Hints
from documents.read import read_body
from domain.documents import Document


@pytest.mark.parametrize(
    "value",
    [
        [{"title": f"Tin {number}", "url": f"/tin/{number}"} for number in range(5_002)],
        [{"html": f"<p><a href='/tin/{number}'>Tin</a></p>"} for number in range(201)],
    ],
)
def test_a_list_too_long_says_so(value: object) -> None:
    """What is cut off was not seen, and nobody may take the list for whole."""
    reading = read_body(json.dumps(value).encode(), Hints("application/json"))
    assert isinstance(reading, Document)
    assert "truncated" in dict(reading.metadata)
