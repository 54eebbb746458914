"""Formats that readers write themselves: Jinja templates (jinja.palletsprojects.com, 3.1).

A file NAME.ENDING.jinja is a format NAME that writes files with this ending. It is given
`articles`, each the FIELDS of its note, its `citation` and its `entries`, and `entries`, those of
all articles: each the FIELDS of an entry and its `citation`. It runs in a sandbox, without files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from newsreader.errors import ExportError
from newsreader.export import FORMATS, Format
from newsreader.export.citation import citation, day
from newsreader.export.csv_table import harmless_cell
from newsreader.export.entries import Entry, entries
from newsreader.export.fields import Field, fields
from newsreader.export.json_text import dump
from newsreader.model.evidence import Evidence
from newsreader.safety import guard

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_ENDING = ".jinja"
_TEX = {
    **{each: f"\\{each}" for each in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def formats(folder: Path | None) -> Mapping[str, Format]:
    """Return the FORMATS and those of the templates in this folder, by name.

    Raises ExportError where two have one name, or the folder cannot be listed.
    """
    found = dict(FORMATS)
    for path in _templates(folder) if folder else ():
        name = Path(path.stem)
        if name.stem in found:
            raise ExportError(
                f"There is a format {name.stem} beside the template {path}.", "Rename the template."
            )
        ending = name.suffix or ".txt"
        found[name.stem] = Format(ending, f"your template {path.name}", partial(_write, path))
    return found


def _templates(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ExportError(
            f"The templates in {folder} cannot be listed: {error.strerror}.", "Check the folder."
        ) from error
    return [each for each in inside if each.suffix == _ENDING and not each.name.startswith(".")]


def _write(path: Path, evidence: Sequence[Evidence]) -> str:
    """Return what a template makes of the evidence, ending in a newline. Raises ExportError."""
    articles = [_article(one) for one in evidence]
    made = [entry for article in articles for entry in article["entries"]]
    environment = _environment(Path(path.stem).suffix)
    try:
        source = path.read_text(encoding="utf-8")
        code = environment.compile(source, path.name, str(path))
        template = environment.template_class.from_code(
            environment, code, environment.make_globals(None)
        )
        written = template.render(articles=articles, entries=made)
    except Exception as error:
        raise _mistake(path, error) from error
    text = guard(written, multiline=True)
    return text if text.endswith("\n") else text + "\n"


def _environment(ending: str) -> SandboxedEnvironment:
    """Return where a template runs; what goes into HTML and XML is escaped by itself."""
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=ending in {".html", ".htm", ".xml"},
        undefined=StrictUndefined,
        loader=DictLoader({}),
        finalize=lambda value: "" if value is None else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"tex": _tex, "csv": _csv, "json": dump, "day": _day}
    return environment


def _article(evidence: Evidence) -> dict[str, Any]:
    made = [_known(entry) for entry in entries([evidence])]
    return _known(Entry(evidence, None)) | {"entries": made}


def _known(entry: Entry) -> dict[str, Field]:
    cited = citation(entry.article, entry.speaker, indirect=entry.is_indirect)
    return {**fields(entry), "citation": cited}


def _mistake(path: Path, error: Exception) -> ExportError:
    """Return what is wrong with a template, and where."""
    from jinja2 import TemplateNotFound

    if isinstance(error, OSError) and error.strerror:
        return ExportError(f"The template {path} cannot be read: {error.strerror}.", "Check it.")
    if isinstance(error, UnicodeDecodeError):
        return ExportError(f"The template {path} is not in UTF-8.", "Save it in UTF-8.")
    what = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        what = f"a template cannot use another one ({what})"
    # Our own classes are of no interest to who writes templates.
    what = re.sub(r"newsreader\.[\w.]+\.", "", what).rstrip(".")
    place = f"{path}, line {line}" if (line := _line(path, error)) else f"{path}"
    return ExportError(f"The template {place}: {what}.", "Correct it there.")


def _line(path: Path, error: Exception) -> int:
    """Return the line of a template that a mistake is in; 0: it is in none."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == str(path)]
    return lines[-1] if lines else 0


def _tex(value: object) -> str:
    """Return text that TeX prints as it is."""
    return re.sub(r"[\\&%$#_{}~^]", lambda found: _TEX[found[0]], _text(value))


def _csv(value: object) -> str:
    """Return a cell of a table, in quotation marks, that no spreadsheet takes for a formula."""
    return '"' + harmless_cell(_text(value)).replace('"', '""') + '"'


def _day(value: str | None) -> str:
    """Return the date of a time as newspapers write it."""
    return day(datetime.fromisoformat(value)) if value else ""


def _text(value: object) -> str:
    return "" if value is None else str(value)
