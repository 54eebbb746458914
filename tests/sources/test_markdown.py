from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.model import Article
from newsreader.safety import clean
from newsreader.sources import markdown
from newsreader.sources.markdown import read_markdown

ARTICLE = """\
---
title: "No" to the budget
Author: [Jane Roe, John Doe]
date: 2024-03-03T10:30:00+01:00
url: https://example.org/a?b=c
publisher: The Ardle Post
lang: en-GB
tags: [budget]
---

# Council cuts *its* budget

The council of **Ardle** voted on [Monday](https://example.org)
to close the `old` library. ![A photo](x.png)

> “We had no
> choice,” said the mayor.

## What is next

- the library
- the pool
  - its café
- "quotes" -- as written...

3. third
4. fourth

| for | against |
|-----|---------|
| 12  | 9       |

Line one\\
line two<br>line three &amp; more.

<div><p>Some <b>HTML</b></p></div>

<script>alert(1)</script>

***
"""


def read(text: str) -> Article:
    return read_markdown(text, "/a.md", "a.md")


def test_front_matter_and_marks_become_metadata_and_plain_text() -> None:
    article = read(ARTICLE.replace('title: "No" to', "title: No to"))
    assert article.title == "No to the budget"
    assert article.byline == "Jane Roe, John Doe"
    assert article.published == datetime(2024, 3, 3, 9, 30, tzinfo=UTC)
    assert article.url == "https://example.org/a?b=c"
    assert (article.publisher, article.language) == ("The Ardle Post", "en-GB")
    assert article.source == "markdown"
    assert article.text == (
        "Council cuts its budget\n\n"
        "The council of Ardle voted on Monday to close the old library.\n\n"
        "“We had no choice,” said the mayor.\n\n"
        "What is next\n\n"
        '• the library\n• the pool\n◦ its café\n• "quotes" -- as written...\n\n'
        "3. third\n4. fourth\n\n"
        "for | against\n12 | 9\n\n"
        "Line one\nline two\nline three & more.\n\n"
        "Some HTML"
    )


def test_front_matter_that_is_not_yaml_is_shown() -> None:
    article = read(ARTICLE)
    assert article.title == "Council cuts its budget"
    assert article.text.startswith('title: "No" to the budget\nAuthor: [Jane Roe, John Doe]\n')
    assert "The council of Ardle voted" in article.text


def test_the_first_heading_is_the_title_and_goes_from_the_text() -> None:
    article = read("# Budget cut\n\n*By Jane Roe*\n\n3 March 2024\n\nIt was cut.\n")
    assert (article.title, article.byline, article.text) == (
        "Budget cut",
        "Jane Roe",
        "It was cut.",
    )
    assert article.published == datetime(2024, 3, 3, tzinfo=UTC)


def test_a_title_told_twice_is_shown_once() -> None:
    assert read("---\ntitle: Budget cut\n---\n# Budget cut\n\nIt was.\n").text == "It was."


def test_values_stay_as_they_are_written() -> None:
    article = read("---\ntitle: No\nbyline: 2024\nurl: javascript:alert(1)\nlang: '?'\n---\nText.")
    assert (article.title, article.byline, article.url, article.language) == ("No", "2024", "", "")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\n\nIt was cut.\n\n---\n\nAgain.").text == "It was cut.\n\nAgain."


def test_loose_items_are_paragraphs() -> None:
    assert read("- one\n\n- two\n\n  more\n").text == "• one\n\n• two\n\nmore"


def test_what_was_written_to_disguise_stays_out() -> None:
    article = read('---\ntitle: "a\\x1b[2Jb\\u202E"\n---\nx&#27;[2J&#x202e;y&#8203;z\n')
    assert (article.title, article.text) == ("ab", "x\ufffd[2Jyz")


def test_yaml_that_unfolds_without_end_is_harmless() -> None:
    aliases = "\n".join(f"k{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 20))
    article = read(f"---\ntitle: x\nk0: &a0 [lol]\n{aliases}\nauthor: *a19\n---\nText.")
    assert (article.title, article.byline) == ("x", "")
    assert read("---\na: " + "[" * 9000 + "\n---\nText.").text.endswith("Text.")


def test_no_text_below_the_metadata_is_an_error() -> None:
    with pytest.raises(SourceError, match=r"no text in a\.md"):
        read("---\ntitle: x\n---\n")


def test_too_much_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MAX_LENGTH", 10)
    with pytest.raises(SourceError, match=r"a\.md is Markdown of more than"):
        read("It was cut.")


@given(st.text(st.sampled_from("ab \n#*_->`[]()!|1.&;<>~\\:—")).map(clean))
def test_any_markdown_gives_paragraphs(text: str) -> None:
    try:
        result = read(text).text
    except SourceError:
        return
    assert result == result.strip("\n")
    assert "\n\n\n" not in result
    assert all(line == line.strip() for line in result.split("\n"))
