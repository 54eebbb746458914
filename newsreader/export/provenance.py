"""What makes an entry evidence, in a few words on one line: for the small print of a format."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.export.entries import Entry
from newsreader.export.lines import one_line
from newsreader.model import Outcome
from newsreader.model.evidence import Passage

_CONTEXT = 40
"""Characters of the prefix and the suffix that are shown."""
_DOUBTFUL = {
    Outcome.CHANGED: "This passage reads differently in the latest version of the article.",
    Outcome.MISSING: "This passage is not in the latest version of the article.",
}


def remarks(passage: Passage) -> list[str]:
    """Return a sentence for each thing that somebody should know before using a passage."""
    corrected = passage.quote is not None and passage.quote.corrected
    found = ["Who is quoted here was corrected by the reader."] if corrected else []
    return found + ([_DOUBTFUL[passage.outcome]] if passage.outcome in _DOUBTFUL else [])


def provenance(entry: Entry) -> str:
    """Return how it is known, and where it stands; what is unknown is left out.

    For example: direct, cue “said” · fetched 2024-06-03T09:30:00+00:00 · characters 10–42, after
    “said:” and before “Then” · SHA-256 abab… · green
    """
    return " · ".join(_parts(entry))


def _parts(entry: Entry) -> Iterator[str]:
    article, highlight, quote = entry.article, entry.highlight, entry.quote
    if quote:
        cue = one_line(quote.cue)
        yield f"{quote.kind.value}, cue “{cue}”" if cue else quote.kind.value
    if article.published:
        yield f"published {article.published.isoformat()}"
    yield f"fetched {article.fetched.isoformat()}"
    if highlight:
        anchor = highlight.anchor
        place = f"characters {anchor.span.start}–{anchor.span.end}"
        before, after = one_line(anchor.prefix), one_line(anchor.suffix)
        around = [f"after “{before[-_CONTEXT:]}”"] if before else []
        around += [f"before “{after[:_CONTEXT]}”"] if after else []
        yield ", ".join([place, " and ".join(around)] if around else [place])
    if entry.sha256:
        yield f"SHA-256 {one_line(entry.sha256)}"
    if highlight:
        yield one_line(highlight.colour)
