"""The line that a query is typed in, with what is understood as more than a word standing out."""

from __future__ import annotations

import re

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

from newsreader.search.tree import NAMES, OPERATORS
from newsreader.tui.look import look_of

_UNDERSTOOD = re.compile(rf"(?<![^\s(-]){NAMES}:|(?<!\S)(?:{'|'.join(OPERATORS)})(?!\S)")


class QueryLine(Input):
    """Shows the names of fields, and the operators, in the colour of keys."""

    def __init__(self) -> None:
        super().__init__(
            id="query", compact=True, select_on_focus=False, placeholder="type what to find",
            highlighter=_Understood(self),
        )  # fmt: skip


class _Understood(Highlighter):
    def __init__(self, line: QueryLine) -> None:
        self._line = line

    def highlight(self, text: Text) -> None:
        style = look_of(self._line.app)["key"]
        for found in _UNDERSTOOD.finditer(text.plain):
            text.stylize(style, *found.span())
