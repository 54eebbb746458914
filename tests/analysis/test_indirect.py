from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis import analyze
from newsreader.model import QuoteKind


def reports(text: str) -> list[tuple[str, str, str]]:
    """Each reported clause, with the mention of who said it and the cue."""
    return [
        (q.span.of(text), q.speaker.mention.text, q.cue.of(text))
        for q in analyze(text).quotes
        if q.kind is QuoteKind.INDIRECT and q.speaker and q.cue
    ]


DEAD = "the plan was dead"


@pytest.mark.parametrize(
    ("text", "clause", "who"),
    [
        ("Mary Roe said that the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe said the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe, the mayor, said on Monday the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe said in a statement that the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe told John Doe, who had come late, that the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe told reporters the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe told a jury that the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe denied that the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe promised voters that the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe warned that the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe went on to say that the plan was dead.", DEAD, "Mary Roe"),
        ("Mary Roe was quoted as saying that the plan was dead.", DEAD, "Mary Roe"),
        ("John Doe was told by Mary Roe that the plan was dead.", DEAD, "Mary Roe"),
        ("The report says that the plan was dead.", DEAD, "The report"),
        ("According to Mary Roe, the plan was dead.", DEAD, "Mary Roe"),
        ("According to Mary Roe, the mayor, the plan was dead.", DEAD, "Mary Roe"),
        ("The plan was dead, according to Mary Roe.", "The plan was dead", "Mary Roe"),
        ("The plan was dead, Mary Roe said on Monday.", "The plan was dead", "Mary Roe"),
        ("The plan was dead, said Mary Roe, the mayor.", "The plan was dead", "Mary Roe"),
        ("The plan was dead, a mayor in Ohio told the paper.", "The plan was dead", "a mayor"),
        ("The plan, Mary Roe said, was dead.", "The plan, Mary Roe said, was dead", "Mary Roe"),
        ("OHIO — The plan was dead, Mary Roe said.", "The plan was dead", "Mary Roe"),
        ("Mary Roe said the rate was 5% (a fall).", "the rate was 5% (a fall)", "Mary Roe"),
        (
            "At a talk, Mary Roe said the town values its plan.",
            "the town values its plan",
            "Mary Roe",
        ),
        (
            "Roe said a bus which they call slow, is late.",
            "a bus which they call slow, is late",
            "Roe",
        ),
        ("Mary Roe says it’s too soon.", "it’s too soon", "Mary Roe"),
        ("Residents say they’re tired of it.", "they’re tired of it", "Residents"),
        ("Mary Roe said if it rains, it is over.", "if it rains, it is over", "Mary Roe"),
        ("Later, the plan suits Ohio, Mary Roe said.", "Later, the plan suits Ohio", "Mary Roe"),
        (
            "The plan was dead, Mary Roe said in a letter published on Monday.",
            "The plan was dead",
            "Mary Roe",
        ),
        ("Roe said $2 billion was lost.", "$2 billion was lost", "Roe"),
        ("Mary Roe, a judge, said a closed mill was lost.", "a closed mill was lost", "Mary Roe"),
        ("Roe said nothing was wrong.", "nothing was wrong", "Roe"),
        ("The plan was dead, Mary Roe said, and left.", "The plan was dead", "Mary Roe"),
        ("But, according to Mary Roe, the plan was dead.", DEAD, "Mary Roe"),
        ("The plan was dead, according to files seen by Acme.", "The plan was dead", "files"),
        ("The plan, said Mary Roe, was dead.", "The plan, said Mary Roe, was dead", "Mary Roe"),
        (
            "The plan was dead, says Ann Roe, a nurse who has read it.",
            "The plan was dead",
            "Ann Roe",
        ),
        ("Mary Roe said that, in general, the plan was dead.", DEAD, "Mary Roe"),
        ("The council in Ohio already on Monday said the plan was dead.", DEAD, "The council"),
        ("Some within the party say that the plan was dead.", DEAD, "Some"),
        ("Acme of Ohio said that the plan was dead.", DEAD, "Acme"),
        ("The governments of Peru and Chile say that the plan was dead.", DEAD, "The governments"),
    ],
)
def test_what_is_reported_as_said(text: str, clause: str, who: str) -> None:
    assert [found[:2] for found in reports(text)] == [(clause, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Mary Roe did not say that the plan was dead.",
        "Mary Roe could say that the plan was dead.",
        "Mary Roe never said the plan was dead.",
        "Mary Roe declined to say that the plan was dead.",
        "Mary Roe was told that the plan was dead.",
        "It was said that the plan was dead.",
        "It’s estimated that the plan was dead.",
        "Mary Roe said goodbye to her friends.",
        "Mary Roe said nothing about what the plans were.",
        "Mary Roe said a prayer.",
        "Mary Roe said a few words about the plans.",
        "Seats are given out according to the number of members.",
        "Seats are given out according to market needs.",
        "The cuts, said Mary Roe of the town’s members.",
        "Mary Roe announced a plan that would be dead.",
        "Mary Roe confirmed the death of the plan.",
        "Mary Roe said “no” and left the room.",
        "Mary Roe said that the plan was “dead”.",
        "If Mary Roe says that the plan was dead, so be it.",
        "Mary Roe said goodbye.",
        "During a talk in Ohio on Monday, Mary Roe reported a rise.",
    ],
)
def test_what_is_not(text: str) -> None:
    assert reports(text) == []


def test_the_speaker_goes_on_in_the_sentence() -> None:
    text = "The plan was dead, Mary Roe said, adding that John Doe had killed it."
    assert reports(text) == [
        ("The plan was dead", "Mary Roe", "said"),
        ("John Doe had killed it", "Mary Roe", "adding"),
    ]
    text = "“It is dead,” said Mary Roe, adding that John Doe had killed it."
    assert reports(text) == [("John Doe had killed it", "Mary Roe", "adding")]


def test_a_source_can_be_told_of_in_a_clause_of_its_own() -> None:
    text = "The plan was dead, according to Acme Corp, which warned that it would not come back."
    assert reports(text) == [
        ("The plan was dead", "Acme Corp", "according"),
        ("it would not come back", "Acme Corp", "warned"),
    ]


def test_what_was_reported_is_never_shown_as_somebodys_words() -> None:
    [quote] = analyze("Mary Roe said that the plan was dead.").quotes
    assert quote.kind is QuoteKind.INDIRECT
    assert quote.why == "“said”, reported without marks"


PIECES = st.sampled_from(
    [
        *(
            "Mary Roe ",
            "he ",
            "the mayor ",
            "said ",
            "told ",
            "saying ",
            "according to ",
            "did not ",
        ),
        *("that ", "which ", "who ", "the plan ", "was ", "dead ", "in ", "by ", "to ", "a "),
        *(
            "on Monday ",
            "(Ohio) ",
            "“no” ",
            "statement ",
            ", ",
            ". ",
            "; ",
            ": ",
            "\n\n",
            ", adding ",
        ),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_reports_overlap_neither_one_another_nor_what_is_in_marks(text: str) -> None:
    quotes = analyze(text).quotes
    for before, after in pairwise(quotes):
        assert before.span.end <= after.span.start
    for quote in quotes:
        assert quote.span.of(text).strip() == quote.span.of(text) != ""
