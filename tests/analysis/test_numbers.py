from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.numbers import NumberKind, find_numbers
from newsreader.model import Span


def numbers(text: str) -> list[tuple[str, str]]:
    return [(one.written, one.kind.value) for one in find_numbers(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("at least 12 boats", "12", "plain"),
        ("Twelve boats sank", "Twelve", "plain"),
        ("twenty-three boats", "twenty-three", "plain"),
        ("some 1,200 people", "1,200", "plain"),
        ("1.2 million people", "1.2 million", "plain"),
        ("dozens of boats", "dozens", "plain"),
        ("a hundred boats", "a hundred", "plain"),
        ("死者12人", "12", "plain"),
        ("for $1.2 million more", "$1.2 million", "money"),
        ("for US$5bn more", "$5bn", "money"),
        ("some 4.2 million crowns", "4.2 million crowns", "money"),
        ("for 300 € a night", "300 €", "money"),
        ("up by 12.5%", "12.5%", "percent"),
        ("up by twelve per cent", "twelve per cent", "percent"),
        ("at 10:30 a.m. sharp", "10:30 a.m.", "time"),
        ("at 17:45 sharp", "17:45", "time"),
        ("from 5pm", "5pm", "time"),
        ("at noon", "noon", "time"),
        ("on 3 March 2026 there", "3 March 2026", "date"),
        ("on March 3rd, 2026, there", "March 3rd, 2026", "date"),
        ("on 2026-03-01 there", "2026-03-01", "date"),
        ("open in May", "May", "date"),
        ("open on Tuesday", "Tuesday", "date"),
    ],
)
def test_numbers_are_found_whole(text: str, written: str, kind: str) -> None:
    assert numbers(text) == [(written, kind)]


@pytest.mark.parametrize(
    "text",
    ["the G20 and a B12 and COVID-19", "no one of them", "Theresa May may march", "a boat", ""],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12", "twelve"),
        ("1,200", "1200"),
        ("12%", "12 per cent"),
        ("$5bn", "5 billion dollars"),
        ("10:30 a.m.", "10.30am"),
        ("3 March 2026", "March 3rd, 2026"),
        ("a million", "1 million"),
    ],
)
def test_two_ways_to_write_one_number(one: str, other: str) -> None:
    [first], [second] = (find_numbers(text, Span(0, len(text))) for text in (one, other))
    assert first.value == second.value


@given(st.text("0123456789.,:/-$€% apmt\u00a0", max_size=40) | st.text(max_size=40))
def test_any_text_has_its_numbers_in_order(text: str) -> None:
    end = 0
    for number in find_numbers(text, Span(0, len(text))):
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.span.of(text) == number.written
        assert isinstance(number.kind, NumberKind)
        assert isinstance(number.value, str)
        end = number.span.end
