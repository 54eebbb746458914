"""The list of all highlights and notes: what it shows, in which groups, and the keys."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from time import monotonic

from textual import events, work
from textual.app import ComposeResult
from textual.message import Message
from textual.worker import (
    Worker,
    WorkerCancelled,
    WorkerFailed,
    WorkerState,
    get_current_worker,
)

from newsreader.library.entries import ListedEntry
from newsreader.reading import Reading
from newsreader.safety import guard
from newsreader.search.narrowing import Narrowing, narrowing
from newsreader.settings import Settings
from newsreader.tui import signs
from newsreader.tui.actions import Action, Keymap, Target, key_label
from newsreader.tui.editing import pressed
from newsreader.tui.notebook import Grouping, Standing
from newsreader.tui.notes_list import NotesList
from newsreader.tui.screens.acting import ActingScreen
from newsreader.tui.status import Hint, StatusBar

OWN = {
    "choose": "go to the passage in its article",
    "next_pane": "group by the next: article, speaker, tag, date",
    "previous_pane": "group by the one before",
    "find": "show only what has these words, #tags, or colour:name",
    "note": "edit the note",
    "tags": "tags of the highlight, or of the article of a note on it",
    "colour": "next colour for this highlight",
    "highlight": "remove it (also d)",
    "undo": "undo",
    "export": "export what is shown",
    "help": "this help",
    "notes": "back to the articles",
    "back": "back: show all notes again, or the articles",
    "leave": "back",
    "quit": "quit",
}
"""What actions of the panes do here, as the help has it."""

HINTS = {
    "choose": "go to it", "find": "narrow", "note": "note", "tags": "tags", "colour": "colour",
    "highlight": "remove", "export": "export", "help": "keys", "back": "back",
}  # fmt: skip

TOLD_EVERY = 0.3
"""Seconds between two looks at what is found out about highlights."""


@dataclass
class StandingFound(Message):
    """It became known how some highlights, by their ids, stand in their articles."""

    standing: Mapping[str, Standing]


class NotesSheet(ActingScreen[ListedEntry | None]):
    """Shows the notes in groups, narrows them, and turns keys into acts."""

    CSS_PATH = "notes.tcss"
    AUTO_FOCUS = ""

    def __init__(self, reading: Reading, settings: Settings, actions: Sequence[Action]) -> None:
        super().__init__()
        self.reading = reading
        self.settings = settings
        self._actions = [
            replace(each, label=OWN.get(each.name, each.label), group="All notes")
            for each in actions
            if each.name in OWN or each.target is Target.PANE
        ]
        self._keymap = Keymap(self._actions)
        self.list = NotesList(settings)
        self._entries: Sequence[ListedEntry] = ()
        self.shown: Sequence[ListedEntry] = ()
        self._standing: Mapping[str, Standing] = {}
        self._grouping = Grouping.ARTICLE
        self._typed = ""
        self._loading: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Show the list over the line of what happened and what the keys do."""
        yield self.list
        yield self.status

    def on_screen_resume(self) -> None:
        """Show what there is now; what was narrowed stays so."""
        self.set_focus(self.list)
        if self.is_acting:  # a dialog is closed; what it changed, the action will show
            self._look_up(
                [each.key for each in self._entries if each.highlight_id not in self._standing]
            )
        else:
            self.status.say("")
            self._loading = self._load()

    def on_screen_suspend(self) -> None:
        """Find nothing more out while nobody looks."""
        self.workers.cancel_group(self, "standing")

    # what is shown

    @work(group="load", exclusive=True, exit_on_error=False)
    async def _load(self) -> None:
        await self.reload()

    async def reload(self) -> None:
        """Show what is in the library now."""
        self._entries = await asyncio.to_thread(self.reading.entries)
        self._show()
        self._look_up([each.key for each in self._entries if each.highlight_id])

    def _show(self) -> None:
        asked = self._narrowing()
        every = self._entries
        self.shown = every if asked.is_empty else [each for each in every if asked.fits(each)]
        narrowed = not asked.is_empty
        self.list.show(self.shown, self._grouping, self._standing, narrowed=narrowed)
        count, total = len(self.shown), len(every)
        heading = signs.heading("Notes", count, total, narrowed=narrowed)
        self.list.head(f"{heading} · by {self._grouping}")
        self._hint()

    def _narrowing(self) -> Narrowing:
        return narrowing(self._typed, self.settings.colours)

    def _hint(self) -> None:
        keys = {each.name: key_label(each.keys[0]) for each in self._actions if each.keys}
        labels = HINTS if self.shown else {"back": "back"}
        if self.shown and "next_pane" in keys:
            labels = {
                "choose": HINTS["choose"], "next_pane": f"by {self._grouping.following(1)}", **HINTS
            }  # fmt: skip
        self.status.hint([Hint(n, keys[n], label) for n, label in labels.items() if n in keys])

    @work(thread=True, group="standing", exclusive=True, exit_on_error=False)
    def _look_up(self, keys: Sequence[tuple[int, str]]) -> None:
        """Find out who is quoted in each highlight, and what became of its passage."""
        worker, due = get_current_worker(), monotonic() + TOLD_EVERY
        found: dict[str, Standing] = {}
        for evidence in self.reading.chosen_evidence(keys):
            for each in evidence.passages:
                quote = each.quote
                speaker = (quote.speaker or quote.mention) if quote else ""
                who = quote.who if quote else ""
                found[each.highlight.id] = Standing(guard(speaker), guard(who), each.outcome)
            if worker.is_cancelled:
                return
            if monotonic() > due:
                self.post_message(StandingFound(found))
                found, due = {}, monotonic() + TOLD_EVERY
        self.post_message(StandingFound(found))

    def on_standing_found(self, event: StandingFound) -> None:
        """Show what became known."""
        self._standing = {**self._standing, **event.standing}
        if self._grouping is Grouping.SPEAKER:
            self._show()
        else:
            self.list.look_again(self._standing)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong in the background, and go on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.status.say_failure(event.worker.error)

    # keys

    async def take_key(self, event: events.Key) -> None:
        """Do what a key means, once the notes are there, and before the next is looked at."""
        if self._loading is not None and not self._loading.is_finished:
            with suppress(WorkerFailed, WorkerCancelled):
                await self._loading.wait()
        key = pressed(event)
        action = self._keymap.meaning((key,))
        self.status.say("")
        if action is not None and action.target is Target.PANE and action.name != "choose":
            getattr(self.list, f"action_{action.name}")()
        elif action is not None:
            await self._perform(action.name)
        elif key in {"d", "delete"}:
            await self._perform("highlight")

    async def _perform(self, name: str) -> None:
        await self.act(getattr(self, f"action_{name}")())

    async def on_status_bar_picked(self, event: StatusBar.Picked) -> None:
        """Do what was clicked."""
        await self._perform(event.action)

    def on_notes_list_chosen(self) -> None:
        """Go to what was clicked."""
        self.action_choose()

    def action_choose(self) -> None:
        """Go to the entry under the cursor in its article."""
        if self.list.entry is not None and self.is_active:
            self.dismiss(self.list.entry)

    def action_next_pane(self) -> None:
        """Group by the next thing."""
        self._regroup(1)

    def action_previous_pane(self) -> None:
        """Group by the thing before."""
        self._regroup(-1)

    def _regroup(self, step: int) -> None:
        self._grouping = self._grouping.following(step)
        self._show()

    async def action_find(self) -> None:
        """Show only what answers a line, as it is typed."""

        def narrow(text: str) -> str:
            if text != self._typed:
                self._typed = text
                self._show()
            return f" {len(self.shown):,} of {len(self._entries):,} "

        typed = await self.ask("Show only", self._typed, narrow)
        if typed is None:
            narrow("")
        self.set_focus(self.list)
        self.status.say(" ".join(self._narrowing().remarks))

    def action_back(self) -> None:
        """Show all notes again; where all are shown, leave."""
        if self._typed:
            self._typed = ""
            self._show()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave without going anywhere."""
        if self.is_active:
            self.dismiss(None)

    def action_notes(self) -> None:
        """Leave."""
        self.action_leave()

    def action_quit(self) -> None:
        """Quit."""
        self.app.exit()

    async def action_help(self) -> None:
        """Show what the keys do here."""
        from newsreader.tui.screens.help import HelpScreen

        await self.dialog(HelpScreen(self._actions))
