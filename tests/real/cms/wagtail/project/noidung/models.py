# mypy: ignore-errors
# Wagtail lives in an environment of its own, where this file is run.
"""Pages of its own, and a list of posts with paging."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

POSTS_ON_A_PAGE = 12


class TextPage(Page):
    """A page of the menu."""

    body = RichTextField(blank=True)
    content_panels = (*Page.content_panels, FieldPanel("body"))
    search_fields = (*Page.search_fields, index.SearchField("body"))


class ListPage(Page):
    """A category: its posts, newest first."""

    subpage_types = ("noidung.PostPage",)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        posts = PostPage.objects.child_of(self).live().order_by("-day", "-pk")
        context["posts"] = Paginator(posts, POSTS_ON_A_PAGE).get_page(request.GET.get("page"))
        return context


class PostPage(Page):
    """A post of one day."""

    day = models.DateField()
    body = RichTextField(blank=True)
    parent_page_types = ("noidung.ListPage",)
    content_panels = (*Page.content_panels, FieldPanel("day"), FieldPanel("body"))
    search_fields = (*Page.search_fields, index.SearchField("body"))


def menu(request):
    """For every template: the menu's two levels, and the newest posts."""
    home = Page.objects.filter(depth=2).first()
    entries = home.get_children().live().in_menu() if home else ()
    return {
        "menu": [(entry, entry.get_children().live().in_menu()) for entry in entries],
        "newest": PostPage.objects.live().order_by("-day", "-pk")[:8],
    }
