from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ExportError
from newsreader.export.json_text import dump
from newsreader.export.loss_free import read_json, write_json
from newsreader.model.evidence import Evidence
from tests.export.strategies import evidences, one_passage, unhurried


@unhurried
@given(st.lists(evidences(), max_size=3))
def test_what_is_written_reads_back_whole(evidence: list[Evidence]) -> None:
    text = write_json(evidence)
    assert read_json(text) == tuple(evidence)
    assert write_json(read_json(text)) == text


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_no_raw_control_character_is_written(evidence: list[Evidence]) -> None:
    text = write_json(evidence)
    harmful = [
        each
        for each in text
        if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and each not in "\n\u200c\u200d"
    ]
    assert harmful == []
    text.encode("utf-8")


@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zp"])) | st.just("\ud800"))
def test_dump_is_json(text: str) -> None:
    assert json.loads(dump(text)) == text


def test_documents_are_plain_enough_for_other_programs() -> None:
    document = json.loads(write_json([one_passage()]))
    assert (document["format"], document["version"]) == ("newsreader-notes", 1)
    article = document["articles"][0]
    highlight = article["highlights"][0]
    assert article["published"] == "2024-06-03T09:30:00+00:00"
    assert (highlight["exact"], highlight["start"], highlight["end"]) == (
        "We can't heat it with affection.",
        10,
        42,
    )
    assert highlight["quote"]["speaker"] == "Delia Pruett"
    assert highlight["note"]["text"] == "Her best line."


def test_notes_written_before_there_were_corrections_are_read() -> None:
    document = json.loads(write_json([one_passage()]))
    del document["articles"][0]["corrections"]
    del document["articles"][0]["highlights"][0]["quote"]["corrected"]
    assert read_json(json.dumps(document)) == (one_passage(),)


def test_notes_written_before_there_were_kinds_of_speakers_are_read() -> None:
    document = json.loads(write_json([one_passage()]))
    del document["articles"][0]["highlights"][0]["quote"]["speaker_kind"]
    assert read_json(json.dumps(document)) == (one_passage(),)


def test_letters_stay_readable() -> None:
    assert "“Ünïcödé” 日本" in write_json([one_passage(title="“Ünïcödé” 日本")])


def _document(**changes: object) -> str:
    return json.dumps(json.loads(write_json([one_passage()])) | changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        "3",
        "{}",
        "[" * 100_000,
        _document(format="something else"),
        _document(version=2),
        _document(version="1"),
        _document(articles=[{}]),
        _document(articles=[3]),
        _document(articles=None),
        write_json([one_passage()]).replace('"end": 42', '"end": 1'),
        write_json([one_passage()]).replace("exact", "exactly"),
        write_json([one_passage()]).replace('"start": 10', '"start": 10.5'),
        write_json([one_passage()]).replace('"end": 42', '"end": 1e999'),
        write_json([one_passage()]).replace('"end": 42', f'"end": {10**30}'),
        write_json([one_passage()]).replace('"Baths vote"', "5"),
        write_json([one_passage()]).replace('"id": 7', '"id": "7"'),
        write_json([one_passage()]).replace('"pools"', "[]"),
        write_json([one_passage()]).replace("09:30:00+00:00", "09:30:00"),
        write_json([one_passage()]).replace('"kind": "direct"', '"kind": "shouted"'),
        write_json([one_passage()]).replace('"why"', '"because"'),
    ],
)
def test_other_documents_are_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ExportError) as refused:
        read_json(text)
    assert "\n" not in str(refused.value)


def test_a_newer_version_says_so() -> None:
    with pytest.raises(ExportError, match="newer"):
        read_json(_document(version=2))
