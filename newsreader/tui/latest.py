"""Questions that change while they are answered, as those of a reader who types."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from textual.dom import DOMNode
from textual.worker import Worker

from newsreader.errors import NewsreaderError

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Latest(Generic[Question, Answer]):
    """Answers the latest question in a thread, one at a time; the others in between are dropped.

    However fast they come, no more than one answer is under way, and one to a question that is no
    longer asked is not told.
    """

    def __init__(
        self,
        node: DOMNode,
        answer: Callable[[Question], Answer],
        tell: Callable[[Question, Answer | NewsreaderError], None],
        *,
        pause: float,
    ) -> None:
        """Wait `pause` seconds for a later question before one is answered."""
        self._node = node
        self._answer = answer
        self._tell = tell
        self._pause = pause
        self._asked: Question | None = None
        self._worker: Worker[None] | None = None

    def ask(self, question: Question) -> None:
        """Have this question answered, and no other any more."""
        self._asked = question
        if self._worker is None or self._worker.is_finished:
            self._worker = self._node.run_worker(self._run(), exit_on_error=False)

    def drop(self) -> None:
        """Have nothing answered any more."""
        self._asked = None

    async def settled(self) -> None:
        """Wait until the latest question is answered."""
        if self._asked is not None and self._worker is not None:
            await asyncio.wait({asyncio.ensure_future(self._worker.wait())})

    async def _run(self) -> None:
        answer: Answer | NewsreaderError
        while (question := await self._latest()) is not None:
            try:
                answer = await asyncio.to_thread(self._answer, question)
            except NewsreaderError as error:
                answer = error
            if question == self._asked:
                self._asked = None
                self._tell(question, answer)

    async def _latest(self) -> Question | None:
        await asyncio.sleep(self._pause)
        return self._asked
