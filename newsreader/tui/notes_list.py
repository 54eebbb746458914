"""Notes in groups, drawn by line: each as long as what it says, up to a few lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from textual.message import Message

from newsreader.library.entries import ListedEntry
from newsreader.model import Outcome
from newsreader.safety import guard
from newsreader.settings import Settings
from newsreader.tui import signs
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.notebook import Group, Grouping, Standing, grouped, source_of
from newsreader.tui.wrap import cells, fit, fit_lines, is_wider

MOST_LINES = 2
"""Lines that a passage, and a note, may take."""

BEFORE = 6
"""Cells before the words of an entry: margin, bar, and the sign of a note."""

MARKS = ("“", '"', "«", "»", "„", "‘", "「", "『")
"""What a passage begins with that has quotation marks of its own."""

FATES = {
    Outcome.MOVED: "moved in the article",
    Outcome.CHANGED: "reads differently in the article now",
    Outcome.MISSING: "missing from the article now",
}
"""What is said of a passage that is not where it was made."""


class NotesList(LineList):
    """Entries under the headings of their groups; the cursor lights all lines of one."""

    EMPTY = (
        "No highlights or notes yet. In an article, ]q and H highlight a quote, v selects any"
        " passage, a writes a note on it, or on the whole article where nothing is picked."
    )

    class Chosen(Message):
        """The entry under the cursor was chosen."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(id="notes")
        self._settings = settings
        self._grouping = Grouping.ARTICLE
        self._standing: Mapping[str, Standing] = {}
        self._items: list[Group | ListedEntry] = []
        self._starts: list[int] = [0]  # the first row of each item, and the end of the last
        self._room = 0

    # rows

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self._starts[-1]

    @property
    def entry(self) -> ListedEntry | None:
        """The entry under the cursor."""
        item = self._items[self._at(self.cursor)] if self._items else None
        return item if isinstance(item, ListedEntry) else None

    def _at(self, row: int) -> int:
        return bisect_right(self._starts, row) - 1

    def is_stop(self, index: int) -> bool:
        """Pass over headings, and over all but the first line of an entry."""
        at = self._at(index)
        return self._starts[at] == index and isinstance(self._items[at], ListedEntry)

    def block(self, index: int) -> range:
        """Return the lines of an entry."""
        at = self._at(index)
        return range(self._starts[at], self._starts[at + 1])

    def headings(self, index: int) -> int:
        """Bring the heading into view with the first entry of a group."""
        return int(isinstance(self._items[self._at(index) - 1], Group))

    @property
    def empty(self) -> str:
        """What is said where there is nothing to show."""
        return "Nothing fits; Esc shows all notes." if self.is_filtered else self.EMPTY

    def show(
        self,
        entries: Sequence[ListedEntry],
        grouping: Grouping,
        standing: Mapping[str, Standing],
        *,
        narrowed: bool,
    ) -> None:
        """Show these entries in groups, with the cursor on the one that had it, or near it."""
        here, was_at = self.entry, self._at(self.cursor)
        self._filter = "narrowed" if narrowed else ""
        self._grouping, self._standing = grouping, standing
        self._items = []
        for group in grouped(entries, grouping, standing):
            self._items += [group, *group.entries]
        self._measure()
        keys = [item.key if isinstance(item, ListedEntry) else None for item in self._items]
        if here is not None and here.key in keys:
            was_at = keys.index(here.key)
        at = max(0, min(was_at, len(self._items) - 1))
        self.renew(cursor=self._starts[at])

    def look_again(self, standing: Mapping[str, Standing]) -> None:
        """Draw what has become known of highlights, where it changes no groups."""
        self._standing = standing
        self.refresh()

    def on_resize(self) -> None:
        """Give each entry the lines that it needs now, and keep the cursor on the same."""
        at = self._at(self.cursor)
        self._measure()
        self.renew(cursor=self._starts[min(at, max(0, len(self._items) - 1))])

    def _measure(self) -> None:
        self._room = max(8, self.scrollable_content_region.width - BEFORE - 1)
        self._starts = [0]
        for item in self._items:
            lines = 1 if isinstance(item, Group) else self._lines(item)
            self._starts.append(self._starts[-1] + lines)

    def _lines(self, entry: ListedEntry) -> int:
        """Return how many lines an entry takes; what is known of it and an empty one come last."""
        return 2 + self._lines_of(entry.exact, marks=2) + self._lines_of(entry.note)

    def _lines_of(self, text: str, *, marks: int = 0) -> int:
        """Return how many lines a text takes, with so many cells of marks around it."""
        if not text:
            return 0
        text = self._beginning(text)
        if "\n" in text or "  " in text:
            text = " ".join(text.split())
        return MOST_LINES if is_wider(text, self._room - marks) else 1

    def _beginning(self, text: str) -> str:
        return text[: self._room * (MOST_LINES + 1)]  # a note may be a megabyte

    # drawing

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a line of a heading or of an entry."""
        at = self._at(index)
        item, part = self._items[at], index - self._starts[at]
        if isinstance(item, ListedEntry):
            last = index == self._starts[at + 1] - 1
            return [] if last else [self._line(item, part)]
        count = f"{len(item.entries):,}"
        about = f"{item.about} · {count} " if item.about else f"{count} "
        about = about if cells(about) < width // 2 else f"{count} "
        return [
            spread(
                (f" {fit(item.heading, width - cells(about) - 3)}", "accent"),
                (about, "quiet"),
                width,
            )
        ]

    def _line(self, entry: ListedEntry, part: int) -> Line:
        bar = (f"  {signs.BAR} ", f"{entry.colour}-bar") if entry.colour else ("    ", "plain")
        for text, lines, sign, style in (
            (_quoted(entry.exact), self._lines_of(entry.exact, marks=2), "  ", "plain"),
            (entry.note, self._lines_of(entry.note), f"{signs.NOTE} ", "strong"),
        ):
            if part < lines:
                words = fit_lines(guard(self._beginning(text)), self._room, lines)[part]
                return [bar, (sign if part == 0 else "  ", "accent"), (words, style)]
            part -= lines
        fate, about = self._fate(entry), fit(self._about(entry), self._room)
        shown = fit(fate, self._room)
        rest = fit(f" · {about}", self._room - cells(shown)) if shown and about else about
        return [bar, ("  ", "plain"), (shown, "problem"), (rest, "quiet")]

    def _fate(self, entry: ListedEntry) -> str:
        known = self._standing.get(entry.highlight_id)
        return FATES.get(known.outcome, "") if known and not entry.in_place else ""

    def _about(self, entry: ListedEntry) -> str:
        """Say in one line what is known of an entry, but what its heading says already."""
        known = self._standing.get(entry.highlight_id)
        parts = [known.who if known else ""]
        parts.append(self._settings.called(entry.colour) if entry.colour else "on the article")
        parts.append("  ".join(f"#{tag}" for tag in entry.tags))
        if self._grouping is not Grouping.ARTICLE:
            parts += [entry.title, source_of(entry)]
        if self._grouping is not Grouping.DATE:
            parts.append(f"made {entry.made.day} {entry.made:%b %Y}")
        return guard(" · ".join(part for part in parts if part))

    def chosen(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Say that an entry was chosen."""
        self.post_message(self.Chosen())


def _quoted(words: str) -> str:
    return words if words.startswith(MARKS) else f"“{words}”"
