"""Builds the whole province: plans it, writes every site, hangs the sites on their hosts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import unescape

from tests.province.agencies import dissolved_row, portalless_row, successor_of_dissolved
from tests.province.bulk import Pool, make_pool
from tests.province.content import SiteBuilder
from tests.province.exchange import Reply, Request
from tests.province.families import Built, Family, family_of
from tests.province.faults import answering, changing
from tests.province.faults.connections import moved_to
from tests.province.faults.pages import login_page
from tests.province.host import Host, Mount
from tests.province.letters import letters_of
from tests.province.lots import ORDINARY_PAGES, lots_chosen
from tests.province.one_more import OneMore, lacking, with_one_more
from tests.province.plan import loopback, plan_portals, portals_of
from tests.province.province import AgencyRow, PlannedPage, Portal, Site
from tests.province.publish import Scene
from tests.province.shapes import known_to_platform, shape_up

SHARE_INDEX = 750
"""Places in the province beyond the portals: the file share, and new homes of moved portals."""
MOVED_INDEX = 760


@dataclass
class Province:
    """The province, ready to be served."""

    seed: int
    year: int
    size: str
    portals: list[Portal]
    hosts: list[Host] = field(repr=False)
    unheard: frozenset[str] = frozenset()
    """Addresses on which nobody listens."""
    secured: frozenset[str] = frozenset()
    """Addresses that speak TLS."""
    expired: frozenset[str] = frozenset()
    """Those of them whose certificate has run out."""
    silent_rows: tuple[AgencyRow, ...] = ()
    """Rows of the registry without a portal."""
    sites: dict[str, Site] = field(default_factory=dict, repr=False)
    added: dict[str, OneMore] = field(default_factory=dict)
    """By the agency's code: papers that were not there the night before."""

    @property
    def pages(self) -> int:
        """The number of pages of all portals, each counted once."""
        return sum(
            sum(page.framed for page in mount.built.pages.values())
            for host in self.hosts
            for mount in host.mounts
        )

    @property
    def files(self) -> int:
        """The number of files of all portals."""
        return sum(len(host.files) for host in self.hosts)

    def at(self, port: int) -> None:
        """Tell every host its own address."""
        for host in self.hosts:
            scheme = "https" if host.address in self.secured else "http"
            host.origin = f"{scheme}://{host.address}:{port}"


def build_province(size: str, seed: int, year: int, *, one_more: bool = False) -> Province:
    """The whole province; the same for the same values.

    ``one_more``: a paper more on every sound portal that lacks one, and nothing else changed.
    """
    return _province_of(plan_portals(size, seed, year), size, seed, year, one_more)


def build_chosen(
    families: tuple[str, ...],
    faults: tuple[str, ...],
    seed: int,
    year: int,
    *,
    pages: tuple[int, int] = ORDINARY_PAGES,
    one_more: bool = False,
) -> Province:
    """A province of one sound portal for each platform named, and one for each fault named."""
    portals = portals_of(lots_chosen(families, faults, seed, pages), seed, year)
    return _province_of(portals, "chosen", seed, year, one_more)


def _province_of(
    portals: list[Portal], size: str, seed: int, year: int, one_more: bool
) -> Province:
    """The province of given portals."""
    pool = make_pool(year, seed)
    added: dict[str, OneMore] = {}
    mounts = {p.index: _mount(p, seed, year, pool, added if one_more else None) for p in portals}
    hosts = _hosts(portals, mounts)
    for host in hosts:
        host.prepare()
    refused = frozenset(p.host for p in portals if "refused" in p.faults)
    secured = frozenset(p.host for p in portals if p.secured)
    expired = frozenset(p.host for p in portals if "expired_tls" in p.faults)
    heirs = [p.agency for p in portals if successor_of_dissolved(p.agency)]
    gone = (dissolved_row(heirs[0], year),) if heirs else ()
    sites = {p.agency.code: mounts[p.index].family.site for p in portals}
    rows = (*gone, portalless_row())
    return Province(seed, year, size, portals, hosts, refused, secured, expired, rows, sites, added)


