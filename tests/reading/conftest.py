"""A reader who corrects what is claimed of an article, in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.library.articles import Stored
from newsreader.model import (
    Correction,
    CorrectionKind,
    CorrectionScope,
    Quote,
    Span,
    Version,
)
from newsreader.reading import Reading

FRONT = '---\ntitle: "{title}"\npublisher: The Ledger\n---\n\n'
TEXT = (
    "Harrowmere will drain its baths in April, Mayor Delia Pruett said on Tuesday.\n\n"
    "“I learned to swim in that pool,” Pruett said. “So did my children.”\n\n"
    "“Take an ordinary year and the figure is half that,” Warren Corley told the council.\n"
)
SWIM = "I learned to swim in that pool,"

SPEAKER, RENAME, RETYPE = CorrectionKind.SPEAKER, CorrectionKind.RENAME, CorrectionKind.RETYPE
NOT_ENTITY, SPLIT, MERGE = CorrectionKind.NOT_ENTITY, CorrectionKind.SPLIT, CorrectionKind.MERGE
SOURCE = CorrectionScope.SOURCE


class Desk:
    """A reader with one article on the desk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "notes.db"
        self.reading = Reading(self.library)
        self.article_id = self.add("baths", TEXT)

    def add(self, name: str, text: str, front: str = FRONT) -> int:
        path = self.folder / f"{name}.md"
        path.write_text(front.format(title=name) + text, encoding="utf-8")
        [stored] = self.reading.add([str(path)])
        assert isinstance(stored, Stored)
        return stored.article_id

    def reopen(self) -> None:
        self.reading.close()
        self.reading = Reading(self.library)

    def version(self, article_id: int | None = None) -> Version:
        return self.reading.open(article_id or self.article_id).version

    def span(self, words: str) -> Span:
        start = self.version().text.index(words)
        return Span(start, start + len(words))

    def correct(
        self,
        kind: CorrectionKind,
        words: str = "",
        *,
        name: str = "",
        value: str = "",
        scope: CorrectionScope = CorrectionScope.ARTICLE,
    ) -> Correction:
        span = self.span(words) if words else None
        return self.reading.correct(
            self.article_id, self.version(), kind, span=span, name=name, value=value, scope=scope
        )

    def quote(self, words: str = SWIM, article_id: int | None = None) -> Quote:
        version = self.version(article_id)
        [quote] = [
            q for q in self.reading.analysis(version).quotes if words in q.span.of(version.text)
        ]
        return quote

    def speaker(self, words: str = SWIM, article_id: int | None = None) -> str | None:
        speaker = self.quote(words, article_id).speaker
        return speaker.canonical if speaker else None

    def names(self, article_id: int | None = None) -> list[str]:
        return [each.name for each in self.reading.analysis(self.version(article_id)).entities]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.reading.close()
