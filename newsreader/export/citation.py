"""One plain line that says where a statement stands."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on


class Citable(Protocol):
    """What is known of an article wherever it is passed on."""

    @property
    def title(self) -> str:
        """The headline."""

    @property
    def byline(self) -> str:
        """Who wrote it, as printed."""

    @property
    def publisher(self) -> str:
        """The paper or site."""

    @property
    def published(self) -> datetime | None:
        """When, in UTC."""

    @property
    def url(self) -> str:
        """The publisher's address of it."""

    @property
    def location(self) -> str:
        """Where it was read from."""


def day(moment: datetime) -> str:
    """Write a date the way newspapers do, whatever the locale: 3 June 2024."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def attribution(article: Citable, speaker: str = "", *, indirect: bool = False) -> str:
    """Return who said it and where it was printed, on one line, what is unknown left out.

    For example: Jane Roe, quoted in “Budget passes”, Ann Hall, The Post, 3 June 2024
    """
    inner = article.title.replace("“", "‘").replace("”", "’")
    title = f"“{inner}”" if inner else ""
    how = "paraphrased" if indirect else "quoted"
    parts = [
        f"{speaker}, {how} in {title}" if speaker and title else speaker or title,
        article.byline,
        article.publisher,
        day(article.published) if article.published else "",
    ]
    return " ".join(", ".join(part for part in parts if part).split())


def citation(article: Citable, speaker: str = "", *, indirect: bool = False) -> str:
    """Return the attribution with the article's address, or where it was read from.

    Speaker: by full name; `indirect`: it was said in the writer's words.
    """
    address = article.url or article.location
    line = attribution(article, speaker, indirect=indirect)
    return ", ".join(part for part in (line, address) if part)
