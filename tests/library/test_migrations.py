"""Libraries as every older program left them, opened by this one."""

from __future__ import annotations

import subprocess
import sys
import zlib
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import apsw
import pytest

from newsreader.library import schema
from newsreader.library.care.verification import Problem
from newsreader.library.migrations import shipped
from newsreader.library.origins import origin_of
from newsreader.library.tokens import spaced, words
from newsreader.reading import Reading

OLDER = range(1, len(shipped()))
TEXTS = {
    1: "The river rose overnight.",
    2: "The café by the mill is open.",
    3: "東京都知事は橋を再開した。",
    4: "The mill was sold, Jane Roe said.",  # what number 2 says now
}
TITLES = {1: "Flood", 2: "Café", 3: "橋"}
KEPT = {
    "article": "id, title, byline, publisher, published, location, url, language, source, added,"
    " latest_id, read",
    "version": "*",
    "highlight": "*",
    "note": "*",
    "article_tag": "*",
    "highlight_tag": "*",
}


def old_library(path: Path, number: int) -> apsw.Connection:
    """Make a library with the schema that the program had after so many migrations."""
    db = apsw.Connection(str(path))
    for function in (spaced, origin_of, words):
        db.create_scalar_function(function.__name__, function)  # type: ignore[arg-type]
    db.pragma("journal_mode", "wal")
    schema.migrate(db, shipped()[:number])
    with db:
        for article_id in TITLES:
            _add(db, number, article_id)
        _edit(db, number)
        _annotate(db)
        if number >= 2:
            _correct(db)
    with db, closing(apsw.Session(db, "main")) as session:  # as every action was recorded
        session.attach("article")
        session.attach("note")
        db.execute("UPDATE article SET starred = 1 WHERE id = 1")
        db.execute("INSERT INTO note VALUES ('late', 3, NULL, 'Ask the mayor', 8, 8)")
        undo = ("Star and note", 9, session.changeset())
        db.execute("INSERT INTO undo (label, made, changeset) VALUES (?, ?, ?)", undo)
    return db


def _add(db: apsw.Connection, number: int, article_id: int) -> None:
    location = f"/news/{article_id}.txt"
    row = (article_id, TITLES[article_id], "Ann Hall", "", 100 * article_id, location, "", "en")
    db.execute(
        "INSERT INTO article (id, title, byline, publisher, published, location, url, language,"
        " source, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'text', 7)",
        row,
    )
    if number >= 3:
        db.execute("UPDATE article SET origin = '/news' WHERE id = ?", (article_id,))
    _say(db, number, article_id, article_id)


def _say(db: apsw.Connection, number: int, article_id: int, version_id: int) -> None:
    text = TEXTS[version_id]
    digest = sha256(text.encode()).hexdigest()
    db.execute(
        "INSERT INTO version (id, article_id, sha256, text, fetched) VALUES (?, ?, ?, ?, 7)",
        (version_id, article_id, digest, text),
    )
    db.execute("UPDATE article SET latest_id = ? WHERE id = ?", (version_id, article_id))
    if number >= 4:
        db.execute("UPDATE article SET said_id = latest_id WHERE id = ?", (article_id,))
    if number >= 3:  # until then, triggers indexed it
        db.execute(
            "INSERT OR REPLACE INTO article_index (rowid, title, byline, text)"
            " SELECT id, spaced(title), spaced(byline), spaced(?) FROM article WHERE id = ?",
            (text, article_id),
        )
        db.execute("DELETE FROM stale WHERE article_id = ?", (article_id,))
    found = '{"quotes":[],"entities":[]}'
    result = found if number < 3 else zlib.compress(found.encode())
    db.execute("INSERT INTO analysis VALUES (?, 0, ?)", (version_id, result))


def _edit(db: apsw.Connection, number: int) -> None:
    _say(db, number, 2, 4)
    db.execute("UPDATE article SET read = 1 WHERE id = 2")
    if number >= 4:
        db.execute("UPDATE article SET seen_id = 2 WHERE id = 2")


def _annotate(db: apsw.Connection) -> None:
    digest = sha256(TEXTS[1].encode()).hexdigest()
    db.execute(
        "INSERT INTO highlight VALUES ('h1', 1, 'river', 'The ', ' rose', 4, 9, ?, 'green', 8, 8)",
        (digest,),
    )
    db.execute("INSERT INTO note VALUES ('n1', 1, 'h1', 'Which river?', 8, 8)")
    db.execute("INSERT INTO note VALUES ('n2', 2, NULL, 'Who bought the mill?', 8, 8)")
    db.execute("INSERT INTO article_tag VALUES (1, 'floods'), (2, 'trade')")
    db.execute("INSERT INTO highlight_tag VALUES ('h1', 'to check')")


