from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.analysis import gazetteer

DATA = Path(gazetteer.__file__).parent / "data"
TABLES = sorted(DATA.glob("*.txt"))


@pytest.mark.parametrize(
    ("word", "sex"),
    [("Mohammed", "m"), ("OLGA", "f"), ("Priya", "f"), ("Kwame", "m"), ("table", None)],
)
def test_a_forename_tells_the_sex(word: str, sex: str | None) -> None:
    assert gazetteer.forename_sex(word) == sex


def test_a_forename_of_both_sexes_is_either() -> None:
    assert gazetteer.forename_sex("Jessie") == "u"


@pytest.mark.parametrize(
    "name", ["Lahore", "United States", "U.S.", "Middle East", "Jammu and Kashmir", "São Paulo"]
)
def test_places_of_the_world_are_known(name: str) -> None:
    assert gazetteer.is_place(name)


@pytest.mark.parametrize("name", ["Bath", "Pakistani", "June", "lahore", "European Union"])
def test_words_peoples_and_bodies_are_no_places(name: str) -> None:
    assert not gazetteer.is_place(name)


def test_only_some_places_are_major() -> None:
    assert gazetteer.is_major_place("Nigeria")
    assert gazetteer.is_place("Zaria")
    assert not gazetteer.is_major_place("Zaria")


def test_bodies_are_known_by_acronym_and_name() -> None:
    assert gazetteer.is_organisation("NATO")
    assert gazetteer.is_organisation("World Bank")
    assert not gazetteer.is_organisation("Nigeria")


@pytest.mark.parametrize(
    ("word", "place"),
    [("Pakistani", "Pakistan"), ("Danes", "Denmark"), ("Dutch", "Netherlands"), ("Paris", None)],
)
def test_a_people_belongs_to_a_place(word: str, place: str | None) -> None:
    assert gazetteer.demonym(word) == place


def test_a_short_name_stands_for_the_usual_full_one() -> None:
    assert gazetteer.full_name("U.S.") == "United States"
    assert gazetteer.full_name("UN") == "United Nations"
    assert gazetteer.full_name("Lahore") == "Lahore"


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_each_table_is_sorted_without_repeats_and_its_licence_named(table: Path) -> None:
    raw = table.read_bytes()
    lines = raw.decode("utf-8").splitlines()
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    assert lines == sorted(set(lines))
    assert all(line == line.strip() != "" for line in lines)
    rows = (DATA / "README.md").read_text(encoding="utf-8").splitlines()
    [row] = [row for row in rows if row.startswith("|") and table.name in row.split("|")[1]]
    assert all(cell.strip() for cell in row.split("|")[1:-1])


def test_the_names_in_pairs_are_not_repeated() -> None:
    for table in ("organisations", "demonyms", "place_aliases"):
        names = [line.partition("\t")[0] for line in gazetteer.lines(table)]
        assert len(names) == len(set(names))


def test_the_tables_stay_small() -> None:
    assert sum(table.stat().st_size for table in TABLES) < 850_000


def test_importing_the_analysis_reads_no_table() -> None:
    code = (
        "import newsreader.analysis, newsreader.analysis.gazetteer as g;"
        "print(g._names.cache_info().currsize, g._pairs.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0"]
