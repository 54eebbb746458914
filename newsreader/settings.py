"""What a reader may set: a config file, where the library is, keys.

The config file is TOML, and all of it is optional:

    theme = "nord"
    measure = 72
    library = "~/news/library.db"
    templates = "~/news/templates"
    preset = "newsboat"
    citation = "apa"

    [colours]
    yellow = "claim"
    green = "fact"

    [keys]
    next_quote = "n"
    quit = ["q", "ctrl+q"]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from newsreader.errors import SettingsError
from newsreader.model import COLOURS
from newsreader.safety import guard

NARROWEST, WIDEST = 66, 80
"""The bounds of `measure`, in characters: what is comfortable to read."""

PRESETS = ("", "newsboat")
"""The keymaps there are; the empty one is newsreader's own."""

CITATIONS = ("news", "apa", "mla", "chicago")
"""The styles in which a quote can be cited; the first is the usual one."""

LONGEST_NAME = 24
"""Characters of the longest name that a colour may have."""

_USUAL_MEASURE = 72
_LONGEST_SHOWN = 60  # characters of a wrong value in a message


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has set.

    `theme` is the name of a theme, "" for the usual one; `measure` the width of the body in
    characters; `library` the SQLite file; `keys` the keys of each action that the reader bound
    anew, by the action's name; `preset` the keymap they stand on; `colours` what the reader calls
    some of the COLOURS; `templates` the folder of the reader's own formats, None for nowhere;
    `citation` is one of the CITATIONS.
    """

    library: Path
    theme: str = ""
    measure: int = _USUAL_MEASURE
    preset: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    templates: Path | None = None
    citation: str = CITATIONS[0]

    def called(self, colour: str) -> str:
        """Return what the reader calls a colour of highlights."""
        return self.colours.get(colour, colour)


def load(config: Path | None = None, library: Path | None = None) -> Settings:
    """Return the settings in `config`, or in the platform's own config file if there is one.

    `library` stands over what the file says; a relative path in the file starts at the file's
    own directory. Raises SettingsError for a file that is missing where one was named, cannot be
    read, is no TOML, or has an unknown key or a wrong value.
    """
    path = config or _config_path()
    values = _Values(guard(str(path)), _read(path, required=config is not None))
    values.refuse_unknown()
    set_library = values.path("library", path.parent)
    return Settings(
        library=library or set_library or _library_path(),
        theme=values.text("theme"),
        measure=values.measure(),
        preset=values.one_of("preset", PRESETS),
        citation=values.one_of("citation", CITATIONS),
        keys=values.keys(),
        colours=values.colours(),
        templates=values.path("templates", path.parent) or path.parent / "templates",
    )


@dataclass(frozen=True, slots=True)
class _Values:
    """The values of one config file, checked when they are asked for."""

    place: str
    table: dict[str, Any]

    def refuse_unknown(self) -> None:
        known = [field.name for field in fields(Settings)]
        for key in self.table:
            if key not in known:
                raise self._unknown("setting", key, known)

    def text(self, key: str) -> str:
        value = self.table.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(key, value, 'a text, in quotation marks: "…"')
        return value

    def measure(self) -> int:
        value = self.table.get("measure", _USUAL_MEASURE)
        allowed = f"a whole number from {NARROWEST} to {WIDEST}"
        # To Python, true is a whole number too.
        if type(value) is not int or not NARROWEST <= value <= WIDEST:
            raise self._wrong("measure", value, allowed)
        return value

    def one_of(self, key: str, allowed: Sequence[str]) -> str:
        value = self.text(key) if key in self.table else allowed[0]
        if value not in allowed:
            raise self._wrong(key, value, " or ".join(f'"{each}"' for each in allowed))
        return value

    def path(self, key: str, folder: Path) -> Path | None:
        value = self.text(key)
        if not value:
            return None
        try:
            return folder.absolute() / Path(value).expanduser()
        except RuntimeError as error:  # "~nobody"
            raise self._wrong(key, value, "the path of a file or folder") from error

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        table = self._table_of("keys")
        return MappingProxyType({action: self._keys_of(action, table[action]) for action in table})

    def _keys_of(self, action: str, value: object) -> tuple[str, ...]:
        keys = value if isinstance(value, list) else [value]
        if not all(isinstance(key, str) and key for key in keys):
            raise self._wrong(f"keys.{action}", value, 'a key like "q", or several: ["q", "Q"]')
        return tuple(keys)

    def colours(self) -> Mapping[str, str]:
        """Return the name of each colour that has one; no two can be taken for one another."""
        names: dict[str, str] = {}
        table = self._table_of("colours")
        for colour, value in table.items():
            if colour not in COLOURS:
                raise self._unknown("colour", colour, COLOURS)
            name = " ".join(guard(value).split()) if isinstance(value, str) else ""
            if not 0 < len(name) <= LONGEST_NAME:
                allowed = f"a name of up to {LONGEST_NAME} characters, in quotation marks"
                raise self._wrong(f"colours.{colour}", value, allowed)
            others = {each.casefold() for each in (*names.values(), *COLOURS) if each != colour}
            if name.casefold() in others:
                allowed = "a name that no other colour has"
                raise self._wrong(f"colours.{colour}", value, allowed)
            names[colour] = name
        return MappingProxyType(names)

    def _table_of(self, key: str) -> dict[str, Any]:
        table = self.table.get(key, {})
        if not isinstance(table, dict):
            raise self._wrong(key, table, f"a table: [{key}]")
        return table

    def _unknown(self, what: str, key: str, known: Sequence[str]) -> SettingsError:
        from difflib import get_close_matches

        near = get_close_matches(key.lower(), known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
        return SettingsError(f"Unknown {what} {guard(key)} in {self.place}.", hint)

    def _wrong(self, key: str, value: object, allowed: str) -> SettingsError:
        shown = guard(repr(value))
        if len(shown) > _LONGEST_SHOWN:
            shown = f"{shown[:_LONGEST_SHOWN]}…"
        return SettingsError(
            f"The setting {guard(key)} in {self.place} is {shown}.", f"It must be {allowed}."
        )


def _read(path: Path, *, required: bool) -> dict[str, Any]:
    place = guard(str(path))
    try:
        text = path.read_text("utf-8")
        import tomllib  # not before there is something to read

        return tomllib.loads(text)
    except FileNotFoundError as error:
        if not required:
            return {}
        raise SettingsError(f"There is no config file {place}.", "Check the name.") from error
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise SettingsError(
            f"The config file {place} cannot be read: {reason}.", "Check its permissions."
        ) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or nested without end
        raise SettingsError(
            f"The config file {place} is not TOML: {guard(str(error))}.", "Correct it there."
        ) from error


def _config_path() -> Path:
    from platformdirs import user_config_path

    return user_config_path("newsreader", appauthor=False) / "config.toml"


def _library_path() -> Path:
    from platformdirs import user_data_path

    return user_data_path("newsreader", appauthor=False) / "library.db"
