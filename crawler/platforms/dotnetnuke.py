"""DotNetNuke (DNN)."""

import re

from crawler.platforms.platform import Platform

DOTNETNUKE = Platform(
    name="dotnetnuke",
    generators=("dotnetnuke", "dnn"),
    marks=(re.compile(rb"dnn_ctr\d|/DesktopModules/|/Portals/\d+/|dnncore\.js", re.IGNORECASE),),
    addresses=(re.compile(r"/tabid/\d+/|LinkClick\.aspx\?", re.IGNORECASE),),
    sitemaps=("/SiteMap.aspx", "/sitemap.xml"),
)
