"""Evidence of every shape, for tests that hold for all of it."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from newsreader.model import (
    COLOURS,
    OF_NAMES,
    Anchor,
    Correction,
    CorrectionKind,
    CorrectionScope,
    EntityType,
    Highlight,
    Note,
    Outcome,
    QuoteKind,
    Span,
    SpeakerKind,
)
from newsreader.model.evidence import Evidence, Passage, QuoteContext
from newsreader.safety import guard

MONDAY = datetime(2024, 6, 3, 9, 30, tzinfo=UTC)

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Drawing whole articles takes its time, the more so on a busy machine."""

hostile = st.sampled_from(
    [
        "---\ntitle: forged\n---",
        "</div><script>alert(1)</script>",
        "[x](https://evil.example) ![y](z) [[note]] ![[embed]]",
        "https://evil.example www.evil.example a@evil.example",
        "# heading\n## heading\n===\n---\n* item\n- item\n1. item\n2) item\n+ item",
        "> [!danger] callout\n> quote",
        "```\ncode\n```\n    code\n\tcode\n~~~",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "%%hidden%% ==marked== $x$ ~~gone~~ #tag ^nr-00000000 &amp; &#60; &lt;",
        "\x1b]0;title\x07\x1b[31m\x9b31m\u202eabc\u2066\u200b\u2028\x00\x7f\ufeff",
        "line\r\nline\rline\x85line\u2029line",
        "<https://evil.example> <!-- -->",
        "\"quoted\": \\ yaml: {a: b} 'x' # comment",
    ]
)
texts = st.one_of(
    hostile, st.text(max_size=40), st.tuples(hostile, st.text(max_size=9)).map("".join)
)
times = st.integers(0, 4 * 10**9).map(lambda second: datetime.fromtimestamp(second + 0.25, UTC))
ids = st.uuids().map(lambda each: each.hex)
tags = st.lists(texts, max_size=3).map(tuple)
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
quote_contexts = st.builds(
    QuoteContext,
    kind=st.sampled_from(QuoteKind),
    speaker=texts,
    mention=texts,
    cue=texts,
    confidence=st.floats(0, 1),
    why=texts,
    speaker_kind=st.sampled_from(SpeakerKind),
    corrected=st.booleans(),
)
names = texts.map(lambda text: " ".join(guard(text).split())).filter(bool)


@st.composite
def corrections(draw: st.DrawFn, article_id: int | None = None) -> Correction:
    """Draw a correction; `article_id` is the number of its article, if it is of one."""
    kind = draw(st.sampled_from(CorrectionKind))
    wide = kind in OF_NAMES and draw(st.booleans())
    sha256, exact = draw(ids), draw(texts)
    anchor = None
    if kind not in OF_NAMES or (not wide and draw(st.booleans())):
        start = draw(st.integers(0, 10**6))
        span = Span(start, start + len(exact))
        anchor = Anchor(exact, draw(texts), draw(texts), span, sha256)
    types = st.sampled_from(EntityType).map(lambda each: each.value)
    return Correction(
        id=draw(ids),
        kind=kind,
        scope=CorrectionScope.SOURCE if wide else CorrectionScope.ARTICLE,
        article_id=None if wide else article_id,
        source=draw(texts.filter(bool)) if wide else "",
        anchor=anchor,
        name=draw(texts),
        value=draw(types if kind is CorrectionKind.RETYPE else names),
        created=draw(times),
        title=draw(texts),
        location=draw(texts),
        sha256=sha256,
    )


@st.composite
def passages(draw: st.DrawFn, article_id: int) -> Passage:
    """Draw one highlight of an article, with or without note and quote."""
    highlight = Highlight(
        id=draw(ids),
        article_id=article_id,
        anchor=Anchor(draw(texts), draw(texts), draw(texts), draw(spans), draw(ids)),
        colour=draw(st.sampled_from(COLOURS)),
        created=draw(times),
        updated=draw(times),
        tags=draw(tags),
    )
    note = Note(draw(ids), article_id, highlight.id, draw(texts), draw(times), draw(times))
    return Passage(
        highlight=highlight,
        outcome=draw(st.sampled_from(Outcome)),
        note=note if draw(st.booleans()) else None,
        quote=draw(st.none() | quote_contexts),
    )


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    """Draw one article with its note and highlights."""
    number = draw(st.integers(1, 10**6))
    note = Note(draw(ids), number, None, draw(texts), draw(times), draw(times))
    return Evidence(
        article_id=number,
        title=draw(texts),
        location=draw(texts),
        fetched=draw(times),
        sha256=draw(ids),
        byline=draw(texts),
        publisher=draw(texts),
        published=draw(st.none() | times),
        url=draw(texts | st.just("https://paper.example/a?b=c&d=(e)")),
        language=draw(texts),
        tags=draw(tags),
        note=note if draw(st.booleans()) else None,
        passages=tuple(draw(st.lists(passages(number), max_size=3))),
        corrections=tuple(draw(st.lists(corrections(number), max_size=2))),
    )


def one_passage(**changes: object) -> Evidence:
    """Return an ordinary article with one highlight, some of its fields changed."""
    anchor = Anchor("We can't heat it with affection.", "said: ", " Then", Span(10, 42), "ab" * 32)
    fields: dict[str, object] = {
        "article_id": 7,
        "title": "Baths vote",
        "location": "/news/baths.md",
        "fetched": MONDAY,
        "sha256": "ab" * 32,
        "byline": "Ann Hall",
        "publisher": "The Ledger",
        "published": MONDAY,
        "url": "https://ledger.example/baths",
        "language": "en",
        "tags": ("pools",),
        "note": Note("c" * 32, 7, None, "Ask the mayor.", MONDAY, MONDAY),
        "passages": (
            Passage(
                highlight=Highlight(
                    "0123456789abcdef" * 2, 7, anchor, "green", MONDAY, MONDAY, ("to check",)
                ),
                outcome=Outcome.EXACT,
                note=Note("d" * 32, 7, "0123456789abcdef" * 2, "Her best line.", MONDAY, MONDAY),
                quote=QuoteContext(QuoteKind.DIRECT, "Delia Pruett", "she", "said", 0.9, "cue"),
            ),
        ),
    }
    return Evidence(**(fields | changes))  # type: ignore[arg-type]  # the fields are those of Evidence
