"""What a reader reads."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a source delivers it: made safe, with what is known about it.

    `text` is the body that every Span points into: paragraphs separated by one empty line,
    newlines only, no title and no front matter. `location` is where it was read from (an absolute
    path, or an http(s) address); `url` is the address its publisher gives for it, empty if
    unknown. `published` is aware and in UTC. `source` names the kind of source ("text",
    "markdown", "page").
    """

    title: str
    text: str
    location: str
    byline: str = ""
    publisher: str = ""
    published: datetime | None = None
    url: str = ""
    language: str = ""
    source: str = "text"

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, as lower-case hex: the identity of a Version."""
        return sha256_of(self.text)


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article's text, as the library keeps it."""

    id: int
    article_id: int
    text: str
    sha256: str
    fetched: datetime


def sha256_of(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8 as lower-case hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
