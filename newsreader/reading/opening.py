"""An article as it is opened to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import apsw

from newsreader.library import anchoring, articles, versions
from newsreader.library import annotations as margin
from newsreader.library.anchoring import Placement
from newsreader.library.articles import ListedArticle
from newsreader.library.versions import History
from newsreader.model import Highlight, Note, Version


@dataclass(frozen=True, slots=True)
class PlacedHighlight:
    """A highlight, and where its passage stands in the Version that is open."""

    highlight: Highlight
    placement: Placement


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article as it is read: one Version, and what the reader made of it."""

    listed: ListedArticle
    version: Version
    history: History
    placed: tuple[PlacedHighlight, ...]
    notes: tuple[Note, ...]

    @property
    def is_latest(self) -> bool:
        """Tell whether this is what the article says now."""
        return self.version.id == self.history.latest_id


def open_article(db: apsw.Connection, article_id: int, version_id: int | None) -> OpenArticle:
    """Return an article with its highlights placed in one of its Versions; None: the latest.

    Raises LibraryError where there is none of that id.
    """
    history = versions.history(db, article_id)
    version = versions.version(db, version_id or history.latest_id)
    highlights = margin.highlights(db, article_id)
    made_in = {each.anchor.sha256 for each in highlights} - {version.sha256}
    before = versions.texts(db, article_id, made_in) if made_in else {}
    return OpenArticle(
        listed=articles.listed(db, article_id),
        version=version,
        history=history,
        placed=tuple(
            PlacedHighlight(
                each,
                anchoring.find(
                    each.anchor, version.text, version.sha256, before.get(each.anchor.sha256, "")
                ),
            )
            for each in highlights
        ),
        notes=tuple(margin.notes(db, article_id)),
    )


def samples() -> list[str]:
    """Return the locations of the sample articles, in order."""
    package = Path(__file__).parents[1]
    shipped = package / "articles"  # in an installed package; in a checkout, beside it
    folder = shipped if shipped.is_dir() else package.parent / "articles"
    return [str(path) for path in sorted(folder.glob("*.md"))]
