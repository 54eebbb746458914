from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.names import Name, find_names
from newsreader.analysis.sentences import lay_out


def names(text: str) -> list[Name]:
    return list(find_names(lay_out(text)))


def texts(text: str) -> list[str]:
    return [name.text for name in names(text)]


def test_a_title_is_kept_apart_from_the_name() -> None:
    [country, name] = names("He met Freedonia Prime Minister Ann Roe today.")
    assert (country.text, name.text, name.title) == ("Freedonia", "Ann Roe", "Prime Minister")


def test_titles_with_a_stop_or_of() -> None:
    text = "We saw Sen. Jo Doe Jr. and Secretary of State Ann Poe there."
    assert [(name.title, name.text) for name in names(text)] == [
        ("Sen.", "Jo Doe Jr."),
        ("Secretary of State", "Ann Poe"),
    ]


def test_particles_belong_to_the_name_at_first_and_later_mention() -> None:
    text = "So Piet van der Berg met Ali bin Hamad and, later, van der Berg met al-Hamad."
    assert texts(text) == ["Piet van der Berg", "Ali bin Hamad", "van der Berg", "al-Hamad"]


def test_initials_hyphens_and_apostrophes() -> None:
    text = "with J. K. Roe, Jean-Luc O'Dell and Mary D’Arcy's aunt"
    assert texts(text) == ["J. K. Roe", "Jean-Luc O'Dell", "Mary D’Arcy"]
    assert names(text)[2].possessive


def test_words_that_only_open_a_sentence_are_no_names() -> None:
    assert texts("However, police came. Police left. On Monday Roe spoke.") == ["Roe"]


def test_a_body_keeps_the_title_word_in_its_name() -> None:
    assert texts("at the Justice Department") == ["Justice Department"]


@given(st.text(alphabet="aBé. -’'\nMrvande"))
def test_names_are_disjoint_in_order_and_as_in_the_text(text: str) -> None:
    found = names(text)
    for name in found:
        assert name.whole.covers(name.span)
        assert name.span.of(text) == name.text != ""
        assert "\n" not in name.whole.of(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.whole.start
