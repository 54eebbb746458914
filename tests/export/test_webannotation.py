from __future__ import annotations

import json
import unicodedata
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ExportError
from newsreader.export.webannotation import write_webannotation
from newsreader.export.webannotation_reading import read_webannotation
from newsreader.model import Span
from newsreader.model.evidence import Evidence
from tests.export.annotation_model import violations
from tests.export.invented import EVIDENCE
from tests.export.spoiling import spoilt
from tests.export.strategies import MONDAY, evidences, one_passage, unhurried

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FOUND = {"type": "TextQuoteSelector", "exact": "We can’t", "prefix": "said: ", "suffix": " heat"}


@unhurried
@given(st.lists(evidences(), max_size=3))
def test_what_is_written_reads_back_whole(evidence: list[Evidence]) -> None:
    text = write_webannotation(evidence)
    assert read_webannotation(text) == tuple(evidence)
    assert write_webannotation(read_webannotation(text)) == text


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_what_is_written_keeps_to_the_model(evidence: list[Evidence]) -> None:
    text = write_webannotation(evidence)
    assert list(violations(json.loads(text))) == []
    assert not {"Cc", "Cs"} & {unicodedata.category(each) for each in text if each != "\n"}


def test_the_model_is_kept_to_in_what_was_looked_at_once() -> None:
    assert list(violations(json.loads(write_webannotation(EVIDENCE)))) == []


def test_an_article_comes_back_twice_where_it_is_there_twice() -> None:
    assert read_webannotation(write_webannotation([one_passage()] * 2)) == (one_passage(),) * 2


def test_another_program_finds_the_passage_the_note_and_the_tags() -> None:
    items = json.loads(write_webannotation([one_passage()]))["first"]["items"]
    assert [item["motivation"] for item in items] == ["describing", "commenting", "highlighting"]
    assert items[1]["body"][0]["value"] == "Ask the mayor."
    passage = items[2]
    assert passage["target"]["source"] == "https://ledger.example/baths"
    assert passage["target"]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "We can't heat it with affection.",
            "prefix": "said: ",
            "suffix": " Then",
        },
        {"type": "TextPositionSelector", "start": 10, "end": 42},
    ]
    assert [(body["purpose"], body["value"]) for body in passage["body"]] == [
        ("commenting", "Her best line."),
        ("tagging", "to check"),
    ]


@pytest.mark.parametrize(
    ("location", "source"),
    [
        ("/news/öl & gas.md", "file:///news/%C3%B6l%20%26%20gas.md"),
        (r"C:\news\baths.md", "file:///C:/news/baths.md"),
        ("stdin", "urn:x-newsreader:location:stdin"),
        ("https://ledger.example/a b", "https://ledger.example/a%20b"),
    ],
)
def test_an_article_without_address_is_named_by_where_it_was_read(
    location: str, source: str
) -> None:
    written = write_webannotation([one_passage(url="", location=location)])
    assert json.loads(written)["first"]["items"][0]["target"]["source"] == source


def test_some_of_our_annotations_still_tell_their_article() -> None:
    document = json.loads(write_webannotation([one_passage()]))
    only = document["first"]["items"][2]
    (found,) = read_webannotation(json.dumps([only]))
    assert found == one_passage(tags=(), note=None)


def annotation(**fields: object) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "id": "https://notes.example/1",
        "type": "Annotation",
        "body": "https://notes.example/body",
        "target": {"source": "https://ledger.example/baths", "selector": FOUND},
    } | fields


def read_one(**fields: object) -> Evidence:
    (found,) = read_webannotation(json.dumps(annotation(**fields)))
    return found


def test_an_annotation_of_another_program_is_a_highlight_with_a_note() -> None:
    found = read_one(
        created="2024-06-03T09:30:00Z",
        body=[
            {"type": "TextualBody", "value": "A good line.", "purpose": "commenting"},
            {"type": "TextualBody", "value": "budget", "purpose": "tagging"},
        ],
    )
    assert (found.article_id, found.sha256) == (0, "")
    assert found.url == found.location == "https://ledger.example/baths"
    (passage,) = found.passages
    anchor = passage.highlight.anchor
    assert (anchor.exact, anchor.prefix, anchor.suffix) == ("We can’t", "said: ", " heat")
    assert (anchor.span, anchor.sha256) == (Span(0, 0), "")
    assert passage.highlight.tags == ("budget",)
    assert passage.highlight.created == passage.highlight.updated == MONDAY
    assert passage.note
    assert passage.note.text == "A good line."
    assert passage.note.highlight_id == passage.highlight.id


