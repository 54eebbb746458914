from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from newsreader.export.claimreview import write_claimreview
from newsreader.model import Outcome, QuoteKind, SpeakerKind
from newsreader.model.evidence import Evidence, QuoteContext
from tests.export.strategies import evidences, one_passage, unhurried


def drafts(evidence: Evidence) -> list[dict[str, Any]]:
    document = json.loads(write_claimreview([evidence]))
    assert document["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = document["@graph"]
    return found


def quoted(quote: QuoteContext | None, outcome: Outcome = Outcome.EXACT) -> Evidence:
    evidence = one_passage()
    passage = replace(evidence.passages[0], quote=quote, outcome=outcome)
    return replace(evidence, passages=(passage,))


def test_a_statement_is_a_draft_that_judges_nothing() -> None:
    (draft,) = drafts(one_passage())
    assert (draft["@type"], draft["creativeWorkStatus"]) == ("ClaimReview", "Draft")
    assert draft["description"].startswith("A draft")
    assert not {"reviewRating", "author", "datePublished", "url"} & set(draft)
    assert draft["claimReviewed"] == "We can't heat it with affection."
    assert draft["reviewBody"] == "Her best line."
    claim = draft["itemReviewed"]
    assert claim["author"] == {"@type": "Person", "name": "Delia Pruett"}
    assert claim["datePublished"] == "2024-06-03T09:30:00+00:00"
    assert "characters 10–42" in claim["disambiguatingDescription"]
    assert "description" not in claim
    assert claim["appearance"] == {
        "@type": "NewsArticle",
        "headline": "Baths vote",
        "url": "https://ledger.example/baths",
        "author": [{"@type": "Person", "name": "Ann Hall"}],
        "publisher": {"@type": "Organization", "name": "The Ledger"},
        "datePublished": "2024-06-03T09:30:00+00:00",
        "inLanguage": "en",
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": "ab" * 32},
    }


@pytest.mark.parametrize(
    "quote",
    [
        None,
        QuoteContext(QuoteKind.DIRECT, "", "a witness"),
        QuoteContext(QuoteKind.SCARE, "Delia Pruett"),
        QuoteContext(QuoteKind.TITLE, "Delia Pruett"),
    ],
)
def test_what_nobody_by_name_states_is_no_claim(quote: QuoteContext | None) -> None:
    assert drafts(quoted(quote)) == []


def test_the_writers_words_and_doubts_are_said_to_be() -> None:
    quote = QuoteContext(QuoteKind.INDIRECT, "Delia Pruett", corrected=True)
    (draft,) = drafts(quoted(quote, outcome=Outcome.MISSING))
    said = draft["itemReviewed"]["description"]
    assert said.startswith("These are the words of the article")
    assert "corrected by the reader" in said
    assert "not in the latest version" in said


@pytest.mark.parametrize(
    ("kind", "field", "type_"),
    [
        (SpeakerKind.PERSON, "author", "Person"),
        (SpeakerKind.ORG, "author", "Organization"),
        (SpeakerKind.DOCUMENT, "firstAppearance", "CreativeWork"),
    ],
)
def test_a_speaker_is_what_it_is(kind: SpeakerKind, field: str, type_: str) -> None:
    quote = QuoteContext(QuoteKind.DIRECT, "Winter Report", speaker_kind=kind)
    (draft,) = drafts(quoted(quote))
    assert draft["itemReviewed"][field] == {"@type": type_, "name": "Winter Report"}


@unhurried
@given(evidences())
def test_no_draft_has_a_verdict(evidence: Evidence) -> None:
    for draft in drafts(evidence):
        assert draft["creativeWorkStatus"] == "Draft"
        assert "reviewRating" not in draft
        assert draft["itemReviewed"]["appearance"]["@type"] == "NewsArticle"
