"""What the screen looks like, kept as pictures; `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from newsreader.reading import Reading
from newsreader.settings import Settings
from newsreader.tui.app import NewsreaderApp
from tests.tui.edited import edited
from tests.tui.many import fill
from tests.tui.noted import gather
from tests.tui.running import Desk, settle
from tests.tui.weir import weir

SIZES = [(120, 36), (80, 24), (60, 20)]


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: NewsreaderApp, *, terminal_size: tuple[int, int], run_before: object
    ) -> bool: ...


@pytest.fixture
def reading(library: Path) -> Iterator[Reading]:
    with Reading(library) as reading:
        yield reading


def app_on(reading: Reading, library: Path, folder: Path, theme: str = "") -> NewsreaderApp:
    return NewsreaderApp(reading, Settings(library=library, theme=theme), [str(folder)])


def at(pilot: Pilot[int]) -> Desk:
    assert isinstance(pilot.app, NewsreaderApp)
    return Desk(pilot.app, pilot, Path())


async def annotate(pilot: Pilot[int]) -> None:
    """Make one highlight with a note and a star, and go on to the next quote."""
    desk = at(pilot)
    await settle(pilot)
    await desk.press("2", "]q")
    await desk.note("Ask who tested it.")
    await desk.press("s", "]q")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_reading(
    snap_compare: Compare, reading: Reading, library: Path, folder: Path, size: tuple[int, int]
) -> None:
    app = app_on(reading, library, folder)
    assert snap_compare(app, terminal_size=size, run_before=annotate)


def test_light(snap_compare: Compare, reading: Reading, library: Path, folder: Path) -> None:
    app = app_on(reading, library, folder, theme="paper")
    assert snap_compare(app, terminal_size=(120, 36), run_before=annotate)


def test_no_colour(
    snap_compare: Compare,
    reading: Reading,
    library: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(reading, library, folder)
    assert snap_compare(app, terminal_size=(80, 24), run_before=annotate)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_search(
    snap_compare: Compare, reading: Reading, library: Path, folder: Path, size: tuple[int, int]
) -> None:
    async def search(pilot: Pilot[int]) -> None:
        desk = at(pilot)
        await settle(pilot)
        await desk.press("f")
        desk.app.screen.query_one(Input).cursor_blink = False
        await desk.type("byline:ida AND (orchards OR wind)")

    app = app_on(reading, library, folder)
    assert snap_compare(app, terminal_size=size, run_before=search)


def test_nothing_asked_yet(
    snap_compare: Compare, reading: Reading, library: Path, folder: Path
) -> None:
    async def save(pilot: Pilot[int]) -> None:
        desk = at(pilot)
        await settle(pilot)
        await desk.press("f")
        desk.app.screen.query_one(Input).cursor_blink = False
        await desk.type("pier repairs")
        await desk.press("ctrl+s")
        await desk.type("The pier")
        await desk.press("enter", "ctrl+u", "tab")

    app = app_on(reading, library, folder)
    assert snap_compare(app, terminal_size=(80, 24), run_before=save)


def test_narrowing(snap_compare: Compare, reading: Reading, library: Path, folder: Path) -> None:
    async def narrow(pilot: Pilot[int]) -> None:
        desk = at(pilot)
        await settle(pilot)
        await desk.press("j", "enter", "f")
        await desk.type("byline:ida")
        await desk.press("tab", "tab", "enter")

    app = app_on(reading, library, folder)
    assert snap_compare(app, terminal_size=(120, 36), run_before=narrow)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_unsure(
    snap_compare: Compare, reading: Reading, library: Path, size: tuple[int, int]
) -> None:
    async def narrow(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await at(pilot).press("U", "3", "j")

    app = app_on(reading, library, weir(library))
    assert snap_compare(app, terminal_size=size, run_before=narrow)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_correcting(
    snap_compare: Compare, reading: Reading, library: Path, size: tuple[int, int]
) -> None:
    async def doubt(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await at(pilot).press("3", "c", "n", "2", "]e", "]e", "]e", "c")

    app = app_on(reading, library, weir(library))
    assert snap_compare(app, terminal_size=size, run_before=doubt)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_versions(snap_compare: Compare, library: Path, pier: Path, size: tuple[int, int]) -> None:
    async def compare(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await at(pilot).press("V", "space")

    edited(library, pier)
    with Reading(library) as reading:
        app = NewsreaderApp(reading, Settings(library=library))
        assert snap_compare(app, terminal_size=size, run_before=compare)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_lists(snap_compare: Compare, library: Path, size: tuple[int, int]) -> None:
    async def choose(pilot: Pilot[int]) -> None:
        desk = at(pilot)
        await settle(pilot)
        desk.screen.reading.save_query("Ferry", "title:ferry is:unread")
        await desk.press("S", "j", "o", "o", "enter", "j", "S")

    with Reading(fill(library)) as reading:
        app = NewsreaderApp(reading, Settings(library=library))
        assert snap_compare(app, terminal_size=size, run_before=choose)


def test_an_older_version(snap_compare: Compare, library: Path, pier: Path) -> None:
    async def go_back(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await at(pilot).press("V", "j", "enter")

    edited(library, pier)
    with Reading(library) as reading:
        app = NewsreaderApp(reading, Settings(library=library))
        assert snap_compare(app, terminal_size=(120, 36), run_before=go_back)


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_another_speaker(
    snap_compare: Compare, reading: Reading, library: Path, size: tuple[int, int]
) -> None:
    async def ask(pilot: Pilot[int]) -> None:
        desk = at(pilot)
        await settle(pilot)
        await desk.press("[q", "c", "s")
        desk.app.screen.query_one(Input).cursor_blink = False
        await desk.type("thorn")

    app = app_on(reading, library, weir(library))
    assert snap_compare(app, terminal_size=size, run_before=ask)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_exporting(
    snap_compare: Compare, library: Path, folder: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(pilot: Pilot[int]) -> None:
        await annotate(pilot)
        await at(pilot).press("x", "G", "tab", "tab", "right")

    # What our own formats write tells the time, and the path of a file where the tests run.
    (tmp_path / "desk.md.jinja").write_text(
        "{% for one in entries %}> {{ one.quote }}\n> — {{ one.citation }}{% endfor %}\n"
    )
    with Reading(library, templates=tmp_path) as reading:
        app = app_on(reading, library, folder)
        assert snap_compare(app, terminal_size=size, run_before=look)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_checking_a_draft(
    snap_compare: Compare, reading: Reading, library: Path, pier: Path, size: tuple[int, int]
) -> None:
    draft = pier.with_name("draft.md")

    async def check(pilot: Pilot[int]) -> None:
        desk = at(pilot)
        await settle(pilot)
        await desk.press("P")
        await desk.type(str(draft))
        await desk.press("enter", "j")

    draft.write_text(
        "“The timber is soft to the touch,” Tobias Renn said.\n\n"
        "“The timber is quite soft to the hand,” Renn said.\n\n"
        "“We have been told this twice before,” Tobias Ren said.\n\n"
        "“Nobody asked us what the ferry was for,” Mina Oakes said.\n",
        "utf-8",
    )
    app = app_on(reading, library, pier)
    assert snap_compare(app, terminal_size=size, run_before=check)


@pytest.mark.parametrize(
    ("size", "theme"),
    [((120, 36), "paper"), ((80, 24), "sixteen"), ((60, 20), "night")],
    ids=["120x36-paper", "80x24-sixteen", "60x20-night"],
)
def test_notes(
    snap_compare: Compare, library: Path, folder: Path, size: tuple[int, int], theme: str
) -> None:
    async def show(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await at(pilot).press("A", "j", "j")

    with Reading(gather(library, folder)) as reading:
        settings = Settings(library=library, theme=theme, colours={"green": "fact"})
        app = NewsreaderApp(reading, settings)
        assert snap_compare(app, terminal_size=size, run_before=show)


@pytest.mark.parametrize("theme", ["paper", "sixteen"])
def test_overlapping_highlights(
    snap_compare: Compare, library: Path, folder: Path, theme: str
) -> None:
    async def overlap(pilot: Pilot[int]) -> None:
        desk = at(pilot)
        await settle(pilot)
        await desk.press("]q", "v", "}", "(", "h", "H", "C", "C", "]q", "v", "w", "w", "e", "H")
        await desk.press("escape")

    with Reading(gather(library, folder)) as reading:
        app = NewsreaderApp(
            reading, Settings(library=library, theme=theme), [str(folder / "1-pier.md")]
        )
        assert snap_compare(app, terminal_size=(80, 24), run_before=overlap)
