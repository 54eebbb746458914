"""Care for a library, as the screen and the command line ask for it."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from newsreader.errors import LibraryError, NothingFound
from newsreader.library import bin as waste
from newsreader.library.articles import Stored
from newsreader.library.care.verification import Problem
from newsreader.library.statements import run
from newsreader.reading import Reading
from tests.reading.conftest import FRONT, TEXT, Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Put three articles on the desk: baths, mill, and weir."""
    desk.add("mill", "The mill was sold, Warren Corley told the council.\n")
    desk.add("weir", "The weir holds.\n")
    return desk


def titles(reading: Reading) -> list[str]:
    return sorted(listed.title for listed in reading.listing())


def let_time_pass(reading: Reading, time: timedelta) -> None:
    with reading.library() as db:
        run(db, "UPDATE article SET deleted = deleted - ?", (time / timedelta(microseconds=1),))


def problems(reading: Reading) -> list[Problem]:
    return [each for each in reading.verify() if isinstance(each, Problem)]


class TestBin:
    def test_what_is_deleted_is_neither_listed_nor_found(self, desk: Desk) -> None:
        assert desk.reading.delete([2, 3]) == 2
        assert titles(desk.reading) == ["baths"]
        assert desk.reading.search("weir").hits == ()
        assert sorted(desk.reading.bin()) == [2, 3]
        assert desk.reading.delete([2]) == 0

    def test_one_undo_brings_all_of_it_back(self, desk: Desk) -> None:
        desk.reading.delete([2, 3])
        desk.reopen()
        assert desk.reading.undo() == "Deleted"
        assert titles(desk.reading) == ["baths", "mill", "weir"]
        assert desk.reading.undo() is None

    def test_what_went_last_comes_out_first(self, desk: Desk) -> None:
        desk.reading.delete([1])
        desk.reading.delete([2, 3])
        assert desk.reading.restore_deleted() == 2
        assert desk.reading.bin() == [1]
        assert desk.reading.restore_deleted([1, 2]) == 1
        assert desk.reading.restore_deleted() == 0
        assert desk.reading.undo() == "Out of the bin"
        assert desk.reading.bin() == [1]

    def test_after_the_grace_it_goes_for_good(self, desk: Desk) -> None:
        desk.reading.delete([1, 2])
        let_time_pass(desk.reading, waste.GRACE - timedelta(minutes=1))
        assert desk.reading.purge() == 0
        let_time_pass(desk.reading, timedelta(minutes=2))
        assert desk.reading.purge() == 2
        assert desk.reading.bin() == []
        assert desk.reading.restore_deleted([1]) == 0
        assert desk.reading.info().versions == 1
        assert problems(desk.reading) == []

    def test_the_next_delete_empties_what_is_over_time(self, desk: Desk) -> None:
        desk.reading.delete([1])
        let_time_pass(desk.reading, waste.GRACE + timedelta(minutes=1))
        desk.reading.delete([2])
        assert desk.reading.bin() == [2]

    @pytest.mark.parametrize(
        "make",
        [
            lambda desk: desk.reading.write_note(1, None, "Ask the mayor."),
            lambda desk: desk.reading.highlight(1, desk.version(1), desk.span("swim")),
        ],
    )
    def test_what_the_reader_wrote_on_stays_until_the_bin_is_emptied(
        self, desk: Desk, make: Callable[[Desk], object]
    ) -> None:
        make(desk)
        desk.reading.delete([1, 2])
        let_time_pass(desk.reading, waste.GRACE * 2)
        assert desk.reading.purge() == 1
        assert desk.reading.bin() == [1]
        assert desk.reading.empty_bin() == 1
        assert desk.reading.undo() is None
        assert problems(desk.reading) == []

    def test_undo_never_takes_a_later_article_for_one_that_went(self, desk: Desk) -> None:
        desk.reading.set_tags(3, ["rivers"])
        desk.reading.set_tags(3, [])
        desk.reading.delete([3])
        let_time_pass(desk.reading, waste.GRACE * 2)
        desk.reading.purge()
        later = desk.add("pier", "The pier is open.\n")
        for action in ("Deleted", "Tags"):
            assert desk.reading.undo() == action
            [listed] = desk.reading.listing([later])
            assert (listed.title, listed.tags) == ("pier", ())

    def test_what_is_read_in_again_comes_out_of_the_bin(self, desk: Desk) -> None:
        desk.reading.delete([2])
        desk.add("mill", "The mill was sold, Warren Corley told the council.\n")
        assert desk.reading.bin() == []


