"""What changed between two versions: quotes, names and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis import analyze
from newsreader.analysis.changes import find_changes
from newsreader.model import Analysis
from newsreader.model.changes import Changes, QuoteChange

TEXT = """\
The ferry at Ostermouth will stop on Monday for four months, harbour master Jonas Wrede said.

“The timber is soft to the touch,” Wrede said. “I would not let my own boat lie there.”

Councillor Mina Oakes wants a second opinion. “We have been told this twice before,” Oakes said.

The repairs are to cost 2.3 million crowns, and 40% of that is there. At least 12 men will work \
on it from 7 a.m. until noon.

A new bus will run every ten minutes."""

OPINION = "“We have been told this twice before,” Oakes said."


def edited(*replacements: tuple[str, str]) -> str:
    text = TEXT
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def changes(*replacements: tuple[str, str], old: str = TEXT) -> Changes:
    new = edited(*replacements)
    return find_changes(old, new, analyze(old), analyze(new))


def quotes(made: Changes, new: str) -> list[tuple[str, str, str]]:
    return [
        (
            one.change.value,
            one.before.span.of(TEXT) if one.before else "",
            one.after.span.of(new) if one.after else "",
        )
        for one in made.quotes
    ]


def numbers(made: Changes) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in made.numbers]


def test_the_same_text_has_no_changes() -> None:
    assert changes() == Changes()


class TestQuotes:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            (
                "my own boat",
                "any boat",
                (
                    "changed",
                    "I would not let my own boat lie there.",
                    "I would not let any boat lie there.",
                ),
            ),
            (
                "The timber is soft to the touch",
                "No comment",
                ("changed", "The timber is soft to the touch,", "No comment,"),
            ),
            (
                " “I would not let my own boat lie there.”",
                "",
                ("removed", "I would not let my own boat lie there.", ""),
            ),
            (
                "every ten minutes.",
                "every ten minutes. “It is my bus,” Oakes said.",
                ("added", "", "It is my bus,"),
            ),
        ],
    )
    def test_one_that_reads_differently_came_or_went(
        self, old: str, new: str, expected: tuple[str, str, str]
    ) -> None:
        assert quotes(changes((old, new)), edited((old, new))) == [expected]

    def test_one_that_is_somebody_elses_now(self) -> None:
        [one] = changes((OPINION, OPINION.replace("Oakes", "Wrede"))).quotes
        assert one.change is QuoteChange.SPEAKER
        assert one.before
        assert one.before.speaker
        assert one.before.speaker.canonical == "Mina Oakes"
        assert one.after
        assert one.after.speaker
        assert one.after.speaker.canonical == "Jonas Wrede"

    def test_words_that_are_no_longer_in_marks(self) -> None:
        old, new = OPINION, "Oakes said that they had been told this twice before."
        [one] = quotes(changes((old, new)), edited((old, new)))
        assert one[:2] == ("changed", "We have been told this twice before,")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("“The timber is soft to the touch,”", '"The timber is soft to the touch,"'),
            (
                "soft to the touch,” Wrede said. “I would",
                "soft  to the touch,” Wrede said.\n\n“I would",
            ),
            ("soft to the touch,” Wrede said. “I", "soft to the touch. I"),
            ("told this twice before,” Oakes said.", "told this,” Oakes said, “twice before.”"),
            (OPINION, "Oakes said: “We have been told this twice before.”"),
            ("Wrede said. “I", "Jonas Wrede said. “I"),
        ],
    )
    def test_the_same_words_are_not_changed(self, old: str, new: str) -> None:
        assert changes((old, new)).quotes == ()

    def test_one_put_elsewhere_is_the_same_and_one_edited_too_is_told(self) -> None:
        made = changes((OPINION, ""), ("every ten minutes.", "every ten minutes. " + OPINION))
        assert made.quotes == ()
        other = OPINION.replace("twice before", "three times before")
        there = ("every ten minutes.", "every ten minutes. " + other)
        [one] = quotes(changes((OPINION, ""), there), edited((OPINION, ""), there))
        assert one == (
            "changed",
            "We have been told this twice before,",
            "We have been told this three times before,",
        )

    def test_they_stand_in_the_order_of_the_new_text(self) -> None:
        made = changes(
            (" “I would not let my own boat lie there.”", ""),
            ("soft to the touch", "soft to the hand"),
            ("this twice", "this once"),
        )
        kinds = [one.change.value for one in made.quotes]
        assert kinds == ["changed", "removed", "changed"]


class TestNames:
    def test_they_come_and_go(self) -> None:
        made = changes(
            ("Councillor Mina Oakes", "Councillor Lena Brandt"), ("Oakes said", "Brandt said")
        )
        assert made.names_added == ("Lena Brandt",)
        assert made.names_removed == ("Mina Oakes",)

    def test_a_name_that_is_shortened_is_still_there(self) -> None:
        made = changes(("Councillor Mina Oakes", "Councillor Oakes"))
        assert made.names_added == made.names_removed == ()

    def test_a_namesake_is_another(self) -> None:
        made = changes(("A new bus", "Piers Oakes says that a new bus"))
        assert made.names_added == ("Piers Oakes",)

    def test_a_name_that_is_only_claimed_now_was_there(self) -> None:
        after = analyze(TEXT)
        made = find_changes(TEXT, TEXT, Analysis(after.quotes, after.entities[1:]), after)
        assert made.names_added == ()


class TestNumbers:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("At least 12 men", "At least 17 men", ("12", "17")),
            ("At least 12 men", "Seventeen men", ("12", "Seventeen")),
            (
                "2.3 million crowns",
                "3.1 million crowns",
                ("2.3 million crowns", "3.1 million crowns"),
            ),
            ("40% of that", "35% of that", ("40%", "35%")),
            ("on Monday for", "on 3 March for", ("Monday", "3 March")),
            ("from 7 a.m. until", "from 8.30 a.m. until", ("7 a.m.", "8.30 a.m.")),
            ("At least 12 men", "Some men", ("12", "")),
            ("Some men", "At least 12 men", ("", "12")),
        ],
    )
    def test_one_that_changed_in_its_sentence(
        self, old: str, new: str, expected: tuple[str, str]
    ) -> None:
        before = TEXT if old in TEXT else edited((new, old))
        after = before.replace(old, new)
        made = find_changes(before, after, Analysis(), Analysis())
        assert numbers(made) == [expected]
        [one] = made.numbers
        assert one.after in one.sentence.of(after)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("At least 12 men", "At least twelve men"),
            (
                "2.3 million crowns, and 40% of that is there",
                "40% of the 2.3 million crowns is there",
            ),
            ("that is there. At least 12", "that is there, and at least 12"),
            ("for four months, harbour", "for four months; harbour"),
        ],
    )
    def test_the_same_numbers_are_not_changed(self, old: str, new: str) -> None:
        assert numbers(changes((old, new))) == []

    def test_numbers_of_a_new_sentence_are_just_new(self) -> None:
        made = changes(("A new bus", "The yard was built in 1931 for 900 boats. A new bus"))
        assert numbers(made) == []
        assert made.added == 9

    def test_each_changes_by_itself(self) -> None:
        made = changes(("2.3 million", "2.5 million"), ("40%", "45%"), ("12 men", "17 men"))
        assert numbers(made) == [
            ("2.3 million crowns", "2.5 million crowns"),
            ("40%", "45%"),
            ("12", "17"),
        ]


def test_words_are_counted() -> None:
    made = changes(("A new bus", "A bus"), ("my own boat", "any boat of ours"))
    assert (made.removed, made.added) == (3, 3)
    assert not made.is_trivial
    assert changes(
        ("“The timber is soft to the touch,”", '"The timber is soft to the touch,"')
    ).is_trivial


pieces = st.sampled_from(
    [*TEXT.replace("\n\n", " \n\n ").split(" "), "“No,”", "Roe", "said.", "17", "\n\n"]
)


@given(st.lists(pieces, max_size=60), st.lists(pieces, max_size=60))
def test_any_two_texts_can_be_compared(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    was, now = analyze(before), analyze(after)
    made = find_changes(before, after, was, now)
    for one in made.quotes:
        assert one.before is None or one.before in was.quotes
        assert one.after is None or one.after in now.quotes
        assert (one.before is None) == (one.change is QuoteChange.ADDED)
        assert (one.after is None) == (one.change is QuoteChange.REMOVED)
    told = [one.before for one in made.quotes if one.before]
    assert len(told) == len(set(told)) or any(q.change is QuoteChange.SPEAKER for q in made.quotes)
    for number in made.numbers:
        assert number.before in before
        assert number.after in number.sentence.of(after)
        assert number.before != number.after
    assert set(made.names_added) <= {entity.name for entity in now.entities}
