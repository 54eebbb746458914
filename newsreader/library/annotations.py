"""What the reader makes of an article: highlights and notes."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import apsw

from newsreader.errors import LibraryError
from newsreader.library import index
from newsreader.library.statements import run, storable, transaction
from newsreader.library.times import now, packed, unpacked
from newsreader.library.traits import tidy_tags
from newsreader.model import Anchor, Highlight, Note, Span

_HIGHLIGHT = (
    "SELECT id, article_id, exact, prefix, suffix, span_start, span_end, sha256, colour, created,"
    " updated, (SELECT json_group_array(tag ORDER BY tag) FROM highlight_tag"
    " WHERE highlight_id = highlight.id) FROM highlight WHERE "
)
_NOTE = "SELECT id, article_id, highlight_id, text, created, updated FROM note WHERE "


def add_highlight(db: apsw.Connection, article_id: int, anchor: Anchor, colour: str) -> Highlight:
    """Mark the passage that `anchor` finds. Raises LibraryError if the article is gone."""
    moment = now()
    made = Highlight(uuid.uuid4().hex, article_id, anchor, colour, moment, moment)
    keep_highlight(db, made)
    return highlight(db, made.id)


def keep_highlight(db: apsw.Connection, made: Highlight) -> None:
    """Keep a highlight as it is; of one that is kept already, tags and colour become these.

    Raises LibraryError if its article is gone.
    """
    anchor, span = made.anchor, made.anchor.span
    with transaction(db):
        run(
            db,
            "INSERT INTO highlight (id, article_id, exact, prefix, suffix, span_start, span_end,"
            " sha256, colour, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET colour = excluded.colour, updated = excluded.updated",
            (
                *(made.id, made.article_id, anchor.exact, anchor.prefix, anchor.suffix),
                *(span.start, span.end, anchor.sha256),
                *(made.colour, packed(made.created), packed(made.updated)),
            ),
        )
        _put_tags(db, made.id, made.tags)


def _put_tags(db: apsw.Connection, highlight_id: str, tags: Iterable[str]) -> None:
    run(db, "DELETE FROM highlight_tag WHERE highlight_id = ?", (highlight_id,))
    for tag in tidy_tags(tags):
        run(db, "INSERT INTO highlight_tag VALUES (?, ?)", (highlight_id, tag))


def remove_highlight(db: apsw.Connection, highlight_id: str) -> None:
    """Remove a highlight with its tags and its note; one that is gone already stays so."""
    run(db, "DELETE FROM highlight WHERE id = ?", (highlight_id,))


def set_colour(db: apsw.Connection, highlight_id: str, colour: str) -> Highlight:
    """Give a highlight another colour. Raises LibraryError if it is gone."""
    run(
        db,
        "UPDATE highlight SET colour = ?1, updated = ?2 WHERE id = ?3 AND colour <> ?1",
        (colour, packed(now()), highlight_id),
    )
    return highlight(db, highlight_id)


def set_highlight_tags(db: apsw.Connection, highlight_id: str, tags: Iterable[str]) -> Highlight:
    """Give a highlight these tags in place of those it has. Raises LibraryError if it is gone."""
    with transaction(db):
        _put_tags(db, highlight_id, tags)
        run(db, "UPDATE highlight SET updated = ? WHERE id = ?", (packed(now()), highlight_id))
        return highlight(db, highlight_id)


def highlight(db: apsw.Connection, highlight_id: str) -> Highlight:
    """Return one highlight. Raises LibraryError if it is gone."""
    rows = run(db, _HIGHLIGHT + "id = ?", (highlight_id,))
    if not rows:
        raise LibraryError("That highlight is no longer in the library.", "Choose another.")
    return _highlight(rows[0])


def article_of(db: apsw.Connection, highlight_id: str) -> int | None:
    """Return the article that a highlight is in; None: there is no highlight of that id."""
    rows = run(db, "SELECT article_id FROM highlight WHERE id = ?", (highlight_id,))
    return int(rows[0][0]) if rows else None


def highlights(db: apsw.Connection, article_id: int) -> list[Highlight]:
    """Return the highlights of an article, in the order of their passages."""
    order = "article_id = ? ORDER BY span_start, span_end, created, id"
    return [_highlight(row) for row in run(db, _HIGHLIGHT + order, (article_id,))]


def write_note(
    db: apsw.Connection, article_id: int, highlight_id: str | None, text: str
) -> Note | None:
    """Write the one note of a highlight, or of a whole article (`highlight_id` is None).

    It replaces the note that was there; a text of nothing but space removes it, and None is
    returned. Raises LibraryError if the article or the highlight is gone.
    """
    text = storable(text)
    target = (article_id, highlight_id)
    with transaction(db):
        if not text.strip():
            run(db, "DELETE FROM note WHERE article_id = ? AND highlight_id IS ?", target)
            return None
        moment = packed(now())
        updated = run(
            db,
            "UPDATE note SET updated = CASE WHEN text = ?3 THEN updated ELSE ?4 END, text = ?3"
            " WHERE article_id = ?1 AND highlight_id IS ?2 RETURNING id",
            (*target, text, moment),
        )
        if not updated:
            run(
                db,
                "INSERT INTO note (id, article_id, highlight_id, text, created, updated)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (uuid.uuid4().hex, *target, text, moment, moment),
            )
        return _note(run(db, _NOTE + "article_id = ? AND highlight_id IS ?", target)[0])


def keep_notes(db: apsw.Connection, made: Iterable[Note]) -> None:
    """Keep notes as they are, each in place of the one of its id; all or none.

    Raises LibraryError if what they are on is gone.
    """
    articles = set()
    # The index holds all notes of an article in one row. Triggers would write it for each of them.
    with transaction(db), _without_triggers(db):
        for note in made:
            articles.add(note.article_id)
            run(
                db,
                "INSERT INTO note (id, article_id, highlight_id, text, created, updated)"
                " VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET text = excluded.text, updated = excluded.updated",
                (
                    *(note.id, note.article_id, note.highlight_id, note.text),
                    *(packed(note.created), packed(note.updated)),
                ),
            )
        index.put_notes(db, articles)


def remove_notes(db: apsw.Connection, ids: Iterable[str]) -> int:
    """Remove notes, all at once; return how many of them there were."""
    with transaction(db), _without_triggers(db):
        removed = [
            row[0]
            for note_id in ids
            for row in run(db, "DELETE FROM note WHERE id = ? RETURNING article_id", (note_id,))
        ]
        index.put_notes(db, set(removed))
    return len(removed)


@contextmanager
def _without_triggers(db: apsw.Connection) -> Iterator[None]:
    db.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    try:
        yield
    finally:
        db.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 1)


def is_taken(db: apsw.Connection, note_id: str) -> bool:
    """Tell whether a note has this id."""
    return bool(run(db, "SELECT 1 FROM note WHERE id = ?", (note_id,)))


def notes(db: apsw.Connection, article_id: int) -> list[Note]:
    """Return the notes of an article and of its highlights, in the order they were made."""
    rows = run(db, _NOTE + "article_id = ? ORDER BY created, id", (article_id,))
    return [_note(row) for row in rows]


def annotated_ids(db: apsw.Connection) -> list[int]:
    """Return the articles that have highlights or notes, the one changed last at the end."""
    rows = run(
        db,
        "SELECT article_id FROM (SELECT article_id, updated FROM highlight"
        " UNION ALL SELECT article_id, updated FROM note)"
        " GROUP BY article_id ORDER BY max(updated), article_id",
    )
    return [row[0] for row in rows]


def _highlight(row: tuple[Any, ...]) -> Highlight:
    key, article_id, exact, prefix, suffix, start, end, sha256, colour, created, updated, tags = row
    return Highlight(
        id=key,
        article_id=article_id,
        anchor=Anchor(exact, prefix, suffix, Span(start, end), sha256),
        colour=colour,
        created=unpacked(created),
        updated=unpacked(updated),
        tags=tuple(json.loads(tags)),
    )


def _note(row: tuple[Any, ...]) -> Note:
    key, article_id, highlight_id, text, created, updated = row
    return Note(key, article_id, highlight_id, text, unpacked(created), unpacked(updated))
