"""What the articles that a query found have in common, to narrow it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.message import Message

from newsreader.safety import guard
from newsreader.search.facets import Facet, Facets
from newsreader.search.query import narrowed, parse
from newsreader.search.tree import Field
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.wrap import cells, fit

TITLES = {
    Field.SPEAKER: "Speakers",
    Field.PERSON: "People",
    Field.ORG: "Organisations",
    Field.PLACE: "Places",
    Field.SOURCE: "Sources",
    Field.ON: "Months",
}

LEAST = 3
"""Values of a field that are shown at least, if it has so many; more where there is room."""


@dataclass(frozen=True, slots=True)
class Value:
    """Something to narrow by: a field, what to ask of it, and how many articles would be left."""

    field: Field
    name: str
    times: int


class FacetsList(LineList):
    """Who speaks and what is named in the articles found, where and when they came out."""

    BACKGROUND = "surface"
    EMPTY = "Nothing to narrow by."

    class Chosen(Message):
        """The value under the cursor was chosen."""

    def __init__(self) -> None:
        super().__init__(id="facets")
        self._facets: Sequence[Facet] = ()
        self._rows: list[Value | str] = []
        self.border_title = "Narrow by"

    @property
    def count(self) -> int:
        """How many rows there are, headings among them."""
        return len(self._rows)

    @property
    def value(self) -> Value | None:
        """The value under the cursor."""
        row = self._rows[self.cursor] if self._rows else None
        return row if isinstance(row, Value) else None

    def show(self, facets: Facets, total: int) -> None:
        """Show the commonest values of each field, in so many articles found.

        The cursor stays on its value, if it is there.
        """
        self._facets = facets.facets
        of = f" · {facets.counted:,} newest" if facets.counted < total else ""
        self.head(f"Narrow by{of}")
        self._fill()

    def on_resize(self) -> None:
        """Show as many values as there is room for now."""
        self._fill()

    def _fill(self) -> None:
        here, most = self.value, self._most()
        self._rows = []
        for facet in self._facets:
            self._rows += [*([""] if self._rows else []), TITLES[facet.field]]
            self._rows += [Value(facet.field, *pair) for pair in facet.values[:most]]
        kept = (n for n, row in enumerate(self._rows) if here and _same(row, here))
        self.renew(cursor=next(kept, 0))

    def _most(self) -> int:
        """Return how many values of a field there is room for, if all are to be seen."""
        lengths = [len(facet.values) for facet in self._facets]
        room = self.size.height - 2 * len(lengths) + 1
        for most in range(max(lengths, default=0), LEAST, -1):
            if sum(min(most, length) for length in lengths) <= room:
                return most
        return LEAST

    def is_stop(self, index: int) -> bool:
        """Tell whether the row is a value, not a heading."""
        return isinstance(self._rows[index], Value)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a heading, or a value with its count."""
        row = self._rows[index]
        if isinstance(row, str):
            return [[(f" {row}", "quiet")]] if row else []
        count = f"{row.times:,}"
        name = fit(in_words(row), width - cells(count) - 4)
        return [spread((f"  {name}", "plain"), (f"{count} ", "quiet"), width)]

    def chosen(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Say that a value was chosen."""
        self.post_message(self.Chosen())


def _same(row: Value | str, value: Value) -> bool:
    return isinstance(row, Value) and (row.field, row.name) == (value.field, value.name)


def in_words(value: Value) -> str:
    """Return a value as it is shown: a month with its name."""
    if value.field is Field.ON:
        return f"{date.fromisoformat(value.name + '-01'):%B %Y}"
    return guard(value.name)


def narrowed_by(query: str, value: Value) -> str:
    """Return a query, as a reader would type it, that asks for a value besides."""
    return str(narrowed(parse(query), value.field, value.name))
