"""The library analysed in the background, while the reader reads."""

from __future__ import annotations

import asyncio
from time import monotonic

from textual import work
from textual.worker import Worker, get_current_worker

from newsreader.errors import NewsreaderError
from newsreader.reading import Reading
from newsreader.settings import Settings
from newsreader.tui.messages import LibraryAnalysed, WorkFailed
from newsreader.tui.screens.articles import ArticlesScreen

MANY = 32
"""Articles that must wait for it: fewer are analysed as they are opened, without a start-up."""

TOLD_EVERY = 0.5
"""Seconds between two looks at how far it is."""


class AnalysingScreen(ArticlesScreen):
    """Goes on with the analysis of the library wherever it stopped the last time."""

    def __init__(self, reading: Reading, settings: Settings, pane: str) -> None:
        super().__init__(reading, settings, pane)
        self._analysing: Worker[None] | None = None

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Begin, once no more articles are coming in."""
        if event.worker.group == "add" and event.worker.is_finished:
            self._analysing = self._analyse_library()

    def stop_analysing(self) -> bool:
        """Stop until the next start of the program; tell whether it was going on."""
        running = self._analysing is not None and self._analysing.is_running
        if self._analysing is not None:
            self._analysing.cancel()
        return running

    async def analyse_again(self) -> None:
        """Show what is claimed now, and leave the reader where they are."""
        if self.opened is None:
            return
        version = self.opened.version
        analysis = await asyncio.to_thread(self.reading.analysis, version)
        if self.opened.version.id == version.id and analysis != self.analysis:
            self.show_analysis(analysis)

    @work(thread=True, group="analyse", exit_on_error=False)
    def _analyse_library(self) -> None:
        worker, told = get_current_worker(), monotonic()
        try:
            self.reading.purge()
            waiting = self.reading.unanalysed()
            if len(waiting) >= MANY:
                for done in self.reading.analyze_all(waiting, yielding=True):
                    if worker.is_cancelled:
                        return
                    if monotonic() - told > TOLD_EVERY:
                        told = monotonic()
                        self.post_message(LibraryAnalysed(done, len(waiting)))
            for _step in self.reading.index_all():
                if worker.is_cancelled:
                    return
        except NewsreaderError as error:
            self.post_message(WorkFailed(error))
        finally:
            self.post_message(LibraryAnalysed(0, 0))

    def on_library_analysed(self, event: LibraryAnalysed) -> None:
        """Show how far it is."""
        self.show_progress(f"analysing {event.done:,} of {event.total:,}" if event.total else "")

    def show_progress(self, progress: str) -> None:
        """Tell how far the work in the background is; an empty text ends it."""
        self.status.show_progress(progress)
