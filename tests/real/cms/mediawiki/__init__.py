"""MediaWiki from Debian's packages, over a MariaDB of the run's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.real.cms.mediawiki.editor import MediaWikiEditor
from tests.real.database import PASSWORD as DATABASE_PASSWORD
from tests.real.database import PROGRAMS, database
from tests.real.editor import PASSWORD, USER
from tests.real.packages import programs, unpacked
from tests.real.php import php_server
from tests.real.processes import succeeds
from tests.real.scenario import Place, Scenario

PHP = ("php-cli", "php-mysql", "php-gd", "php-xml", "php-mbstring", "php-intl")
FILES = ("mediawiki", "mediawiki-classes")
"""Fetched and not installed, for the package asks for a web server."""
OWN = ("LocalSettings.php", "images", "config", "extensions", "extensions-core")
"""What a site does not share with the others of the package."""
LEFT_OUT = (Place.POST_VIEWER, Place.PAGE_EMBED, Place.LOCKED)
# What the software's manual tells an administrator to write: its own pages are endless otherwise.
ROBOTS = """User-agent: *
Disallow: /index.php?
Disallow: /index.php/%C4%90%E1%BA%B7c_bi%E1%BB%87t:
Disallow: /api.php
"""
SETTINGS = """
$wgEnableUploads = true;
$wgFileExtensions = ['pdf', 'docx', 'doc', 'xlsx', 'zip', 'png', 'jpg'];
$wgUsePathInfo = true;
$wgArticlePath = '/index.php/$1';
$wgJobRunRate = 0;
$wgRateLimits = [];
$wgUseInstantCommons = false;
$wgPingback = false;
$wgEnableEmail = false;
$wgLocaltimezone = 'Asia/Ho_Chi_Minh';
"""


class MediaWikiCms:
    """Installed by its own installer, filled by its API."""

    name = "mediawiki"
    places = frozenset(Place) - frozenset(LEFT_OUT)

    def install(self, cache: Path) -> None:
        programs((*PHP, *PROGRAMS), cache / "apt.log")
        unpacked(FILES, cache / self.name)

    @contextmanager
    def serve(self, cache: Path, directory: Path, scenario: Scenario) -> Iterator[MediaWikiEditor]:
        site, shared = directory / "site", cache / self.name / "usr/share/mediawiki"
        told = {"MW_INSTALL_PATH": str(site)}
        _link(shared, site)
        with database(directory / "database", [scenario.key]) as place:
            _install(site, scenario, place, told, directory / "install.log")
            rewritten = "^/index\\.php/"
            with php_server(directory, scenario.address, rewritten, environment=told) as root:
                editor = MediaWikiEditor(root)
                try:
                    editor.log_in()
                    yield editor
                finally:
                    editor.close()


def _link(shared: Path, site: Path) -> None:
    """The package's files where the site stands, without a copy of them."""
    (site / "images").mkdir(parents=True)
    (site / "robots.txt").write_text(ROBOTS)
    for part in shared.iterdir():
        if part.name not in OWN:
            (site / part.name).symlink_to(part)
    (site / "extensions").symlink_to(shared / "extensions-core")


def _install(
    site: Path, scenario: Scenario, place: Path, told: Mapping[str, str], log: Path
) -> None:
    key = scenario.key
    command = ["php", str(site / "maintenance/install.php"), "--dbtype=mysql", "--lang=vi"]
    command += [f"--dbserver=localhost:{place}", f"--dbname={key}", f"--dbuser={key}"]
    command += [f"--dbpass={DATABASE_PASSWORD}", f"--pass={PASSWORD}", f"--confpath={site}"]
    command += [f"--server=http://{scenario.address}", "--scriptpath=", "--skins=Vector"]
    if not succeeds([*command, scenario.name, USER], log, told):
        raise SystemExit(f"MediaWiki did not install:\n{log.read_text()[-2000:]}")
    with (site / "LocalSettings.php").open("a") as settings:
        settings.write(SETTINGS)
