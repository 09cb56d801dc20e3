"""Wagtail from the Python package index, in an environment and a project of its own."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.real.addresses import free, wait_for
from tests.real.cms.wagtail.editor import WagtailEditor
from tests.real.packages import environment
from tests.real.processes import orders, running, succeeds
from tests.real.scenario import Place, Scenario

REQUIREMENTS = ("wagtail>=7,<9", "waitress>=3")
PROJECT = Path(__file__).with_name("project")
START_S = 60.0
PREPARED = (("manage.py", "makemigrations", "noidung"), ("manage.py", "migrate"))


class WagtailCms:
    """A project as ``wagtail start`` makes it, with pages of its own, filled by its models."""

    name = "wagtail"
    places = frozenset(Place) - {Place.POST_ATTACHMENT, Place.POST_VIEWER}

    def install(self, cache: Path) -> None:
        environment(REQUIREMENTS, cache / self.name)

    @contextmanager
    def serve(self, cache: Path, directory: Path, scenario: Scenario) -> Iterator[WagtailEditor]:
        programs, site = cache / self.name / "bin", directory / "site"
        root = f"http://{scenario.address}/"
        told = {
            "DJANGO_SETTINGS_MODULE": "giamsat_settings",
            "PORTAL_SECRET": secrets.token_hex(24),
            "PORTAL_NAME": scenario.name,
            "PORTAL_ROOT": root,
            "PYTHONPATH": str(site),
        }
        _make_project(programs, site, told, directory / "prepare.log")
        server = [str(programs / "waitress-serve"), f"--listen={scenario.address}", "--threads=3"]
        command = [*server, "portal.wsgi:application"]
        log = directory / "server.log"
        free(scenario.address)
        with (
            running(command, log, told, directory=site) as process,
            orders([str(programs / "python"), "webmaster.py"], directory, told, site) as worker,
        ):
            wait_for(scenario.address, process, log, START_S)
            editor = WagtailEditor(root, worker, directory)
            editor.set_up(scenario.name)
            yield editor


def _make_project(programs: Path, site: Path, told: Mapping[str, str], log: Path) -> None:
    site.mkdir()
    started = (str(programs / "wagtail"), "start", "portal", str(site))
    _do(started, site, {**told, "DJANGO_SETTINGS_MODULE": ""}, log)
    shutil.copytree(PROJECT, site, dirs_exist_ok=True)
    for command in PREPARED:
        _do((str(programs / "python"), *command), site, told, log)


def _do(command: tuple[str, ...], site: Path, told: Mapping[str, str], log: Path) -> None:
    if not succeeds(command, log, told, site):
        raise SystemExit(f"{' '.join(command)} failed:\n{log.read_text()[-2000:]}")
