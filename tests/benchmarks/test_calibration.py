from __future__ import annotations

import pytest

from benchmarks.calibration import Outcome, binned, error_of, interval


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [(0.0, "0.00-0.50"), (0.5, "0.50-0.60"), (0.95, "0.95-1.00"), (1.0, "0.95-1.00")],
)
def test_a_bin_holds_its_lower_edge_and_the_last_one_holds_certainty(
    confidence: float, expected: str
) -> None:
    assert interval(Outcome(confidence, "", right=True)) == expected


def test_bins_weigh_the_error_by_how_many_claims_they_hold() -> None:
    outcomes = [Outcome(0.96, "a", right=True)] * 3 + [Outcome(0.8, "b", right=False)]
    bins = binned(outcomes, interval)
    assert [(each.name, each.n, each.right) for each in bins] == [
        ("0.80-0.90", 1, 0.0),
        ("0.95-1.00", 3, 1.0),
    ]
    assert error_of(bins) == pytest.approx((3 * 0.04 + 0.8) / 4)
