from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis import analyze
from newsreader.analysis.scene import look_at
from newsreader.model import MentionKind, QuoteKind

Turn = tuple[str, str, str]


def turns(text: str) -> list[Turn]:
    """What is said after labels: the words, the mention, and the full name."""
    quotes = [quote for quote in analyze(text).quotes if quote.kind is QuoteKind.DIRECT]
    return [
        (q.span.of(text), q.speaker.mention.text, q.speaker.canonical) for q in quotes if q.speaker
    ]


INTRODUCED = "Mary Roe met John Doe.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            INTRODUCED + "ROE: Do we go?\n\nDOE: We stay.\n\nROE: Why?",
            [
                ("Do we go?", "ROE", "Mary Roe"),
                ("We stay.", "DOE", "John Doe"),
                ("Why?", "ROE", "Mary Roe"),
            ],
        ),
        (
            INTRODUCED + "Mary Roe: Do we go?\nJohn Doe: We stay.",
            [("Do we go?", "Mary Roe", "Mary Roe"), ("We stay.", "John Doe", "John Doe")],
        ),
        (
            INTRODUCED + "Q: Do we go?\n\nA. We stay.",
            [("Do we go?", "Q", ""), ("We stay.", "A", "")],
        ),
        (
            INTRODUCED + "Interviewer: Do we go?\n\nRoe: We stay.\n\nInterviewer: Why?",
            [
                ("Do we go?", "Interviewer", ""),
                ("We stay.", "Roe", "Mary Roe"),
                ("Why?", "Interviewer", ""),
            ],
        ),
        (
            INTRODUCED
            + "Mary Roe\n\nYes.\n\nJohn Doe\n\nNo.\n\nMary Roe\n\nYes.\n\nJohn Doe\n\nNo.",
            [("Yes.", "Mary Roe", "Mary Roe"), ("No.", "John Doe", "John Doe")] * 2,
        ),
        (
            INTRODUCED
            + "MAYOR ROE: Do we go?\n\nCOUNCILLOR DOE (Ind.): We stay.\n\nTHE CLERK: Order.",
            [],
        ),
        (
            INTRODUCED + "MAYOR ROE: Do we go?\n\nTHE CLERK (rising): Order.\n\nMAYOR ROE: Yes.",
            [
                ("Do we go?", "ROE", "Mary Roe"),
                ("Order.", "THE CLERK", ""),
                ("Yes.", "ROE", "Mary Roe"),
            ],
        ),
    ],
)
def test_labels_of_every_form(text: str, expected: list[Turn]) -> None:
    assert turns(text) == expected


def test_a_turn_goes_on_until_the_next_label_or_until_its_speaker_is_written_about() -> None:
    text = (
        INTRODUCED
        + "ROE: One.\n\nHe said, “Two.”\n\nDOE: Three.\n\nDoe got up.\n\nROE: Four.\n\nEnd."
    )
    assert [words for words, _, _ in turns(text)] == [
        "One.\n\nHe said, “Two.”",
        "Three.",
        "Four.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        INTRODUCED + "ROE: Do we go?\n\nIt rained.",
        INTRODUCED + "WHAT: A fair.\n\nWHEN: Monday.\n\nWHAT: A walk.",
        INTRODUCED + "Read more: A fair.\n\nWatch: A walk.\n\nRead more: A film.",
        INTRODUCED + "Mary Roe\n\nA life.\n\nJohn Doe\n\nAnother.",
        INTRODUCED + "A. One.\n\nB. Two.\n\nC. Three.",
    ],
)
def test_other_lines_are_no_transcript(text: str) -> None:
    assert turns(text) == []


def test_titles_in_labels_are_no_part_of_names() -> None:
    text = INTRODUCED + "MAYOR ROE: Do we go?\n\nDOE: We stay.\n\nMAYOR ROE: Yes."
    assert [entity.name for entity in analyze(text).entities] == ["Mary Roe", "John Doe"]
    speakers = [quote.speaker for quote in analyze(text).quotes]
    assert {speaker.mention.kind for speaker in speakers if speaker} == {MentionKind.NAME}


def test_two_of_one_surname_are_told_apart_by_the_titles_in_labels_and_text() -> None:
    text = (
        "Mayor Mary Roe met Councillor John Roe. Councillor Roe said that he was glad.\n\n"
        "MAYOR ROE: Do we go?\n\nCOUNCILLOR ROE: We stay.\n\nMAYOR ROE: Why?"
    )
    assert [(who, name) for _, who, name in turns(text)] == [
        ("ROE", "Mary Roe"),
        ("ROE", "John Roe"),
        ("ROE", "Mary Roe"),
    ]
    forms = {e.name: [mention.text for mention in e.mentions] for e in analyze(text).entities}
    assert forms == {"Mary Roe": ["Mary Roe", "ROE", "ROE"], "John Roe": ["John Roe", "Roe", "ROE"]}


LINES = st.sampled_from(
    [
        "ROE: ",
        "DOE (D): ",
        "Q: ",
        "A: ",
        "Mary Roe: ",
        "John Doe\n",
        "We go.\n",
        "“No,” said Roe.\n",
    ]
)


@given(st.lists(LINES, max_size=20).map("".join))
def test_turns_never_overlap_and_hold_no_label(text: str) -> None:
    scene = look_at(text)
    for before, after in pairwise(scene.passages):
        assert before.outer.end <= after.outer.start
    for passage in scene.passages:
        assert passage.span.of(text).strip()
        assert passage.label is None or passage.label.end <= passage.span.start


def test_labels_of_two_forms_can_stand_together() -> None:
    text = INTRODUCED + "ROE: One.\n\nQ: Two?\n\nDOE: Three.\n\nA: Four.\n\nROE: Five."
    assert [words for words, _, _ in turns(text)] == ["One.", "Two?", "Three.", "Four.", "Five."]


def test_a_paragraph_set_off_below_who_wrote_it_needs_no_marks() -> None:
    text = INTRODUCED + "On Monday, Roe wrote on a website:\n\nWe go. We all go.\n\nIt rained."
    assert turns(text) == [("We go. We all go.", "Roe", "Mary Roe")]
    assert turns(INTRODUCED + "Roe said so:\n\n• We go.\n\nIt rained.") == []
    assert turns(INTRODUCED + "Roe has a plan:\n\nWe go.\n\nIt rained.") == []