@pytest.mark.parametrize(
    "body",
    [
        "Fine.",
        ["Fine."],
        {"type": "TextualBody", "value": "Fine."},
        [{"value": "Fine.", "format": "text/plain"}, {"value": "", "purpose": "tagging"}],
        {"type": "Choice", "items": [{"value": "Fine."}, {"value": "Bien."}]},
        {"id": "Fine."},
        {"type": "SpecificResource", "source": {"id": "Fine."}},
    ],
)
def test_bodies_come_in_many_shapes(body: object) -> None:
    (passage,) = read_one(body=body).passages
    assert passage.note
    assert passage.note.text == "Fine."


def test_a_body_value_is_a_note() -> None:
    fields = annotation(bodyValue="Fine.")
    del fields["body"]
    (found,) = read_webannotation(json.dumps(fields))
    assert found.passages[0].note
    assert found.passages[0].note.text == "Fine."


@pytest.mark.parametrize(
    ("selector", "span"),
    [
        ([{"type": "CssSelector", "value": "p"}, FOUND], Span(0, 0)),
        ([{"type": "TextPositionSelector", "start": 3, "end": 11}, FOUND], Span(3, 11)),
        ([{"type": "TextPositionSelector", "start": 11, "end": 3}, FOUND], Span(0, 0)),
        ([{"type": "TextPositionSelector", "start": "3", "end": 11}, FOUND], Span(0, 0)),
        ([{"type": "TextPositionSelector", "start": 3, "end": 10**40}, FOUND], Span(0, 0)),
        ({"type": "XPathSelector", "value": "//p", "refinedBy": FOUND}, Span(0, 0)),
        (
            {
                "type": "FragmentSelector",
                "value": "p1",
                "refinedBy": [{"type": "TextPositionSelector", "start": 1, "end": 9}, FOUND],
            },
            Span(0, 0),
        ),
    ],
)
def test_selectors_come_in_many_shapes(selector: object, span: Span) -> None:
    target = {"source": {"id": "https://ledger.example/baths"}, "selector": selector}
    (passage,) = read_one(target=[target]).passages
    assert passage.highlight.anchor.exact == "We can’t"
    assert passage.highlight.anchor.span == span


@pytest.mark.parametrize(
    "target",
    [
        "https://ledger.example/baths",
        ["https://ledger.example/baths"],
        {"id": "https://ledger.example/baths", "type": "Text"},
        {"source": "https://ledger.example/baths", "selector": {"type": "SvgSelector"}},
    ],
)
def test_what_is_on_a_whole_article_is_its_note(target: object) -> None:
    found = read_one(target=target)
    assert found.location == "https://ledger.example/baths"
    assert found.passages == ()
    assert found.note
    assert found.note.text == "https://notes.example/body"


def test_notes_on_one_article_become_one() -> None:
    several = [
        annotation(id=f"urn:x:{number}", target="file:///a%20b.md", body=f"Note {number}")
        for number in (1, 2)
    ]
    (found,) = read_webannotation(json.dumps(several))
    assert found.location == "/a b.md"
    assert found.note
    assert found.note.text == "Note 1\n\nNote 2"


def test_reading_twice_gives_the_same_ids_and_a_second_copy_is_left_out() -> None:
    text = json.dumps([annotation(), annotation()])
    first, second = (read_webannotation(text)[0].passages for _ in range(2))
    assert [each.highlight.id for each in first] == [each.highlight.id for each in second]
    assert len(first) == 1


def test_what_has_no_time_has_that_of_now() -> None:
    created = read_one(created="yesterday").passages[0].highlight.created
    assert created - MONDAY > timedelta(days=1)


def test_texts_from_elsewhere_are_made_harmless() -> None:
    found = read_one(body="\x1b]0;title\x07a\x00b\r\nc\u202e", target="https://x.example/\x1b[31m")
    assert found.note
    assert found.note.text == "ab\nc"
    assert found.location == "https://x.example/"


def test_annotations_that_are_elsewhere_are_said_to_be() -> None:
    page = {"type": "AnnotationCollection", "first": "https://notes.example/page1"}
    with pytest.raises(ExportError, match=r"notes\.example/page1"):
        read_webannotation(json.dumps(page))


@pytest.mark.parametrize(
    "text",
    ["", "{}", "3", "null", "[3]", '{"type": "Note"}', "[" * 100_000, "9" * 5000, '{"a": NaN}'],
)
def test_other_files_are_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ExportError) as refused:
        read_webannotation(text)
    assert "\n" not in str(refused.value)


@unhurried
@given(spoilt(json.loads(write_webannotation([one_passage()]))) | spoilt([annotation()]))
def test_whatever_is_wrong_is_told(text: str) -> None:
    with suppress(ExportError):
        write_webannotation(read_webannotation(text))
