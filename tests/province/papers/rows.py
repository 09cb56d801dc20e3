"""A paper as rows of cells, as a clerk types it into a sheet."""

from __future__ import annotations

from itertools import zip_longest

from tests.province.papers.values import Paper


def head_rows(paper: Paper) -> list[tuple[str, str]]:
    """The two columns of the head, row by row."""
    left = [*paper.head_left, *([paper.number_line] if paper.number_line else [])]
    right = [*paper.head_right, paper.place_and_date]
    return list(zip_longest(left, right, fillvalue=""))


def foot_rows(paper: Paper) -> list[tuple[str, str]]:
    """Who gets it and who signs, row by row."""
    left = ["Nơi nhận:", *paper.recipients] if paper.recipients else []
    return list(zip_longest(left, [*paper.signed_as, paper.signer], fillvalue=""))


def sheet_rows(paper: Paper) -> list[tuple[str, ...]]:
    """All of it from top to bottom."""
    body = [tuple(line.split("\t")) for line in paper.paragraphs]
    names = [(paper.type_name,), (paper.printed_title,)]
    return [*head_rows(paper), *names, *body, *foot_rows(paper)]
