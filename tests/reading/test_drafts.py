from __future__ import annotations

from pathlib import Path

import pytest

from newsreader.errors import SourceError
from newsreader.reading import Reading
from newsreader.reading.drafts import read_draft

DRAFT = "“The pier is safe,” Renn said. “Nobody need wait,” he said.\n"


def test_a_draft_is_read_as_articles_are(tmp_path: Path) -> None:
    page = tmp_path / "draft.md"
    page.write_text(f"---\ntitle: A draft\n---\n\n{DRAFT}", "utf-8")
    assert read_draft(str(page)).strip() == DRAFT.strip()


def test_what_is_no_draft_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.md"):
        read_draft(str(tmp_path / "none.md"))
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(DRAFT, "utf-8")
    with pytest.raises(SourceError, match="holds several texts"):
        read_draft(str(tmp_path))


def test_how_far_a_check_is_is_told_and_can_end_it() -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise InterruptedError

    with Reading(None) as reading:
        assert len(reading.check(DRAFT)) == 2
        with pytest.raises(InterruptedError):
            reading.check(DRAFT, tell)
    assert told == [(0, 2), (1, 2)]
