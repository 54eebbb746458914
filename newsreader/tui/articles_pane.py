"""The list of articles: their ids, and what is shown of those near the view."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from textual.content import Content

from newsreader.library.articles import ListedArticle
from newsreader.safety import guard
from newsreader.tui import signs
from newsreader.tui.line_list import Line, LineList
from newsreader.tui.messages import ArticlePicked, RowsWanted
from newsreader.tui.wrap import fit, fit_lines

AHEAD = 64
"""Rows above and below the view that are asked for together with those in it."""

KEPT = 1_024
"""Rows that are kept at most."""

BAR = 40
"""Cells of a heading in the bar of all panes' names."""

CORNER = 2
"""Cells of the line over the list that its heading does not get."""


class ArticlesPane(LineList):
    """Articles by title, source and date; unread ones stand out.

    It holds the ids of any number of articles, and rows only for those around the view: others
    are asked for by RowsWanted as the reader comes near.
    """

    ROW_HEIGHT = 4
    EMPTY = "  No articles."

    def __init__(self) -> None:
        super().__init__(id="articles")
        self._ids: array[int] = array("q")
        self._rows: dict[int, ListedArticle] = {}
        self._awaited: set[int] = set()
        self._here: int | None = None  # the article that the reader last brought the cursor to
        self._heading: Callable[[int], str] = lambda _: "1 Articles"
        self.border_title = "1 Articles"

    @property
    def count(self) -> int:
        """How many articles are in the list."""
        return len(self._ids)

    @property
    def ids(self) -> array[int]:
        """The ids of the articles, in order."""
        return self._ids

    def show(
        self, ids: array[int], rows: Iterable[ListedArticle] = (), *, same_list: bool = True
    ) -> None:
        """Show these articles, of which some `rows` may be known already.

        The cursor stays on its article; where that is gone, it stays in its place in the same
        list, and goes to the top of another.
        """
        before, self._ids = self.cursor, ids
        self._rows |= {article.id: article for article in rows}
        index = self._index_of(self._here)
        if index is None:
            index = before if same_list else 0
        else:
            self._keep_view(index - before)
        self.renew(cursor=index)
        self._want_rows()

    def head_with(self, heading: Callable[[int], str]) -> None:
        """Put a heading over the list that is made for so many cells."""
        self._heading = heading
        self.head(heading(BAR))
        self._fit_heading()

    def take(self, asked: Iterable[int], articles: Iterable[ListedArticle]) -> None:
        """Show the rows that were asked for."""
        for article in articles:
            if article.id in self._awaited:
                self._rows[article.id] = article
        self._awaited.difference_update(asked)
        if len(self._rows) > KEPT:
            near = set(self._near(KEPT // 4))
            self._rows = {key: row for key, row in self._rows.items() if key in near}
        self.refresh()

    def ask_again(self) -> None:
        """Ask for the rows in view anew, which may have changed, and forget the others."""
        near = self._near(1)
        self._rows = {each: self._rows[each] for each in near if each in self._rows}
        self._ask(near)

    def update_one(self, article: ListedArticle) -> None:
        """Show the changed state of one article; what was asked for earlier does not."""
        self._rows[article.id] = article
        self._awaited.discard(article.id)
        self.refresh()

    def put_cursor_on(self, article_id: int) -> None:
        """Bring the cursor to an article, if it is in the list."""
        self._here = article_id
        index = self._index_of(article_id)
        if index is not None:
            self.put_cursor(index)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw an article: its title on two lines, then publisher and date."""
        article = self._rows.get(self._ids[index])
        if article is None:
            return [[("  …", "quiet")]]
        style = "plain" if article.read else "strong"
        sign = "★ " if article.starred else "  " if article.read else "● "
        title = fit_lines(guard(article.title), width - 3, 2)
        date = short_date(article.published) if article.published else ""
        marks = article.highlights + article.notes
        noted = f"✎ {marks}" if marks else ""
        edited = f"{signs.EDITED} {article.versions - 1}" if article.versions > 1 else ""
        under = " · ".join(
            part
            for part in (date, edited, noted, guard(article.publisher).removeprefix("The "))
            if part
        )
        lines: list[Line] = [
            [(sign, "accent"), (title[0], style)],
            [("  ", style), (title[1], style)],
            [("  ", "quiet"), (fit(under, width - 3), "quiet")],
        ]
        return lines if title[1] else [lines[0], lines[2]]

    def moved(self, index: int) -> None:
        """Remember the article the cursor is on."""
        self._here = self._ids[index]

    def chosen(self, index: int) -> None:
        """Open the article."""
        self.post_message(ArticlePicked(self._ids[index]))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that come into view."""
        super().watch_scroll_y(old_value, new_value)
        if all(each in self._rows for each in self._near(0)):
            self.call_after_refresh(self._want_rows)  # what can be drawn goes first
        else:
            self._want_rows()

    def on_resize(self) -> None:
        """Keep the cursor in view, and ask for the rows there is room for now."""
        super().on_resize()
        self._fit_heading()
        self._want_rows()

    def _fit_heading(self) -> None:
        self.border_title = Content(self._heading(self.outer_size.width - CORNER))

    def _index_of(self, article_id: int | None) -> int | None:
        if article_id is None or article_id not in self._ids:
            return None
        return self._ids.index(article_id)

    def _keep_view(self, rows: int) -> None:
        """Move the view with the rows that it shows."""
        top = self.scroll_offset.y + rows * self.ROW_HEIGHT
        self.virtual_size = self.virtual_size.with_height(self.count * self.ROW_HEIGHT)
        self.show_from(top)

    def _near(self, rows: int) -> array[int]:
        """Return the ids that are in view, and so many above and below."""
        first = self.scroll_offset.y // self.ROW_HEIGHT
        shown = self.size.height // self.ROW_HEIGHT + 1
        return self._ids[max(0, first - rows) : first + shown + rows]

    def _want_rows(self) -> None:
        """Ask for rows where the next page might lack one."""
        page = self.size.height // self.ROW_HEIGHT + 1
        if all(each in self._rows or each in self._awaited for each in self._near(page)):
            return
        missing = (each for each in self._near(AHEAD) if each not in self._rows)
        self._ask([each for each in missing if each not in self._awaited])

    def _ask(self, wanted: Sequence[int]) -> None:
        self._awaited.update(wanted)
        self.post_message(RowsWanted(tuple(wanted)))


def short_date(date: datetime) -> str:
    """Return a date as short as it can be understood: the year only where it is another."""
    return f"{date.day} {date:%b}" if date.year == datetime.now(UTC).year else f"{date:%b %Y}"
