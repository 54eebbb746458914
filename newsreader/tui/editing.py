"""A line of text, edited by keys that a screen takes itself, in the order they come."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from newsreader.safety import guard

EDITING = {
    "backspace": "delete_left", "delete": "delete_right", "left": "cursor_left",
    "right": "cursor_right", "home": "home", "end": "end", "ctrl+a": "home", "ctrl+e": "end",
    "ctrl+left": "cursor_left_word", "ctrl+right": "cursor_right_word",
    "ctrl+w": "delete_left_word", "ctrl+u": "delete_left_all", "ctrl+k": "delete_right_all",
}  # fmt: skip
"""What keys do in the line, as Textual's Input calls it."""


def pressed(event: events.Key) -> str:
    """Return the character that a key types, or else its name; a space is called so."""
    if event.is_printable and event.character and event.character != " ":
        return event.character
    return event.key


def edit(line: Input, key: str) -> bool:
    """Do what a key, as `pressed` has it, means in the line; tell whether it means anything."""
    if len(key) == 1 or key == "space":
        line.replace(" " if key == "space" else key, *line.selection)
    elif key in EDITING:
        getattr(line, f"action_{EDITING[key]}")()
    else:
        return False
    return True


def paste(line: Input, text: str) -> None:
    """Put a text in the line, in the place of what is selected there."""
    line.replace(" ".join(guard(text).split()), *line.selection)
