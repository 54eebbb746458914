"""What is said of one quotation of a draft, set as a page."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.checking.speakers import called
from newsreader.export.citation import attribution
from newsreader.model.judgement import Judged, PieceKind, SourcePassage
from newsreader.safety import guard
from newsreader.tui.comparing import GONE, NEW, OTHER, Page, Piece, section, set_page
from newsreader.tui.heading import Heading
from newsreader.tui.judged_list import verdict

WRONG = "!"
"""In the gutter beside what else is to be looked at."""


def heading_of(judged: Judged) -> Heading:
    """Return what stands over the page: the verdict, and whose words the draft says they are."""
    who = guard(called(judged.quotation.speaker))
    return Heading(verdict(judged), (f"The draft quotes {who}." if who else "",))


def page_of(judged: Judged) -> Page:
    """Set the difference word by word, what the source says and where, and the remarks."""
    sources = [_source(each) for each in judged.sources]
    nothing = [[Piece("Nothing in the library says this.", "quiet")]]
    name = "The sources say" if len(sources) > 1 else "The source says"
    legend = " · struck out: left out · underlined: put in" if judged.difference else ""
    return set_page(
        [
            *section(f"The draft says{legend}", [list(_words(judged))]),
            *section(name, sources or nothing),
            *section("Look at", [[Piece(each.text, "plain", WRONG)] for each in judged.remarks]),
        ]
    )


def _words(judged: Judged) -> Iterator[Piece]:
    """Yield the quotation, with what the source has in the place of what it has not."""
    pieces = judged.difference
    kinds = [PieceKind.SAME, *(each.kind for each in pieces), PieceKind.SAME]
    yield Piece("“")
    if not pieces:
        yield Piece(_on_one_line(judged.quotation.words))
    for piece, before, after in zip(pieces, kinds, kinds[2:], strict=False):
        words = _on_one_line(piece.text)
        bare = words.rstrip()
        if piece.kind is PieceKind.SAME:
            yield Piece(words)
            continue
        left_out = piece.kind is PieceKind.LEFT_OUT
        sign = GONE if left_out else NEW
        instead = (after is PieceKind.PUT_IN) if left_out else (before is PieceKind.LEFT_OUT)
        yield Piece(bare, "removed" if left_out else "added", OTHER if instead else sign)
        yield Piece(words[len(bare) :] or " " * left_out)
    yield Piece("”")


def _source(source: SourcePassage) -> list[Piece]:
    """Return what a source says, who says it there, and where that is."""
    words = f"“{_on_one_line(source.words)}”\n" if source.words else ""
    where = source.url or source.location
    told = [Piece(words), Piece(attribution(source, source.speaker), "quiet")]
    return [*told, Piece(f"\n{where}", "quiet")] if where else told


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")
