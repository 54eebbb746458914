"""What is known beforehand about names: forenames, surnames, places, organisations, demonyms.

The tables lie beside this file in `data/`, one name a line; `data/README.md` tells where each comes
from and under which licence. They are read on first use and kept as frozen sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_TABLES = Path(__file__).with_name("data")


def forename_sex(word: str) -> str | None:
    """Tell which sex a forename is given to: "m", "f", "u" (either), or None for no forename."""
    return _forenames().get(word.lower())


def is_surname(word: str) -> bool:
    """Tell whether `word` is a common family name."""
    return word.lower() in _names("surnames")


def is_place(name: str) -> bool:
    """Tell whether `name`, as written, is that of a known country, region, city or sea."""
    return name in _names("major_places") or name in _names("places")


def is_major_place(name: str) -> bool:
    """Tell whether `name` is that of a country, a large region or a city the world knows."""
    return name in _names("major_places")


def is_country(name: str) -> bool:
    """Tell whether `name` is that of a country or another land that a people is named after."""
    return full_name(name) in _lands()


def is_club(name: str) -> bool:
    """Tell whether `name`, as written, is that of a sports club."""
    return name in _names("clubs")


def is_organisation(name: str) -> bool:
    """Tell whether `name`, as written, is that of a well-known organisation, or its acronym."""
    return name in _pairs("organisations") or name in _names("companies")


def demonym(word: str) -> str | None:
    """Return the place that a people's name or adjective belongs to ("Pakistani", "Danes")."""
    table = _pairs("demonyms")
    return table.get(word) or (table.get(word[:-1]) if word.endswith("s") else None) or None


def full_name(name: str) -> str:
    """Return the usual full name of a known place or organisation ("UN", "U.S."), else `name`."""
    return _pairs("place_aliases").get(name) or _pairs("organisations").get(name) or name


def lines(table: str) -> list[str]:
    """Return the lines of one of the tables in `data`."""
    return (_TABLES / f"{table}.txt").read_text(encoding="utf-8").splitlines()


@cache
def _lands() -> frozenset[str]:
    return frozenset(_pairs("demonyms").values())


@cache
def _forenames() -> Mapping[str, str]:
    """Read the tables of forenames into one: the sex of each."""
    sexes = {"male": "m", "female": "f", "either": "u"}
    return MappingProxyType(
        {name: sex for table, sex in sexes.items() for name in lines(f"forenames_{table}")}
    )


@cache
def _names(table: str) -> frozenset[str]:
    return frozenset(lines(table))


@cache
def _pairs(table: str) -> Mapping[str, str]:
    """Read a table of names, each with an optional tab and what it stands for."""
    rows = (line.partition("\t") for line in lines(table))
    return MappingProxyType({name: meaning for name, _, meaning in rows})
