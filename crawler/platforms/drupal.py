"""Drupal: ``/node/<number>`` beside its alias; lists are views that go on by ``?page=1``, from 0.

Papers lie under ``/sites/<site>/files/``. Its robots.txt closes ``/search/`` to all robots; the
sitemap, where the module is there, is at the usual place. Tables offer every order of their rows.
"""

import re

from crawler.platforms.platform import Platform

DRUPAL = Platform(
    name="drupal",
    generators=("drupal",),
    marks=(
        re.compile(
            rb"data-drupal-|drupalSettings|Drupal\.settings|/sites/[\w.-]+/(?:files|themes)/"
        ),
    ),
    addresses=(re.compile(r"(?:\?q=|/)node/\d+(?:\s|\Z)"),),
    search="/search/node?keys={query}",
    noise=re.compile(r"(?:order|sort|destination|_wrapper_format)=.*|page=0", re.IGNORECASE),
    variants=(
        (re.compile(r"/print(?:/(?:pdf|view|html))?(?:/node)?/(\d+)\Z"), r"/node/\1"),
        (re.compile(r"/(node/\d+)/printable/\w+\Z"), r"/\1"),
    ),
    not_found=re.compile(r"the requested page (?:\"[^\"]*\" )?could not be found"),
)