def _mount(
    portal: Portal, seed: int, year: int, pool: Pool, added: dict[str, OneMore] | None
) -> Mount:
    scene = Scene(portal.agency, year, f"http://{loopback(SHARE_INDEX)}:@@port@@")
    site = SiteBuilder(portal, scene, seed, pool).build()
    if added is not None and lacking(portal):
        site, added[portal.agency.code] = with_one_more(site, portal, scene, seed)
    family = family_of(portal.family)(known_to_platform(site))
    built = family.build()
    shape_up(family, built, site)
    if "iso_500" in portal.faults:
        _break_sections(site, built)
    sessions, letters = "session_numbers" in portal.faults, letters_of(site.faults)
    return Mount(family, built, sessions=sessions, letters=letters)


def _break_sections(site: Site, built: Built) -> None:
    """The sections about ISO answer 500, with all that lies in them."""
    broken = {section.key for section in site.sections if section.iso}
    text = "<h1>Server Error in '/' Application.</h1><p>Runtime Error</p>"
    for key, page in built.pages.items():
        if page.section in broken:
            built.pages[key] = PlannedPage("Runtime Error", text, status=500, framed=False)
    for key in [k for k, file in built.files.items() if file.section in broken]:
        del built.files[key]
        built.pages[key] = PlannedPage("Runtime Error", text, status=500, framed=False)


def _hosts(portals: list[Portal], mounts: dict[int, Mount]) -> list[Host]:
    hosts: dict[str, Host] = {}
    moved = 0
    for portal in portals:
        mount = mounts[portal.index]
        if portal.host in hosts:
            hosts[portal.host].mounts.append(mount)
            continue
        host = Host(portal.host, [mount], answering(portal.faults, _forbidden(mount.family)))
        host.changes = changing(portal.faults)
        host.soft_not_found = "soft_not_found" in portal.faults
        host.calendar = "endless_calendar" in portal.faults
        hosts[portal.host] = host
        if "moved_host" in portal.faults:
            new = replace(host, address=loopback(MOVED_INDEX + moved), pages={}, files={})
            hosts[new.address] = new
            host.mounts, host.other = [], _redirect(new, keeps_path=True)
            moved += 1
        elif "moved_away" in portal.faults:
            host.mounts, host.other = [], _redirect(hosts[portals[0].host], keeps_path=False)
    _add_neighbours(list(hosts.values()))
    share = Host(loopback(SHARE_INDEX), [], other=lambda request: login_page())
    return [*hosts.values(), share]


def _redirect(new: Host, keeps_path: bool) -> Callable[[Request], Reply]:
    def redirect(request: Request) -> Reply:
        return moved_to(new.origin, keeps_path, request, 0)

    return redirect


def _forbidden(family: Family) -> tuple[str, ...]:
    """The paths that a robots.txt closes when it forbids the part about ISO."""
    addresses = []
    for section in family.site.sections:
        if not section.iso:
            continue
        addresses.append(family.section_href(section))
        for entry in section.entries:
            addresses += [family.row_href(section, entry), family.entry_href(section, entry)]
            addresses += [href for href, _ in family.links(section, entry)]
    own = (unescape(address) for address in addresses if address.startswith("/"))
    return tuple(dict.fromkeys(own))


def _add_neighbours(hosts: list[Host]) -> None:
    """A host that several agencies share has a root page that lists them."""
    for host in hosts:
        if len(host.mounts) < 2:
            continue
        rows = "".join(
            f'<li><a href="{m.family.home()}">{m.family.agency.name}</a></li>' for m in host.mounts
        )
        main = f"<h1>Trang thông tin điện tử các xã</h1><ul class='units'>{rows}</ul>"
        host.mounts[0].built.pages["/"] = PlannedPage("Các xã", main, framed=False)


__all__ = ["Province", "build_chosen", "build_province"]
