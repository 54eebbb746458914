from __future__ import annotations

from datetime import UTC, date, datetime

import apsw
import pytest

from newsreader.library import articles
from newsreader.library.analyses import Made, encode
from newsreader.library.index import Claims
from newsreader.model import Analysis, Article
from newsreader.search import facets as counting
from newsreader.search import finding
from newsreader.search.facets import facets
from newsreader.search.query import parse
from newsreader.search.tree import Field

TODAY = date(2026, 3, 2)
FETCHED = datetime(2026, 3, 1, tzinfo=UTC)


def put(db: apsw.Connection, number: int, month: int, names: tuple[str, ...]) -> None:
    """Keep an article of The Weir Post that quotes the first of these names and mentions all."""
    claims = Claims(
        quotes=(("Open it", names[0]),),
        names=tuple(("person", (name,), 1) for name in names),
        speakers=((names[0], 1),),
    )
    article = Article(
        f"Bridge {number}",
        f"The bridge {number}.",
        f"/{number}.txt",
        publisher="The Weir Post",
        published=datetime(2025, month, 3, tzinfo=UTC),
    )
    articles.put(db, article, FETCHED, Made(1, encode(Analysis()), claims))


@pytest.fixture(autouse=True)
def kept(db: apsw.Connection) -> None:
    put(db, 1, 1, ("Jane Roe", "Tobias Renn"))
    put(db, 2, 1, ("Jane Roe",))
    put(db, 3, 5, ("Mia Sand", "Jane Roe"))


def counted(db: apsw.Connection, query: str, most: int = 8) -> dict[Field, list[tuple[str, int]]]:
    found = facets(db, parse(query), TODAY, most)
    return {facet.field: list(facet.values) for facet in found.facets}


def test_articles_are_counted_by_who_speaks_what_is_named_where_and_when(
    db: apsw.Connection,
) -> None:
    assert counted(db, "bridge") == {
        Field.SPEAKER: [("Jane Roe", 2), ("Mia Sand", 1)],
        Field.PERSON: [("Jane Roe", 3), ("Mia Sand", 1), ("Tobias Renn", 1)],
        Field.SOURCE: [("The Weir Post", 3)],
        Field.ON: [("2025-05", 1), ("2025-01", 2)],
    }


def test_only_what_is_found_is_counted(db: apsw.Connection) -> None:
    assert counted(db, "bridge from:2025-02")[Field.SPEAKER] == [("Mia Sand", 1)]
    assert counted(db, "person:renn", most=1)[Field.PERSON] == [("Jane Roe", 1)]
    assert counted(db, "storm") == counted(db, "") == {}


def test_no_more_than_the_newest_are_counted(
    db: apsw.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "COUNTED", 1)
    found = facets(db, parse("bridge"), TODAY, 8)
    assert found.counted == 1
    assert found.facets[0].values == (("Mia Sand", 1),)


def test_of_very_many_only_the_newest_are_ranked(
    db: apsw.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST_RANKED", 2)
    ranking = finding.rank(db, parse("bridge"), TODAY, 10)
    assert (set(ranking.scores), ranking.total, ranking.ranked) == ({2, 3}, 3, 2)
    with_date = finding.rank(db, parse("bridge to:2025-02"), TODAY, 10)
    assert (set(with_date.scores), with_date.total) == ({1, 2}, 2)


def test_a_name_that_is_lost_is_not_counted(db: apsw.Connection) -> None:
    db.execute("DELETE FROM name WHERE name = 'Jane Roe'")
    assert counted(db, "bridge")[Field.PERSON] == [("Mia Sand", 1), ("Tobias Renn", 1)]
