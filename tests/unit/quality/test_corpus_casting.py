"""Pouring wordings into items, and items into portals."""

from __future__ import annotations

from dataclasses import replace

from domain.agencies import Level
from domain.publications import Status
from tests.quality.corpus.casting import PLAIN_CASTINGS, TWIN_SPELLINGS, cast
from tests.quality.corpus.offices import offices
from tests.quality.corpus.site import site_of
from tests.quality.corpus.wording import FileText, Kind, PageText, Wording
from tests.unit.quality.corpus_samples import PAPER, YEARLY, items


def test_casting_is_the_same_every_time() -> None:
    """The same wordings give the same items, whatever stands before them."""
    other = replace(PAPER, id="objectives-other")
    assert cast([PAPER], YEARLY) == cast([other, PAPER], YEARLY)[-len(items()) :]


def test_a_wording_is_cast_plain_and_as_its_traps() -> None:
    """Four plain items, twins of the first, last year's and another office's paper."""
    made = items()
    plain = [item for item in made if item.casting == "plain" and not item.twin_of]
    assert len(plain) == PLAIN_CASTINGS
    assert len({item.form for item in plain}) == PLAIN_CASTINGS
    assert set(TWIN_SPELLINGS) <= {item.spelling for item in made if item.twin_of}
    assert {item.casting for item in made} == {"plain", "year", "issuer"}
    assert len({item.id for item in made}) == len(made)


def test_last_years_paper_moves_all_years_and_is_outdated() -> None:
    """Its year is one before the inspected one; standing publications stay as they are."""
    right = {**PAPER.right, "quality_policy": frozenset({Status.PUBLISHED})}
    item = next(i for i in items(replace(PAPER, right=right)) if i.casting == "year")
    assert int(item.words["year"]) == item.year - 1
    assert int(item.words["last"]) == item.year - 2
    assert item.right["quality_objectives"] == {Status.OUTDATED}
    assert item.right["quality_policy"] == {Status.PUBLISHED}


def test_another_offices_paper_stands_on_the_own_portal() -> None:
    """The paper's words are the other's, the portal and the inspected office its own."""
    item = next(i for i in items() if i.casting == "issuer")
    assert item.words["name"] != item.office.body.name
    assert item.words["other"] not in (item.words["name"], item.office.body.name)
    assert item.right["quality_objectives"] == {Status.MISSING}


def test_castings_asked_for_are_the_only_extra_ones() -> None:
    """``cast = []`` asks for none; a paper that names no office cannot be another's."""
    assert {item.casting for item in items(replace(PAPER, cast=()))} == {"plain"}
    nameless = replace(PAPER, text="Mục tiêu {year}", link="Mục tiêu")
    assert {item.casting for item in items(nameless)} == {"plain", "year"}


def test_an_office_founded_lately_gets_no_older_paper() -> None:
    """A paper of {last} year cannot be of an office founded since."""
    young = {office.key for office in offices() if office.founded}
    of_last = replace(PAPER, text=PAPER.text + "\n\nKý năm {last}", levels=frozenset(Level))
    wordings = [replace(of_last, id=f"last-{n}") for n in range(30)]
    used = {item.office.key for item in cast(wordings, YEARLY)}
    assert not used & young
    now = [replace(PAPER, id=f"now-{n}") for n in range(30)]
    assert young <= {item.office.key for item in cast(now, YEARLY)}


def test_levels_are_kept_to() -> None:
    """A wording for branches is cast for branches only; the province must be asked for."""
    assert {i.office.level for i in items(replace(PAPER, levels=frozenset({Level.BRANCH})))} == {
        Level.BRANCH
    }
    many = cast([replace(PAPER, id=f"any-{n}") for n in range(40)], YEARLY)
    assert Level.PROVINCE not in {item.office.level for item in many}


def test_an_item_is_a_portal_whose_twins_have_the_same_addresses() -> None:
    """Home, menu, news, section and paper, at the same addresses in all spellings."""
    made = items()
    first = site_of(made[0])
    assert made[0].office.portal in first.bodies
    for twin in (item for item in made if item.twin_of):
        assert site_of(twin).bodies.keys() == first.bodies.keys()
        assert site_of(twin).bodies != first.bodies


def test_a_portals_pages_and_files_link_to_each_other() -> None:
    """``{page:key}`` and ``{file:1}`` become addresses that answer."""
    wording = Wording(
        id="portal",
        kind=Kind.PORTAL,
        right={},
        source="a.toml",
        menu=("Giới thiệu", "ISO"),
        pages=(
            PageText("iso", "ISO", '<a href="{page:mt}">Mục tiêu</a>', menu="ISO"),
            PageText("mt", "Mục tiêu", '<a href="{file:1}">Tải</a>'),
        ),
        files=(FileText("mt-{year}", "docx", "Mục tiêu {year}"),),
    )
    for item in items(wording):
        bodies = site_of(item).bodies.values()
        kinds = [body.media_type for body in bodies]
        assert sum("wordprocessingml" in kind for kind in kinds) == 1
        assert not any(b"{page" in body.data or b"{file" in body.data for body in bodies)
