"""Highlights in the text: gone to, and told about."""

from __future__ import annotations

from newsreader.model import Outcome, Span
from newsreader.reading import PlacedHighlight, Reading
from newsreader.safety import guard
from newsreader.settings import Settings
from newsreader.tui.caret import trimmed
from newsreader.tui.messages import Place
from newsreader.tui.screens.searching import SearchingScreen

LONGEST_SAID = 400
"""Characters of a note that are said at the bottom at most."""


class HighlightsScreen(SearchingScreen):
    """Goes from one highlight to the next, and says which are missing from this version."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self._marked = ""  # the id of the highlight that was gone to last

    def action_next_highlight(self) -> None:
        """Go to the next highlight."""
        self._step_highlight(forward=True)

    def action_previous_highlight(self) -> None:
        """Go to the highlight before."""
        self._step_highlight(forward=False)

    def _step_highlight(self, *, forward: bool) -> None:
        found, here = self._found(), self._current()
        if here is not None and self.body.is_visible(here[0]):
            index: int | None = (found.index(here) + (1 if forward else -1)) % len(found)
        else:
            index = self._from_here([span for span, _ in found], forward=forward)
        if index is None:
            none = "No highlights in this article: H highlights a quote, v selects."
            self.status.say(self._lost() or none)
        else:
            self._show_highlight(index)

    def _show_highlight(self, index: int) -> None:
        """Make a highlight the current one, also among others that lie over it."""
        found = self._found()
        span, placed = found[index]
        self.go_to(span)
        self._marked = placed.highlight.id
        which = f"Highlight {index + 1} of {len(found)}"
        if others := sum(other.overlaps(span) for other, _ in found) - 1:
            which += f" ({others} more over it)"
        parts = (which, self.about(placed), self._lost())
        self.status.say(" · ".join(part for part in parts if part))

    def land(self, place: Place) -> None:
        """Go to a place; of a highlight that is missing, and of the note on it all, say so."""
        highlight_id = place.highlight_id
        if highlight_id is None:
            super().land(place)
            return
        found = [placed.highlight.id for _, placed in self._found()]
        if highlight_id in found:
            self._show_highlight(found.index(highlight_id))
            return
        notes = self.opened.notes if self.opened else ()
        note = next((n.text for n in notes if n.highlight_id == (highlight_id or None)), "")
        what = "This passage is missing from this version" if highlight_id else "On the article"
        self.status.say(" · ".join(filter(None, (what, guard(note[:LONGEST_SAID])))))

    def _current(self) -> tuple[Span, PlacedHighlight] | None:
        """Return the highlight that was gone to last, if the reader is there still."""
        return next(
            (
                (span, placed)
                for span, placed in self._found()
                if placed.highlight.id == self._marked and span == self.place
            ),
            None,
        )

    def passage(self) -> Span | None:
        """Return what a mark would be put on: the selection, else what is current."""
        if self.body.selection is not None:
            return trimmed(self.body.text, self.body.selection.span)
        return self.place

    def highlight_here(self) -> PlacedHighlight | None:
        """Return the highlight that the passage is on: the current one, else the smallest."""
        passage, current = self.passage(), self._current()
        if passage is None:
            return None
        if current is not None and self.body.selection is None:
            return current[1]
        around = [(span, placed) for span, placed in self._found() if span.covers(passage)]
        return min(around, key=lambda pair: len(pair[0]))[1] if around else None

    def pick(self, offset: int) -> None:
        """Make a highlight current too: where there is nothing else, and at a second click."""
        found, here = self._found(), self._current()
        there = [index for index, (span, _) in enumerate(found) if offset in span]
        there.sort(key=lambda index: len(found[index][0]))
        again = self.place is not None and offset in self.place
        if not (there and again):
            super().pick(offset)
        if there and (again or (self.place is None and self.mention is None)):
            at = there.index(found.index(here)) + 1 if here and offset in here[0] else 0
            self._show_highlight(there[at % len(there)])

    def _found(self) -> list[tuple[Span, PlacedHighlight]]:
        """Return the highlights in this version in text order, the larger of two first."""
        placed = self.opened.placed if self.opened else ()
        found = [(one.placement.span, one) for one in placed if one.placement.span is not None]
        return sorted(found, key=lambda pair: (pair[0].start, -pair[0].end, pair[1].highlight.id))

    def _lost(self) -> str:
        """Say how many highlights are missing from this version, and what the first one was."""
        placed = self.opened.placed if self.opened else ()
        lost = [one.highlight.anchor.exact for one in placed if one.placement.span is None]
        if not lost:
            return ""
        return f"{len(lost)} missing from this version: “{guard(lost[0])}”"

    def about(self, placed: PlacedHighlight) -> str:
        """Say in one line what a highlight carries."""
        notes = self.opened.notes if self.opened else ()
        note = next((n.text for n in notes if n.highlight_id == placed.highlight.id), "")
        note = note[:LONGEST_SAID]
        tags = " ".join(f"#{tag}" for tag in placed.highlight.tags)
        outcome, exact = placed.placement.outcome, placed.highlight.anchor.exact
        fates = {
            Outcome.MOVED: "moved in this version",
            Outcome.CHANGED: f"changed in this version, it was “{exact}”",
        }
        colour = self.settings.called(placed.highlight.colour)
        parts = (colour, fates.get(outcome, ""), tags, note)
        return guard(" · ".join(part for part in parts if part))
