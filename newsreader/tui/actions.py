"""What a reader can do on the screen: one table that keymap, hints, help and palette come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import Enum

from newsreader.errors import SettingsError


class Target(Enum):
    """Who carries an action out, as a method `action_NAME`."""

    PANE = "the pane that has the focus"
    BODY = "the body"
    SCREEN = "the screen"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader can do, and the keys for it.

    A key is a Textual key name ("ctrl+d", "enter", "tab") or a run of characters typed one after
    the other ("j", "]q").
    """

    name: str
    keys: tuple[str, ...]
    label: str
    group: str
    target: Target


def _group(group: str, target: Target, *rows: tuple[str, str, str]) -> tuple[Action, ...]:
    return tuple(
        Action(name, tuple(keys.split()), label, group, target) for name, keys, label in rows
    )


READING: tuple[Action, ...] = (
    *_group(
        "Move",
        Target.PANE,
        ("line_down", "j down", "down a line"),
        ("line_up", "k up", "up a line"),
        ("page_down", "space pagedown ctrl+f", "down a page"),
        ("page_up", "b pageup ctrl+b", "up a page"),
        ("half_page_down", "ctrl+d", "down half a page"),
        ("half_page_up", "ctrl+u", "up half a page"),
        ("top", "g home", "to the top"),
        ("bottom", "G end", "to the bottom"),
        ("choose", "enter", "go to it"),
    ),
    *_group(
        "Panes",
        Target.SCREEN,
        ("next_pane", "tab", "next pane"),
        ("previous_pane", "shift+tab", "previous pane"),
        ("pane_left", "h left", "pane to the left"),
        ("pane_right", "l right", "pane to the right"),
        ("articles", "1", "the articles"),
        ("body", "2", "the text"),
        ("quotes", "3", "the quotes"),
        ("entities", "4", "the names"),
        ("body_alone", "z", "the text alone, or all panes"),
        ("names_marked", "m", "names marked in the text, or not"),
        ("versions", "V", "what changed in this article; back to its latest version"),
        ("next_article", "J", "next article"),
        ("previous_article", "K", "previous article"),
        ("next_unread", "]u", "next unread article"),
        ("previous_unread", "[u", "previous unread article"),
    ),
    *_group(
        "Jump in the text",
        Target.SCREEN,
        ("next_quote", "]q", "next quote"),
        ("previous_quote", "[q", "previous quote"),
        ("next_mention", "]e", "next mention of a name"),
        ("previous_mention", "[e", "previous mention of a name"),
        ("next_unsure", "]?", "next quote or name that is unsure"),
        ("previous_unsure", "[?", "previous quote or name that is unsure"),
        ("next_highlight", "]h", "next highlight"),
        ("previous_highlight", "[h", "previous highlight"),
        ("next_match", "n", "next match"),
        ("previous_match", "N", "previous match"),
    ),
    *_group(
        "Find",
        Target.SCREEN,
        ("find", "/", "find in this article; in a list: show only what matches"),
        ("search", "f", "find in the library"),
        ("notes", "A", "all highlights and notes of the library"),
        ("lists", "S", "what the list shows, and in what order"),
        ("said_by", "w", "only what this speaker said, or everything again"),
        ("unsure", "U", "only the quotes and names that are unsure, or all again"),
    ),
    *_group(
        "Mark",
        Target.SCREEN,
        ("select", "v", "select text, from here"),
        ("highlight", "H", "highlight the selection or quote; on a highlight: remove it"),
        ("colour", "C", "next colour for this highlight"),
        ("note", "a", "write a note on the highlight, quote or article"),
        ("tags", "t", "tags of the highlight, else of the article"),
        ("star", "s", "star the article, or take the star away"),
        ("correct", "c", "correct the quote or the name: who, what, or none at all"),
        ("corrections", "L", "list what was corrected in this article"),
        ("restore_version", "R", "make this older version the latest again"),
        ("delete", "D", "put the article in the bin; in the list of the bin: take it out"),
        ("undo", "u", "undo"),
    ),
    *_group(
        "Take along",
        Target.SCREEN,
        ("copy", "y", "copy the quote or selection"),
        ("copy_with_citation", "Y", "copy it with its citation"),
        ("citation_style", "ctrl+y", "next style of citation: news, APA, MLA, Chicago"),
        ("export", "x", "export notes"),
        ("check_draft", "P", "check the quotations of a draft (proofread)"),
        ("open_address", "o", "open the article's address in the browser"),
    ),
    *_group(
        "Program",
        Target.SCREEN,
        ("palette", ":", "all commands, by name"),
        ("help", "? f1", "this help"),
        ("theme", "T", "light or dark"),
        ("back", "escape", "back: let go of what is picked, found or running"),
        ("leave", "q", "back; with nothing to go back from: quit"),
        ("quit", "Q ctrl+q ctrl+c", "quit"),
    ),
)

