from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import LibraryError
from newsreader.library import articles, traits, versions
from newsreader.library.anchoring import make_anchor
from newsreader.library.annotations import add_highlight, write_note
from newsreader.library.times import packed, unpacked
from newsreader.model import Article, Span, sha256_of

FETCHED = datetime(2026, 3, 1, 12, 0, 0, 250, tzinfo=UTC)
LATER = FETCHED + timedelta(days=1)
BRIDGE = Article(
    title="Bridge reopens",
    text="The bridge is open again, the mayor said.",
    location="/news/bridge.txt",
    byline="Ada Quill",
    publisher="The Invented Gazette",
    published=datetime(2026, 2, 28, 9, 30, tzinfo=UTC),
    url="https://gazette.example/bridge",
    language="en",
)
STORM = Article("Storm", "The storm passed in the night.", "/news/storm.txt")


def changes(db: apsw.Connection) -> int:
    return db.total_changes()


def test_an_article_is_kept_with_all_that_is_known(db: apsw.Connection) -> None:
    stored = articles.put(db, BRIDGE, FETCHED)
    assert (stored.new, stored.edited) == (True, False)
    (listed,) = articles.listing(db)
    for field in ("title", "byline", "publisher", "published", "location", "url", "language"):
        assert getattr(listed, field) == getattr(BRIDGE, field)
    version = versions.latest(db, stored.article_id)
    assert version == versions.version(db, stored.version_id)
    assert (version.text, version.sha256) == (BRIDGE.text, BRIDGE.sha256)
    assert version.fetched == FETCHED


def test_the_same_article_again_changes_nothing(db: apsw.Connection) -> None:
    first = articles.put(db, BRIDGE, FETCHED)
    before = changes(db)
    again = articles.put(db, BRIDGE, LATER)
    assert again == replace(first, new=False)
    assert changes(db) == before


def test_another_text_from_the_same_location_is_a_new_version(db: apsw.Connection) -> None:
    first = articles.put(db, BRIDGE, FETCHED)
    edited = replace(BRIDGE, text="The bridge is closed again.", title="Bridge closes")
    second = articles.put(db, edited, LATER)
    assert (second.article_id, second.new, second.edited) == (first.article_id, False, True)
    assert [one.text for one in versions.every(db, first.article_id)] == [
        BRIDGE.text,
        edited.text,
    ]
    assert versions.latest(db, first.article_id).id == second.version_id
    assert articles.listing(db)[0].title == "Bridge closes"


def test_an_edit_taken_back_makes_the_first_version_the_latest(db: apsw.Connection) -> None:
    first = articles.put(db, BRIDGE, FETCHED)
    articles.put(db, replace(BRIDGE, text="Something else."), FETCHED)
    back = articles.put(db, BRIDGE, LATER)
    assert back == replace(first, new=False, edited=True)
    assert versions.latest(db, first.article_id).text == BRIDGE.text
    assert len(versions.every(db, first.article_id)) == 2


def test_a_text_that_moved_is_the_same_article_at_its_new_location(db: apsw.Connection) -> None:
    first = articles.put(db, BRIDGE, FETCHED)
    moved = articles.put(db, replace(BRIDGE, location="/archive/bridge.txt"), LATER)
    assert moved == replace(first, new=False)
    assert articles.listing(db)[0].location == "/archive/bridge.txt"
    edited = replace(BRIDGE, location="/archive/bridge.txt", text="Edited after the move.")
    assert articles.put(db, edited, LATER).article_id == first.article_id


def test_the_same_text_at_its_own_location_comes_before_a_twin(db: apsw.Connection) -> None:
    articles.put(db, BRIDGE, FETCHED)
    storm = articles.put(db, STORM, FETCHED)
    twin = replace(BRIDGE, location=STORM.location)
    articles.put(db, replace(BRIDGE, text="Edited."), FETCHED)
    assert articles.put(db, STORM, FETCHED).article_id == storm.article_id
    # Now the bridge's first text is an older version of it; a copy of that changes nothing.
    before = changes(db)
    copy = articles.put(db, twin, LATER)
    assert (copy.article_id, copy.edited) == (1, False)
    assert changes(db) == before


def test_what_is_newly_known_is_kept_and_silence_erases_nothing(db: apsw.Connection) -> None:
    articles.put(db, BRIDGE, FETCHED)
    articles.put(db, replace(BRIDGE, byline="Ada Q. Quill", publisher="", published=None), LATER)
    (listed,) = articles.listing(db)
    assert listed.byline == "Ada Q. Quill"
    assert (listed.publisher, listed.published) == (BRIDGE.publisher, BRIDGE.published)


