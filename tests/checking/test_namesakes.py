"""Speakers who share a surname, and statements cut by a long cue. All people are invented."""

from __future__ import annotations

import pytest

from newsreader.model.judgement import Judgement, RemarkKind
from tests.checking.sources import check, known

COUNCIL = known("""\
Mayor Delia Pruett and Warren Pruett, who is no relation, met on Tuesday.

“I learned to swim in that pool,” Delia Pruett said. “I can’t heat it with affection,” the mayor \
added. Ms Pruett said that the town faced a gap of £3 million.

“We kept it open for eleven years,” Mr Pruett said. “You only painted it,” Warren Pruett said.

“They were enjoying it,” said Ottilie Brand, the secretary of the friends of the old baths. \
“They might have been on one side.”
""")

BOTH = "Delia Pruett and Warren Pruett disagreed.\n\n"


@pytest.mark.parametrize(
    ("draft", "judgement"),
    [
        ("“I learned to swim in that pool,” said Delia Pruett.", Judgement.EXACT),
        ("“I learned to swim in that pool,” said Pruett.", Judgement.EXACT),
        ("“I learned to swim in that pool,” said Warren Pruett.", Judgement.SPEAKER),
        (f"{BOTH}“I learned to swim in that pool,” Warren Pruett said.", Judgement.SPEAKER),
        (f"{BOTH}“We kept it open for eleven years,” Delia Pruett said.", Judgement.SPEAKER),
        # Which of the two it is that a draft means, is a guess: it accuses nobody.
        (f"{BOTH}“We kept it open for eleven years,” Pruett said.", Judgement.EXACT),
        (f"{BOTH}“I learned to swim in that pool,” Pruett said.", Judgement.EXACT),
    ],
)
def test_a_surname_alone_makes_no_one_speaker(draft: str, judgement: Judgement) -> None:
    assert check(draft, COUNCIL)[-1].judgement is judgement


@pytest.mark.parametrize(
    "draft",
    [
        "“I learned to swim in that pool,” said Deila Pruett.",
        "The town “faced a gap of £3 million”, said Deila Pruett.",
    ],
)
def test_a_first_name_is_misspelt_though_the_surname_is_right(draft: str) -> None:
    [judged] = check(draft, COUNCIL)
    told = [remark.text for remark in judged.remarks if remark.kind is RemarkKind.NAME]
    assert told == ["“Deila Pruett” is “Delia Pruett” in the source."]


@pytest.mark.parametrize(
    ("speaker", "judgement"),
    [("Ottilie Brand", Judgement.EXACT), ("Warren Pruett", Judgement.SPEAKER)],
)
def test_a_cue_longer_than_what_it_cuts_hides_no_speaker(
    speaker: str, judgement: Judgement
) -> None:
    draft = f"“They were enjoying it. They might have been on one side,” {speaker} said."
    [judged] = check(draft, COUNCIL)
    assert judged.judgement is judgement
    assert [source.speaker for source in judged.sources] == ["Ottilie Brand"]


def test_where_the_source_names_nobody_a_name_is_to_be_looked_at() -> None:
    source = known("“It is paid for at the doctor’s,” one councillor said.")
    [judged] = check("“It is paid for at the doctor’s,” said Delia Pruett.", source)
    assert judged.judgement is Judgement.EXACT
    assert [remark.text for remark in judged.remarks] == [
        "The draft seems to name Delia Pruett, and the source one councillor: look yourself."
    ]
