"""Corrections passed on: taken in once, waiting for their article, found by a query."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsreader.export.corrections import write_corrections
from newsreader.library.articles import Stored
from newsreader.reading import Reading
from newsreader.reading.correcting import (
    Fate,
    ListedCorrection,
    import_corrections,
    listed,
)
from tests.reading.conftest import MERGE, NOT_ENTITY, RENAME, SOURCE, SPEAKER, SWIM, Desk


def outcomes(desk: Desk, text: str) -> list[tuple[Fate, bool] | str]:
    return [
        (each.fate, each.known) if isinstance(each, ListedCorrection) else each.message
        for each in import_corrections(desk.reading, text)
    ]


@pytest.fixture
def exported(desk: Desk) -> str:
    desk.correct(SPEAKER, SWIM, value="Ann Hall")
    desk.correct(MERGE, "Warren Corley", value="W. Corley")
    desk.correct(NOT_ENTITY, name="Ann Hall", scope=SOURCE)
    return write_corrections(desk.reading.corrections())


@pytest.fixture
def colleague(tmp_path: Path, exported: str) -> Iterator[Desk]:
    """Another reader, who has another article from the same source."""
    del exported
    folder = tmp_path / "colleague"
    folder.mkdir()
    desk = Desk(folder)
    yield desk
    desk.reading.close()


def test_another_library_takes_them_in_once(colleague: Desk, exported: str) -> None:
    assert outcomes(colleague, exported) == [(Fate.APPLIED, False)] * 3
    assert colleague.speaker() == "Ann Hall"
    assert outcomes(colleague, exported) == [(Fate.APPLIED, True)] * 3
    assert write_corrections(colleague.reading.corrections()) == exported
    assert colleague.reading.undo() == "Corrections imported"
    assert colleague.reading.corrections() == []
    assert colleague.reading.undo() is None


def test_they_wait_for_an_article_that_is_not_there(exported: str, tmp_path: Path) -> None:
    with Reading(None) as reading:
        waiting = import_corrections(reading, exported)
        assert [each.fate for each in waiting if isinstance(each, ListedCorrection)] == [
            Fate.WAITING
        ] * 3
        assert write_corrections(reading.corrections()) == exported
        [stored] = reading.add([str(tmp_path / "baths.md")])
        assert [each.fate for each in listed(reading)] == [Fate.APPLIED] * 3
        assert isinstance(stored, Stored)
        assert len(reading.corrections(stored.article_id)) == 3


def test_what_is_damaged_is_said_and_the_rest_kept(colleague: Desk, exported: str) -> None:
    document = json.loads(exported)
    rows = document["corrections"]
    rows[0]["passage"]["end"] += 1
    tomorrow = datetime.now(UTC) + timedelta(days=30)
    rows.append(rows[1] | {"id": "f" * 32, "created": tomorrow.isoformat()})
    told = outcomes(colleague, json.dumps(document))
    assert told[0] == "Correction 1 of the file is damaged: its passage is not as long as it says."
    assert told[1:3] == [(Fate.APPLIED, False)] * 2
    assert "future" in str(told[3])
    assert len(colleague.reading.corrections()) == 2


def test_one_given_twice_in_a_file_is_known_the_second_time(colleague: Desk, exported: str) -> None:
    document = json.loads(exported)
    document["corrections"] = document["corrections"][:1] * 2
    assert outcomes(colleague, json.dumps(document)) == [
        (Fate.APPLIED, False), (Fate.APPLIED, True),
    ]  # fmt: skip


def test_a_query_finds_them_by_article_and_by_name(desk: Desk, exported: str) -> None:
    del exported
    other = desk.add("other", "A bridge reopened. It was Delia Pruett who cut the ribbon.\n")
    desk.reading.correct(other, desk.version(other), RENAME, name="Delia Pruett", value="D. P.")
    assert [each.correction.value for each in listed(desk.reading, "ribbon")] == ["D. P."]
    # An article is found by its corrected names, too; so all that was corrected in it is listed.
    corrected = [each.correction.value for each in listed(desk.reading, "w. corley")]
    assert corrected == ["Ann Hall", "W. Corley"]
    assert listed(desk.reading, "volcano") == []
