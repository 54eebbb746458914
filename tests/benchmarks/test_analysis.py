from __future__ import annotations

from benchmarks.analysis import README, TABLE, Figure, Result, table

WORDS: Figure = ("words", lambda result: result["words"], ",.0f")
SHARE: Figure = ("share", lambda result: result["share"], ".2f")


def test_a_table_has_a_row_for_each_figure_and_a_column_for_each_system() -> None:
    ours: Result = {"words": 76123.4, "share": 0.875}
    assert table([WORDS, SHARE], {"ours": ours, "theirs": {"words": 3, "share": 1}}) == (
        "|       |   ours | theirs |\n"
        "| ----- | -----: | -----: |\n"
        "| words | 76,123 |      3 |\n"
        "| share |   0.88 |   1.00 |\n"
    )


def test_the_readme_has_one_place_for_the_table() -> None:
    assert len(TABLE.findall(README.read_text("utf-8"))) == 1
