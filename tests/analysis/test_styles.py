"""Ways in which papers set what somebody says: tweets, captions, letters, block quotes, marks."""

from __future__ import annotations

import pytest

from newsreader.analysis import analyze
from newsreader.model import QuoteKind


def quoted(text: str) -> list[tuple[str, str, str]]:
    """What is quoted directly: the words, the mention, and the full name."""
    quotes = [quote for quote in analyze(text).quotes if quote.kind is QuoteKind.DIRECT]
    return [
        (q.span.of(text), q.speaker.mention.text, q.speaker.canonical) for q in quotes if q.speaker
    ]


DEAD = "The plan is dead and gone."


@pytest.mark.parametrize(
    ("text", "mention", "canonical"),
    [
        (f"“{DEAD}” — @annroe\n\nIt rained.", "@annroe", "@annroe"),
        (f"“{DEAD}”\n— @annroe\n\nIt rained.", "@annroe", "@annroe"),
        (f"@annroe tweeted: “{DEAD}”", "@annroe", "@annroe"),
        (f"Ann Roe left.\n\n@AnnRoe tweeted: “{DEAD}”", "@AnnRoe", "Ann Roe"),
        (f"Ann Roe (@annroe) tweeted: “{DEAD}”", "Ann Roe", "Ann Roe"),
        (f"{DEAD} — Ann Roe (@annroe) May 3, 2021\n\nIt rained.", "Ann Roe", "Ann Roe"),
        (f"“{DEAD}”\n\n— Ann Roe, mayor\n\nIt rained.", "Ann Roe", "Ann Roe"),
    ],
)
def test_tweets_and_signatures(text: str, mention: str, canonical: str) -> None:
    assert quoted(text) == [(DEAD, mention, canonical)]


@pytest.mark.parametrize(
    "text",
    [
        "Write to roe@acme.org about it.\n\nIt is over — Ann Roe was here.",
        "It is over - (@annroe) in May",
        "> The plan is dead and gone.\n\nIt rained.",
    ],
)
def test_what_nobody_is_said_to_say(text: str) -> None:
    assert quoted(text) == []


def test_captions_name_who_speaks_and_not_who_took_the_picture() -> None:
    text = f"Ann Roe: “{DEAD}” Photo: John Doe\n\nMary Poe, mayor: “We all go.” Photo: Acme/Jim Lee"
    assert quoted(text) == [(DEAD, "Ann Roe", "Ann Roe"), ("We all go.", "Mary Poe", "Mary Poe")]


def test_a_letters_signature_says_nothing_that_the_letter_quotes() -> None:
    text = f"Sir, — The mayor, Ann Roe, says “{DEAD}” She is wrong.\n\nJohn Doe\n\nPort Roe"
    assert quoted(text) == [(DEAD, "Ann Roe", "Ann Roe")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Ann Roe wrote:\n\n> {DEAD}\n\nIt rained.", DEAD),
        (f"Ann Roe wrote:\n\n> {DEAD}\n> We go.\n\nIt rained.", f"{DEAD}\n> We go."),
        (f"It rained.\n\n> {DEAD}\n>\n> — Ann Roe\n\nIt rained.", DEAD),
        (f"It rained.\n\n> “{DEAD}”\n> — Ann Roe\n\nIt rained.", DEAD),
    ],
)
def test_block_quotes_that_are_introduced_or_signed(text: str, said: str) -> None:
    assert quoted(text) == [(said, "Ann Roe", "Ann Roe")]


@pytest.mark.parametrize("marks", ["„“", "„”", "‚‘", "‚’", '„"', "»«", "«»", "「」"])
def test_marks_of_other_languages(marks: str) -> None:
    text = f"It rained. {marks[0]}{DEAD[:-1]}{marks[1]}, said Ann Roe."
    assert quoted(text) == [(DEAD[:-1], "Ann Roe", "Ann Roe")]
