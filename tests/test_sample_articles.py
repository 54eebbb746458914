"""The sample articles, each against the analysis that a careful reader wrote beside it.

`NAME.expected.json` holds the truth about `NAME.md`, whether or not the analysis finds it:

- `quotes`, in text order: `text` (without its outermost marks), `kind`, `speaker` (the mention
  that names the speaker, or null) and `canonical` (the full name, empty where there is none);
- `entities`, the ones a reader looks for: `name`, `type`, and in `mentions` each form of the name,
  in the order in which the forms first appear;
- `known_misses`: where the analysis is known to fall short of the two above. A miss that is mended
  must be struck from it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from textwrap import shorten
from typing import Any

import pytest

from newsreader.analysis import analyze
from newsreader.model import Analysis, Article, Entity, QuoteKind, Span
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
def expected(name: str) -> dict[str, list[Any]]:
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


def brief(words: str) -> str:
    return shorten(words, 50, placeholder="…")


def quote_misses(name: str, analysis: Analysis) -> set[str]:
    """Return what is wrong with the quotes found: the kind of fault, and the quote it befell.

    A direct quote needs its exact span, a quote of any other kind may be drawn more loosely.
    Indirect quotes that nobody listed are no fault; marked words that nobody said are.
    """
    misses, spans = set(), expected_spans(name)
    for wanted, span in zip(expected(name)["quotes"], spans, strict=True):
        kind = QuoteKind(wanted["kind"])
        near = [quote for quote in analysis.quotes if quote.span.overlaps(span)]
        if kind is QuoteKind.DIRECT:
            near = [quote for quote in near if quote.span == span]
        alike = [quote for quote in near if quote.kind is kind]
        said_by = {quote.speaker.canonical if quote.speaker else "" for quote in alike}
        if not alike:
            misses.add(f"{kind}: {brief(wanted['text'])}")
        elif wanted["canonical"] not in said_by:
            misses.add(f"speaker: {brief(wanted['text'])}")
    return misses | {
        f"unasked: {brief(quote.span.of(article(name).text))}"
        for quote in analysis.quotes
        if quote.kind is QuoteKind.DIRECT and not any(quote.span.overlaps(span) for span in spans)
    }


def entity_misses(name: str, analysis: Analysis) -> set[str]:
    """Return the expected entities that are missing, and the forms of a name not joined to it."""
    found: dict[tuple[str, str], Entity] = {(e.name, e.type): e for e in analysis.entities}
    misses = set()
    for wanted in expected(name)["entities"]:
        entity = found.get((wanted["name"], wanted["type"]))
        if entity is None:
            misses.add(f"entity: {wanted['name']}")
            continue
        forms = {mention.text for mention in entity.mentions}
        misses |= {
            f"form: {form} ({wanted['name']})" for form in wanted["mentions"] if form not in forms
        }
    return misses


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


@pytest.mark.parametrize("name", NAMES)
def test_analysis_finds_what_a_careful_reader_finds(name: str) -> None:
    analysis = analyze(article(name).text)
    misses = quote_misses(name, analysis) | entity_misses(name, analysis)
    assert misses == set(expected(name)["known_misses"])
