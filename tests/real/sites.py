"""Which CMS holds which agency's portal, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tests.real.cms.ghost import GhostCms
from tests.real.cms.mediawiki import MediaWikiCms
from tests.real.cms.plone import PloneCms
from tests.real.cms.wagtail import WagtailCms
from tests.real.cms.wordpress import WordPressCms
from tests.real.editor import Cms
from tests.real.scenario import Place

CMSS: Mapping[str, Cms] = MappingProxyType(
    {
        "wordpress": WordPressCms(),
        "wagtail": WagtailCms(),
        "mediawiki": MediaWikiCms(),
        "ghost": GhostCms(),
        "plone": PloneCms(),
    }
)
PORT = 18280


@dataclass(frozen=True)
class Site:
    """One portal of the run."""

    cms: str
    agency: str
    """ "xa", a commune, or "so", a department."""
    host: str

    @property
    def address(self) -> str:
        """ "host:port" on loopback."""
        return f"{self.host}:{PORT}"

    @property
    def places(self) -> frozenset[Place]:
        """Where its CMS can show papers."""
        return CMSS[self.cms].places


SITES = (
    Site("wordpress", "xa", "127.20.0.1"),
    Site("wordpress", "so", "127.20.0.2"),
    Site("wagtail", "xa", "127.20.0.3"),
    Site("plone", "so", "127.20.0.4"),
    Site("mediawiki", "so", "127.20.0.5"),
    Site("ghost", "xa", "127.20.0.6"),
)
