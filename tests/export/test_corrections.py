from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import CorrectionError
from newsreader.export.corrections import read_corrections, write_corrections
from newsreader.model import Correction, CorrectionKind, CorrectionScope
from tests.export.strategies import MONDAY, corrections, unhurried

PASSAGE = {"exact": "a", "prefix": "", "suffix": "", "start": 0, "end": 1}
ONE = Correction(
    id="c" * 32,
    kind=CorrectionKind.RENAME,
    scope=CorrectionScope.SOURCE,
    article_id=None,
    source="The Ledger",
    anchor=None,
    name="Delia Pruett",
    value="Delia Prewitt",
    created=MONDAY,
    title="Baths vote",
    location="/news/baths.md",
    sha256="ab" * 32,
)


@unhurried
@given(st.lists(corrections(article_id=7), max_size=4))
def test_what_is_written_reads_back_whole(made: list[Correction]) -> None:
    text = write_corrections(made)
    read = read_corrections(text)
    assert read == [replace(each, article_id=None) for each in made]
    assert write_corrections(each for each in read if isinstance(each, Correction)) == text


@pytest.mark.parametrize(
    "text",
    ["", "not JSON", "[]", "{}", "null", '{"format": "newsreader-notes", "version": 1}', "[" * 9999,
     '{"format": "newsreader-corrections", "version": "1", "corrections": []}',
     '{"format": "newsreader-corrections", "version": 1, "corrections": 1}'],
)  # fmt: skip
def test_another_document_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(CorrectionError, match="does not hold newsreader corrections"):
        read_corrections(text)


def test_a_newer_document_is_refused_politely() -> None:
    document = json.loads(write_corrections([ONE])) | {"version": 2}
    with pytest.raises(CorrectionError, match="newer newsreader"):
        read_corrections(json.dumps(document))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ({"id": "../../etc"}, "its id is none"),
        ({"kind": "guess"}, "guess"),
        ({"scope": "world"}, "world"),
        ({"kind": "split"}, "whole source"),
        ({"kind": "retype"}, "not a type"),
        ({"source": ""}, "publisher"),
        ({"name": 1}, "its name is no text"),
        ({"value": "\u202e \n"}, "no name"),
        ({"created": "2024-06-03"}, "no time zone"),
        ({"created": 3}, "another type"),
        ({"created": "0001-01-01T00:00:00+14:00"}, "date value out of range"),
        ({"passage": {}}, "exact is missing"),
        ({"passage": "here"}, "another type"),
        ({"passage": PASSAGE | {"start": 0.5, "end": 1.5}}, "nowhere"),
        ({"passage": PASSAGE | {"start": -1, "end": 0}}, "not a span"),
        ({"passage": PASSAGE | {"start": 0, "end": 1 << 70}}, "nowhere"),
        ({"article": None}, "another type"),
    ],
)  # fmt: skip
def test_what_is_damaged_is_said_and_the_rest_read(damage: dict[str, Any], told: str) -> None:
    document = json.loads(write_corrections([ONE, ONE]))
    document["corrections"][0] |= damage
    error, other = read_corrections(json.dumps(document))
    assert isinstance(error, CorrectionError)
    assert error.message.startswith("Correction 1 of the file is damaged: ")
    assert told in error.message
    assert other == ONE


def test_a_row_that_is_none_is_damaged() -> None:
    text = '{"format": "newsreader-corrections", "version": 1, "corrections": [7]}'
    [error] = read_corrections(text)
    assert "no object" in str(error)
