"""Anchors of other programs, found in texts whose white space is another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.library.foreign import EvenText, words_at
from newsreader.model import Anchor, Span

TEXT = (
    "The weir was closed on Monday.\n\nEngineers said the gate had failed.\n\n"
    "The weir was closed again on Friday, and the party called it art.\n"
)


def found(exact: str, prefix: str = "", suffix: str = "", start: int = 0) -> str | None:
    anchor = Anchor(exact, prefix, suffix, Span(start, start and start + len(exact)), "")
    place = words_at(anchor, TEXT, EvenText.of(TEXT))
    return f"{place.start}: {place.of(TEXT)}" if place else None


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "place"),
    [
        ("Engineers said", "", "", "32: Engineers said"),
        ("Monday. Engineers", "", "", "23: Monday.\n\nEngineers"),
        ("  Engineers \n said\t", "", "", "32: Engineers said"),
        (
            "The weir was closed",
            "",
            " on Monday.\n      Engineers said th",
            "0: The weir was closed",
        ),
        ("The weir was closed", "the gate had failed.  ", " again on F", "69: The weir was closed"),
        ("art", "", "", "130: art"),  # and not in “party”
    ],
)
def test_the_words_are_found_whatever_the_white_space(
    exact: str, prefix: str, suffix: str, place: str
) -> None:
    assert found(exact, prefix, suffix) == place


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix"),
    [
        ("The weir was closed", "", ""),  # twice, and nothing tells them apart
        ("The dam was closed", "", ""),
        ("fail", "", ""),  # the beginning of a word
        ("ailed", "", ""),  # the end of one
        ("weir", "no such words before it at all ", " nor any such words after it"),
        (" \n ", "", ""),
        ("", "", ""),
    ],
)
def test_what_nothing_tells_is_not_guessed(exact: str, prefix: str, suffix: str) -> None:
    assert found(exact, prefix, suffix) is None


def test_an_offset_into_this_very_text_tells_places_apart() -> None:
    assert found("The weir was closed", start=69) == "69: The weir was closed"
    assert found("The weir was closed", start=70) is None


@given(st.text("ab \n\t\u3000é", max_size=40))
def test_an_even_text_knows_where_each_word_was(text: str) -> None:
    even = EvenText.of(text)
    assert even.text == " ".join(text.split())
    for start in range(len(even.text)):
        for end in range(start + 1, len(even.text) + 1):
            part = even.text[start:end]
            if part == part.strip():
                assert even.origin(Span(start, end)).of(text).split() == part.split()
