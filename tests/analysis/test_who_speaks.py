"""Golden pairs for who speaks: each rule with the sentence it is for."""

from __future__ import annotations

import pytest

from newsreader.analysis import analyze
from newsreader.model import QuoteKind, Speaker, SpeakerKind


def speakers(text: str) -> list[Speaker | None]:
    return [quote.speaker for quote in analyze(text).quotes if quote.kind is QuoteKind.DIRECT]


def said_by(text: str) -> list[tuple[str, str]]:
    """Mention and canonical name of the speaker of each direct quote."""
    return [(who.mention.text, who.canonical) if who else ("", "") for who in speakers(text)]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The aide who wished to stay unnamed told the paper that “we all go now”.", "The aide"),
        ("Mary Roe, who in 2010 said it was “a great day for us”, left.", "Mary Roe"),
        ("Mary Roe said the council had called for “a great change of course”.", "Mary Roe"),
        ("Mary Roe is quoted as saying that “it is all over now”.", "Mary Roe"),
        ("The Herald quotes Mary Roe as saying: “It is all over now.”", "Mary Roe"),
        ("When the rain came on, Mary Roe laughed and said, “We all go now.”", "Mary Roe"),
        ("It was “the first of its kind here” in the town, according to Mary Roe.", "Mary Roe"),
        ("“A great day for all of us!” Mary Roe tweeted, thanking the town.", "Mary Roe"),
        ("“We all go now,”\n\nstated Mary Roe, a former judge.", "Mary Roe"),
        (
            "After the town council accused Roe of “a grave error”, nothing moved for weeks.",
            "the town council",
        ),
        ("Mary Roe said enshrining it would indicate “a willingness to listen”.", "Mary Roe"),
        ("Seen by the mayor, Mary Roe spoke of it and said, “We all go now.”", "Mary Roe"),
        ("A referee for the last of them wrote: “We all go now.”", "A referee"),
        ("“We all go now!” someone called from the back.", "someone"),
        ("Mary Roe thought it “a foul on any other day”.", "Mary Roe"),
        ("CEO of WHO Mary Roe said: “We all go now.”", "Mary Roe"),
        ("The President of the Republic Mary Roe said: “We all go now.”", "Mary Roe"),
        ("A spokesman for Mary Roe said: “We all go now.”", "A spokesman"),
        ("“We all go now,” the Herald quoted Mary Roe as saying.", "Mary Roe"),
        ("For Mary Roe, it was “a great day for us”.", "Mary Roe"),
        ("To the council, this is “a great day for us”.", "the council"),
        ("The act was described as “a great day for us” by Mary Roe.", "Mary Roe"),
        ("The law defines it as “all that is left of us”.", "The law"),
        ("The treaty guarantees “a great day for us”.", "The treaty"),
        ("The lawsuit says that “it is all over now”.", "The lawsuit"),
        (
            "The lawsuit states at a meeting they told us it would go, though “it was not final”.",
            "The lawsuit",
        ),
        (
            "Met by local officials, Mary Roe referred to the new plan, and said, “We all go now.”",
            "Mary Roe",
        ),
        (
            "Later, Mary Roe spoke to the club, saying, “We all go now,” the minister noted.",
            "Mary Roe",
        ),
        ("The rector of the school admits it was late. “We all go now.”", "The rector"),
        ("The readout said the firm would stay. “We all go now.”", "The readout"),
        ("For Mary Roe, rather than a loss it is all “a great day for us”.", "Mary Roe"),
        ("Mary Roe and her team said it was “a great day for us”.", "Mary Roe"),
        ("The plan has been dubbed “a great day for us”, Mary Roe said.", "Mary Roe"),
        ("Mary Roe, a farmer of the town tweeted: “We all go now.”", "Mary Roe"),
        ("Mary Roe who is also a Geologist noted that it was “a great day for us”.", "Mary Roe"),
        ("A message from a man who had worked in a number of towns said: “We go.”", "A message"),
        ("Some marched with posters that said, “We all go now.”", "posters"),
        (
            "The UN envoy on water here, Mary Roe, protested, saying it was “a great shame”.",
            "Mary Roe",
        ),
        ("“We all go now,” said the Minister of Public Works, Mary Roe, to us.", "Mary Roe"),
        ("“We all go now,” said Nobel Laureate Mary Roe.", "Mary Roe"),
        ("Arab states in the south say it is “a horrible idea for us”.", "Arab states"),
    ],
)
def test_the_mention_that_speaks(text: str, mention: str) -> None:
    assert [who for who, _ in said_by(text)] == [mention]


