"""The sample articles, each with the analysis that a careful reader wrote beside it.

`NAME.expected.json` holds the truth about `NAME.md`, whether or not the analysis finds it:

- `quotes`, in text order: `text` (without its outermost marks), `kind`, `speaker` (the mention
  that names the speaker, or null) and `canonical` (the full name, empty where there is none);
- `entities`, the ones a reader looks for: `name`, `type`, and in `mentions` each form of the name,
  in the order in which the forms first appear.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newsreader.model import Article, Span
from newsreader.sources import read

ARTICLES = Path(__file__).parents[1] / "articles"
NAMES = sorted(path.stem for path in ARTICLES.glob("*.md"))
REAL = {"diplomatic-briefing"}
INVENTED = "This article is invented: its people, places and papers do not exist."


@cache
def article(name: str) -> Article:
    (read_article,) = read(str(ARTICLES / f"{name}.md"))
    assert isinstance(read_article, Article), read_article
    return read_article


@cache
def expected(name: str) -> dict[str, list[dict[str, Any]]]:
    written = (ARTICLES / f"{name}.expected.json").read_text(encoding="utf-8")
    return dict(json.loads(written))


def expected_spans(name: str) -> list[Span]:
    """Return where each expected quote stands; those without marks are found by their words."""
    text, spans, at = article(name).text, [], 0
    for quote in expected(name)["quotes"]:
        words = re.escape(quote["text"])
        marked = re.compile(rf"(?<=[“‘\"']){words}(?=[”’\"'])").search(text, at)
        found = marked or re.compile(words).search(text, at)
        assert found, f"not in {name} after character {at}: {quote['text']}"
        spans.append(Span(*found.span()))
        at = found.start()
    return spans


def test_every_article_has_its_expected_analysis() -> None:
    assert 8 <= len(NAMES) <= 12
    analysed = {path.name.removesuffix(".expected.json") for path in ARTICLES.glob("*.json")}
    assert analysed == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_article_says_what_it_is(name: str) -> None:
    sample = article(name)
    assert all((sample.title, sample.byline, sample.publisher, sample.published, sample.url))
    assert sample.language == "en"
    assert 300 <= len(sample.text.split()) <= 700
    assert sample.text.endswith(INVENTED) is (name not in REAL)


@pytest.mark.parametrize("name", NAMES)
def test_expected_analysis_is_about_its_article(name: str) -> None:
    text = article(name).text
    assert len(expected_spans(name)) > 0
    for quote in expected(name)["quotes"]:
        assert (quote["speaker"] or "") in text
    for entity in expected(name)["entities"]:
        assert all(form in text for form in entity["mentions"])


@pytest.mark.parametrize("name", NAMES)
def test_every_marked_passage_is_expected(name: str) -> None:
    text, spans = article(name).text, expected_spans(name)
    opened = {found.end() for found in re.finditer(r"(?<![^\s(—])[“‘\"'](?=\w)", text)}
    assert not [text[at : at + 40] for at in opened if not any(at in span for span in spans)]