def _correct(db: apsw.Connection) -> None:
    db.execute(
        "INSERT INTO correction VALUES ('c1', 'rename', 'article', '', 'Café', '/news/2.txt', ?,"
        " NULL, NULL, NULL, NULL, NULL, 'Jane Roe', 'Jane Weir', 8)",
        (sha256(TEXTS[4].encode()).hexdigest(),),
    )


def kept(db: apsw.Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table: sorted(db.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)  # noqa: S608
        for table, columns in KEPT.items()
    }


def migration(db: apsw.Connection) -> int:
    return int(db.execute("SELECT max(number) FROM migration").get)


@pytest.mark.parametrize("number", OLDER)
class TestEveryOlderLibrary:
    def test_nothing_is_lost(self, tmp_path: Path, number: int) -> None:
        with closing(old_library(tmp_path / "library.db", number)) as db:
            before = kept(db)
        with Reading(tmp_path / "library.db") as reading, reading.library() as db:
            assert migration(db) == len(shipped())
            assert kept(db) == before
            opened = reading.open(1)
            assert opened.listed.starred
            assert opened.placed[0].highlight.tags == ("to check",)
            assert {note.text for note in opened.notes} == {"Which river?"}
            assert [each.value for each in reading.corrections()] == (
                ["Jane Weir"] if number >= 2 else []
            )
            assert [each.text for each in reading.versions(2)] == [TEXTS[2], TEXTS[4]]
            list(reading.analyze_all(reading.unanalysed()))
            list(reading.index_all())
            found = [each for each in reading.verify() if isinstance(each, Problem)]
            assert found == []

    @pytest.mark.parametrize(
        ("query", "ids"),
        [
            ("river", {1}),
            ("mill", {2}),
            ("cafe", {2}),
            ("知事", {3}),
            ("hall", {1, 2, 3}),
            ("note:mill", {2}),
            ("note:mayor", {3}),
        ],
    )
    def test_its_articles_and_notes_are_found(
        self, tmp_path: Path, number: int, query: str, ids: set[int]
    ) -> None:
        old_library(tmp_path / "library.db", number).close()
        with Reading(tmp_path / "library.db") as reading:
            assert {hit.article_id for hit in reading.search(query).hits} == ids

    def test_what_was_done_then_can_be_undone(self, tmp_path: Path, number: int) -> None:
        old_library(tmp_path / "library.db", number).close()
        with Reading(tmp_path / "library.db") as reading:
            assert reading.undo() == "Star and note"
            assert not reading.open(1).listed.starred
            assert reading.open(3).notes == ()
            assert reading.search("note:mayor").hits == ()
            assert reading.undo() is None

    def test_a_copy_of_it_is_beside_it(self, tmp_path: Path, number: int) -> None:
        with closing(old_library(tmp_path / "library.db", number)) as db:
            before = kept(db)
        Reading(tmp_path / "library.db").close()
        copy = tmp_path / f"library.db.before-{number + 1}"
        with closing(apsw.Connection(str(copy))) as db:
            assert migration(db) == number
            assert kept(db) == before
        assert sorted(path.name for path in tmp_path.iterdir()) == [
            "library.db",
            *(f"library.db.before-{later}" for later in range(number + 1, len(shipped()) + 1)),
        ]

    def test_killed_on_the_way_it_is_what_it_was(self, tmp_path: Path, number: int) -> None:
        path = tmp_path / "library.db"
        with closing(old_library(path, number)) as db:
            before = kept(db)
        with subprocess.Popen(
            [sys.executable, "-c", _HALTING, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        ) as process:
            assert process.stdout
            assert process.stdout.readline() == b"in the middle\n"
            process.kill()
        with closing(apsw.Connection(str(path))) as db:
            assert migration(db) == number
            assert kept(db) == before
        with Reading(path) as reading, reading.library() as db:
            assert kept(db) == before
            assert reading.undo() == "Star and note"


_HALTING = """
import sys
from dataclasses import replace
from pathlib import Path
import apsw
from newsreader.library import schema

def halt():
    print("in the middle", flush=True)
    sys.stdin.read()

steps = [replace(step, sql=step.sql + "; SELECT halt();") for step in schema.shipped()]
schema.shipped = lambda: steps
apsw.connection_hooks.append(lambda db: db.create_scalar_function("halt", halt, 0))
schema.connect(Path(sys.argv[1]))
"""
"""Migrates a library, and waits for ever at the end of the first step."""
