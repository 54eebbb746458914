"""The index over what articles say now, who is quoted in them, and what they name."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import apsw

from newsreader.library.statements import run, transaction
from newsreader.library.tokens import spaced
from newsreader.model import Analysis, QuoteKind

QUOTE_BITS = 20
"""The number of a row of the quote index is that of the article, shifted by these, and a count."""

_MOST_QUOTES = (1 << QUOTE_BITS) - 1
_SAYS = (
    "SELECT article.id, title, byline, text"
    " FROM article JOIN version ON version.id = latest_id WHERE article.id = ?"
)
_APART = " \ue000 "  # a word that nobody types: no phrase runs over from one name into the next


@dataclass(frozen=True, slots=True)
class Claims:
    """What an analysis says of an article, in the words that the index keeps.

    `quotes` are pairs of the words said ("" where somebody is only reported to have said so) and
    the speaker. `names` are the kind (person, org, place), the name with its aliases, and how
    often it is mentioned; `speakers` the full names, and how often each is quoted.
    """

    quotes: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, tuple[str, ...], int], ...] = ()
    speakers: tuple[tuple[str, int], ...] = ()


NOTHING_CLAIMED = Claims()


def claims_of(text: str, analysis: Analysis) -> Claims:
    """Return what the index keeps of an analysis of `text`."""
    quotes, speakers = [], Counter[str]()
    for quote in analysis.quotes:
        if quote.kind not in (QuoteKind.DIRECT, QuoteKind.INDIRECT):
            continue
        words = quote.span.of(text) if quote.kind is QuoteKind.DIRECT else ""
        speaker = quote.speaker
        quotes.append((words, (speaker.canonical or speaker.mention.text) if speaker else ""))
        if speaker and speaker.canonical:
            speakers[speaker.canonical] += 1
    return Claims(
        tuple(quotes),
        tuple(
            (entity.type.lower(), (entity.name, *entity.aliases), len(entity.mentions))
            for entity in analysis.entities
        ),
        tuple(speakers.items()),
    )


def put(db: apsw.Connection, claims: Mapping[int, Claims]) -> None:
    """Index articles anew: their titles, bylines and latest texts as kept, and what is claimed.

    They are no longer stale then.
    """
    with transaction(db):
        indexed = [key for key in claims if _is_indexed(db, key)]
        rows = [
            (key, *map(spaced, (*said, *_columns(claims[key]))))
            for article_id in claims
            for key, *said in run(db, _SAYS, (article_id,))
        ]
        for article_id, each in claims.items():
            _put_names(db, article_id, each)
            run(db, "DELETE FROM stale WHERE article_id = ?", (article_id,))
        # These come last and together: FTS5 writes out what it has gathered whenever a statement
        # of another kind comes in between, which costs more than all the rest.
        for article_id in indexed:
            _remove(db, article_id)
        for row in rows:
            run(
                db,
                "INSERT INTO article_index (rowid, title, byline, text, said, speaker, person,"
                " org, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
        for article_id, *_ in rows:
            _put_quotes(db, article_id, claims[article_id].quotes)


def _is_indexed(db: apsw.Connection, article_id: int) -> bool:
    return bool(run(db, "SELECT 1 FROM article_index WHERE rowid = ?", (article_id,)))


def _columns(claims: Claims) -> Iterator[str]:
    """Yield what stands in the columns from `said` on."""
    yield _APART.join(words for words, _ in claims.quotes if words)
    yield _APART.join(speaker for _, speaker in claims.quotes if speaker)
    for kind in ("person", "org", "place"):
        yield _APART.join(
            name for of_kind, names, _ in claims.names if of_kind == kind for name in names
        )


def _remove(db: apsw.Connection, article_id: int) -> None:
    run(db, "DELETE FROM article_index WHERE rowid = ?", (article_id,))
    first = article_id << QUOTE_BITS
    run(db, "DELETE FROM quote_index WHERE rowid BETWEEN ? AND ?", (first, first + _MOST_QUOTES))


def stale(db: apsw.Connection, most: int) -> list[int]:
    """Return the articles that are to be indexed anew, at most so many."""
    return [row[0] for row in run(db, "SELECT article_id FROM stale LIMIT ?", (most,))]


def put_notes(db: apsw.Connection, article_ids: Iterable[int]) -> None:
    """Index what the notes of these articles say now."""
    for article_id in article_ids:
        run(db, "DELETE FROM note_index WHERE rowid = ?", (article_id,))
        run(
            db,
            "INSERT INTO note_index (rowid, note)"
            " SELECT article_id, spaced(group_concat(text, char(10)))"
            " FROM note WHERE article_id = ? GROUP BY article_id",
            (article_id,),
        )


def _put_quotes(db: apsw.Connection, article_id: int, quotes: Sequence[tuple[str, str]]) -> None:
    first = article_id << QUOTE_BITS
    for number, (words, speaker) in enumerate(quotes[:_MOST_QUOTES]):
        run(
            db,
            "INSERT INTO quote_index (rowid, said, speaker) VALUES (?, ?, ?)",
            (first + number, spaced(words), spaced(speaker)),
        )


def _put_names(db: apsw.Connection, article_id: int, claims: Claims) -> None:
    run(db, "DELETE FROM article_name WHERE article_id = ?", (article_id,))
    counted = Counter[tuple[str, str]]()
    for kind, names, times in claims.names:
        counted[kind, names[0]] += times
    for speaker, times in claims.speakers:
        counted["speaker", speaker] += times
    rows = json.dumps([[kind, name, times] for (kind, name), times in counted.items()])
    run(
        db,
        "INSERT OR IGNORE INTO name (kind, name) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
        (rows,),
    )
    run(
        db,
        "INSERT INTO article_name (article_id, name_id, times)"
        " SELECT ?, name.id, value ->> 2 FROM json_each(?)"
        " JOIN name ON kind = value ->> 0 AND name = value ->> 1",
        (article_id, rows),
    )
