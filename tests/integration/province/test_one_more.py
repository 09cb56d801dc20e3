"""A paper more than the night before, and nothing else that changed."""

from __future__ import annotations

from dataclasses import replace

from tests.province.build import build_chosen
from tests.province.province import Entry, Site


def entries(site: Site) -> list[Entry]:
    """All that a portal holds, in its order."""
    return [entry for section in site.sections for entry in section.entries]


def test_one_paper_is_added_on_top_of_a_section() -> None:
    """A portal that lacks one has it in a section that was there; the rest is as it was."""
    families = ("nukeviet", "drupal")
    before = build_chosen(families, (), 1, 2026)
    after = build_chosen(families, (), 1, 2026, one_more=True)
    assert before.added == {}
    assert after.added
    for code, added in after.added.items():
        was, now = before.sites[code], after.sites[code]
        (portal,) = (one for one in before.portals if one.agency.code == code)
        assert added.publication not in {placed.publication for placed in portal.placements}
        (new,) = [one for one in entries(now) if one not in entries(was)]
        section = next(part for part in now.sections if part.key == added.section)
        assert section.entries[0] == new
        assert [replace(part, entries=()) for part in now.sections] == [
            replace(part, entries=()) for part in was.sections
        ]
    untouched = set(before.sites) - set(after.added)
    assert all(before.sites[code] == after.sites[code] for code in untouched)
