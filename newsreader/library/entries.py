"""All that the reader marked and wrote, over the whole library, as a list shows it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import apsw

from newsreader.library.statements import run
from newsreader.library.times import unpacked
from newsreader.library.tokens import folded

_ENTRIES = """
    WITH entry AS (
        SELECT highlight.article_id, highlight.id AS highlight_id, exact, span_start, span_end,
               colour, sha256, coalesce(note.text, '') AS note, highlight.created,
               max(highlight.updated, coalesce(note.updated, 0)) AS updated,
               (SELECT json_group_array(tag ORDER BY tag) FROM highlight_tag
                 WHERE highlight_id = highlight.id) AS tags
          FROM highlight LEFT JOIN note ON note.highlight_id = highlight.id
         UNION ALL
        SELECT article_id, '', '', -1, -1, '', '', text, created, updated,
               (SELECT json_group_array(tag ORDER BY tag) FROM article_tag
                 WHERE article_tag.article_id = note.article_id)
          FROM note WHERE highlight_id IS NULL
    )
    SELECT article.id, highlight_id, exact, colour, note, tags, entry.created,
           entry.sha256 IN ('', version.sha256), title, origin, published
      FROM entry JOIN article ON article.id = entry.article_id
      JOIN version ON version.id = latest_id
     WHERE deleted IS NULL
     ORDER BY max(entry.updated) OVER (PARTITION BY article.id) DESC, article.id,
              span_start, span_end, entry.created, highlight_id
"""


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """A highlight with the note on it, or the note on an article, as lists show it.

    `highlight_id`, `exact` and `colour` are empty for the note on an article, whose `tags` are
    those of the article; `note` is empty where there is none. `in_place`: it was made in the
    Version that the article says now. `origin` is the article's source as a reader names it.
    `words` are those of passage, note, tags and title as the index folds them, to look in.
    """

    article_id: int
    highlight_id: str
    exact: str
    colour: str
    note: str
    tags: tuple[str, ...]
    made: datetime
    in_place: bool
    title: str
    origin: str
    published: datetime | None
    words: str

    @property
    def key(self) -> tuple[int, str]:
        """What no other entry has."""
        return self.article_id, self.highlight_id


def entries(db: apsw.Connection) -> list[ListedEntry]:
    """Return every entry: by article, the one changed last first, and in the order of its text.

    Those of articles in the bin are left out.
    """
    return [_entry(row) for row in run(db, _ENTRIES)]


def _entry(row: tuple[Any, ...]) -> ListedEntry:
    article_id, highlight_id, exact, colour, note, tags, made, in_place, *article = row
    title, origin, published = article
    named = tuple(json.loads(tags))
    return ListedEntry(
        article_id=article_id,
        highlight_id=highlight_id,
        exact=exact,
        colour=colour,
        note=note,
        tags=named,
        made=unpacked(made),
        in_place=bool(in_place),
        title=title,
        origin=origin,
        published=None if published is None else unpacked(published),
        words=folded("\n".join((exact, note, *named, title))),
    )
