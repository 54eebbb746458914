"""The index brought up to what the library now says: analyses with their corrections."""

from __future__ import annotations

import apsw

from newsreader import analysis
from newsreader.library import analyses, articles, corrections, index, versions
from newsreader.library.index import NOTHING_CLAIMED, Claims, claims_of
from newsreader.library.statements import transaction

AT_ONCE = 200
"""Stale articles that a search may wait for, in about as many milliseconds."""


def refresh(db: apsw.Connection, most: int) -> int:
    """Index stale articles anew, at most so many, in one transaction; return how many they were."""
    if not index.stale(db, 1):
        return 0
    with transaction(db):
        waiting = index.stale(db, most)
        index.put(db, {article_id: _claims(db, article_id) for article_id in waiting})
    return len(waiting)


def _claims(db: apsw.Connection, article_id: int) -> Claims:
    version = versions.latest(db, article_id)
    found = analyses.load(db, version.id, analysis.VERSION)
    if found is None:
        return NOTHING_CLAIMED
    article = articles.listed(db, version.article_id)
    made = corrections.that_hold_for(db, article.id, corrections.source_of(article))
    if made:
        from newsreader.analysis.correcting import correct
        from newsreader.reading.correcting import placed

        found = correct(found, placed(made, version.text, version.sha256)).analysis
    return claims_of(version.text, found)
