from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from benchmarks.library import imports, main, sizes
from benchmarks.shelves import Row, Shelf


@pytest.mark.parametrize(
    ("most", "expected"),
    [(20, [20]), (1_000, [1_000]), (2_000, [1_000, 2_000]), (100_000, [1_000, 10_000, 100_000])],
)
def test_sizes_grow_tenfold_up_to_what_is_asked_for(most: int, expected: list[int]) -> None:
    assert sizes(most) == expected


def test_a_row_tells_the_growth_of_its_last_figure() -> None:
    row = Row("search, ms", [(1, 4), (float("nan"), float("nan")), (2, 10)])
    assert row.cells() == ["search, ms", "1.0 / 4.0", "– / –", "2.0 / 10.0", "2.5"]


def test_the_whole_table_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Other programs may wait for something on the screen for ever, and are not ours to test.
    monkeypatch.setenv("PATH", str(tmp_path))
    main(["20", "--runs", "1", "--keep", str(tmp_path)])
    table = capsys.readouterr().out
    rows = dict(re.findall(r"^\| (.*?) +\| +(.*?) \|$", table, re.MULTILINE))
    for title in ("import, articles", "the same files", "start, with", "search: said: speaker:"):
        [cell] = [cell for row, cell in rows.items() if row.startswith(title)]
        assert float(cell.split(" / ")[-1].replace(",", "")) > 0
    assert "rg is not installed" in table
    assert "newsboat is not installed" in table

    kept = Shelf(tmp_path / "20", 20)
    assert next(imports([kept])).cells()[1] == "–"
