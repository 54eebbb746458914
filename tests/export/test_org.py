from __future__ import annotations

import orgparse
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.export.lines import paragraphs
from newsreader.export.org import write_org
from newsreader.model.evidence import Evidence
from tests.export.invented import EVIDENCE
from tests.export.strategies import evidences, one_passage, unhurried
from tests.export.test_tables import with_words

BREAK = "\\zwnj{}"


def test_a_passage_by_itself() -> None:
    [article] = orgparse.loads(write_org([one_passage()])).children
    assert (article.heading, article.tags) == ("Baths vote", {"pools"})
    assert article.properties["URL"] == "https://ledger.example/baths"
    assert article.properties["FETCHED"] == "2024-06-03T09:30:00+00:00"
    assert article.body.strip() == "Ask the mayor."
    [passage] = article.children
    assert (passage.heading, passage.shallow_tags) == ("Delia Pruett", {"to_check"})
    known = passage.properties
    assert (known["KIND"], known["SPEAKER"], known["CUE"]) == ("direct", "Delia Pruett", "said")
    assert known["CHARACTERS"] == "10-42"
    assert (known["PREFIX"], known["SUFFIX"]) == ("said:", "Then")
    assert (known["SHA256"], known["COLOUR"]) == ("ab" * 32, "green")
    assert passage.body.strip() == (
        "#+begin_quote\n"
        "We can't heat it with affection.\n"
        "#+end_quote\n"
        "— Delia Pruett, quoted in “Baths vote”, Ann Hall, The Ledger, 3 June 2024,"
        " https://ledger.example/baths\n"
        "\n"
        "Her best line."
    )


def test_words_stay_readable() -> None:
    text = write_org(EVIDENCE)
    assert "So did my children." in text
    assert "السد يفتح 🌊" in text
    assert "at 9:30" in text


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_nothing_in_the_content_becomes_structure(evidence: list[Evidence]) -> None:
    text = write_org(evidence)
    outline = orgparse.loads(text)
    assert len(outline.children) == len(evidence)
    for article, one in zip(outline.children, evidence, strict=True):
        assert article.properties["SHA256"] == one.sha256
        assert len(article.children) == len(one.passages)
        for node, passage in zip(article.children, one.passages, strict=True):
            assert node.children == []
            assert node.properties["ID"] == passage.highlight.id
            assert node.todo is None
            quoted = node.body.replace(BREAK, "").split("#+begin_quote\n")[1]
            words = paragraphs(passage.highlight.anchor.exact)
            assert quoted.startswith("\n\n".join(words) + "\n#+end_quote\n")
    ours = ("#+title:", "#+options:", "#+begin_quote", "#+end_quote")
    assert all(line.startswith(ours) for line in text.split("\n") if line.startswith("#"))


@pytest.mark.parametrize(
    "markup",
    [
        "* heading",
        "#+include: x",
        ":LOGBOOK:",
        "| a |",
        "*bold* /italic/ =code= ~code~ +gone+ _under_",
        "[[elisp:x][y]] <2024-06-03 Mon> [fn:1] [cite:@x]",
        "https://evil.example elisp:(x) {{{macro}}} @@html:x@@",
        "src_sh{x} call_x() \\alpha",
        "TODO x",
        "Local Variables:",
    ],
)
def test_markup_is_broken_and_its_words_stay(markup: str) -> None:
    text = write_org([with_words(markup)])
    assert f"\n{markup}" not in text
    assert markup in text.replace(BREAK, "")


def test_a_title_has_no_state_and_no_tags() -> None:
    [article] = orgparse.loads(write_org([one_passage(title="TODO x :y:", tags=())])).children
    assert (article.todo, article.tags) == (None, set())
    assert article.heading.replace(BREAK, "") == "TODO x :y:"
