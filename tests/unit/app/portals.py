"""Portals, readers and agencies for whole nights without a network."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from app.wiring import Parts
from crawler.fetcher import Fetcher
from documents import READER_VERSION
from documents.hints import Hints
from documents.pool import ReaderPool
from documents.read import read_body
from domain.agencies import Agency, Level, PortalAddress
from domain.documents import Reading
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from storage.store import Store, open_store
from tests.unit import shipped_ruling
from tests.unit.crawler.clocks import FakeClock
from tests.unit.empty_database import empty_database

PAGE = "<html><head><title>Cổng</title></head><body><a href='/tin'>Tin</a>Xin chào</body></html>"


@dataclass
class Net:
    """Portals of one page each; asking some addresses ends in an exception."""

    clock: FakeClock
    raises: dict[str, Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def __call__(self, ask: Ask) -> Answer:
        """The page at the root, nothing elsewhere."""
        await self.clock.sleep(1.0)
        self.asked.append(ask.address)
        if ask.address in self.raises:
            raise self.raises[ask.address]
        found = ask.address.count("/") == 3 and ask.address.endswith("/")
        return Answer(
            ask,
            Outcome.OK if found else Outcome.NOT_FOUND,
            self.clock.now(),
            0.1,
            final_address=ask.address,
            status=200 if found else 404,
            headers=(("content-type", "text/html; charset=utf-8"),),
            body=PAGE.encode() if found else b"",
        )

    def slow_down(self, host: str, delay_s: float) -> None:
        """Nobody waits here."""

    def enter(self, host: str) -> None:
        """Nothing is kept here."""

    def forget(self, host: str) -> None:
        """Nothing is kept here."""


class Readers:
    """Reads in this process."""

    version = READER_VERSION

    async def read(self, content: bytes, media_type: str, name: str) -> Reading:
        """As the workers would."""
        return read_body(content, Hints(media_type, name))


def three_agencies(folder: Path) -> Store:
    """An open store with three agencies, a portal each."""
    opened = open_store(empty_database(folder / "giamsat.db"))
    names = {"1": "UBND xã Một", "2": "UBND xã Hai", "3": "UBND xã Ba"}
    opened.import_agencies(
        [
            Agency(code, name, Level.COMMUNE, None, (PortalAddress(f"http://xa{code}.vn/", True),))
            for code, name in names.items()
        ],
        FakeClock().now(),
    )
    return opened


def parts(net: Net, readers: Readers | None = None) -> Parts:
    """The real rules and the pretended portals."""
    ruling = shipped_ruling.ruling()
    return Parts(
        ruling.settings,
        net.clock,
        ruling.catalogue,
        ruling.scorer,
        ruling.detector,
        ruling.judge,
        ruling.config_digest,
        ruling.rule_digest,
        fetcher=cast("Fetcher", net),  # all that a visit asks of one
        pool=cast("ReaderPool", readers or Readers()),  # as above
    )
