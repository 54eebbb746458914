"""Articles in the panes: read into the library, listed, opened, analysed."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from newsreader.tui import edits, marks
from newsreader.tui.heading import heading_of
from newsreader.tui.messages import (
    TOP,
    ArticleAnalysed,
    ArticleOpened,
    ArticlePicked,
    ArticlesAdded,
    Begun,
    Place,
    WorkFailed,
)
from newsreader.tui.screens.listing import ListingScreen
from newsreader.tui.shelves import JUST_ADDED, SAMPLES, Shown

PROGRESS_EVERY = 0.3
"""Seconds between two looks at what a long reading has brought in."""

FIRST_FRAME = 0.15
"""Seconds that the first frame may wait for the first article."""

AT_ONCE = 50_000
"""Characters of a text up to which the first frame waits for its analysis too."""

AT_FIRST = 64
"""Articles of the library's list that the first frame knows of; the others follow."""

WELCOME = "Sample articles. Enter reads one, Tab changes pane, ]q picks a quote, ? shows all keys."


@dataclass(frozen=True, slots=True)
class First:
    """What the first frame shows: the beginning of the list, and its first article."""

    ids: array[int]
    rows: Sequence[ListedArticle]
    opened: ArticleOpened
    analysed: ArticleAnalysed | None


class ArticlesScreen(ListingScreen):
    """Opens articles from the library, one at a time."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self.opened: OpenArticle | None = None
        self.analysis = Analysis()
        self.quotes: tuple[Quote, ...] = ()
        self._wanted: int | None = None
        self._version: int | None = None  # the older one that is read; None: the latest
        self._adding: Worker[None] | None = None
        self._begun = Event()
        self._first: First | None = None
        self._told = False
        self.names_marked = True

    async def on_mount(self) -> None:
        """Hold the first frame back for a moment, so that it can show the first article."""
        await super().on_mount()
        await asyncio.to_thread(self._begun.wait, FIRST_FRAME)
        self._take_first()

    # into the library

    def begin(self, locations: Sequence[str], stdin: BinaryIO | None = None) -> None:
        """Read articles at these locations, or show the library; without any, the samples."""
        if locations:
            self.shown = Shown(JUST_ADDED, order=None)
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
            elif ids := self.reading.ids(limit=AT_FIRST):
                self._show_first(ids)
            else:
                self.shown = Shown(SAMPLES, order=None)
                self._read(core.samples(), None, sample=True)
        except NewsreaderError as error:
            self.post_message(WorkFailed(error))
        finally:
            self._begun.set()

    def _read(
        self, locations: Sequence[str], stdin: BinaryIO | None, *, sample: bool = False
    ) -> None:
        worker, told = get_current_worker(), monotonic()
        known: set[int] = set()
        fresh: list[int] = []
        problems: list[NewsreaderError] = []
        for item in self.reading.add(locations, stdin=stdin, sample=sample):
            if worker.is_cancelled:
                break
            if isinstance(item, NewsreaderError):
                problems.append(item)
            elif item.article_id not in known:
                known.add(item.article_id)
                fresh.append(item.article_id)
            if fresh and not self._begun.is_set():
                self._show_first(array("q", fresh))
                fresh.clear()
            elif monotonic() - told > PROGRESS_EVERY:
                told = monotonic()
                self.post_message(ArticlesAdded(tuple(fresh), done=False))
                fresh.clear()
        self.post_message(ArticlesAdded(tuple(fresh), tuple(problems)))

    def _show_first(self, ids: array[int]) -> None:
        """Have the first article ready for the first frame; called in a worker."""
        rows = self.reading.listing(ids)
        opened = ArticleOpened(self.reading.open(ids[0]))
        at_once = len(opened.opened.version.text) <= AT_ONCE
        self._first = First(ids, rows, opened, self._analysed(opened.opened) if at_once else None)
        self._tell_begun()
        if not at_once:
            self.post_message(self._analysed(opened.opened))
        self.reading.mark_read(ids[0])

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
        if first is None:
            return
        if first.rows[0].source == SAMPLE:
            self.status.say(WELCOME)
        self.just_added = first.ids if self.shown.shelf.just_added else self.just_added
        whole = len(first.ids) < AT_FIRST
        self.show_list(first.ids, first.rows, whole=whole)
        self.on_article_opened(first.opened)
        if first.analysed is not None:
            self.on_article_analysed(first.analysed)
        if not whole:
            self.call_after_refresh(self.relist)

    def on_articles_added(self, event: ArticlesAdded) -> None:
        """List what has come in, and say what could not be read."""
        if event.ids:
            self.just_added = self.just_added + array("q", event.ids)
            self.relist()
        count = len(self.just_added)
        if not event.done:
            self._told = True
            self.status.say(f"Reading … {count:,} articles so far; Esc stops.")
        elif event.problems:
            others = len(event.problems) - 1
            more = f" ({others} more like it.)" if others else ""
            self.status.say(f"{event.problems[0]}{more}", error=True)
        elif self._told:
            of_samples = self.shown.shelf == SAMPLES
            self.status.say(WELCOME if of_samples else f"{count:,} articles read.")

    def on_work_failed(self, event: WorkFailed) -> None:
        """Say what went wrong in the background."""
        self.status.say(str(event.error), error=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that something unforeseen went wrong, and go on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.status.say_failure(event.worker.error)

    # opened

    def on_article_picked(self, event: ArticlePicked) -> None:
        """Open the article that was chosen, and go to its text."""
        self.open(event.article_id)
        self.focus_pane("body")

    def open(self, article_id: int, place: Place = TOP, version_id: int | None = None) -> None:
        """Open an article, or an older version of it, at a place."""
        self._wanted, self._version = article_id, version_id
        self.articles_pane.put_cursor_on(article_id)
        self._load(article_id, place, version_id)

    def to_latest(self) -> bool:
        """Go back from an older version to the latest; tell whether one was being read."""
        older = self._version is not None
        if older and self._wanted is not None:
            self.open(self._wanted)
        return older

    @work(thread=True, group="open", exclusive=True, exit_on_error=False)
    def _load(self, article_id: int, place: Place, version_id: int | None) -> None:
        try:
            self._bring(article_id, place, version_id)
        except NewsreaderError as error:
            self.post_message(WorkFailed(error))

    def _bring(self, article_id: int, place: Place = TOP, version_id: int | None = None) -> None:
        """Bring an article and its analysis to the screen; called in a worker."""
        worker = get_current_worker()
        opened = self.reading.open(article_id, version_id)
        self.post_message(ArticleOpened(opened, place))
        self.reading.mark_read(article_id)
        if not worker.is_cancelled:
            self.post_message(self._analysed(opened))

    def on_article_opened(self, event: ArticleOpened) -> None:
        """Show the article's text and marks; its analysis follows."""
        opened = event.opened
        if self._wanted is None:
            self._wanted = opened.listed.id
            self.articles_pane.put_cursor_on(self._wanted)
        older = opened.version.id == self._version
        if opened.listed.id != self._wanted or not (
            older or (opened.is_latest and not self._version)
        ):
            return
        self._version = None if opened.is_latest else self._version
        same = self.opened is not None and self.opened.version.id == opened.version.id
        self.opened = opened
        self.articles_pane.update_one(replace(opened.listed, read=True))  # it is being read
        if same:
            self.body.show_heading(heading_of(opened))
        else:
            self.clear()
            self.body.show(heading_of(opened), opened.version.text)
            if told := edits.news(opened):
                self.status.say(told)
        self.body.paint("highlights", marks.highlight_marks(opened.placed))
        self.body.mark_margin(marks.margin_marks(opened.placed, opened.notes))
        if event.place != TOP:
            self.land(event.place)

    def land(self, place: Place) -> None:
        """Bring a place in the text into view."""
        if place.offset is not None:
            self.body.reveal(Span(place.offset, place.offset + 1))

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
