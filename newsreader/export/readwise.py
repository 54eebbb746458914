"""Readwise's CSV: the table that it takes in, and the one that it gives out.

It takes in Highlight, Title, Author, URL, Note, Location and Date, with tags as words after a full
stop at the start of a note (https://docs.readwise.io). Its own export has more columns and other
names for them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO

from newsreader.errors import ExportError
from newsreader.export.address import web_address
from newsreader.export.csv_table import harmless_cell, text_of_cell
from newsreader.export.entries import Entry, entries
from newsreader.export.foreign import Finding, gather, time_in
from newsreader.export.rows import long_cells
from newsreader.model.evidence import Evidence

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")

_NAMES = {
    "book title": "title",
    "book author": "author",
    "source url": "url",
    "highlighted at": "date",
}
"""What its own export calls the columns that it takes in."""
_TAG = re.compile(r"\.([^\W_][\w/-]*)(?:\s+|$)")
_LONGEST_DATE = 60  # characters


def write_readwise(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as a table that Readwise takes in, a row an entry.

    The note on an article has no highlight; Readwise leaves such a row out. An apostrophe stands
    before what a spreadsheet would run.
    """
    written = StringIO()
    table = csv.writer(written, lineterminator="\n")  # no control character but this
    table.writerow(COLUMNS)
    for entry in entries(evidence):
        table.writerow([harmless_cell(cell) for cell in _cells(entry)])
    return written.getvalue()


def _cells(entry: Entry) -> Iterator[str]:
    article, made = entry.article, entry.highlight or entry.note
    slugs = (re.sub(r"[^\w/-]+", "-", tag).strip("-_/") for tag in entry.tags)
    yield entry.exact
    yield article.title
    yield article.byline
    yield web_address(article)
    yield " ".join([*(f".{tag}" for tag in slugs if tag), entry.note.text if entry.note else ""])
    yield str(entry.highlight.anchor.span.start) if entry.highlight else ""
    yield f"{made.created.astimezone(UTC):%Y-%m-%d %H:%M:%S}+00:00" if made else ""


def read_readwise(text: str) -> tuple[Evidence, ...]:
    """Return the evidence in a table that Readwise takes in or gives out.

    Raises ExportError where the text is no such table.
    """
    table = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        with long_cells():
            rows = list(table)
    except ValueError as error:
        raise ExportError(
            f"Line {table.line_num} of this table is damaged.", "Export it from Readwise again."
        ) from error
    heading = [name.strip().lower() for name in rows[0]] if rows else []
    columns = [_NAMES.get(name, name) for name in heading]
    if not {"highlight", "title"} <= set(columns):
        raise ExportError(
            "This is no table of Readwise: it has no columns Highlight and Title.",
            "Export it from Readwise as CSV.",
        )
    return gather(
        finding
        for row in rows[1:]
        for finding in _findings(dict(zip(columns, map(text_of_cell, row), strict=False)))
    )


def _findings(row: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the highlight of a row, or its note on the article; and the tags of the article."""
    exact, title = row.get("highlight", "").strip(), row.get("title", "").strip()
    address, place = row.get("url", "").strip(), row.get("location", "").strip()
    note, tags = _tagged(row.get("note", ""))
    if exact or note or tags:
        yield Finding(
            id="\n".join((address or title, place, exact or note)),
            address=address,
            title=title,
            byline=row.get("author", ""),
            exact=exact,
            note=note,
            tags=(*tags, *row.get("tags", "").split(",")),
            colour=row.get("color", ""),
            created=_moment(row.get("date", "")),
        )
    if row.get("document tags"):
        yield Finding(address=address, title=title, tags=tuple(row["document tags"].split(",")))


def _tagged(note: str) -> tuple[str, list[str]]:
    """Return a note without the tags at its start, and these."""
    tags = []
    rest = note.strip()
    while found := _TAG.match(rest):
        tags.append(found[1])
        rest = rest[found.end() :]
    return rest, tags


def _moment(written: str) -> datetime | None:
    """Return a date in whatever way it is written, in UTC if it does not say; else None."""
    moment = time_in(written)
    if moment or not written.strip() or len(written) > _LONGEST_DATE:
        return moment
    from dateutil import parser

    try:
        found = parser.parse(written, tzinfos=lambda _, offset: UTC if offset is None else offset)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, ArithmeticError, TypeError):
        return None
