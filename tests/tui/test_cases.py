from __future__ import annotations

from dataclasses import replace

import pytest

from newsreader.model import Analysis, CorrectionKind, QuoteKind
from newsreader.tui import cases
from newsreader.tui.cases import Case, Offer
from tests.tui.weir import WEIR, claims

TEXT = WEIR.read_text(encoding="utf-8").split("---")[2].strip()
CLAIMED = claims(TEXT)


def quote(number: int) -> Case:
    return cases.of_quote(CLAIMED.quotes[number], TEXT, CLAIMED.quotes, CLAIMED.entities)


def entity(number: int, mention: int | None = None, claimed: Analysis = CLAIMED) -> Case:
    one = claimed.entities[number]
    span = None if mention is None else one.mentions[mention].span
    return cases.of_entity(one, claimed.entities, span, TEXT)


def keys(case: Case) -> str:
    return "".join(offer.key for offer in case.offers)


def offer(case: Case, key: str) -> Offer:
    return next(each for each in case.offers if each.key == key)


def test_what_can_be_done_about_a_quote() -> None:
    assert keys(quote(0)) == "snx"
    assert keys(quote(5)) == "ysnx"
    assert offer(quote(5), "y").value == "Piers Thorne"
    assert [name for name, _ in offer(quote(0), "s").names] == [
        "Piers Thorne",
        "Wexcombe Vale",
        "Lower Marl Drainage Board",
    ]


def test_a_quote_of_nobody_cannot_lose_its_speaker() -> None:
    nobody = replace(CLAIMED.quotes[0], speaker=None, confidence=0.3)
    case = cases.of_quote(nobody, TEXT, CLAIMED.quotes, CLAIMED.entities)
    assert keys(case) == "sx"
    assert case.name == ""


def test_whoever_speaks_can_speak_elsewhere_too() -> None:
    names = offer(cases.of_quote(CLAIMED.quotes[0], TEXT, CLAIMED.quotes, ()), "s").names
    assert {name for name, _ in names} == {"Lower Marl Drainage Board", "Piers Thorne"}


def test_marks_stand_around_words_that_are_the_speakers() -> None:
    assert quote(0).words.startswith("“Nobody")
    assert CLAIMED.quotes[2].kind is QuoteKind.INDIRECT
    assert quote(2).words.startswith("the gates")


def test_what_can_be_done_about_a_name() -> None:
    assert keys(entity(0)) == "rmolx"
    assert keys(entity(0, mention=1)) == "drmolx"
    assert keys(entity(1)) == "yrmolx"
    assert keys(entity(2)) == "rmplx"
    assert entity(0, mention=1).span == CLAIMED.entities[0].mentions[1].span


def test_a_name_that_stands_once_cannot_be_split() -> None:
    assert "d" not in keys(entity(1, mention=0))


def test_names_of_the_same_kind_are_offered_first() -> None:
    names = [name for name, _ in offer(entity(0), "m").names]
    assert names[:2] == ["Piers Thorne", "Wexcombe Vale"]
    assert not offer(entity(0), "m").free


def test_the_only_name_is_not_the_same_as_another() -> None:
    assert "m" not in keys(entity(0, claimed=replace(CLAIMED, entities=CLAIMED.entities[:1])))


@pytest.mark.parametrize(
    ("kind", "name", "value", "said"),
    [
        (CorrectionKind.SPEAKER, "Jane Roe", "John Poe", "Speaker: Jane Roe → John Poe"),
        (CorrectionKind.SPEAKER, "", "John Poe", "Speaker: nobody → John Poe"),
        (CorrectionKind.SPEAKER, "Jane Roe", "", "Speaker: Jane Roe → nobody"),
        (CorrectionKind.SPEAKER, "Jane Roe", "Jane Roe", "Confirmed: Jane Roe"),
        (CorrectionKind.NOT_QUOTE, "Jane Roe", "", "Not a quote"),
        (CorrectionKind.NOT_QUOTE, "", "", "Not a quote"),
        (CorrectionKind.RENAME, "Jane Row", "Jane Roe", "Name: Jane Row → Jane Roe"),
        (CorrectionKind.MERGE, "Roe", "Jane Roe", "The same: Roe → Jane Roe"),
        (CorrectionKind.SPLIT, "Jane Roe", "Ann Roe", "One mention: Jane Roe → Ann Roe"),
        (CorrectionKind.RETYPE, "Roe", "ORG", "Kind of Roe → organisation"),
        (CorrectionKind.NOT_ENTITY, "Then", "", "Not a name: Then"),
        (CorrectionKind.RENAME, "R\x1b[31moe", "a\nb", "Name: Roe → a b"),
    ],
)
def test_a_correction_in_words(kind: CorrectionKind, name: str, value: str, said: str) -> None:
    assert cases.in_words(kind, name, value) == said
