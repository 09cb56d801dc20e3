"""Liferay 6 and 7.

Lists are ``asset_publisher`` portlets that go on by ``_..._cur=`` (and ``_..._delta=`` rows); their
articles stand under ``/-/asset_publisher/<code>/content/<name or id>``, their files under
``/documents/<group>/...``. A link often carries the whole layout and the way back.
"""

import re

from crawler.platforms.platform import Platform

LIFERAY = Platform(
    name="liferay",
    generators=("liferay",),
    marks=(re.compile(rb"Liferay\.|/o/frontend-js|portlet-boundary|/html/(?:js|themes)/"),),
    addresses=(re.compile(r"/-/asset_publisher/|[?&]p_p_id=|/web/guest/"),),
    noise=re.compile(
        r"p_p_(?:lifecycle=0|state=(?:normal|maximized|pop_up|exclusive)|mode=view)"
        r"|p_p_(?:col_id|col_count|col_pos|auth)=.*|p_auth=.*|p_l_back_url(?:_title)?=.*"
        r"|inheritredirect=.*|(?:.*_)?(?:viewmode=print|resetcur=(?:true|false)|redirect=.*"
        r"|advancedsearch=false|andoperator=true|keywords=|orderbycol=.*|orderbytype=.*|cur=1)",
        re.IGNORECASE,
    ),
    not_found=re.compile(
        r"the requested resource (?:could not be|was not) found|khong tim thay tai nguyen"
        r"|noi dung (?:nay )?(?:khong con|da bi go)"
    ),
)
