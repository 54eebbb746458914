"""What a query found in the library."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from newsreader.safety import guard
from newsreader.search.results import Found, Hit
from newsreader.tui.line_list import Line, LineList, Piece, spread
from newsreader.tui.paint import Layer, stretches
from newsreader.tui.wrap import Wrapped, cells, fit

SNIPPET_LINES = 2

LEAST = 12
"""Cells under which the name of a source would say nothing, and gives way to the title."""


class ResultsList(LineList):
    """Articles, the best first, each with the passage that answers the query."""

    EMPTY = (
        "Try fewer words, begin* for all that begins so, OR between words of which one will do,"
        " or a name without its field."
    )
    ROW_HEIGHT = 4
    BACKGROUND = "surface"

    class Chosen(Message):
        """The article under the cursor was chosen."""

    def __init__(self) -> None:
        super().__init__(id="results")
        self._hits: Sequence[Hit] = ()
        self.border_title = "The best first"

    @property
    def count(self) -> int:
        """How many articles are listed."""
        return len(self._hits)

    @property
    def hit(self) -> Hit | None:
        """The article under the cursor."""
        return self._hits[self.cursor] if self._hits else None

    @property
    def has_stops(self) -> bool:
        """Tell whether anything was found."""
        return bool(self._hits)

    def show(self, hits: Sequence[Hit], *, keep: int | None = None) -> None:
        """List these articles, with the cursor on the one with the id `keep`, else on the best."""
        self._hits = hits
        kept = (n for n, hit in enumerate(hits) if hit.article_id == keep)
        self.renew(cursor=next(kept, 0))

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw an article: title, source and date, then its snippet with the matches lit."""
        hit = self._hits[index]
        title, where = guard(hit.title), guard(hit.source).removeprefix("The ")
        date = f"{hit.published.day} {hit.published:%b %Y}" if hit.published else ""
        room = width - cells(date) - 7
        left = max(room - cells(title), room // 4)
        where = fit(where, left) if min(cells(where), LEAST) <= left else ""
        under = " · ".join(part for part in (where, date) if part)
        title = fit(title, width - cells(under) - 4)
        return [
            spread((f" {title}", "strong"), (f"{under} ", "quiet"), width),
            *_snippet_lines(hit, width - 4),
        ]

    def chosen(self, index: int) -> None:  # noqa: ARG002 - it is the one under the cursor
        """Say that an article was chosen."""
        self.post_message(self.Chosen())


def _snippet_lines(hit: Hit, width: int) -> list[Line]:
    """Set a snippet in a few lines, the matches lit; guarded piece by piece, so that they stay."""
    wrapped = Wrapped(hit.snippet, width)
    matches = Layer((span, "match") for span in hit.spans)
    lines: list[Line] = []
    for n in range(min(SNIPPET_LINES, len(wrapped))):
        line: list[Piece] = [("  ", "plain")]
        for stretch in stretches(wrapped.starts[n], wrapped.ends[n], [matches]):
            text = guard(hit.snippet[stretch.start : stretch.end])
            line.append((text, stretch.styles[-1] if stretch.styles else "plain"))
        lines.append(line)
    if len(wrapped) > SNIPPET_LINES:
        lines[-1] = [*lines[-1], ("…", "plain")]
    return lines


def in_words(found: Found) -> str:
    """Say how many articles were found, and what there is to know of the query."""
    total, shown = found.total, len(found.hits)
    said = "Nothing found" if not total else "1 article" if total == 1 else f"{total:,} articles"
    if found.ranked < total:
        said += f"; the {found.ranked:,} newest ranked"
    if shown < total:
        said += f"; the best {shown} here"
    return " · ".join([said, *found.remarks])
