"""Finding many phrases at once, whatever their diacritics, joins, splits and lost letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from rules.vietnamese.folding import Folded, dense_phrase
from rules.vietnamese.letters import has_diacritics, toned_key
from rules.vietnamese.standards import may_name_one, standards

Span = tuple[int, int]
"""From and to, as offsets into :attr:`Folded.source`."""

_Match = tuple[int, int, int]
"""The number of a form, from and to as offsets into :attr:`Folded.dense`."""

ISO = "{ISO}"
"""The label of mentions of ISO 9001, or of ISO alone."""
OTHER_ISO = "{OTHER_ISO}"
"""The label of mentions of another ISO standard."""
_BLANKS = " \x1f"
"""What stands between the letters and digits of folded words."""
_WHOLE_WORD_LETTERS = 6
_ABBREVIATION_LETTERS = 4
_JOINABLE_LETTERS = 6
"""From this length on a phrase may be joined to one neighbour: "VIỆCCÔNG BỐ"."""
_PHRASES_KEPT = 4096
"""A catalogue has about 560; each of its finders is built from the same ones."""


class _Candidates(NamedTuple):
    """Where the letters of one form stand, and what is asked of those places."""

    form: _Form
    places: list[_Match]


class Hits:
    """What was found in one text: places by label.

    A page has hundreds of places with the letters of some phrase, and of most labels nobody asks:
    which places hold the phrase itself is worked out label by label, when it is asked.
    """

    __slots__ = ("_candidates", "_labels", "_spans", "text")

    def __init__(
        self,
        text: Folded,
        candidates: Mapping[str, list[_Candidates]],
        known: Mapping[str, tuple[Span, ...]],
    ) -> None:
        self.text = text
        self._candidates = candidates
        self._spans = dict(known)
        self._labels: Collection[str] = candidates or self._spans

    def __contains__(self, label: str) -> bool:
        return bool(self.of(label))

    def of(self, label: str) -> tuple[Span, ...]:
        """All places of a label, in order."""
        spans = self._spans.get(label)
        if spans is None:
            asked = self._candidates.get(label)
            if asked is None:
                return ()
            places = {span for each in asked for span in _standing(self.text, each)}
            spans = self._spans[label] = tuple(sorted(places))
        return spans

    def among(self, labels: AbstractSet[str]) -> Iterator[str]:
        """Which of some labels stand in the text."""
        if labels.isdisjoint(self._labels):
            return  # as of nearly all lines
        for label in self._labels:
            if label in labels and self.of(label):
                yield label


def spellings(phrase: str) -> frozenset[str]:
    """The dense forms a phrase may take: plain, with ư lost (TCVN3), with đ lost (slugs), li/ly."""
    # Only the toneless ư is lost: it is the soft hyphen of TCVN3; ứ, ừ ... have other codes.
    without_u = phrase.replace("ư", "").replace("Ư", "")
    without_d = phrase.replace("đ", "").replace("Đ", "")
    forms = {dense_phrase(phrase)}
    lost = (dense_phrase(less) for less in (without_u, without_d) if less != phrase)
    forms.update(form for form in lost if len(form) >= _WHOLE_WORD_LETTERS)
    forms.update(form.replace("quanly", "quanli") for form in tuple(forms))
    return frozenset(form for form in forms if form)


@dataclass(frozen=True, slots=True)
class _Form:
    """One dense form that a phrase takes, and what is asked of the places where it stands."""

    dense: str
    alone: bool
    """Only where both its ends are ends of words."""
    tones: str
    """The toned key of a phrase so short that its tones must agree; else empty."""


@lru_cache(maxsize=_PHRASES_KEPT)
def _forms(phrase: str) -> tuple[_Form, ...]:
    """The forms of a phrase; worked out once, however many finders are built."""
    whole = dense_phrase(phrase)
    short = len(whole) < _WHOLE_WORD_LETTERS
    # "Trần Văn B" stands for anybody, "Trần Văn Bình" is somebody.
    initial = len(phrase.split()[-1]) == 1
    tones = _tones_asked(phrase) if short else ""
    forms = []
    for dense in spellings(phrase):
        # Letters were lost: without both ends "(c)ủa tổ chức" would be "đã tổ chức".
        lost = len(dense) < len(whole) or len(dense) < _JOINABLE_LETTERS
        forms.append(_Form(dense, short or initial or lost, tones))
    return tuple(forms)


class PhraseFinder:
    """Built once from labelled phrases; finds all of them in one pass over a text."""

    def __init__(self, labelled: Mapping[str, Iterable[str]], *, standards: bool = True) -> None:
        """``standards``: whether mentions of standards are found, too."""
        self._standards = standards
        asked: dict[str, set[tuple[str, _Form]]] = {}
        for label, phrases in labelled.items():
            for phrase in phrases:
                for form in _forms(phrase):
                    asked.setdefault(form.dense, set()).add((label, form))
        self._asked = [
            tuple((label, form) for label, form in entries) for entries in asked.values()
        ]
        self._automaton = AhoCorasick(list(asked))

    def find(self, text: Folded) -> Hits:
        """Every labelled phrase of the text, and every mention of a standard."""
        places: defaultdict[int, list[_Match]] = defaultdict(list)
        for match in self._automaton.find_matches_as_indexes(text.dense, overlapping=True):
            places[match[0]].append(match)
        candidates: dict[str, list[_Candidates]] = {}
        for pattern, standing in places.items():
            for label, form in self._asked[pattern]:
                candidates.setdefault(label, []).append(_Candidates(form, standing))
        mentions = self._mentions(text)
        for label in mentions:
            candidates.setdefault(label, [])
        return Hits(text, candidates, mentions)

    def find_all(self, text: Folded) -> Hits:
        """The same with every label worked out, in less than half the memory: for kept lines."""
        found: dict[str, set[Span]] = {}
        for match in self._automaton.find_matches_as_indexes(text.dense, overlapping=True):
            place = _place(text, match)
            for label, form in self._asked[match[0]]:
                spans = found.setdefault(label, set())
                if _holds(text, place, form):
                    spans.add(place.span)
        spans_of = {label: tuple(sorted(spans)) for label, spans in found.items() if spans}
        return Hits(Folded(text.source, text.plain), {}, {**spans_of, **self._mentions(text)})

    def _mentions(self, text: Folded) -> dict[str, tuple[Span, ...]]:
        """The places of standards, by their labels."""
        found: dict[str, tuple[Span, ...]] = {}
        for mention in standards(text) if self._standards else ():
            label = ISO if mention.quality else OTHER_ISO
            found[label] = (*found.get(label, ()), (mention.start, mention.end))
        return found


class LetterGate:
    """Says of a text that none of some phrases stands in it, by their letters alone.

    It is much quicker than finding them, and errs on one side only: what it lets through may hold
    the letters of a phrase and not the phrase.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._automaton = AhoCorasick(
            sorted({form.dense for one in phrases for form in _forms(one)})
        )

    def lets_through(self, text: Folded) -> bool:
        """Whether one of the phrases, or the name of a standard, may stand in a text."""
        return bool(self._automaton.find_matches_as_indexes(text.dense)) or may_name_one(text)


