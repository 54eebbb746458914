from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsreader.export.csl import write_csl
from newsreader.export.references import keys
from newsreader.model.evidence import Evidence
from tests.export.strategies import evidences, one_passage, unhurried

TEXTS = {"type", "id", "title", "container-title", "URL", "language", "keyword", "note"}
NAME_PARTS = {
    *("family", "given", "suffix", "literal", "dropping-particle", "non-dropping-particle"),
}


def keeps_to_the_schema(item: dict[str, Any]) -> bool:
    """Tell whether an item is what csl-data.json says of the properties that we use."""
    for name, value in item.items():
        if name in TEXTS:
            right = isinstance(value, str)
        elif name == "author":
            right = all(
                set(each) <= NAME_PARTS and all(isinstance(part, str) for part in each.values())
                for each in value
            )
        elif name in {"issued", "accessed"}:
            (parts,) = value["date-parts"]
            right = set(value) == {"date-parts"} and 1 <= len(parts) <= 3
            right = right and all(isinstance(part, int) for part in parts)
        else:
            right = name == "custom" and isinstance(value, dict)
        if not right:
            return False
    return "id" in item and item.get("type") == "article-newspaper"


def test_an_article_is_one_of_a_newspaper() -> None:
    (item,) = json.loads(write_csl([one_passage()]))
    note = item.pop("note")
    assert item == {
        "id": "hall2024baths",
        "type": "article-newspaper",
        "title": "Baths vote",
        "author": [{"family": "Hall", "given": "Ann"}],
        "container-title": "The Ledger",
        "issued": {"date-parts": [[2024, 6, 3]]},
        "accessed": {"date-parts": [[2024, 6, 3]]},
        "URL": "https://ledger.example/baths",
        "language": "en",
        "keyword": "pools",
        "custom": {
            "location": "/news/baths.md",
            "fetched": "2024-06-03T09:30:00+00:00",
            "sha256": "ab" * 32,
        },
    }
    assert "“We can't heat it with affection.” — Delia Pruett\n" in note
    assert note.startswith("Ask the mayor.\n\n")


def test_those_who_are_nobody_by_name_are_literal() -> None:
    (item,) = json.loads(write_csl([one_passage(byline="By The Bath Board")]))
    assert item["author"] == [{"literal": "The Bath Board"}]


@unhurried
@given(st.lists(evidences(), max_size=3))
def test_items_keep_to_the_schema(evidence: list[Evidence]) -> None:
    items = json.loads(write_csl(evidence))
    assert all(map(keeps_to_the_schema, items))
    assert [item["id"] for item in items] == keys(evidence)
