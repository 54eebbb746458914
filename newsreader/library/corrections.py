"""What the reader corrected in analyses, kept so that it can be done again in every new one."""

from __future__ import annotations

from typing import Any, Protocol

import apsw

from newsreader.library.origins import origin_of
from newsreader.library.statements import run
from newsreader.library.times import now, packed, unpacked
from newsreader.model import Anchor, Correction, CorrectionKind, CorrectionScope, Span

_CORRECTION = (
    "SELECT id, kind, scope, iif(scope = 'article', article_id, NULL), source, exact, prefix,"
    " suffix, span_start, span_end, sha256, name, value, created, title, location"
    " FROM correction_of_article"
)
_IN_ORDER = " ORDER BY created, id"
_HOLDS = " WHERE iif(scope = 'source', source = ?, article_id = ?)"


class Published(Protocol):
    """What tells where an article is from."""

    @property
    def publisher(self) -> str:
        """The paper or site."""

    @property
    def url(self) -> str:
        """The publisher's address of it."""

    @property
    def location(self) -> str:
        """Where it was read from."""


def source_of(article: Published) -> str:
    """Return what an article shares with the others from its source; "" if it shares nothing."""
    return origin_of(article.publisher, article.url, article.location)


def add(db: apsw.Connection, correction: Correction) -> bool:
    """Keep a correction; False if it is kept already."""
    anchor = correction.anchor
    passage: tuple[Any, ...] = (None,) * 5
    if anchor is not None:
        span = anchor.span
        passage = (anchor.exact, anchor.prefix, anchor.suffix, span.start, span.end)
    added = run(
        db,
        "INSERT INTO correction (id, kind, scope, source, title, location, sha256, exact, prefix,"
        " suffix, span_start, span_end, name, value, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING id",
        (
            *(correction.id, correction.kind.value, correction.scope.value, correction.source),
            *(correction.title, correction.location, correction.sha256, *passage),
            *(correction.name, correction.value, packed(correction.created)),
        ),
    )
    return bool(added)


def next_moment(db: apsw.Connection) -> int:
    """Return now in microseconds, or just after the latest correction, whatever the clock says."""
    latest = run(db, "SELECT coalesce(max(created), 0) FROM correction")[0][0]
    return max(packed(now()), int(latest) + 1)


def remove(db: apsw.Connection, correction_id: str) -> None:
    """Remove a correction; one that is gone already stays so."""
    run(db, "DELETE FROM correction WHERE id = ?", (correction_id,))


def every(db: apsw.Connection) -> list[Correction]:
    """Return all corrections, in the order they were made."""
    return [_correction(row) for row in run(db, _CORRECTION + _IN_ORDER)]


def that_hold_for(db: apsw.Connection, article_id: int | None, source: str) -> list[Correction]:
    """Return the corrections of an article and of its source, in the order they were made."""
    rows = run(db, _CORRECTION + _HOLDS + _IN_ORDER, (source, article_id))
    return [_correction(row) for row in rows]


def _correction(row: tuple[Any, ...]) -> Correction:
    key, kind, scope, article_id, source, exact, prefix, suffix, start, end, *rest = row
    sha256, name, value, created, title, location = rest
    return Correction(
        id=key,
        kind=CorrectionKind(kind),
        scope=CorrectionScope(scope),
        article_id=article_id,
        source=source,
        anchor=None if exact is None else Anchor(exact, prefix, suffix, Span(start, end), sha256),
        name=name,
        value=value,
        created=unpacked(created),
        title=title,
        location=location,
        sha256=sha256,
    )
