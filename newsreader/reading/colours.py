"""Colours of highlights made elsewhere, as the nearest that there is here."""

from __future__ import annotations

import colorsys
import re

from newsreader.model import COLOURS

_HUES = {"yellow": 55, "green": 120, "blue": 220, "pink": 330}  # degrees
_OTHERS = {
    "red": 0, "orange": 35, "gold": 50, "lime": 90, "teal": 175, "cyan": 185, "turquoise": 180,
    "indigo": 260, "violet": 280, "purple": 290, "magenta": 310, "rose": 340, "crimson": 348,
}  # fmt: skip
_HEX = re.compile("#?([0-9a-f]{6}|[0-9a-f]{3})")


def nearest(colour: str) -> str:
    """Return one of the COLOURS: this one, the nearest to it, or the usual one if it is none."""
    name = colour.strip().casefold()
    if name in COLOURS:
        return name
    hue = _OTHERS.get(name, _hue(name))
    if hue is None:
        return COLOURS[0]
    return min(COLOURS, key=lambda each: abs((_HUES[each] - hue + 180) % 360 - 180))


def _hue(written: str) -> float | None:
    """Return the hue of a colour written in hexadecimal, in degrees; None for a grey."""
    found = _HEX.fullmatch(written)
    if not found:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    return 360 * hue if saturation else None
