"""A list drawn by line: as quick with a hundred thousand rows as with ten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Self

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsreader.tui.look import Pen
from newsreader.tui.wrap import cells, fit_lines

Piece = tuple[str, str]
"""A text that is safe to draw, and the style to draw it in."""

Line = Sequence[Piece]


RIGHT_BUTTON = 3

EMPTY_LINES = 4
"""Lines that the longest text may take that stands where there is no row."""


class LineList(ScrollView, can_focus=True):
    """Rows of `ROW_HEIGHT` lines each, one of them under the cursor.

    A subclass says how many rows there are (`count`), draws one (`row`), and hears when the cursor
    comes to one (`moved`), when the reader chooses it (`chosen`), and when only some rows are to be
    shown (`filtered`).
    """

    ALLOW_SELECT = False
    ROW_HEIGHT: ClassVar[int] = 1
    EMPTY = ""
    BACKGROUND = "background"
    CURSOR_AWAY = "cursor-away"

    class Headed(Message):
        """Another heading was put over the list."""

        def __init__(self, pane: str, heading: str) -> None:
            super().__init__()
            self.pane = pane
            self.heading = heading

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._cursor = 0
        self._filter = ""
        self._pen: Pen | None = None
        self._drawn: tuple[int, int, Sequence[Line]] | None = None  # the last row, index and width

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Return the lines of a row, at most ROW_HEIGHT."""
        raise NotImplementedError

    def is_stop(self, index: int) -> bool:  # noqa: ARG002 - for lists with headings
        """Tell whether the cursor may rest on this row."""
        return True

    def block(self, index: int) -> range:
        """Return the rows that are lit, and brought into view, together with this one.

        The cursor rests on the first of them.
        """
        return range(index, index + 1)

    def headings(self, index: int) -> int:  # noqa: ARG002 - for lists whose groups have headings
        """Return how many rows of headings stand right over this one, to be seen with it."""
        return 0

    def moved(self, index: int) -> None:
        """The reader brought the cursor to this row."""

    def chosen(self, index: int) -> None:
        """The reader chose this row."""

    def doubted(self, index: int) -> None:
        """The reader clicked this row with the right button."""

    @property
    def empty(self) -> str:
        """What is said where there is no row."""
        return "Nothing fits; Esc: all." if self._filter else self.EMPTY

    @property
    def is_filtered(self) -> bool:
        """Tell whether only the rows that hold some text are shown."""
        return bool(self._filter)

    def filter(self, text: str) -> None:
        """Show only the rows that hold `text`; an empty one shows all."""
        self._filter = text.casefold()
        self.filtered()

    def filtered(self) -> None:
        """The rows to show are others now."""

    @property
    def cursor(self) -> int:
        """The row under the cursor."""
        return self._cursor

    def head(self, heading: str) -> None:
        """Put a heading over the list."""
        self.border_title = Content(heading)  # a str would be markup
        self.post_message(self.Headed(self.id or "", heading))

    def put_cursor(self, index: int) -> None:
        """Bring the cursor to a row without telling anybody."""
        if self.count:
            self._cursor = max(0, min(index, self.count - 1))
            self._reveal()
        self.refresh()

    def renew(self, *, cursor: int | None = None) -> None:
        """Draw the list anew after its rows changed."""
        self._cursor = max(0, min(self._cursor if cursor is None else cursor, self.count - 1))
        self.virtual_size = Size(1, self.count * self.ROW_HEIGHT)
        if self.count and not self.is_stop(self._cursor):
            self._cursor = self._stop_near(self._cursor, 1)
        self._reveal()
        self.refresh()

    # drawing

    def notify_style_update(self) -> None:
        """Draw anew in the colours that are on now."""
        super().notify_style_update()
        self._pen = None

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew what may have changed."""
        self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.scrollable_content_region.width
        index, part = divmod(y + self.scroll_offset.y, self.ROW_HEIGHT)
        if index >= self.count:
            said = [] if self.count else fit_lines(self.empty, width - 4, EMPTY_LINES)
            line: Line = [(f"  {said[y - 1]}", "quiet")] if 0 < y <= len(said) else []
            return self._strip(line, width, ())
        if self._drawn is None or self._drawn[:2] != (index, width):
            self._drawn = index, width, self.row(index, width)
        lines = self._drawn[2]
        under: tuple[str, ...] = ()
        lit = part < len(lines) and self.is_stop(self._cursor)
        if lit and index in self.block(self._cursor):
            under = ("cursor" if self.has_focus else self.CURSOR_AWAY,)
        return self._strip(lines[part] if part < len(lines) else [], width, under)

    def _strip(self, line: Line, width: int, under: tuple[str, ...]) -> Strip:
        pen = self._pen = self._pen or Pen(self.app, self.BACKGROUND)
        segments = [Segment(text, pen.style(*under, style)) for text, style in line]
        return Strip(segments).adjust_cell_length(width, pen.style(*under))

    # moving

    def _move(self, step: int) -> None:
        if not self.count:
            return
        target = max(0, min(self._cursor + step, self.count - 1))
        target = self._stop_near(target, 1 if step > 0 else -1)
        if target != self._cursor:
            left, self._cursor = self._cursor, target
            for block in (self.block(left), self.block(target)):
                self.refresh_lines(block.start * self.ROW_HEIGHT, len(block) * self.ROW_HEIGHT)
            self._reveal()
            self.moved(target)

    def _stop_near(self, index: int, direction: int) -> int:
        for way in (direction, -direction):
            at = index
            while 0 <= at < self.count:
                if self.is_stop(at):
                    return at
                at += way
        return index

    def _reveal(self) -> None:
        if not self.size.height:
            return  # not laid out yet: on_resize comes back to it
        block = self.block(self._cursor) if self.count else range(1)
        top, bottom = block.start * self.ROW_HEIGHT, block.stop * self.ROW_HEIGHT
        over = self.headings(self._cursor) * self.ROW_HEIGHT if self.count else 0
        first = 0 if self._stop_near(0, 1) == self._cursor else top - over
        if first < self.scroll_offset.y:
            self.show_from(first)
        elif bottom > self.scroll_offset.y + self.size.height:
            self.show_from(min(top, bottom - self.size.height))

    def show_from(self, line: int) -> None:
        """Let the view begin with a line, also where there was nothing to scroll before."""
        self.scroll_to(y=max(0, line), animate=False, force=True)

    def _page(self) -> int:
        return max(1, self.size.height // self.ROW_HEIGHT - 1)

    def action_line_down(self) -> None:
        """Move down a row."""
        self._move(1)

    def action_line_up(self) -> None:
        """Move up a row."""
        self._move(-1)

    def action_page_down(self) -> None:
        """Move down a page."""
        self._move(self._page())

    def action_page_up(self) -> None:
        """Move up a page."""
        self._move(-self._page())

    def action_half_page_down(self) -> None:
        """Move down half a page."""
        self._move(max(1, self._page() // 2))

    def action_half_page_up(self) -> None:
        """Move up half a page."""
        self._move(-max(1, self._page() // 2))

    def action_top(self) -> None:
        """Move to the first row."""
        self._move(-self.count)

    def action_bottom(self) -> None:
        """Move to the last row."""
        self._move(self.count)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.count and self.is_stop(self._cursor):
            self.chosen(self._cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked; with the right button, doubt it."""
        where = event.get_content_offset(self)
        if where is None:
            return
        index = (where.y + self.scroll_offset.y) // self.ROW_HEIGHT
        index = self.block(index).start if index < self.count else index
        if index < self.count and self.is_stop(index):
            self._cursor = index
            self.refresh()
            (self.doubted if event.button == RIGHT_BUTTON else self.chosen)(index)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.renew()


def spread(left: Piece, right: Piece, width: int) -> Line:
    """Set two texts at the two ends of a line; the left one must leave room for the right."""
    gap = width - cells(left[0]) - cells(right[0])
    return [left, (" " * max(1, gap), "plain"), right]
