"""Passages are found again in edited texts; what only looks like them is not."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsreader.library.anchoring import CONTEXT, Placement, find, make_anchor
from newsreader.model import Anchor, Outcome, Span, sha256_of

TEXT = """\
The council of Varnhold voted on Tuesday to close the old harbour bridge for nine months.

“We have patched it for twenty years and it is still falling into the water,” said Mara Lindqvist, \
who has been the town’s engineer since the flood.

Shopkeepers on the east bank were less sure. Some of them had hung black ribbons in their windows.

“Nobody asked us,” said Tobias Renn, a baker. “My customers walk across that bridge every morning.”

The work will cost 4.2 million crowns, of which the province pays half. A ferry will run from \
March, every ten minutes until dusk.

Lindqvist promised that the bridge would be open again before the winter."""

ENGINEER = "We have patched it for twenty years and it is still falling into the water,"
BAKER = "My customers walk across that bridge every morning."
COST = "The work will cost 4.2 million crowns, of which the province pays half."


def anchored(passage: str, text: str = TEXT, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(passage, start + 1)
    return make_anchor(text, Span(start, start + len(passage)), sha256_of(text))


def placed(anchor: Anchor, text: str) -> tuple[Outcome, str | None]:
    placement = find(anchor, text, sha256_of(text))
    return placement.outcome, None if placement.span is None else placement.span.of(text)


def edited(old: str, new: str, text: str = TEXT) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def test_an_anchor_remembers_the_passage_and_its_surroundings() -> None:
    anchor = anchored("Nobody asked us")
    assert anchor.exact == "Nobody asked us"
    assert anchor.prefix == TEXT[anchor.span.start - CONTEXT : anchor.span.start]
    assert anchor.suffix == TEXT[anchor.span.end : anchor.span.end + CONTEXT]
    assert anchored("The council").prefix == ""
    assert anchored("before the winter.").suffix == ""


@pytest.mark.parametrize("passage", [ENGINEER, BAKER, COST, "bridge", "The council", "winter."])
def test_in_the_same_text_it_is_exact(passage: str) -> None:
    assert placed(anchored(passage), TEXT) == (Outcome.EXACT, passage)


def test_an_edit_far_behind_it_leaves_it_exact() -> None:
    text = edited("before the winter", "by autumn")
    assert placed(anchored(ENGINEER), text) == (Outcome.EXACT, ENGINEER)


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        (ENGINEER, "Correction: an earlier version misspelt a name.\n\n" + TEXT),
        (BAKER, edited("nine months", "a year")),
        (BAKER, edited("Tobias Renn, a baker", "Tobias Renn, who bakes")),
        (
            ENGINEER,
            edited(f"“{ENGINEER}” said Mara Lindqvist", f"Mara Lindqvist said: “{ENGINEER}”"),
        ),
        ("Nobody asked us", edited("less sure", "furious")),
        ("black ribbons", edited("had hung black ribbons", "have hung black ribbons")),
        ("bridge would be open", "Read more below.\n\n" + TEXT),
    ],
)
def test_edits_around_it_move_it(passage: str, text: str) -> None:
    assert placed(anchored(passage), text) == (Outcome.MOVED, passage)


def test_a_paragraph_put_elsewhere_is_moved() -> None:
    quote = f"“{ENGINEER}” said Mara Lindqvist, who has been the town’s engineer since the flood."
    text = edited(quote + "\n\n", "") + "\n\n" + quote
    assert placed(anchored(quote), text) == (Outcome.MOVED, quote)


@pytest.mark.parametrize(
    ("passage", "text", "now"),
    [
        (ENGINEER, edited("twenty years", "thirty years"), ENGINEER.replace("twenty", "thirty")),
        (
            ENGINEER,
            edited("We have patched", "We’ve patched"),
            ENGINEER.replace("We have", "We’ve"),
        ),
        (
            ENGINEER,
            edited("falling into the water", "coming apart"),
            ENGINEER.replace("falling into the water", "coming apart"),
        ),
        (
            ENGINEER,
            edited("for twenty years and it is still falling into the water", "for years"),
            "We have patched it for years,",
        ),
        (BAKER, edited("every morning", "every single morning, rain or shine"), None),
        (COST, edited("4.2 million", "5.1 million"), COST.replace("4.2", "5.1")),
        (COST, edited("4.2 million", "5.1 million", "News: " + TEXT), COST.replace("4.2", "5.1")),
        (
            COST,
            edited(COST, "It will cost 4.2 million crowns, of which the province pays half."),
            None,
        ),
        (ENGINEER + "”", edited(ENGINEER + "”", ENGINEER + '"'), ENGINEER + '"'),
    ],
)
def test_edits_within_it_are_told(passage: str, text: str, now: str | None) -> None:
    outcome, found = placed(anchored(passage), text)
    assert outcome is Outcome.CHANGED
    if now is None:
        prefix, suffix = anchored(passage).prefix, anchored(passage).suffix
        now = text[text.index(prefix) + len(prefix) : text.index(suffix)]
    assert found == now


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        (ENGINEER, edited(f"“{ENGINEER}” said", "So said")),
        (COST, edited(COST + " ", "")),
        (COST, edited(COST, "Who will pay for it is still open, and may be for some time.")),
        ("Nobody asked us", edited("“Nobody asked us,” said", "So said")),
        (ENGINEER, "Another article altogether, with a bridge in it and years of water."),
        (ENGINEER, ""),
    ],
)
def test_what_was_cut_is_missing(passage: str, text: str) -> None:
    assert placed(anchored(passage), text) == (Outcome.MISSING, None)


class TestLookalikes:
    """Something much like the passage stands elsewhere; it must never be taken for it."""

    @pytest.mark.parametrize(
        "lookalike",
        [
            "The work will cost 4.7 million crowns, of which the province pays half.",
            "The wall will cost 4.2 million marks, of which the ministry pays half.",
            "The work did cost 4.2 million crowns, of which the state paid half.",
        ],
    )
    def test_one_built_alike_is_not_taken_for_a_passage_that_was_cut(self, lookalike: str) -> None:
        text = (
            edited(COST + " ", "") + f"\n\nOf the town hall he said this. {lookalike} It is tall."
        )
        assert placed(anchored(COST), text) == (Outcome.MISSING, None)

    table = "\n\n".join(
        f"{name} scored {points} points in the {part} half of the match."
        for name, points, part in [
            ("Smid", 12, "first"),
            ("Jonas", 14, "second"),
            ("Petri", 12, "second"),
            ("Okafor", 9, "first"),
        ]
    )

    @pytest.mark.parametrize("row", range(4))
    def test_a_row_that_was_cut_is_not_its_neighbour(self, row: int) -> None:
        rows = self.table.split("\n\n")
        rest = "\n\n".join(rows[:row] + rows[row + 1 :])
        assert placed(anchored(rows[row], self.table), rest) == (Outcome.MISSING, None)

    @pytest.mark.parametrize("row", range(4))
    def test_a_row_that_was_corrected_is_no_other_row(self, row: int) -> None:
        rows = self.table.split("\n\n")
        corrected = rows[row].replace(" points", "1 points").replace(" 1", " 2")
        text = "\n\n".join([*rows[:row], corrected, *rows[row + 1 :]])
        assert placed(anchored(rows[row], self.table), text) in {
            (Outcome.CHANGED, corrected),
            (Outcome.MISSING, None),
        }

    def test_short_words_elsewhere_are_not_the_passage(self) -> None:
        text = edited("that bridge every", "that square every")
        assert placed(anchored("bridge", nth=1), text)[1] is None

    answers = (
        "Q. Will the bridge be closed at night?\n\nA. Yes.\n\nQ. And is there a ferry?\n\n"
        "A. No.\n\nQ. Are the shopkeepers to be paid?\n\nA. Yes.\n\nQ. By whom?\n\nA. The town."
    )

    def test_its_words_in_another_place_are_not_it_where_it_was_cut_out(self) -> None:
        passage = "Nobody asked us,” said Tobias Renn, a baker."
        text = f"{TEXT}\n\n“{passage} “My customers will walk."
        anchor = anchored(passage, text)
        start, end = anchor.span.start, anchor.span.end
        assert placed(anchor, text[:start] + text[end:]) == (Outcome.MISSING, None)

    def test_of_several_the_surroundings_tell_which(self) -> None:
        text = "Interview.\n\n" + self.answers
        for nth in range(2):
            anchor = anchored("Yes.", self.answers, nth)
            moved = Span(anchor.span.start + 12, anchor.span.end + 12)
            assert find(anchor, text, sha256_of(text)) == Placement(Outcome.MOVED, moved)

    def test_the_same_answer_to_another_question_is_not_it(self) -> None:
        text = self.answers.replace("at night?\n\nA. Yes.", "at night?\n\nA. Hm.")
        assert placed(anchored("Yes.", self.answers), text) == (Outcome.MISSING, None)

    def test_twins_that_nothing_tells_apart_are_missing(self) -> None:
        line = "The horn sounded twice over the harbour, and nobody on the quay looked up at it. "
        anchor = anchored(line, line * 5, 2)
        assert find(anchor, line * 5, "other").outcome is Outcome.EXACT
        assert placed(anchor, "Then: " + line * 5) == (Outcome.MISSING, None)

    def test_an_edited_passage_wins_over_its_words_elsewhere(self) -> None:
        text = edited("twenty years", "thirty years") + f"\n\nShe had written: {ENGINEER} and left."
        assert placed(anchored(ENGINEER), text) == (
            Outcome.CHANGED,
            ENGINEER.replace("twenty", "thirty"),
        )


def test_text_without_spaces_between_words_is_found() -> None:
    passage = "我们已经修补了二十年,它仍在下沉。"
    text = f"市议会周二投票决定关闭旧桥九个月。工程师说:“{passage}”店主们不太高兴。"
    now = passage.replace("二十", "三十")
    assert placed(anchored(passage, text), "更正:" + text) == (Outcome.MOVED, passage)
    found = placed(anchored(passage, text), "更正:" + text.replace(passage, now))
    assert found in {(Outcome.CHANGED, now), (Outcome.CHANGED, now.rstrip("。"))}


def test_an_anchor_that_lies_about_its_text_is_looked_for() -> None:
    anchor = Anchor("Nobody asked us", "", "", Span(5, 20), sha256_of(TEXT))
    assert placed(anchor, TEXT)[1] in {None, "Nobody asked us"}
    assert find(Anchor("", "", "", Span(900, 900), "x"), TEXT, "y").span in {None, Span(900, 900)}


sentences = st.lists(
    st.lists(
        st.sampled_from("red sea old man the a of 12 Roe said".split()), min_size=2, max_size=9
    ),
    max_size=4,
).map(lambda found: "".join(" ".join(words).capitalize() + ". " for words in found))
texts = st.text(max_size=80) | st.text("ab. “”\n", max_size=120) | sentences


@given(texts, st.data())
def test_in_an_unchanged_text_every_passage_is_exact(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    anchor = make_anchor(text, span, sha256_of(text))
    assert find(anchor, text, sha256_of(text)) == Placement(Outcome.EXACT, span)


@given(texts, texts, st.data())
def test_a_span_lies_in_the_text_and_is_what_is_reported(
    text: str, other: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    anchor = make_anchor(text, Span(start, data.draw(st.integers(start, len(text)))), "old")
    cut = data.draw(st.integers(0, len(text)))
    for now in (other, other + text, text + other, text[:cut], text[cut:], text[:cut] + other):
        outcome, found = find(anchor, now, "new").outcome, find(anchor, now, "new").span
        assert (found is None) == (outcome is Outcome.MISSING)
        if found is not None:
            assert found.end <= len(now)
            assert (found.of(now) == anchor.exact) == (outcome is not Outcome.CHANGED)


@given(sentences, sentences, st.sampled_from([ENGINEER, BAKER, COST]))
def test_edits_outside_the_passage_leave_its_very_words(
    before: str, after: str, passage: str
) -> None:
    anchor = anchored(passage)
    head, tail = TEXT[: anchor.span.start], TEXT[anchor.span.end :]
    assume(passage not in before + after)
    for text in (before + head + passage + tail + after, head + passage + tail + after):
        assert placed(anchor, text) in {(Outcome.EXACT, passage), (Outcome.MOVED, passage)}
    near = before + head[-20:] + passage + tail[:20] + after
    assert placed(anchor, near) in {(Outcome.EXACT, passage), (Outcome.MOVED, passage)}
