"""NukeViet: ``/<language>/<module>/<category>/<title>-<number>.html``, pages as ``/page-2``.

Its own firewall answers a request it dislikes with 200 and a block page; its robots.txt forbids
/admin/, /data/, /modules/ and more. Laws and papers stand in its ``laws`` and ``download`` modules;
every article has a face to print, to save and to send.
"""

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
    noise=re.compile(r"(?:nv_redirect|nocache|checkss|sort|order)=.*", re.IGNORECASE),
    variants=(
        (re.compile(r"/(?:print|savefile|sendmail)(?=/.)"), ""),
        (re.compile(r"/page-1/?\Z"), "/"),
    ),
    lists=re.compile(r"/(?:laws|download|van-ban|vanban)(?:/|\?|\Z)|[?&]nv=(?:laws|download)"),
    not_found=re.compile(r"rat tiec chung toi khong tim thay|error 404 - not found"),
)