def test_a_line_broken_within_its_sentence_ends_nothing() -> None:
    text = "“We all go now,” explained the\ndirector of the club, Mary Roe."
    assert said_by(text) == [("Mary Roe", "Mary Roe")]


@pytest.mark.parametrize(
    "text",
    [
        "“We begin,” Doe said.\n\nAdam Poe said it was sound.\n\n“It is all over now,” he said.",
        "“We begin,” said Doe.\n\nIt is dead, noted Adam Poe.\n\n“It is all over now,” he wrote.",
    ],
)
def test_who_speaks_in_the_sentence_before_is_he_rather_than_who_spoke_last(text: str) -> None:
    assert said_by(f"John Doe opened the talks. {text}")[-1] == ("he", "Adam Poe")


def test_he_is_who_is_only_called_by_a_role() -> None:
    text = "John Doe left.\n\nA spokesman said it was over. “We are all very tired,” he said."
    assert said_by(text) == [("he", "")]


def test_according_to_somebody_else_begins_another_sentence() -> None:
    text = (
        "“They sell it all,” says Mary Roe, “as we know.” According to Peter Doe, trucks come by."
    )
    assert [who for who, _ in said_by(text)] == ["Mary Roe", "Mary Roe"]


def test_who_is_called_something_does_not_say_so() -> None:
    assert said_by("Mary Roe has often been called “the best of all in the town”.") == [("", "")]


def test_the_company_is_the_one_the_text_is_about() -> None:
    text = (
        "Acme Bank grew. Acme Bank said so. Acme Bank bought the Zeta Group. "
        "“We all go now,” the company said."
    )
    assert said_by(text) == [("the company", "Acme Bank")]


def test_it_was_explained_by_nobody() -> None:
    text = "The Acme Bank spoke. In the report, it was explained “that the rest had been sold”."
    assert [who.cue for who in analyze(text).quotes] == [None]


def test_it_says_what_the_document_said() -> None:
    text = (
        "The lawsuit says they “knew of the danger to them all”.\n\n"
        "It says they were told by the board that it would review and consider “any concerns”."
    )
    assert [who for who, _ in said_by(text)] == ["The lawsuit", "It"]
    assert {who.kind for who in speakers(text) if who} == {SpeakerKind.DOCUMENT}


def test_a_body_named_in_many_words_is_one() -> None:
    text = "“We all go now,” the Ministry of Health and Sports said."
    [who] = speakers(text)
    assert who is not None
    assert (who.mention.text, who.canonical, who.kind) == (
        "Ministry of Health and Sports",
        "Ministry of Health and Sports",
        SpeakerKind.ORG,
    )


def test_it_is_the_body_named_before() -> None:
    text = "Acme Bank closed in Paris on Monday. “We all go now,” it said in a statement."
    [who] = speakers(text)
    assert who is not None
    assert (who.canonical, who.kind) == ("Acme Bank", SpeakerKind.ORG)


def test_rivals_lower_the_confidence() -> None:
    alone = "Mary Roe came. “We all go now,” she said."
    rivals = "Mary Roe met Anna Poe and Jane Doe. “We all go now,” she said."
    confidences = [
        speaker.confidence for text in (alone, rivals) for speaker in speakers(text) if speaker
    ]
    assert confidences[0] > confidences[1]


def test_a_pronoun_says_how_it_was_read() -> None:
    [who] = speakers("Mary Roe came. “We all go now,” she said.")
    assert who is not None
    assert "“she” is" in who.why


