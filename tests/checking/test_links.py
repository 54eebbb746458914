from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.checking.links import link_to
from newsreader.model.judgement import SourcePassage

SOURCE = SourcePassage(
    1, 1, "", "Baths to close", "/news/baths.html", url="https://ledger.example/baths?a=1"
)
LONG = "I learned to swim in that pool, and so did my children and all of theirs, for sixty years"


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("I learned to swim", "I%20learned%20to%20swim"),
        ("well-known, a & b", "well%2Dknown%2C%20a%20%26%20b"),
        (LONG, "I%20learned%20to%20swim%20in,of%20theirs%2C%20for%20sixty%20years"),
        ("One of them left.\n\nThe other stayed with the boats and the men all night.",
         "One%20of%20them%20left.%20The,and%20the%20men%20all%20night."),
    ],
)  # fmt: skip
def test_a_link_names_the_words_or_both_their_ends(words: str, directive: str) -> None:
    link = link_to(replace(SOURCE, words=words))
    assert link == f"https://ledger.example/baths?a=1#:~:text={directive}"


def test_an_address_keeps_its_own_fragment() -> None:
    source = replace(SOURCE, url="https://ledger.example/live#at-nine", words="It rained")
    assert link_to(source) == "https://ledger.example/live#at-nine:~:text=It%20rained"


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "javascript:alert(1)"])
def test_what_is_not_on_the_web_has_no_link(url: str) -> None:
    assert link_to(replace(SOURCE, url=url, words="It rained")) == ""


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_a_link_is_one_whole_address_whatever_was_said(words: str) -> None:
    link = link_to(replace(SOURCE, words=words))
    assert link.isascii()
    assert not set(link) & set(' \n"<>')
    if link:
        first = unquote(urlsplit(link).fragment.removeprefix(":~:text=").split(",")[0])
        assert words.split()[: len(first.split())] == first.split()
