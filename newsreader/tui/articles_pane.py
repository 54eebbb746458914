"""The list of articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from newsreader.library.articles import ListedArticle
from newsreader.safety import guard
from newsreader.tui import signs
from newsreader.tui.line_list import Line, LineList
from newsreader.tui.messages import ArticlePicked
from newsreader.tui.wrap import fit, fit_lines


class ArticlesPane(LineList):
    """Articles by title, source and date; unread ones stand out."""

    ROW_HEIGHT = 4
    EMPTY = "  No articles."

    def __init__(self) -> None:
        super().__init__(id="articles")
        self._all: list[ListedArticle] = []
        self._shown: list[ListedArticle] = []
        self.border_title = "1 Articles"

    @property
    def count(self) -> int:
        """How many articles are shown."""
        return len(self._shown)

    @property
    def articles(self) -> Sequence[ListedArticle]:
        """The articles shown, in order."""
        return self._shown

    def show(self, articles: Sequence[ListedArticle], *, keep: int | None = None) -> None:
        """Show these articles, with the cursor on the one with the id `keep`."""
        if keep is None and self._shown:
            keep = self._shown[self.cursor].id
        self._all = list(articles)
        self._apply(keep)

    def filtered(self) -> None:
        """Show only articles whose title, byline, publisher or tags hold the text."""
        self._apply(self._shown[self.cursor].id if self._shown else None)

    def update_one(self, article: ListedArticle) -> None:
        """Show the changed state of one article."""
        for rows in (self._all, self._shown):
            for index, row in enumerate(rows):
                if row.id == article.id:
                    rows[index] = article
        self.refresh()

    def put_cursor_on(self, article_id: int) -> None:
        """Bring the cursor to an article, if it is shown."""
        for index, article in enumerate(self._shown):
            if article.id == article_id:
                self.put_cursor(index)
                return

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw an article: its title on two lines, then publisher and date."""
        article = self._shown[index]
        style = "plain" if article.read else "strong"
        sign = "★ " if article.starred else "  " if article.read else "● "
        title = fit_lines(guard(article.title), width - 3, 2)
        date = short_date(article.published) if article.published else ""
        marks = article.highlights + article.notes
        noted = f"✎ {marks}" if marks else ""
        under = " · ".join(
            part for part in (date, noted, guard(article.publisher).removeprefix("The ")) if part
        )
        lines: list[Line] = [
            [(sign, "accent"), (title[0], style)],
            [("  ", style), (title[1], style)],
            [("  ", "quiet"), (fit(under, width - 3), "quiet")],
        ]
        return lines if title[1] else [lines[0], lines[2]]

    def chosen(self, index: int) -> None:
        """Open the article."""
        self.post_message(ArticlePicked(self._shown[index].id))

    def _apply(self, keep: int | None) -> None:
        self._shown = [article for article in self._all if self._matches(article)]
        index = next((n for n, article in enumerate(self._shown) if article.id == keep), 0)
        shown, total = len(self._shown), len(self._all)
        self.head(signs.heading("1 Articles", shown, total, narrowed=self.is_filtered))
        self.renew(cursor=index)

    def _matches(self, article: ListedArticle) -> bool:
        fields = (article.title, article.byline, article.publisher, *article.tags)
        return not self._filter or any(self._filter in field.casefold() for field in fields)


def short_date(date: datetime) -> str:
    """Return a date as short as it can be understood: the year only where it is another."""
    return f"{date.day} {date:%b}" if date.year == datetime.now(UTC).year else f"{date:%b %Y}"
