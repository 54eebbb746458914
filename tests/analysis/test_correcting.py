"""What corrections do to an analysis: a golden pair for each kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest

from newsreader.analysis.correcting import Corrected, correct
from newsreader.model import (
    CORRECTED,
    Analysis,
    Anchor,
    Correction,
    CorrectionKind,
    CorrectionScope,
    Entity,
    EntityType,
    Mention,
    MentionKind,
    PlacedCorrection,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
)

TEXT = (
    "“The pool is cold,” Mayor Delia Pruett said. “We will drain it,” she said.\n\n"
    "Pruett spoke in Jordan. “Nobody asked me,” said Jordan. It was a “treat” for Corley."
)
MOMENT = datetime(2026, 3, 5, tzinfo=UTC)
_ids = count()


def span(words: str, nth: int = 0) -> Span:
    start = TEXT.index(words)
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words: str, nth: int = 0, kind: MentionKind = MentionKind.NAME) -> Mention:
    return Mention(span(words, nth), words, kind)


PRUETT = Entity(
    "Delia Pruett",
    EntityType.PERSON,
    (mention("Delia Pruett"), mention("Pruett", 1)),
    aliases=("Pruett",),
    roles=("Mayor",),
    confidence=0.8,
    why="title",
)
LAND = Entity("Jordan", EntityType.PLACE, (mention("Jordan"),), confidence=0.6)
MAN = Entity("Jordan", EntityType.PERSON, (mention("Jordan", 1),), confidence=0.6)
CORLEY = Entity("Corley", EntityType.ORG, (mention("Corley"),), confidence=0.5)

COLD = Quote(span("The pool is cold,"), QuoteKind.DIRECT, Speaker(mention("Delia Pruett"), "Delia Pruett", 0.9, "said"), span("said"), 0.9, "said")  # fmt: skip  # noqa: E501
DRAIN = Quote(span("We will drain it,"), QuoteKind.DIRECT, Speaker(mention("she", 0, MentionKind.PRONOUN), "Delia Pruett", 0.7, "she"), span("said", 1), 0.7, "she")  # fmt: skip  # noqa: E501
ASKED = Quote(span("Nobody asked me,"), QuoteKind.DIRECT, Speaker(mention("Jordan", 1), "Jordan", 0.6, "said"), span("said", 2), 0.6, "said")  # fmt: skip  # noqa: E501
TREAT = Quote(span("treat"), QuoteKind.SCARE, confidence=0.7)
FOUND = Analysis((COLD, DRAIN, ASKED, TREAT), (PRUETT, LAND, MAN, CORLEY))


def correction(
    kind: CorrectionKind, *, at: Span | None = None, name: str = "", value: str = ""
) -> PlacedCorrection:
    anchor = Anchor(at.of(TEXT), "", "", at, "") if at is not None else None
    made = Correction(
        f"{next(_ids)}", kind, CorrectionScope.ARTICLE, 1, "", anchor, name, value, MOMENT
    )
    return PlacedCorrection(made, at)


def corrected(*corrections: PlacedCorrection) -> Analysis:
    done = correct(FOUND, corrections)
    assert done.applied == {one.correction.id for one in corrections}
    return done.analysis


def names(analysis: Analysis) -> list[tuple[str, str, list[str]]]:
    return [(e.name, e.type.value, [m.text for m in e.mentions]) for e in analysis.entities]


def speakers(analysis: Analysis) -> list[str | None]:
    return [quote.speaker.canonical if quote.speaker else None for quote in analysis.quotes]


def by_name(analysis: Analysis, name: str) -> Entity:
    [entity] = [entity for entity in analysis.entities if entity.name == name]
    return entity


SPEAKER, NOT_QUOTE = CorrectionKind.SPEAKER, CorrectionKind.NOT_QUOTE
RENAME, MERGE, SPLIT = CorrectionKind.RENAME, CorrectionKind.MERGE, CorrectionKind.SPLIT
RETYPE, NOT_ENTITY = CorrectionKind.RETYPE, CorrectionKind.NOT_ENTITY


class TestSpeaker:
    def test_somebody_the_article_names(self) -> None:
        quote = corrected(correction(SPEAKER, at=DRAIN.span, value="Corley")).quotes[1]
        assert (quote.confidence, quote.why, quote.span) == (1.0, CORRECTED, DRAIN.span)
        she = mention("she", 0, MentionKind.PRONOUN)
        assert quote.speaker == Speaker(she, "Corley", 1.0, CORRECTED, SpeakerKind.ORG)

    def test_the_words_that_name_another_are_not_the_speakers(self) -> None:
        quote = corrected(correction(SPEAKER, at=COLD.span, value="Corley")).quotes[0]
        assert quote.speaker
        assert quote.speaker.mention == mention("Corley")

    def test_somebody_new_is_no_entity(self) -> None:
        analysis = corrected(correction(SPEAKER, at=COLD.span, value="Ann Hall"))
        assert speakers(analysis) == ["Ann Hall", "Delia Pruett", "Jordan", None]
        assert analysis.entities == FOUND.entities
        assert analysis.quotes[0].speaker
        assert analysis.quotes[0].speaker.mention == Mention(Span(1, 1), "")

    def test_nobody(self) -> None:
        analysis = corrected(correction(SPEAKER, at=COLD.span))
        assert analysis.quotes[0] == replace(COLD, speaker=None, confidence=1.0, why=CORRECTED)

    def test_the_same_is_vouched_for(self) -> None:
        [quote, *_] = corrected(correction(SPEAKER, at=COLD.span, value="Delia Pruett")).quotes
        assert quote.speaker == Speaker(mention("Delia Pruett"), "Delia Pruett", 1.0, CORRECTED)

    def test_what_somebody_says_is_a_statement(self) -> None:
        quote = corrected(correction(SPEAKER, at=TREAT.span, value="Corley")).quotes[3]
        assert quote.kind is QuoteKind.DIRECT

    def test_a_quote_with_slightly_other_ends_is_the_same(self) -> None:
        wider = Span(COLD.span.start - 1, COLD.span.end)
        analysis = corrected(correction(SPEAKER, at=wider, value="Corley"))
        assert speakers(analysis)[0] == "Corley"

    def test_words_within_a_quote_are_not_that_quote(self) -> None:
        one = correction(SPEAKER, at=span("pool"), value="Corley")
        assert correct(FOUND, [one]) == Corrected(FOUND, frozenset())


def test_not_a_quote() -> None:
    assert corrected(correction(NOT_QUOTE, at=COLD.span)).quotes == (DRAIN, ASKED, TREAT)


class TestRename:
    def test_the_entity_and_its_quotes_have_the_new_name(self) -> None:
        analysis = corrected(correction(RENAME, name="Delia Pruett", value="Delia Prewitt"))
        assert speakers(analysis) == ["Delia Prewitt", "Delia Prewitt", "Jordan", None]
        entity = by_name(analysis, "Delia Prewitt")
        assert entity == replace(
            PRUETT,
            name="Delia Prewitt",
            aliases=("Pruett", "Delia Pruett"),
            confidence=1.0,
            why=CORRECTED,
        )
        assert analysis.quotes[0].speaker == replace(COLD.speaker, canonical="Delia Prewitt")  # type: ignore[type-var]  # it has one

    def test_to_the_name_of_another_of_its_type_makes_them_one(self) -> None:
        analysis = corrected(correction(RENAME, name="Delia Pruett", value="Jordan"))
        assert names(analysis)[0] == ("Jordan", "PERSON", ["Delia Pruett", "Pruett", "Jordan"])
        assert [entity.name for entity in analysis.entities].count("Jordan") == 2
        assert speakers(analysis) == ["Jordan", "Jordan", "Jordan", None]

    def test_of_two_with_the_name_the_one_mentioned_there(self) -> None:
        analysis = corrected(
            correction(RENAME, at=MAN.mentions[0].span, name="Jordan", value="Ed Jordan")
        )
        assert ("Jordan", "PLACE", ["Jordan"]) in names(analysis)
        assert ("Ed Jordan", "PERSON", ["Jordan"]) in names(analysis)
        assert speakers(analysis)[2] == "Ed Jordan"

    def test_a_place_of_the_name_leaves_the_speaker_alone(self) -> None:
        analysis = corrected(
            correction(RENAME, at=LAND.mentions[0].span, name="Jordan", value="The Jordan")
        )
        assert speakers(analysis)[2] == "Jordan"

    def test_a_speaker_who_is_no_entity(self) -> None:
        found = Analysis(FOUND.quotes)
        one = correction(RENAME, name="Delia Pruett", value="Delia Prewitt")
        analysis = correct(found, [one]).analysis
        assert speakers(analysis)[:2] == ["Delia Prewitt", "Delia Prewitt"]
        assert analysis.entities == ()

    def test_an_entity_that_goes_by_another_name_since_is_found_by_its_mention(self) -> None:
        one = correction(RENAME, at=span("Pruett", 1), name="Pruett", value="Delia Prewitt")
        assert speakers(corrected(one))[0] == "Delia Prewitt"


class TestMerge:
    def test_two_become_one(self) -> None:
        analysis = corrected(correction(MERGE, name="Corley", value="Delia Pruett"))
        entity = by_name(analysis, "Delia Pruett")
        assert [m.text for m in entity.mentions] == ["Delia Pruett", "Pruett", "Corley"]
        assert (entity.type, entity.aliases) == (EntityType.PERSON, ("Pruett", "Corley"))
        assert (entity.confidence, entity.why) == (1.0, CORRECTED)
        assert "Corley" not in [one.name for one in analysis.entities]

    def test_its_quotes_go_with_it(self) -> None:
        analysis = corrected(correction(MERGE, name="Delia Pruett", value="Corley"))
        assert speakers(analysis) == ["Corley", "Corley", "Jordan", None]

    def test_into_one_the_article_lacks_is_a_new_name(self) -> None:
        analysis = corrected(correction(MERGE, name="Corley", value="Corley Ltd"))
        assert by_name(analysis, "Corley Ltd").aliases == ("Corley",)


class TestSplit:
    def test_only_this_mention_is_somebody_else(self) -> None:
        analysis = corrected(
            correction(SPLIT, at=span("Pruett", 1), name="Delia Pruett", value="Ada Pruett")
        )
        assert by_name(analysis, "Delia Pruett").mentions == (mention("Delia Pruett"),)
        assert by_name(analysis, "Delia Pruett").aliases == ()
        other = by_name(analysis, "Ada Pruett")
        assert other.mentions == (mention("Pruett", 1),)
        assert (other.type, other.aliases) == (EntityType.PERSON, ("Pruett",))
        assert (other.confidence, other.why) == (1.0, CORRECTED)
        assert speakers(analysis) == speakers(FOUND)

    def test_the_quote_it_introduces_goes_with_it(self) -> None:
        analysis = corrected(
            correction(SPLIT, at=span("Delia Pruett"), name="Delia Pruett", value="Ada Pruett")
        )
        assert speakers(analysis) == ["Ada Pruett", "Delia Pruett", "Jordan", None]

    def test_to_somebody_the_article_names(self) -> None:
        analysis = corrected(
            correction(SPLIT, at=span("Pruett", 1), name="Delia Pruett", value="Corley")
        )
        assert [m.text for m in by_name(analysis, "Corley").mentions] == ["Pruett", "Corley"]

    def test_the_only_mention_leaves_no_empty_entity(self) -> None:
        analysis = corrected(
            correction(SPLIT, at=span("Corley"), name="Corley", value="Warren Corley")
        )
        assert "Corley" not in [entity.name for entity in analysis.entities]


class TestRetype:
    def test_an_entity_and_how_it_speaks(self) -> None:
        analysis = corrected(correction(RETYPE, name="Delia Pruett", value="ORG"))
        assert by_name(analysis, "Delia Pruett").type is EntityType.ORG
        assert [q.speaker.kind for q in analysis.quotes[:2] if q.speaker] == [SpeakerKind.ORG] * 2

    def test_two_of_one_name_and_type_are_one(self) -> None:
        analysis = corrected(
            correction(RETYPE, at=LAND.mentions[0].span, name="Jordan", value="PERSON")
        )
        assert ("Jordan", "PERSON", ["Jordan", "Jordan"]) in names(analysis)


def test_not_an_entity() -> None:
    analysis = corrected(correction(NOT_ENTITY, name="Jordan", at=LAND.mentions[0].span))
    assert [entity for entity in analysis.entities if entity.name == "Jordan"] == [MAN]
    assert analysis.quotes == FOUND.quotes


class TestTogether:
    def test_each_builds_on_those_before(self) -> None:
        analysis = corrected(
            correction(SPLIT, at=span("Pruett", 1), name="Delia Pruett", value="Ada"),
            correction(RENAME, name="Ada", value="Ada Pruett"),
            correction(RETYPE, name="Ada Pruett", value="ORG"),
            correction(SPEAKER, at=ASKED.span, value="Ada Pruett"),
        )
        assert by_name(analysis, "Ada Pruett").type is EntityType.ORG
        assert speakers(analysis)[2] == "Ada Pruett"

    @pytest.mark.parametrize(
        ("earlier", "later", "name"),
        [
            (correction(RENAME, name="Corley", value="B"), correction(RENAME, name="Corley", value="C"), "C"),  # noqa: E501
            (correction(NOT_ENTITY, name="Corley"), correction(RENAME, name="Corley", value="C"), "C"),  # noqa: E501
            (correction(RENAME, name="Corley", value="B"), correction(NOT_ENTITY, name="Corley"), ""),  # noqa: E501
            (correction(MERGE, name="Corley", value="B"), correction(RENAME, name="Corley", value="C"), "C"),  # noqa: E501
        ],
    )  # fmt: skip
    def test_of_two_made_without_knowing_of_each_other_the_later_wins(
        self, earlier: PlacedCorrection, later: PlacedCorrection, name: str
    ) -> None:
        analysis = corrected(earlier, later)
        owners = [e.name for e in analysis.entities if mention("Corley") in e.mentions]
        assert owners == [name] * bool(name)

    def test_a_later_speaker_brings_a_quote_back(self) -> None:
        analysis = corrected(
            correction(NOT_QUOTE, at=COLD.span), correction(SPEAKER, at=COLD.span, value="Corley")
        )
        assert speakers(analysis) == ["Corley", "Delia Pruett", "Jordan", None]

    def test_a_name_that_somebody_no_longer_has_may_be_anothers(self) -> None:
        analysis = corrected(
            correction(RENAME, name="Corley", value="Warren Corley"),
            correction(SPEAKER, at=COLD.span, value="Corley"),
        )
        assert speakers(analysis)[0] == "Corley"

    def test_two_can_change_names(self) -> None:
        analysis = corrected(
            correction(RENAME, name="Corley", value="?"),
            correction(RENAME, name="Delia Pruett", value="Corley"),
            correction(RENAME, name="?", value="Delia Pruett"),
        )
        assert by_name(analysis, "Delia Pruett").mentions == CORLEY.mentions


@pytest.mark.parametrize("kind", CorrectionKind)
def test_one_whose_target_is_gone_does_nothing(kind: CorrectionKind) -> None:
    value = {RETYPE: "ORG", NOT_ENTITY: "", NOT_QUOTE: ""}.get(kind, "Somebody")
    gone = PlacedCorrection(
        correction(kind, at=COLD.span, name="Nobody", value=value).correction, None
    )
    assert correct(FOUND, [gone]) == Corrected(FOUND, frozenset())
    assert correct(Analysis(), [gone]).analysis == Analysis()
