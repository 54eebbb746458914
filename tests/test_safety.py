from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.safety import clean, guard

DISGUISES = [
    "\x00", "\x07", "\x08", "\x1b", "\x7f", "\x80", "\x9b", "\u00ad", "\u034f", "\u061c", "\u115f",
    "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060",
    "\u2063", "\u2066", "\u2069", "\u3164", "\ufe0f", "\ufeff", "\ufff9", "\U000e0041",
    "\U000e0100",
]  # fmt: skip
MAY_STAY = set("\u200c\u200d\ufe0e\ufe0f")

hostile = st.lists(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from(DISGUISES),
        st.sampled_from(["\x1b[31m", "\x1b]0;title\x07", "\x9b1A", "\x1b]", "\x1bP", "\x1b\\"]),
        st.sampled_from(["\r", "\n", "\r\n", "\x85", "\u2028", "\t", "[", "m", "\x1b["]),
        st.sampled_from(list("ab1#\u20e3\u0627\u0628\u0915\u094d\u2764\U0001f525\U0001f469")),
    )
).map("".join)


@given(hostile)
def test_nothing_forbidden_is_left(text: str) -> None:
    for char in clean(text):
        category = unicodedata.category(char)
        assert char in "\t\n" or category != "Cc"
        assert category != "Cs"
        assert char not in DISGUISES or char in MAY_STAY
        assert char not in "\u2028\u2029"


@given(hostile)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert guard(guard(text)) == guard(text)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E) | st.sampled_from("\t\n")))
def test_plain_text_is_left_alone(text: str) -> None:
    assert clean(text) is text


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)), st.data())
def test_a_disguise_takes_no_letter_with_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    disguise = data.draw(st.sampled_from([char for char in DISGUISES if char not in "\x1b\x9b"]))
    assert clean(text[:at] + disguise + text[at:]) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("red \x1b[1;31mherring\x1b[0m", "red herring"),
        ("a\x1b]0;owned\x07b", "ab"),
        ("a\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\", "alink"),
        ("\x9b2Jgone", "gone"),
        ("unfinished \x1b]0;title", "unfinished ]0;title"),
        ("a\x1bPq\nb", "aPq\nb"),
        ("pay\u202egnp.exe", "paygnp.exe"),
        ("Mil\u200bler", "Miller"),
        ("co\u00adoperate", "cooperate"),
        ("one\r\ntwo\rthree\x85four", "one\ntwo\nthree\nfour"),
        ("five\u2028six\u2029seven\x0ceight", "five\nsix\nseven\neight"),
        ("\ufeffstart", "start"),
        ("bad \ud800 half", "bad \ufffd half"),
    ],
)  # fmt: skip
def test_disguises_go_and_words_stay_whole(text: str, plain: str) -> None:
    assert clean(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian: a prefix and its verb
        "\u0915\u094d\u200d\u0937",  # Hindi: a half form
        "\u0d28\u0d4d\u200d ",  # Malayalam: a chillu at the end of a word
        "\U0001f469\u200d\u2695\ufe0f",  # a doctor
        "\u2764\ufe0f\u200d\U0001f525",  # a heart on fire
        "1\ufe0f\u20e3",  # a keycap
    ],
)
def test_what_is_spelled_with_joiners_keeps_them(text: str) -> None:
    assert clean(text) == text


def test_joiners_and_selectors_elsewhere_go() -> None:
    assert clean("a\u200db \u0627\u200d 1\ufe0f \u200c\U0001f525\u200d") == "ab \u0627 1 \U0001f525"
    assert clean("\u0627\u200c\u200c\u200b\u0628") == "\u0627\u200c\u0628"


def test_the_guard_makes_one_line_unless_told_otherwise() -> None:
    assert guard("a\nb\tc\x1b[2J") == "a b c"
    assert guard("a\nb\tc\r\n", multiline=True) == "a\nb\tc\n"
