from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources.paragraphs import even, one_line, shorten

WORDS = "the mayor said that plan 1. - “yes” no. Ardle? By counter- • 市长说 and,".split()

lines = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
layouts = st.lists(
    st.tuples(st.sampled_from(["", "", "  ", "\t", "    "]), lines).map("".join)
).map("\n".join)

PROSE = (
    "The council of Ardle met on Monday to vote on its budget. It was cut by a third, and the "
    "library will close in the spring. Nobody who spoke in the hall that night was content with "
    "what had been agreed, and most said so."
)
SECOND = (
    "The mayor left before the end. She did not say where she went, although she was asked by "
    "three reporters and a child."
)


@given(layouts)
def test_what_is_even_stays_as_it_is(text: str) -> None:
    once = even(text)
    assert even(once) == once


@given(st.text())
def test_even_text_is_stable_for_any_characters(text: str) -> None:
    assert even(even(text)) == even(text)


@given(layouts)
def test_only_white_space_changes(text: str) -> None:
    assert "".join(even(text).split()) == "".join(text.split())


@given(layouts)
def test_paragraphs_are_parted_by_one_empty_line_and_have_no_loose_ends(text: str) -> None:
    result = even(text)
    assert "\n\n\n" not in result
    assert result == result.strip("\n")
    assert all(line == line.strip() for line in result.split("\n"))


@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_wrapped_lines_are_joined(width: int) -> None:
    wrapped = f"{textwrap.fill(PROSE, width)}\n\n{textwrap.fill(SECOND, width)}\n"
    assert even(wrapped) == f"{PROSE}\n\n{SECOND}"


def test_paragraphs_told_by_indentation_alone_are_parted() -> None:
    book = "\n".join(textwrap.fill(p, 64, initial_indent="   ") for p in (PROSE, SECOND, PROSE))
    assert even(book) == f"{PROSE}\n\n{SECOND}\n\n{PROSE}"


def test_one_paragraph_a_line_is_parted() -> None:
    assert even(f"{PROSE}\n{SECOND}\nHe agreed.\n") == f"{PROSE}\n\n{SECOND}\n\nHe agreed."


def test_short_paragraphs_one_a_line_are_parted() -> None:
    text = "The vote was held on Monday.\nNobody was content with it.\nThe library will close."
    assert even(text) == text.replace("\n", "\n\n")


def test_verse_keeps_its_lines() -> None:
    verse = "A council sat in Ardle town\nto vote its only library down\nand no one there"
    assert even(f"{PROSE}\n\n{verse}\n") == f"{PROSE}\n\n{verse}"


def test_a_list_keeps_its_items_and_joins_their_lines() -> None:
    text = "Closed are:\n- the library\n  in Ardle\n-  the pool\n\n1. First\n2. Second\n"
    assert even(text) == "Closed are:\n- the library in Ardle\n- the pool\n\n1. First\n2. Second"


def test_a_compound_broken_at_its_hyphen_is_whole_again() -> None:
    text = textwrap.fill(PROSE, 72).replace("\n", " counter-\nterrorism ", 1)
    assert "counter-terrorism" in even(text)


def test_wide_characters_are_joined_without_a_blank() -> None:
    line = "市长在会议上说这个计划很好大家都同意了今天的报纸也这样写着"
    assert even(f"{line}\n{line}\n{line[:9]}。") == f"{line}{line}{line[:9]}。"


def test_lines_for_titles_are_safe_and_bounded() -> None:
    assert one_line(" a\n\x1b[2J b\tc ") == "a b c"
    assert shorten("The mayor said, quietly", 16) == "The mayor said…"
    assert len(shorten("a" * 500, 80)) == 80
    assert shorten("short", 80) == "short"
