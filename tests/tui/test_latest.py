"""Questions that change while they are answered."""

from __future__ import annotations

from threading import Event

from textual.app import App
from textual.pilot import Pilot

from newsreader.errors import LibraryError, NewsreaderError
from newsreader.tui.latest import Latest


class Library:
    """Answers questions, the first when it is let go."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.begun, self.let_go = Event(), Event()
        self.told: list[tuple[str, str | NewsreaderError]] = []

    def answer(self, question: str) -> str:
        self.asked.append(question)
        self.begun.set()
        self.let_go.wait(5)
        if question == "broken":
            raise LibraryError("It is broken.")
        return question.upper()

    def tell(self, question: str, answer: str | NewsreaderError) -> None:
        self.told.append((question, answer))


async def being_answered(library: Library, pilot: Pilot[None]) -> Latest[str, str]:
    """Ask a first question, and wait until the library has it."""
    latest = Latest(pilot.app, library.answer, library.tell, pause=0)
    latest.ask("f")
    while not library.begun.is_set():
        await pilot.pause()
    return latest


async def test_only_the_latest_question_is_answered() -> None:
    library, app = Library(), App[None]()
    async with app.run_test() as pilot:
        latest = await being_answered(library, pilot)
        for more in ("fe", "fer", "ferry"):
            latest.ask(more)
        library.let_go.set()
        await latest.settled()
        assert library.asked == ["f", "ferry"]
        assert library.told == [("ferry", "FERRY")]


async def test_what_is_dropped_is_not_told() -> None:
    library, app = Library(), App[None]()
    async with app.run_test() as pilot:
        latest = await being_answered(library, pilot)
        latest.drop()
        library.let_go.set()
        await app.workers.wait_for_complete()
        assert library.told == []
        latest.ask("g")
        await latest.settled()
        assert library.told == [("g", "G")]


async def test_what_cannot_be_answered_is_told() -> None:
    library, app = Library(), App[None]()
    library.let_go.set()
    async with app.run_test():
        latest = Latest(app, library.answer, library.tell, pause=0)
        latest.ask("broken")
        await latest.settled()
        latest.ask("whole")
        await latest.settled()
        [(_, error), whole] = library.told
        assert isinstance(error, LibraryError)
        assert whole == ("whole", "WHOLE")
