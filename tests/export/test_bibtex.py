from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string

from newsreader.export.bibtex import write_bibtex
from newsreader.export.lines import one_line
from newsreader.export.references import keys
from newsreader.model.evidence import Evidence
from tests.export.invented import EVIDENCE
from tests.export.strategies import evidences, one_passage, unhurried

SIGNS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def read(text: str) -> BibliographyData:
    return parse_string(text, "bibtex")


def fields(evidence: Evidence) -> dict[str, str]:
    (entry,) = read(write_bibtex([evidence])).entries.values()
    return dict(entry.fields)


def untexed(text: str) -> str:
    """Return what LaTeX sets of a text without commands but those for single signs."""
    return re.sub(
        r"\\(?:(?P<name>[A-Za-z]+)\{\}|(?P<sign>[^A-Za-z]))|[&%$#_~^{}]",
        lambda found: SIGNS[found["name"]] if found["name"] else found["sign"] or "",
        text,
    )


def test_an_article_is_what_a_bibliography_needs() -> None:
    (entry,) = read(write_bibtex([one_passage()])).entries.values()
    assert (entry.key, entry.type) == ("hall2024baths", "article")
    assert [(each.last_names, each.first_names) for each in entry.persons["author"]] == [
        (["Hall"], ["Ann"])
    ]
    told = dict(entry.fields)
    annote = told.pop("annote")
    assert told == {
        "title": "{Baths vote}",
        "journal": "The Ledger",
        "year": "2024",
        "date": "2024-06-03",
        "url": "https://ledger.example/baths",
        "urldate": "2024-06-03",
        "language": "en",
        "keywords": "pools",
    }
    for part in (
        "Ask the mayor.",
        "“We can't heat it with affection.” — Delia Pruett",
        "cue “said”",
        "characters 10–42",
        "ab" * 32,
        "to check",
        "Her best line.",
    ):
        assert part in annote


def test_an_article_of_no_publisher_says_where_it_was_read() -> None:
    evidence = one_passage(publisher="", url="", byline="")
    (entry,) = read(write_bibtex([evidence])).entries.values()
    assert entry.type == "misc"
    assert "Read from /news/baths.md" in entry.fields["annote"]


@pytest.mark.parametrize(
    "title",
    ["50 % of #1 & $2_000 {or} more}", r"C:\new~1^2", "{", "}", 'He said "no" @once', r"\{\}"],
)
def test_what_tex_would_run_is_escaped(title: str) -> None:
    assert untexed(fields(one_passage(title=title))["title"]) == title


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://ledger.example/a_b?c=50%25&d=~e#f", "https://ledger.example/a_b?c=50%25&d=~e#f"),
        ("https://ledger.example/{a} b\\c", "https://ledger.example/%7Ba%7D%20b%5Cc"),
        ("javascript:alert(1)", None),
    ],
)
def test_addresses_stay_as_they_are(url: str, written: str | None) -> None:
    assert fields(one_passage(url=url)).get("url") == written


def test_names_that_are_one_stay_one() -> None:
    text = write_bibtex([one_passage(byline="By Ann Hall and The Bath Board")])
    (entry,) = read(text).entries.values()
    assert list(map(str, entry.persons["author"])) == ["Hall, Ann", "{The Bath Board}"]


def test_keys_are_told_apart_whatever_the_order() -> None:
    first, second = one_passage(), one_passage(article_id=8, location="/b.md")
    assert keys([first, second]) == ["hall2024baths", "hall2024baths-2"]
    assert keys([second, first]) == ["hall2024baths-2", "hall2024baths"]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"title": "The vote on the baths"}, "hall2024vote"),
        ({"byline": "Jürgen Weiß", "title": "Über allem"}, "wei2024uber"),
        ({"byline": "", "published": None}, "theledgerndbaths"),
        ({"byline": "", "publisher": "", "title": "السد", "published": None}, "articlend"),
    ],
)
def test_keys_are_made_of_what_there_is(changes: dict[str, object], key: str) -> None:
    assert keys([one_passage(**changes)]) == [key]


@unhurried
@given(st.lists(evidences(), max_size=3))
def test_another_reader_finds_every_article(evidence: list[Evidence]) -> None:
    entries = read(write_bibtex(evidence)).entries
    assert list(entries) == keys(evidence)
    for one, entry in zip(evidence, entries.values(), strict=True):
        title = " ".join(one_line(one.title).split())
        assert ("title" in entry.fields) == bool(title)


def test_notes_of_all_kinds_are_read() -> None:
    found = read(write_bibtex(EVIDENCE)).entries
    assert list(found) == ["hall2024baths", "articlend"]
    assert r"C:\gate\1 #2" in untexed(found["articlend"].fields["annote"])


def test_nothing_is_an_empty_bibliography() -> None:
    assert not read(write_bibtex([])).entries
    assert write_bibtex([replace(one_passage(), passages=(), note=None)]).endswith("}\n")
