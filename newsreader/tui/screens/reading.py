"""Reading closely: quotes, names and words, picked and jumped to."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model import Entity, Quote, Span, is_unsure
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.settings import Settings
from newsreader.tui.entities_pane import described
from newsreader.tui.finding import find, following
from newsreader.tui.line_list import LineList
from newsreader.tui.messages import EntitySelected, Place, PlaceClicked, QuoteSelected
from newsreader.tui.quotes_pane import explained, speaker_name
from newsreader.tui.screens.analysing import AnalysingScreen


class ReadingScreen(AnalysingScreen):
    """Lights up a quote, a name or a match in the text, and goes from one to the next."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self.place: Span | None = None
        self.quote: Quote | None = None
        self.mention: Span | None = None
        self.lit: list[Span] = []
        self._matches: list[Span] = []

    def clear(self) -> None:
        """Forget what belongs to the article that was open before."""
        super().clear()
        self.place = self.quote = self.mention = None
        self.lit, self._matches = [], []

    def go_to(self, place: Span, *, style: str = "current") -> None:
        """Make a span the current one: strongest in the text, and in view."""
        self.place, self.quote, self.mention = place, None, None
        self.body.paint("current", [(place, style)])
        self.body.reveal(place)

    def land(self, place: Place) -> None:
        """Go to a place; a passage becomes the current one."""
        super().land(place)
        if place.passage is not None:
            self.go_to(place.passage)

    def _from_here(self, spans: Sequence[Span], *, forward: bool) -> int | None:
        """Return the index of the nearest span before or after where the reader is."""
        if self.place is not None and self.body.is_visible(self.place):
            return following(spans, self.place.start, forward=forward)
        return following(spans, self.body.first_visible(), forward=forward, here=True)

    # quotes

    def on_quote_selected(self, event: QuoteSelected) -> None:
        """Light up the quote that was picked in its pane."""
        self._show_quote(event.index)
        if event.jump:
            self.focus_pane("body")

    def _show_quote(self, index: int) -> None:
        quote = self.quotes[index]
        self.go_to(quote.span)
        self.quote = quote
        self.quotes_pane.put_cursor_on(index)
        self.status.say(f"Quote {index + 1} of {len(self.quotes)} · {explained(quote)}")

    def action_next_quote(self) -> None:
        """Go to the next quote."""
        self._step_quote(forward=True)

    def action_previous_quote(self) -> None:
        """Go to the quote before."""
        self._step_quote(forward=False)

    def _step_quote(self, *, forward: bool) -> None:
        index = self._from_here([quote.span for quote in self.quotes], forward=forward)
        if index is None:
            self.status.say("This article quotes nobody.")
        else:
            self._show_quote(index)

    def action_said_by(self) -> None:
        """Show only the quotes of the current quote's speaker, or all again."""
        if self.quotes_pane.only_speaker is not None:
            self.quotes_pane.show_only(None)
            return
        current = self.quotes_pane.current
        quote = self.quote or (self.quotes[current] if current is not None else None)
        if quote is None or quote.speaker is None:
            self.status.say("Pick a quote first: ]q, or in the quotes pane.")
            return
        self.quotes_pane.show_only(speaker_name(quote))
        self.focus_pane("quotes")

    def action_unsure(self) -> None:
        """Show only the quotes and names that are unsure, or all again."""
        only = not (self.quotes_pane.only_unsure or self.entities_pane.only_unsure)
        quotes = sum(map(is_unsure, self.quotes))
        names = sum(map(is_unsure, self.analysis.entities))
        if only and not quotes + names:
            self.status.say("Nothing is unsure in this article.")
            return
        self.quotes_pane.show_unsure(only=only)
        self.entities_pane.show_unsure(only=only)
        unsure = f"Only what is unsure: quotes {quotes}, names {names}. Esc shows all again."
        self.status.say(unsure if only else "All quotes and names are shown.")

    def widen(self) -> bool:
        """Show again what the lists of claims leave out; tell whether there was anything."""
        if self.quotes_pane.only_speaker is not None:
            self.quotes_pane.show_only(None)
        elif self.quotes_pane.only_unsure or self.entities_pane.only_unsure:
            self.action_unsure()
        else:
            return False
        return True

    # names

    def on_entity_selected(self, event: EntitySelected) -> None:
        """Light up every mention of an entity, and go to the next one if asked."""
        entity = self.analysis.entities[event.index]
        again = self.lit == [mention.span for mention in entity.mentions]
        self.light(entity)
        times = "once" if len(self.lit) == 1 else f"{len(self.lit)} times; Enter steps through them"
        self.status.say(f"{described(entity)} · named {times}")
        if event.step:
            self._step_mention(forward=True, first=not again)

    def light(self, entity: Entity) -> None:
        """Light up every mention of an entity."""
        self.lit = [mention.span for mention in entity.mentions]
        self.body.paint("lit", [(span, "lit") for span in self.lit])

    def action_next_mention(self) -> None:
        """Go to the next mention of the lit entity, or of any."""
        self._step_mention(forward=True)

    def action_previous_mention(self) -> None:
        """Go to the mention before."""
        self._step_mention(forward=False)

    def _step_mention(self, *, forward: bool, first: bool = False) -> None:
        every = sorted(m.span for e in self.analysis.entities for m in e.mentions)
        spans = self.lit or every
        index = 0 if first and spans else self._from_here(spans, forward=forward)
        if index is None:
            self.status.say("No names were found in this article.")
            return
        self.go_to(spans[index])
        self.mention = spans[index]
        name = guard(spans[index].of(self.body.text))
        self.status.say(f"Mention {index + 1} of {len(spans)} · {name}")

    def action_names_marked(self) -> None:
        """Mark the names in the text, or leave it plain."""
        self.names_marked = not self.names_marked
        self.paint_entities()
        self.status.say("Names are marked." if self.names_marked else "Names are not marked.")

    # a click in the text

    def on_place_clicked(self, event: PlaceClicked) -> None:
        """Pick what was clicked."""
        self.pick(event.offset)

    def pick(self, offset: int) -> None:
        """Make the name or the quote at `offset` current; elsewhere, let go of the current one."""
        for index, entity in enumerate(self.analysis.entities):
            clicked = (m.span for m in entity.mentions if offset in m.span)
            if (mention := next(clicked, None)) is not None:
                self.entities_pane.put_cursor_on(index)
                self.on_entity_selected(EntitySelected(index))
                self.mention = mention
                return
        for index, quote in enumerate(self.quotes):
            if offset in quote.span:
                self._show_quote(index)
                return
        self.let_go()

    def let_go(self) -> bool:
        """Let go of what is picked, found or lit; tell whether there was anything."""
        held = self.place is not None or self.lit or self._matches
        self.place = self.quote = self.mention = None
        self.lit, self._matches = [], []
        for layer in ("current", "lit", "matches"):
            self.body.paint(layer, ())
        return bool(held)

    # words

    async def action_find(self) -> None:
        """Find words in the article; in a list, show only the rows that hold them."""
        pane = self.pane_shown()
        if pane == "body":
            await self._find_in_body()
            return
        lists: dict[str, LineList] = {
            "articles": self.articles_pane,
            "quotes": self.quotes_pane,
            "entities": self.entities_pane,
        }
        filtered = lists[pane]

        def narrow(text: str) -> str:
            self.narrow(filtered, text)
            return ""

        typed = await self.ask("Show only", typed=narrow)
        if typed is None:
            self.narrow(filtered, "")
        self.focus_pane(pane)
        await self.listed()
        if typed and pane == "articles":
            self.say_remarks(typed)

    async def _find_in_body(self) -> None:
        begun, back = self.body.first_visible(), self.body.scroll_offset.y

        def look(wanted: str) -> str:
            self._matches = find(self.body.text, wanted)
            self.body.paint("matches", [(span, "match") for span in self._matches])
            index = following(self._matches, begun, forward=True, here=True)
            if index is None:
                self.body.paint("current", ())
                return " no match " if wanted.strip() else ""
            self.go_to(self._matches[index], style="match-current")
            return f" {index + 1} of {len(self._matches)} "

        wanted = await self.ask("Find", typed=look)
        if not self._matches or not wanted:
            self.let_go()
            self.body.scroll_to(y=back, animate=False)
        if wanted and not self._matches:
            self.status.say(f"“{wanted}” is not in this article.")
        self.focus_pane("body")

    def action_next_match(self) -> None:
        """Go to the next match."""
        self._step_match(forward=True)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._step_match(forward=False)

    def _step_match(self, *, forward: bool) -> None:
        index = self._from_here(self._matches, forward=forward)
        if index is None:
            self.status.say("Nothing to find yet: / finds words in this article.")
            return
        self.go_to(self._matches[index], style="match-current")
        self.status.say(f"Match {index + 1} of {len(self._matches)}")
