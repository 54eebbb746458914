"""A library file with all that a reader can have in one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from newsreader.library import annotations as margin
from newsreader.library import articles, files, index, schema, traits
from newsreader.library.analyses import Made, encode
from newsreader.library.anchoring import make_anchor
from newsreader.library.care import backups
from newsreader.library.corrections import add as add_correction
from newsreader.library.files import FileState
from newsreader.library.index import Claims
from newsreader.library.statements import run
from newsreader.library.times import packed
from newsreader.library.undo import action
from newsreader.model import (
    Analysis,
    Article,
    Correction,
    CorrectionKind,
    CorrectionScope,
    Span,
)

FETCHED = datetime(2026, 3, 1, 12, tzinfo=UTC)


def article(number: int, *, words: int = 60) -> Article:
    """Make an article with a word of its own all over it."""
    body = " ".join(f"weir{number} water{place % 7}" for place in range(words))
    return Article(
        f"Weir {number}",
        f"“Sluice {number} must open,” Jane Roe said. {body}.",
        f"/news/weir{number}.txt",
        published=datetime(2026, 1, 1 + number % 28, tzinfo=UTC),
        publisher="The Ledger",
    )


def made(number: int) -> Made:
    claims = Claims(
        quotes=((f"Sluice {number} must open", "Jane Roe"),),
        names=(("person", ("Jane Roe",), 1),),
        speakers=(("Jane Roe", 1),),
    )
    return Made(1, encode(Analysis()), claims)


def fill(db: apsw.Connection, count: int, *, words: int = 60) -> list[int]:
    """Add articles; the reader notes something on every third."""
    ids = []
    for number in range(count):
        each = article(number, words=words)
        stored = articles.put(db, each, FETCHED, made(number))
        ids.append(stored.article_id)
        state = FileState(each.location, size=number, modified=0)
        files.remember(db, state, stored.article_id, stored.version_id)
        if number % 3 == 0:
            annotate(db, ids[-1], each, number)
    return ids


def annotate(db: apsw.Connection, article_id: int, each: Article, number: int) -> None:
    anchor = make_anchor(each.text, Span(1, 10), each.sha256)
    with action(db, "Marked"):
        highlight = margin.add_highlight(db, article_id, anchor, "yellow")
        margin.set_highlight_tags(db, highlight.id, [f"tag{number}"])
        margin.write_note(db, article_id, highlight.id, f"On the sluice of weir{number}")
        margin.write_note(db, article_id, None, f"On all of weir{number}")
        traits.set_tags(db, article_id, ["rivers", f"weir{number}"])
        correction = Correction(
            id=f"correction{number}",
            kind=CorrectionKind.RENAME,
            scope=CorrectionScope.ARTICLE,
            article_id=article_id,
            source="The Ledger",
            anchor=anchor,
            name="Jane Roe",
            value=f"Jane Weir{number}",
            created=FETCHED,
            title=each.title,
            location=each.location,
            sha256=each.sha256,
        )
        add_correction(db, correction)
        run(
            db,
            "INSERT INTO saved_query VALUES (?, ?, ?, ?)",
            (f"query{number}", f"Weir {number}", f"weir{number}", packed(FETCHED)),
        )


def fresh(db: apsw.Connection) -> None:
    """Index what is stale, with what is claimed of it."""
    index.put(db, {key: made(key - 1).claims for key in index.stale(db, 1_000)})


def contents(db: apsw.Connection, table: str) -> list[tuple[object, ...]]:
    """Return all rows of a table, in one order."""
    return sorted(run(db, f"SELECT * FROM {table}"), key=repr)  # noqa: S608


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[apsw.Connection]:
    with closing(schema.connect(path)) as db:
        fill(db, 12)
        fresh(db)
        yield db


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[apsw.Connection]:
    """Give a library with long texts, edits, a bin, and pages that became free."""
    with closing(schema.connect(tmp_path_factory.mktemp("original") / "library.db")) as db:
        fill(db, 40, words=20)
        for number, length in enumerate((900, 1_500, 3_000)):
            body = " ".join(f"{number}-{word}" for word in range(length))
            articles.put(db, Article(f"Long {number}", body, f"/news/long{number}.txt"), FETCHED)
        articles.put(db, Article("Weir 5", "The weir was sold.", "/news/weir5.txt"), FETCHED)
        run(db, "UPDATE article SET deleted = 1 WHERE id IN (2, 3)")
        backups.note(db, FETCHED, Path("/news/backup.db"))
        gone = articles.put(db, Article("Gone", "gone " * 9_000, "/news/gone.txt"), FETCHED)
        margin.write_note(db, gone.article_id, None, "Never to be seen again")
        run(db, "DELETE FROM article WHERE id = ?", (gone.article_id,))
        fresh(db)
        db.pragma("wal_checkpoint", "truncate")
        yield db


@pytest.fixture
def damaged(original: apsw.Connection, tmp_path: Path) -> Path:
    return Path(shutil.copy(original.filename, tmp_path / "damaged.db"))
