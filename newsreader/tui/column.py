"""A column of text, set like a newspaper's and drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsreader.model import Span
from newsreader.tui.heading import Heading
from newsreader.tui.look import Pen
from newsreader.tui.paint import Layer, stretches
from newsreader.tui.wrap import Wrapped

GUTTER = 2
"""Cells left of the text, where highlights and notes are marked."""

SCROLL_BAR = 1
"""Cells right of the text, kept free for the scroll bar."""

LAYERS = ("entities", "quotes", "highlights", "lit", "matches", "edits", "current", "selection")
"""What is drawn over the text, the weakest first."""


class Column(ScrollView, can_focus=True):
    """Shows a text under its heading, with styled spans, and scrolls to any of them.

    It knows nothing of quotes or entities: it is given spans, and the names of the styles to draw
    them in.
    """

    ALLOW_SELECT = False
    BACKGROUND = "background"

    def __init__(self, measure: int, *, id: str = "body") -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._measure = self._column = measure
        self._heading = Heading("")
        self._top: list[tuple[str, str]] = []
        self._wrapped = Wrapped("", 1)
        self._layers = {name: Layer() for name in LAYERS}
        self._margin: dict[int, tuple[str, str]] = {}
        self._strips: dict[int, Strip] = {}
        self._pen: Pen | None = None
        self._marks: tuple[tuple[Span, str, str], ...] = ()

    # what is shown

    @property
    def text(self) -> str:
        """The text that all offsets point into."""
        return self._wrapped.text

    @property
    def wrapped(self) -> Wrapped:
        """The text, set to the present width."""
        return self._wrapped

    def show(self, heading: Heading, text: str) -> None:
        """Show another text, from its top, with nothing marked in it."""
        self._heading = heading
        self._layers = {name: Layer() for name in LAYERS}
        self._marks = ()
        self._set(text)
        self.scroll_to(y=0, animate=False)

    def show_heading(self, heading: Heading) -> None:
        """Show the same text under a changed heading."""
        self._heading = heading
        self._set(self.text)

    def paint(self, layer: str, marks: Sequence[tuple[Span, str]]) -> None:
        """Replace one of the LAYERS: spans, each with the style to draw it in."""
        self._layers[layer] = Layer(marks)
        self._redraw()

    def mark_margin(self, marks: Sequence[tuple[Span, str, str]]) -> None:
        """Mark spans in the gutter: (span, at most GUTTER characters, style); later ones win."""
        self._marks = tuple(marks)
        self._margin = {
            line: (sign, style)
            for span, sign, style in marks
            for line in self._wrapped.lines_of(span)
        }
        self._redraw()

    # where things stand

    def first_visible(self) -> int:
        """Return the offset of the first character on the screen."""
        line = max(0, self.scroll_offset.y - len(self._top))
        return self._wrapped.starts[min(line, len(self._wrapped) - 1)]

    def is_visible(self, span: Span) -> bool:
        """Tell whether the whole of `span` is on the screen."""
        lines = self._wrapped.lines_of(span)
        top = self.scroll_offset.y - len(self._top)
        return top <= lines.start and lines.stop <= top + self.size.height

    def reveal(self, span: Span, *, centre: bool = True) -> None:
        """Scroll so that `span` is seen, with some lines around it; not at all if it is."""
        if self.is_visible(span):
            return
        lines = self._wrapped.lines_of(span)
        height, top = self.size.height, self.scroll_offset.y
        first, last = lines.start + len(self._top), lines.stop + len(self._top)
        nearest = first - 1 if first < top else last - height + 1
        target = first - height // 3 if centre else nearest
        # Forced: a text just shown has no scroll bar before the next layout.
        self.scroll_to(y=max(0, target), animate=False, force=True)

    # drawing

    def notify_style_update(self) -> None:
        """Draw anew in the colours that are on now."""
        super().notify_style_update()
        self._pen = None
        self._redraw()

    def fit(self, width: int) -> None:
        """Set the text to a pane of this width in cells, keeping the line at the top in view.

        Said before the pane is laid out, so that the first frame is right and nothing is drawn
        twice.
        """
        column = max(8, min(self._measure, width - SCROLL_BAR - GUTTER - 1))
        if column == self._wrapped.width:
            return
        in_heading, kept = self.scroll_offset.y <= len(self._top), self.first_visible()
        self._column = column
        self._set(self.text)
        if not in_heading:
            line = self._wrapped.line_of(kept) + len(self._top)
            self.call_after_refresh(self.scroll_to, y=line, animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        line = y + self.scroll_offset.y
        strip = self._strips.get(line)
        if strip is None:
            strip = self._strips[line] = self._draw(line)
        return strip

    def _left(self) -> int:
        """Cells left of the gutter: a narrow column stands in the middle of a wide pane."""
        width = self.scrollable_content_region.width
        return max(0, (width - GUTTER - self._wrapped.width) // 2)

    def _set(self, text: str) -> None:
        self._top = self._heading.lines(self._column)
        self._wrapped = Wrapped(text, self._column)
        self.virtual_size = Size(GUTTER + self._column, len(self._top) + len(self._wrapped) + 2)
        self.mark_margin(self._marks)

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def _draw(self, line: int) -> Strip:
        pen = self._pen = self._pen or Pen(self.app, self.BACKGROUND)
        width = self.scrollable_content_region.width
        number = line - len(self._top)
        if number < 0:
            text, style = self._top[line]
            segments = [Segment(" " * GUTTER, pen.style()), Segment(text, pen.style(style))]
        elif number < len(self._wrapped):
            segments = self._draw_text(number, pen)
        else:
            segments = []
        margin = Segment(" " * self._left(), pen.style())
        strip = Strip([margin, *segments])
        return strip.adjust_cell_length(width, pen.style())

    def _draw_text(self, number: int, pen: Pen) -> list[Segment]:
        start, end = self._wrapped.starts[number], self._wrapped.ends[number]
        sign, style = self._margin.get(number, (" ", "plain"))
        air = " " * (GUTTER - len(sign))
        segments = [Segment(sign, pen.style(style)), Segment(air, pen.style())]
        layers = [self._layers[name] for name in LAYERS]
        for stretch in stretches(start, end, layers):
            shown = self.text[stretch.start : stretch.end].replace("\t", " ")
            segments.append(Segment(shown, pen.style(*stretch.styles)))
        return segments

    # moving

    def action_line_down(self) -> None:
        """Scroll a line down."""
        self._scroll(1)

    def action_choose(self) -> None:
        """Scroll a line down, as pagers do."""
        self._scroll(1)

    def action_line_up(self) -> None:
        """Scroll a line up."""
        self._scroll(-1)

    def action_page_down(self) -> None:
        """Scroll a page down, two lines staying in view."""
        self._scroll(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """Scroll a page up, two lines staying in view."""
        self._scroll(-max(1, self.size.height - 2))

    def action_half_page_down(self) -> None:
        """Scroll half a page down."""
        self._scroll(max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Scroll half a page up."""
        self._scroll(-max(1, self.size.height // 2))

    def action_top(self) -> None:
        """Scroll to the top."""
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """Scroll to the bottom."""
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def offset_at(self, x: int, y: int) -> int | None:
        """Return the offset of the character drawn at a cell of the pane, None outside the text."""
        line = y + self.scroll_offset.y - len(self._top)
        if not 0 <= line < len(self._wrapped) or not self.text:
            return None
        offset = self._wrapped.offset_at(line, x - self._left() - GUTTER)
        return min(offset, len(self.text) - 1)

    def _scroll(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)