SELECTING: tuple[Action, ...] = (
    *_group(
        "Select text (after v)",
        Target.BODY,
        ("caret_left", "h left", "a character to the left"),
        ("caret_right", "l right", "a character to the right"),
        ("caret_down", "j down", "a line down"),
        ("caret_up", "k up", "a line up"),
        ("caret_word", "w", "to the next word"),
        ("caret_word_back", "b", "to the word before"),
        ("caret_word_end", "e", "to the end of the word"),
        ("caret_line_start", "0 home", "to the start of the line"),
        ("caret_line_end", "$ end", "to the end of the line"),
        ("caret_sentence", ")", "to the next sentence"),
        ("caret_sentence_back", "(", "to the sentence before"),
        ("caret_paragraph", "}", "to the next paragraph"),
        ("caret_paragraph_back", "{", "to the paragraph before"),
        ("swap_ends", "o", "to the other end of the selection"),
        ("restart_selection", "v", "start the selection here"),
    ),
    *_group(
        "Select text (after v)", Target.SCREEN, ("highlight", "enter H", "highlight the selection")
    ),
)

NEWSBOAT: Mapping[str, tuple[str, ...]] = {
    "search": ("f", "ctrl+g"),
    "next_unread": ("n", "]u"),
    "previous_unread": ("p", "[u"),
    "next_match": ("ctrl+n",),
    "previous_match": ("ctrl+p",),
    "tags": ("t", "ctrl+t"),
    "export": ("s", "x"),
    "star": ("*",),
}
"""Keys that newsboat's readers have in their fingers, where they do not cost one of ours."""

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"": {}, "newsboat": NEWSBOAT}
"""The keymaps by the names that the settings know."""


class Keymap:
    """Which keys, typed one after the other, mean which action."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self._actions: dict[tuple[str, ...], Action] = {}
        for action in actions:
            for keys in action.keys:
                self._actions[strokes(keys)] = action
        self._beginnings = {keys[:n] for keys in self._actions for n in range(1, len(keys))}

    def meaning(self, typed: tuple[str, ...]) -> Action | None:
        """Return the action that the keys typed so far stand for."""
        return self._actions.get(typed)

    def is_beginning(self, typed: tuple[str, ...]) -> bool:
        """Tell whether more keys could follow to make an action."""
        return typed in self._beginnings


def keymap_of_a_dialog(actions: Iterable[Action]) -> Keymap:
    """Return what keys mean where the reader's own stand beside the usual ones.

    A usual key means nothing else there, unless the reader gave it to another action.
    """
    return Keymap((*READING, *actions))


def strokes(keys: str) -> tuple[str, ...]:
    """Split what the table or the config file calls a key into single key presses."""
    named = len(keys) == 1 or keys in _NAMED or "+" in keys[1:]
    return (keys,) if named else tuple(keys)


_NAMED = frozenset(
    "enter tab space escape up down left right home end pageup pagedown insert delete backspace"
    " f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12".split()
)


def with_keys(
    actions: Iterable[Action], preset: str, keys: Mapping[str, tuple[str, ...]]
) -> tuple[Action, ...]:
    """Return the actions with the preset's keys, then the reader's own, in place of the usual ones.

    A key given to one action is taken from the others. Raises SettingsError for an action that
    does not exist, naming the nearest.
    """
    actions = tuple(actions)
    names = [action.name for action in actions]
    for name in keys:
        if name not in names:
            near = get_close_matches(name, names, 1)
            hint = f"Did you mean {near[0]!r}?" if near else "The help screen (?) lists them."
            raise SettingsError(f"The config file gives keys to an unknown action {name!r}.", hint)
    chosen = {**PRESETS[preset], **keys}
    taken = {key for keys in chosen.values() for key in keys}
    return tuple(
        replace(
            action,
            keys=chosen.get(action.name, tuple(k for k in action.keys if k not in taken)),
        )
        for action in actions
    )


NAMES = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "space": "Space", "enter": "Enter",
    "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "f1": "F1",
}  # fmt: skip
"""Keys by the names that are printed on them."""


def key_label(keys: str) -> str:
    """Return a key as a reader would call it."""
    if keys.startswith("ctrl+"):
        return f"Ctrl+{keys[5:].upper()}"
    return NAMES.get(keys, keys)
