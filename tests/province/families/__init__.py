"""The platforms of the sample province: one file each, none sharing markup with another."""

from __future__ import annotations

from tests.province.families.aspnet_post import AspnetPost
from tests.province.families.base import Built, Family
from tests.province.families.dotnetnuke import DotNetNuke
from tests.province.families.drupal import Drupal
from tests.province.families.frameset import Frameset
from tests.province.families.handmade import Handmade
from tests.province.families.javascript_app import JavascriptApp
from tests.province.families.javascript_shell import JavascriptShell
from tests.province.families.joomla import Joomla
from tests.province.families.json_lists import JsonLists
from tests.province.families.liferay import Liferay
from tests.province.families.nukeviet import NukeViet
from tests.province.families.path_hosted import PathHosted
from tests.province.families.sharepoint import SharePoint
from tests.province.families.sharepoint_stock import SharePointStock
from tests.province.families.webforms import WebForms
from tests.province.families.wordpress import WordPress

__all__ = ["Built", "Family", "family_of"]


def family_of(name: str) -> type[Family]:
    """The platform with this name."""
    known: tuple[type[Family], ...] = (
        AspnetPost,
        DotNetNuke,
        Drupal,
        Frameset,
        Handmade,
        JavascriptApp,
        JavascriptShell,
        Joomla,
        JsonLists,
        Liferay,
        NukeViet,
        PathHosted,
        SharePoint,
        SharePointStock,
        WebForms,
        WordPress,
    )
    return {family.name: family for family in known}[name]
