"""Our own CSV and JSON Lines read back: a row an entry, as `fields` made it.

What a row does not tell, nobody knows: the id of the note on a passage, when it was written.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import StringIO

from newsreader.export.csv_table import tags_of_cell, text_of_cell
from newsreader.export.fields import FIELDS
from newsreader.export.foreign import identity
from newsreader.export.json_text import damage_told, read_time, span_at, text_at, texts_at
from newsreader.model import Anchor, Highlight, Note, Outcome
from newsreader.model.evidence import Evidence, Passage

Row = Mapping[str, object]

_LONGEST_CELL = 1 << 30  # characters; csv by itself takes no longer ones than 131,072


def read_jsonl(text: str) -> tuple[Evidence, ...]:
    """Return the evidence that `write_jsonl` wrote, without who is quoted.

    Raises ExportError where the text is damaged.
    """
    with damage_told():
        return _gathered([json.loads(line) for line in text.split("\n") if line.strip()])


def read_csv(text: str) -> tuple[Evidence, ...]:
    """Return the evidence that `write_csv` wrote, without who is quoted.

    Raises ExportError where the text is damaged.
    """
    with damage_told(), long_cells():
        rows = list(csv.DictReader(StringIO(text, newline=""), strict=True, restval=""))
        return _gathered([_typed(row) for row in rows])


@contextmanager
def long_cells() -> Iterator[None]:
    """Let csv take cells of any length; a file that it cannot take raises ValueError."""
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield
    except csv.Error as error:
        raise ValueError(str(error)) from error
    finally:
        csv.field_size_limit(before)


def is_row(fields: Iterable[str]) -> bool:
    """Tell whether these are the fields of an entry."""
    return set(FIELDS) <= set(fields)


def _typed(cells: Mapping[str, str]) -> Row:
    """Return the fields of a row of cells, as JSON Lines have them."""
    row: dict[str, object] = {key: text_of_cell(cells[key]) for key in FIELDS}
    for key in ("tags", "article_tags"):
        row[key] = tags_of_cell(cells[key])
    for key in ("start", "end"):
        row[key] = int(cells[key]) if cells[key] else None
    if not cells["note"] and cells["kind"] != "note":
        row["note"] = None
    return row


def _gathered(rows: Iterable[Row]) -> tuple[Evidence, ...]:
    articles: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        known = tuple(text_at(row, key) for key in ("title", "location", "url", "fetched"))
        articles.setdefault(known, []).append(row)
    return tuple(map(_article, articles.values()))


def _article(rows: list[Row]) -> Evidence:
    row = rows[0]
    notes = [each for each in rows if each["kind"] == "note"]
    return Evidence(
        article_id=0,
        title=text_at(row, "title"),
        location=text_at(row, "location"),
        fetched=read_time(text_at(row, "fetched")),
        sha256=text_at(notes[0], "sha256") if notes else "",
        byline=text_at(row, "byline"),
        publisher=text_at(row, "publisher"),
        published=read_time(text_at(row, "published")) if row["published"] else None,
        url=text_at(row, "url"),
        language=text_at(row, "language"),
        tags=texts_at(row, "article_tags"),
        note=_note(notes[0], text_at(notes[0], "id"), None) if notes else None,
        passages=tuple(_passage(each) for each in rows if each["kind"] != "note"),
    )


def _passage(row: Row) -> Passage:
    exact, prefix, suffix, sha256 = (
        text_at(row, key) for key in ("quote", "prefix", "suffix", "sha256")
    )
    id_ = text_at(row, "id")
    return Passage(
        highlight=Highlight(
            id=id_,
            article_id=0,
            anchor=Anchor(exact, prefix, suffix, span_at(row), sha256),
            colour=text_at(row, "colour"),
            created=read_time(text_at(row, "created")),
            updated=read_time(text_at(row, "updated")),
            tags=texts_at(row, "tags"),
        ),
        outcome=Outcome(text_at(row, "outcome")),
        note=_note(row, identity("note", id_), id_) if row["note"] is not None else None,
    )


def _note(row: Row, id_: str, highlight_id: str | None) -> Note:
    created, updated = (read_time(text_at(row, key)) for key in ("created", "updated"))
    return Note(id_, 0, highlight_id, text_at(row, "note"), created, updated)
