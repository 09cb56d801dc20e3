# mypy: ignore-errors
# Wagtail lives in an environment of its own, where this file is run.
"""The addresses that ``wagtail start`` gives, and the sitemap."""

from django.urls import path
from portal.urls import urlpatterns as started
from wagtail.contrib.sitemaps.views import sitemap

urlpatterns = [path("sitemap.xml", sitemap), *started]
