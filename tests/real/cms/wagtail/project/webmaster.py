# mypy: ignore-errors
# Wagtail lives in an environment of its own, where this file is run.
# ruff: noqa: E402 - Django must be set up before its models are imported
"""The webmaster inside the project: one JSON order a line in, one JSON answer a line out."""

import json
import sys
from datetime import date
from pathlib import Path

import django

django.setup()

from django.core.files import File
from home.models import HomePage
from noidung.models import ListPage, PostPage, TextPage
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction, Site


def set_up(name, host, port):
    """The portal's name and address; the page that the installation brought becomes its home."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port, site.site_name = host, port, name
    site.save()
    home = HomePage.objects.first()
    home.title = name
    home.save_revision().publish()


def added(page, above):
    """Publishes a new page below the page of the number, or below the home page."""
    parent = Page.objects.get(pk=above) if above else HomePage.objects.first()
    parent.add_child(instance=page)
    page.save_revision().publish()
    return {"number": page.pk, "address": page.full_url}


def category(title):
    return added(ListPage(title=title), 0)


def page(title, content, above, secret):
    made = TextPage(title=title, body=content)
    told = added(made, above)
    if secret:
        kind = PageViewRestriction.PASSWORD
        PageViewRestriction.objects.create(page=made, restriction_type=kind, password=secret)
    return told


def rewrite(number, content):
    found = TextPage.objects.get(pk=number)
    found.body = content
    found.save_revision().publish()


def post(title, content, day, above):
    return added(PostPage(title=title, body=content, day=date.fromisoformat(day)), above)


def upload(name, title, path):
    with Path(path).open("rb") as body:
        made = Document.objects.create(title=title, file=File(body, name=name))
    return {"number": made.pk, "address": made.url}


def menu(number, above):
    """Shows a page in the menu; the menu follows the tree, so it moves below its upper entry."""
    found = Page.objects.get(pk=number)
    if above and found.get_parent().pk != above:
        found.move(Page.objects.get(pk=above), pos="last-child")
    Page.objects.filter(pk=number).update(show_in_menus=True)


ORDERS = {f.__name__: f for f in (set_up, category, page, rewrite, post, upload, menu)}
for line in sys.stdin:
    order = json.loads(line)
    answer = ORDERS[order.pop("order")](**order)
    print(json.dumps(answer), flush=True)
