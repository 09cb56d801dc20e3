"""What a paper is called where it is listed: title, words of a link, name of the file."""

from __future__ import annotations

import random
import re
import unicodedata
from datetime import date

from tests.province.papers import names
from tests.province.papers.fill import Fill
from tests.province.papers.values import Issuer, Wording

PLAIN_TYPES = ("QUYẾT ĐỊNH", "KẾ HOẠCH", "THÔNG BÁO", "BÁO CÁO", "BIÊN BẢN", "CHƯƠNG TRÌNH")
"""Types whose titles say by themselves what the paper is."""
JOINING = frozenset(
    ["năm", "của", "theo", "áp", "các", "quy", "đơn", "số", "cấp", "thuộc", "thủ", "trong"]
)
"""First words that are written small after the type."""
SHORT_FORMS = frozenset({"TTHC", "ISO", "HTQLCL", "MTCL", "CSCL"})


def slug(text: str, limit: int = 60) -> str:
    """``text`` as a portal writes it in an address: no marks, hyphens."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    whole = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return whole if len(whole) <= limit else whole[: limit + 1].rpartition("-")[0]


def telling_title(type_name: str, printed: str) -> str:
    """The printed title, after the type where only both together say what the paper is."""
    if type_name in PLAIN_TYPES:
        return printed
    if type_name.lower() in printed.lower():
        return printed
    first, _, rest = printed.partition(" ")
    if first.lower() in JOINING:
        first = first.lower()
    return f"{sentence_case(type_name)} {first} {rest}".strip()


def sentence_case(capitals: str) -> str:
    """Capitals as a sentence writes them, short forms kept."""
    words = [word if word in SHORT_FORMS else word.lower() for word in capitals.split()]
    text = " ".join(words)
    return text[0].upper() + text[1:]


def labels(
    wording: Wording,
    fill: Fill,
    head: tuple[str, str, str | None],
    issuer: Issuer,
    day: date,
    rng: random.Random,
) -> tuple[str, str]:
    """Words of a link to the paper, and its file's name."""
    type_name, title, number = head
    kind = sentence_case(type_name)
    words = {
        "type} {title": f"{kind} {title}" if type_name in PLAIN_TYPES else title,
        "type": kind,
        "title": title,
        "number": number or "",
        "filenumber": (number or f"{fill['n']}-{issuer.suffix}").replace("/", "."),
        "dashdate": f"{day:%d-%m-%Y}",
        "slug": slug(f"{type_name} {title}" if type_name in PLAIN_TYPES else title),
        "slugname": slug(names.unit_name(issuer)),
    }
    links = [link for link in wording.links if number or "{number}" not in link] or ["{title}"]
    stem = _put(rng.choice(wording.stems or ("{slug}",)), words, fill)
    link = _put(rng.choice(links), words, fill)
    if link.startswith(f"{kind} số ") and rng.random() < 0.4:
        link += f" ngày {day:%d/%m/%Y}"
    return (f"{stem}.pdf" if rng.random() < 0.06 else link), stem


def _put(pattern: str, words: dict[str, str], fill: Fill) -> str:
    for key, value in words.items():
        pattern = pattern.replace("{" + key + "}", value)
    return fill.write(pattern)
