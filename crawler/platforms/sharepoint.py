"""SharePoint, as Yên Bái and other provinces use it: ``.../Pages/x.aspx?ItemID=``."""

import re

from crawler.platforms.platform import Platform

SHAREPOINT = Platform(
    name="sharepoint",
    generators=("sharepoint",),
    marks=(re.compile(rb"/_layouts/|_spPageContextInfo|MSOWebPartPage|/_catalogs/"),),
    addresses=(re.compile(r"/Pages/[^?\s]+\.aspx|/Lists/[^\s]+\.aspx|\bItemID=\d"),),
)
