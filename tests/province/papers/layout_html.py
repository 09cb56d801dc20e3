"""A paper as the article body of a portal: a table for the head, centred lines, or Word's soup."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from html import escape

from tests.province.papers.values import Paper

JUSTIFIED = '<p style="text-align:justify">'


def blocks(paper: Paper) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The body as ("p", one line) and ("table", its rows) in order."""
    rows: list[str] = []
    for line in paper.paragraphs:
        if "\t" in line:
            rows.append(line)
            continue
        if rows:
            yield "table", tuple(rows)
            rows = []
        yield "p", (line,)
    if rows:
        yield "table", tuple(rows)


def as_html(paper: Paper) -> str:
    """The full paper as a fragment; which layout it gets depends on its own words only."""
    layouts = (_tabled, _centred, _pasted, _broken)
    chosen = zlib.crc32(f"{paper.title}{paper.signer}{paper.issued_on}".encode()) % len(layouts)
    return layouts[chosen](paper)


def page(paper: Paper) -> str:
    """A full page that holds nothing but the paper."""
    return (
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
        f"<title>{escape(paper.link_title)}</title></head>\n<body>{as_html(paper)}</body></html>\n"
    )


def _table(rows: tuple[str, ...], style: str) -> str:
    lines = []
    for row in rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in row.split("\t"))
        lines.append(f"<tr>{cells}</tr>")
    return f"<table {style}><tbody>{''.join(lines)}</tbody></table>"


def _body(paper: Paper, before: str, after: str, style: str = 'border="1"') -> str:
    parts = []
    for kind, lines in blocks(paper):
        held = _table(lines, style) if kind == "table" else f"{before}{escape(lines[0])}{after}"
        parts.append(held)
    return "\n".join(parts)


def _head_lines(paper: Paper) -> tuple[str, str]:
    left = [*paper.head_left, *([paper.number_line] if paper.number_line else [])]
    right = [*paper.head_right, paper.place_and_date]
    return "<br>".join(map(escape, left)), "<br>".join(map(escape, right))


def _tabled(paper: Paper) -> str:
    left, right = _head_lines(paper)
    sent = "<br>".join(map(escape, ("Nơi nhận:", *paper.recipients)))
    signed = "<br>".join(map(escape, paper.signed_as))
    return (
        f'<table border="0" width="100%"><tr><td align="center">{left}</td>'
        f'<td align="center"><strong>{right}</strong></td></tr></table>\n'
        f'<p align="center"><strong>{escape(paper.type_name)}</strong></p>\n'
        f'<p align="center"><strong>{escape(paper.printed_title)}</strong></p>\n'
        f"{_body(paper, JUSTIFIED, '</p>')}\n"
        f"<table><tr><td>{sent}</td><td><b>{signed}<br><br>(Đã ký)<br><br>{escape(paper.signer)}"
        "</b></td></tr></table>"
    )


def _centred(paper: Paper) -> str:
    centre = '<p style="text-align: center;">'
    lines = (*paper.head_left, paper.number_line, *paper.head_right, paper.place_and_date)
    head = "\n".join(f"{centre}{escape(line)}</p>" for line in lines if line)
    name = f"<h3>{escape(paper.type_name)}</h3>\n{centre}<b>{escape(paper.printed_title)}</b></p>"
    signed = "".join(
        f'<p style="text-align: right;">{escape(line)}</p>'
        for line in (*paper.signed_as, paper.signer)
    )
    return f"{head}\n{name}\n{_body(paper, '<p>', '</p>')}\n{signed}"


def _span(text: str) -> str:
    """Every third word in a span of its own, as pasted from Word."""
    words = [escape(word) for word in text.split(" ")]
    pieces = [" ".join(words[i : i + 3]) for i in range(0, len(words), 3)]
    soup = '<span lang="VI" style="font-size:14.0pt;mso-ansi-language:VI">'
    return " ".join(f"{soup}{piece}</span>" for piece in pieces)


def _pasted(paper: Paper) -> str:
    def line(text: str) -> str:
        return f'<p class="MsoNormal" style="margin:0cm 0cm 6.0pt">{_span(text)}<o:p></o:p></p>'

    head = (*paper.head_left, paper.number_line, *paper.head_right, paper.place_and_date)
    above = "\n".join(line(text) for text in head if text)
    names = (
        f"<div align=center><b>{_span(paper.type_name)}</b><br>{_span(paper.printed_title)}</div>"
    )
    parts = []
    for kind, lines in blocks(paper):
        style = 'class="MsoTableGrid" border=1 cellspacing=0'
        parts.append(_table(lines, style) if kind == "table" else line(lines[0]))
    end = "".join(line(text) for text in (*paper.signed_as, "\xa0", paper.signer))
    return (
        f"<!--[if gte mso 9]><xml></xml><![endif]-->\n{above}\n{names}\n" + "\n".join(parts) + end
    )


def _broken(paper: Paper) -> str:
    head = (*paper.head_left, paper.number_line, *paper.head_right, paper.place_and_date)
    above = "<br />\n".join(escape(line) for line in head if line)
    names = f"{escape(paper.type_name)}<br />{escape(paper.printed_title)}"
    title = f"<div><font size=4><b>{names}</b></font></div>"
    end = "<br />".join(escape(line) for line in (*paper.signed_as, "", paper.signer))
    return f"<div>{above}</div>{title}<div>{_body(paper, '', '<br />')}</div><div>{end}</div>"
