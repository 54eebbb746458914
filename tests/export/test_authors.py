"""Who wrote an article, by bylines of all shapes; everybody in them is invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.export.authors import Author, authors
from newsreader.safety import guard

HALL, LIND, DORN = Author("Hall", "Ann"), Author("Lind", "Bo"), Author("Dorn", "Cy")


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Ann Hall", [HALL]),
        ("By Ann Hall", [HALL]),
        ("BY ANN HALL", [HALL]),
        ("Words: Ann Hall", [HALL]),
        ("Par Ann Hall", [HALL]),
        ("By Ann Hall and Bo Lind", [HALL, LIND]),
        ("Ann Hall & Bo Lind", [HALL, LIND]),
        ("Ann Hall und Bo Lind", [HALL, LIND]),
        ("Ann Hall with Bo Lind", [HALL, LIND]),
        ("Ann Hall, Bo Lind and Cy Dorn", [HALL, LIND, DORN]),
        ("By Ann Hall, Bo Lind, and Cy Dorn", [HALL, LIND, DORN]),
        ("Ann Hall and Ann Hall", [HALL]),
        ("Hall, Ann", [HALL]),
        ("Hall, Ann; Lind, Bo", [HALL, LIND]),
        ("Hall, Ann and Lind, Bo", [HALL, LIND]),
        ("Hall, Ann M.", [Author("Hall", "Ann M.")]),
    ],
)
def test_people_are_told_apart(byline: str, expected: list[Author]) -> None:
    assert list(authors(byline)) == expected


@pytest.mark.parametrize(
    "byline",
    [
        "Ann Hall, Associated Press",
        "Ann Hall, Political Correspondent",
        "Ann Hall, senior correspondent in Quillhaven",
        "Ann Hall, Quillhaven",
        "Ann Hall Staff Writer",
        "Ann Hall in Quillhaven",
        "Ann Hall for The Post",
        "Ann Hall | The Post",
        "Ann Hall / Reuters",
        "Ann Hall – The Post",
        "Ann Hall (The Post)",
        "Ann Hall and agencies",
        "Ann Hall @annhall",
        "Ann Hall ann@post.example",
        "Dr Ann Hall",
        "Ann Hall, PhD",
        "Ann Hall; Photographs by Bo Lind",
        "Ann Hall, with reporting by Bo Lind",
        "Ann Hall. Additional reporting by Bo Lind",
    ],
)
def test_what_is_only_said_of_them_is_left_out(byline: str) -> None:
    assert list(authors(byline)) == [HALL]


@pytest.mark.parametrize(
    ("byline", "whole"),
    [
        ("The Associated Press", "The Associated Press"),
        ("By the Quillhaven Press", "The Quillhaven Press"),
        ("Reuters", "Reuters"),
        ("AFP", "AFP"),
        ("By a Staff Reporter", "A Staff Reporter"),
        ("Post Editorial Board", "Post Editorial Board"),
        ("Ministry of Food and Health", "Ministry of Food and Health"),
        ("The newsreader developers", "The newsreader developers"),
        ("김철수", "김철수"),
        ("Roe", "Roe"),
    ],
)
def test_others_stay_whole(byline: str, whole: str) -> None:
    assert authors(byline) == (Author(whole),)


def test_an_organisation_stands_beside_people() -> None:
    assert authors("Ann Hall and the Quillhaven Press") == (HALL, Author("The Quillhaven Press"))
    assert authors("Ann Hall, Reuters and Bo Lind, The Post") == (HALL, LIND)


@pytest.mark.parametrize(
    ("byline", "family", "rest"),
    [
        ("Ludwig van der Brandt", "van der Brandt", "Ludwig"),
        ("Dick Van Hoorn", "Van Hoorn", "Dick"),
        ("Ana de la Cruz", "de la Cruz", "Ana"),
        ("Winifred Ashcombe-Dial", "Ashcombe-Dial", "Winifred"),
        ("Jean-Luc Moreau", "Moreau", "Jean-Luc"),
        ("J.K. Roe", "Roe", "J.K."),
        ("BO O'LIND", "O'Lind", "Bo"),
        ("Björn Åkesson", "Åkesson", "Björn"),
        ("Ok Bi-ryeong", "Ok", "Bi-ryeong"),
    ],
)
def test_names_are_taken_apart(byline: str, family: str, rest: str) -> None:
    assert authors(byline) == (Author(family, rest),)


@pytest.mark.parametrize("byline", ["Martin Roe, Jr.", "Martin Roe Jr", "MARTIN ROE JR."])
def test_what_follows_a_name_is_no_part_of_it(byline: str) -> None:
    (roe,) = authors(byline)
    assert roe == Author("Roe", "Martin", "Jr.")
    assert roe.name == "Martin Roe Jr."


@pytest.mark.parametrize("byline", ["", " ", "By", "by ", ",, ;", "...", "–"])
def test_nobody_is_nobody(byline: str) -> None:
    assert authors(byline) == ()


bits = st.sampled_from(
    "By by Ann Hall Bo Lind and & , ; . .. - – | / ( ) [ ] for in of The Press Jr. III van "
    "de Dr a@b.example @x PhD with reporting photos Bi-ryeong \x1b[31m \u202e \x00 김철수 É".split()
)


@given(st.one_of(st.text(), st.lists(bits, max_size=12).map(" ".join)))
def test_no_byline_leaves_anything_stray(byline: str) -> None:
    for author in authors(byline):
        for part in (author.family, author.given, author.suffix):
            assert guard(part) == part == " ".join(part.split())
            assert not re.search(r"^[\s,;:|/]|[\s,;:|/]$|,,", part)
        assert author.family
