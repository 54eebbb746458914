"""A library with highlights and notes in two articles, all made on one day."""

from __future__ import annotations

from pathlib import Path

from newsreader.model import Span
from newsreader.reading import Reading

SOFT = "The timber is soft to the touch,"
TWICE = "Twice the timber was sound."
TREES = "The late trees"
PIER, FROST = "Quillhaven pier to close for repairs", "Frost spoils the early plums"

_MADE_THEN = "SET created = 1500000000000000, updated = 1500000000000000 + rowid"


def gather(library: Path, folder: Path) -> Path:
    """Make three highlights, and notes on one of them and on an article."""
    with Reading(library) as reading:
        list(reading.add([str(folder)]))
        ids = {listed.title: listed.id for listed in reading.listing()}
        for title, words, colour, tags in (
            (PIER, SOFT, "yellow", ["timber", "harbour"]),
            (PIER, TWICE, "green", ["harbour"]),
            (FROST, TREES, "yellow", []),
        ):
            version = reading.open(ids[title]).version
            start = version.text.index(words)
            span = Span(start, start + len(words))
            made = reading.highlight(ids[title], version, span, colour)
            reading.set_highlight_tags(made.id, tags)
            if words == SOFT:
                reading.write_note(ids[title], made.id, "Ask who **tested** it.\n\nAnd when.")
        reading.write_note(ids[FROST], None, "Compare with last year.")
        with reading.library() as db:
            for table in ("highlight", "note"):
                db.execute(f"UPDATE {table} {_MADE_THEN}")
    return library
