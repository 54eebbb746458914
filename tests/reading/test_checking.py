"""A draft checked against a library."""

from __future__ import annotations

from newsreader.library.articles import Stored
from newsreader.model.judgement import Judged, Judgement, RemarkKind
from newsreader.reading import Reading, samples
from tests.reading.conftest import TEXT, Desk

DRAFT = """\
“I learned to swim in that pool. So did my children,” Pruett said.

“I learned to sail in that pool,” Pruett said. “Nobody ever asked for a bigger harbour,” she added.
"""


def judged(desk: Desk, draft: str) -> list[Judged]:
    return desk.reading.check(draft)


def test_quotations_are_judged_in_the_order_of_the_draft(desk: Desk) -> None:
    exact, altered, missing = judged(desk, DRAFT)
    assert exact.judgement is Judgement.EXACT
    assert altered.judgement is Judgement.ALTERED
    assert missing.judgement is Judgement.MISSING
    assert exact.quotation.span.of(DRAFT) == exact.quotation.words


def test_the_source_says_where_the_words_stand(desk: Desk) -> None:
    [exact, *_] = judged(desk, DRAFT)
    [source] = exact.sources
    version = desk.version()
    assert (source.article_id, source.version_id) == (desk.article_id, version.id)
    assert source.sha256 == version.sha256
    assert source.span.of(version.text) == source.words
    assert (source.title, source.publisher, source.speaker) == (
        "baths",
        "The Ledger",
        "Delia Pruett",
    )


def test_a_draft_without_quotations(desk: Desk) -> None:
    assert judged(desk, "Nobody says anything.") == []
    assert judged(desk, "") == []


NAMES = """\
The baths are old, Delia Pruet says; Warren Corley and Harowmere know it. Ines Okafor has swum.

“I learned to swim in that pool,” Mayor Pruett said.
"""


def test_names_that_are_almost_the_librarys_are_told_of(desk: Desk) -> None:
    desk.reading.analysis(desk.version())
    [one] = judged(desk, NAMES)
    assert one.judgement is Judgement.EXACT
    assert one.is_wrong
    told = {remark.span.of(NAMES): remark.text for remark in one.remarks}
    assert told["Delia Pruet"] == "“Delia Pruet” is “Delia Pruett” in 1 of the library’s articles."
    assert set(told) <= {"Delia Pruet", "Harowmere"}


def test_names_of_others_are_no_slips(desk: Desk) -> None:
    desk.add("club", "“We row,” said Delia Prewitt. “We do,” said Warren Corney of the club.\n")
    for article_id in desk.reading.ids():
        desk.reading.analysis(desk.version(article_id))
    [one] = judged(desk, "“I learned to swim in that pool,” Pruett said. Delia Prewitt heard it.\n")
    assert not one.is_wrong
    [one] = judged(desk, "“I learned to swim in that pool,” Pruett said. Anna Corney heard it.\n")
    assert not one.is_wrong


def test_words_that_all_are_common_are_found(desk: Desk) -> None:
    for number in range(60):
        desk.add(f"noise {number}", f"We will be there and it is {number} to you all with them.\n")
    desk.add("end", "“We will be there with you all and them,” said Ines Okafor.\n")
    [one] = judged(desk, "“We will be there with you all and them,” Okafor said.\n")
    assert one.judgement is Judgement.EXACT
    [one] = judged(desk, "“We will be there with you all and then,” Okafor said.\n")
    assert one.judgement is Judgement.ALTERED


def test_what_was_put_in_the_bin_is_no_source(desk: Desk) -> None:
    desk.add("other", "Nothing else is here to be read.\n")
    desk.reading.delete([desk.article_id])
    [one] = judged(desk, "“I learned to swim in that pool,” Pruett said.\n")
    assert one.judgement is Judgement.MISSING


def test_what_an_article_said_before_it_was_edited(desk: Desk) -> None:
    desk.add("baths", TEXT.replace("learned to swim", "learned to sail"))
    first, second = desk.reading.versions(desk.article_id)
    for verb, version in (("swim", first), ("sail", second)):
        draft = f"“I learned to {verb} in that pool,” Pruett said.\n"
        [one] = judged(desk, draft)
        assert one.judgement is Judgement.EXACT
        assert one.sources[0].version_id == version.id
        told = [remark.kind for remark in one.remarks]
        assert told == ([RemarkKind.VERSION] if version is first else [])


def test_an_article_of_the_library_quotes_what_it_quotes(desk: Desk) -> None:
    all_of_it = judged(desk, desk.version().text)
    assert {one.judgement for one in all_of_it} == {Judgement.EXACT}
    assert not any(one.is_wrong for one in all_of_it)


def test_many_quotations_are_judged_like_few(desk: Desk) -> None:
    few = "“I learned to swim in that pool,” Pruett said.\n\n“I learned to sail,” Pruett said.\n\n"
    one = [(each.judgement, each.difference, each.sources) for each in judged(desk, few)]
    many = [(each.judgement, each.difference, each.sources) for each in judged(desk, few * 120)]
    assert many == one * 120


def test_every_quotation_of_the_sample_articles_is_exact() -> None:
    with Reading(None) as reading:
        kept = [each for each in reading.add(samples(), sample=True) if isinstance(each, Stored)]
        for article in kept:
            text = reading.open(article.article_id).version.text
            for one in reading.check(text):
                assert (one.judgement, one.is_wrong) == (Judgement.EXACT, False), one.quotation
