"""An article that was edited: what changed, and going back."""

from __future__ import annotations

from newsreader.model import CorrectionKind, Outcome, Span
from newsreader.model.changes import QuoteChange
from tests.reading.conftest import SWIM, TEXT, Desk

EDITED = TEXT.replace("I learned", "We all learned")


def test_versions_are_compared_as_they_are_corrected(desk: Desk) -> None:
    desk.reading.correct(
        desk.article_id,
        desk.version(),
        CorrectionKind.SPEAKER,
        span=desk.span("So did my children."),
        value="Warren Corley",
    )
    desk.add("baths", EDITED)
    first, second = desk.reading.versions(desk.article_id)
    assert second.id == desk.version().id
    made = desk.reading.changes(first, second)
    assert [one.change for one in made.quotes] == [QuoteChange.CHANGED]
    assert (made.removed, made.added) == (1, 2)
    desk.reading.undo()
    assert desk.reading.changes(first, second) == made


def test_an_older_version_is_opened_with_its_highlights(desk: Desk) -> None:
    desk.reading.highlight(desk.article_id, desk.version(), desk.span(SWIM))
    desk.add("baths", EDITED)
    now = desk.reading.open(desk.article_id)
    assert now.is_latest
    assert [one.placement.outcome for one in now.placed] == [Outcome.CHANGED]
    before = desk.reading.open(desk.article_id, now.history.ids[0])
    assert not before.is_latest
    assert before.version.text == TEXT.strip()
    assert [one.placement.outcome for one in before.placed] == [Outcome.EXACT]


def test_an_older_version_is_restored_and_found(desk: Desk) -> None:
    desk.add("baths", EDITED)
    first, second = desk.reading.versions(desk.article_id)
    assert desk.reading.search("all").hits
    desk.reading.restore(desk.article_id, first.id)
    assert desk.version() == first
    assert not desk.reading.search("all").hits
    desk.add("baths", EDITED)
    assert desk.version() == first
    assert desk.reading.undo() == "Version restored"
    assert desk.version() == second
    assert desk.reading.search("all").hits


def test_a_highlight_is_not_moved_to_what_only_looks_like_it(desk: Desk) -> None:
    rows = [f"{name} won {n} points in the first half." for name, n in (("Smid", 8), ("Petri", 11))]
    article_id = desk.add("match", "\n\n".join(rows))
    version = desk.version(article_id)
    desk.reading.highlight(article_id, version, Span(0, len("Smid won 8 points")))
    desk.add("match", rows[1])
    [placed] = desk.reading.open(article_id).placed
    assert (placed.placement.outcome, placed.placement.span) == (Outcome.MISSING, None)
