"""A draft checked: its quotations, what each is worth, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

from newsreader.checking.labels import summary
from newsreader.errors import NewsreaderError
from newsreader.model.judgement import Judged, SourcePassage
from newsreader.reading import Reading
from newsreader.reading.drafts import read_draft
from newsreader.safety import guard
from newsreader.tui import signs
from newsreader.tui.actions import Action, Keymap, Target, key_label
from newsreader.tui.column import Column
from newsreader.tui.editing import pressed
from newsreader.tui.heading import Heading
from newsreader.tui.judged_list import JudgedList
from newsreader.tui.judged_page import heading_of, page_of
from newsreader.tui.screens.acting import ActingScreen
from newsreader.tui.status import Hint, StatusBar

WIDE = 100
"""Columns from which what is said of a quotation stands beside the list, not under it."""

LIST = 46
"""Cells of the list where something stands beside it."""

MEASURE = 80
"""Characters in a line of what is said at most."""

TOLD_EVERY = 0.5
"""Seconds between two looks at how far a check is."""

OWN = {
    "choose": "open the source at the passage",
    "next_pane": "between the list and what is said",
    "previous_pane": "between the list and what is said",
    "unsure": "only what is wrong, or all again",
    "check_draft": "back to the articles",
    "help": "this help",
    "back": "stop, show all again, or back to the articles",
    "leave": "back to the articles",
    "quit": "quit",
}
"""What actions of the panes do here, as the help has it."""

AGAIN = Action("again", ("r",), "read the draft again", "A draft", Target.SCREEN)

HINTS = {
    "choose": "source", "unsure": "only wrong", "again": "read again", "help": "keys",
    "back": "back",
}  # fmt: skip


class Stopped(Exception):  # noqa: N818 - no error: the reader wants no more of it
    """A check that goes on is not wanted any more."""


@dataclass
class CheckGoesOn(Message):
    """So many quotations of a draft are judged."""

    done: int
    total: int


@dataclass
class DraftChecked(Message):
    """A draft was checked, or could not be."""

    judged: Sequence[Judged] = ()
    error: NewsreaderError | None = None


class CheckScreen(ActingScreen[SourcePassage | None]):
    """Returns the passage that the reader wants to see in its article, or None."""

    CSS_PATH = "check.tcss"
    AUTO_FOCUS = ""

    def __init__(self, reading: Reading, draft: str, actions: Sequence[Action]) -> None:
        """Check the draft at a location."""
        super().__init__()
        self._reading = reading
        self.draft = draft
        known = [
            replace(each, label=OWN.get(each.name, each.label), group="A draft")
            for each in actions
            if each.name in OWN or each.target is Target.PANE
        ]
        self._actions = [*known, AGAIN]
        self._keymap = Keymap(self._actions)
        self.list = JudgedList()
        self.said = Column(MEASURE, id="said")
        self._judged: Sequence[Judged] = ()
        self._only_wrong = False
        self._checking: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Show the list, what is said of the one under the cursor, and the keys."""
        with Container(id="parts"):
            yield self.list
            yield self.said
        yield self.status

    def on_screen_resume(self) -> None:
        """Read the draft, which may have been edited since."""
        self.set_focus(self.list)
        if not self.is_acting:
            self.action_again()

    def on_resize(self, event: events.Resize) -> None:
        """Lay what is said beside the list, or under it."""
        wide = event.size.width >= WIDE
        self.set_class(not wide, "-narrow")
        self.said.fit(event.size.width - LIST if wide else event.size.width)

    # checking

    def take(self, draft: str) -> None:
        """Be about this draft from now on, and show no other's quotations."""
        if draft != self.draft:
            self.draft, self._judged, self._only_wrong = draft, (), False
            self.list.show((), "")
            self.list.head(f"Quotations · {guard(Path(draft).name)}")
            self.on_judged_list_moved()

    def action_again(self) -> None:
        """Read the draft again, and check it."""
        self._checking = self._check(self.draft)

    @work(thread=True, group="check", exclusive=True, exit_on_error=False)
    def _check(self, draft: str) -> None:
        worker, due = get_current_worker(), monotonic() + TOLD_EVERY

        def told(done: int, total: int) -> None:
            nonlocal due
            if worker.is_cancelled:
                raise Stopped
            if monotonic() > due:
                due = monotonic() + TOLD_EVERY
                self.post_message(CheckGoesOn(done, total))

        try:
            checked = DraftChecked(self._reading.check(read_draft(draft), told))
        except Stopped:
            return
        except NewsreaderError as error:
            checked = DraftChecked(error=error)
        if not worker.is_cancelled:
            self.post_message(checked)

    def on_check_goes_on(self, event: CheckGoesOn) -> None:
        """Show how far it is."""
        if self._is_checking:
            self.status.show_progress(f"{event.done:,} of {event.total:,} checked · Esc stops")

    @property
    def _is_checking(self) -> bool:
        return self._checking is not None and not self._checking.is_finished

    def on_draft_checked(self, event: DraftChecked) -> None:
        """Show what came of it; what cannot be read leaves what was there."""
        self.status.show_progress("")
        if event.error is not None:
            self.status.say(str(event.error), error=True)
            return
        self._judged = event.judged
        self._show()
        self.status.say(summary(event.judged))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that something unforeseen went wrong, and go on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.status.show_progress("")
            self.status.say_failure(event.worker.error)

    # what is shown

    def _show(self) -> None:
        wrong = [each for each in self._judged if each.is_wrong]
        shown = wrong if self._only_wrong else self._judged
        nothing = "Nothing is wrong; Esc: all." if self._judged else summary(())
        self.list.show(shown, nothing)
        narrowed = self._only_wrong
        heading = signs.heading("Quotations", len(shown), len(self._judged), narrowed=narrowed)
        self.list.head(f"{heading} · {guard(Path(self.draft).name)}")
        keys = {each.name: key_label(each.keys[0]) for each in self._actions if each.keys}
        self.status.hint([Hint(n, keys[n], does) for n, does in HINTS.items() if n in keys])
        self.on_judged_list_moved()

    def on_judged_list_moved(self) -> None:
        """Say what there is to say of the quotation under the cursor."""
        judged = self.list.judged
        if judged is None:
            self.said.show(Heading(""), "")
            return
        page = page_of(judged)
        self.said.show(heading_of(judged), page.text)
        self.said.paint("edits", page.marks)
        self.said.mark_margin(page.margin)

    # keys

    async def take_key(self, event: events.Key) -> None:
        """Do what a key means, before the next is looked at."""
        action = self._keymap.meaning((pressed(event),))
        if action is None:
            return
        self.status.say("")
        if action.target is Target.PANE and action.name != "choose":
            carrier: Widget = self.said if self.said.has_focus else self.list
            getattr(carrier, f"action_{action.name}")()
        else:
            await self._perform(action.name)

    async def _perform(self, name: str) -> None:
        await self.act(getattr(self, f"action_{name}")())

    async def on_status_bar_picked(self, event: StatusBar.Picked) -> None:
        """Do what was clicked."""
        await self._perform(event.action)

    def action_choose(self) -> None:
        """Open the source at the passage."""
        judged = self.list.judged
        if judged is None or not judged.sources:
            self.status.say("There is no source to open.")
        elif self.is_active:
            self.dismiss(judged.sources[0])

    def action_unsure(self) -> None:
        """Show only what is wrong, or all again; where nothing is shown, it stays so."""
        if not self._judged:
            return
        self._only_wrong = not self._only_wrong
        self._show()

    def action_next_pane(self) -> None:
        """Move the focus between the list and what is said."""
        self.set_focus(self.list if self.said.has_focus else self.said)

    def action_previous_pane(self) -> None:
        """Move the focus between the list and what is said."""
        self.action_next_pane()

    def action_back(self) -> None:
        """Stop a check that goes on; else show all again; else leave."""
        if self._is_checking and self._checking is not None:
            self._checking.cancel()
            self.status.show_progress("")
            self.status.say("Stopped; r reads the draft again.")
        elif self._only_wrong:
            self.action_unsure()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave without going anywhere."""
        self.workers.cancel_group(self, "check")
        if self.is_active:
            self.dismiss(None)

    def action_check_draft(self) -> None:
        """Leave."""
        self.action_leave()

    def action_quit(self) -> None:
        """Quit."""
        self.app.exit()

    async def action_help(self) -> None:
        """Show what the keys do here."""
        from newsreader.tui.screens.help import HelpScreen

        await self.dialog(HelpScreen(self._actions))
