"""Who said what: the quotes of the open article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsreader.model import Quote, QuoteKind
from newsreader.safety import guard
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.messages import QuoteSelected
from newsreader.tui.wrap import cells, fit, fit_lines

UNSURE = 0.6
"""Below this confidence a claim is marked as unsure."""


def speaker_name(quote: Quote) -> str:
    """Return the speaker's full name, else the words that stand for them, safe to draw."""
    if quote.speaker is None:
        return "unattributed"
    return guard(quote.speaker.canonical or quote.speaker.mention.text)


def _note(quote: Quote, *, short: bool) -> str:
    """Say what a reader must not miss: that the words are not the speaker's, or a claim unsure."""
    unsure = quote.speaker is not None and quote.speaker.confidence < UNSURE
    said = ["rep." if short else "reported"] if quote.kind is QuoteKind.INDIRECT else []
    return " ".join([*said, *(["?" if short or said else "unsure"] if unsure else [])])


class QuotesPane(LineList):
    """The quotes in order, each under its speaker."""

    ROW_HEIGHT = 4
    EMPTY = "  No quotes."

    def __init__(self) -> None:
        super().__init__(id="quotes")
        self._quotes: tuple[Quote, ...] = ()
        self._text = ""
        self._colours: Mapping[str, str] = {}
        self._shown: list[int] = []
        self._speaker: str | None = None
        self.border_title = "3 Quotes"

    @property
    def count(self) -> int:
        """How many quotes are shown."""
        return len(self._shown)

    @property
    def current(self) -> int | None:
        """The index of the quote under the cursor, in the whole article."""
        return self._shown[self.cursor] if self._shown else None

    @property
    def only_speaker(self) -> str | None:
        """The speaker whose quotes alone are shown, if any."""
        return self._speaker

    def show(self, text: str, quotes: Sequence[Quote], colours: Mapping[str, str]) -> None:
        """Show the quotes of an article; `colours` gives a style for a speaker."""
        self._text, self._quotes, self._colours = text, tuple(quotes), colours
        self._speaker, self._filter = None, ""
        self._apply(0)

    def show_only(self, speaker: str | None) -> None:
        """Show only what this speaker said; None shows everything."""
        self._speaker = speaker
        self._apply(self.current)

    def filtered(self) -> None:
        """Show only quotes that hold the text, or whose speaker does."""
        self._apply(self.current)

    def put_cursor_on(self, index: int) -> None:
        """Bring the cursor to the quote with this index, if it is shown."""
        if index in self._shown:
            self.put_cursor(self._shown.index(index))

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a quote: its speaker, and its beginning on two lines."""
        quote = self._quotes[self._shown[index]]
        name = speaker_name(quote)
        style = self._colours.get(name, "quiet").replace("speaker", "name")
        note = _note(quote, short=cells(name) > width - len("reported") - 3)
        words = fit_lines(guard(quote.span.of(self._text)), width - 4, 2)
        if quote.kind is not QuoteKind.INDIRECT:
            words[0] = "“" + words[0]
            words[1 if words[1] else 0] += "”"
        head = (" " + fit(name, width - 3 - len(note)), style)
        text = "plain" if quote.kind is not QuoteKind.INDIRECT else "reported"
        return [
            spread(head, (note + " ", "quiet"), width),
            [(" " + words[0], text)],
            [(" " + words[1], text)],
        ]

    def moved(self, index: int) -> None:
        """Light the quote up in the body."""
        self.post_message(QuoteSelected(self._shown[index]))

    def chosen(self, index: int) -> None:
        """Go to the quote in the body."""
        self.post_message(QuoteSelected(self._shown[index], jump=True))

    def _apply(self, keep: int | None) -> None:
        self._shown = [n for n, quote in enumerate(self._quotes) if self._matches(quote)]
        index = self._shown.index(keep) if keep in self._shown else 0
        total = len(self._quotes)
        narrowed = self._speaker is not None or self._filter
        count = f"{len(self._shown)} of {total}" if narrowed else f"{total}"
        self.border_title = f"3 Quotes · {count}"
        self.renew(cursor=index)

    def _matches(self, quote: Quote) -> bool:
        name = speaker_name(quote)
        if self._speaker is not None and name != self._speaker:
            return False
        words = quote.span.of(self._text)
        return self._filter in name.casefold() or self._filter in words.casefold()
