"""Highlights in the text: gone to, and told about."""

from __future__ import annotations

from newsreader.model import Outcome, Span
from newsreader.reading import PlacedHighlight
from newsreader.safety import guard
from newsreader.tui.screens.searching import SearchingScreen


class HighlightsScreen(SearchingScreen):
    """Goes from one highlight to the next, and says which are missing from this version."""

    def action_next_highlight(self) -> None:
        """Go to the next highlight."""
        self._step_highlight(forward=True)

    def action_previous_highlight(self) -> None:
        """Go to the highlight before."""
        self._step_highlight(forward=False)

    def _step_highlight(self, *, forward: bool) -> None:
        found = sorted(self._found(), key=lambda pair: pair[0])
        index = self._from_here([span for span, _ in found], forward=forward)
        lost = self._lost()
        if index is None:
            none = "No highlights in this article: H highlights a quote, v selects."
            self.status.say(lost or none)
            return
        span, placed = found[index]
        self.go_to(span)
        self.status.say(
            " · ".join(
                part
                for part in (f"Highlight {index + 1} of {len(found)}", self.about(placed), lost)
                if part
            )
        )

    def _found(self) -> list[tuple[Span, PlacedHighlight]]:
        placed = self.opened.placed if self.opened else ()
        return [(one.placement.span, one) for one in placed if one.placement.span is not None]

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
        tags = " ".join(f"#{tag}" for tag in placed.highlight.tags)
        outcome, exact = placed.placement.outcome, placed.highlight.anchor.exact
        fates = {
            Outcome.MOVED: "moved in this version",
            Outcome.CHANGED: f"changed in this version, it was “{exact}”",
        }
        colour = self.settings.called(placed.highlight.colour)
        parts = (colour, fates.get(outcome, ""), tags, note)
        return guard(" · ".join(part for part in parts if part))
