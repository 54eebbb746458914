"""The four panes: their arrangement, the focus, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from newsreader.settings import Settings
from newsreader.tui.actions import READING, SELECTING, Action, Keymap, Target, key_label, with_keys
from newsreader.tui.arrangement import LEAST, ONE_PANE, PANES, widths
from newsreader.tui.articles_pane import ArticlesPane
from newsreader.tui.body import Body
from newsreader.tui.editing import pressed
from newsreader.tui.entities_pane import EntitiesPane
from newsreader.tui.line_list import LineList
from newsreader.tui.quotes_pane import QuotesPane
from newsreader.tui.screens.acting import ActingScreen
from newsreader.tui.status import Hint, PaneBar, StatusBar

HINTS = {
    "articles": ("choose", "find", "lists", "notes", "next_pane", "help"),
    "body": ("next_quote", "correct", "highlight", "note", "find", "help"),
    "quotes": ("choose", "correct", "unsure", "said_by", "highlight", "help"),
    "entities": ("choose", "correct", "unsure", "find", "help"),
}
"""The actions that the status line reminds of, by the pane with the focus."""

SHORT = {
    "choose": "go to it", "find": "find", "next_pane": "pane", "help": "keys",
    "next_quote": "quote", "highlight": "highlight", "note": "note", "said_by": "only theirs",
    "correct": "correct", "unsure": "unsure", "lists": "lists",
    "notes": "all notes",
}  # fmt: skip


class PanesScreen(ActingScreen[None]):
    """Shows the panes that fit, says which has the focus, and turns keys into actions."""

    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""

    def __init__(self, settings: Settings, pane: str) -> None:
        """Begin with the focus on one of the PANES."""
        super().__init__()
        self.settings = settings
        self.actions = with_keys(READING, settings.preset, settings.keys)
        self.selecting_actions = with_keys(SELECTING, "", {})
        self._keymap = Keymap(self.actions)
        self._selecting_keymap = Keymap((*self.actions, *self.selecting_actions))
        self._typed: tuple[str, ...] = ()
        self.alone = False
        self._pane = pane
        self.articles_pane = ArticlesPane()
        self.body = Body(settings.measure)
        self.quotes_pane = QuotesPane()
        self.entities_pane = EntitiesPane()
        self._bar = PaneBar(
            [("articles", "1 Articles"), ("body", "2 Text"),
             ("quotes", "3 Quotes"), ("entities", "4 Names")]
        )  # fmt: skip
        self._side = Vertical(self.quotes_pane, self.entities_pane, id="side")
        self._panes_row = Horizontal(self.articles_pane, self.body, self._side, id="panes")
        self._too_small = Static(id="too-small", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the bar, the panes and the status line; what is seldom seen is mounted later."""
        yield self._bar
        yield self._panes_row
        yield self.status

    @property
    def panes(self) -> dict[str, Widget]:
        """The panes by name."""
        return dict(
            zip(
                PANES,
                (self.articles_pane, self.body, self.quotes_pane, self.entities_pane),
                strict=True,
            )
        )

    # arrangement and focus

    async def on_mount(self) -> None:
        """Arrange the panes before the first frame."""
        self.focus_pane(self._pane)

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the panes anew; what was too small to show gets its focus back."""
        self._arrange(event.size.width, event.size.height)
        if self.focused is None:
            self.set_focus(self.panes[self._pane])

    def focus_pane(self, name: str) -> None:
        """Bring the focus to a pane, showing it if it was folded away."""
        self._pane = name
        self._arrange(self.app.size.width, self.app.size.height)
        self.set_focus(self.panes[name])
        self._bar.show(name)
        keys = {action.name: key_label(action.keys[0]) for action in self.actions if action.keys}
        self.status.hint([Hint(n, keys[n], SHORT[n]) for n in HINTS[name] if n in keys])

    def _arrange(self, columns: int, lines: int) -> None:
        too_small = columns < LEAST[0] or lines < LEAST[1]
        if too_small and not self._too_small.is_attached:
            self.mount(self._too_small)
        self._too_small.display = too_small
        self._too_small.update(
            f"newsreader needs {LEAST[0]} columns and {LEAST[1]} lines: "
            f"this window has {columns} and {lines}."
        )
        self._panes_row.display = not too_small
        self.status.display = not too_small and not self.prompt.display
        shown = {} if too_small else widths(columns, self._pane, alone=self.alone)
        parts = {"articles": self.articles_pane, "body": self.body, "side": self._side}
        for name, part in parts.items():
            part.display = name in shown
            if name in shown:
                part.styles.width = shown[name]
        if "body" in shown:
            self.body.fit(shown["body"])
        single = columns < ONE_PANE and not too_small
        self._bar.display = single
        self.set_class(single, "-single")
        self.quotes_pane.display = not single or self._pane == "quotes"
        self.entities_pane.display = not single or self._pane == "entities"

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Notice when a click brought the focus elsewhere."""
        name = event.widget.id
        if name in PANES and name != self._pane:
            self.focus_pane(name)

    def on_line_list_headed(self, event: LineList.Headed) -> None:
        """Show what is over a pane in the bar too."""
        self._bar.head(event.pane, event.heading)

    def on_pane_bar_picked(self, event: PaneBar.Picked) -> None:
        """Go to the pane whose name was clicked."""
        self.focus_pane(event.pane)

    async def on_status_bar_picked(self, event: StatusBar.Picked) -> None:
        """Do what was clicked."""
        await self.perform_named(event.action)

    async def perform_named(self, name: str) -> None:
        """Carry out the action of this name."""
        await self.perform(next(action for action in self.actions if action.name == name))

    def action_next_pane(self) -> None:
        """Focus the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """Focus the previous pane."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        self.focus_pane(PANES[(PANES.index(self._pane) + step) % len(PANES)])

    def action_pane_left(self) -> None:
        """Focus the pane to the left."""
        order = {"entities": "body", "quotes": "body", "body": "articles"}
        self.focus_pane(order.get(self._pane, "articles"))

    def action_pane_right(self) -> None:
        """Focus the pane to the right."""
        order = {"articles": "body", "body": "quotes", "quotes": "entities"}
        self.focus_pane(order.get(self._pane, "entities"))

    def action_articles(self) -> None:
        """Focus the list of articles."""
        self.focus_pane("articles")

    def action_body(self) -> None:
        """Focus the text."""
        self.focus_pane("body")

    def action_quotes(self) -> None:
        """Focus the quotes."""
        self.focus_pane("quotes")

    def action_entities(self) -> None:
        """Focus the names."""
        self.focus_pane("entities")

    def action_body_alone(self) -> None:
        """Show the text alone, or all panes again."""
        self.alone = not self.alone
        self.focus_pane("body")

    # keys

    async def take_key(self, event: events.Key) -> None:
        """Carry out what the keys typed in the panes so far mean.

        The program looks at no other key before what this one does is done, or has opened what
        the next is meant for: keys may come faster than the screen follows.
        """
        keymap = self._selecting_keymap if self.body.selection else self._keymap
        self._typed = (*self._typed, pressed(event))
        action = keymap.meaning(self._typed)
        if action is None and keymap.is_beginning(self._typed):
            self.status.say("".join(self._typed) + " …")
            return
        unknown, self._typed = self._typed, ()
        self.status.say("")
        if action is not None:
            await self.perform(action)
        elif len(unknown) > 1 and unknown[-1] != "escape":
            self.status.say(f"No command {''.join(unknown)}; ? shows all keys.")

    async def perform(self, action: Action) -> None:
        """Carry an action out, wherever it belongs, until it is done or has asked something."""
        targets: dict[Target, Widget] = {
            Target.PANE: self.panes[self._pane],
            Target.BODY: self.body,
            Target.SCREEN: self,
        }
        method: Callable[[], Coroutine[None, None, None] | None] = getattr(
            targets[action.target], f"action_{action.name}"
        )
        await self.act(method())

    def pane_shown(self) -> str:
        """Return the name of the pane with the focus."""
        return self._pane
