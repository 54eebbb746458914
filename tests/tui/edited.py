"""An article that was edited twice, after the reader had marked passages in it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from newsreader import sources
from newsreader.library import articles, schema
from newsreader.model import Article, Span
from newsreader.reading import Reading

BOAT = "I would not let my own boat lie there."
COST = "The repairs are to cost 2.3 million crowns."
NAME = "I have put my name to it."
TIMES = [datetime(2026, 3, day, 9, 30, tzinfo=UTC) for day in (1, 2, 3)]

FIRST_EDIT = [("four months", "five months")]
SECOND_EDIT = [
    ("I would not let my own boat", "I would never let my boat"),
    ("2.3 million", "3.1 million"),
    ("Councillor Mina Oakes", "Councillor Lena Brandt"),
    ("Oakes said", "Brandt said"),
    (f" “{NAME}”", ""),
    ("on Thursday.", "on Thursday. “We will listen,” said Petra Lund, who chairs it."),
]


def edited(library: Path, pier: Path) -> None:
    """Read the article, mark three passages in it, and edit it twice."""
    [article] = sources.read(str(pier))
    assert isinstance(article, Article)
    texts = [article.text]
    for edits in (FIRST_EDIT, SECOND_EDIT):
        texts.append(replaced(texts[-1], edits))
    put(library, article, texts[0], TIMES[0])
    with Reading(library) as reading:
        [listed] = reading.listing()
        version = reading.open(listed.id).version
        for words in (BOAT, COST, NAME):
            start = version.text.index(words)
            reading.highlight(listed.id, version, Span(start, start + len(words)))
        reading.mark_read(listed.id)
    for text, time in zip(texts[1:], TIMES[1:], strict=True):
        put(library, article, text, time)


def put(library: Path, article: Article, text: str, fetched: datetime) -> None:
    """Let an article come in with another text."""
    with closing(schema.connect(library)) as db:
        articles.put(db, replace(article, text=text), fetched)


def replaced(text: str, edits: list[tuple[str, str]]) -> str:
    """Return a text with each of some words replaced wherever they stand."""
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return text
