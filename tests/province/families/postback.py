"""What ASP.NET portals share: one form around the page, lists that go on only by posting it."""

from __future__ import annotations

import base64
import binascii
import hmac
import random
from abc import abstractmethod
from typing import ClassVar

from tests.province.exchange import Request
from tests.province.families.base import Built, Family, escape
from tests.province.province import PlannedPage, Section

Event = tuple[str, str]
"""Target and argument of a postback."""
PRESSED = "pressed"
"""Stands in place of an argument where a submit button's name is all that is sent."""
MARK = "/wEPDwUK"
"""How a view state begins."""
MAC_BYTES = 20
FILLER_BYTES = 900
"""What a grid's view state holds beside what the server needs, roughly."""
FORM_FIELDS = """<form method="post" action="@@action@@" id="aspnetForm">
<div class="aspNetHidden">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
<input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="@@viewstate@@" />
</div>
<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['aspnetForm'];
if (!theForm) { theForm = document.aspnetForm; }
function __doPostBack(eventTarget, eventArgument) {
    if (!theForm.onsubmit || (theForm.onsubmit() != false)) {
        theForm.__EVENTTARGET.value = eventTarget;
        theForm.__EVENTARGUMENT.value = eventArgument;
        theForm.submit();
    }
}
//]]>
</script>"""
"""The head of the one form, with the fields that must come back."""


class Postback(Family):
    """A portal whose server knows a page only by the view state that comes back with its form."""

    checks_events: ClassVar[bool] = False
    """Whether ``__EVENTVALIDATION`` is demanded, and what it does not offer refused."""

    def buttons(self, page: int, pages: int) -> dict[str, int]:
        """The submit buttons of one page of a list by name, and the page each leads to."""
        return {}

    @abstractmethod
    def events(self, page: int, pages: int) -> dict[Event, int]:
        """The postbacks that one page of a list offers, and the page each leads to."""

    def page_address(self, section: Section, page: int) -> str:
        plain = self.section_href(section)
        return plain if page == 1 else f"{plain}#{page}"

    def key(self, target: str) -> str:
        address, mark, page = target.partition("#")
        return super().key(address) + mark + page

    def build(self) -> Built:
        built = super().build()
        self.offered = self._offered(built)
        return built

    def _offered(self, built: Built) -> dict[str, dict[Event, str]]:
        """For each page of a list, what its events lead to."""
        offered: dict[str, dict[Event, str]] = {}
        for section in self.site.sections:
            count = max(1, -(-len(section.entries) // self.page_size))
            keys = [self.key(self.page_address(section, n + 1)) for n in range(count)]
            for number, key in enumerate(keys, 1):
                events = self.events(number, count) if key in built.pages else {}
                pressed = self.buttons(number, count) if key in built.pages else {}
                events |= {(name, PRESSED): page for name, page in pressed.items()}
                offered[key] = {event: keys[page - 1] for event, page in events.items()}
        return offered

    # The state that travels

    def state(self, key: str) -> dict[str, str]:
        salt = random.getrandbits(64).to_bytes(8, "big")
        filler = random.Random(key).randbytes(FILLER_BYTES)
        said = salt + len(key.encode()).to_bytes(2, "big") + key.encode() + filler
        text = MARK + base64.b64encode(self._mac(said) + said).decode()
        return {"viewstate": text, "eventvalidation": self._validation(text)}

    def _mac(self, said: bytes) -> bytes:
        return hmac.digest(f"machine key {self.site.seed}".encode(), said, "sha1")

    def _validation(self, view_state: str) -> str:
        return "/wEWBAL+" + base64.b64encode(self._mac(view_state.encode() + b"events")).decode()

    def page_of(self, view_state: str) -> str | None:
        """The key of the page a view state was made for; None where it is not the server's own."""
        try:
            whole = base64.b64decode(view_state.removeprefix(MARK), validate=True)
        except (binascii.Error, ValueError):
            return None
        mac, said = whole[:MAC_BYTES], whole[MAC_BYTES:]
        if not view_state.startswith(MARK) or not hmac.compare_digest(mac, self._mac(said)):
            return None
        size = int.from_bytes(said[8:10], "big")
        return said[10 : 10 + size].decode()

    # Answering

    def posted(self, request: Request, key: str) -> str | PlannedPage:
        view_state = request.posted("__VIEWSTATE")
        page = self.page_of(view_state)
        if page is None or page.partition("#")[0] != key:
            return self._refused("Validation of viewstate MAC failed.") or key
        if request.posted("__EVENTVALIDATION") != self._validation(view_state):
            refused = self._refused("Invalid postback or callback argument.")
            if refused:
                return refused
        event = request.posted("__EVENTTARGET"), request.posted("__EVENTARGUMENT")
        if event == ("", ""):  # a button's name tells, or nothing was meant: the page stands
            return self._pressed(request, page) or page
        following = self.offered.get(page, {}).get(event)
        return following or self._refused("Invalid postback or callback argument.") or page

    def _pressed(self, request: Request, page: str) -> str | None:
        events = self.offered.get(page, {})
        for (name, argument), following in events.items():
            if argument == PRESSED and (request.posted(name) or request.posted(f"{name}.x")):
                return following
        return None

    def _refused(self, why: str) -> PlannedPage | None:
        """The server's error; None where it is forgiving and shows a page all the same."""
        if not self.checks_events:
            return None
        text = (
            f"<html><head><title>{escape(why)}</title></head><body><h1>Server Error in '/' "
            f"Application.</h1><h2><i>{escape(why)}</i></h2><p>Description: An unhandled "
            "exception occurred during the execution of the current web request.</p></body></html>"
        )
        return PlannedPage(why, text, status=500, framed=False)
