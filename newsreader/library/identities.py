"""What tells one article from another, for all that is in the library at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import apsw

from newsreader.library.statements import run
from newsreader.library.times import unpacked


@dataclass(frozen=True, slots=True)
class Identity:
    """An article without its text.

    `hashes` are the SHA-256 of its Versions, that of the latest first.
    """

    id: int
    title: str
    byline: str
    publisher: str
    published: datetime | None
    location: str
    url: str
    hashes: tuple[str, ...]


def identities(db: apsw.Connection) -> Iterator[Identity]:
    """Yield every article that is not in the bin."""
    rows = run(
        db,
        "SELECT article.id, title, byline, publisher, published, location, url,"
        " (SELECT json_group_array(sha256) FROM"
        "   (SELECT sha256 FROM version WHERE article_id = article.id"
        "     ORDER BY sha256 <> latest.sha256))"
        " FROM article JOIN version AS latest ON latest.id = latest_id WHERE deleted IS NULL",
    )
    for article_id, title, byline, publisher, published, location, url, hashes in rows:
        yield Identity(
            id=article_id,
            title=title,
            byline=byline,
            publisher=publisher,
            published=None if published is None else unpacked(published),
            location=location,
            url=url,
            hashes=tuple(json.loads(hashes)),
        )
