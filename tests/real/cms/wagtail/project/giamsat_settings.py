# mypy: ignore-errors
# Wagtail lives in an environment of its own, where this file is run.
# ruff: noqa: F403, F405 - Django's settings build on one another this way
"""The project's settings over those that ``wagtail start`` wrote."""

import os

from portal.settings.base import *

DEBUG = False
SECRET_KEY = os.environ["PORTAL_SECRET"]
ALLOWED_HOSTS = ["*"]
LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
WAGTAIL_SITE_NAME = os.environ["PORTAL_NAME"]
WAGTAILADMIN_BASE_URL = os.environ["PORTAL_ROOT"]
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "doc", "xlsx", "zip", "rar"]
INSTALLED_APPS = ["noidung", *INSTALLED_APPS, "django.contrib.sitemaps"]
ROOT_URLCONF = "giamsat_urls"
TEMPLATES[0]["OPTIONS"]["context_processors"].append("noidung.models.menu")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
