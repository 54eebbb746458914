"""Which articles have some words, and what names there are."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from newsreader.library import lookup
from newsreader.reading import Reading

FIRST = "The storm broke the harbour wall. “We saw it come,” said Janet Rowe of the watch.\n"
SECOND = "“The storm is over, the harbour is not,” Peter Rowe said on Monday.\n"


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    reading = Reading(None)
    for name, text in (("first", FIRST), ("second", SECOND)):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{name.title()}\n\n{text}", "utf-8")
        list(reading.add([str(path)], analysing=True))
    return reading


def test_words_in_texts_and_in_what_is_said(reading: Reading) -> None:
    with reading.index() as db:
        assert lookup.having(db, "storm", 9) == [1, 2]
        assert lookup.having(db, "storm", 1) == [1]
        assert lookup.having(db, "the harbour", 9) == [1, 2]
        assert lookup.having(db, "harbour wall", 9) == [1]
        assert lookup.having_all(db, ["wall", "storm"], 9) == [1]
        assert lookup.having_all(db, ["wall", "over"], 9) == []
        assert lookup.saying(db, "storm", 9) == [2]
        assert lookup.saying(db, "rowe", 9) == []
        assert lookup.last(db) == 2


def test_names(reading: Reading) -> None:
    with reading.index() as db:
        assert lookup.is_named(db, "Janet Rowe")
        assert not lookup.is_named(db, "Janet Row")
        assert lookup.is_in_names(db, "rowe")
        assert not lookup.is_in_names(db, "storm")
        assert lookup.names_beginning(db, "person", "Jan", 9) == ["Janet Rowe"]
        assert lookup.names_beginning(db, "org", "Jan", 9) == []
        assert set(lookup.names_with(db, "person", "rowe", 9)) == {"Janet Rowe", "Peter Rowe"}
        assert lookup.times_named(db, "person", "Peter Rowe") == 1
        assert lookup.times_named(db, "person", "Peter Row") == 0


def test_nothing_is_in_an_empty_library() -> None:
    with Reading(None) as reading, reading.index() as db:
        assert isinstance(db, apsw.Connection)
        assert (lookup.last(db), lookup.hidden(db)) == (0, set())
