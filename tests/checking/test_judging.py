"""Quotations altered by hand, and what each is worth. All people are invented."""

from __future__ import annotations

import pytest

from newsreader.checking.differences import written
from newsreader.model.judgement import Judged, Judgement
from tests.checking.sources import check

EXACT = (
    # As it stands, whole or in part, before or after who says it.
    "“I learned to swim in that pool,” Pruett said.",
    "Mayor Delia Pruett said: “I learned to swim in that pool.”",
    "“So did my children,” said Delia Pruett.",
    "Pruett said there was “nothing left to cut but the water itself”.",
    "“They only counted the tickets that we sold at the door,” Warren Corley said.",
    # Other marks, apostrophes, dashes, white space; a capital at the start, a stop at the end.
    '"But I can\'t heat it with affection," Pruett said.',
    "Pruett said: ‘But I can’t heat it with affection.’",
    "Pruett said: «But I can’t heat it with affection.»",
    "Pruett said: „But I can’t heat it with affection.“",
    "“It was never about the money — it was about who decides!” Imre Vass said.",
    "“It was never about the money - it was about who decides,” Vass said.",
    "“The well‑known cracks in the floor have been there since 1987,” Vass said.",
    "“There is nothing  left to cut but the\nwater itself,” Pruett said.",
    "“all 4350 of them,” Corley said.",
    # Cut by its cue in the source, in the draft, or in both; over paragraphs.
    "“I learned to swim in that pool. So did my children,” Pruett said.",
    (
        "“It will not be easy for anyone in this town. We have looked at every line of the budget,”"
        " Pruett said."
    ),
    (
        "“We have looked at every line of the budget,” Pruett said, “and there is nothing left"
        " to cut but the water itself.”"
    ),
    "“I promise,” Ines Okafor said, “that no letter will be lost.”",
    (
        "“The well-known cracks in the floor have been there since 1987. And nobody has ever closed"
        " them,” Vass said."
    ),
    # Marks inside marks.
    (
        "“My neighbour said to me, ‘The water is the last thing we share in this town,’ and I think"
        " she was right,” Brandt said."
    ),
    (
        "Brandt said: ‘My neighbour said to me, “The water is the last thing we share in this"
        " town,” and I think she was right.’"
    ),
    # Other languages.
    "« Nous n'avons jamais abandonné cette île », a dit Claire Aubin.",
    "“Wir fahren bei jedem Wetter,” said Jonas Brandt.",
    # Nobody is named, or only by what they are.
    "“The hull is sound,” she said.",
    "“We will bring the mail by fishing boat,” the postmistress said.",
    "“the engine is older than most of our passengers,” Rehn said.",
    # Only four words, and nobody says them.
    "Nobody knows of “a hole in the roof” here.",
    "“We shall swim in the river then,” Brandt said.",
    # The article itself is quoted.
    "The Ledger wrote: “Harrowmere will drain its baths in April.”",
)

HONEST = (
    "“I learned to swim … with affection,” Pruett said.",
    "“We have looked at every line of the budget ... and there is nothing left,” Pruett said.",
    "“The hull is sound, but the engine is older […] passengers,” Rehn said.",
    "“We will bring the mail [...] until the new engine is here,” Okafor said.",
    "“… there is nothing left to cut but the water itself …” Pruett said.",
    "“They only counted the tickets . . . at the door,” Corley said.",
    "“But [we] can’t heat it with affection,” Pruett said.",
    "“[The baths] will not be easy for anyone in this town,” Pruett said.",
    "“[W]e have looked at every line of the budget,” Pruett said.",
    "“So did my children [a son and a daughter],” Pruett said.",
    "“They only counted the tickets that [the baths] sold at the door,” Corley said.",
    "“We will bring the mail by [a] fishing boat … until the new engine is here,” Okafor said.",
)

SPEAKER = (
    "“I learned to swim in that pool,” Warren Corley said.",
    "“The hull is sound,” Ines Okafor said, “but the engine is older than most of our passengers.”",
    "“They call it progress,” said Imre Vass.",
    "“We will bring the mail by fishing boat,” Captain Tomas Rehn said.",
    "“Wir fahren bei jedem Wetter,” said Lena Brandt.",
    "“Take an ordinary year and the figure is half that,” said Delia Pruett, the mayor.",
    "“It was never about the money,” Jonas Vass said.",
    "“I learned to swim … with affection,” Lena Brandt said.",
)

