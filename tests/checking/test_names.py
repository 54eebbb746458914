"""Which names are slips of others, and which speakers are one. All people are invented."""

from __future__ import annotations

import pytest

from newsreader.checking.names import is_slip
from newsreader.checking.speakers import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Janet Row", "Janet Rowe"),
        ("Jannet Rowe", "Janet Rowe"),
        ("Delia Prewett", "Delia Pruett"),
        ("Arlo Finnemore", "Arlo Fennimore"),
        ("Harowmere", "Harrowmere"),
        ("Tomás Rhen", "Tomas Rehn"),
        ("Pruet", "Pruett"),
    ],
)
def test_slips(one: str, other: str) -> None:
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Janet Rowe", "Janet Rowe"),
        ("Jürgen Müller", "Jurgen Muller"),  # accents are another matter
        ("Janet Rowe", "Peter Rowe"),
        ("Janet Rowe", "Janet Grant"),
        ("Janet Rowe", "Rowe"),
        ("Bell", "Hell"),
        ("Carl Wilson", "Carl Watson"),
        ("Roe", "Row"),  # too short to tell
        ("Kim Lee", "Tim Lee"),
        ("", "Rowe"),
        ("12", "13"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert not is_slip(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rowe", "Janet Rowe"),
        ("J. Rowe", "Janet Rowe"),
        ("Mayor Janet Rowe", "Janet Rowe"),
        ("Dan Rowe", "Daniel Rowe"),
        ("Janet Rowe", "Janet Ann Rowe"),
        ("The Ledger", "Ledger"),
    ],
)
def test_one_speaker(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Janet Rowe", "Peter Rowe"),
        ("Janet Rowe", "Janet Grant"),
        ("Rowe", "Grant"),
        ("", "Rowe"),
        ("Harbour Board", "Tomas Rehn"),
    ],
)
def test_two_speakers(one: str, other: str) -> None:
    assert not same_name(one, other)
