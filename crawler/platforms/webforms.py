"""ASP.NET WebForms made by a company of its own: one form around the page, lists that post.

Its pages are told by numbers in the query or by names before ``.aspx``; lists go on by
``__doPostBack``. Asked last: SharePoint and DNN are ASP.NET too.
"""

import re

from crawler.platforms.platform import Platform

WEBFORMS = Platform(
    name="webforms",
    marks=(re.compile(rb"name=[\"']?__VIEWSTATE\b|WebResource\.axd\?|ScriptResource\.axd\?"),),
    noise=re.compile(r"(?:aspxautodetectcookiesupport|returnurl|print|popup)=.*", re.IGNORECASE),
    not_found=re.compile(r"the resource cannot be found"),
)
