"""WordPress from Debian's packages, over a MariaDB of the run's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from tests.real.cms.wordpress.client import WordPress
from tests.real.cms.wordpress.editor import Look, WordPressEditor
from tests.real.cms.wordpress.site import make_site
from tests.real.database import PROGRAMS, database
from tests.real.packages import programs, unpacked
from tests.real.php import ALL, NOTHING, php_server
from tests.real.scenario import Place, Scenario

PHP = ("php-cli", "php-mysql", "php-gd", "php-xml", "php-mbstring")
FILES = (
    "wordpress",
    "wordpress-l10n",
    "wordpress-theme-twentytwentyone",
    "wordpress-theme-twentytwentythree",
    "php-getid3",
    "libjs-cropper",
    "libjs-underscore",
    "libjs-prototype",
    "libjs-scriptaculous",
)
"""Fetched and not installed, for the package asks for Apache."""
LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "xa": Look(
            theme="twentytwentyone",
            permalinks="/%year%/%monthnum%/%day%/%postname%/",
            settings=(("language", "vi"), ("date_format", "d/m/Y"), ("posts_per_page", 10)),
        ),
        "so": Look(
            theme="twentytwentythree",
            permalinks="",
            settings=(("date_format", "F j, Y"), ("posts_per_page", 6)),
        ),
    }
)
"""The commune's in Vietnamese with addresses in words, the department's like ``/?p=12``."""


class WordPressCms:
    """Installed by its form, filled by its REST interface."""

    name = "wordpress"
    places = frozenset(Place)

    def install(self, cache: Path) -> None:
        programs((*PHP, *PROGRAMS), cache / "apt.log")
        unpacked(FILES, cache / self.name)

    @contextmanager
    def serve(self, cache: Path, directory: Path, scenario: Scenario) -> Iterator[WordPressEditor]:
        look, key = LOOKS[scenario.key], scenario.key
        with database(directory / "database", [key]) as place:
            make_site(cache / self.name / "usr/share/wordpress", directory / "site", key, place)
            rewritten = ALL if look.permalinks else NOTHING
            with php_server(directory, scenario.address, rewritten) as root:
                client = WordPress(root, scenario.name)
                try:
                    yield WordPressEditor(client, look)
                finally:
                    client.close()