ALTERED = (
    # "Not" and what is like it makes all the difference.
    ("“It will be easy for anyone in this town,” Pruett said.", "[-not-]"),
    ("“But I can heat it with affection,” Pruett said.", "[-can’t-]{+can+}"),
    ("“It was about the money,” Vass said.", "[-never-]"),
    ("“And somebody has ever closed them,” Vass said.", "[-nobody-]{+somebody+}"),
    # A word replaced, dropped, added, moved.
    ("“I learned to sail in that pool,” Pruett said.", "[-swim-]{+sail+}"),
    ("“I learned to swim in this very pool,” Pruett said.", "[-that-]{+this very+}"),
    ("“We have looked at every line of budget,” Pruett said.", "[-the-]"),
    ("“The hull is perfectly sound, but the engine is older,” Rehn said.", "{+perfectly+}"),
    ("“The hull is safe, but the engine is older than our passengers,” Rehn said.", "[-most of-]"),
    ("“We will bring all the mail by fishing boat,” Okafor said.", "{+all+}"),
    ("“I promise that no parcel will be lost,” Okafor said.", "[-letter-]{+parcel+}"),
    ("“They only counted the people that we let in at the door,” Corley said.", "[-tickets-]"),
    ("“Nous n’avons jamais quitté cette île,” a dit Claire Aubin.", "[-abandonné-]{+quitté+}"),
    # Numbers, signs, a question that is none.
    ("“Half that, about 21 percent of our budget,” Corley said.", "[-12-]{+21+}"),
    ("“the tickets that we sold at the door, all 4,530 of them,” Corley said.", "4,530"),
    ("“The well-known cracks in the floor have been there since 1978,” Vass said.", "1978"),
    ("“Did anybody count the swimmers. Nobody did,” Corley said.", "[-?-]"),
    # Words left out, and no ellipsis says so.
    ("“The hull is sound, but the engine is older than our passengers,” Rehn said.", "[-most of-]"),
    ("“We will bring the mail until the new engine is here,” Okafor said.", "[-by fishing boat-]"),
    ("“So did my children. I can’t heat it with affection,” Pruett said.", "[-But-]"),
    # Honest edits beside one that is not.
    ("“[The mayor] learned to sail in that pool,” Pruett said.", "[-swim-]{+sail+}"),
    ("“We will bring … by rowing boat until the new engine is here,” Okafor said.", "rowing"),
)

STITCHED = (
    "“I learned to swim in that pool. It will not be easy for anyone,” Pruett said.",
    "“We have looked at every line of the budget. I learned to swim in that pool,” Pruett said.",
    "“We will bring the mail by fishing boat and no letter will be lost,” Okafor said.",
    "“I can’t heat it with affection and there is nothing left to cut,” Pruett said.",
    "“They call it progress. We shall swim in the river then,” Brandt said.",
    "“The hull is sound. There is nothing left to cut but the water itself,” Rehn said.",
    # A sentence between them was left out.
    "“I learned to swim in that pool. But I can’t heat it with affection,” Pruett said.",
    "“Did anybody count the swimmers? They only counted the tickets,” Corley said.",
    "“I learned to swim in that pool … They only counted the tickets,” Pruett said.",
)

PARAPHRASE = (
    "“The losses had been worked out from the coldest winter in thirty years,” Corley said.",
    "“The losses were worked out from the coldest winter in thirty years,” Corley said.",
    "“The boat can be mended before the storms of October come,” Rehn said.",
    "“Harrowmere will drain its baths in April,” Pruett said.",
    "“In this town, sharing water is the last thing, my neighbour said,” Brandt said.",
    "“For thirty years no winter was the coldest, and losses are worked out,” Corley said.",
    "“Corley warned of a hole in the roof and of rust,” Corley said.",
)

MISSING = (
    "“Nobody ever asked for a bigger harbour,” Pruett said.",
    "“Yes,” Pruett said.",
    "“We will rebuild the lighthouse with our own hands,” Rehn said.",
    "“The committee regrets any inconvenience that this may cause,” Corley said.",
    "“There is no such thing as a free lunch in this city,” Vass said.",
    "“Jamais de la vie, mon ami,” a dit Claire Aubin.",
)


def judged(draft: str) -> Judged:
    """Return the judgement of the first quotation, if all others are worth the same."""
    each = check(draft)
    assert each, "nothing is quoted"
    assert len({one.judgement for one in each}) == 1, [one.judgement for one in each]
    return each[0]


@pytest.mark.parametrize("draft", EXACT)
def test_what_was_said(draft: str) -> None:
    each = check(draft)
    assert each
    for one in each:
        assert (one.judgement, written(one.difference)) == (Judgement.EXACT, "")
        assert not one.is_wrong


@pytest.mark.parametrize("draft", HONEST)
def test_what_is_honestly_shortened_or_explained(draft: str) -> None:
    one = judged(draft)
    assert (one.judgement, written(one.difference)) == (Judgement.EXACT, "")


@pytest.mark.parametrize("draft", SPEAKER)
def test_what_somebody_else_said(draft: str) -> None:
    one = judged(draft)
    assert one.judgement is Judgement.SPEAKER
    assert one.difference == ()
    assert one.remarks[0].text.startswith("The draft names ")


@pytest.mark.parametrize(("draft", "difference"), ALTERED)
def test_what_was_altered(draft: str, difference: str) -> None:
    one = judged(draft)
    assert one.judgement is Judgement.ALTERED
    assert difference in written(one.difference)


@pytest.mark.parametrize("draft", STITCHED)
def test_what_was_stitched(draft: str) -> None:
    one = judged(draft)
    assert one.judgement is Judgement.STITCHED
    assert len(one.sources) > 1


@pytest.mark.parametrize("draft", PARAPHRASE)
def test_what_is_no_quotation_in_the_source(draft: str) -> None:
    assert judged(draft).judgement is Judgement.PARAPHRASE


@pytest.mark.parametrize("draft", MISSING)
def test_what_nobody_said(draft: str) -> None:
    one = judged(draft)
    assert (one.judgement, one.sources, one.difference) == (Judgement.MISSING, (), ())
