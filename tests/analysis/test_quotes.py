from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis import analyze
from newsreader.model import Analysis, MentionKind, Quote, QuoteKind, SpeakerKind


def quotes(text: str, kind: QuoteKind = QuoteKind.DIRECT) -> list[Quote]:
    return [quote for quote in analyze(text).quotes if quote.kind is kind]


def speakers(text: str, kind: QuoteKind = QuoteKind.DIRECT) -> list[tuple[str, str]]:
    """Mention and canonical name of each quote's speaker."""
    found = [quote.speaker for quote in quotes(text, kind)]
    return [(s.mention.text, s.canonical) if s else ("", "") for s in found]


ROE = ("Mary Roe", "Mary Roe")


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” said Mary Roe, who runs the club.",
        "“We go,” said the club's new head, Mary Roe.",
        "“We go,” Mary Roe, the mayor of Ohio, said on Monday.",
        "“We go,” John Doe's aunt, mayor Mary Roe, said.",
        "“We go,” the head of the firm, Mary Roe, said.",
        "“We go,” according to Mary Roe.",
        "“We go.” Mary Roe said.",
        "“We will all go to town now.” – Mary Roe",
        "Mary Roe said: “We go.”",
        "Mary Roe on Thursday said, “We go.”",
        "Mary Roe told reporters in Paris that “we go”.",
        "Mary Roe (D-Ohio) told John Doe, “We go.”",
        "Mary Roe left in a hurry, saying “we go”.",
        "The mayor of the town, Mary Roe, said, “We go.”",
        "According to Mary Roe, “we go”.",
        "Mary Roe on the plan: “We go.”",
        "He was told by Mary Roe that “we go”.",
        "As Mary Roe put it, “we go”.",
        "What “we go” means is plain, Mary Roe said.",
        "“We go,” explained mayor Mary Roe.",
        "Mary Roe, a friend of John Doe, called it “a farce”.",
        "John Doe left early, while Mary Roe spoke of “a farce in three acts”.",
    ],
)
def test_every_way_to_name_the_speaker(text: str) -> None:
    assert speakers(text) == [ROE]


def test_a_quote_split_around_its_cue_has_one_speaker() -> None:
    assert speakers("“We go,” said Mary Roe, “and we stay.”") == [ROE, ROE]


def test_the_speaker_goes_on_within_and_after_the_paragraph() -> None:
    text = "“We go now,” said Mary Roe. “We must.”\n\n“We will not be back any time soon.”"
    assert speakers(text) == [ROE, ROE, ROE]


def test_a_quote_over_paragraphs_is_one_with_one_speaker() -> None:
    text = "“We go.\n\n“We stay,” said Mary Roe."
    [quote] = quotes(text)
    assert quote.span.of(text) == "We go.\n\n“We stay,"
    assert speakers(text) == [ROE]


def test_a_transcript() -> None:
    text = "Mary Roe met John Doe.\n\n“ROE: Do we go?\n\n“DOE: We do not.”"
    assert speakers(text) == [("ROE", "Mary Roe"), ("DOE", "John Doe")]


def test_what_follows_told_is_not_who_speaks() -> None:
    assert speakers("“We go,” Mary Roe told John Doe.") == [ROE]


def test_he_and_she_are_told_apart() -> None:
    text = "Mary Roe met John Doe in town. “I won,” he said. “You did not,” she said."
    assert speakers(text) == [("he", "John Doe"), ("she", "Mary Roe")]


def test_a_role_means_who_was_given_it() -> None:
    text = "Mayor Mary Roe met coach John Doe. “We go,” the coach said. “No,” said the mayor."
    assert speakers(text) == [("the coach", "John Doe"), ("the mayor", "Mary Roe")]


def test_nobody_is_named_where_nobody_can_be() -> None:
    text = "Mary Roe left town. “We saw it all,” a witness said. “I ran,” said one official."
    assert [name for _, name in speakers(text)] == ["", ""]


def test_an_organisation_speaks() -> None:
    text = "The firm, Acme Corp, said in a statement: “We regret it.”"
    assert speakers(text) == [("Acme Corp", "Acme Corp")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We go,” said Mary Roe.", SpeakerKind.PERSON),
        ("“We go,” a witness said.", SpeakerKind.PERSON),
        ("“We go,” the defence ministry said.", SpeakerKind.ORG),
        ("“We go,” Acme Corp said.", SpeakerKind.ORG),
        ("“We go,” the report said.", SpeakerKind.DOCUMENT),
    ],
)
def test_persons_bodies_and_texts_speak(text: str, kind: SpeakerKind) -> None:
    [quote] = quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.kind is kind


