from __future__ import annotations

import pytest

from newsreader.tui.arrangement import PANES, widths

BESIDE_THE_TEXT = 4
"""Gutter, air and scroll bar."""


@pytest.mark.parametrize("columns", [120, 135, 150, 200])
def test_a_wide_window_shows_everything_and_keeps_the_measure(columns: int) -> None:
    shown = widths(columns, "body", alone=False)
    assert set(shown) == {"articles", "body", "side"}
    assert sum(shown.values()) == columns
    assert shown["body"] - BESIDE_THE_TEXT >= 66


@pytest.mark.parametrize("columns", [80, 100, 119])
def test_the_list_folds_away_unless_it_has_the_focus(columns: int) -> None:
    assert set(widths(columns, "body", alone=False)) == {"body", "side"}
    assert set(widths(columns, "articles", alone=False)) == {"body", "articles"}


@pytest.mark.parametrize("pane", PANES)
def test_a_narrow_window_shows_one_pane(pane: str) -> None:
    assert list(widths(60, pane, alone=False).values()) == [60]


def test_the_body_alone_has_all_the_room() -> None:
    assert widths(120, "body", alone=True) == {"body": 120}
    assert "side" in widths(120, "quotes", alone=True)
