"""Whether a web page says anything: one that is still being filled, one that came without text."""

from __future__ import annotations

import re

from domain.documents import BlockKind
from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import found_any
from rules.detection.called import without_boxes
from rules.detection.context import PageContext
from rules.detection.page_shape import leads_on, shows_its_title
from rules.naming.topics import Topics
from rules.vietnamese.folding import fold, fold_words

_LEAST_SAID = 12
_SURELY_SAID = 600
_ENOUGH_LETTERS = re.compile(r"(?:[^A-Za-z0-9]*[A-Za-z0-9]){101}")
"""More letters than 100 are neither little nor a line that asks to wait."""
_LOADING = re.compile(r"(?:dang tai|vui long|xin cho|loading|please)\b.{0,40}$")
_SHORT = 600


def is_being_filled(context: PageContext, lexicon: Lexicon, topics: Topics) -> bool:
    """Whether a short page says that its content is being updated, and not that of a box in it."""
    if len(context.body.source) >= _SHORT:
        return False
    updating = lexicon.shared("updating")
    if found_any(updating, context.hits(lexicon)) is None:
        return False
    own = "\n".join(block.text for block in without_boxes(context.blocks, topics))
    return found_any(updating, lexicon.hits(fold(own))) is not None


def said_nothing(context: PageContext, lexicon: Lexicon, topics: Topics) -> bool:
    """Whether a web page holds neither text of its own nor links to follow."""
    text = " ".join(
        block.text for block in context.own.blocks if block.kind is not BlockKind.HEADING
    )
    if _ENOUGH_LETTERS.match(text[:_SURELY_SAID]):
        return False
    words = fold_words(text)
    little = len(words) < _LEAST_SAID or _LOADING.match(words) is not None
    listed = leads_on(context) or shows_its_title(context.document)
    return little and not listed and not is_being_filled(context, lexicon, topics)
