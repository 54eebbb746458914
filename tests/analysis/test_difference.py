"""The difference of two texts leads from one to the other, and says no more than it must."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.analysis import difference
from newsreader.analysis.difference import (
    count_words,
    edits_between,
    same_stretches,
    without_crumbs,
)
from newsreader.model.changes import Edit
from newsreader.model.words import words_of


def edits(old: str, new: str) -> list[Edit]:
    return list(edits_between(without_crumbs(same_stretches(old, new), old, new), old, new))


def applied(old: str, new: str, made: Sequence[Edit]) -> str:
    """Return the old text with the edits made in it."""
    parts, at = [], 0
    for edit in made:
        parts += [old[at : edit.removed.start], edit.added.of(new)]
        at = edit.removed.end
    return "".join([*parts, old[at:]])


def told(old: str, new: str) -> list[tuple[str, str]]:
    """Return the edits that are not trivial, in words."""
    return [
        (edit.removed.of(old), edit.added.of(new)) for edit in edits(old, new) if not edit.trivial
    ]


words = st.sampled_from(
    "the a of old bridge 4.2 4.5 don’t don't “ \" ” . , 橋 “Roe said”".split(" ")
)
paragraphs = st.lists(words, max_size=9).map(" ".join)
texts = (
    st.text(max_size=60)
    | st.text("ab. \n“\"”'’", max_size=80)
    | st.lists(paragraphs, max_size=6).map("\n\n".join)
)


@given(texts, texts)
@example("a", "a\n")
@example(" x", "x ")
def test_the_difference_of_the_old_text_gives_the_new_one(old: str, new: str) -> None:
    made = edits(old, new)
    assert applied(old, new, made) == new
    assert applied(new, old, [Edit(edit.added, edit.removed) for edit in made]) == old
    for one, other in pairwise(made):
        assert one.removed.end < other.removed.start
        assert one.added.end < other.added.start
    for edit in made:
        assert edit.removed.of(old) != edit.added.of(new)
    removed, added = count_words(made, old, new)
    assert added - removed == len(words_of(new)) - len(words_of(old))


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert edits(text, text) == []


@given(st.lists(paragraphs, min_size=1, max_size=30), st.data())
def test_long_texts_are_compared_between_landmarks(text: list[str], data: st.DataObject) -> None:
    """As long texts are: here, because no more than four pairs of words are compared at once."""
    new = data.draw(st.permutations(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(difference, "_AT_ONCE", 4)
        made = edits("\n".join(text), "\n".join(new))
    assert applied("\n".join(text), "\n".join(new), made) == "\n".join(new)


def test_landmarks_find_what_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    old = " ".join(f"word{n}" for n in range(300))
    new = old.replace("word7 ", "").replace("word150", "other").replace("word299", "word299 end")
    monkeypatch.setattr(difference, "_AT_ONCE", 4)
    assert told(old, new) == [("word7 ", ""), ("word150", "other"), ("", " end")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The bridge is old.", "The bridge is very old.", [("", "very ")]),
        ("The bridge is very old.", "The bridge is old.", [("very ", "")]),
        ("It cost 4.2 million.", "It cost 4.5 million.", [("4.2", "4.5")]),
        ("twenty-one boats", "twenty-two boats", [("twenty-one", "twenty-two")]),
        ("One.\n\nTwo.\n\nThree.", "One.\n\nThree.", [("Two.\n\n", "")]),
        ("One.\n\nThree.", "One.\n\nTwo.\n\nThree.", [("", "Two.\n\n")]),
        ("A. Same.\n\nOld.", "B. Same.\n\nNew.", [("A", "B"), ("Old", "New")]),
        ("橋は古い。", "橋は新しい。", [("古", "新し")]),
        ("It is old. We go.", "It is old. It leaks. We go.", [("", "It leaks. ")]),
        ("It is old, and wet.", "It is old, and it leaks, and wet.", [("", "it leaks, and ")]),
        ("It is old.", "It is old. It leaks.", [("", " It leaks.")]),
        ("same", "same", []),
        ("", "All new.", [("", "All new.")]),
    ],
)
def test_words_are_told_whole(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert told(old, new) == expected


def test_nobody_has_to_read_a_sentence_in_crumbs() -> None:
    old = "Before. The council met behind closed doors to talk of the budget. After."
    new = "Before. Nobody knew why the talks on a new bridge had failed so suddenly. After."
    assert len(told(old, new)) == 1


def test_words_between_two_small_edits_stand() -> None:
    assert told("12 dead and 40 hurt", "17 dead and 44 hurt") == [("12", "17"), ("40", "44")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“It is old,” she said.", '"It is old," she said.'),
        ("It isn't  old.", "It isn’t old."),
        ("One.\nTwo.", "One.\n\nTwo."),
        ("And so on…", "And so on..."),
    ],
)
def test_space_and_the_style_of_marks_are_trivial(old: str, new: str) -> None:
    made = edits(old, new)
    assert made
    assert all(edit.trivial for edit in made)
    assert count_words(made, old, new) == (0, 0)
