from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import LibraryError
from newsreader.library import articles, schema, traits
from newsreader.library.anchoring import make_anchor
from newsreader.library.annotations import (
    add_highlight,
    highlights,
    notes,
    remove_highlight,
    set_colour,
    set_highlight_tags,
    write_note,
)
from newsreader.library.statements import run
from newsreader.library.undo import KEPT, action, undo
from newsreader.model import Article, Span

FETCHED = datetime(2026, 3, 1, tzinfo=UTC)
ARTICLE = Article("Bridge reopens", "The bridge is open again.", "/news/bridge.txt")
ANCHOR = make_anchor(ARTICLE.text, Span(4, 10), ARTICLE.sha256)


@pytest.fixture
def article_id(db: apsw.Connection) -> int:
    return articles.put(db, ARTICLE, FETCHED).article_id


def state(db: apsw.Connection) -> object:
    """Return everything a reader made."""
    listed = articles.listing(db)
    return listed, [(highlights(db, one.id), notes(db, one.id)) for one in listed]


def test_a_removed_highlight_comes_back_with_note_and_tags(
    db: apsw.Connection, article_id: int
) -> None:
    made = add_highlight(db, article_id, ANCHOR, "yellow")
    write_note(db, article_id, made.id, "which bridge?")
    set_highlight_tags(db, made.id, ["roads"])
    before = state(db)
    with action(db, "Remove highlight"):
        remove_highlight(db, made.id)
    assert highlights(db, article_id) == []
    assert undo(db) == "Remove highlight"
    assert state(db) == before
    assert run(db, "PRAGMA foreign_key_check") == []


def test_actions_are_taken_back_from_the_last_to_the_first(
    db: apsw.Connection, article_id: int
) -> None:
    with action(db, "Star"):
        traits.set_starred(db, article_id, starred=True)
    with action(db, "Tag"):
        traits.set_tags(db, article_id, ["roads"])
    assert undo(db) == "Tag"
    assert articles.listing(db)[0].starred
    assert undo(db) == "Star"
    assert not articles.listing(db)[0].starred
    assert undo(db) is None


def test_it_works_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(schema.connect(path)) as db:
        key = articles.put(db, ARTICLE, FETCHED).article_id
        with action(db, "Note"):
            write_note(db, key, None, "follow up")
    with closing(schema.connect(path)) as db:
        assert undo(db) == "Note"
        assert notes(db, key) == []


def test_what_came_in_since_is_left_alone(db: apsw.Connection, article_id: int) -> None:
    with action(db, "Star"):
        traits.set_starred(db, article_id, starred=True)
    traits.set_read(db, article_id, read=True)
    edited = Article("Bridge closes", "The bridge is closed.", ARTICLE.location)
    articles.put(db, edited, FETCHED)
    assert undo(db) == "Star"
    (listed,) = articles.listing(db)
    assert (listed.starred, listed.read, listed.title) == (False, True, "Bridge closes")
    rows = run(db, "SELECT rowid FROM article_index WHERE article_index MATCH 'closed'")
    assert rows == [(article_id,)]


def test_what_was_not_an_action_cannot_be_undone(db: apsw.Connection, article_id: int) -> None:
    traits.set_read(db, article_id, read=True)
    assert undo(db) is None
    assert articles.listing(db)[0].read


def test_an_action_that_changes_nothing_is_not_recorded(
    db: apsw.Connection, article_id: int
) -> None:
    with action(db, "Unstar"):
        traits.set_starred(db, article_id, starred=False)
    with action(db, "Star and unstar"):
        traits.set_starred(db, article_id, starred=True)
        traits.set_starred(db, article_id, starred=False)
    assert undo(db) is None


def star_and_fail(db: apsw.Connection, article_id: int) -> None:
    traits.set_starred(db, article_id, starred=True)
    raise ZeroDivisionError


def test_an_action_that_fails_leaves_no_trace(db: apsw.Connection, article_id: int) -> None:
    with pytest.raises(ZeroDivisionError), action(db, "Star"):
        star_and_fail(db, article_id)
    assert not articles.listing(db)[0].starred
    assert undo(db) is None


