"""What tells one version of the rules from another."""

from __future__ import annotations

from dataclasses import replace

from rules.digest import rule_digest
from tests.unit.rules.builders import REAL


def test_the_same_rules_have_the_same_digest() -> None:
    """Judging twice with nothing changed is no upgrade."""
    assert rule_digest(REAL) == rule_digest(REAL)


def test_another_catalogue_is_another_version() -> None:
    """A wording added by an inspector counts, wherever the catalogue lies."""
    assert rule_digest(replace(REAL, digest="0" * 64)) != rule_digest(REAL)
