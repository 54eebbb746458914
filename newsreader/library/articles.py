"""Articles: what is known of them, and what the reader made of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import apsw

from newsreader.errors import LibraryError
from newsreader.library import analyses, index, versions
from newsreader.library.analyses import Made
from newsreader.library.index import NOTHING_CLAIMED
from newsreader.library.origins import origin_of
from newsreader.library.statements import run, storable, transaction
from newsreader.library.times import packed, unpacked
from newsreader.model import Article, sha256_of

SAMPLE = "sample"
"""The source of the articles that come with the program."""

_STDIN = "stdin:"

_LISTED = (
    "SELECT article.id, title, byline, publisher, published, location, url, source, origin,"
    " language, starred, read,"
    " (SELECT count(*) FROM highlight WHERE article_id = article.id),"
    " (SELECT count(*) FROM note WHERE article_id = article.id),"
    " (SELECT count(*) FROM version WHERE article_id = article.id),"
    " (SELECT json_group_array(tag ORDER BY tag) FROM article_tag WHERE article_id = article.id)"
    " FROM "
)
_ALL = (
    "article WHERE article.id NOT IN hidden"
    " ORDER BY coalesce(published, added) DESC, article.id DESC"
)
_CHOSEN = "json_each(?1) AS wanted JOIN article ON article.id = wanted.value ORDER BY wanted.key"

_IS_KNOWN = (
    "SELECT EXISTS (SELECT 1 FROM version WHERE sha256 = ?)"
    " OR EXISTS (SELECT 1 FROM article WHERE location = ?)"
)
"""Tells of most that comes in that it is new, in a tenth of the time that the next two take."""

_SAME_TEXT = (
    "SELECT article.id, latest_id, said_id, version.id, deleted,"
    " title, byline, publisher, published, location, url, language, source"
    " FROM version JOIN article ON article.id = version.article_id WHERE version.sha256 = ?"
    " ORDER BY location = ? DESC, latest_id = version.id DESC, article.id LIMIT 1"
)
_SAME_LOCATION = (
    "SELECT id, latest_id, said_id, NULL, deleted,"
    " title, byline, publisher, published, location, url, language, source"
    " FROM article WHERE location = ? ORDER BY latest_id DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Stored:
    """Where `put` kept an article, and what that changed.

    `new` to the library, `edited` (another text than before), `restored` (it was in the bin).
    """

    article_id: int
    version_id: int
    new: bool = False
    edited: bool = False
    restored: bool = False


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article without its text, as lists show it.

    `origin` is the source as a reader names it. `highlights`, `notes` and `versions` are counts;
    `tags` are in alphabetical order.
    """

    id: int
    title: str
    byline: str
    publisher: str
    published: datetime | None
    location: str
    url: str
    source: str
    origin: str
    language: str
    starred: bool
    read: bool
    highlights: int
    notes: int
    versions: int
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the library already has of an article; `version_id` None: not this text.

    `said_id` is the version that its location said last.
    """

    id: int
    latest_id: int
    said_id: int
    version_id: int | None
    in_bin: bool
    metadata: tuple[Any, ...]

    @property
    def location(self) -> str:
        return str(self.metadata[4])

    @property
    def source(self) -> str:
        return str(self.metadata[7])


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article to keep, when it was fetched, and the analysis of its text if that is `made`."""

    article: Article
    fetched: datetime
    made: Made | None = None


def put(
    db: apsw.Connection, article: Article, fetched: datetime, made: Made | None = None
) -> Stored:
    """Keep one article, as `put_all` does."""
    [stored] = put_all(db, [Incoming(article, fetched, made)])
    return stored


def put_all(db: apsw.Connection, incoming: Sequence[Incoming]) -> list[Stored]:
    """Keep articles, unless the library has them already, all or none; index what is new in them.

    It is the same article if the same text is known from the same location, or else the same
    text from anywhere, or else another text from the same location: then this text becomes its
    latest version, unless it is the very one that the reader went back from. What is newly known
    about it (title, byline, …) replaces what was known. What comes in again is taken out of the
    bin.
    """
    with transaction(db):
        kept = [_put(db, each) for each in incoming]
        fresh = [
            (stored, each.made)
            for (stored, is_fresh), each in zip(kept, incoming, strict=True)
            if is_fresh
        ]
        analyses.store(db, {stored.version_id: made for stored, made in fresh if made})
        index.put(db, {stored.article_id: NOTHING_CLAIMED for stored, made in fresh if not made})
    return [stored for stored, _ in kept]


