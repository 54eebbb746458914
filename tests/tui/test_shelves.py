"""What stands over the list of articles, in panes of several widths."""

from __future__ import annotations

import pytest

from newsreader.library.ordering import Order
from newsreader.tui.shelves import ALL, JUST_ADDED, Shelf, Shown, heading
from newsreader.tui.wrap import cells

POST = Shelf("The Wexcombe Morning Post", "source:post")


@pytest.mark.parametrize(
    ("shown", "width", "says"),
    [
        (Shown(), 24, "1 Articles · 12,345"),
        (Shown(order=Order.TITLE), 40, "1 Articles · 12,345 · by title"),
        (Shown(order=Order.TITLE), 26, "1 Articles · 12,345 ↓title"),
        (Shown(order=Order.TITLE), 24, "1 Articles 12,345 ↓title"),
        (Shown(order=Order.UNREAD), 24, "1 Articl… 12,345 ↓unread"),
        (Shown(JUST_ADDED, None), 24, "1 Added · 12,345"),
        (Shown(JUST_ADDED, Order.DATE), 40, "1 Added · 12,345 · by date"),
        (Shown(POST), 24, "1 The Wexcombe… · 12,345"),
        (Shown(POST), 40, "1 The Wexcombe Morning Post · 12,345"),
        (Shown(typed="pier"), 40, "1 Articles 12,345/99,999 · Esc: all"),
        (Shown(typed="pier"), 26, "1 Articles 12,345/99,999"),
    ],
)
def test_a_heading_says_what_there_is_room_for(shown: Shown, width: int, says: str) -> None:
    assert heading(shown, 12_345, 99_999, width) == says
    assert cells(says) <= width


def test_a_count_that_is_not_known_yet_is_not_said() -> None:
    assert heading(Shown(ALL), None, 64, 24) == "1 Articles"
