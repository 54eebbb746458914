from __future__ import annotations

from collections import Counter

import pytest

from newsreader import settings
from newsreader.errors import SettingsError
from newsreader.tui.actions import (
    PRESETS,
    READING,
    SELECTING,
    Action,
    Keymap,
    Target,
    strokes,
    with_keys,
)
from newsreader.tui.body import Body
from newsreader.tui.line_list import LineList
from newsreader.tui.screens.correcting import CorrectingScreen


def test_every_action_can_be_carried_out() -> None:
    carriers: dict[Target, tuple[type, ...]] = {
        Target.PANE: (Body, LineList),
        Target.BODY: (Body,),
        Target.SCREEN: (CorrectingScreen,),
    }
    missing = [
        (action.name, carrier.__name__)
        for action in (*READING, *SELECTING)
        for carrier in carriers[action.target]
        if not callable(getattr(carrier, f"action_{action.name}", None))
    ]
    assert not missing


@pytest.mark.parametrize("actions", [READING, SELECTING], ids=["reading", "selecting"])
def test_no_key_means_two_things(actions: tuple[Action, ...]) -> None:
    keys = Counter(key for action in actions for key in action.keys)
    assert not [key for key, count in keys.items() if count > 1]


def test_keys_typed_one_after_the_other_make_an_action() -> None:
    keymap = Keymap(READING)
    assert keymap.is_beginning(("]",))
    found = keymap.meaning(("]", "q"))
    assert found is not None
    assert found.name == "next_quote"
    assert strokes("ctrl+d") == ("ctrl+d",)
    assert strokes("]q") == ("]", "q")
    assert strokes("enter") == ("enter",)


def test_the_readers_own_keys_take_the_place_of_ours() -> None:
    by_name = {action.name: action.keys for action in with_keys(READING, "", {"star": ("J",)})}
    assert by_name["star"] == ("J",)
    assert by_name["next_article"] == ()


def test_an_unknown_action_names_the_nearest() -> None:
    with pytest.raises(SettingsError, match="next_quote"):
        with_keys(READING, "", {"next_qoute": ("x",)})


def test_the_newsboat_preset_keeps_every_action_reachable() -> None:
    lost = [action.name for action in with_keys(READING, "newsboat", {}) if not action.keys]
    assert lost == []


def test_the_settings_know_every_preset() -> None:
    assert set(settings.PRESETS) == set(PRESETS)
