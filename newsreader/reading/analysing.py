"""Analyses: made once and kept as the rules made them, corrected whenever they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader import analysis
from newsreader.errors import LibraryError
from newsreader.library import analyses, versions
from newsreader.library.analyses import Made
from newsreader.model import Analysis, Version

if TYPE_CHECKING:
    from newsreader.reading import Reading

TOGETHER = 16
"""Analyses that are kept in one transaction: a crash costs no more than these."""


def corrected(reading: Reading, version: Version) -> Analysis:
    """Return the analysis of a Version with the reader's corrections made in it."""
    found = uncorrected(reading, version)
    made = reading.corrections(version.article_id)
    if not made:
        return found
    from newsreader.analysis.correcting import correct
    from newsreader.reading.correcting import placed

    return correct(found, placed(made, version.text, version.sha256)).analysis


def uncorrected(reading: Reading, version: Version) -> Analysis:
    """Return the analysis of a Version, from the library or made now and kept there."""
    with reading.library() as db:
        known = analyses.load(db, version.id, analysis.VERSION)
    if known is not None:
        return known
    made = analysis.analyze(version.text)
    # It can be made again at any time: where there is no room for it, reading goes on.
    with suppress(LibraryError), reading.library() as db:
        analyses.store(db, {version.id: analyses.made(version.text, made, analysis.VERSION)})
    return made


def analyze_all(reading: Reading, version_ids: Sequence[int], *, yielding: bool) -> Iterator[int]:
    """Do what `Reading.analyze_all` promises."""
    from newsreader.cores import Cores

    kept, fresh = 0, dict[int, Made]()
    try:
        with Cores(yielding=yielding) as cores:
            results = cores.map(_made, _texts(reading, version_ids))
            for version_id, result in zip(version_ids, results, strict=True):
                fresh[version_id] = result
                if len(fresh) == TOGETHER:
                    kept += _keep(reading, fresh)
                yield kept
    finally:
        kept += _keep(reading, fresh)
    yield kept


def _keep(reading: Reading, results: dict[int, Made]) -> int:
    """Keep, index and forget some analyses; return how many they were."""
    count = len(results)
    with reading.library() as db:
        analyses.store(db, results)
    results.clear()
    return count


def _texts(reading: Reading, version_ids: Iterable[int]) -> Iterator[str]:
    """Yield the text of each Version; that of one deleted meanwhile is empty."""
    for version_id in version_ids:
        try:
            with reading.library() as db:
                text = versions.version(db, version_id).text
        except LibraryError:
            text = ""
        yield text


def _made(text: str) -> Made:
    """Return the analysis of a text as the library keeps it; called in another process."""
    return analyses.made(text, analysis.analyze(text), analysis.VERSION)
