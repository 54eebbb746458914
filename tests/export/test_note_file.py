from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from newsreader.export.note_file import DamagedNote, key_of, keys_in, new_note, updated_note
from newsreader.model.evidence import Evidence
from tests.export.strategies import evidences, one_passage, texts, unhurried
from tests.export.test_markdown import properties

around = texts.filter(lambda text: not keys_in(text))


def our_part(text: str) -> str:
    """Return what stands between the marks, with them."""
    opening, rest = text.split("%% newsreader begin ", 1)
    part, _ = rest.split("%% newsreader end ", 1)
    assert "---" in opening or not opening
    return part


def test_a_new_note_is_properties_and_a_marked_part() -> None:
    text = new_note(one_passage())
    key = key_of(one_passage())
    assert properties(text)["title"] == "Baths vote"
    assert f"\n---\n\n%% newsreader begin {key}: " in text
    assert text.endswith(f"green%%\n\n%% newsreader end {key} %%\n")
    assert keys_in(text) == {key}


@unhurried
@given(evidences())
def test_a_note_that_has_not_changed_stays_as_it_is(evidence: Evidence) -> None:
    text = new_note(evidence)
    assert updated_note(text, evidence) == text
    assert keys_in(text) == {key_of(evidence)}


@unhurried
@given(evidences(), evidences(), around, around, st.sampled_from(["\n", "\r\n"]))
def test_what_stands_around_our_part_stays_byte_for_byte(
    old: Evidence, new: Evidence, before: str, after: str, line_end: str
) -> None:
    new = replace(new, location=old.location)
    top, part = new_note(old).split("\n---\n\n", 1)
    head, tail = f"\n---\n{before}\n", f"\n{after}"
    text = top + head + part.removesuffix("\n") + tail
    text, head, tail = (each.replace("\n", line_end) for each in (text, head, tail))
    assume(len(keys_in(text)) == 1)
    changed = updated_note(text, new)
    assert changed.endswith(" %%" + tail)
    opening = changed.split("%% newsreader begin ")[0]
    assert opening.endswith(head)
    assert our_part(changed).replace("\r\n", "\n") == our_part(new_note(new))
    assert updated_note(changed, new) == changed


own = st.dictionaries(
    st.sampled_from(["aliases", "my rating", "due", "Überschrift", "nested", "cssclasses"]),
    st.one_of(
        st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), max_size=20),
        st.integers(),
        st.lists(st.sampled_from(["a", "b c", "- d", "#e"]), max_size=3),
        st.dictionaries(st.sampled_from(["x", "title"]), st.integers(), max_size=2),
        st.just("two\nlines\n"),
    ),
)


@unhurried
@given(evidences(), evidences(), own, st.randoms(use_true_random=False))
def test_properties_of_the_readers_own_stay(
    old: Evidence, new: Evidence, added: dict[str, Any], order: Random
) -> None:
    new = replace(new, location=old.location)
    text = new_note(old)
    there = properties(text)
    items = [*there.items(), *added.items()]
    order.shuffle(items)
    written = yaml.safe_dump(dict(items), sort_keys=False, allow_unicode=True)
    _, body = text.split("\n---\n", 1)
    found = properties(updated_note(f"---\n{written}---\n{body}", new))
    assert {name: found[name] for name in added} == added
    wanted = properties(new_note(new))
    tags = wanted.pop("tags", [])
    assert {name: found[name] for name in wanted} == wanted
    assert {tag.casefold() for tag in [*tags, *there.get("tags", [])]} == {
        tag.casefold() for tag in found.get("tags", [])
    }


def test_properties_that_another_program_wrote_its_own_way_are_left_alone() -> None:
    text = new_note(one_passage())
    theirs = text.replace('title: "Baths vote"', "title: Baths vote  # mine").replace(
        'tags:\n  - "pools"', "tags: [pools, own]"
    )
    assert updated_note(theirs, one_passage()) == theirs


def test_a_tag_of_the_readers_own_stays_beside_ours() -> None:
    text = new_note(one_passage()).replace('  - "pools"', "  - own\n  - pools\n# a comment")
    changed = updated_note(text, one_passage(tags=("pools", "weir")))
    assert properties(changed)["tags"] == ["own", "pools", "weir"]
    assert "\n# a comment\n" in changed


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_comments_within_a_list_stay_where_a_tag_is_added(line_end: str) -> None:
    theirs = "tags: # mine\n- own # one\n# between\n- pools # two"
    text = new_note(one_passage()).replace('tags:\n  - "pools"', theirs)
    changed = updated_note(text.replace("\n", line_end), one_passage(tags=("pools", "weir")))
    assert f'{theirs}\n- "weir"\n'.replace("\n", line_end) in changed
    assert properties(changed.replace(line_end, "\n"))["tags"] == ["own", "pools", "weir"]


def test_without_properties_none_are_added() -> None:
    text = new_note(one_passage()).split("\n---\n\n", 1)[1]
    changed = updated_note(f"My own words\n\n{text}", one_passage(title="New"))
    assert changed.startswith("My own words\n\n%% newsreader begin")
    assert "## New\n" in changed


def test_two_articles_may_share_a_file() -> None:
    other = one_passage(location="/other", title="Other")
    text = new_note(one_passage()) + new_note(other).split("\n---\n\n", 1)[1]
    changed = updated_note(text, replace(other, title="Renamed"))
    assert properties(changed)["title"] == "Baths vote"
    assert changed == text.replace("Other", "Renamed")


KEY = key_of(one_passage())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"%% newsreader end {KEY} %%", ""),
        (f"%% newsreader end {KEY} %%", f"%% newsreader end {KEY}"),
        (f"%% newsreader end {KEY} %%", "%% newsreader end %%"),
        (f"%% newsreader end {KEY} %%", f"%% newsreader end {KEY} %%\n" * 2),
        (f"%% newsreader begin {KEY}", f"- %% newsreader begin {KEY}"),
        (f"%% newsreader begin {KEY}", f"%% newsreader end {KEY}"),
        ("## Baths vote", f"%% newsreader begin {'a' * 16} %%"),
        ('title: "Baths vote"', "title: [unclosed"),
        ('title: "Baths vote"', "- a list"),
        ('title: "Baths vote"', "x: &x y\nmine: *x"),
    ],
)
def test_a_damaged_note_is_refused(old: str, new: str) -> None:
    text = new_note(one_passage())
    assert old in text
    with pytest.raises(DamagedNote):
        updated_note(text.replace(old, new, 1), one_passage(title="New"))
