"""Evidence of two articles about people who do not exist, with all that makes writing it hard."""

from __future__ import annotations

from datetime import UTC, datetime

from newsreader.model import Anchor, Highlight, Note, Outcome, QuoteKind, Span, SpeakerKind
from newsreader.model.evidence import Evidence, Passage, QuoteContext

_MORNING = datetime(2024, 6, 3, 9, 30, tzinfo=UTC)
_NOON = datetime(2024, 6, 3, 12, 0, 5, tzinfo=UTC)


def _passage(  # noqa: PLR0913 - a row of a table
    number: int,
    article_id: int,
    exact: str,
    quote: QuoteContext | None,
    *,
    note: str = "",
    colour: str = "yellow",
    tags: tuple[str, ...] = (),
    outcome: Outcome = Outcome.EXACT,
) -> Passage:
    name = f"{number * 0x9E3779B1 % 2**32:08x}" * 4
    span = Span(100 * number, 100 * number + len(exact))
    anchor = Anchor(exact, f"before {number}: ", f" after {number}", span, f"{article_id}a" * 32)
    written = Note(
        f"{number * 0x85EBCA77 % 2**32:08x}" * 4, article_id, name, note, _MORNING, _NOON
    )
    return Passage(
        Highlight(name, article_id, anchor, colour, _MORNING, _MORNING, tags),
        outcome,
        written if note else None,
        quote,
    )


EVIDENCE = (
    Evidence(
        article_id=1,
        title="Baths to close, “for good”",
        location="/news/baths.md",
        fetched=_NOON,
        sha256="1a" * 32,
        byline="Ann Hall & Bo Sand",
        publisher="The Ledger",
        published=_MORNING,
        url="https://ledger.example/baths?id=7&page=2",
        language="en-GB",
        tags=("pools", "to check"),
        note=Note("f" * 32, 1, None, "Ask the *mayor*.\n\n- losses\n- <winter>", _MORNING, _NOON),
        passages=(
            _passage(
                1,
                1,
                "I learned to swim in that pool.\nSo did my children.",
                QuoteContext(QuoteKind.DIRECT, "Delia Pruett", "the mayor", "said", 0.9, "cue"),
                note="Her best line.",
                colour="green",
                tags=("to check", "2024"),
            ),
            _passage(
                2,
                1,
                "the losses had been worked out from the coldest winter in thirty years",
                QuoteContext(
                    QuoteKind.INDIRECT, "Warren Corley", "He", "said", 0.8, corrected=True
                ),
                outcome=Outcome.CHANGED,
            ),
            _passage(
                3,
                1,
                "=1+2 is what “it” costs; =3, says the board",
                QuoteContext(
                    QuoteKind.DIRECT,
                    "Baths Board",
                    "the board",
                    "says",
                    0.5,
                    "cue",
                    SpeakerKind.ORG,
                ),
                note="+44 is the code\n@home",
                colour="pink",
            ),
        ),
    ),
    Evidence(
        article_id=2,
        title="السد يفتح 🌊",
        location="/news/weir.txt",
        fetched=_NOON,
        sha256="2a" * 32,
        passages=(
            _passage(
                4,
                2,
                "* The weir | [[opened]] at 9:30, C:\\gate\\1 #2",
                None,
                note="بحاجة إلى تحقق 👩‍🚒",
                outcome=Outcome.MISSING,
            ),
        ),
    ),
)
