"""The colours: a dark and a light page, and the terminal's own."""

from __future__ import annotations

from textual.theme import Theme

NIGHT = Theme(
    name="night",
    dark=True,
    primary="#e0b660",
    secondary="#8fb4d9",
    warning="#e0b660",
    error="#e58f7e",
    success="#a3c78c",
    accent="#e0b660",
    foreground="#dcd8cf",
    background="#15171a",
    surface="#1d2024",
    panel="#30343a",
    variables={
        "quiet": "#918d85", "person": "#ecdcc0", "org": "#b9cbdd", "place": "#bdd3b8",
        "speaker-1": "#93bde3", "speaker-2": "#b5cf94", "speaker-3": "#e3bd7d",
        "speaker-4": "#cdaee6", "speaker-5": "#86cfc4", "speaker-6": "#e8a598",
        "yellow": "#5a4c14", "green": "#2b4d24", "blue": "#1f4263", "pink": "#5e2b48",
        "yellow-bar": "#e3c84b", "green-bar": "#83c26a", "blue-bar": "#6ea8dc",
        "pink-bar": "#e082b6",
        "current": "#3d4653", "lit": "#4c4530", "selection": "#34557a",
    },
)  # fmt: skip

PAPER = Theme(
    name="paper",
    dark=False,
    primary="#8a4b08",
    secondary="#1f5a8c",
    warning="#8a4b08",
    error="#a8231a",
    success="#3c6e2a",
    accent="#8a4b08",
    foreground="#24221e",
    background="#faf7f0",
    surface="#f1ece1",
    panel="#d9d2c3",
    variables={
        "quiet": "#6f6962", "person": "#5a3a12", "org": "#2b4a66", "place": "#36552c",
        "speaker-1": "#1c5488", "speaker-2": "#3d6620", "speaker-3": "#8a5600",
        "speaker-4": "#69419a", "speaker-5": "#0d6660", "speaker-6": "#9c3324",
        "yellow": "#fbeaa0", "green": "#d3edc4", "blue": "#cfe3f7", "pink": "#f8d6e6",
        "yellow-bar": "#c79a00", "green-bar": "#4d9a34", "blue-bar": "#2f7cc0",
        "pink-bar": "#c2437f",
        "current": "#dfe4ea", "lit": "#efe3bd", "selection": "#b9d4f1",
    },
)  # fmt: skip

SIXTEEN = Theme(
    name="sixteen",
    dark=True,
    primary="#ffff55",
    secondary="#55ffff",
    warning="#ffff55",
    error="#ff5555",
    success="#55ff55",
    accent="#ffff55",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#555555",
    variables={
        "quiet": "#aaaaaa", "person": "#ffffff", "org": "#ffffff", "place": "#ffffff",
        "speaker-1": "#55ffff", "speaker-2": "#55ff55", "speaker-3": "#ffff55",
        "speaker-4": "#ff55ff", "speaker-5": "#00aaaa", "speaker-6": "#ff5555",
        "yellow": "#aa5500", "green": "#00aa00", "blue": "#0000aa", "pink": "#aa00aa",
        "yellow-bar": "#ffff55", "green-bar": "#55ff55", "blue-bar": "#5555ff",
        "pink-bar": "#ff55ff",
        "current": "#0000aa", "lit": "#555555", "selection": "#0000aa",
    },
)  # fmt: skip
"""For terminals of sixteen colours, on which the fine hues of the others would all be white."""

THEMES = (NIGHT, PAPER, SIXTEEN)
