"""A library of some thousands of articles, made in a moment."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from newsreader import analysis
from newsreader.library import analyses, schema
from newsreader.model import Analysis

COUNT = 3_000

_ARTICLES = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
    INSERT INTO article (id, title, byline, publisher, published, location, url, language,
        source, origin, added, latest_id, starred, read)
    SELECT n, format('Notice %04d of the ', n) || iif(n % 2, 'ferry', 'baths'), '',
        'The Paper of ' || (n % 7), 1500000000000000 - n * 60000000, '/news/' || n || '.txt', '',
        'en', 'text', 'The Paper of ' || (n % 7), 0, n, n % 100 = 0, n % 3 > 0
      FROM number
"""
_VERSIONS = """
    INSERT INTO version (id, article_id, sha256, text, fetched)
    SELECT id, id, format('%064x', id), title || ' says nothing.', 0 FROM article
"""
_NOTES = """
    INSERT INTO note (id, article_id, text, created, updated)
    SELECT 'n' || id, id, 'Why?', 1, 1 FROM article WHERE id % 1000 = 1
"""
_INDEX = "INSERT INTO article_index (rowid, title, text) SELECT id, title, title FROM article"
_TAGS = (
    "INSERT INTO article_tag (article_id, tag) SELECT id, 'river' FROM article WHERE id % 50 = 0"
)
_ANALYSES = "INSERT INTO analysis (version_id, analyzer, result) SELECT id, ?, ? FROM version"


def fill(library: Path) -> Path:
    """Make a library of COUNT articles; number 1 is the newest, and number n has the id n.

    Odd numbers are about the ferry, even ones about the baths. Every third is unread, every
    fiftieth tagged, every hundredth starred, every thousandth from 1 on has a note.
    """
    with closing(schema.connect(library)) as db, db:
        db.execute(_ARTICLES, (COUNT,))
        for statement in (_VERSIONS, _NOTES, _INDEX, _TAGS):
            db.execute(statement)
        db.execute(_ANALYSES, (analysis.VERSION, analyses.encode(Analysis())))
        db.execute("DELETE FROM stale")
    return library
