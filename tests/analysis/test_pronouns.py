"""Golden pairs for who "he" and "she" are."""

from __future__ import annotations

import pytest

from newsreader.analysis import analyze
from newsreader.model import QuoteKind


def last_speaker(text: str) -> str:
    """Canonical name of who says the last direct quote."""
    quotes = [quote for quote in analyze(text).quotes if quote.kind is QuoteKind.DIRECT]
    speaker = quotes[-1].speaker
    return speaker.canonical if speaker else ""


@pytest.mark.parametrize(
    "introduced",
    [
        "The mother of three, Chipo Roe, lost all. John Doe came.",
        "Chipo Roe opened the shop in May with the help of her husband, John Doe.",
        "Chipo Roe, shop owner, said little. John Doe laughed. Chipo Roe left when she had eaten.",
        "Actress Chipo Roe was praised by John Doe.",
    ],
)
def test_a_forename_nobody_knows_has_the_sex_of_what_follows_it(introduced: str) -> None:
    assert last_speaker(f"{introduced} “I was not asked,” she said.") == "Chipo Roe"


def test_a_forename_alone_tells_the_sex() -> None:
    text = "Mary Roe sells fruit. Peter came by. “I was not asked about it,” she said."
    assert last_speaker(text) == "Mary Roe"


def test_a_double_forename_has_the_sex_of_its_first() -> None:
    text = (
        "Carol-Ann Roe, a baker, sells fruit. Peter came by. “I was not asked about it,” she said."
    )
    assert last_speaker(text) == "Carol-Ann Roe"


def test_who_is_spoken_of_is_not_who_speaks() -> None:
    text = "“We begin,” said Peter Doe.\n\nJohn Poe, he noted, “would take every chance he had”."
    assert last_speaker(text) == "Peter Doe"


def test_who_adds_something_has_spoken_before() -> None:
    said = (
        "“It is late,” said Peter Doe.\n\nThe firm was founded by John Poe in Rome. “We go on,” he"
    )
    assert last_speaker(f"{said} added.") == "Peter Doe"


def test_a_name_with_a_role_after_it_is_a_persons() -> None:
    text = (
        "“It is late,” said Peter Doe.\n\nZoltar Roe, chief data officer here, said so.\n\n"
        "“We go on,” he said."
    )
    assert last_speaker(text) == "Zoltar Roe"


def test_as_for_somebody_the_pronoun_is_that_person() -> None:
    text = (
        "“It is late,” said Peter Doe.\n\nAs for John Poe, he hopes to stay. “We go on,” he said."
    )
    assert last_speaker(text) == "John Poe"


def test_the_person_set_off_from_a_role_is_who_the_sentence_is_about() -> None:
    text = (
        "“It is late,” Doe said.\n\nDoe’s spokesperson, Chipo Roe, confirmed that traders had gone "
        "to court. Chipo Roe held her speech.\n\n“We go on,” she said. Mary Doe left."
    )
    assert last_speaker(text) == "Chipo Roe"


def test_honours_of_either_sex_tell_none() -> None:
    text = "Datuk Chipo Roe hoped they would come. “We go on,” she said. “We all go on,” she said."
    assert last_speaker(text) == "Chipo Roe"
