"""CSV, JSON Lines and Anki: an entry a row, read back by other readers."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsreader.export.anki import write_anki
from newsreader.export.csv_table import write_csv
from newsreader.export.entries import entries
from newsreader.export.json_lines import write_jsonl
from newsreader.model.evidence import Evidence
from newsreader.safety import guard
from tests.export.invented import EVIDENCE
from tests.export.strategies import evidences, one_passage, unhurried

EVERYTHING = {
    "quote": "We can't heat it with affection.",
    "speaker": "Delia Pruett",
    "kind": "direct",
    "cue": "said",
    "title": "Baths vote",
    "byline": "Ann Hall",
    "publisher": "The Ledger",
    "published": "2024-06-03T09:30:00+00:00",
    "fetched": "2024-06-03T09:30:00+00:00",
    "url": "https://ledger.example/baths",
    "start": 10,
    "end": 42,
    "prefix": "said: ",
    "suffix": " Then",
    "sha256": "ab" * 32,
    "colour": "green",
    "tags": ["to check"],
    "note": "Her best line.",
}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n") if line]


def test_a_row_carries_everything() -> None:
    _, row = table(write_csv([one_passage()]))
    assert row["tags"] == "to check"
    assert {name: row[name] for name in EVERYTHING if name != "tags"} == {
        name: str(value) for name, value in EVERYTHING.items() if name != "tags"
    }


def test_an_object_carries_everything() -> None:
    _, found = objects(write_jsonl([one_passage()]))
    assert {name: found[name] for name in EVERYTHING} == EVERYTHING


def test_the_note_on_an_article_has_a_row_of_its_own() -> None:
    row, _ = table(write_csv([one_passage()]))
    assert (row["kind"], row["note"], row["quote"]) == ("note", "Ask the mayor.", "")
    found, _ = objects(write_jsonl([one_passage()]))
    assert (found["kind"], found["note"], found["quote"]) == ("note", "Ask the mayor.", None)


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_any_quote_and_note_are_read_back(evidence: list[Evidence]) -> None:
    rows, found = table(write_csv(evidence)), objects(write_jsonl(evidence))
    made = list(entries(evidence))
    assert len(rows) == len(found) == len(made)
    for row, entry in zip(rows, made, strict=True):
        expected = guard(entry.exact, multiline=True).replace("\t", " ")
        assert row["quote"].replace("'", "") == expected.replace("'", "")
    for each, entry in zip(found, made, strict=True):
        assert (each["quote"] or "", each["id"]) == (entry.exact, entry.id)
        assert each["note"] == (entry.note.text if entry.note else None)


@pytest.mark.parametrize("start", [*"=+-@＝", "\t=", "\r=", '"=', "'=", "”-", " =", "“ -", "\n="])
def test_a_formula_is_made_text(start: str) -> None:
    _, row = table(write_csv([with_words(f"{start}HYPERLINK(0)")]))
    assert row["quote"].startswith("'") or row["quote"][0] not in "=+-@\t\r"
    assert "HYPERLINK(0)" in row["quote"]


def test_a_minus_inside_stays_as_it_is() -> None:
    _, row = table(write_csv([with_words("a-b = c")]))
    assert row["quote"] == "a-b = c"


formulas = st.lists(st.sampled_from([*"=+-@;,\t\r\n\"' “＝", "a", "1"]), max_size=12).map("".join)


@unhurried
@given(formulas, st.sampled_from(",;\t"))
def test_no_cell_is_a_formula_whatever_the_separator(words: str, separator: str) -> None:
    text = write_csv([with_words(words)])
    for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
        for cell in row:
            assert not re.match(r"""[\s"“]*[=+\-@＝\t\r]""", cell), (cell, text)


def test_cards_are_what_ankis_import_takes() -> None:
    heading, cards = anki(write_anki(EVIDENCE))
    assert heading["separator"] == "tab"
    assert heading["html"] == "true"
    assert heading["columns"].split("\t") == ["Front", "Back", "Tags", "Id"]
    assert (heading["tags column"], heading["guid column"]) == ("3", "4")
    front, back, tags, name = cards[1]
    assert front == "I learned to swim in that pool.<br>So did my children."
    assert back.startswith("<b>Delia Pruett</b><br><br>Delia Pruett, quoted in “Baths to close")
    assert "<br><br>Her best line.<br><br><small>direct, cue “said” · published 2024-06" in back
    assert "characters 100–151" in back
    assert (tags, name) == ("to_check 2024", "9e3779b1" * 4)


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_any_entry_is_one_card(evidence: list[Evidence]) -> None:
    _, cards = anki(write_anki(evidence))
    made = list(entries(evidence))
    assert [len(card) for card in cards] == [4] * len(made)
    for card, entry in zip(cards, made, strict=True):
        assert card[0]
        assert card[3] == entry.id
        elements = html.fragments_fromstring(f"<div>{card[0]}{card[1]}</div>")[0].iter()
        assert {element.tag for element in elements} <= {"div", "br", "b", "small"}


def anki(text: str) -> tuple[dict[str, str], list[list[str]]]:
    """Read cards as Anki does: lines with # first, then fields that csv would split alike."""
    rows = text.removesuffix("\n").split("\n")
    heading = dict(row[1:].split(":", 1) for row in rows if row.startswith("#"))
    cards = csv.reader([row for row in rows if not row.startswith("#")], delimiter="\t")
    return heading, list(cards)


def with_words(words: str) -> Evidence:
    """Return an article, one passage of which reads so."""
    evidence = one_passage()
    [passage] = evidence.passages
    anchor = replace(passage.highlight.anchor, exact=words)
    changed = replace(passage, highlight=replace(passage.highlight, anchor=anchor))
    return replace(evidence, passages=(changed,))
