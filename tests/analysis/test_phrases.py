from __future__ import annotations

import pytest

from newsreader.analysis.joining import join
from newsreader.analysis.names import find_names
from newsreader.analysis.phrases import cut_names
from newsreader.analysis.sentences import lay_out


def phrases(text: str) -> list[str]:
    return [phrase.text for phrase in join(text, cut_names(text, find_names(lay_out(text))))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the NASA Administrator Jane Roe spoke", ["NASA", "Jane Roe"]),
        ("the Chinese Senate met", ["Senate"]),
        ("with American Airlines and others", ["American Airlines"]),
        ("a US Senate hearing", ["US", "Senate"]),
        ("the Kenya CDC warned", ["Kenya", "CDC"]),
        ("at Lahore University on Monday", ["Lahore University"]),
        ("for the Nairobi Marathon", ["Nairobi"]),
        ("of the National Assembly Maria Lopez said", ["National Assembly", "Maria Lopez"]),
        ("in Sri Lanka now", ["Sri Lanka"]),
        ("down Queen Street", ["Queen Street"]),
    ],
)
def test_a_run_of_capitals_is_cut_where_a_name_ends(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Ministry of Health and Sports said", ["Ministry of Health and Sports"]),
        ("the Department of Justice said", ["Department of Justice"]),
        ("the Food and Drug Administration said", ["Food and Drug Administration"]),
        ("in Trinidad and Tobago today", ["Trinidad and Tobago"]),
        ("in Kenya and Uganda today", ["Kenya", "Uganda"]),
        ("on the Gulf of Oman today", ["Gulf of Oman"]),
        ("by Acme Widgets, Inc. of Ohio", ["Acme Widgets Inc.", "Ohio"]),
        ("the People's Party won", ["People's Party"]),
        ("at the Universidad de Chile today", ["Universidad de Chile"]),
        ("the Bank of England and Shell said", ["Bank of England", "Shell"]),
    ],
)
def test_the_parts_of_one_name_are_joined(text: str, expected: list[str]) -> None:
    assert [phrase.replace(" ,", "") for phrase in phrases(text)] == expected


def test_a_known_name_before_a_hyphen_counts() -> None:
    assert phrases("a London-based firm and a Hong Kong-based one") == ["London", "Hong Kong"]


def test_months_money_and_addresses_are_no_names() -> None:
    assert phrases("in May and on June 3 it cost US$5, see https://example.org/Paris-Lahore") == []


def test_in_a_line_of_capitals_only_known_names_count() -> None:
    text = "SOCCER - JAPAN GET LUCKY WIN OVER SRI LANKA\nJapan won."
    assert phrases(text) == ["JAPAN", "SRI LANKA", "Japan"]
