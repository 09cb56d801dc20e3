"""Whose a thing is by its title or link alone: "Thủ tục hành chính của Sở ..."."""

from __future__ import annotations

from rules.head import DocumentHead
from rules.issuers.judge import IssuerJudge
from rules.issuers.verdict import Whose


def is_of_another(issuers: IssuerJudge, title: str) -> bool:
    """Whether a title says that a paper is another agency's, or one's above that is not for it."""
    named = issuers.of_paper(DocumentHead(), certain=True, title=issuers.headline(title))
    if named.whose is Whose.ABOVE:
        return not issuers.is_scope_of(title)
    return named.whose is Whose.OTHER
