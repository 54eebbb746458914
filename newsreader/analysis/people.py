"""Who is who: which names of a text are one person's."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsreader.analysis.names import Name
from newsreader.analysis.persons import looks_like_person, sex_of, suffix_of, words_of
from newsreader.analysis.sentences import Layout


@dataclass(frozen=True, slots=True)
class Person:
    """One person in a text.

    `name` is the usual full name; `sex` is "m", "f" or None where nothing tells. `mentions` are
    indices into the names of the text, in order.
    """

    name: str
    sex: str | None
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a text: `owners[i]` is the index of the person the i-th name belongs to."""

    persons: tuple[Person, ...]
    owners: tuple[int | None, ...]

    def owner(self, name: int) -> Person | None:
        """Return the person whom the name with this index names, or None."""
        index = self.owners[name]
        return None if index is None else self.persons[index]


@dataclass(slots=True)
class _Form:
    """All mentions of one name in the same words."""

    text: str
    words: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Cluster:
    """The forms of one person's full name, and in the end all of the person's mentions."""

    forms: list[_Form]
    mentions: list[int] = field(default_factory=list)


_Known = defaultdict[str, list[_Cluster]]
"""Persons by each word of their names."""


def find_people(layout: Layout, names: Sequence[Name]) -> People:
    """Find the persons among the names of a text and put each one's names together.

    A full name ("Jane Roe", "Kim Il Doe") makes a person; a part of it ("Roe", "Kim") is that
    person's where no other fits better. A lone surname is a person's where its title or the words
    around it say so.
    """
    forms = _forms(names)
    clusters = _cluster_full_names(layout, names, [form for form in forms if len(form.words) > 1])
    owned = {form.text for cluster in clusters for form in cluster.forms}
    known = _by_word(clusters)
    for form in forms:
        if form.text in owned or _give(form, names, known) or len(form.words) > 1:
            continue
        if looks_like_person(layout, form.text, [names[i] for i in form.mentions]):
            clusters.append(_Cluster([form], list(form.mentions)))
            known[form.words[0]].append(clusters[-1])
    clusters.sort(key=lambda cluster: min(cluster.mentions))
    owners: list[int | None] = [None] * len(names)
    for index, cluster in enumerate(clusters):
        for mention in cluster.mentions:
            owners[mention] = index
    return People(tuple(_person(names, cluster) for cluster in clusters), tuple(owners))


def _forms(names: Sequence[Name]) -> list[_Form]:
    forms: dict[str, _Form] = {}
    for index, name in enumerate(names):
        form = forms.get(name.text)
        if form is None:
            form = forms[name.text] = _Form(name.text, words_of(name.text))
        form.mentions.append(index)
    return [form for form in forms.values() if form.words]


def _cluster_full_names(
    layout: Layout, names: Sequence[Name], forms: list[_Form]
) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    holding: defaultdict[str, list[int]] = defaultdict(list)
    ending: defaultdict[str, list[int]] = defaultdict(list)
    for form in forms:
        if not looks_like_person(layout, form.text, [names[i] for i in form.mentions]):
            continue
        near = {*holding[form.words[-1]], *(at for word in form.words for at in ending[word])}
        fitting = (at for at in sorted(near) if any(_same(form, f) for f in clusters[at].forms))
        same = next(fitting, len(clusters))
        if same == len(clusters):
            clusters.append(_Cluster([], []))
        clusters[same].forms.append(form)
        clusters[same].mentions += form.mentions
        ending[form.words[-1]].append(same)
        for word in set(form.words):
            holding[word].append(same)
    return clusters


def _same(one: _Form, other: _Form) -> bool:
    """Tell whether two full names are one person's."""
    if suffix_of(one.text) != suffix_of(other.text):
        return False
    a, b = sorted((one.words, other.words), key=len)
    if a[-1] == b[-1] and (a[0] == b[0] or (1 in (len(a[0]), len(b[0])) and a[0][0] == b[0][0])):
        return True
    return _within(a, b) or sorted(a) == sorted(b)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(whole[i : i + size]) == tuple(part) for i in range(len(whole) - size + 1))


def _give(form: _Form, names: Sequence[Name], known: _Known) -> bool:
    """Give the mentions of a part of a name to those who bear it; tell whether anybody does."""
    bearers = _bearers(form.words, known[form.words[-1]])
    if bearers:
        for mention in form.mentions:
            _likeliest(bearers, mention, names).mentions.append(mention)
    return bool(bearers)


def _by_word(clusters: list[_Cluster]) -> _Known:
    known: _Known = defaultdict(list)
    for cluster in clusters:
        for word in {word for form in cluster.forms for word in form.words}:
            known[word].append(cluster)
    return known


def _bearers(words: tuple[str, ...], clusters: list[_Cluster]) -> list[_Cluster]:
    """Return the persons whose full name ends, or else begins, or else goes on with `words`."""
    ends, begins, holds = [], [], []
    for cluster in clusters:
        full = max((form.words for form in cluster.forms), key=len)
        if any(form.words[-len(words) :] == words for form in cluster.forms):
            ends.append(cluster)
        elif full[: len(words)] == words:
            begins.append(cluster)
        elif _within(words, full):
            holds.append(cluster)
    return ends or begins or holds


def _likeliest(candidates: list[_Cluster], mention: int, names: Sequence[Name]) -> _Cluster:
    """Choose among persons of one surname: by title, by how often named so far, by nearness.

    A surname alone is first of all the one's it was before: who comes in later under the same
    name is told apart by a full name.
    """
    if len(candidates) == 1:
        return candidates[0]
    title = names[mention].title
    same = [c for c in candidates if title and _bears(c, title.lower(), names)]
    if len(same) == 1:
        return same[0]
    sex = sex_of((), [title]) if title else None
    if sex:
        fitting = [c for c in candidates if _person(names, c).sex in (sex, None)]
        candidates = fitting or candidates
    return max(candidates, key=lambda c: (len(c.mentions), _last_before(c, mention)))


def _bears(cluster: _Cluster, title: str, names: Sequence[Name]) -> bool:
    """Tell whether somebody's full name has this title somewhere in the text."""
    return any(names[i].title.lower() == title for form in cluster.forms for i in form.mentions)


def _last_before(cluster: _Cluster, mention: int) -> int:
    before = ((bisect_left(form.mentions, mention), form.mentions) for form in cluster.forms)
    return max((mentions[at - 1] for at, mentions in before if at), default=-1)


def _person(names: Sequence[Name], cluster: _Cluster) -> Person:
    forms = sorted(cluster.forms, key=lambda f: (-len(f.mentions), -len(f.text), f.mentions[0]))
    full = next((form for form in forms if len(form.words) > 1), forms[0])
    titles = Counter(names[i].title for i in cluster.mentions if names[i].title)
    sex = sex_of(full.words, [title for title, _ in titles.most_common()])
    return Person(full.text, sex, tuple(sorted(cluster.mentions)))
