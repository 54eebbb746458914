"""The versions of an article: what it said before, and which of them is read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import apsw

from newsreader.errors import LibraryError
from newsreader.library.statements import run
from newsreader.library.times import packed, unpacked
from newsreader.model import Version

_VERSION = "SELECT version.id, article_id, text, sha256, fetched FROM "
GONE = ("That article is no longer in the library.", "Choose another.")


@dataclass(frozen=True, slots=True)
class History:
    """The versions of an article by their ids, in the order they came in.

    `latest_id` is the one that is read; `seen_id` the one the reader saw last, None: none yet.
    `edited` is when the last one came in.
    """

    ids: tuple[int, ...]
    latest_id: int
    seen_id: int | None
    edited: datetime

    @property
    def edits(self) -> int:
        """How often the article was edited, as far as the library knows."""
        return len(self.ids) - 1

    @property
    def is_news(self) -> bool:
        """Tell whether the reader has read it, but not as it is now."""
        return self.seen_id not in (None, self.latest_id)

    def number(self, version_id: int) -> int:
        """Return which of its versions one is, counted from 1."""
        return self.ids.index(version_id) + 1


def insert(db: apsw.Connection, article_id: int, sha256: str, text: str, fetched: datetime) -> int:
    """Keep a text as one more version of an article, and make it the one that is read."""
    run(
        db,
        "INSERT INTO version (article_id, sha256, text, fetched) VALUES (?, ?, ?, ?)",
        (article_id, sha256, text, packed(fetched)),
    )
    version_id = db.last_insert_rowid()
    follow(db, article_id, version_id)
    return version_id


def follow(db: apsw.Connection, article_id: int, version_id: int) -> None:
    """Make the version that an article's location says now the one that is read."""
    run(
        db,
        "UPDATE article SET latest_id = ?1, said_id = ?1 WHERE id = ?2",
        (version_id, article_id),
    )


def restore(db: apsw.Connection, article_id: int, version_id: int) -> None:
    """Make a version the one that is read, until the article's location says something new.

    Raises LibraryError if it is none of this article's.
    """
    if version(db, version_id).article_id != article_id:
        raise LibraryError("That is no version of this article.", "Choose another.")
    run(
        db,
        "UPDATE article SET latest_id = ?1, seen_id = ?1 WHERE id = ?2 AND latest_id <> ?1",
        (version_id, article_id),
    )


def version(db: apsw.Connection, version_id: int) -> Version:
    """Return one version of an article. Raises LibraryError if there is none of that id."""
    return _one(db, "version WHERE version.id = ?", version_id)


def latest(db: apsw.Connection, article_id: int) -> Version:
    """Return what an article says now. Raises LibraryError if there is none of that id."""
    return _one(
        db, "article JOIN version ON version.id = latest_id WHERE article.id = ?", article_id
    )


def every(db: apsw.Connection, article_id: int) -> list[Version]:
    """Return all versions of an article, in the order they came in."""
    rows = run(db, _VERSION + "version WHERE article_id = ? ORDER BY id", (article_id,))
    return [_version(row) for row in rows]


def texts(db: apsw.Connection, article_id: int, hashes: Iterable[str]) -> dict[str, str]:
    """Return what an article's versions with these SHA-256 say; unknown ones are left out."""
    wanted = json.dumps(list(hashes))
    return dict(
        run(
            db,
            "SELECT sha256, text FROM version"
            " WHERE article_id = ? AND sha256 IN (SELECT value FROM json_each(?))",
            (article_id, wanted),
        )
    )


def history(db: apsw.Connection, article_id: int) -> History:
    """Return an article's versions without their texts. Raises LibraryError if it is gone."""
    rows = run(
        db,
        "SELECT version.id, fetched, latest_id, seen_id FROM article"
        " JOIN version ON article_id = article.id WHERE article.id = ? ORDER BY version.id",
        (article_id,),
    )
    if not rows:
        raise LibraryError(*GONE)
    _, fetched, latest_id, seen_id = rows[-1]
    return History(tuple(row[0] for row in rows), latest_id, seen_id, unpacked(fetched))


def _one(db: apsw.Connection, where: str, value: int) -> Version:
    rows = run(db, _VERSION + where, (value,))
    if not rows:
        raise LibraryError(*GONE)
    return _version(rows[0])


def _version(row: tuple[Any, ...]) -> Version:
    key, article_id, text, sha256, fetched = row
    return Version(key, article_id, text, sha256, unpacked(fetched))
