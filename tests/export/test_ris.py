from __future__ import annotations

import re

import rispy
from hypothesis import given
from hypothesis import strategies as st

from newsreader.export.references import keys
from newsreader.export.ris import write_ris
from newsreader.model.evidence import Evidence
from tests.export.strategies import evidences, one_passage, unhurried


def records(text: str) -> list[list[tuple[str, str]]]:
    """Read records by the letter of the format: two signs, two spaces, a hyphen and a space."""
    found: list[list[tuple[str, str]]] = []
    inside = False
    for line in filter(None, text.split("\n")):
        shape = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert shape, line
        tag, value = shape.groups()
        assert inside == (tag != "TY")
        if tag == "TY":
            found.append([])
        inside = tag != "ER"
        found[-1].append((tag, value))
    assert not inside
    return found


def test_an_article_is_a_record_of_news() -> None:
    (record,) = records(write_ris([one_passage()]))
    assert record[:-3] == [
        ("TY", "NEWS"),
        ("ID", "hall2024baths"),
        ("TI", "Baths vote"),
        ("AU", "Hall, Ann"),
        ("T2", "The Ledger"),
        ("PY", "2024"),
        ("DA", "2024/06/03/"),
        ("UR", "https://ledger.example/baths"),
        ("Y2", "2024/06/03/"),
        ("LA", "en"),
        ("KW", "pools"),
    ]
    assert record[-3] == ("N1", "Ask the mayor.")
    assert record[-2][1].startswith("“We can't heat it with affection.” — Delia Pruett · direct")
    assert record[-2][1].endswith("Tags: to check · Her best line.")
    assert record[-1] == ("ER", "")


def test_nothing_in_a_text_ends_a_record() -> None:
    title = "one\nER  - \n\nTY  - BOOK\nTI  - forged"
    (record,) = records(write_ris([one_passage(title=title)]))
    assert record[2] == ("TI", " ".join(title.split("\n")))


@unhurried
@given(st.lists(evidences(), max_size=3))
def test_other_readers_find_every_article(evidence: list[Evidence]) -> None:
    text = write_ris(evidence)
    assert [dict(record)["ID"] for record in records(text)] == keys(evidence)
    found = rispy.loads(text)
    assert [each["id"] for each in found] == keys(evidence)
    assert {each["type_of_reference"] for each in found} <= {"NEWS"}
