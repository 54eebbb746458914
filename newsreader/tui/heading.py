"""What stands over an article's text: title, byline, date, where it is from, its marks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsreader.library.articles import ListedArticle
from newsreader.safety import guard
from newsreader.tui.wrap import Wrapped, fit


@dataclass(frozen=True, slots=True)
class Heading:
    """Title, and quieter lines under it."""

    title: str
    under: tuple[str, ...] = ()

    def lines(self, width: int) -> list[tuple[str, str]]:
        """Set the heading to a width: (text, style) a line, with air around it."""
        wrapped = Wrapped(self.title, width)
        title = [
            (self.title[start:end].strip(), "title")
            for start, end in zip(wrapped.starts, wrapped.ends, strict=True)
        ]
        under = [(fit(line, width), "quiet") for line in self.under]
        return [("", "plain"), *title, *under, ("", "plain")]


def heading_of(article: ListedArticle) -> Heading:
    """Return the heading of an article, made safe to draw."""
    published = article.published
    date = f"{published.day} {published:%B %Y}" if published else ""
    credit = " · ".join(guard(part) for part in (article.byline, article.publisher, date) if part)
    marks = ["★ starred"] if article.starred else []
    marks += [f"#{guard(tag)}" for tag in article.tags]
    place = guard(article.url or Path(article.location).name)
    return Heading(
        guard(article.title), tuple(line for line in (credit, place, "  ".join(marks)) if line)
    )
