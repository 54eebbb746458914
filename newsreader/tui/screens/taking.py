"""Taking along what was read: copied, cited, opened elsewhere, exported."""

from __future__ import annotations

from newsreader.model import QuoteKind
from newsreader.reading import Reading
from newsreader.settings import CITATIONS, Settings
from newsreader.tui.screens.highlights import HighlightsScreen

NOTHING = "Nothing to copy yet: ]q picks a quote, v selects text."


class TakingScreen(HighlightsScreen):
    """Brings passages to the clipboard, and notes to wherever the reader wants them."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self._citation = settings.citation

    async def action_copy(self) -> None:
        """Copy the passage."""
        passage = self.passage()
        if passage is None:
            self.status.say(NOTHING)
            return
        await self._copy(passage.of(self.body.text), "Copied")

    async def action_copy_with_citation(self) -> None:
        """Copy the passage, with who said it and where it stands."""
        from newsreader.export.styles import cite, label
        from newsreader.model.evidence import quote_context

        passage = self.passage()
        if passage is None or self.opened is None:
            self.status.say(NOTHING)
            return
        quote = quote_context(passage, self.body.text, self.analysis)
        cited = cite(
            self._citation,
            self.opened.listed,
            quote.speaker if quote else "",
            indirect=quote is not None and quote.kind is QuoteKind.INDIRECT,
            retrieved=self.opened.version.fetched,
        )
        text = f"“{passage.of(self.body.text)}”\n— {cited}"
        await self._copy(text, f"Copied with its citation in {label(self._citation)} style")

    async def _copy(self, text: str, done: str) -> None:
        from newsreader.tui.clipboard import copy

        said = await copy(self.app, text, done)
        self.body.select(None)
        self.status.say(said)

    def action_citation_style(self) -> None:
        """Cite in the next style, until the program ends."""
        from newsreader.export.styles import label

        self._citation = CITATIONS[(CITATIONS.index(self._citation) + 1) % len(CITATIONS)]
        self.status.say(f"Citations in {label(self._citation)} style.")

    def action_open_address(self) -> None:
        """Open the article's address in the browser; only http and https."""
        address = self.opened.listed.url or self.opened.listed.location if self.opened else ""
        if not address.startswith(("http://", "https://")):
            self.status.say("This article has no web address to open.")
            return
        self.app.open_url(address)
        self.status.say(f"Opened {address}")

    async def action_export(self) -> None:
        """Export notes, after a look at them."""
        from newsreader.tui.screens.export import ExportScreen

        article = self.opened.listed if self.opened else None
        said = await self.dialog(ExportScreen(self.reading, article))
        if said:
            self.status.say(said)
