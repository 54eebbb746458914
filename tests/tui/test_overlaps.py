"""Highlights that lie over one another: shown, gone through, and acted on one at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment

from newsreader.library.anchoring import Placement
from newsreader.model import COLOURS, Anchor, Highlight, Outcome, Span
from newsreader.reading import PlacedHighlight
from newsreader.tui.marks import pieces
from tests.tui.running import Desk, at_the_desk, drawn, on_colour, strips, words_of
from tests.tui.test_mouse import click, drag, where

QUOTE = "The timber is soft to the touch,"
SENTENCE = f"“{QUOTE}” harbour master Tobias Renn said."
WORDS = "soft to the"


async def three(desk: Desk) -> None:
    """Highlight three passages, each within the one before, and show them."""
    opened = desk.opened
    for words, colour in ((SENTENCE, "green"), (QUOTE, "yellow"), (WORDS, "yellow")):
        start = opened.version.text.index(words)
        span = Span(start, start + len(words))
        desk.screen.reading.highlight(opened.listed.id, opened.version, span, colour)
    await desk.press("J", "s")


def kept(desk: Desk) -> dict[str, Highlight]:
    return {one.highlight.anchor.exact: one.highlight for one in desk.kept().placed}


def underlined(desk: Desk) -> str:
    """Return the words that are marked as under several highlights."""
    colours = {desk.app.theme_variables[colour].lower() for colour in COLOURS}

    def overlaps(segment: Segment) -> bool:
        style = segment.style
        return bool(
            style
            and style.underline
            and style.bgcolor
            and style.bgcolor.triplet
            and style.bgcolor.triplet.hex in colours
        )

    return words_of(each for strip in strips(desk.body) for each in strip if overlaps(each))


async def test_the_smallest_lies_on_top_and_the_rest_is_told_by_more_than_colour(
    library: Path, pier: Path
) -> None:
    async with at_the_desk(library, pier) as desk:
        await three(desk)
        await desk.press("m")
        green = on_colour(desk.body, "green").split()
        assert QUOTE not in " ".join(green)
        assert {"harbour", "master", "said."} <= set(green)
        assert on_colour(desk.body, "yellow").split() == QUOTE.split()
        assert underlined(desk).split() == QUOTE.split()
        assert any(line.strip().startswith("▌▌") for line in drawn(desk.body))


async def test_each_of_them_is_gone_to_and_acted_on(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await three(desk)
        seen = []
        for _ in range(4):
            await desk.press("]h")
            seen.append(on_colour(desk.body, "current").removeprefix("“").split()[-1])
        assert seen == ["said.", "touch,", "the", "said."]
        assert "Highlight 1 of 3 (2 more over it)" in desk.said
        await desk.press("C")
        assert kept(desk)[SENTENCE].colour == "blue"
        await desk.press("]h", "t")
        await desk.type("timber")
        await desk.press("enter")
        await desk.note("On the quote.")
        await desk.press("[h", "[h", "H")
        assert {exact: each.tags for exact, each in kept(desk).items()} == {
            SENTENCE: (),
            QUOTE: ("timber",),
        }
        assert [
            (note.text, note.highlight_id == kept(desk)[QUOTE].id) for note in desk.kept().notes
        ] == [("On the quote.", True)]


async def test_without_going_to_one_the_smallest_around_is_meant(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await three(desk)
        await desk.press("]q", "C")
        colours = {exact: each.colour for exact, each in kept(desk).items()}
        assert colours == {SENTENCE: "green", QUOTE: "green", WORDS: "yellow"}


async def test_clicks_go_from_the_smallest_to_the_next_around(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await three(desk)
        await desk.press("escape")
        await click(desk, desk.body, "soft to")
        assert "Quote 1" in desk.said
        lengths = []
        for _ in range(4):
            await click(desk, desk.body, "soft to")
            assert desk.screen.place is not None
            lengths.append(len(desk.screen.place))
        assert lengths == [len(WORDS), len(QUOTE), len(SENTENCE), len(WORDS)]
        await click(desk, desk.body, "1931")
        assert desk.screen.place is None


async def test_a_click_picks_a_highlight_where_there_is_no_claim(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        x, y = where(desk.body, "mended after")
        await drag(desk, (x, y), (x + len("mended after") - 1, y))
        await desk.press("H", "escape")
        await click(desk, desk.body, "mended")
        assert "Highlight 1 of 1" in desk.said
        await desk.press("H")
        assert kept(desk) == {}


async def test_a_passage_over_paragraphs_by_keys_and_by_mouse(library: Path, pier: Path) -> None:
    async with at_the_desk(library, pier) as desk:
        await desk.press("v", "}", "}", "e", "H")
        (by_keys,) = kept(desk)
        assert by_keys.startswith("The ferry pier at Quillhaven")
        assert by_keys.count("\n\n") == 2
        assert by_keys.endswith("\n\nThe")
        await drag(desk, where(desk.body, "lie there"), where(desk.body, "built in"))
        await desk.pilot.resize_terminal(60, 20)
        await desk.press("H")
        by_mouse = next(exact for exact in kept(desk) if exact != by_keys)
        assert by_mouse == "lie there.”\n\nThe pier was b"
        await desk.press("]h", "[h")
        assert "of 2" in desk.said
        assert all(line.strip().startswith("▌") for line in drawn(desk.body) if "there.”" in line)


@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(COLOURS)), max_size=6
    )
)
def test_each_character_has_the_colour_of_the_smallest_over_it(
    found: list[tuple[int, int, str]],
) -> None:
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    spans = [(Span(min(a, b), max(a, b)), colour) for a, b, colour in found]
    placed = [
        PlacedHighlight(
            Highlight(str(n), 1, Anchor("", "", "", span, ""), colour, moment, moment),
            Placement(Outcome.EXACT, span),
        )
        for n, (span, colour) in enumerate(spans)
    ]
    cut = {offset: piece for piece in pieces(placed) for offset in range(*_ends(piece.span))}
    for offset in range(13):
        over = [(len(span), colour) for span, colour in spans if offset in span]
        if not over:
            assert offset not in cut
            continue
        smallest = min(length for length, _ in over)
        assert cut[offset].depth == len(over)
        assert (smallest, cut[offset].colour) in over


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
