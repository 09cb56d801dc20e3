"""A paper as a Word 97 file (.doc): the committed template with its fields filled in."""

from __future__ import annotations

from tests.province.papers.templates import LINE_BREAK, WORD, WORD_FIELDS, filled
from tests.province.papers.values import Paper


def to_word97(paper: Paper) -> bytes:
    """The file; see :func:`body_lines` for what of a long body is in it."""
    left = [*paper.head_left, *([paper.number_line] if paper.number_line else [])]
    right = [*paper.head_right, paper.place_and_date]
    values = {
        "type": paper.type_name,
        "title": paper.printed_title,
        "body": LINE_BREAK.join(body_lines(paper)),
        "recipients": LINE_BREAK.join(paper.recipients),
        "signer": paper.signer,
        **{f"left{row}": text for row, text in enumerate(left[:4])},
        **{f"right{row}": text for row, text in enumerate(right[:3])},
        **{f"signed{row}": text for row, text in enumerate(paper.signed_as[:3])},
    }
    return filled(WORD, values)


def body_lines(paper: Paper) -> list[str]:
    """The paragraphs that have room, the first ones."""
    kept, used = [], 0
    for line in paper.paragraphs:
        used += len(line) + 1
        if used > WORD_FIELDS["body"].width:
            break
        kept.append(line)
    return kept
