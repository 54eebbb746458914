"""Which panes are shown, and how wide, in a terminal of a given size."""

from __future__ import annotations

from collections.abc import Mapping

PANES = ("articles", "body", "quotes", "entities")
"""The panes, in the order of the Tab key."""

LEAST = (30, 8)
"""Columns and lines under which nothing can be read."""

ONE_PANE = 80
THREE_PANES = 120
ROOMY = 150


def widths(columns: int, pane: str, *, alone: bool) -> Mapping[str, int]:
    """Return the width in cells of each part that is shown, while `pane` has the focus.

    The parts are "articles", "body" and "side" (quotes over entities). Under 120 columns the list
    of articles stands in place of the side, and only while it has the focus, so that the text
    keeps its measure; under 80 one pane is shown at a time.
    """
    part = "side" if pane in {"quotes", "entities"} else pane
    if columns < ONE_PANE or (alone and part == "body"):
        return {part: columns}
    narrow, side = (24, 26) if columns < ROOMY else (32, 36)
    if columns < THREE_PANES:
        other = "articles" if pane == "articles" else "side"
        return {"body": columns - 26, other: 26}
    return {"articles": narrow, "body": columns - narrow - side, "side": side}
