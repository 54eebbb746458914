from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.safety import clean
from newsreader.sources.plain import read_plain

BODY = (
    "The council of Ardle voted on Monday to close the old library in the spring, after a debate "
    "that went on until midnight."
)
SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "samples"

PIECES = [
    "Council cuts its budget", "By Jane Roe", "By JANE ROE and John Doe", "3 March 2024",
    "Published: 2024-03-03", "Who won?", BODY, "He agreed.", "- an item", "By", "a verse", "", "",
]  # fmt: skip
documents = st.lists(st.sampled_from(PIECES)).map("\n".join).filter(str.strip)


@given(documents | st.text().map(clean).filter(str.strip))
def test_reading_our_own_text_again_gives_the_same_text(text: str) -> None:
    once = read_plain(text, "x").text
    assert read_plain(once, "x").text == once


@given(documents)
def test_nothing_of_a_text_is_lost(text: str) -> None:
    article = read_plain(text, "x")
    known = article.title + article.byline + article.text
    assert all(line in known or line.startswith(("By", "Pub", "3 ")) for line in text.split("\n"))


@pytest.mark.parametrize("between", ["\n\n", "\n", "\n\n\n"])
def test_a_title_goes_from_the_text(between: str) -> None:
    article = read_plain(f"Council cuts its budget{between}{BODY}\n", "x")
    assert (article.title, article.text) == ("Council cuts its budget", BODY)


def test_byline_and_date_below_the_title_are_recognised() -> None:
    text = f"Who won?\nBy Jane Roe and Jan van der Berg, Ardle Post\nMarch 3, 2024\n\n{BODY}\n"
    article = read_plain(text, "x")
    assert article.title == "Who won?"
    assert article.byline == "Jane Roe and Jan van der Berg, Ardle Post"
    assert article.published == datetime(2024, 3, 3, tzinfo=UTC)
    assert article.text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the library will be closed.",
        "By the river",
        "By Monday",
        "By Jane Roe and a colleague who was there",
        "March 3",
        "03/04/2024",
        "On 3 March 2024 it closed.",
    ],
)
def test_what_only_resembles_a_byline_or_date_stays_in_the_text(line: str) -> None:
    article = read_plain(f"Council cuts its budget\n\n{line}\n\n{BODY}\n", "x")
    assert line in article.text
    assert (article.byline, article.published) == ("", None)


def test_a_lead_paragraph_is_no_title() -> None:
    article = read_plain(f"{BODY}\n\nHe agreed.\n", "x")
    assert article.text == f"{BODY}\n\nHe agreed."
    assert article.title.endswith("…")
    assert BODY.startswith(article.title.rstrip("…"))
    assert len(article.title) <= 80


def test_a_title_is_made_of_the_first_line_only() -> None:
    article = read_plain(f"LIBRARY TO CLOSE\n================\n\n{BODY}", "x")
    assert article.title == "LIBRARY TO CLOSE"
    assert article.text.startswith("LIBRARY TO CLOSE\n=====")


def test_the_first_line_of_a_ragged_paragraph_is_no_title() -> None:
    text = "The council of Ardle voted\non Monday to close the old library in the spring.\n"
    assert read_plain(text, "x").text.startswith("The council of Ardle voted")


def test_two_titles_in_a_row_stay_in_the_text() -> None:
    text = f"Council cuts its budget\n\nLibrary to close\n\n{BODY}"
    article = read_plain(text, "x")
    assert (article.title, article.text) == ("Council cuts its budget", text)


def test_a_text_that_is_nothing_but_a_title_is_kept() -> None:
    assert read_plain("Hello, world\n", "x").text == "Hello, world"


def test_the_sample_article_is_read_whole() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("the shared samples are not beside this checkout")
    for path in SAMPLES.glob("*.txt"):
        text = path.read_text("utf-8")
        article = read_plain(text, str(path))
        assert article.text == text.rstrip("\n")
        assert article.title.endswith("…")
        assert text.startswith(article.title.rstrip("…"))
