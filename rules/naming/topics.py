"""How much a line says: nothing, a section that may hold anything, or another topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ahocorasick_rs import AhoCorasick

from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import Wordings
from rules.vietnamese.folding import fold_words

_OFFICE_LETTERS = frozenset(
    [
        "ubnd",
        "hdnd",
        "qd",
        "kh",
        "tb",
        "bc",
        "bb",
        "ttr",
        "nq",
        "cv",
        "vp",
        "kb",
        "mb",
        "gm",
        "hd",
        "ct",
        "vv",
    ]
)
_FORM_WORDS = frozenset(
    ["word", "excel", "co", "dau", "nen", "chup", "link"],
)
"""How a file is: "bản Word", "bản có dấu", "tải tệp nén"; a subject in other company."""
_HEADLINE_WORDS = 5
_SENTENCE_WORDS = 8
_WORDS_OF_A_SUBJECT = 3
_TOLD_IN_A_SENTENCE = 3
"""So many words of a subject make a line of a sentence's length a headline."""
_BODY = re.compile(r"(?:so|chi cuc|thanh tra|trung tam|ban quan ly|van phong|ban) ")
_LONGEST_BODY = 10
_OFFICE = re.compile(
    r"\b(?:so|phong|ban|bo|chi cuc|cuc|thanh tra|trung tam|hoi)"
    r"(?: (?:y te|tai chinh|giao duc|dao tao|van hoa|xa hoi|the thao|du lich|thong tin|truyen thong"
    r"|ke hoach|dau tu|tai nguyen|moi truong|nong nghiep|kinh te|ha tang|do thi|quan ly|du an"
    r"|nong dan|phu nu|cuu chien binh|va)\b)+"
)
"""An office whose name is made of topics: "Sở Văn hóa, Thể thao và Du lịch"."""
_PLACE = re.compile(
    r"\b(?:xa|phuong|thi tran|thi xa|huyen|quan|thanh pho|tinh) \w+(?: \w+)?(?= |$)"
)
"""The name of a place: a portal's own name is made of nothing else."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
"""An address written out as a link's words, which say no more than the link itself."""
_NUMBER = re.compile(
    r"\d+[a-z]?\s?[/_-]\s?(?:(?:19|20)\d\d\s?[/_-]\s?)?"
    r"(?:qđ|qd|kh|tb|bc|bb|ttr|nq|cv|cb|ct|gm|hd|hđ|kl|pa)[/_-][a-zđ]{2,12}(?![^\W\d_])"
    r"|\bkhông số\b",
    re.IGNORECASE,
)
"""A paper's number with its office's letters, whatever they are: "1261/QĐ-SVHTTDL"; or none."""
_PORTAL = ("cong thong tin", "trang thong tin", "trang chu", "portal", "website")


