"""All highlights and notes of a library, as one list."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.model import Span
from newsreader.reading import Reading

PIER = "Pier to close\n\n“The timber is soft,” said Jane Roe. “It will not hold.”\n"
FROST = "Frost spoils plums\n\nIt froze twice in Ellmark.\n"


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    (tmp_path / "pier.txt").write_text(PIER, encoding="utf-8")
    (tmp_path / "frost.txt").write_text(FROST, encoding="utf-8")
    reading = Reading(None)
    list(reading.add([str(tmp_path / "pier.txt"), str(tmp_path / "frost.txt")]))
    return reading


def mark(reading: Reading, article_id: int, words: str, colour: str = "yellow") -> str:
    version = reading.open(article_id).version
    start = version.text.index(words)
    return reading.highlight(article_id, version, Span(start, start + len(words)), colour).id


def test_entries_come_by_article_the_note_on_it_first_then_in_text_order(reading: Reading) -> None:
    assert reading.entries() == []
    hold = mark(reading, 1, "It will not hold.", "green")
    soft = mark(reading, 1, "The timber is soft,")
    reading.write_note(1, soft, "Ask her.")
    reading.set_highlight_tags(soft, ["wood", "Älg"])
    reading.write_note(2, None, "Compare with last year.")
    reading.set_tags(2, ["fruit"])
    found = reading.entries()
    assert [(each.key, each.exact, each.colour, each.note, each.tags) for each in found] == [
        ((2, ""), "", "", "Compare with last year.", ("fruit",)),
        ((1, soft), "The timber is soft,", "yellow", "Ask her.", ("wood", "Älg")),
        ((1, hold), "It will not hold.", "green", "", ()),
    ]
    assert [each.title for each in found] == ["Frost spoils plums", *["Pier to close"] * 2]
    assert "alg" in found[1].words.split("\n")
    reading.write_note(1, None, "On all of it.")
    assert [each.key for each in reading.entries()] == [(1, ""), (1, soft), (1, hold), (2, "")]


def test_what_was_made_in_an_older_version_is_told(reading: Reading, tmp_path: Path) -> None:
    mark(reading, 1, "The timber is soft,")
    reading.write_note(1, None, "On all of it.")
    assert [each.in_place for each in reading.entries()] == [True, True]
    (tmp_path / "pier.txt").write_text(PIER.replace("soft", "hard"), encoding="utf-8")
    list(reading.add([str(tmp_path / "pier.txt")]))
    assert [each.in_place for each in reading.entries()] == [True, False]


def test_the_bin_is_left_out(reading: Reading) -> None:
    mark(reading, 1, "The timber is soft,")
    reading.delete([1])
    assert reading.entries() == []


def test_chosen_evidence_is_what_was_chosen_and_nothing_else(reading: Reading) -> None:
    hold = mark(reading, 1, "It will not hold.")
    mark(reading, 1, "The timber is soft,")
    reading.write_note(1, None, "On all of it.")
    reading.write_note(2, None, "Compare.")
    [only] = reading.chosen_evidence([(1, hold)])
    assert [each.highlight.id for each in only.passages] == [hold]
    assert only.passages[0].quote is not None
    assert only.passages[0].quote.speaker == "Jane Roe"
    assert only.note is None
    second, first = reading.chosen_evidence([(2, ""), (1, "")])
    assert second.note
    assert second.note.text == "Compare."
    assert first.note
    assert (first.note.text, first.passages) == ("On all of it.", ())
