from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.search.days import days, is_date

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("typed", "first", "after"),
    [
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024-6-3", date(2024, 6, 3), date(2024, 6, 4)),
        ("2024-12-31", date(2024, 12, 31), date(2025, 1, 1)),
        ("today", TODAY, date(2026, 3, 2)),
        ("yesterday", date(2026, 2, 28), TODAY),
        ("7d", date(2026, 2, 22), date(2026, 2, 23)),
        ("3w", date(2026, 2, 8), date(2026, 2, 9)),
    ],
)
def test_what_is_typed_means_days(typed: str, first: date, after: date) -> None:
    assert days(typed, TODAY) == (first, after)


@pytest.mark.parametrize(
    "typed", ["", "soon", "24", "2024-13", "2023-02-29", "2024-06-", "7", "d", "٢٠٢٤", "12024"]
)
def test_other_words_are_no_dates(typed: str) -> None:
    assert days(typed, TODAY) is None
    assert not is_date(typed)


@given(st.from_regex(r"[0-9]{1,4}(-[0-9]{1,2}){0,2}|[0-9]{1,4}[dw]", fullmatch=True))
def test_days_are_in_order_or_none(typed: str) -> None:
    meant = days(typed, TODAY)
    assert meant is None or meant[0] < meant[1]
