"""The paper in an article's own byline is no news; the same name in the article is."""

from __future__ import annotations

import pytest

from newsreader.analysis import analyze
from newsreader.model import EntityType

TEXT = "Baths to close\n\n{}\n\nThe council met on Tuesday, and Mary Roe spoke.\n"


def organisations(text: str) -> dict[str, int]:
    entities = analyze(text).entities
    return {each.name: len(each.mentions) for each in entities if each.type is EntityType.ORG}


@pytest.mark.parametrize(
    "byline",
    [
        "By Anna Poe, Harrowmere Daily News",
        "By Anna Poe | Harrowmere Daily News",
        "BY ANNA POE for the Harrowmere Daily News",
        "By Anna Poe and John Doe, Reuters",
        "By our staff reporter, Harrowmere Daily News",
        "Written by Anna Poe – The New York Times",
    ],
)
def test_the_paper_of_a_byline_is_left_out(byline: str) -> None:
    assert organisations(TEXT.format(byline)) == {}


def test_the_writer_is_not() -> None:
    names = {each.name for each in analyze(TEXT.format("By Anna Poe, Reuters")).entities}
    assert "Anna Poe" in names


def test_what_the_article_says_of_the_paper_is_kept() -> None:
    text = TEXT.format("By Anna Poe, Reuters") + "\nRoe told Reuters that Reuters was wrong.\n"
    assert organisations(text) == {"Reuters": 2}


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, Reuters had dropped the story.",  # a sentence
        "By Anna Poe",  # no paper
    ],
)
def test_other_lines_are_read_as_ever(line: str) -> None:
    text = TEXT.format(line)
    assert organisations(text) == ({"Reuters": 1} if "Reuters" in line else {})


def test_far_from_the_head_nothing_is_a_byline() -> None:
    body = "The council met on Tuesday.\n\n" * 80
    assert organisations(f"{body}By Anna Poe, Reuters\n") == {"Reuters": 1}
