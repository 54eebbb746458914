from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsreader.export.markdown import write_markdown
from newsreader.model import Outcome, QuoteKind
from newsreader.model.evidence import Evidence, QuoteContext
from tests.export.strategies import evidences, one_passage, unhurried


def test_an_article_by_itself() -> None:
    assert write_markdown([one_passage()]) == (
        "---\n"
        'title: "Baths vote"\n'
        'author: "Ann Hall"\n'
        'publisher: "The Ledger"\n'
        "published: 2024-06-03\n"
        'source: "https://ledger.example/baths"\n'
        'language: "en"\n'
        "tags:\n"
        '  - "pools"\n'
        "highlights: 1\n"
        "created: 2024-06-03\n"
        "updated: 2024-06-03\n"
        "---\n"
        "\n"
        "## Baths vote\n"
        "\n"
        "Ann Hall · The Ledger · 3 June 2024 · fetched 3 June 2024"
        " · <https://ledger.example/baths>\n"
        "\n"
        "#pools\n"
        "\n"
        "Ask the mayor.\n"
        "\n"
        "%%published 2024-06-03T09:30:00+00:00 · fetched 2024-06-03T09:30:00+00:00"
        f" · SHA-256 {'ab' * 32}%%\n"
        "\n"
        "> [!quote] Delia Pruett\n"
        "> We can't heat it with affection.\n"
        ">\n"
        "> — Delia Pruett, quoted in “Baths vote”, Ann Hall, The Ledger, 3 June 2024,"
        " <https://ledger.example/baths>\n"
        "\n"
        "^nr-01234567\n"
        "\n"
        "Her best line.\n"
        "\n"
        "#to-check\n"
        "\n"
        "%%direct, cue “said” · published 2024-06-03T09:30:00+00:00"
        " · fetched 2024-06-03T09:30:00+00:00 · characters 10–42, after “said:” and before “Then”"
        f" · SHA-256 {'ab' * 32} · green%%\n"
    )


def test_several_articles_share_properties_of_their_own() -> None:
    text = write_markdown([one_passage(), one_passage(title="Second")])
    assert properties(text) == {
        "title": "Notes from newsreader",
        "articles": 2,
        "highlights": 2,
        "created": date(2024, 6, 3),
        "updated": date(2024, 6, 3),
    }
    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        "## Baths vote",
        "## Second",
    ]


def test_a_passage_that_nobody_says_is_a_plain_block_quote() -> None:
    evidence = one_passage()
    passage = replace(evidence.passages[0], quote=None)
    text = write_markdown([replace(evidence, passages=(passage,))])
    assert "\n> We can't heat it with affection.\n>\n> — “Baths vote”, Ann Hall" in text
    assert "[!quote]" not in text


def test_the_writers_words_are_not_passed_off_as_the_speakers() -> None:
    evidence = one_passage()
    quote = QuoteContext(QuoteKind.INDIRECT, "Delia Pruett")
    passage = replace(evidence.passages[0], quote=quote)
    text = write_markdown([replace(evidence, passages=(passage,))])
    assert "> [!quote] Delia Pruett (indirectly)\n" in text
    assert "> — Delia Pruett, paraphrased in “Baths vote”" in text


def test_who_the_reader_says_is_quoted_is_not_passed_off_as_found() -> None:
    evidence = one_passage()
    quote = QuoteContext(QuoteKind.DIRECT, "Delia Pruett", corrected=True)
    passage = replace(evidence.passages[0], quote=quote)
    assert "corrected by the reader" in write_markdown([replace(evidence, passages=(passage,))])
    assert "corrected" not in write_markdown([evidence])


@pytest.mark.parametrize("outcome", [Outcome.CHANGED, Outcome.MISSING])
def test_a_passage_that_no_longer_stands_says_so(outcome: Outcome) -> None:
    evidence = one_passage()
    passage = replace(evidence.passages[0], outcome=outcome)
    assert "latest version" in write_markdown([replace(evidence, passages=(passage,))])
    assert "latest version" not in write_markdown([evidence])


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("to check", "#to-check"),
        ("a/b_c-d", "#a/b_c-d"),
        ("2024", "#_2024"),
        ("C++ & co.", "#C-co"),
        ("__bold__", "#bold"),
        ("Äpfel", "#Äpfel"),
        ("#own", "#own"),
    ],
)
def test_tags_are_what_obsidian_takes(tag: str, written: str) -> None:
    assert f"\n\n{written}\n\n" in write_markdown([one_passage(tags=(tag,))])


def test_a_tag_without_letters_is_left_out() -> None:
    assert "#" not in write_markdown([one_passage(tags=("!!",), title="", passages=())]).replace(
        "## Untitled", ""
    )


@unhurried
@given(st.lists(evidences(), max_size=3))
def test_properties_are_yaml_of_one_line_each(evidence: list[Evidence]) -> None:
    found = properties(write_markdown(evidence))
    assert found["highlights"] == sum(len(one.passages) for one in evidence)
    if len(evidence) == 1:
        assert set(found) <= {
            *("title", "author", "publisher", "published", "source", "language", "tags"),
            *("highlights", "created", "updated"),
        }


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_nothing_in_the_content_becomes_markup(evidence: list[Evidence]) -> None:
    text = write_markdown(evidence)
    body = text.split("\n---\n", 1)[1]
    ours = {
        *("heading", "paragraph", "blockquote", "inline", "text", "softbreak", "text_special"),
        *("link", "em", "hardbreak"),
    }
    tokens = list(flat(reader().parse(body)))
    assert {re.sub("_(open|close)$", "", token.type) for token in tokens} <= ours
    assert sum(token.type == "heading_open" for token in tokens) == len(evidence)
    assert sum(token.type == "blockquote_open" for token in tokens) == sum(
        len(one.passages) for one in evidence
    )
    addresses = {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}
    assert addresses <= {"https://paper.example/a?b=c&d=(e)"}


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_no_control_character_is_written(evidence: list[Evidence]) -> None:
    text = write_markdown(evidence)
    harmful = [
        each
        for each in text
        if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and each not in "\n\u200c\u200d"
    ]
    assert harmful == []


def test_the_words_survive_their_escaping() -> None:
    note = "*Stars*, [brackets] & <tags>, 1. C# | $5 ~ a_b @home\n- dash\n2) two ==x== %%y%% `z` \\"
    evidence = one_passage(note=replace(one_passage().note, text=note), passages=())  # type: ignore[type-var]  # it has one
    body = write_markdown([evidence]).split("\n---\n", 1)[1]
    rendered = "".join(
        "\n" if token.type == "softbreak" else token.content
        for token in flat(reader().parse(body))
        if token.type in {"text", "text_special", "softbreak"}
    )
    assert note in rendered


def test_an_address_in_the_text_is_no_link() -> None:
    text = write_markdown([one_passage(title="https://evil.example or www.evil.example")])
    assert "## https\\://evil.example or www\\.evil.example\n" in text


def reader() -> MarkdownIt:
    """Read GitHub's Markdown, which links web and mail addresses, but no bare domains."""
    markdown = MarkdownIt("gfm-like")
    assert markdown.linkify
    markdown.linkify.set({"fuzzy_link": False})
    return markdown


def properties(text: str) -> dict[str, Any]:
    """Read the YAML on top of a document with an independent reader."""
    opening, block, _ = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    assert opening == ""
    found: dict[str, Any] = yaml.safe_load(block)
    return found


def flat(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens of a document and those inside them."""
    for token in tokens:
        yield token
        yield from flat(token.children or [])
