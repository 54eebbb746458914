"""What holds for every format there is."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.export import FORMATS, render
from newsreader.model import Note
from newsreader.model.evidence import Evidence
from tests.export.invented import EVIDENCE
from tests.export.strategies import evidences, one_passage, unhurried

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_what_was_looked_at_once(name: str) -> None:
    expected = (GOLDEN / f"{name}{FORMATS[name].ending}").read_bytes()
    assert render(name, EVIDENCE).encode() == expected


@pytest.mark.parametrize("name", FORMATS)
@unhurried
@given(st.lists(evidences(), max_size=2))
def test_no_raw_control_character_is_written(name: str, evidence: list[Evidence]) -> None:
    text = render(name, evidence)
    allowed = "\n\u200c\u200d" + "\t" * (name == "anki")  # what its fields stand between
    harmful = [
        each
        for each in text
        if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and each not in allowed
    ]
    assert harmful == []
    text.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
@unhurried
@given(evidences())
def test_any_notes_give_the_same_bytes_again(name: str, evidence: Evidence) -> None:
    assert render(name, [evidence]) == render(name, [replace(evidence)])


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"claimreview"}))  # only of statements
def test_a_note_of_a_megabyte_is_written_whole(name: str) -> None:
    words = "Every word of it counts, even 12,345 of them. " * 23_000
    note = Note("e" * 32, 7, None, words, one_passage().fetched, one_passage().fetched)
    written = render(name, [one_passage(note=note)])
    assert written.count("Every word of it counts") >= 23_000
