"""What stands over an article's text: title, byline, date, where it is from, its marks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsreader.reading import OpenArticle
from newsreader.safety import guard
from newsreader.tui import edits, signs
from newsreader.tui.wrap import Wrapped, fit

MOST_OF_NOTE = 200
"""Characters of the note on the article that its line is made from; a note may be a megabyte."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Title, a notice that is read whole, and quieter lines under it."""

    title: str
    under: tuple[str, ...] = ()
    notice: str = ""

    def lines(self, width: int) -> list[tuple[str, str]]:
        """Set the heading to a width: (text, style) a line, with air around it."""
        title = [(line, "title") for line in _whole(self.title, width)]
        notice = [(line, "key") for line in _whole(self.notice, width) if line]
        under = [(fit(line, width), "quiet") for line in self.under]
        return [("", "plain"), *title, *notice, *under, ("", "plain")]


def heading_of(opened: OpenArticle) -> Heading:
    """Return the heading of an article, made safe to draw."""
    article = opened.listed
    date = edits.day(article.published) if article.published else ""
    credit = " · ".join(guard(part) for part in (article.byline, article.publisher, date) if part)
    marks = ["★ starred"] if article.starred else []
    marks += [f"#{guard(tag)}" for tag in article.tags]
    place = guard(article.url or Path(article.location).name)
    note = next((each.text for each in opened.notes if each.highlight_id is None), "")
    noted = f"{signs.NOTE} {' '.join(guard(note[:MOST_OF_NOTE]).split())}" if note else ""
    return Heading(
        guard(article.title),
        tuple(line for line in (credit, place, "  ".join(marks), noted) if line),
        edits.notice(opened),
    )


def _whole(text: str, width: int) -> list[str]:
    wrapped = Wrapped(text, width)
    return [
        text[start:end].strip() for start, end in zip(wrapped.starts, wrapped.ends, strict=True)
    ]
