from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ExportError
from newsreader.export.hypothesis import read_hypothesis, write_hypothesis
from newsreader.model import Span
from newsreader.model.evidence import Evidence
from tests.export.invented import EVIDENCE
from tests.export.spoiling import spoilt
from tests.export.strategies import MONDAY, evidences, one_passage, unhurried


def row(**fields: object) -> dict[str, Any]:
    """Return an annotation as the API gives it."""
    return {
        "id": "AbCdEfGhIjKlMnOpQrStUw",
        "created": "2024-06-03T09:30:00+00:00",
        "updated": "2024-06-03T09:30:00.000000+00:00",
        "user": "acct:pat@notes.example",
        "uri": "https://ledger.example/baths",
        "text": "A good line.",
        "tags": ["budget"],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [
            {
                "source": "https://ledger.example/baths",
                "selector": [
                    {
                        "type": "RangeSelector",
                        "startContainer": "/div[1]/p[2]",
                        "endContainer": "/div[1]/p[2]",
                        "startOffset": 3,
                        "endOffset": 11,
                    },
                    {"type": "TextPositionSelector", "start": 300, "end": 308},
                    {
                        "type": "TextQuoteSelector",
                        "exact": "We can’t",
                        "prefix": "said: ",
                        "suffix": " heat",
                    },
                ],
            }
        ],
        "document": {"title": ["Baths vote"]},
        "links": {"html": "https://hyp.example/a/1"},
    } | fields


def test_its_shape_is_that_of_the_sidebars_export() -> None:
    document = json.loads(write_hypothesis([one_passage()]))
    assert document["export_date"] == "2024-06-03T09:30:00+00:00"
    note, passage = document["annotations"]
    assert note["text"] == "Ask the mayor."
    assert note["target"] == [{"source": "https://ledger.example/baths"}]
    assert passage["uri"] == "https://ledger.example/baths"
    assert passage["document"] == {"title": ["Baths vote"]}
    assert (passage["text"], passage["tags"]) == ("Her best line.", ["to check"])
    position, quoted = passage["target"][0]["selector"]
    assert position == {"type": "TextPositionSelector", "start": 10, "end": 42}
    assert quoted["exact"] == "We can't heat it with affection."
    assert len(passage["id"]) == 22
    assert passage["newsreader"]["speaker"] == "Delia Pruett"
    assert passage["newsreader"]["sha256"] == "ab" * 32


def test_what_we_write_comes_back_as_far_as_there_is_a_place_for_it() -> None:
    (found,) = read_hypothesis(write_hypothesis([one_passage()]))
    written = one_passage()
    assert (found.title, found.byline, found.url) == (written.title, written.byline, written.url)
    assert found.tags == written.tags
    assert found.note == replace(written.note, article_id=0)  # type: ignore[type-var]  # is there
    (passage,) = found.passages
    highlight = written.passages[0].highlight
    assert passage.highlight == replace(highlight, article_id=0)
    assert passage.note
    assert passage.note.text == "Her best line."


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_all_that_is_written_can_be_read(evidence: list[Evidence]) -> None:
    read_hypothesis(write_hypothesis(evidence))


def test_two_articles_of_ours_at_one_address_stay_two() -> None:
    first = one_passage()
    [passage] = first.passages
    moved = replace(passage, highlight=replace(passage.highlight, id="5" * 32))
    second = replace(first, location="/baths-2.md", note=None, passages=(moved,))
    found = read_hypothesis(write_hypothesis([first, second]))
    assert [len(one.passages) for one in found] == [1, 1]


def test_every_passage_comes_back_in_order() -> None:
    found = read_hypothesis(write_hypothesis(EVIDENCE))
    assert [[passage.highlight.anchor.exact for passage in one.passages] for one in found] == [
        [passage.highlight.anchor.exact for passage in one.passages] for one in EVIDENCE
    ]


@pytest.mark.parametrize(
    "document",
    [
        {"export_date": "2024-06-03", "annotations": [row()]},
        {"total": 1, "rows": [row()]},
        [row()],
    ],
)
def test_exports_and_answers_of_the_api_are_read(document: object) -> None:
    (found,) = read_hypothesis(json.dumps(document))
    assert (found.article_id, found.sha256, found.title) == (0, "", "Baths vote")
    assert found.location == found.url == "https://ledger.example/baths"
    (passage,) = found.passages
    anchor = passage.highlight.anchor
    assert (anchor.exact, anchor.prefix, anchor.suffix) == ("We can’t", "said: ", " heat")
    assert anchor.span == Span(300, 308)
    assert passage.highlight.created == passage.highlight.updated == MONDAY
    assert passage.highlight.tags == ("budget",)
    assert passage.note
    assert passage.note.text == "A good line."


def test_a_note_on_the_page_is_the_note_on_the_article() -> None:
    page_note = row(target=[{"source": "https://ledger.example/baths"}], text="Ask her.")
    (found,) = read_hypothesis(json.dumps([page_note]))
    assert found.passages == ()
    assert found.note
    assert found.note.text == "Ask her."
    assert found.tags == ("budget",)


def test_a_hash_that_is_none_is_left_out() -> None:
    given = [row(newsreader={"sha256": each}) for each in ("\x1b[31m", "AB" * 32, "ab" * 31)]
    for each in given:
        (found,) = read_hypothesis(json.dumps([each]))
        assert found.passages[0].highlight.anchor.sha256 == ""


def test_replies_are_added_to_the_note_that_they_answer() -> None:
    reply = row(id="r1", references=[row()["id"]], text="No, it is not.", target=[{"source": "x"}])
    lost = row(id="r2", references=["gone"], text="What?", target=[{"source": "x"}])
    (found,) = read_hypothesis(json.dumps([reply, row(), lost]))
    assert found.passages[0].note
    assert found.passages[0].note.text == "A good line.\n\nNo, it is not."
    assert found.note
    assert found.note.text == "What?"


@pytest.mark.parametrize(
    "text",
    [
        *("", "nonsense", "3", "null", "{}", "[3]", "[[]]", '{"rows": 3}', '{"rows": {}}'),
        *('{"annotations": [{"uri": 3}]}', "[" * 100_000, '{"rows": null}'),
        json.dumps([{"type": "Annotation", "target": "https://ledger.example"}]),
    ],
)
def test_other_files_are_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ExportError) as refused:
        read_hypothesis(text)
    assert "\n" not in str(refused.value)


@unhurried
@given(spoilt({"rows": [row(), row(id="r1", references=[row()["id"]])]}))
def test_whatever_is_wrong_is_told(text: str) -> None:
    with suppress(ExportError):
        write_hypothesis(read_hypothesis(text))
