"""NukeViet: its own firewall answers a request it dislikes with 200 and a block page."""

import re

from crawler.platforms.platform import Platform

NUKEVIET = Platform(
    name="nukeviet",
    generators=("nukeviet",),
    marks=(re.compile(rb"nv_base_siteurl|nv_my_ofs|/themes/[\w-]+/js/nukeviet", re.IGNORECASE),),
    addresses=(re.compile(r"index\.php\?(?:language=\w+&)?nv="),),
    sitemaps=(
        "/index.php?language=vi&nv=SitemapIndex.xml",
        "/sitemap-vi.xml",
        "/index.php?nv=SitemapIndex.xml",
        "/sitemap.xml",
    ),
    search="/index.php?language=vi&nv=seek&q={query}",
)
