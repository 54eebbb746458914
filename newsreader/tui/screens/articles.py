"""Articles in the panes: read into the library, listed, opened, analysed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from threading import Event
from time import monotonic
from typing import BinaryIO

from textual import work
from textual.worker import Worker, WorkerState, get_current_worker

from newsreader import reading as core
from newsreader.errors import NewsreaderError
from newsreader.library.articles import SAMPLE, ListedArticle
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
    Begun,
    WorkFailed,
)
from newsreader.tui.screens.panes import PanesScreen

PROGRESS_EVERY = 0.3
"""Seconds between two looks at what a long reading has brought in."""

FIRST_FRAME = 0.15
"""Seconds that the first frame may wait for the first article."""

AT_ONCE = 50_000
"""Characters of a text up to which the first frame waits for its analysis too."""

WELCOME = "Sample articles. Enter reads one, Tab changes pane, ]q picks a quote, ? shows all keys."


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
        self._begun = Event()
        self._first: tuple[ArticlesListed, ArticleOpened, ArticleAnalysed | None] | None = None
        self._told = self._welcomed = self._samples = False
        self.names_marked = True

    async def on_mount(self) -> None:
        """Hold the first frame back for a moment, so that it can show the first article."""
        await super().on_mount()
        await asyncio.to_thread(self._begun.wait, FIRST_FRAME)
        self._take_first()

    # into the library

    def begin(self, locations: Sequence[str], stdin: BinaryIO | None = None) -> None:
        """Read articles at these locations, or show the library; without any, the samples."""
        self._adding = self._begin(locations, stdin)

    def stop_adding(self) -> bool:
        """Stop reading articles into the library; tell whether any were being read."""
        running = self._adding is not None and self._adding.is_running
        if self._adding is not None:
            self._adding.cancel()
        return running

    @work(thread=True, group="add", exit_on_error=False)
    def _begin(self, locations: Sequence[str], stdin: BinaryIO | None) -> None:
        try:
            if locations:
                self._read(locations, stdin)
            elif articles := self.reading.listing():
                self._show_first(None, articles)
            else:
                self._read(core.samples(), None, sample=True)
        except NewsreaderError as error:
            self.post_message(WorkFailed(error))
        finally:
            self._begun.set()

    def _read(
        self, locations: Sequence[str], stdin: BinaryIO | None, *, sample: bool = False
    ) -> None:
        worker, told = get_current_worker(), monotonic()
        ids: dict[int, None] = {}
        problems: list[NewsreaderError] = []
        for item in self.reading.add(locations, stdin=stdin, sample=sample):
            if worker.is_cancelled:
                break
            if isinstance(item, NewsreaderError):
                problems.append(item)
            else:
                ids[item.article_id] = None
            if len(ids) == 1 and not self._begun.is_set():
                self._show_first(tuple(ids), self.reading.listing(tuple(ids)))
            elif monotonic() - told > PROGRESS_EVERY:
                told = monotonic()
                self.post_message(ArticlesAdded(tuple(ids), done=False))
        self.post_message(ArticlesAdded(tuple(ids), tuple(problems)))

    def _show_first(self, ids: tuple[int, ...] | None, articles: Sequence[ListedArticle]) -> None:
        """Have the first article ready for the first frame; called in a worker."""
        opened = self.reading.open(articles[0].id)
        shown = ArticlesListed(ids, tuple(articles)), ArticleOpened(opened)
        if len(opened.version.text) <= AT_ONCE:
            self._first = (*shown, self._analysed(opened))
            self._tell_begun()
        else:
            self._first = (*shown, None)
            self._tell_begun()
            self.post_message(self._analysed(opened))
        self.reading.mark_read(opened.listed.id)

    def _tell_begun(self) -> None:
        self._begun.set()
        self.post_message(Begun())

    def _analysed(self, opened: OpenArticle) -> ArticleAnalysed:
        return ArticleAnalysed(opened.version.id, self.reading.analysis(opened.version))

    def on_begun(self) -> None:
        """Show the first article, if the first frame could not wait for it."""
        self._take_first()

    def _take_first(self) -> None:
        first, self._first = self._first, None
        if first is not None:
            self.on_articles_listed(first[0])
            self.on_article_opened(first[1])
            if first[2] is not None:
                self.on_article_analysed(first[2])

    def on_articles_added(self, event: ArticlesAdded) -> None:
        """List what has come in, and say what could not be read."""
        if event.ids != self._ids:
            self._list(event.ids)
        count = len(event.ids)
        if not event.done:
            self._told = True
            self.status.say(f"Reading … {count} articles so far; Esc stops.")
        elif event.problems:
            others = len(event.problems) - 1
            more = f" ({others} more like it.)" if others else ""
            self.status.say(f"{event.problems[0]}{more}", error=True)
        elif self._told:
            self.status.say(WELCOME if self._samples else f"{count} articles read.")

    @work(thread=True, group="list", exclusive=True, exit_on_error=False)
    def _list(self, ids: tuple[int, ...] | None) -> None:
        try:
            self.post_message(ArticlesListed(ids, tuple(self.reading.listing(ids))))
        except NewsreaderError as error:
            self.post_message(WorkFailed(error))

    def on_articles_listed(self, event: ArticlesListed) -> None:
        """Show the list, and how to begin where only the samples are in it."""
        self._ids = event.ids
        self._samples = bool(event.articles) and event.articles[0].source == SAMPLE
        if self._samples and not self._welcomed:
            self.status.say(WELCOME)
        self._welcomed = True
        self.articles_pane.show(event.articles, keep=self._wanted)

    def on_work_failed(self, event: WorkFailed) -> None:
        """Say what went wrong in the background."""
        self.status.say(str(event.error), error=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that something unforeseen went wrong, and go on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.mistake(event.worker.error)

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
        try:
            self._bring(article_id, offset)
        except NewsreaderError as error:
            self.post_message(WorkFailed(error))

    def _bring(self, article_id: int, offset: int | None = None) -> None:
        """Bring an article and its analysis to the screen; called in a worker."""
        worker = get_current_worker()
        opened = self.reading.open(article_id)
        self.post_message(ArticleOpened(opened, offset))
        self.reading.mark_read(article_id)
        if not worker.is_cancelled:
            self.post_message(self._analysed(opened))

    def on_article_opened(self, event: ArticleOpened) -> None:
        """Show the article's text and marks; its analysis follows."""
        opened = event.opened
        if self._wanted is None:
            self._wanted = opened.listed.id
        if opened.listed.id != self._wanted:
            return
        same = self.opened is not None and self.opened.version.id == opened.version.id
        self.opened = opened
        self.articles_pane.update_one(replace(opened.listed, read=True))  # it is being read
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
        self.quotes_pane.clear()
        self.entities_pane.clear()

    def on_article_analysed(self, event: ArticleAnalysed) -> None:
        """Show what is claimed, if it is about what is shown."""
        if self.opened is not None and self.opened.version.id == event.version_id:
            self.show_analysis(event.analysis)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show quotes and names, in their panes and in the text."""
        self.analysis, self.quotes = analysis, marks.said(analysis)
        colours = marks.speaker_colours(self.quotes)
        self.quotes_pane.show(self.body.text, self.quotes, colours)
        self.entities_pane.show(analysis.entities)
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
