"""The pass that makes text from outside safe and even, and the guard before it is shown.

An article can carry what a reader never sees: terminal escape sequences, characters that turn
the reading direction, words cut by characters without width. All of that goes where text comes
in (`clean`), so that every other room works on plain text, and once more before anything is
written out (`guard`), so that nothing depends on where a string came from.
"""

from __future__ import annotations

import re

# Zero width or without a shape of their own: soft hyphen, combining grapheme joiner, Arabic
# letter mark, Hangul fillers, Khmer inherent vowels, Mongolian selectors, zero-width space and
# joiners, direction marks, embeddings, overrides and isolates, word joiner, invisible operators,
# deprecated format characters, variation selectors, BOM, interlinear annotation, shorthand and
# musical controls, and the tag block.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
_INVISIBLE_ASTRAL = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINE = "\x0b\x0c\x85\u2028\u2029"
# Not characters at all: surrogates on their own, and the code points Unicode reserves.
_LOST = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_LOST_ASTRAL = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)

# ECMA-48: a control sequence (CSI), a control string (OSC, DCS, SOS, PM, APC) with its end, and
# the choice of a character set. They go whole, since their parameters mean nothing to a reader.
_ESCAPE = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f\u2028\u2029]{0,4096}"
    r"(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[()][AB012]"
)

# Two quick looks that clear most texts: `re` is fifteen times slower on a class that mixes the
# basic plane with the others.
_SUSPECT = re.compile(f"[\r{_CONTROL}{_LINE}{_LOST}{_INVISIBLE}]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_UNSAFE = re.compile(
    f"(?P<line>\r\n?|[{_LINE}])|(?P<lost>[{_LOST}{_LOST_ASTRAL}])"
    f"|(?:{_ESCAPE}|[{_CONTROL}{_INVISIBLE}{_INVISIBLE_ASTRAL}])+"
)

_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf"
    "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_PICTURE = re.compile(f"[{_EMOJI}]")
# Letters and marks of the scripts whose spelling uses joiners: Arabic (with Persian and Urdu),
# Syriac, N'Ko, the scripts of India and Sri Lanka, Myanmar, Khmer, Mongolian.
_JOINING = re.compile(
    "[\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee\u06ef\u06fa-\u06ff\u0710-\u077f\u07ca-\u07f5"
    "\u08a0-\u0963\u0971-\u0df3\u1000-\u109f\u1780-\u17d3\u1820-\u18aa\ufb50-\ufbb1\ufbd3-\ufd3d"
    "\ufd50-\ufdc7\ufdf0-\ufdfb\ufe70-\ufefc]"
)
_VIRAMA = re.compile("[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]")

_TO_ONE_LINE = str.maketrans("\n\t", "  ")


def clean(text: str) -> str:
    r"""Return `text` without what could disguise it or act on a terminal; idempotent.

    Every line ending (CR LF, CR, VT, FF, NEL, LS, PS) becomes "\n". Control characters but tab
    and newline, whole escape sequences, direction controls, tags and characters without width
    go, so that the words they cut are whole again. Joiners stay between letters of scripts that
    are spelled with them and inside emoji; a variation selector stays on its emoji. Surrogates
    and reserved code points become U+FFFD.
    """
    if not _SUSPECT.search(text) and not _ASTRAL.search(text):
        return text
    return _UNSAFE.sub(_replacement, text)


def guard(text: str, *, multiline: bool = False) -> str:
    """Return `text` safe to write to a terminal, a title, the clipboard, a log or a message.

    Newlines and tabs become spaces, unless `multiline`.
    """
    text = clean(text)
    return text if multiline else text.translate(_TO_ONE_LINE)


def _replacement(found: re.Match[str]) -> str:
    if found["line"]:
        return "\n"
    if found["lost"]:
        return "\ufffd"
    before = found.string[found.start() - 1 : found.start()] if found.start() else ""
    after = found.string[found.end() : found.end() + 1]
    return _selector(found[0], before, after) + _joiner(found[0], before, after)


def _selector(run: str, before: str, after: str) -> str:
    """Return the variation selector that an emoji or keycap before this run needs, or nothing."""
    keycap = before in set("0123456789#*") and after == "\u20e3"
    if not keycap and not _PICTURE.match(before):
        return ""
    return next((char for char in run if char in "\ufe0e\ufe0f"), "")


def _joiner(run: str, before: str, after: str) -> str:
    """Return the joiner of this run that the characters around it are spelled with, or nothing."""
    if _JOINING.match(before) and _JOINING.match(after):
        return next((char for char in run if char in "\u200c\u200d"), "")
    if "\u200d" in run and _PICTURE.match(before) and _PICTURE.match(after):
        return "\u200d"
    if "\u200d" in run and _VIRAMA.match(before):
        return "\u200d"
    return ""
