"""The bulk of a portal: ordinary news and documents, the pool of files many portals repost."""

from __future__ import annotations

import html
import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.province.agencies import COMMITTEE, PROVINCE
from tests.province.faults.bombs import Bomb
from tests.province.papers import (
    DECOY_PAPERS,
    NEWS_KINDS,
    Issuer,
    Paper,
    as_html,
    decoy_paper,
    neutral_paper,
    news,
    render,
)
from tests.province.papers.forms import PICTURED
from tests.province.province import Attachment, Entry

DECOY_NEWS = tuple(kind for kind in NEWS_KINDS if kind not in ("ordinary", "own_issued"))
ORDINARY_FORMS = (
    "scan", "pdf", "docx", "scan_bw", "doc", "pdf", "scan_stamped", "rar", "pdf", "scan_150",
    "docx_tcvn3", "pdf", "zip", "doc_html", "scan_turned", "rtf", "scan", "pdf_bad_layer", "xls",
)  # fmt: skip
DECOY_FORMS = (
    "pdf", "scan_stamped", "docx", "rar", "doc", "scan_bw", "pdf", "xlsx", "zip", "scan_noisy",
    "doc", "pdf_garbled", "scan",
)  # fmt: skip
HIGHER_ISSUERS = (
    Issuer(COMMITTEE, "province", "", "UBND", PROVINCE),
    Issuer("Sở Nội vụ", "department", COMMITTEE, "SNV", PROVINCE),
    Issuer("Sở Khoa học và Công nghệ", "department", COMMITTEE, "SKHCN", PROVINCE),
)


@dataclass
class Numbers:
    """Hands out the numbers a content management system gives its articles."""

    last: int

    def take(self, rng: random.Random) -> int:
        """The next number, with the gaps that drafts leave."""
        self.last += rng.randint(1, 7)
        return self.last


@dataclass(frozen=True)
class Pool:
    """Papers of higher bodies, rendered once: every portal reposts the very same files."""

    ordinary: tuple[tuple[Paper, Attachment], ...] = field(repr=False)
    decoys: tuple[tuple[Paper, Attachment], ...] = field(repr=False)


def attachment(paper: Paper, form: str, rng: random.Random, words: str = "") -> Attachment:
    """The paper as a file, named and linked as its clerk would."""
    body, media_type, extension = render(paper, form, rng)
    extension = extension.lstrip(".")
    name = f"{paper.file_stem}.{extension}"
    return Attachment(words or paper.link_title, name, media_type, body, paper.issued_on)


def make_pool(year: int, seed: int) -> Pool:
    """The pool for one province."""
    rng = random.Random(f"pool {seed}")
    ordinary = [
        _pooled(
            neutral_paper(rng.choice(HIGHER_ISSUERS), year - index % 3, rng),
            ORDINARY_FORMS[index % len(ORDINARY_FORMS)],
            rng,
        )
        for index in range(24)
    ]
    decoys = [
        _pooled(
            decoy_paper(kind, HIGHER_ISSUERS[index % 3], year - index % 2, rng),
            DECOY_FORMS[index % len(DECOY_FORMS)],
            rng,
        )
        for index, kind in enumerate(DECOY_PAPERS)
    ]
    return Pool(tuple(ordinary), tuple(decoys))


def _pooled(paper: Paper, form: str, rng: random.Random) -> tuple[Paper, Attachment]:
    words = paper.title if form in PICTURED and rng.random() < 0.5 else ""
    return paper, attachment(paper, form, rng, words)


def paragraphs(texts: tuple[str, ...]) -> str:
    """Plain paragraphs as an HTML fragment."""
    return "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in texts)


def news_entry(kind: str, issuer: Issuer, year: int, rng: random.Random, numbers: Numbers) -> Entry:
    """A news item."""
    item = news(kind, issuer, year, rng)
    body = paragraphs(tuple(item.paragraphs))
    summary = item.paragraphs[0][:220] if item.paragraphs else ""
    return Entry(numbers.take(rng), item.title, item.published_on, summary, body)


def news_entries(
    issuer: Issuer, year: int, count: int, rng: random.Random, numbers: Numbers
) -> list[Entry]:
    """Ordinary news of the last three years."""
    years = rng.choices((year, year - 1, year - 2), (60, 30, 10), k=count)
    return [news_entry("ordinary", issuer, when, rng, numbers) for when in years]


def pooled_entry(
    paper: Paper, file: Attachment, rng: random.Random, numbers: Numbers, direct: bool
) -> Entry:
    """A higher body's paper, reposted with its file."""
    return Entry(
        numbers.take(rng),
        paper.title,
        paper.issued_on,
        files=(file,),
        sign=paper.number or "",
        issuer=paper.issuer.name,
        direct=direct,
    )


def own_document(issuer: Issuer, year: int, rng: random.Random, numbers: Numbers) -> Entry:
    """An ordinary paper of the agency's own, given in full or only by its excerpt."""
    paper = neutral_paper(issuer, year, rng)
    body = as_html(paper) if rng.random() < 0.5 else paragraphs(paper.paragraphs[:1])
    sign = paper.number or ""
    return Entry(
        numbers.take(rng), paper.title, paper.issued_on, "", body, sign=sign, issuer=issuer.name
    )


def document_entries(
    issuer: Issuer, year: int, count: int, rng: random.Random, numbers: Numbers, pool: Pool
) -> list[Entry]:
    """Ordinary documents: some reposted with a file, most of the agency's own."""
    made = []
    for _ in range(count):
        when = rng.choices((year, year - 1, year - 2, year - 4), (50, 30, 15, 5))[0]
        if rng.random() < 0.3:
            paper, file = rng.choice(pool.ordinary)
            made.append(pooled_entry(paper, file, rng, numbers, rng.random() < 0.2))
        else:
            made.append(own_document(issuer, when, rng, numbers))
    return made


def decoy_entries(
    year: int, count: int, rng: random.Random, numbers: Numbers, pool: Pool
) -> list[Entry]:
    """Papers that look like a publication and are none."""
    chosen = rng.sample(pool.decoys, min(count, len(pool.decoys)))
    return [pooled_entry(paper, file, rng, numbers, False) for paper, file in chosen]


def bomb_entry(bomb: Bomb, year: int, numbers: Numbers, rng: random.Random) -> Entry:
    """A line that leads straight to what must not be taken in whole."""
    day = day_in(year, rng)
    name = bomb.path.rpartition("/")[2]
    file = Attachment(bomb.words, name, "application/octet-stream", b"", day, bomb.path)
    return Entry(numbers.take(rng), bomb.words, day, files=(file,), direct=True)


def day_in(year: int, rng: random.Random) -> date:
    """A working day in the first ten months of a year."""
    return date(year, 1, 4) + timedelta(days=rng.randint(0, 300))
