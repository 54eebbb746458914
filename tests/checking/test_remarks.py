"""What is said beside a judgement. All people are invented."""

from __future__ import annotations

import pytest

from newsreader.model.judgement import Judged, RemarkKind
from tests.checking.sources import check

ROWS = (
    (
        "“I learned to swim … children,” Pruett said.",
        RemarkKind.OMISSION,
        "The ellipsis stands for 6 words: “in that pool,” Pruett said. “So did my”.",
    ),
    (
        "“We have looked at every line of the budget … nothing left to cut,” Pruett said.",
        RemarkKind.OMISSION,
        "The ellipsis stands for 3 words: “and there is”.",
    ),
    (
        "“It will … be easy for anyone in this town,” Pruett said.",
        RemarkKind.OMISSION,
        "The ellipsis stands for 1 word: “not”. Without “not” it may say something else.",
    ),
    (
        "“They only counted the tickets that [the baths] sold at the door,” Corley said.",
        RemarkKind.BRACKETS,
        "“[the baths]” stands for “we”.",
    ),
    (
        "“It will [always] be easy for anyone in this town,” Pruett said.",
        RemarkKind.BRACKETS,
        "“[always]” stands for “not”. Without “not” it may say something else.",
    ),
    (
        "“It will [never] be easy for anyone in this town,” Pruett said.",
        RemarkKind.BRACKETS,
        "“[never]” stands for “not”.",
    ),
    (
        "“So did my children [a son and a daughter],” Pruett said.",
        RemarkKind.BRACKETS,
        "“[a son and a daughter]” is put in.",
    ),
    (
        "“the tickets that we sold at the door all 4,350 of them,” Corley said.",
        RemarkKind.STYLE,
        "“door all” is “door, all” in the source.",
    ),
    (
        "“The hull is sound, but the Engine is older than most of our passengers,” Rehn said.",
        RemarkKind.STYLE,
        "“the Engine” is “the engine” in the source.",
    ),
    (
        "“The hull is ‘sound’, but the engine is older than most of our passengers,” Rehn said.",
        RemarkKind.STYLE,
        "“is ‘sound” is “is sound” in the source.",
    ),
    (
        '‘The hull is "sound", but the engine is older than most of our passengers,’ Rehn said.',
        RemarkKind.STYLE,
        '“is "sound” is “is sound” in the source.',
    ),
    (
        "“Half that, about 21 percent of our budget,” Corley said.",
        RemarkKind.NUMBER,
        "“21 percent” is “12 percent” in the source.",
    ),
    (
        "“No winter was colder in forty years, and losses were worked out from it,” Corley said.",
        RemarkKind.NUMBER,
        "“forty” is “thirty” in the source.",
    ),
    (
        "“I learned to swim in that pool,” Delia Prewett said.",
        RemarkKind.NAME,
        "“Delia Prewett” is “Delia Pruett” in the source.",
    ),
    (
        "“I learned to swim in that pool,” Imre Vass said.",
        RemarkKind.SPEAKER,
        "The draft names Imre Vass, the source Delia Pruett.",
    ),
    (
        "“The losses had been worked out from the coldest winter in thirty years,” Corley said.",
        RemarkKind.MARKS,
        "The source reports this without quotation marks.",
    ),
    (
        "“The boat can be mended before the storms of October come,” Rehn said.",
        RemarkKind.MARKS,
        "The source says this in its own words, and quotes nobody.",
    ),
    (
        "“Warned of a hole in the roof and of rust,” Corley said.",
        RemarkKind.MARKS,
        "Only “a hole in the roof” stands in quotation marks in the source.",
    ),
    (
        "The Ledger wrote: “Harrowmere will drain its baths in April.”",
        RemarkKind.MARKS,
        "These are the article’s own words: they stand in no quotation marks there.",
    ),
)


def told(judged: Judged) -> dict[RemarkKind, str]:
    return {remark.kind: remark.text for remark in judged.remarks}


@pytest.mark.parametrize(("draft", "kind", "text"), ROWS)
def test_what_else_there_is_to_look_at(draft: str, kind: RemarkKind, text: str) -> None:
    [one] = check(draft)
    assert told(one).get(kind) == text


def test_remarks_stand_where_they_are_about() -> None:
    draft = "He said: “Half that, about 21 percent of our budget,” Delia Prewett said."
    [one] = check(draft)
    at = {remark.kind: remark.span.of(draft) for remark in one.remarks}
    assert at[RemarkKind.NUMBER] == "21 percent"


@pytest.mark.parametrize(
    "draft",
    [
        "“I learned to swim in that pool. So did my children,” Pruett said.",
        "“It was never about the money — it was about who decides,” Vass said.",
        "“said to me, 'The water is the last thing we share in this town,'” Brandt said.",
        "«My neighbour said to me, ‹ The water is the last thing we share ›,» Brandt said.",
        "“take an ordinary year and the figure is half that,” Warren Corley said.",
        "“Take an ordinary year and the figure is half that, about twelve percent,” Corley said.",
    ],
)
def test_there_is_nothing_to_remark(draft: str) -> None:
    [one] = check(draft)
    assert one.remarks == ()