def test_a_title_in_marks_does_not_hide_who_speaks() -> None:
    text = "On “Face the Day,” Mary Roe named the town's troubles. “We are all sick of it now.”"
    assert said_by(text)[-1] == ("Mary Roe", "Mary Roe")


def test_a_role_set_off_before_the_name_is_known_later() -> None:
    text = (
        "The adviser to the head of the bank, Mary Roe, came. John Doe left.\n\n"
        "“We all go now,” the adviser said."
    )
    assert said_by(text) == [("the adviser", "Mary Roe")]


def test_an_official_is_the_person_spoken_of() -> None:
    text = "Mary Roe said the plan was dead.\n\n“We all go now,” the official added."
    [who] = speakers(text)
    assert who is not None
    assert who.canonical == "Mary Roe"
    assert who.confidence < 0.95


def test_a_name_before_the_marks_wins_over_a_role_after_them() -> None:
    assert said_by("Roe met Mary Roe. Roe said, “We all go now,” the minister noted.") == [
        ("Roe", "Mary Roe")
    ]


def test_a_mountain_is_nobody() -> None:
    text = "Mary Roe came to Mount Doe.\n\n“We all go now,” she said."
    assert said_by(text) == [("she", "Mary Roe")]


def test_a_cue_is_whose_it_is_for_each_of_its_quotes() -> None:
    text = "Mary Roe said the town had called on him “for months and years” but “without any luck”."
    assert said_by(text) == [("Mary Roe", "Mary Roe")] * 2


def test_a_body_before_a_name_is_no_part_of_it() -> None:
    text = "DOC Senior Ranger Mary Roe spoke to WHO John Doe. “We all go now,” Roe said."
    assert said_by(text) == [("Roe", "Mary Roe")]


def test_who_is_a_year_old_is_not_found_by_the_trade_of_another() -> None:
    text = (
        "Anna Poe, a consultant, came by. Mary Roe, who gave no other name, has moved house.\n\n"
        "“We all go now,” said the 42-year-old consultant."
    )
    assert said_by(text) == [("the 42-year-old consultant", "Mary Roe")]


def test_a_surname_of_two_is_less_sure() -> None:
    text = "Mary Roe met Adam Roe. “We all go now,” Mr. Roe said. “I stay here,” Ms. Roe said."
    assert [name for _, name in said_by(text)] == ["Adam Roe", "Mary Roe"]
    [first, _] = speakers(text)
    [alone] = speakers("Adam Roe came. “We all go now,” Mr. Roe said.")
    assert first is not None
    assert alone is not None
    assert first.confidence < alone.confidence
    assert "one of 2 with that name" in first.why


@pytest.mark.parametrize(
    ("name", "body"),
    [("Acme Miners Union", "the union"), ("Acme Bank", "the bank"), ("Acme Corp", "the company")],
)
def test_a_body_is_known_by_its_kind(name: str, body: str) -> None:
    text = f"Mary Roe met the {name} in Paris.\n\n“We all go now,” {body} said on Monday."
    [who] = speakers(text)
    assert who is not None
    assert (who.mention.text, who.canonical, who.kind) == (body, name, SpeakerKind.ORG)


def test_a_title_tells_which_of_two() -> None:
    text = (
        "Mayor Mary Roe met Councillor Adam Roe. Adam Roe left. Adam Roe came.\n\n"
        "“We all go now,” Mayor Roe said."
    )
    assert said_by(text) == [("Roe", "Mary Roe")]


def test_somebodys_spokesman_is_nobody_else() -> None:
    text = "Mary Roe met John Doe. Roe's spokesman said: “We all go now.”"
    assert said_by(text) == [("Roe's spokesman", "")]


@pytest.mark.parametrize(
    "before",
    ["As the saying goes, ", "They live in Wexby, which means ", "Its name translates loosely as "],
)
def test_a_meaning_or_a_proverb_is_nobodys_statement(before: str) -> None:
    text = f"{before}“the house by the old river bank”. Mary Roe knows it."
    assert [quote.kind for quote in analyze(text).quotes] == [QuoteKind.SCARE]
