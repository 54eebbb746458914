"""Articles in the panes: read into the library, listed, opened, analysed."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import BinaryIO

from textual import work
from textual.worker import Worker, WorkerState, get_current_worker

from newsreader.errors import NewsreaderError
from newsreader.model import Analysis, Quote, Span
from newsreader.reading import OpenArticle, Reading
from newsreader.settings import Settings
from newsreader.tui import marks
from newsreader.tui.heading import heading_of
from newsreader.tui.messages import (
    ArticleAnalysed,
    ArticleOpened,
    ArticlePicked,
    ArticlesAdded,
    ArticlesListed,
    WorkFailed,
)
from newsreader.tui.screens.panes import PanesScreen

PROGRESS_EVERY = 0.3
"""Seconds between two looks at what a long reading has brought in."""


class ArticlesScreen(PanesScreen):
    """Opens articles from the library, one at a time."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(settings, pane)
        self.reading = reading
        self.opened: OpenArticle | None = None
        self.analysis = Analysis()
        self.quotes: tuple[Quote, ...] = ()
        self._ids: tuple[int, ...] | None = None
        self._wanted: int | None = None
        self._adding: Worker[None] | None = None
        self._told = False
        self.names_marked = True

    # into the library

    def add(
        self, locations: Sequence[str], stdin: BinaryIO | None = None, *, sample: bool = False
    ) -> None:
        """Read articles into the library, telling of them as they come."""
        self._adding = self._add(locations, stdin, sample=sample)

    def stop_adding(self) -> bool:
        """Stop reading articles into the library; tell whether any were being read."""
        running = self._adding is not None and self._adding.is_running
        if self._adding is not None:
            self._adding.cancel()
        return running

    @work(thread=True, group="add", exit_on_error=False)
    def _add(self, locations: Sequence[str], stdin: BinaryIO | None, *, sample: bool) -> None:
        worker, told = get_current_worker(), monotonic()
        ids: list[int] = []
        problems: list[NewsreaderError] = []
        try:
            for item in self.reading.add(locations, stdin=stdin, sample=sample):
                if worker.is_cancelled:
                    break
                if isinstance(item, NewsreaderError):
                    problems.append(item)
                else:
                    ids.append(item.article_id)
                if len(ids) == 1 or monotonic() - told > PROGRESS_EVERY:
                    told = monotonic()
                    self.post_message(ArticlesAdded(tuple(ids), tuple(problems), done=False))
        except NewsreaderError as error:
            problems.append(error)
        self.post_message(ArticlesAdded(tuple(ids), tuple(problems)))

    def on_articles_added(self, event: ArticlesAdded) -> None:
        """List what has come in, and open the first of it."""
        ids = tuple(dict.fromkeys(event.ids))
        if ids != self._ids:
            self.list_articles(ids)
        if not event.done:
            self._told = len(ids) > 1
            if self._told:
                self.status.say(f"Reading … {len(ids)} articles so far; Esc stops.")
        elif event.problems:
            others = len(event.problems) - 1
            more = f" ({others} more like it.)" if others else ""
            self.status.say(f"{event.problems[0]}{more}", error=True)
        elif self._told:
            self.status.say(f"{len(ids)} articles read.")

    def list_articles(self, ids: tuple[int, ...] | None) -> None:
        """List these articles; None lists the whole library."""
        self._ids = ids
        self._list(ids)

    @work(thread=True, group="list", exclusive=True, exit_on_error=False)
    def _list(self, ids: tuple[int, ...] | None) -> None:
        try:
            self.post_message(ArticlesListed(tuple(self.reading.listing(ids))))
        except NewsreaderError as error:
            self.post_message(WorkFailed(error))

    def on_articles_listed(self, event: ArticlesListed) -> None:
        """Show the list, and open its first article if none is open."""
        self.articles_pane.show(event.articles, keep=self._wanted)
        if self._wanted is None and event.articles:
            self.open(event.articles[0].id)

    def on_work_failed(self, event: WorkFailed) -> None:
        """Say what went wrong in the background."""
        self.status.say(str(event.error), error=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that something unforeseen went wrong, and go on."""
        if event.state is WorkerState.ERROR:
            what = f"{type(event.worker.error).__name__}: {event.worker.error}"
            self.status.say(f"newsreader made a mistake ({what}); please report it.", error=True)

    # opened

    def on_article_picked(self, event: ArticlePicked) -> None:
        """Open the article that was chosen, and go to its text."""
        self.open(event.article_id)
        self.focus_pane("body")

    def open(self, article_id: int, offset: int | None = None) -> None:
        """Open an article, at its top or where `offset` stands."""
        self._wanted = article_id
        self.articles_pane.put_cursor_on(article_id)
        self._load(article_id, offset)

    @work(thread=True, group="open", exclusive=True, exit_on_error=False)
    def _load(self, article_id: int, offset: int | None) -> None:
        worker = get_current_worker()
        try:
            self.reading.mark_read(article_id)
            opened = self.reading.open(article_id)
            self.post_message(ArticleOpened(opened, offset))
            if not worker.is_cancelled:
                analysis = self.reading.analysis(opened.version)
                self.post_message(ArticleAnalysed(opened.version.id, analysis))
        except NewsreaderError as error:
            self.post_message(WorkFailed(error))

    def on_article_opened(self, event: ArticleOpened) -> None:
        """Show the article's text and marks; its analysis follows."""
        opened = event.opened
        if opened.listed.id != self._wanted:
            return
        same = self.opened is not None and self.opened.version.id == opened.version.id
        self.opened = opened
        self.articles_pane.update_one(opened.listed)
        if same:
            self.body.show_heading(heading_of(opened.listed))
        else:
            self.clear()
            self.body.show(heading_of(opened.listed), opened.version.text)
        self.body.paint("highlights", marks.highlight_marks(opened.placed))
        self.body.mark_margin(marks.margin_marks(opened.placed, opened.notes))
        if event.offset is not None:
            self.body.reveal(Span(event.offset, event.offset + 1))

    def clear(self) -> None:
        """Forget what belongs to the article that was open before."""
        self.analysis, self.quotes = Analysis(), ()
        self.quotes_pane.show("", (), {})
        self.entities_pane.show(())

    def on_article_analysed(self, event: ArticleAnalysed) -> None:
        """Show quotes and names, in their panes and in the text."""
        if self.opened is None or self.opened.version.id != event.version_id:
            return
        self.analysis = event.analysis
        self.quotes = marks.said(event.analysis)
        colours = marks.speaker_colours(self.quotes)
        self.quotes_pane.show(self.opened.version.text, self.quotes, colours)
        self.entities_pane.show(event.analysis.entities)
        self.body.paint("quotes", marks.quote_marks(self.quotes, colours))
        self.paint_entities()

    def paint_entities(self) -> None:
        """Mark the names in the text, if the reader wants them marked."""
        self.body.paint("entities", marks.entity_marks(self.analysis) if self.names_marked else ())

    def action_next_article(self) -> None:
        """Open the next article in the list."""
        self._step_article(forward=True, unread=False)

    def action_previous_article(self) -> None:
        """Open the article before in the list."""
        self._step_article(forward=False, unread=False)

    def action_next_unread(self) -> None:
        """Open the next article that has not been read."""
        self._step_article(forward=True, unread=True)

    def action_previous_unread(self) -> None:
        """Open the nearest article above that has not been read."""
        self._step_article(forward=False, unread=True)

    def _step_article(self, *, forward: bool, unread: bool) -> None:
        articles = self.articles_pane.articles
        here = self.articles_pane.cursor
        rest = range(here + 1, len(articles)) if forward else range(here - 1, -1, -1)
        for index in rest:
            if not (unread and articles[index].read):
                self.open(articles[index].id)
                return
        kind = "unread article" if unread else "article"
        self.status.say(f"No {kind} {'below' if forward else 'above'} this one.")