def test_a_number_may_speak() -> None:
    assert speakers("“We go,” said 55. “We went,” according to 1,200.") != []


def test_scare_quotes_and_titles_need_no_speaker() -> None:
    text = "Her book “Gone With the Rain” is a “hit”. She has “it”."
    found = analyze(text).quotes
    assert [(q.span.of(text), q.kind) for q in found] == [
        ("Gone With the Rain", QuoteKind.TITLE),
        ("hit", QuoteKind.SCARE),
        ("it", QuoteKind.SCARE),
    ]
    assert all(quote.speaker is None for quote in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mary Roe called it “a farce”.", QuoteKind.DIRECT),
        ("Mary Roe said the plan was “dead” now.", QuoteKind.DIRECT),
        ("“Yes We Can,” Mary Roe said.", QuoteKind.DIRECT),
        ("Mary Roe called John Doe “Big Bob” and “Little Jim”.", QuoteKind.DIRECT),
        ("Mary Roe told John Doe: “No.”", QuoteKind.DIRECT),
        ("The firm is on a so-called “list”, Mary Roe said.", QuoteKind.SCARE),
        ("The ‘rebels’ said that they would stay.", QuoteKind.SCARE),
        ("It was “late” in the year.", QuoteKind.SCARE),
        ("Mary Roe said so on “Meet the Does.”", QuoteKind.TITLE),
        ("Mary Roe said so on Channel 9's “Good Day.”", QuoteKind.TITLE),
        ("Mary Roe said that the film “Rain” was dull.", QuoteKind.TITLE),
        ("Mary Roe will host a seminar called “Rain and All That: a View.”", QuoteKind.TITLE),
        ("Mary Roe said that a paper titled “How to Do It” was dull.", QuoteKind.TITLE),
        ("She is known to all as “the Lamp-post”.", QuoteKind.TITLE),
        ("They drove the “Ruta al Sol” in a day.", QuoteKind.TITLE),
    ],
)
def test_statements_scare_quotes_and_titles_are_told_apart(text: str, kind: QuoteKind) -> None:
    assert {quote.kind for quote in analyze(text).quotes} - {QuoteKind.INDIRECT} == {kind}


def test_single_marks_mean_what_double_ones_do_where_speech_stands_in_them() -> None:
    text = "‘We all go to town in the morning,’ said Mary Roe. She described it as ‘a farce’ again."
    assert speakers(text)[1:] == [("She", "Mary Roe")]


def test_a_claim_says_why() -> None:
    text = "“We go,” said Mary Roe."
    [quote] = quotes(text)
    assert quote.why == "“said”, right after the quote"
    assert quote.cue is not None
    assert quote.cue.of(text) == "said"
    assert quote.speaker is not None
    assert quote.speaker.mention.kind is MentionKind.NAME
    assert (
        quote.confidence > quotes("Mary Roe was here.\n\n“We will all go to town.”")[0].confidence
    )


MARKS = ["“", "”", '"', "‘", "’", "«", "»", "(", ")", ", ", ". ", "? ", "\n\n", ": ", " – "]
WORDS = [" said ", " Mary Roe ", "he", "that", "according to ", "the mayor", "Acme Corp", "ROE: "]
PIECES = st.sampled_from(MARKS + WORDS)


def check(text: str, analysis: Analysis) -> None:
    for quote in analysis.quotes:
        assert quote.span.of(text).strip()
        assert 0 <= quote.confidence <= 1
        assert quote.why
        if quote.speaker is not None:
            assert quote.speaker.mention.span.of(text) == quote.speaker.mention.text != ""
    for before, after in pairwise(analysis.quotes):
        assert before.span.end <= after.span.start


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_mix_of_marks_and_names_can_be_analysed(text: str) -> None:
    check(text, analyze(text))


@given(st.text())
def test_any_text_can_be_analysed_and_gives_the_same_twice(text: str) -> None:
    analysis = analyze(text)
    check(text, analysis)
    assert analysis == analyze(text)
