"""What panes tell the screen, as facts in the past tense."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from newsreader.errors import NewsreaderError
from newsreader.model import Analysis, Span
from newsreader.reading import OpenArticle


@dataclass
class ArticlePicked(Message):
    """An article was chosen in the list."""

    article_id: int


@dataclass
class QuoteSelected(Message):
    """A quote became the current one; `index` counts from 0 in text order."""

    index: int
    jump: bool = False


@dataclass
class EntitySelected(Message):
    """An entity became the current one; with `step`, go to its next mention."""

    index: int
    step: bool = False


@dataclass
class PlaceClicked(Message):
    """The body was clicked on this character."""

    offset: int


class ClaimDoubted(Message):
    """The current quote or name was clicked with the right button."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an article the reader wants to be: at its top, if nothing else is said.

    At an offset, on a passage, or at a highlight by its id; an empty id is that of the note on the
    article.
    """

    offset: int | None = None
    highlight_id: str | None = None
    passage: Span | None = None


TOP = Place()


@dataclass
class ArticleOpened(Message):
    """An article was read from the library, to be shown at a place."""

    opened: OpenArticle
    place: Place = TOP


@dataclass
class ArticleAnalysed(Message):
    """The analysis of a Version is there."""

    version_id: int
    analysis: Analysis


class Begun(Message):
    """The first article is ready to be shown."""


@dataclass
class ArticlesAdded(Message):
    """Locations were read: the ids that came of it since the last time, and what could not be."""

    ids: tuple[int, ...]
    problems: tuple[NewsreaderError, ...] = ()
    done: bool = True


@dataclass
class RowsWanted(Message):
    """Articles of these ids are near the view of the list, which does not know their rows."""

    ids: tuple[int, ...]


@dataclass
class LibraryAnalysed(Message):
    """So many of the articles that waited for their analysis have it now."""

    done: int
    total: int


@dataclass
class WorkFailed(Message):
    """Something that went on in the background could not be done."""

    error: NewsreaderError
