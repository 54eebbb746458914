from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.marks import find_passages
from newsreader.analysis.sentences import lay_out

MARKED = st.text(alphabet="aB s.,?\n\"'“”‘’«»‹›「」„`0=:-é")


def inside(text: str) -> list[str]:
    return [passage.span.of(text) for passage in find_passages(lay_out(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” she said.", ["We go,"]),
        ('"We go," she said. "Now."', ["We go,", "Now."]),
        ('“We go," she said.', ["We go,"]),
        ("”We go,“ she said.", ["We go,"]),
        ("«We go», she said. « Now. »", ["We go", "Now."]),
        ("„We go“, she said.", ["We go"]),
        ("“We go, ”she said.“ We stay.”", ["We go,", "We stay."]),
        ("”We go,“ she said. ”We stay.“", ["We go,", "We stay."]),
        ("»We go«, she said.", ["We go"]),
        ("``We go,'' she said.", ["We go,"]),
        ("‘We go,’ she said.", ["We go,"]),
        ("'We go,' she said.", ["We go,"]),
        ("‹We go›, she said.", ["We go"]),
        ("她说：“我们走吧。”市长说。", ["我们走吧。"]),
        ("「我们走」她说。", ["我们走"]),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_quotation_inside_another_belongs_to_it() -> None:
    assert inside('“He said "no" to me,” she said.') == ['He said "no" to me,']
    assert inside("‘He said “no” to me,’ she said.") == ["He said “no” to me,"]
    assert inside("“He said ‘no’ to me,” she said.") == ["He said ‘no’ to me,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘no.’” She left.", "He said ‘no.’"),
        ("\"He said 'no.'\" She left.", "He said 'no.'"),
        ("‘He said “no.”’ She left.", "He said “no.”"),
        ("“‘No,’ he told me,” she said.", "‘No,’ he told me,"),
        ("““No,”” she said.", "No,"),
        ("“ No ” she said.", "No"),
        ("“the boys’” home", "the boys"),
    ],
)
def test_a_mark_at_the_edge_stays_with_the_quotation_it_belongs_to(
    text: str, expected: str
) -> None:
    assert inside(text) == [expected]


def test_a_single_mark_may_close_by_mistake() -> None:
    assert inside("“We go,’ she said. “Now.”") == ["We go,", "Now."]
    assert inside("‘We go,” she said. It was ‘late’.") == ["We go,", "late"]


def test_apostrophes_are_no_marks() -> None:
    assert inside("It’s the boys’ rock 'n' roll of the '90s.") == []
    assert inside("‘It’s the boys’ home,’ he said.") == ["It’s the boys’ home,"]


def test_feet_and_inches_are_no_marks() -> None:
    assert inside('He is 6\'2" tall, "very" tall.') == ["very"]
    assert inside('A 5" nail and a "big" one.') == ["big"]


def test_left_over_markup_is_no_quotation() -> None:
    assert inside('<a href="x.org" id="y">He said "no".') == ["no"]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” she said. “Four.”"
    assert inside(text) == ["One.\n\n“Two.\n\n“Three,", "Four."]


def test_a_label_begins_somebody_elses_words() -> None:
    assert inside('"ROE: One.\n\n"DOE: Two."') == ["ROE: One.", "DOE: Two."]


def test_a_forgotten_mark_leaves_the_rest_of_its_paragraph() -> None:
    assert inside('“One, he said. "Two," he said.') == ["Two,"]


@given(MARKED)
def test_passages_are_in_order_inside_the_text_and_without_edges(text: str) -> None:
    passages = find_passages(lay_out(text))
    for passage in passages:
        assert passage.outer.covers(passage.span)
        assert passage.span.of(text) == passage.span.of(text).strip() != ""
    for before, after in pairwise(passages):
        assert before.outer.end <= after.outer.start


@given(MARKED.filter(lambda text: "\n" not in text))
def test_a_broken_paragraph_spoils_no_other(broken: str) -> None:
    before, after = "“One,” she said.\n\n", "\n\nThen “two,” she said."
    text = before + "x" + broken + after
    spans = [passage.span for passage in find_passages(lay_out(text))]
    assert spans[0].of(text) == "One,"
    assert spans[-1].of(text) == "two,"
