"""An article as it is opened to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import apsw

from newsreader.library import anchoring, articles
from newsreader.library import annotations as margin
from newsreader.library.anchoring import Placement
from newsreader.library.articles import ListedArticle
from newsreader.model import Highlight, Note, Version


@dataclass(frozen=True, slots=True)
class PlacedHighlight:
    """A highlight, and where its passage stands in the Version that is open."""

    highlight: Highlight
    placement: Placement


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article as it is read: its latest Version, and what the reader made of it."""

    listed: ListedArticle
    version: Version
    placed: tuple[PlacedHighlight, ...]
    notes: tuple[Note, ...]


def open_article(db: apsw.Connection, article_id: int) -> OpenArticle:
    """Return an article with its highlights placed in its latest Version.

    Raises LibraryError where there is none of that id.
    """
    version = articles.latest_version(db, article_id)
    return OpenArticle(
        listed=articles.listing(db, [article_id])[0],
        version=version,
        placed=tuple(
            PlacedHighlight(
                highlight, anchoring.find(highlight.anchor, version.text, version.sha256)
            )
            for highlight in margin.highlights(db, article_id)
        ),
        notes=tuple(margin.notes(db, article_id)),
    )


def samples() -> list[str]:
    """Return the locations of the sample articles, in order."""
    package = Path(__file__).parents[1]
    shipped = package / "articles"  # in an installed package; in a checkout, beside it
    folder = shipped if shipped.is_dir() else package.parent / "articles"
    return [str(path) for path in sorted(folder.glob("*.md"))]