def test_an_action_within_another_is_part_of_it(db: apsw.Connection, article_id: int) -> None:
    with action(db, "Star"):
        traits.set_starred(db, article_id, starred=True)
    before = state(db)
    with action(db, "Highlight with note"):
        with action(db, "Highlight"):
            made = add_highlight(db, article_id, ANCHOR, "yellow")
        with action(db, "Note"):
            write_note(db, article_id, made.id, "which bridge?")
    assert undo(db) == "Highlight with note"
    assert state(db) == before
    assert undo(db) == "Star"


def test_only_so_many_are_kept(db: apsw.Connection, article_id: int) -> None:
    for number in range(KEPT + 5):
        with action(db, f"{number}"):
            write_note(db, article_id, None, f"{number}")
    assert run(db, "SELECT count(*), min(label) FROM undo") == [(KEPT, "10")]
    assert undo(db) == f"{KEPT + 4}"
    assert notes(db, article_id)[0].text == f"{KEPT + 3}"


def test_what_is_gone_for_good_is_said_and_the_one_before_is_next(
    db: apsw.Connection, article_id: int
) -> None:
    storm = articles.put(db, Article("Storm", "It passed.", "/storm"), FETCHED).article_id
    made = add_highlight(db, article_id, ANCHOR, "yellow")
    with action(db, "Star"):
        traits.set_starred(db, storm, starred=True)
    with action(db, "Remove highlight"):
        remove_highlight(db, made.id)
    run(db, "DELETE FROM article WHERE id = ?", (article_id,))
    with pytest.raises(LibraryError, match="“Remove highlight” cannot be undone"):
        undo(db)
    assert run(db, "PRAGMA foreign_key_check") == []
    assert undo(db) == "Star"


def test_what_an_action_changed_may_be_gone_altogether(
    db: apsw.Connection, article_id: int
) -> None:
    with action(db, "Star"):
        traits.set_starred(db, article_id, starred=True)
    run(db, "DELETE FROM article WHERE id = ?", (article_id,))
    with pytest.raises(LibraryError, match="“Star” cannot be undone"):
        undo(db)
    assert undo(db) is None


def remove_first(db: apsw.Connection, key: int, _word: str) -> None:
    for one in highlights(db, key)[:1]:
        remove_highlight(db, one.id)


STEPS: list[Callable[[apsw.Connection, int, str], object]] = [
    lambda db, key, word: traits.set_starred(db, key, starred=len(word) % 2 == 0),
    lambda db, key, word: traits.set_read(db, key, read=len(word) % 2 == 0),
    lambda db, key, word: traits.set_tags(db, key, [word, word[:2]]),
    lambda db, key, word: write_note(db, key, None, word[1:]),
    lambda db, key, word: add_highlight(db, key, ANCHOR, word),
    lambda db, key, word: [set_colour(db, one.id, word) for one in highlights(db, key)],
    lambda db, key, word: [write_note(db, key, one.id, word) for one in highlights(db, key)[:2]],
    lambda db, key, word: [set_highlight_tags(db, one.id, [word]) for one in highlights(db, key)],
    remove_first,
]


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(STEPS), st.text("abc", min_size=1, max_size=4))),
        max_size=6,
    )
)
def test_every_action_can_be_taken_back_exactly(
    actions: list[list[tuple[Callable[[apsw.Connection, int, str], object], str]]],
) -> None:
    with closing(schema.connect(None)) as db:
        key = articles.put(db, ARTICLE, FETCHED).article_id
        states = [state(db)]
        for number, steps in enumerate(actions):
            with action(db, str(number)):
                for step, word in steps:
                    step(db, key, word)
            if state(db) != states[-1]:
                states.append(state(db))
        while undo(db) is not None:
            if state(db) != states[-1]:
                states.pop()
            assert state(db) == states[-1]
        assert state(db) == states[0]
