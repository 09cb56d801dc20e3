"""Every key of the catalogue is read, shown and explained in one place."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from app.catalogue_shown import in_force, publication_to_json
from domain.settings import InspectionSettings
from rules.catalogue import LegalBasis, Publication, load_catalogue
from rules.catalogue.keys import BASIS_KEYS, KEYS

PAGE = Path(__file__).parents[4] / "docs" / "how-to" / "change-the-catalogue.md"
RULES = Path(__file__).parents[4] / "rules"
ROW = re.compile(r"\| `(\w+)` \| ([^|]+) \| (yes)? *\| [^|]{15,} \|")


def explained() -> list[tuple[str, str, bool]]:
    """The rows of the page's tables: key, what it holds, whether it is needed."""
    found = ROW.finditer(PAGE.read_text(encoding="utf-8"))
    return [(row[1], row[2], row[3] is not None) for row in found]


def test_the_page_explains_every_key() -> None:
    """Each key once, in the order of the code, with what it holds; and none that is not read."""
    known = [(key.name, key.holds, key.needed) for key in (*KEYS, *BASIS_KEYS)]
    assert explained() == known


def test_every_key_is_a_fact_of_a_publication() -> None:
    """What is read is kept, under the same name."""
    of_publication = {field.name for field in fields(Publication)} - {"id"}
    assert {key.name for key in KEYS} == of_publication - {"bases"} | {"legal_basis"}
    assert {key.name for key in BASIS_KEYS} == {field.name for field in fields(LegalBasis)}


def test_every_key_is_shown() -> None:
    """``rules show --json`` has them all, and each has its Vietnamese name."""
    catalogue = load_catalogue()
    entry = in_force(catalogue.publications[0], InspectionSettings())
    assert {key.name for key in KEYS} <= set(publication_to_json(catalogue, entry))
    assert all(re.search(r"[À-ỹ]", key.label) for key in KEYS)


def test_every_shared_list_that_is_asked_for_is_there() -> None:
    """A list whose name is misspelt in the code would be empty in silence."""
    code = (file.read_text(encoding="utf-8") for file in RULES.rglob("*.py"))
    asked = {name for text in code for name in re.findall(r"shared\(\"(\w+)\"\)", text)}
    assert len(asked) > 10
    assert asked <= set(load_catalogue().vocabulary.lists)
