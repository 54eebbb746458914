"""Drafts, which reporters write: read as articles are, and kept nowhere."""

from __future__ import annotations

from itertools import islice

from newsreader import sources
from newsreader.errors import SourceError
from newsreader.safety import guard


def read_draft(location: str) -> str:
    """Return the text of a draft as newsreader reads it. Raises SourceError."""
    article, *more = islice(sources.read(location), 2)
    if isinstance(article, SourceError):
        raise article
    if more:
        raise SourceError(f"{guard(location)} holds several texts.", "Name one of them.")
    return article.text
