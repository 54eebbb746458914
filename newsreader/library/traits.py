"""What a reader notes of an article as a whole: that it was read, its star, its tags."""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from newsreader.library.statements import run, storable, transaction


def set_starred(db: apsw.Connection, article_id: int, starred: bool) -> None:  # noqa: FBT001 - a setter's value
    """Give an article its star, or take it away."""
    run(
        db,
        "UPDATE article SET starred = ?1 WHERE id = ?2 AND starred <> ?1",
        (int(starred), article_id),
    )


def set_read(db: apsw.Connection, article_id: int, read: bool) -> None:  # noqa: FBT001 - a setter's value
    """Mark an article as read, or as unread."""
    run(
        db,
        "UPDATE article SET read = ?1, seen_id = CASE WHEN ?1 THEN latest_id ELSE seen_id END"
        " WHERE id = ?2 AND (read <> ?1 OR ?1 AND seen_id IS NOT latest_id)",
        (int(read), article_id),
    )


def set_tags(db: apsw.Connection, article_id: int, tags: Iterable[str]) -> None:
    """Give an article these tags in place of those it has."""
    with transaction(db):
        run(db, "DELETE FROM article_tag WHERE article_id = ?", (article_id,))
        for tag in tidy_tags(tags):
            run(db, "INSERT INTO article_tag (article_id, tag) VALUES (?, ?)", (article_id, tag))


def tags_used(db: apsw.Connection) -> list[str]:
    """Return all tags of articles and highlights, those used most first."""
    rows = run(
        db,
        "SELECT tag FROM (SELECT tag FROM article_tag UNION ALL SELECT tag FROM highlight_tag)"
        " GROUP BY tag ORDER BY count(*) DESC, tag COLLATE NOCASE",
    )
    return [tag for (tag,) in rows]


def tidy_tags(tags: Iterable[str]) -> list[str]:
    """Return each tag once, with single spaces and none around it; empty ones are left out."""
    spaced = (" ".join(storable(tag).split()) for tag in tags)
    return sorted({tag for tag in spaced if tag})
