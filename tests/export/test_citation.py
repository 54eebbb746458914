from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsreader.export.citation import attribution, citation
from newsreader.model import Article

ARTICLE = Article(
    title="Budget passes",
    text="",
    location="/news/budget.md",
    byline="Ann Hall",
    publisher="The Post",
    published=datetime(2024, 6, 3, 23, 59, tzinfo=UTC),
    url="https://post.example/budget",
)


def test_everything_known_stands_in_one_line() -> None:
    assert citation(ARTICLE, "Jane Roe") == (
        "Jane Roe, quoted in “Budget passes”, Ann Hall, The Post, 3 June 2024,"
        " https://post.example/budget"
    )


@pytest.mark.parametrize(
    ("changes", "speaker", "expected"),
    [
        ({"url": ""}, "", "“Budget passes”, Ann Hall, The Post, 3 June 2024, /news/budget.md"),
        (
            {"byline": "", "publisher": "", "published": None},
            "Jane Roe",
            "Jane Roe, quoted in “Budget passes”, https://post.example/budget",
        ),
        (
            {"title": "", "byline": "", "published": None},
            "",
            "The Post, https://post.example/budget",
        ),
        ({"title": "", "url": "", "location": ""}, "Roe", "Roe, Ann Hall, The Post, 3 June 2024"),
    ],
)
def test_what_is_unknown_is_left_out(
    changes: dict[str, object], speaker: str, expected: str
) -> None:
    assert citation(replace(ARTICLE, **changes), speaker) == expected  # type: ignore[arg-type]  # fields of Article


def test_marks_in_a_title_become_inner_marks() -> None:
    article = replace(ARTICLE, title="A “raid”\non the young")
    assert attribution(article).startswith("“A ‘raid’ on the young”, ")


def test_the_writers_words_are_not_passed_off_as_the_speakers() -> None:
    line = citation(ARTICLE, "Jane Roe", indirect=True)
    assert line.startswith("Jane Roe, paraphrased in “Budget passes”, ")