def _put(db: apsw.Connection, incoming: Incoming) -> tuple[Stored, bool]:
    """Keep an article; tell whether its text is new to the library."""
    article, fetched = incoming.article, incoming.fetched
    text = storable(article.text)
    sha256 = sha256_of(text)
    known = _known(db, article.location, sha256)
    if known is None:
        return _insert(db, article, sha256, text, fetched), True
    here = known.location == article.location
    if not here and known.version_id not in (None, known.latest_id):
        # A copy elsewhere of what the article said before it was edited.
        return Stored(known.id, known.version_id or 0), False
    version_id = known.version_id
    if version_id is None:
        version_id = versions.insert(db, known.id, sha256, text, fetched)
    elif version_id != known.said_id:
        versions.follow(db, known.id, version_id)
    _refresh(db, known, article)
    if known.in_bin:
        run(db, "UPDATE article SET deleted = NULL WHERE id = ?", (known.id,))
    edited = version_id not in (known.said_id, known.latest_id)
    stored = Stored(known.id, version_id, edited=edited, restored=known.in_bin)
    return stored, known.version_id is None


def find(db: apsw.Connection, article: Article) -> int | None:
    """Return the id of the article that `put` would take this for; None: a new one."""
    known = _known(db, article.location, sha256_of(storable(article.text)))
    return known.id if known else None


def listing(db: apsw.Connection, ids: Sequence[int] | None = None) -> list[ListedArticle]:
    """Return the articles with these `ids`, in this order; unknown ones are left out.

    None: all of them, newest first, without the samples unless there is nothing else.
    """
    if ids is None:
        rows = run(db, _LISTED + _ALL)
    else:
        rows = run(db, _LISTED + _CHOSEN, (json.dumps(list(ids)),))
    return [_listed(row) for row in rows]


def listed(db: apsw.Connection, article_id: int) -> ListedArticle:
    """Return one article, as lists show it. Raises LibraryError if it is gone."""
    found = listing(db, [article_id])
    if not found:
        raise LibraryError(*versions.GONE)
    return found[0]


def _known(db: apsw.Connection, location: str, sha256: str) -> _Known | None:
    if not run(db, _IS_KNOWN, (sha256, location))[0][0]:
        return None
    found = run(db, _SAME_TEXT, (sha256, location)) or run(db, _SAME_LOCATION, (location,))
    article_id, latest_id, said_id, version_id, deleted, *metadata = found[0]
    in_bin = deleted is not None
    return _Known(article_id, latest_id, said_id, version_id, in_bin, tuple(metadata))


def _insert(
    db: apsw.Connection, article: Article, sha256: str, text: str, fetched: datetime
) -> Stored:
    metadata = _metadata(article)
    run(
        db,
        "INSERT INTO article (title, byline, publisher, published, location, url, language,"
        " source, origin, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*metadata, origin_of(*_published(metadata)), packed(fetched)),
    )
    article_id = db.last_insert_rowid()
    version_id = versions.insert(db, article_id, sha256, text, fetched)
    return Stored(article_id, version_id, new=True)


def _refresh(db: apsw.Connection, known: _Known, article: Article) -> None:
    """Let what is newly said about an article replace what was known; silence replaces nothing.

    A copy on standard input, and a sample the reader has as an article of their own, say nothing
    new about where it is from.
    """
    if article.source == SAMPLE != known.source:
        return
    if article.location.startswith(_STDIN) and known.location != article.location:
        return
    refreshed = tuple(
        old if new in ("", None) else new
        for new, old in zip(_metadata(article), known.metadata, strict=True)
    )
    if refreshed != known.metadata:
        run(
            db,
            "UPDATE article SET title = ?, byline = ?, publisher = ?, published = ?,"
            " location = ?, url = ?, language = ?, source = ?, origin = ? WHERE id = ?",
            (*refreshed, origin_of(*_published(refreshed)), known.id),
        )


def _metadata(article: Article) -> tuple[Any, ...]:
    """Return the columns title, byline, publisher, published, location, url, language, source."""
    return (
        storable(article.title),
        storable(article.byline),
        storable(article.publisher),
        None if article.published is None else packed(article.published),
        storable(article.location),
        storable(article.url),
        article.language,
        article.source,
    )


def _published(metadata: tuple[Any, ...]) -> tuple[str, str, str]:
    """Return publisher, url and location of the columns that `_metadata` has."""
    return metadata[2], metadata[5], metadata[4]


def _listed(row: tuple[Any, ...]) -> ListedArticle:
    key, title, byline, publisher, published, location, url, *rest = row
    source, origin, language, starred, read, highlights, notes, count, tags = rest
    return ListedArticle(
        id=key,
        title=title,
        byline=byline,
        publisher=publisher,
        published=None if published is None else unpacked(published),
        location=location,
        url=url,
        source=source,
        origin=origin,
        language=language,
        starred=bool(starred),
        read=bool(read),
        highlights=highlights,
        notes=notes,
        versions=count,
        tags=tuple(json.loads(tags)),
    )
