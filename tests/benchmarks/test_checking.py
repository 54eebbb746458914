from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the time of processes is not told there", allow_module_level=True)

from benchmarks.checking import MAKERS, draft_of, main, quoted
from benchmarks.corpus import Corpus
from newsreader.analysis import analyze
from newsreader.checking.quotations import Draft, quotations


def test_each_quotation_of_a_made_up_draft_is_found_in_it() -> None:
    made = list(quoted(Corpus(), 20, 30))
    assert len({each.kind for each in made}) == len(MAKERS)
    draft = draft_of(made)
    found = [each.words.rstrip(",") for each in quotations(Draft(draft, analyze(draft)))]
    assert found == [each.words for each in made]


def test_the_table_tells_how_many_are_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["20", "--quotations", "40", "--keep", str(tmp_path)])
    told = capsys.readouterr().out
    assert "40 quotations judged in" in told
    right = re.findall(r"(\d+\.\d)%", told)
    assert len(right) == len(MAKERS)
    assert sum(map(float, right)) / len(right) > 90
