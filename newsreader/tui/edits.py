"""What is said of an article that was edited since it was first read in."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from newsreader.model import Outcome
from newsreader.reading import OpenArticle


def day(moment: datetime) -> str:
    """Return a date as it is written over an article."""
    return f"{moment.day} {moment:%B %Y}"


def notice(opened: OpenArticle) -> str:
    """Return what stands under the title: how often it was edited, or which version this is."""
    history = opened.history
    if not history.edits:
        return ""
    if not opened.is_latest:
        return f"{_which(opened)}, from {day(opened.version.fetched)} · V goes back to the latest"
    if opened.version.id != history.ids[-1]:
        return f"{_which(opened)}, the latest again · V shows what changed"
    times = f"{history.edits} times, last" if history.edits > 1 else ""
    return " ".join(f"Edited {times} on {day(history.edited)} · V shows what changed".split())


def news(opened: OpenArticle) -> str:
    """Return what to say of a version as it is opened; nothing of one the reader has seen."""
    history = opened.history
    if not opened.is_latest:
        said = f"{_which(opened)} · R makes it the latest again, Esc goes back"
    elif history.is_news:
        said = f"Edited on {day(history.edited)}, since you read it · V shows what changed"
    else:
        return ""
    return " · ".join(filter(None, (said, _highlights(opened))))


def _which(opened: OpenArticle) -> str:
    history = opened.history
    return f"Version {history.number(opened.version.id)} of {len(history.ids)}"


def _highlights(opened: OpenArticle) -> str:
    """Count the highlights that are not in place."""
    counts = Counter(one.placement.outcome for one in opened.placed)
    told = (Outcome.MOVED, Outcome.CHANGED, Outcome.MISSING)
    parts = [f"{counts[outcome]} {outcome.value}" for outcome in told if counts[outcome]]
    return f"highlights: {', '.join(parts)}" if parts else ""
