from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.sentences import lay_out, mask


def sentences(text: str) -> list[str]:
    return [sentence.of(text) for sentence in lay_out(text).sentences]


def test_stops_in_titles_initials_and_months_end_no_sentence() -> None:
    text = "Mr. J. K. Roe met Sen. Ann Poe on Sept. 3 in St. Ives. They talked."
    assert sentences(text) == [text[:-13], "They talked."]


def test_an_abbreviation_may_end_a_sentence() -> None:
    assert len(sentences("He works for Acme Inc. The firm is old.")) == 2
    assert len(sentences("She left the U.S. They stayed.")) == 2
    assert len(sentences("She is at the U.S. Embassy now.")) == 1


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert sentences("“We won.” They cheered.") == ["“We won.”", "They cheered."]


def test_a_question_in_marks_does_not_end_the_sentence_around_it() -> None:
    assert len(sentences("“Why?” she asked.")) == 1


def test_paragraphs_never_merge() -> None:
    assert sentences("No stop here\n\nNor there") == ["No stop here", "Nor there"]


@given(st.text(alphabet="aB .!?\n\"“”'’…(U.S"))
def test_sentences_lie_in_order_inside_their_paragraphs(text: str) -> None:
    layout = lay_out(text)
    assert len(mask(text)) == len(text)
    assert list(layout.sentences) == sorted(layout.sentences)
    for before, after in pairwise(layout.sentences):
        assert before.end <= after.start
    for sentence in layout.sentences:
        assert any(paragraph.covers(sentence) for paragraph in layout.paragraphs)
