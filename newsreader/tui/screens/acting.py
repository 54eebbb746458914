"""Actions that take a while, or ask something: one at a time, and no key overtakes them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextvars import copy_context
from typing import Any, TypeVar

from textual._context import active_message_pump
from textual.screen import Screen, ScreenResultType

from newsreader.tui.prompt import Prompt
from newsreader.tui.status import StatusBar
from newsreader.tui.tagging import Completion, tags_on

Answer = TypeVar("Answer")


class ActingScreen(Screen[ScreenResultType]):
    """Carries actions out, asks on the bottom line or in a dialog, and says what went wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._opened = asyncio.Event()
        self._acting: asyncio.Future[None] | None = None
        self.status = StatusBar()
        self.prompt = Prompt(self.status)

    @property
    def takes_keys(self) -> bool:
        """Tell whether keys are for this screen, not for a prompt or a dialog."""
        return self.is_active and not self.prompt.display

    @property
    def is_acting(self) -> bool:
        """Tell whether an action is going on that began with a key."""
        return self._acting is not None and not self._acting.done()

    async def act(self, done: Coroutine[None, None, None] | None) -> None:
        """Wait for what an action returned, until it is done or has asked something."""
        if done is None:
            return
        # Textual passes the answer of a dialog on to who asked. That is this screen: the program,
        # which may be waiting here with the next key, would never come to it.
        context = copy_context()
        context.run(active_message_pump.set, self)
        self._acting = asyncio.get_running_loop().create_task(done, context=context)
        self._acting.add_done_callback(self._say_failure)
        await self._done_or_opened(self._acting)

    async def catch_up(self) -> None:
        """Wait for an action that goes on after it was answered, and might ask once more."""
        if self._acting is not None and self.is_acting and self.takes_keys:
            await self._done_or_opened(self._acting)

    async def ask(
        self,
        question: str,
        answer: str = "",
        typed: Callable[[str], str] = lambda _: "",
        complete: Callable[[str], str] | None = None,
    ) -> str | None:
        """Ask for a line in the place of the status line; see Prompt.ask."""
        if not self.prompt.is_attached:
            await self.mount(self.prompt, before=self.status)
        answered = self.prompt.ask(question, answer, typed, complete)
        self._opened.set()
        return await answered

    async def ask_tags(
        self, what: str, tags: Sequence[str], known: Sequence[str]
    ) -> list[str] | None:
        """Ask for tags in the place of `tags`, and offer the `known` ones; None: as they were."""
        completion = Completion(known)
        answer = await self.ask(
            f"{what}:",
            "".join(f"{tag}, " for tag in tags),
            lambda line: completion.offered(line, self.size.width // 3),
            completion.completed,
        )
        return None if answer is None else tags_on(answer)

    async def dialog(self, screen: Screen[Answer]) -> Answer | None:
        """Show a screen over this one, and return what it is dismissed with."""
        answered: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        await self.app.push_screen(screen, answered.set_result)
        # Textual has no event for the first focus, which the next key is for.
        while screen.is_active and screen.focused is None:  # noqa: ASYNC110
            await asyncio.sleep(0)
        self._opened.set()
        return await answered

    async def _done_or_opened(self, action: asyncio.Future[None]) -> None:
        self._opened.clear()
        opened: asyncio.Future[Any] = asyncio.ensure_future(self._opened.wait())
        await asyncio.wait({opened, action}, return_when=asyncio.FIRST_COMPLETED)
        opened.cancel()

    def _say_failure(self, action: asyncio.Future[None]) -> None:
        """Say what went wrong in an action, also where it was unforeseen, and go on."""
        if not action.cancelled() and (error := action.exception()) is not None:
            self.status.say_failure(error)
