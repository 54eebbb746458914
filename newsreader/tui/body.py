"""The body: an article's text, in which passages can be selected."""

from __future__ import annotations

from textual import events

from newsreader.model import Span
from newsreader.tui import caret
from newsreader.tui.caret import Selection
from newsreader.tui.column import Column
from newsreader.tui.heading import Heading
from newsreader.tui.line_list import RIGHT_BUTTON
from newsreader.tui.messages import ClaimDoubted, PlaceClicked


class Body(Column):
    """A column of text with a caret while the reader is selecting, by keyboard or mouse."""

    def __init__(self, measure: int) -> None:
        super().__init__(measure)
        self._selection: Selection | None = None
        self._pressed: int | None = None
        self._dragged = False
        self.border_title = "2 Text"

    @property
    def selection(self) -> Selection | None:
        """What the reader is selecting, if anything."""
        return self._selection

    def show(self, heading: Heading, text: str) -> None:
        """Show another text, from its top, with nothing marked in it."""
        self._selection = None
        super().show(heading, text)

    def select(self, selection: Selection | None) -> None:
        """Show what is being selected, and follow its caret."""
        self._selection = selection
        if selection is None:
            self.paint("selection", ())
            return
        at_caret = Span(selection.caret, selection.caret + 1)
        self.reveal(at_caret, centre=False)
        self.paint("selection", [(selection.span, "selection"), (at_caret, "caret")])

    # the caret

    def action_caret_left(self) -> None:
        """Move the caret a character to the left."""
        self._move_to(caret.left(self.text, self._at))

    def action_caret_right(self) -> None:
        """Move the caret a character to the right."""
        self._move_to(caret.right(self.text, self._at))

    def action_caret_down(self) -> None:
        """Move the caret a line down."""
        self._move_to(caret.vertical(self.wrapped, self._at, 1))

    def action_caret_up(self) -> None:
        """Move the caret a line up."""
        self._move_to(caret.vertical(self.wrapped, self._at, -1))

    def action_caret_word(self) -> None:
        """Move the caret to the next word."""
        self._move_to(caret.word(self.text, self._at))

    def action_caret_word_back(self) -> None:
        """Move the caret to the word before."""
        self._move_to(caret.word_back(self.text, self._at))

    def action_caret_word_end(self) -> None:
        """Move the caret to the end of the word."""
        self._move_to(caret.word_end(self.text, self._at))

    def action_caret_line_start(self) -> None:
        """Move the caret to the start of its line."""
        self._move_to(caret.line_start(self.wrapped, self._at))

    def action_caret_line_end(self) -> None:
        """Move the caret to the end of its line."""
        self._move_to(caret.line_end(self.wrapped, self._at))

    def action_caret_sentence(self) -> None:
        """Move the caret to the next sentence."""
        self._move_to(caret.sentence(self.text, self._at))

    def action_caret_sentence_back(self) -> None:
        """Move the caret to the sentence before."""
        self._move_to(caret.sentence_back(self.text, self._at))

    def action_caret_paragraph(self) -> None:
        """Move the caret to the next paragraph."""
        self._move_to(caret.paragraph(self.text, self._at))

    def action_caret_paragraph_back(self) -> None:
        """Move the caret to the paragraph before."""
        self._move_to(caret.paragraph_back(self.text, self._at))

    def action_swap_ends(self) -> None:
        """Move the caret to the other end of the selection."""
        if self._selection is not None:
            self.select(self._selection.swapped())

    def action_restart_selection(self) -> None:
        """Start the selection where the caret is."""
        self.select(Selection(self._at, self._at))

    @property
    def _at(self) -> int:
        return self._selection.caret if self._selection else self.first_visible()

    def _move_to(self, offset: int) -> None:
        if self._selection is not None:
            self.select(self._selection.to(offset))

    # the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection that lasts if the mouse is dragged."""
        where = event.get_content_offset(self)
        self._pressed = self.offset_at(where.x, where.y) if where else None
        self._dragged = False
        if self._pressed is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry the selection on to where the mouse is."""
        if self._pressed is None:
            return
        where = event.get_content_offset_capture(self)
        offset = self.offset_at(where.x, where.y)
        if offset is not None and (self._dragged or offset != self._pressed):
            self._dragged = True
            self.select(Selection(self._pressed, offset))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag; without one, say which character was clicked, and if it is doubted."""
        self.release_mouse()
        if self._pressed is not None and not self._dragged:
            self.select(None)
            self.post_message(PlaceClicked(self._pressed))
            if event.button == RIGHT_BUTTON:
                self.post_message(ClaimDoubted())
        self._pressed = None
