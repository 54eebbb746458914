"""Who said what: the quotes of the open article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsreader.model import Quote, QuoteKind, Span, SpeakerKind, certainty, is_unsure
from newsreader.safety import guard
from newsreader.tui import signs
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.messages import ClaimDoubted, QuoteSelected
from newsreader.tui.wrap import cells, fit, fit_lines


def speaker_name(quote: Quote) -> str:
    """Return the speaker's full name, else the words that stand for them, safe to draw."""
    if quote.speaker is None:
        return "nobody named"
    return guard(quote.speaker.canonical or quote.speaker.mention.text)


_KIND = {SpeakerKind.ORG: " (organisation)", SpeakerKind.DOCUMENT: " (document)"}


def attributed(quote: Quote) -> str:
    """Say who is quoted, what they are if no person, and if the words are not theirs."""
    kind = _KIND.get(quote.speaker.kind, "") if quote.speaker else ""
    indirect = ", reported" if quote.kind is QuoteKind.INDIRECT else ""
    return f"{speaker_name(quote)}{kind}{indirect}"


def explained(quote: Quote) -> str:
    """Say in one line who is quoted, how sure that is, and why it is thought."""
    return f"{attributed(quote)} · {guard(certainty(quote))}"


class QuotesPane(LineList):
    """The quotes in order, each under its speaker."""

    ROW_HEIGHT = 4
    EMPTY = "No quotes."

    def __init__(self) -> None:
        super().__init__(id="quotes")
        self._quotes: tuple[Quote, ...] = ()
        self._text = ""
        self._colours: Mapping[str, str] = {}
        self._shown: list[int] = []
        self._speaker: str | None = None
        self._unsure = False
        self.border_title = "3 Quotes"

    @property
    def empty(self) -> str:
        """What is said where there is no row."""
        return "Nothing unsure here." if self._unsure and not self._filter else super().empty

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

    @property
    def shown(self) -> Sequence[int]:
        """The indices of the quotes that are shown."""
        return self._shown

    @property
    def only_unsure(self) -> bool:
        """Tell whether the unsure quotes alone are shown."""
        return self._unsure

    def clear(self) -> None:
        """Show nothing, and leave nothing out of what will be shown."""
        self._text, self._quotes, self._speaker, self._filter = "", (), None, ""
        self._unsure = False
        self._apply(None, 0)

    def show(self, text: str, quotes: Sequence[Quote], colours: Mapping[str, str]) -> None:
        """Show the quotes of an article; `colours` gives a style for a speaker.

        The cursor stays, and what is left out is left out.
        """
        keep, row = self._here(), self.cursor
        self._text, self._quotes, self._colours = text, tuple(quotes), colours
        if self._speaker not in {None, *map(speaker_name, quotes)}:
            self._speaker = None
        self._apply(keep, row)

    def show_only(self, speaker: str | None) -> None:
        """Show only what this speaker said; None shows everything."""
        self._speaker = speaker
        self.filtered()

    def show_unsure(self, *, only: bool) -> None:
        """Show only the quotes that are unsure, or all again."""
        self._unsure = only
        self.filtered()

    def filtered(self) -> None:
        """Show only quotes that hold the text, or whose speaker does."""
        self._apply(self._here(), 0)

    def put_cursor_on(self, index: int) -> None:
        """Bring the cursor to the quote with this index, if it is shown."""
        if index in self._shown:
            self.put_cursor(self._shown.index(index))

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a quote: its speaker, and its beginning on two lines."""
        quote = self._quotes[self._shown[index]]
        name = speaker_name(quote)
        style = self._colours.get(name, "quiet").replace("speaker", "name")
        before, after = signs.kind_of(quote.speaker), signs.certainty_of(quote)
        indirect = quote.kind is QuoteKind.INDIRECT
        room = width - 3 - cells(before + after)
        note = ("reported" if cells(name) <= room - 8 else "rep.") if indirect else ""
        words = fit_lines(guard(quote.span.of(self._text)), width - 4, 2)
        if not indirect:
            words[0] = "“" + words[0]
            words[1 if words[1] else 0] += "”"
        head = (f" {before}{fit(name, room - len(note))}{after}", style)
        text = "reported" if indirect else "plain"
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

    def doubted(self, index: int) -> None:
        """Ask what is wrong with the quote."""
        self.moved(index)
        self.post_message(ClaimDoubted())

    def _here(self) -> Span | None:
        return self._quotes[self.current].span if self.current is not None else None

    def _apply(self, keep: Span | None, row: int) -> None:
        """Show what matches, with the cursor on the quote of this Span, else on a row."""
        self._shown = [n for n, quote in enumerate(self._quotes) if self._matches(quote)]
        kept = (at for at, n in enumerate(self._shown) if self._quotes[n].span == keep)
        self.head(
            signs.heading(
                "3 Unsure" if self._unsure else "3 Quotes",
                len(self._shown),
                len(self._quotes),
                narrowed=self._unsure or self._speaker is not None or self.is_filtered,
            )
        )
        self.renew(cursor=next(kept, row))

    def _matches(self, quote: Quote) -> bool:
        name = speaker_name(quote)
        if self._speaker is not None and name != self._speaker:
            return False
        if self._unsure and not is_unsure(quote):
            return False
        words = quote.span.of(self._text)
        return self._filter in name.casefold() or self._filter in words.casefold()
