"""The CSV format (RFC 4180): a table for spreadsheets and scripts, a row an entry."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO

from newsreader.export.entries import entries
from newsreader.export.fields import FIELDS, Field, fields
from newsreader.export.lines import plain
from newsreader.model.evidence import Evidence

# What a spreadsheet runs stands at the start of a cell, even after space or quotation marks. One
# that was told another separator makes cells begin at semicolons and line ends as well.
_START = r"(?:^|(?<=[;\n]))"
_RUN = r"""(?=(?:[^\S\n]|["'“”‘’])*[=+\-@＝＋－＠])"""
_FORMULA = re.compile(_START + _RUN)
_MARKED = re.compile(_START + "'" + _RUN)


def write_csv(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as a table with a heading.

    Tags stand with commas between them, one that has commas or quotation marks in it within such
    marks; an apostrophe stands before what a spreadsheet would run.
    """
    written = StringIO()
    table = csv.writer(written, lineterminator="\n")  # no control character but this
    table.writerow(FIELDS)
    for entry in entries(evidence):
        table.writerow([_cell(value) for value in fields(entry).values()])
    return written.getvalue()


def _cell(value: Field) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = ", ".join(map(_tag, value)) if isinstance(value, tuple) else str(value)
    return harmless_cell(text)


def _tag(tag: str) -> str:
    return '"' + tag.replace('"', '""') + '"' if {",", '"'} & set(tag) else tag


def harmless_cell(text: str) -> str:
    """Return the text of a cell that no spreadsheet takes for a formula."""
    return _FORMULA.sub("'", plain(text))


def text_of_cell(cell: str) -> str:
    """Undo `harmless_cell`, but for the control characters that went."""
    return _MARKED.sub("", cell)


def tags_of_cell(cell: str) -> list[str]:
    """Return the tags that `write_csv` put in a cell."""
    lines = StringIO(text_of_cell(cell), newline="")
    return [tag for row in csv.reader(lines, skipinitialspace=True) for tag in row if tag]
