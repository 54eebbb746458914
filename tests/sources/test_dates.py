from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources.dates import parse_date


@pytest.fixture(params=["Asia/Karachi", "America/New_York"])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[None]:
    usual = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    os.environ.pop("TZ") if usual is None else os.environ.update(TZ=usual)
    time.tzset()


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("value", "time_in_utc"),
    [
        ("2024-03-03", "2024-03-03T00:00"),
        ("2024-03-03T10:30:00Z", "2024-03-03T10:30"),
        ("2024-03-03T10:30:00+01:00", "2024-03-03T09:30"),
        ("3 March 2024", "2024-03-03T00:00"),
        ("March 3, 2024 10:30 PM EST", "2024-03-04T03:30"),
        ("March 3, 2024 10:30 PKT", "2024-03-03T05:30"),
        ("Sun, 03 Mar 2024 10:30:00 +0500", "2024-03-03T05:30"),
        ("13/04/2024", "2024-04-13T00:00"),
    ],
)
def test_dates_mean_the_same_everywhere(value: str, time_in_utc: str) -> None:
    assert parse_date(value) == datetime.fromisoformat(time_in_utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "March 3", "2024", "03/04/2024", "10:30", "2024-13-45", "9" * 50, "1" * 99,
     "0001-01-01T00:00:00+10:00"],
)  # fmt: skip
def test_what_is_in_doubt_is_no_date(value: str) -> None:
    assert parse_date(value) is None


@given(st.text(max_size=70))
def test_no_text_breaks_the_reading(value: str) -> None:
    found = parse_date(value)
    assert found is None or found.tzinfo is UTC
