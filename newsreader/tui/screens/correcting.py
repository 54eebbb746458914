"""What may be wrong in what is claimed: gone through, and put right."""

from __future__ import annotations

from newsreader.model import is_unsure
from newsreader.tui.messages import EntitySelected
from newsreader.tui.screens.annotating import AnnotatingScreen


class CorrectingScreen(AnnotatingScreen):
    """Goes from one unsure claim to the next."""

    def action_next_unsure(self) -> None:
        """Go to the next unsure quote, or the first mention of the next unsure name."""
        self._step_unsure(forward=True)

    def action_previous_unsure(self) -> None:
        """Go to the unsure quote or name before."""
        self._step_unsure(forward=False)

    def _step_unsure(self, *, forward: bool) -> None:
        quotes = [(q.span, n, True) for n, q in enumerate(self.quotes) if is_unsure(q)]
        names = [
            (entity.mentions[0].span, n, False)
            for n, entity in enumerate(self.analysis.entities)
            if is_unsure(entity)
        ]
        claims = sorted([*quotes, *names])
        at = self._from_here([span for span, _, _ in claims], forward=forward)
        if at is None:
            self.status.say("Nothing is unsure in this article.")
            return
        span, index, is_quote = claims[at]
        if is_quote:
            self._show_quote(index)
        else:
            self.entities_pane.put_cursor_on(index)
            self.on_entity_selected(EntitySelected(index))
            self.go_to(span)
            self.mention = span
        self.status.say(f"Unsure {at + 1} of {len(claims)} · {self.status.message}")
