from __future__ import annotations

import importlib
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.analysis.entities import find_entities
from newsreader.analysis.evidence import reason
from newsreader.analysis.names import find_names
from newsreader.analysis.people import find_people
from newsreader.analysis.sentences import lay_out
from newsreader.model import Entity

EVAL = Path(__file__).parents[2] / ".." / "shared" / "eval"

ARTICLE = """LAGOS (Reuters) - The World Health Organization (WHO) will send doctors to Lagos, \
its director Ada Obi said on Tuesday.

"We leave in May," Obi, 54, told reporters in Nigeria. Mrs Obi said the U.S. and the United States \
Senate had helped, and WHO had thanked the Nigerian people.

Obi's London-based colleague John Okafor of Acme Holdings Ltd met Olaf Brandt, the German \
chancellor, at the University of Ibadan.
"""


def entities(text: str) -> tuple[Entity, ...]:
    layout = lay_out(text)
    names = find_names(layout)
    return find_entities(text, names, find_people(layout, names))


def named(text: str) -> dict[str, Entity]:
    return {f"{entity.type} {entity.name}": entity for entity in entities(text)}


def test_people_bodies_and_places_are_told_apart() -> None:
    assert set(named(ARTICLE)) == {
        "PERSON Ada Obi",
        "PERSON John Okafor",
        "PERSON Olaf Brandt",
        "ORG World Health Organization",
        "ORG Reuters",
        "ORG Senate",
        "ORG Acme Holdings Ltd",
        "ORG University of Ibadan",
        "PLACE Lagos",
        "PLACE Nigeria",
        "PLACE United States",
        "PLACE London",
    }


def test_a_person_is_one_by_full_name_and_surname() -> None:
    obi = named(ARTICLE)["PERSON Ada Obi"]
    assert [mention.text for mention in obi.mentions] == ["Ada Obi", "Obi", "Obi", "Obi"]
    assert obi.aliases == ("Obi",)
    assert obi.roles == ("Mrs",)


def test_an_acronym_in_brackets_is_its_body() -> None:
    body = named(ARTICLE)["ORG World Health Organization"]
    assert [mention.text for mention in body.mentions] == [
        "World Health Organization",
        "WHO",
        "WHO",
    ]


def test_an_unknown_acronym_is_learned_from_its_brackets() -> None:
    text = "The Freedonia Fisheries Board (FFB) met. The FFB then said no."
    assert [m.text for m in named(text)["ORG Freedonia Fisheries Board"].mentions][1:] == [
        "FFB"
    ] * 2


def test_short_forms_of_a_state_are_one() -> None:
    state = named(ARTICLE)["PLACE United States"]
    assert [mention.text for mention in state.mentions] == ["U.S.", "United States"]


def test_a_place_in_a_headline_is_the_same_as_below() -> None:
    [lagos] = [entity for entity in entities(ARTICLE) if entity.name == "Lagos"]
    assert [mention.text for mention in lagos.mentions] == ["LAGOS", "Lagos"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the American and Pakistani ministers met in May.",
        "He is a Muslim and speaks English and Arabic.",
        "However, police came. Police left. Nobody was hurt.",
        "They study counter-terrorism (CT) and climate change.",
    ],
)
def test_peoples_days_faiths_and_first_words_are_no_entities(text: str) -> None:
    assert entities(text) == ()


def test_a_name_known_later_is_found_where_it_opens_a_sentence() -> None:
    text = "Roe left. Nobody knew why Jane Roe had gone, a roe in hand.\nRoe's friend wept."
    [jane] = [entity for entity in entities(text) if entity.name == "Jane Roe"]
    assert len(jane.mentions) >= 1


def test_entities_come_by_how_often_they_are_named() -> None:
    counts = [len(entity.mentions) for entity in entities(ARTICLE)]
    assert counts == sorted(counts, reverse=True)


def test_every_claim_has_a_reason_and_a_confidence() -> None:
    for entity in entities(ARTICLE):
        assert 0 < entity.confidence <= 1
        assert entity.why


WORDS = st.sampled_from(
    [*ARTICLE.split(), "\n\n", "(", ")", "'s", "and", "of", "Straße", "AL-AIN", "of Justice", "&"]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(WORDS, max_size=60).map(" ".join)))
def test_mentions_are_in_the_text_apart_in_order_and_always_the_same(text: str) -> None:
    found = entities(text)
    assert found == entities(text)
    mentions = [mention for entity in found for mention in entity.mentions]
    for mention in mentions:
        assert mention.span.of(text) == mention.text != ""
    for entity in found:
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda m: m.span)
    for before, after in pairwise(sorted(mention.span for mention in mentions)):
        assert before.end <= after.start


@pytest.mark.skipif(not EVAL.exists(), reason="the evaluation texts are not here")
def test_world_press_is_read_as_well_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EVAL))
    score = importlib.import_module("score")
    lines = (EVAL / "entities-dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    found = {
        document["id"]: {
            "entities": [
                {"start": m.span.start, "end": m.span.end, "type": str(entity.type)}
                for entity in entities(document["text"])
                for m in entity.mentions
            ]
        }
        for document in gold
    }
    assert score.score(gold, found)["entities"]["ALL"]["exact"]["f1"] > 0.72


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("prev=in", 'after "in"'),
        ("next:human", "does what persons do"),
        ("major place2", "a known place"),
        ("1upper3", "written in capitals"),
        ("after and org", "named beside an organisation"),
        ("before comma person", "named beside a person"),
        ("2end=ace", "its wording and surroundings"),
    ],
)
def test_evidence_is_put_in_words(name: str, words: str) -> None:
    assert reason(name) == words