class TestMeant:
    def test_files_folders_and_queries(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        assert desk.reading.meant([str(desk.folder / "mill.md")]) == [2]
        monkeypatch.chdir(desk.folder)
        assert desk.reading.meant(["mill.md", "weir.md"]) == [2, 3]
        assert desk.reading.meant(["."]) == [1, 2, 3]
        assert desk.reading.meant(["mill", "sold"]) == [2]
        assert desk.reading.meant(["mill.md", "weir"]) == [2, 3]

    def test_what_is_no_file_has_a_location_too(self, desk: Desk) -> None:
        [stored] = desk.reading.add(["-"], stdin=io.BytesIO(b"The pier is open."))
        assert isinstance(stored, Stored)
        [listed] = desk.reading.listing([stored.article_id])
        assert listed.location.startswith("stdin:")
        assert desk.reading.meant([listed.location]) == [stored.article_id]

    def test_a_folder_is_not_one_whose_name_begins_alike(self, desk: Desk) -> None:
        near = desk.folder / "weirs"
        near.mkdir()
        (near / "a.md").write_text(FRONT.format(title="a") + TEXT.replace("April", "May"))
        list(desk.reading.add([str(near)]))
        assert len(desk.reading.meant([str(near)])) == 1
        (desk.folder / "weir").mkdir()
        with pytest.raises(NothingFound):
            desk.reading.meant([str(desk.folder / "weir")])

    def test_nothing_means_nothing(self, desk: Desk) -> None:
        assert (
            desk.reading.meant([]) == desk.reading.meant([""]) == desk.reading.meant(["  "]) == []
        )
        assert desk.reading.meant(["zebra"]) == []

    def test_a_place_without_articles_is_no_query(self, desk: Desk) -> None:
        for place in ("/mill/weir", "https://weir.example/mill", str(desk.folder / "pier.md")):
            with pytest.raises(NothingFound, match="No article in the library is from"):
                desk.reading.meant([place])


class TestRebuilding:
    def test_all_is_as_it_was(self, desk: Desk) -> None:
        assert desk.reading.info().quotes == 0
        list(desk.reading.analyze_all(desk.reading.unanalysed()))
        before = desk.reading.info()
        assert before.analysed == 3
        assert before.quotes
        for analyses in (False, True):
            desk.reading.drop_derived(analyses=analyses)
            list(desk.reading.analyze_all(desk.reading.unanalysed()))
            list(desk.reading.index_all())
            after = desk.reading.info()
            assert (after.quotes, after.names, after.analysed) == (
                *(before.quotes, before.names, before.analysed),
            )
        assert [hit.article_id for hit in desk.reading.search("weir").hits] == [3]
        assert problems(desk.reading) == []

    def test_stopped_it_goes_on(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("newsreader.reading.caring._TOGETHER", 1)
        desk.reading.drop_derived()
        steps = desk.reading.index_all()
        next(steps)
        steps.close()  # type: ignore[attr-defined]  # a generator
        desk.reopen()
        assert desk.reading.info().stale == 2
        desk.reading.drop_derived()
        assert desk.reading.info().stale == 2
        assert [step.done for step in desk.reading.index_all()] == [1, 2]
        assert problems(desk.reading) == []


class TestBackup:
    def test_it_is_made_and_known(self, desk: Desk) -> None:
        place = desk.reading.place_for_backup()
        steps = list(desk.reading.back_up(place))
        assert steps[-1].done == steps[-1].total
        with Reading(place) as there:
            assert titles(there) == titles(desk.reading)
        known = desk.reading.info().last_backup
        assert known is not None
        assert Path(known.location) == place
        assert desk.reading.place_for_backup(place) == place

    def test_the_reader_goes_on_meanwhile(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("newsreader.library.care.copies._PAGES", 1)
        steps = desk.reading.back_up(desk.reading.place_for_backup())
        next(steps)
        writing = threading.Thread(target=desk.reading.write_note, args=(1, None, "Meanwhile."))
        writing.start()
        writing.join()
        list(steps)
        assert desk.reading.info().notes == 1

    def test_stopped_it_is_none(self, desk: Desk) -> None:
        steps = desk.reading.back_up(desk.reading.place_for_backup())
        next(steps)
        steps.close()  # type: ignore[attr-defined]  # a generator
        assert desk.reading.info().last_backup is None

    def test_the_library_itself_is_never_written_over(self, desk: Desk) -> None:
        with pytest.raises(LibraryError, match="no backup"):
            desk.reading.place_for_backup(desk.library)
