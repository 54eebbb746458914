from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsreader.export.html_page import write_html
from newsreader.export.lines import paragraphs
from newsreader.model import Outcome
from newsreader.model.evidence import Evidence
from tests.export.invented import EVIDENCE
from tests.export.strategies import evidences, one_passage, unhurried

VOID = {"meta", "br"}
OURS = set(
    """html head meta title style body h1 nav ol li a article h2 p time div figure blockquote
    figcaption br""".split()
)


class Balanced(HTMLParser):
    """Reads a page and notes what is open, what was never closed, and what elements there are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.names: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.names += [value or "" for name, value in attrs if name == "id"]
        assert len({name for name, _ in attrs}) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_any_page_is_whole_and_holds_nothing_but_ours(evidence: list[Evidence]) -> None:
    page = Balanced(write_html(evidence))
    assert page.open == []
    assert page.seen <= OURS
    assert len(set(page.names)) == len(page.names)


@unhurried
@given(evidences())
def test_the_words_are_read_back(evidence: Evidence) -> None:
    found = html.document_fromstring(write_html([evidence])).xpath("//blockquote")
    assert [[p.text or "" for p in each] for each in found] == [
        paragraphs(passage.highlight.anchor.exact) for passage in evidence.passages
    ]


@unhurried
@given(st.lists(evidences(), max_size=2))
def test_nothing_is_loaded_and_only_the_web_is_linked(evidence: list[Evidence]) -> None:
    text = write_html(evidence)
    tree = html.document_fromstring(text)
    assert tree.xpath("//@src | //@srcset | //@data | //link | //script | //img") == []
    assert "url(" not in tree.xpath("string(//style)")
    assert "@import" not in tree.xpath("string(//style)")
    for address in [*tree.xpath("//@href"), *tree.xpath("//@cite")]:
        assert address.startswith(("https://", "#article-"))


def test_a_quote_says_where_it_is_from() -> None:
    [quote] = html.document_fromstring(write_html([one_passage()])).xpath("//blockquote")
    assert quote.get("cite") == "https://ledger.example/baths"
    figure = quote.getparent().text_content()
    for told in ("Delia Pruett, quoted in “Baths vote”, Ann Hall, The Ledger, 3 June 2024",):
        assert told in figure
    assert "direct, cue “said”" in figure
    assert "characters 10–42, after “said:” and before “Then”" in figure
    assert "ab" * 32 in figure


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc"])
def test_other_addresses_are_no_links(address: str) -> None:
    text = write_html([one_passage(url=address)])
    assert html.document_fromstring(text).xpath("//@href | //@cite") == []


def test_several_articles_have_a_table_of_contents() -> None:
    tree = html.document_fromstring(write_html(EVIDENCE))
    for link in tree.xpath("//nav//a"):
        [article] = tree.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert article.findtext("h2") == link.text
    assert len(tree.xpath("//nav//a")) == 2
    assert html.document_fromstring(write_html([one_passage()])).xpath("//nav") == []


def test_what_to_know_before_using_it_is_said() -> None:
    evidence = one_passage()
    doubtful = replace(evidence.passages[0], outcome=Outcome.CHANGED)
    assert "reads differently" in write_html([replace(evidence, passages=(doubtful,))])
    assert "reads differently" not in write_html([evidence])


def test_the_language_is_named_where_it_is_one() -> None:
    assert '<article id="article-1" lang="en-GB">' in write_html([one_passage(language="en-GB")])
    assert '<article id="article-1">' in write_html([one_passage(language='x" onclick="y')])
