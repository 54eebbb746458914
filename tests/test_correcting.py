"""Correcting what is claimed of articles, on real files and a real library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.errors import CorrectionError
from newsreader.library.articles import Stored
from newsreader.model import (
    CORRECTED,
    Correction,
    CorrectionKind,
    CorrectionScope,
    Quote,
    Span,
    Version,
)
from newsreader.reading import Reading

FRONT = '---\ntitle: "{title}"\npublisher: The Ledger\n---\n\n'
TEXT = (
    "Harrowmere will drain its baths in April, Mayor Delia Pruett said on Tuesday.\n\n"
    "“I learned to swim in that pool,” Pruett said. “So did my children.”\n\n"
    "“Take an ordinary year and the figure is half that,” Warren Corley told the council.\n"
)
SWIM = "I learned to swim in that pool,"

SPEAKER, RENAME, RETYPE = CorrectionKind.SPEAKER, CorrectionKind.RENAME, CorrectionKind.RETYPE


class Desk:
    """A reader with one article on the desk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "notes.db"
        self.reading = Reading(self.library)
        self.article_id = self.add("baths", TEXT)

    def add(self, name: str, text: str, front: str = FRONT) -> int:
        path = self.folder / f"{name}.md"
        path.write_text(front.format(title=name) + text, encoding="utf-8")
        [stored] = self.reading.add([str(path)])
        assert isinstance(stored, Stored)
        return stored.article_id

    def reopen(self) -> None:
        self.reading.close()
        self.reading = Reading(self.library)

    def version(self, article_id: int | None = None) -> Version:
        return self.reading.open(article_id or self.article_id).version

    def span(self, words: str) -> Span:
        start = self.version().text.index(words)
        return Span(start, start + len(words))

    def correct(
        self,
        kind: CorrectionKind,
        words: str = "",
        *,
        name: str = "",
        value: str = "",
        scope: CorrectionScope = CorrectionScope.ARTICLE,
    ) -> Correction:
        span = self.span(words) if words else None
        return self.reading.correct(
            self.article_id, self.version(), kind, span=span, name=name, value=value, scope=scope
        )

    def quote(self, words: str = SWIM, article_id: int | None = None) -> Quote:
        version = self.version(article_id)
        [quote] = [
            q for q in self.reading.analysis(version).quotes if words in q.span.of(version.text)
        ]
        return quote

    def speaker(self, words: str = SWIM, article_id: int | None = None) -> str | None:
        speaker = self.quote(words, article_id).speaker
        return speaker.canonical if speaker else None

    def names(self, article_id: int | None = None) -> list[str]:
        return [each.name for each in self.reading.analysis(self.version(article_id)).entities]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.reading.close()


def test_a_correction_holds_at_once_and_after_a_restart(desk: Desk) -> None:
    assert desk.speaker() == "Delia Pruett"
    made = desk.correct(SPEAKER, SWIM, value="Warren Corley")
    assert (made.name, made.value, made.article_id) == (
        "Delia Pruett", "Warren Corley", desk.article_id,
    )  # fmt: skip
    assert desk.speaker() == "Warren Corley"
    desk.reopen()
    assert desk.speaker() == "Warren Corley"
    assert (desk.quote().confidence, desk.quote().why) == (1.0, CORRECTED)
    assert desk.reading.corrections() == desk.reading.corrections(desk.article_id) == [made]


def test_it_is_taken_back_even_after_a_restart(desk: Desk) -> None:
    before = desk.reading.analysis(desk.version())
    desk.correct(RENAME, name="Delia Pruett", value="Delia Prewitt")
    desk.correct(SPEAKER, SWIM, value="")
    assert desk.speaker() is None
    assert desk.reading.undo() == "Correction"
    assert desk.speaker() == "Delia Prewitt"
    desk.reopen()
    assert desk.reading.undo() == "Correction"
    assert desk.reading.analysis(desk.version()) == before
    assert desk.reading.corrections() == []


def test_what_is_kept_of_the_analysis_is_uncorrected(desk: Desk) -> None:
    before = desk.reading.analysis(desk.version())
    made = desk.correct(RENAME, name="Delia Pruett", value="Delia Prewitt")
    assert desk.names() != [entity.name for entity in before.entities]
    desk.reading.remove_correction(made.id)
    assert desk.reading.analysis(desk.version()) == before
    assert desk.reading.undo() == "Correction removed"
    assert "Delia Prewitt" in desk.names()


def test_what_cannot_be_corrected_is_said(desk: Desk) -> None:
    for attempt, said in (
        ({"kind": SPEAKER, "words": "Harrowmere"}, "no quote"),
        ({"kind": RENAME, "words": "on Tuesday", "value": "Day"}, "no name"),
        ({"kind": RENAME, "name": "Delia Pruett", "value": " "}, "no name"),
        ({"kind": RETYPE, "name": "Delia Pruett", "value": "FISH"}, "FISH"),
        ({"kind": SPEAKER, "words": SWIM, "scope": CorrectionScope.SOURCE}, "whole source"),
        ({"kind": SPEAKER, "value": "Ann"}, "no passage"),
    ):
        with pytest.raises(CorrectionError, match=said):
            desk.correct(**attempt)  # type: ignore[arg-type]  # as named
    assert desk.reading.corrections() == []
    assert desk.reading.undo() is None
