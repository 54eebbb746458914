"""Files of evidence are known by what is in them, and read back as far as they go."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.errors import ExportError
from newsreader.export import FORMATS
from newsreader.export.csv_table import harmless_cell, text_of_cell
from newsreader.export.entries import Entry, entries
from newsreader.export.fields import fields
from newsreader.export.lines import plain
from newsreader.export.reading_back import read_evidence
from newsreader.library.traits import tidy_tags
from newsreader.model.evidence import Evidence
from tests.export.strategies import evidences, one_passage, texts, unhurried

UNTOLD = set("speaker speaker_kind mention cue confidence why corrected kind".split())


def told(evidence: Sequence[Evidence]) -> list[dict[str, object]]:
    """Return what JSON Lines tell, without who is quoted."""
    return [
        {key: value for key, value in fields(each).items() if key not in UNTOLD}
        for each in entries(evidence)
    ]


@pytest.mark.parametrize("name", ["json", "webannotation", "jsonl", "csv"])
def test_each_kind_is_known_by_what_is_in_it(name: str) -> None:
    evidence = [one_passage(), one_passage(article_id=8, title="=Other", note=None)]
    written = FORMATS[name].write(evidence)
    assert told(read_evidence(written)) == told(evidence)
    assert told(read_evidence("\n" * (name != "csv") + written)) == told(evidence)


@pytest.mark.parametrize("name", ["hypothesis", "readwise"])
def test_those_of_other_programs_too(name: str) -> None:
    evidence = [one_passage()]
    [there] = read_evidence(FORMATS[name].write(evidence))
    assert there.url == evidence[0].url
    assert [each.exact for each in entries([there])] == [each.exact for each in entries(evidence)]


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_json_lines_are_read_as_written(evidence: list[Evidence]) -> None:
    distinct = [replace(each, title=f"{number}") for number, each in enumerate(evidence)]
    written = FORMATS["jsonl"].write(distinct)
    if list(entries(distinct)):
        assert told(read_evidence(written)) == told(distinct)


@given(texts | st.text("='+;-@ \n“a"))
def test_a_cell_is_read_as_it_was(text: str) -> None:
    assert text_of_cell(harmless_cell(text)) == plain(text)


@given(st.lists(st.text("a,\"' ="), max_size=3))
@example(["harbour, old", 'the "pier"', '"', ", ="])
def test_tags_are_read_from_a_table_as_they_were(tags: list[str]) -> None:
    tags = tidy_tags(map(plain, tags))
    written = FORMATS["csv"].write([one_passage(tags=tuple(tags))])
    [found] = read_evidence(written)
    assert list(found.tags) == tags


def test_a_megabyte_in_a_cell_is_read() -> None:
    evidence = one_passage()
    assert evidence.note
    long = replace(evidence, note=replace(evidence.note, text="A word. " * 150_000))
    assert told(read_evidence(FORMATS["csv"].write([long]))) == told([long])


def spoilt(name: str, old: str, new: str) -> str:
    written = FORMATS[name].write([one_passage()])
    assert old in written
    return written.replace(old, new)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "{}",
        "[]",
        "[" * 100_000,
        '{"a": 1}',
        '{"format": "newsreader-corrections", "corrections": []}',
        "a,b\n1,2\n",
        '"',
        "\0",
        spoilt("json", '"exact"', '"exactly"'),
        FORMATS["json"].write([one_passage()])[:500],
        spoilt("jsonl", '"start": 10', '"start": "ten"'),
        spoilt("jsonl", '["to check"]', '"to check"'),
        spoilt("jsonl", "T09:30:00+00:00", ""),
        spoilt("csv", ",10,42,", ",10,ten,"),
        spoilt("csv", ",10,42,", ",,,"),
        spoilt("csv", ",10,42,", ',"10,42'),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(text: str) -> None:
    with pytest.raises(ExportError) as refused:
        read_evidence(text)
    assert "\n" not in str(refused.value)


@unhurried
@given(
    st.sampled_from(["json", "webannotation", "hypothesis", "jsonl", "csv", "readwise"]),
    st.data(),
    st.text(max_size=3) | st.sampled_from(["null", "-1", "1e999", "{}", "[]", '"', "\0"]),
)
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject, put: str) -> None:
    written = FORMATS[name].write([one_passage()])
    start = data.draw(st.integers(0, len(written)))
    end = data.draw(st.integers(start, min(len(written), start + 60)))
    with suppress(ExportError):
        list(entries(read_evidence(written[:start] + put + written[end:])))


def test_entries_of_one_article_stay_together() -> None:
    written = FORMATS["jsonl"].write([one_passage()])
    [evidence] = read_evidence(written)
    assert [type(each) for each in entries([evidence])] == [Entry, Entry]
    assert json.loads(written.split("\n")[0])["kind"] == "note"
