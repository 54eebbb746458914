"""Golden pairs for names at the end of long titles: who speaks is the person, not the role."""

from __future__ import annotations

import pytest

from newsreader.analysis import analyze
from newsreader.model import QuoteKind


def speakers(text: str) -> list[str]:
    """Canonical names, or else the mentions, of who says each direct quote."""
    quotes = [quote for quote in analyze(text).quotes if quote.kind is QuoteKind.DIRECT]
    return [q.speaker.canonical or q.speaker.mention.text if q.speaker else "" for q in quotes]


@pytest.mark.parametrize(
    "title",
    [
        "Malaysian member of parliament",
        "deputy director of the regional water board",
        "Permanent Secretary in the Ministry of Lands",
        "Secretary for Culture, Sports and Tourism",
        "Secretary for Commerce and Economic Development",
        "minister for women and sports",
        "opposition leader and former prime minister",
        "singer and actor",
        "oil and mining analyst",
        "34-year-old mother of two",
        "UN Special Rapporteur",
        "Singer-songwriter",
        "Anarchist",
    ],
)
def test_a_title_of_many_words_ends_in_the_name(title: str) -> None:
    assert speakers(f"“Nobody asked us about it,” said {title} Jane Roe.") == ["Jane Roe"]
    assert speakers(f"{title} Jane Roe said: “Nobody asked us about it.”") == ["Jane Roe"]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("a spokesman for President", "a spokesman"),
        ("the widow of the late", "the widow"),
        ("members of the team of", "members"),
        ("a man who saw", "a man"),
    ],
)
def test_a_name_that_the_role_is_about_is_not_who_speaks(before: str, speaker: str) -> None:
    assert speakers(f"“Nobody asked us about it,” said {before} Jane Roe.") == [speaker]


def test_the_name_may_be_set_off_after_the_place() -> None:
    text = (
        "Now another leader in the region Peter Doe, on the eve of the vote, said “we all go now”."
    )
    assert speakers(text) == ["Peter Doe"]
