"""Which article evidence is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsreader.library.identities import Identity
from newsreader.model.evidence import Evidence
from newsreader.reading.recognising import recognise
from tests.export.strategies import MONDAY, one_passage

BATHS = Identity(
    id=1,
    title="Baths vote",
    byline="Ann Hall",
    publisher="The Ledger",
    published=MONDAY,
    location="/news/baths.md",
    url="https://ledger.example/baths",
    hashes=("ab" * 32,),
)
STRANGER = Evidence(0, "", "", datetime(2024, 6, 9, tzinfo=UTC), "")


def known_as(evidence: Evidence, *known: Identity) -> int | None:
    [found] = recognise([evidence], known)
    return found


def test_by_its_text_before_all_else() -> None:
    copy = replace(BATHS, id=2, hashes=("cd" * 32,))
    elsewhere = replace(BATHS, id=3, title="Other", location="/x", url="")
    assert known_as(one_passage(), copy, elsewhere) == 3
    assert known_as(one_passage(sha256=""), copy, elsewhere) == 3  # a passage was made on it
    assert known_as(one_passage(), elsewhere, BATHS) == 1  # of two copies, the one from there
    astray = one_passage(location="/gone.md", url="")
    assert known_as(astray, elsewhere, BATHS) == 1  # by its title, or else the first
    assert known_as(astray, replace(elsewhere, id=4), elsewhere) == 3


@pytest.mark.parametrize(
    "address",
    [
        "https://ledger.example/baths",
        "http://www.Ledger.example/baths/",
        "https://ledger.example:443/baths?utm_source=mail#comments",
    ],
)
def test_by_its_address_however_written(address: str) -> None:
    assert known_as(replace(STRANGER, url=address), BATHS) == 1
    assert known_as(replace(STRANGER, location=address), BATHS) == 1


@pytest.mark.parametrize(
    "address",
    [
        *("https://ledger.example/baths?page=2", "https://ledger.example", "http://[", "/baths"),
        "https://ledger.example:8080/baths",
    ],
)
def test_not_by_another_address(address: str) -> None:
    assert known_as(replace(STRANGER, url=address), BATHS) is None


def test_by_where_it_was_read_from() -> None:
    here = replace(STRANGER, location="/news/baths.md")
    assert known_as(here, BATHS) == 1
    assert known_as(replace(here, title="Baths vote"), BATHS) == 1
    assert known_as(replace(here, title="A bridge reopens"), BATHS) is None


@pytest.mark.parametrize(
    ("changes", "recognised"),
    [
        ({"title": " baths  VOTE", "publisher": "the ledger"}, True),
        ({"title": "Baths vote", "byline": "Ann Hall"}, True),
        ({"title": "Baths vote", "published": MONDAY + timedelta(hours=3)}, True),
        ({"title": "Baths vote"}, False),
        ({"title": "", "publisher": "The Ledger"}, False),
        ({"title": "Baths vote", "publisher": "The Post", "published": MONDAY}, False),
        ({"title": "Baths vote", "publisher": "The Ledger", "published": STRANGER.fetched}, False),
    ],
)
def test_by_its_title_only_together_with_something_else(
    changes: dict[str, object],
    recognised: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    evidence = replace(STRANGER, **changes)  # type: ignore[arg-type]  # the fields are those of Evidence
    assert known_as(evidence, BATHS) == (1 if recognised else None)


def test_several_that_nothing_tells_apart_are_not_guessed() -> None:
    twin = replace(BATHS, id=2, location="/news/twin.md", hashes=("ef" * 32,))
    titled = replace(STRANGER, title="Baths vote", publisher="The Ledger")
    assert known_as(titled, BATHS, twin) is None
    addressed = replace(STRANGER, url=BATHS.url)
    assert known_as(addressed, BATHS, twin) is None
    assert known_as(replace(addressed, title="Baths vote"), BATHS, replace(twin, title="x")) == 1


def test_each_is_told_by_itself() -> None:
    other = replace(BATHS, id=2, location="/b", url="", hashes=("ef" * 32,), title="Other")
    evidence = [replace(STRANGER, location="/b"), STRANGER, one_passage()]
    assert recognise(evidence, [BATHS, other]) == [2, None, 1]
