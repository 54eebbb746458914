"""How each thing that is drawn by line looks, in the colours of the theme.

Styles by name instead of Textual's component classes: sixty of those would cost a fifth of the
start. A spec is what rich.style.Style.parse reads, with theme variables for colours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from rich.style import Style
from textual.app import App

SPECS: Mapping[str, str] = {
    # the page
    "plain": "$foreground",
    "strong": "bold $foreground",
    "quiet": "$quiet",
    "accent": "bold $primary",
    "key": "$primary",
    "problem": "bold $error",
    "title": "bold $primary",
    # what is claimed about a text
    "person": "underline $person",
    "org": "underline $org",
    "place": "underline $place",
    "quote": "$secondary",
    "reported": "italic",
    # what the reader marked, found or picked
    "yellow": "on $yellow",
    "green": "on $green",
    "blue": "on $blue",
    "pink": "on $pink",
    "overlap": "underline",
    "yellow-bar": "$yellow-bar",
    "green-bar": "$green-bar",
    "blue-bar": "$blue-bar",
    "pink-bar": "$pink-bar",
    "lit": "bold on $lit",
    "match": "underline on $lit",
    "match-current": "bold $background on $primary",
    "current": "bold on $current",
    "selection": "on $selection",
    "caret": "reverse",
    # what an edit did
    "removed": "strike $error",
    "added": "bold underline $success",
    # rows of lists
    "cursor": "on $current",
    "cursor-away": "on $surface",
    **{f"speaker-{n}": f"$speaker-{n}" for n in range(1, 7)},
    **{f"name-{n}": f"bold $speaker-{n}" for n in range(1, 7)},
}

Look = Mapping[str, Style]


def look_of(app: App[Any]) -> Look:
    """Return all styles by name, in the colours of the theme that is on."""
    return _look(tuple(app.theme_variables.items()))


@lru_cache(maxsize=4)
def _look(variables: tuple[tuple[str, str], ...]) -> Look:
    colours = dict(variables)
    return {
        name: Style.parse(re.sub(r"\$([\w-]+)", lambda m: colours[m[1]], spec))
        for name, spec in SPECS.items()
    }


class Pen:
    """Combines styles by name on a background, and remembers the combinations."""

    def __init__(self, app: App[Any], background: str) -> None:
        self._look = look_of(app)
        colour = app.theme_variables[background]
        self._base = self._look["plain"] + Style(bgcolor=colour)
        self._made: dict[tuple[str, ...], Style] = {}

    def style(self, *names: str) -> Style:
        """Return the style of text that has all these, the weakest first."""
        style = self._made.get(names)
        if style is None:
            style = self._base
            for name in names:
                style += self._look[name]
            self._made[names] = style
        return style
