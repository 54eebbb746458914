"""What must hold of any text, however its marks are mixed, missing or misplaced."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis import analyze
from newsreader.model import Quote

MARKS = [*"“”\"‘’'«»‹›„「」`", "''", "``", "’”", "”’", "“‘"]
WORDS = ["We go", "said", "Mary Roe", "he", "that", "the plan was dead", "ROE:", "Q:", "A:", "as"]
SPACES = [" ", " ", " ", ", ", ". ", "? ", ": ", "; ", " – ", "\n", "\n\n", "(", ")", ""]
PARTS = st.sampled_from(MARKS + WORDS + SPACES)
TEXTS = st.lists(PARTS, max_size=60).map("".join)
PLAIN = "It rained all day. Nothing came of it."


def found(text: str) -> list[tuple[int, int, str, str, str]]:
    """Say of each quote where it stands, what it is, and who is meant."""
    return [(*_span(quote), quote.kind, *_who(quote)) for quote in analyze(text).quotes]


def _span(quote: Quote) -> tuple[int, int]:
    return quote.span.start, quote.span.end


def _who(quote: Quote) -> tuple[str, str]:
    return (quote.speaker.mention.text, quote.speaker.canonical) if quote.speaker else ("", "")


@given(TEXTS)
def test_quotes_stand_in_order_and_apart_inside_the_text(text: str) -> None:
    quotes = analyze(text).quotes
    for quote in quotes:
        assert quote.span.end <= len(text)
        assert quote.span.of(text).strip() == quote.span.of(text) != ""
    for before, after in pairwise(quotes):
        assert before.span.end <= after.span.start


@given(TEXTS)
def test_a_plain_paragraph_at_the_end_changes_no_quote(text: str) -> None:
    closed = text + "\n\nThen it was over.\n\n"
    assert found(closed + PLAIN) == found(closed)


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” said Mary Roe.\n\n“We stay,” she said.",
        "ROE: We go.\n\nDOE: We stay.\n\nROE: Why?",
        "Mary Roe said that the plan was dead.",
        "“We go, said Mary Roe.\n\n“We stay,” she said.",
    ],
)
@given(broken=TEXTS.filter(lambda text: "\n" not in text and ":" not in text))
def test_broken_marks_spoil_only_their_paragraph(text: str, broken: str) -> None:
    before = [quote[:3] for quote in found(f"{text}\n\nThen it was over.\n\n{PLAIN}")]
    after = [quote[:3] for quote in found(f"{text}\n\nThen it was over.\n\nx{broken}")]
    assert after[: len(before)] == before


SCRIPTS = [
    "Она сказала: «Мы едем», — и уехала.",
    "她说：“我们走吧。”",
    "他说：「我们走吧。」",
    "قالت «سنذهب» ثم غادرت.",
    "उसने कहा, “हम जाएँगे।”",
    "Είπε: «Πάμε».",
]


@pytest.mark.parametrize("text", SCRIPTS)
def test_marks_are_read_in_every_script(text: str) -> None:
    [quote] = analyze(text).quotes
    assert quote.span.of(text)[0].isalpha()