class _Place(NamedTuple):
    """Letters of a form as they stand in a text."""

    span: Span
    """As offsets into the source."""
    opens: bool
    """Whether a word begins there."""
    ends: bool
    """Whether a word ends there."""


def _place(text: Folded, match: _Match) -> _Place:
    words = text.words
    begin, stop = text.offset(match[1]), text.offset(match[2] - 1) + 1
    opens = begin == 0 or words[begin - 1] in _BLANKS
    ends = words[stop : stop + 1] in _BLANKS  # nothing is there at the end
    if opens and not ends and stop - begin >= _ABBREVIATION_LETTERS:
        # "HTQLCLcủa": an abbreviation ends where small letters begin.
        ends = text.source[begin:stop].isupper() and text.source[stop].islower()
    elif ends and not opens:
        # "danh mụcTTHC", "theoTCVN": a capital behind a small letter begins a word.
        opens = text.source[begin].isupper() and text.source[begin - 1].islower()
    return _Place((begin, stop), opens, ends)


def _holds(text: Folded, place: _Place, form: _Form) -> bool:
    """Whether a phrase stands there, and no mere letters of one."""
    whole = place.opens and place.ends if form.alone else place.opens or place.ends
    return whole and (not form.tones or _tones_agree(text, place.span, form.tones))


def _standing(text: Folded, asked: _Candidates) -> Iterator[Span]:
    """The places, as offsets into the source, that hold a phrase and no mere letters of one."""
    for match in asked.places:
        place = _place(text, match)
        if _holds(text, place, asked.form):
            yield place.span


def _tones_asked(phrase: str) -> str:
    """The tones a short phrase must have; abbreviations and plain words ask for none."""
    return "" if phrase.isupper() or not has_diacritics(phrase) else toned_key(phrase)


def _tones_agree(text: Folded, span: Span, tones: str) -> bool:
    """Whether a short word is the one meant: "bão" is not the "báo" of "báo cáo"."""
    return not text.toned or _short_key(text.source[span[0] : span[1]]) == tones


@lru_cache(maxsize=4096)
def _short_key(word: str) -> str:
    """The toned key of a short word: there are few, and they come again and again."""
    return toned_key(word)
