"""Correcting what is claimed of articles, on real files and a real library."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader import analysis, sources
from newsreader.errors import CorrectionError, SourceError
from newsreader.export import render
from newsreader.export.loss_free import read_json
from newsreader.model import (
    CORRECTED,
    OF_NAMES,
    OF_QUOTES,
    Analysis,
    CorrectionKind,
    CorrectionScope,
    EntityType,
    Span,
    Version,
)
from newsreader.reading import Reading, samples
from newsreader.reading.correcting import (
    Fate,
    analysis_of,
    listed,
)
from tests.reading.conftest import FRONT, RENAME, RETYPE, SOURCE, SPEAKER, SPLIT, SWIM, TEXT, Desk


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


def test_it_outlives_a_new_version_of_the_analysis(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.correct(SPEAKER, SWIM, value="Ann Hall")
    monkeypatch.setattr(analysis, "VERSION", analysis.VERSION + 1)
    assert desk.reading.unanalysed()
    assert desk.speaker() == "Ann Hall"
    assert desk.reading.unanalysed() == []


def test_what_cannot_be_corrected_is_said(desk: Desk) -> None:
    for attempt, said in (
        ({"kind": SPEAKER, "words": "the council"}, "no quote"),
        ({"kind": RENAME, "words": "on Tuesday", "value": "Day"}, "no name"),
        ({"kind": RENAME, "name": "Delia Pruett", "value": " "}, "no name"),
        ({"kind": RETYPE, "name": "Delia Pruett", "value": "FISH"}, "FISH"),
        ({"kind": SPEAKER, "words": SWIM, "scope": SOURCE}, "whole source"),
        ({"kind": SPEAKER, "value": "Ann"}, "no passage"),
    ):
        with pytest.raises(CorrectionError, match=said):
            desk.correct(**attempt)  # type: ignore[arg-type]  # as named
    assert desk.reading.corrections() == []
    assert desk.reading.undo() is None


# The same mention in a later version ----------------------------------------------------------


def fates(desk: Desk) -> list[Fate]:
    return [each.fate for each in listed(desk.reading)]


def test_it_is_applied_where_its_passage_has_moved_to(desk: Desk) -> None:
    desk.correct(SPEAKER, SWIM, value="Warren Corley")
    desk.add("baths", "The town is short of money again this winter.\n\n" + TEXT)
    assert desk.speaker() == "Warren Corley"
    assert fates(desk) == [Fate.APPLIED]


def test_it_is_kept_and_not_applied_where_its_passage_reads_differently(desk: Desk) -> None:
    desk.correct(SPEAKER, SWIM, value="Warren Corley")
    desk.add("baths", TEXT.replace("learned to swim", "learned how to swim"))
    assert desk.speaker("how to swim") == "Delia Pruett"
    assert fates(desk) == [Fate.CHANGED]
    desk.add("baths", TEXT)
    assert desk.speaker() == "Warren Corley"


def test_it_is_kept_and_not_applied_where_its_passage_is_missing(desk: Desk) -> None:
    desk.correct(SPEAKER, SWIM, value="Warren Corley")
    desk.add("baths", "The council put its decision off until a later meeting.\n")
    assert fates(desk) == [Fate.MISSING]


def test_a_name_is_corrected_wherever_it_stands(desk: Desk) -> None:
    desk.correct(RENAME, "Delia Pruett", value="Delia Prewitt")
    later = "“We had no choice,” said Delia Pruett, who is to leave in May.\n"
    desk.add("baths", later)
    assert desk.speaker("no choice") == "Delia Prewitt"
    assert fates(desk) == [Fate.APPLIED]
    desk.add("baths", "Nobody of that name was in the hall.\n")
    assert fates(desk) == [Fate.MISSING]


def test_one_mention_stays_split_off_when_it_moves(desk: Desk) -> None:
    start = TEXT.index("Pruett said. “So")
    words = TEXT[start : start + len("Pruett said. “So")]
    span = Span(desk.span(words).start, desk.span(words).start + len("Pruett"))
    desk.reading.correct(desk.article_id, desk.version(), SPLIT, span=span, value="Ada Pruett")
    assert (desk.speaker("So did"), "Delia Pruett" in desk.names()) == ("Ada Pruett", True)
    desk.add("baths", "The town is short of money again this winter.\n\n" + TEXT)
    assert desk.speaker("So did") == "Ada Pruett"


# A whole source -------------------------------------------------------------------------------


def test_a_name_is_corrected_in_all_articles_from_the_source(desk: Desk) -> None:
    early = desk.add("early", "Delia Pruett was re-elected.\n\n“Thank you,” Pruett said.\n")
    made = desk.correct(RENAME, name="Delia Pruett", value="Delia Prewitt", scope=SOURCE)
    assert (made.source, made.anchor) == ("The Ledger", None)
    late = desk.add("late", "“It is over,” said Delia Pruett on Friday.\n")
    other = desk.add(
        "other", "“It is so,” said Delia Pruett.\n", "---\npublisher: The Post\n---\n\n"
    )
    for article_id, name in (
        (early, "Delia Prewitt"), (late, "Delia Prewitt"), (other, "Delia Pruett"),
    ):  # fmt: skip
        assert [n for n in desk.names(article_id) if n.startswith("Delia")] == [name]
    assert desk.speaker("over", late) == "Delia Prewitt"
    assert [each.id for each in desk.reading.corrections(late)] == [made.id]
    assert desk.reading.corrections(other) == []
    assert desk.reading.undo() == "Correction"
    assert desk.names(late) == ["Delia Pruett"]


def test_one_for_the_article_after_one_for_the_source_wins(desk: Desk) -> None:
    desk.correct(RENAME, name="Delia Pruett", value="Delia Prewitt", scope=SOURCE)
    desk.correct(RENAME, name="Delia Prewitt", value="Dee Prewitt")
    assert desk.speaker() == "Dee Prewitt"


# Two programs at once -------------------------------------------------------------------------


def test_two_programs_correct_the_same_library(desk: Desk) -> None:
    version = desk.version()
    with Reading(desk.library) as other:
        desk.correct(RENAME, name="Delia Pruett", value="Delia Prewitt")
        other.correct(desk.article_id, version, RENAME, name="Delia Pruett", value="Dee Pruett")
        assert other.analysis(version) == desk.reading.analysis(version)
        assert desk.speaker() == "Dee Pruett"  # the later wins
        assert desk.reading.undo() == "Correction"
        assert desk.speaker() == "Delia Prewitt"
        assert other.undo() == "Correction"
        assert desk.speaker() == "Delia Pruett"


# In what leaves the library -------------------------------------------------------------------


def test_notes_say_what_the_reader_corrected(desk: Desk) -> None:
    for words in (SWIM, "So did my children.", "Take an ordinary year"):
        desk.reading.highlight(desk.article_id, desk.version(), desk.span(words))
    made = [
        desk.correct(SPEAKER, SWIM, value="Ann Hall"),
        desk.correct(RENAME, name="Delia Pruett", value="Delia Prewitt"),
    ]
    [evidence] = desk.reading.evidence()
    told = [(p.quote.speaker, p.quote.corrected, p.quote.why) for p in evidence.passages if p.quote]
    assert told[0] == ("Ann Hall", True, "corrected by the reader")
    assert told[1][:2] == ("Delia Prewitt", True)
    assert told[2][:2] == ("Warren Corley", False)
    assert list(evidence.corrections) == made
    assert read_json(render("json", [evidence])) == (evidence,)
    assert render("markdown", [evidence]).count("corrected by the reader") == 2


def test_a_file_can_be_analysed_with_what_was_corrected_in_the_library(desk: Desk) -> None:
    desk.correct(SPEAKER, SWIM, value="Ann Hall")
    desk.correct(RENAME, name="Warren Corley", value="W. Corley", scope=SOURCE)
    [article] = sources.read(str(desk.folder / "baths.md"))
    assert not isinstance(article, SourceError)
    assert analysis_of(desk.reading, article) == desk.reading.analysis(desk.version())
    (desk.folder / "new.md").write_text(FRONT.format(title="New") + "“No,” said Warren Corley.\n")
    [new] = sources.read(str(desk.folder / "new.md"))
    assert not isinstance(new, SourceError)
    assert [each.name for each in analysis_of(desk.reading, new).entities] == ["W. Corley"]
    assert len(desk.reading.listing()) == 1


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_undo_restores_each_analysis_before(data: st.DataObject) -> None:
    with Reading(None) as reading:
        for _ in reading.add(samples()[:1]):
            pass
        [article] = reading.listing()
        version = reading.open(article.id).version
        seen = [reading.analysis(version)]
        for _ in range(data.draw(st.integers(1, 5))):
            correct_something(reading, version, seen[-1], data)
            seen.append(reading.analysis(version))
            assert all(quote.span.end <= len(version.text) for quote in seen[-1].quotes)
        assert len(listed(reading)) == len(seen) - 1
        while len(seen) > 1:
            seen.pop()
            assert reading.undo() == "Correction"
            assert reading.analysis(version) == seen[-1]
        assert reading.undo() is None


def correct_something(
    reading: Reading, version: Version, claims: Analysis, data: st.DataObject
) -> None:
    """Correct something that is claimed, as a reader does who sees it."""
    names = [entity.name for entity in claims.entities]
    kinds = [kind for kind in CorrectionKind if (claims.quotes if kind in OF_QUOTES else names)]
    kind = data.draw(st.sampled_from(kinds))
    value = data.draw(st.sampled_from([*names, "Ann Hall", "Odd Nilsen"]))
    span, name = None, ""
    if kind in OF_QUOTES:
        span = data.draw(st.sampled_from(claims.quotes)).span
        value = data.draw(st.sampled_from(["", value]))
    else:
        entity = data.draw(st.sampled_from(claims.entities))
        span, name = data.draw(st.sampled_from(entity.mentions)).span, entity.name
    if kind is RETYPE:
        value = data.draw(st.sampled_from(EntityType)).value
    wide = kind in OF_NAMES and data.draw(st.booleans())
    reading.correct(
        version.article_id,
        version,
        kind,
        span=span,
        name=name,
        value=value,
        scope=SOURCE if wide else CorrectionScope.ARTICLE,
    )
