"""Any other portal: what holds for most, and nothing that could be wrong for one."""

import re

from crawler.platforms.platform import Platform

GENERIC = Platform(
    name="generic",
    noise=re.compile(
        r"(?:print|ban-?in|printmode|is_?print)=(?:1|true|yes|y)|(?:view|mode|type)=print"
        r"|tmpl=component|fontsize=.*",
        re.IGNORECASE,
    ),
    variants=((re.compile(r"(?<=.)/amp/?\Z"), "/"),),
)
