from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.errors import SettingsError
from newsreader.model import COLOURS
from newsreader.settings import load


def write(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def test_without_a_config_file_everything_is_as_usual(home: Path) -> None:
    settings = load()
    assert (settings.theme, settings.measure, settings.preset) == ("", 72, "")
    assert settings.keys == {}
    assert settings.library.name == "library.db"
    assert home in settings.library.parents
    assert settings.templates == home / "config" / "newsreader" / "templates"


def test_the_config_file_is_read(home: Path) -> None:
    path = write(
        home,
        'theme = "nord"\nmeasure = 66\nlibrary = "~/news.db"\npreset = "newsboat"\n'
        'templates = "formats"\n'
        'citation = "mla"\n'
        '[keys]\nquit = ["q", "ctrl+q"]\nnext_quote = "n"\n',
    )
    settings = load(path)
    assert (settings.theme, settings.measure, settings.preset) == ("nord", 66, "newsboat")
    assert settings.citation == "mla"
    assert settings.library == home / "news.db"
    assert settings.templates == home / "formats"
    assert settings.keys == {"quit": ("q", "ctrl+q"), "next_quote": ("n",)}


def test_colours_have_the_names_that_they_are_given(home: Path) -> None:
    settings = load(write(home, '[colours]\nyellow = "  a\\tclaim "\ngreen = "green"\n'))
    assert [settings.called(colour) for colour in COLOURS] == ["a claim", "green", "blue", "pink"]
    assert [load().called(colour) for colour in COLOURS] == list(COLOURS)


def test_a_relative_library_lies_beside_the_config_file(tmp_path: Path) -> None:
    assert load(write(tmp_path, 'library = "my.db"')).library == tmp_path / "my.db"


def test_a_library_given_stands_over_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'library = "my.db"')
    assert load(path, Path("other.db")).library == Path("other.db")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('them = "nord"', "Unknown setting them in .* Did you mean theme?"),
        ("zzz = 1", "There are: library, theme"),
        ("measure = 65", "measure in .* is 65. It must be a whole number from 66 to 80"),
        ("measure = 81", "66 to 80"),
        ("measure = true", "66 to 80"),
        ('measure = "72"', "66 to 80"),
        ("theme = 1", "theme in .* is 1. It must be a text"),
        ('preset = "vim"', 'preset in .* It must be "" or "newsboat"'),
        ('citation = "harvard"', 'It must be "news" or "apa" or "mla" or "chicago"'),
        ("citation = 7", "citation in .* is 7. It must be a text"),
        ('library = "~nobody-here/x"', "library in .* It must be the path"),
        ("keys = 1", "It must be a table"),
        ("[keys]\nquit = 1", "keys.quit in .* is 1. It must be a key"),
        ('[keys]\nquit = [""]', "keys.quit"),
        ("theme = x", "is not TOML: .*line 1"),
        ('"a\\u001b[2J" = 1', "Unknown setting a in"),
        ("colours = 1", "It must be a table"),
        ('[colours]\nyelow = "claim"', "Unknown colour yelow in .* Did you mean yellow?"),
        ('[colours]\nzzz = "claim"', "There are: yellow, green, blue, pink"),
        ("[colours]\nyellow = 1", "colours.yellow in .* is 1. It must be a name of up to 24"),
        ('[colours]\nyellow = " "', "colours.yellow .* It must be a name"),
        (f'[colours]\nyellow = "{"x" * 25}"', "up to 24"),
        ('[colours]\nyellow = "fact"\ngreen = "Fact"', "a name that no other colour has"),
        ('[colours]\nyellow = "green"', "a name that no other colour has"),
    ],
)
def test_what_is_wrong_is_said_with_what_is_allowed(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SettingsError, match=says) as caught:
        load(path, tmp_path / "library.db")
    assert str(path) in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_a_config_file_that_is_named_must_be_there_and_readable(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"There is no config file .*gone\.toml"):
        load(tmp_path / "gone.toml")
    with pytest.raises(SettingsError, match="cannot be read: is a directory"):
        load(tmp_path)
    bad = tmp_path / "latin.toml"
    bad.write_bytes(b'theme = "\xe9"')
    with pytest.raises(SettingsError, match="is not TOML"):
        load(bad)


def test_given_both_paths_nothing_is_asked_of_the_platform(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    program = (
        "import sys; from pathlib import Path; from newsreader.settings import load;"
        "load(Path(sys.argv[1]), Path('x.db')); sys.exit('platformdirs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode == 0
