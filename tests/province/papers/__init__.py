"""Papers, news and look-alikes of the sample province, made from a seed."""

from tests.province.papers.compose import blank_form, compose
from tests.province.papers.decoys import DECOY_PAPERS, decoy_paper, neutral_paper
from tests.province.papers.forms import FORMS
from tests.province.papers.layout_html import as_html
from tests.province.papers.legacy import page_fragment
from tests.province.papers.news import NEWS_KINDS, news
from tests.province.papers.render import render
from tests.province.papers.values import PUBLICATIONS, YEARLY, Issuer, News, Paper

__all__ = [
    "DECOY_PAPERS",
    "FORMS",
    "NEWS_KINDS",
    "PUBLICATIONS",
    "YEARLY",
    "Issuer",
    "News",
    "Paper",
    "as_html",
    "blank_form",
    "compose",
    "decoy_paper",
    "neutral_paper",
    "news",
    "page_fragment",
    "render",
]