def test_a_copy_on_standard_input_does_not_take_the_location(db: apsw.Connection) -> None:
    articles.put(db, BRIDGE, FETCHED)
    articles.put(db, Article("The bridge", BRIDGE.text, "stdin:0123456789ab"), LATER)
    (listed,) = articles.listing(db)
    assert (listed.title, listed.location) == (BRIDGE.title, BRIDGE.location)


def test_the_newest_stands_first_and_an_undated_one_by_when_it_came(db: apsw.Connection) -> None:
    articles.put(db, BRIDGE, LATER)
    articles.put(db, STORM, FETCHED)
    assert [listed.title for listed in articles.listing(db)] == ["Storm", "Bridge reopens"]


def test_chosen_articles_come_in_the_order_asked_for(db: apsw.Connection) -> None:
    bridge = articles.put(db, BRIDGE, FETCHED).article_id
    storm = articles.put(db, STORM, FETCHED).article_id
    for ids in ([bridge, storm], [storm, bridge], [storm]):
        assert [listed.id for listed in articles.listing(db, ids)] == ids
    assert [listed.id for listed in articles.listing(db, [99, storm])] == [storm]
    assert articles.listing(db, []) == []


class TestSamples:
    sample = replace(BRIDGE, source=articles.SAMPLE)

    def test_are_listed_only_while_there_is_nothing_else(self, db: apsw.Connection) -> None:
        articles.put(db, self.sample, FETCHED)
        assert [listed.source for listed in articles.listing(db)] == [articles.SAMPLE]
        articles.put(db, STORM, FETCHED)
        assert [listed.title for listed in articles.listing(db)] == ["Storm"]

    def test_become_the_readers_own_when_added_and_stay_so(self, db: apsw.Connection) -> None:
        articles.put(db, self.sample, FETCHED)
        articles.put(db, BRIDGE, FETCHED)
        assert articles.listing(db)[0].source == "text"
        articles.put(db, replace(self.sample, location="/elsewhere"), FETCHED)
        assert articles.listing(db)[0].source == "text"
        assert articles.listing(db)[0].location == BRIDGE.location


def test_stars_read_state_and_tags_are_kept_and_counted(db: apsw.Connection) -> None:
    key = articles.put(db, BRIDGE, FETCHED).article_id
    traits.set_starred(db, key, starred=True)
    traits.set_read(db, key, read=True)
    traits.set_tags(db, key, ["roads", "  two   words ", "", "Élan", "roads"])
    highlight = add_highlight(
        db, key, make_anchor(BRIDGE.text, Span(4, 10), BRIDGE.sha256), "yellow"
    )
    write_note(db, key, highlight.id, "why?")
    write_note(db, key, None, "follow up")
    (listed,) = articles.listing(db)
    assert (listed.starred, listed.read) == (True, True)
    assert (listed.highlights, listed.notes) == (1, 2)
    assert listed.tags == ("roads", "two words", "Élan")
    traits.set_tags(db, key, [])
    traits.set_starred(db, key, starred=False)
    assert articles.listing(db)[0].tags == ()
    assert not articles.listing(db)[0].starred


def test_what_is_gone_is_said(db: apsw.Connection) -> None:
    for ask in (versions.version, versions.latest, versions.history):
        with pytest.raises(LibraryError, match="no longer in the library"):
            ask(db, 7)
    with pytest.raises(LibraryError, match="no longer"):
        traits.set_tags(db, 7, ["roads"])


def test_lone_surrogates_do_no_harm(db: apsw.Connection) -> None:
    stored = articles.put(db, replace(BRIDGE, title="A\ud800", text="b\udfffd"), FETCHED)
    version = versions.latest(db, stored.article_id)
    assert version.text == "b\ufffdd"
    assert version.sha256 == sha256_of(version.text)
    assert not articles.put(db, replace(BRIDGE, title="A\ud800", text="b\udfffd"), FETCHED).new


@given(st.datetimes(timezones=st.just(UTC)))
def test_moments_come_back_as_they_were(moment: datetime) -> None:
    assert unpacked(packed(moment)) == moment


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_kept_moments_sort_like_moments(one: datetime, other: datetime) -> None:
    assert (packed(one) < packed(other)) == (one < other)
