"""DotNetNuke (DNN): ``/<page>/tabid/<n>/...``, files behind ``LinkClick.aspx?fileticket=``.

Vietnamese letters stand in its paths. Lists are modules of many makers, which page by address
(``/currentpage/2/``) or by post. Uploaded files lie under ``/Portals/<n>/``.
"""

import re

from crawler.platforms.platform import Platform

DOTNETNUKE = Platform(
    name="dotnetnuke",
    generators=("dotnetnuke", "dnn"),
    marks=(re.compile(rb"dnn_ctr\d|/DesktopModules/|/Portals/\d+/|dnncore\.js", re.IGNORECASE),),
    addresses=(re.compile(r"/tabid/\d+/|LinkClick\.aspx\?", re.IGNORECASE),),
    sitemaps=("/SiteMap.aspx", "/sitemap.xml"),
    noise=re.compile(
        r"(?:skinsrc|containersrc|dnnprintmode|popup|returnurl|forcedownload)=.*",
        re.IGNORECASE,
    ),
    variants=((re.compile(r"/language/[a-z]{2}-[a-z]{2}(?=/|\Z)", re.IGNORECASE), ""),),
    not_found=re.compile(r"the page you requested could not be found"),
)
