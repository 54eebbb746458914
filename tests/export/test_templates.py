from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from newsreader.errors import ExportError
from newsreader.export import FORMATS, render
from newsreader.export.fields import FIELDS
from newsreader.export.templates import formats
from newsreader.model.evidence import Evidence
from tests.export.invented import EVIDENCE
from tests.export.strategies import evidences, one_passage
from tests.export.test_tables import with_words

DOCS = Path(__file__).parents[2] / "docs" / "templates.md"


def made(folder: Path, template: str, *evidence: Evidence, ending: str = "txt") -> str:
    """Return what a template makes of evidence."""
    (folder / f"own.{ending}.jinja").write_text(template, encoding="utf-8")
    return render("own", evidence or [one_passage()], formats(folder))


def test_a_template_is_a_format(tmp_path: Path) -> None:
    (tmp_path / "weekly.tex.jinja").write_text("", encoding="utf-8")
    (tmp_path / ".hidden.txt.jinja").write_text("", encoding="utf-8")
    (tmp_path / "readme.md").write_text("", encoding="utf-8")
    found = formats(tmp_path)
    assert set(found) - set(FORMATS) == {"weekly"}
    assert (found["weekly"].ending, found["weekly"].about) == (
        ".tex",
        "your template weekly.tex.jinja",
    )


@pytest.mark.parametrize("folder", [None, Path("no such folder")])
def test_without_templates_there_are_the_usual_formats(folder: Path | None) -> None:
    assert dict(formats(folder)) == dict(FORMATS)


@pytest.mark.parametrize("names", [["html.html.jinja"], ["own.md.jinja", "own.txt.jinja"]])
def test_two_formats_of_one_name_are_refused(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="There is a format"):
        formats(tmp_path)


def test_every_field_is_there(tmp_path: Path) -> None:
    template = "".join(
        f"{{% for e in entries %}}{{{{ e.{name} }}}}{{% endfor %}}" for name in FIELDS
    )
    assert "We can't heat it with affection." in made(tmp_path, template, *EVIDENCE, one_passage())
    template = (
        "{% for a in articles %}{% for e in a.entries %}{{ e.citation }}\n{% endfor %}{% endfor %}"
    )
    assert made(tmp_path, template) == (
        "“Baths vote”, Ann Hall, The Ledger, 3 June 2024, https://ledger.example/baths\n"
        "Delia Pruett, quoted in “Baths vote”, Ann Hall, The Ledger, 3 June 2024,"
        " https://ledger.example/baths\n"
    )


def test_the_documented_template_works_and_every_field_is_documented(tmp_path: Path) -> None:
    docs = DOCS.read_text(encoding="utf-8")
    [example] = re.findall(r"```jinja\n(.*?)```", docs, re.DOTALL)
    assert "- Delia Pruett: “We can't heat it with affection.” – Her best line.\n" in made(
        tmp_path, example
    )
    assert [name for name in [*FIELDS, "citation"] if f"`{name}`" not in docs] == []


def test_what_is_empty_is_nothing(tmp_path: Path) -> None:
    assert made(tmp_path, "[{{ entries[0].note }}]", EVIDENCE[1]) != "[None]\n"
    assert made(tmp_path, "[{{ entries[0].quote }}]", EVIDENCE[0]) == "[]\n"


def test_filters_write_what_other_programs_read(tmp_path: Path) -> None:
    evidence = with_words('50% of "x_1" & {$3} ~ ^ \\ # <b>')
    quote = evidence.passages[0].highlight.anchor.exact
    assert json.loads(made(tmp_path, "{{ entries[1].quote | json }}", evidence)) == quote
    [[cell]] = csv.reader(StringIO(made(tmp_path, "{{ entries[1].quote | csv }}", evidence)))
    assert cell == quote
    assert made(tmp_path, "{{ entries[1].quote | tex }}", evidence) == (
        '50\\% of "x\\_1" \\& \\{\\$3\\} \\textasciitilde{} \\textasciicircum{}'
        " \\textbackslash{} \\# <b>\n"
    )
    assert made(tmp_path, "{{ '=1' | csv }}") == '"\'=1"\n'
    assert made(tmp_path, "{{ articles[0].published | day }}") == "3 June 2024\n"


def test_html_is_escaped_by_itself(tmp_path: Path) -> None:
    evidence = with_words("<script>")
    assert made(tmp_path, "{{ entries[1].quote }}", evidence) == "<script>\n"
    (tmp_path / "own.txt.jinja").unlink()
    template = "<b>{{ entries[1].quote }}</b>"
    assert made(tmp_path, template, evidence, ending="html") == "<b>&lt;script&gt;</b>\n"


@pytest.mark.parametrize(
    ("template", "line", "what"),
    [
        ("a\n{% for x %}", 2, "expected token"),
        ("a\nb\n{{ entries[0].titel }}", 3, "no attribute 'titel'"),
        ("{{ nothing }}", 1, "'nothing' is undefined"),
        ("a\n{{ 1 / 0 }}", 2, "division by zero"),
        ("a\n{{ entries[0].title | shout }}", 2, "shout"),
        ("{% include '/etc/passwd' %}", 1, "another"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
        ("{{ entries.append(1) }}", 1, "unsafe"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", 1, "Range too big"),
        ("{% macro m() %}\n{{ m() }}\n{% endmacro %}{{ m() }}", 2, "recursion"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(
    tmp_path: Path, template: str, line: int, what: str
) -> None:
    with pytest.raises(ExportError) as refused:
        made(tmp_path, template)
    assert f"own.txt.jinja, line {line}: " in refused.value.message
    assert what in refused.value.message
    assert "\n" not in refused.value.message


def test_a_template_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "own.txt.jinja").write_bytes(b"\xff\xfe")
    with pytest.raises(ExportError, match="not in UTF-8"):
        render("own", [], formats(tmp_path))
    (tmp_path / "own.txt.jinja").unlink()
    (tmp_path / "own.txt.jinja").mkdir()
    with pytest.raises(ExportError, match="cannot be read"):
        render("own", [], formats(tmp_path))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(evidences())
def test_control_characters_do_not_get_through(tmp_path: Path, evidence: Evidence) -> None:
    template = "{{ articles }}{% for e in entries %}{{ e.quote }}\t{{ e.note }}\x1b[0m{% endfor %}"
    text = made(tmp_path, template, evidence)
    assert not re.search(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text
    )