class Topics:
    """Tells empty words and section names from words of a subject."""

    def __init__(self, lexicon: Lexicon) -> None:
        bare = _folded(lexicon.shared("bare"))
        generic = _folded(lexicon.shared("generic_section"))
        self._bare = frozenset(bare)
        self._bare_words = frozenset(word for phrase in bare for word in phrase.split())
        self._generic = frozenset(generic)
        empty = {*generic, *_folded(lexicon.shared("filler"))}
        self._empty: dict[str, list[list[str]]] = {}
        for phrase in sorted(empty, key=len, reverse=True):
            parts = phrase.split() or [""]
            self._empty.setdefault(parts[0], []).append(parts)
        self._in_generic = AhoCorasick(sorted(self._generic))
        others = _folded(lexicon.shared("other_section"))
        self._other = AhoCorasick(sorted({f" {other} " for other in others}))

    def is_bare(self, text: str) -> bool:
        """Whether the words could stand on a link to anything: "Tải về", "2", "Số 12/QĐ-UBND"."""
        words = fold_words(_NUMBER.sub(" ", _ADDRESS.sub(" ", text)))
        if len(words) < 3 or words in self._bare:
            return True
        left = [word for word in words.split() if not self._says_nothing(word)]
        of_form = len(left) < len(words.split())
        return not left or (of_form and all(word in _FORM_WORDS for word in left))

    def _says_nothing(self, word: str) -> bool:
        if len(word) == 1 or (not word.isalpha() and any(letter.isdigit() for letter in word)):
            return True
        return word in self._bare_words or word in _OFFICE_LETTERS

    def is_generic(self, text: str) -> bool:
        """Whether it names a section that may hold anything, with nothing of a subject."""
        words = fold_words(text)
        if words in self._generic:
            return True
        return _any_of(self._in_generic, words) and not self._has_subject(words)

    def _has_subject(self, words: str, least: int = 1) -> bool:
        """Whether so many words of a subject are there; a sentence's first few tell."""
        return len(list(islice(self._subject_words(words), least))) == least

    def _subject_words(self, words: str) -> Iterator[str]:
        """The words left when section names, fillers and numbers are taken out.

        Whole phrases are taken, not their words: "dân chủ" is neither "nhân dân" nor "trang chủ".
        """
        left = words.split(" ")  # two blanks: something was taken out, and no phrase goes across
        place = 0
        while place < len(left):
            taken = self._empty_phrase(left, place)
            if not taken and left[place] and not self._says_nothing(left[place]):
                yield left[place]
            place += taken or 1

    def _empty_phrase(self, words: list[str], place: int) -> int:
        """How many words the longest empty phrase has that begins at a place; 0 for none."""
        for phrase in self._empty.get(words[place], ()):
            if words[place : place + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def is_other_section(self, text: str) -> bool:
        """Whether it names a section that is plainly of another topic."""
        return self._names_other(fold_words(text))

    def _names_other(self, words: str) -> bool:
        return _any_of(self._other, f" {words} ")

    def is_other_matter(self, row: str) -> bool:
        """Whether a row tells its matter; the office that issued it tells nothing."""
        matter = _without_offices(row)
        if self._names_other(matter):
            return True
        return self.is_subject(row) and self._has_subject(matter, _WORDS_OF_A_SUBJECT)

    def is_other_address(self, name: str) -> bool:
        """Whether the last part of an address tells another matter, as all that is known."""
        return self.is_headline(name) or self._names_other(_without_offices(name))

    def is_other_title(self, text: str) -> bool:
        """Whether a page's title is plainly of another topic; portals' own names never are."""
        words = fold_words(text)
        return self.is_other_section(text) and not any(portal in words for portal in _PORTAL)

    def is_subject(self, text: str, least: int = _WORDS_OF_A_SUBJECT) -> bool:
        """Whether it speaks of some subject in so many words of its own."""
        words = fold_words(_NUMBER.sub(" ", text))
        return self._has_subject(words, least)

    def is_vague(self, text: str) -> bool:
        """Whether it is office language without any subject: "Về việc triển khai nhiệm vụ"."""
        return not self._has_subject(fold_words(_NUMBER.sub(" ", text)))

    def is_headline(self, text: str) -> bool:
        """Whether it is a headline of its own rather than a portal's or section's name."""
        words = fold_words(text)
        if any(portal in words for portal in _PORTAL) or _is_body(words):
            return False
        long = words.count(" ") + 1 >= _SENTENCE_WORDS
        least = _TOLD_IN_A_SENTENCE if long else _HEADLINE_WORDS
        return self._has_subject(_PLACE.sub(" ", words), least)


def _is_body(words: str) -> bool:
    """Whether a line is no longer than the name of an office: a site's own name."""
    return _BODY.match(words) is not None and len(words.split()) <= _LONGEST_BODY


def _without_offices(text: str) -> str:
    return " ".join(_OFFICE.sub(" ", fold_words(text)).split())


def _any_of(phrases: AhoCorasick, words: str) -> bool:
    return bool(phrases.find_matches_as_indexes(words))


def _folded(wordings: Wordings) -> list[str]:
    return [fold_words(wording.written) for wording in wordings]
