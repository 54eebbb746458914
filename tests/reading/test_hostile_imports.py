"""Whatever a file says, importing it is done whole or refused in a sentence."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ExportError
from newsreader.export import FORMATS
from newsreader.export.reading_back import read_evidence
from newsreader.library import articles
from newsreader.model import Article, Span
from newsreader.reading import Reading
from newsreader.reading.importing import import_evidence
from newsreader.reading.verifying import verify_in, verify_in_library
from tests.export.strategies import MONDAY, hostile, unhurried

TEXT = "The weir was closed on Monday.\n\n“It had to be,” Delia Pruett said. Nobody was hurt.\n"
WEIR = Article("Weir", TEXT, "/weir.md", "Ann Hall", "The Ledger", MONDAY, "https://l.example/weir")


def exported() -> dict[str, str]:
    """Return what a reader made of the article, in every format that is read back."""
    with Reading(None) as reading:
        with reading.library() as db:
            stored = articles.put(db, WEIR, MONDAY)
        version = reading.open(stored.article_id).version
        start = TEXT.index("It had")
        marked = reading.highlight(stored.article_id, version, Span(start, start + 13))
        reading.write_note(stored.article_id, marked.id, "Why?")
        reading.write_note(stored.article_id, None, "Ask.")
        reading.set_highlight_tags(marked.id, ["a", "b"])
        written = ("json", "webannotation", "hypothesis")
        return {name: FORMATS[name].write(reading.evidence()) for name in written}


EXPORTED = exported()
values = (
    st.none()
    | st.booleans()
    | st.integers(-3, 99)
    | st.sampled_from([10**30, 1 << 63, -1, 0.5, float("inf"), [], {}, [None], "9999-12-31T23:59Z"])
    | st.sampled_from(["0001-01-01T00:00:00+14:00", "\ud800", "\0", "", "f" * 32, "http://[", "x"])
    | hostile
)


def spoil(document: Any, data: st.DataObject) -> Any:  # noqa: ANN401 - JSON is anything
    """Return a document with something in it replaced, or gone."""
    if not isinstance(document, (dict, list)) or not document or data.draw(st.integers(0, 9)) == 0:
        return data.draw(values)
    keys = list(document) if isinstance(document, dict) else list(range(len(document)))
    key = data.draw(st.sampled_from(keys))
    spoilt: Any = document.copy()
    if data.draw(st.integers(0, 9)) == 0:
        del spoilt[key]
    else:
        spoilt[key] = spoil(spoilt[key], data)
    return spoilt


@unhurried
@given(st.sampled_from(sorted(EXPORTED)), st.integers(1, 4), st.data())
def test_a_spoilt_file_spoils_nothing(name: str, times: int, data: st.DataObject) -> None:
    document = json.loads(EXPORTED[name])
    for _ in range(times):
        document = spoil(document, data)
    with Reading(None) as reading:
        with reading.library() as db:
            articles.put(db, WEIR, MONDAY)
        with suppress(ExportError):
            evidence = read_evidence(json.dumps(document))
            told = import_evidence(reading, evidence).entries
            again = import_evidence(reading, evidence).entries
            assert len(told) == len(again)
            gathered = reading.evidence()
            assert FORMATS["json"].write(gathered)
            given = [(each.outcome, each.span) for each in verify_in([WEIR], evidence)]
            there = [(each.outcome, each.span) for each in verify_in_library(reading, evidence)]
            assert given == there
            while reading.undo():
                pass
            assert reading.evidence() == []
