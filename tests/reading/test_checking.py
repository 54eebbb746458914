"""A draft checked against a library."""

from __future__ import annotations

from newsreader.model.judgement import Judged, Judgement
from tests.reading.conftest import Desk

DRAFT = """\
“I learned to swim in that pool. So did my children,” Pruett said.

“I learned to sail in that pool,” Pruett said. “Nobody ever asked for a bigger harbour,” she added.
"""


def judged(desk: Desk, draft: str) -> list[Judged]:
    return desk.reading.check(draft)


def test_quotations_are_judged_in_the_order_of_the_draft(desk: Desk) -> None:
    exact, altered, missing = judged(desk, DRAFT)
    assert exact.judgement is Judgement.EXACT
    assert altered.judgement is Judgement.ALTERED
    assert missing.judgement is Judgement.MISSING
    assert exact.quotation.span.of(DRAFT) == exact.quotation.words


def test_the_source_says_where_the_words_stand(desk: Desk) -> None:
    [exact, *_] = judged(desk, DRAFT)
    [source] = exact.sources
    version = desk.version()
    assert (source.article_id, source.version_id) == (desk.article_id, version.id)
    assert source.sha256 == version.sha256
    assert source.span.of(version.text) == source.words
    assert (source.title, source.publisher, source.speaker) == (
        "baths",
        "The Ledger",
        "Delia Pruett",
    )


def test_a_draft_without_quotations(desk: Desk) -> None:
    assert judged(desk, "Nobody says anything.") == []
    assert judged(desk, "") == []
