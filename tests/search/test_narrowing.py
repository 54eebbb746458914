"""What is typed over the notes, and what it leaves of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.library.entries import ListedEntry
from newsreader.library.tokens import folded
from newsreader.search.narrowing import apart, narrowing

CALLED = {"yellow": "claim", "green": "a fact"}


def entry(
    exact: str = "", note: str = "", tags: tuple[str, ...] = (), colour: str = "", title: str = ""
) -> ListedEntry:
    return ListedEntry(
        article_id=1,
        highlight_id="x" if exact else "",
        exact=exact,
        colour=colour,
        note=note,
        tags=tags,
        made=datetime(2024, 5, 1, tzinfo=UTC),
        in_place=True,
        title=title,
        origin="",
        published=None,
        words=folded("\n".join((exact, note, *tags, title))),
    )


SOFT = entry("The timber is soft,", "Ask Éva.", ("old harbour", "wood"), "yellow", "Pier to close")
HARD = entry("It is hard.", "", ("wood",), "green", "Pier to close")
WHOLE = entry("", "Compare.", ("Harbour",), "", "Frost")


@pytest.mark.parametrize(
    ("typed", "fitting"),
    [
        ("", [SOFT, HARD, WHOLE]),
        ("timber", [SOFT]),
        ("TIMBER eva", [SOFT]),
        ("pier", [SOFT, HARD]),
        ("pier hard", [HARD]),
        ('"is soft"', [SOFT]),
        ('"soft is"', []),
        ("#wood", [SOFT, HARD]),
        ("#w", [SOFT, HARD]),
        ("#ood", []),
        ("#old #wood", [SOFT]),
        ('#"old har"', [SOFT]),
        ('#"old har', [SOFT]),
        ("#harb", [WHOLE]),
        ("colour:yellow", [SOFT]),
        ("color:YEL", [SOFT]),
        ("colour:claim", [SOFT]),
        ('colour:"a f"', [HARD]),
        ("colour:", [SOFT, HARD, WHOLE]),
        ("#", [SOFT, HARD, WHOLE]),
        ("colour:green pier", [HARD]),
        ("colour:green colour:yellow", []),
        ("nothing", []),
    ],
)
def test_what_fits(typed: str, fitting: list[ListedEntry]) -> None:
    asked = narrowing(typed, CALLED)
    assert [each for each in (SOFT, HARD, WHOLE) if asked.fits(each)] == fitting
    assert asked.remarks == ()


def test_a_colour_that_there_is_not_is_said() -> None:
    asked = narrowing("colour:mauve", CALLED)
    assert not any(map(asked.fits, (SOFT, HARD, WHOLE)))
    assert asked.remarks == ("No colour is called “mauve”; there are claim, a fact, blue, pink.",)


@pytest.mark.parametrize(
    ("query", "rest", "fitting"),
    [
        ("said:timber -sea", "said:timber -sea", [SOFT, HARD, WHOLE]),
        ("pier #wood colour:a", "pier", [HARD]),
        ('#"old harbour" "the pier"', '"the pier"', [SOFT]),
        ("title:x#wood C#", "title:x#wood C#", [SOFT, HARD, WHOLE]),
    ],
)
def test_tags_and_colours_apart_from_a_query(
    query: str, rest: str, fitting: list[ListedEntry]
) -> None:
    asked, left = apart(query, CALLED)
    assert left == rest
    assert [each for each in (SOFT, HARD, WHOLE) if asked.fits(each)] == fitting


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    asked = narrowing(typed, CALLED)
    assert asked.fits(SOFT) in (True, False)
    assert not asked.is_empty or asked.fits(WHOLE)
