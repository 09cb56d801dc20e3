"""Pouring wordings into items: the same ones every time, chosen by the wording's own name."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from domain.agencies import Level
from domain.publications import PublicationId, Status
from tests.quality.corpus.frames import FRAME_NAMES
from tests.quality.corpus.item import Item
from tests.quality.corpus.offices import Body, Office, offices
from tests.quality.corpus.placeholders import places
from tests.quality.corpus.wording import Kind, Wording

SPELLING_OF_CASTING = ("nfc", "nfd", "tones", "strokes")
PLAIN_CASTINGS = len(SPELLING_OF_CASTING)
TWIN_SPELLINGS = ("nfd", "tones")
_RARER_TWIN, _RARER_EVERY = "strokes", 3
_LATEST_DAY, _LATEST_MONTH, _LARGEST_NUMBER = 28, 3, 480
_TOLD_BY: Mapping[str, frozenset[str]] = {
    "year": frozenset({"year", "last", "next"}),
    "issuer": frozenset({"name", "NAME", "full", "FULL", "short", "SHORT"}),
}
"""What a paper must say for another year or another office to be told from it at all."""
_OLDER_DATE = re.compile(r"\{last\}|(?:ngày|tháng|năm)[^\n]{0,24}\b20\d\d\b|/\d{1,2}/20\d\d\b")
_LAW_LINE = re.compile(r"(?:^|\n)[^\n]*(?:Căn cứ|Quyết định số|Thông tư|Nghị định|Luật)[^\n]*")


def cast(
    wordings: Iterable[Wording], yearly: Collection[PublicationId], *, twins: bool = True
) -> tuple[Item, ...]:
    """All items of some wordings; ``twins`` are the first of each in other spellings."""
    made: list[Item] = []
    for wording in wordings:
        plain = list(_plain(wording))
        made += plain
        if twins and plain:
            made += _twins(plain[0])
        made += _extra(wording, yearly)
    return tuple(made)


def _plain(wording: Wording) -> Iterator[Item]:
    rng = random.Random(f"{wording.id} plain")
    fitting = _fitting(wording)
    rng.shuffle(fitting)
    forms, frames = rng.sample(_forms(wording), len(_forms(wording))), list(FRAME_NAMES)
    rng.shuffle(frames)
    for number in range(PLAIN_CASTINGS):
        office = fitting[number % len(fitting)]
        years = office.years()
        year = years[(rng.randrange(len(years)) + number) % len(years)]
        yield Item(
            id=f"{wording.id}#{number}",
            wording=wording,
            casting="plain",
            office=office,
            year=year,
            words=_words(office.body, office.others[0], year, rng),
            form=forms[number % len(forms)],
            frame=frames[number % len(frames)],
            spelling=SPELLING_OF_CASTING[number % len(SPELLING_OF_CASTING)],
            right=wording.right,
        )


def _twins(item: Item) -> Iterator[Item]:
    rarer = zlib.crc32(item.id.encode()) % _RARER_EVERY == 0
    for spelling in (*TWIN_SPELLINGS, _RARER_TWIN) if rarer else TWIN_SPELLINGS:
        yield replace(item, id=f"{item.id}-{spelling}", spelling=spelling, twin_of=item.id)


def _extra(wording: Wording, yearly: Collection[PublicationId]) -> Iterator[Item]:
    """Last year's and other offices' papers; those of the same names are read by their parents."""
    asked = castings_of(wording, yearly)
    rng = random.Random(f"{wording.id} extra")
    fitting = _fitting(wording)
    if "year" in asked:
        settled = [office for office in fitting if not office.founded]
        if settled:
            yield _last_years(wording, rng.choice(settled), rng, yearly)
    if "issuer" in asked:
        office = rng.choice(fitting)
        yield _anothers(wording, office, office.others[0], rng)
        headed = wording.text.lstrip().startswith("{PARENT}")
        for one in fitting:
            if one.namesake and headed:
                yield _anothers(wording, one, one.namesake, rng, "namesake")


def castings_of(wording: Wording, yearly: Collection[PublicationId]) -> tuple[str, ...]:
    """Which castings beside the plain ones make sense: asked for, and the paper says the thing."""
    published = published_in(wording.right)
    if wording.kind is not Kind.PAPER or not published:
        return ()
    asked = wording.cast
    if asked is None:
        asked = ("year", "issuer") if published & set(yearly) else ("issuer",)
    said = set(places(wording.text)) | set(places(wording.link))
    return tuple(one for one in asked if said & _TOLD_BY[one])


def published_in(right: Mapping[str, frozenset[Status]]) -> set[PublicationId]:
    """The publications that are there beyond doubt."""
    return {key for key, allowed in right.items() if allowed == {Status.PUBLISHED}}


def _last_years(
    wording: Wording, office: Office, rng: random.Random, yearly: Collection[PublicationId]
) -> Item:
    year = rng.choice(office.years())
    right = {
        key: frozenset({Status.OUTDATED}) if key in yearly else allowed
        for key, allowed in wording.right.items()
    }
    words = _words(office.body, office.others[0], year - 1, rng)
    return _special(wording, "year", office, year, words, right, rng)


def _anothers(
    wording: Wording, office: Office, issuer: Body, rng: random.Random, name: str = "issuer"
) -> Item:
    year = rng.choice(office.years())
    words = _words(issuer, office.others[1], year, rng)
    right = {key: frozenset({Status.MISSING}) for key in wording.right}
    return replace(
        _special(wording, "issuer", office, year, words, right, rng), id=f"{wording.id}#{name}"
    )


def _special(
    wording: Wording,
    casting: str,
    office: Office,
    year: int,
    words: Mapping[str, str],
    right: Mapping[str, frozenset[Status]],
    rng: random.Random,
) -> Item:
    return Item(
        id=f"{wording.id}#{casting}",
        wording=wording,
        casting=casting,
        office=office,
        year=year,
        words=words,
        form=rng.choice(_forms(wording)),
        frame=rng.choice(FRAME_NAMES),
        spelling="nfc",
        right=right,
    )


def _fitting(wording: Wording) -> list[Office]:
    """Offices of its levels; one founded lately only where nothing can be older than it."""
    dated = any(_OLDER_DATE.search(_LAW_LINE.sub("", text)) for text in wording.texts)
    levels = wording.levels - {Level.PROVINCE} if wording.levels == set(Level) else wording.levels
    return [
        office for office in offices() if office.level in levels and not (office.founded and dated)
    ]


def _forms(wording: Wording) -> tuple[str, ...]:
    if wording.kind is Kind.PAPER:
        return wording.forms
    return (wording.files[0].answer or wording.files[0].form,) if wording.files else ("page",)


def _words(body: Body, other: Body, year: int, rng: random.Random) -> dict[str, str]:
    """What fills the places of one casting."""
    return {
        **body.words,
        "other": other.name,
        "OTHER": other.name.upper(),
        "other_place": other.place,
        "other_suffix": other.suffix,
        "year": str(year),
        "last": str(year - 1),
        "next": str(year + 1),
        "n": str(rng.randint(3, _LARGEST_NUMBER)),
        "dd": f"{rng.randint(1, _LATEST_DAY):02}",
        "mm": f"{rng.randint(1, _LATEST_MONTH):02}",
    }
