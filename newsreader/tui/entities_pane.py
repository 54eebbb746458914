"""The people, organisations and places of the open article."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model import Entity, EntityType, Span, certainty, is_unsure
from newsreader.safety import guard
from newsreader.tui import signs
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.messages import ClaimDoubted, EntitySelected
from newsreader.tui.wrap import cells, fit

KINDS = {
    EntityType.PERSON: "People",
    EntityType.ORG: "Organisations",
    EntityType.PLACE: "Places",
}

KIND_NAMES = {
    EntityType.PERSON: "person",
    EntityType.ORG: "organisation",
    EntityType.PLACE: "place",
}


class EntitiesPane(LineList):
    """Entities by kind, with how often each is named."""

    EMPTY = "No names."

    def __init__(self) -> None:
        super().__init__(id="entities")
        self._entities: tuple[Entity, ...] = ()
        self._rows: list[int | str] = []
        self._unsure = False
        self.border_title = "4 Names"

    @property
    def empty(self) -> str:
        """What is said where there is no row."""
        return "Nothing unsure here." if self._unsure and not self._filter else super().empty

    @property
    def count(self) -> int:
        """How many rows there are, headings among them."""
        return len(self._rows)

    @property
    def current(self) -> int | None:
        """The index of the entity under the cursor, in the whole article."""
        row = self._rows[self.cursor] if self._rows else None
        return row if isinstance(row, int) else None

    @property
    def only_unsure(self) -> bool:
        """Tell whether the unsure names alone are shown."""
        return self._unsure

    def clear(self) -> None:
        """Show nothing, and leave nothing out of what will be shown."""
        self._entities, self._filter, self._unsure = (), "", False
        self._apply(None, 0)

    def show(self, entities: Sequence[Entity]) -> None:
        """Show the entities of an article; the cursor stays, and what is left out is left out."""
        keep, row = self._here(), self.cursor
        self._entities = tuple(entities)
        self._apply(keep, row)

    def show_unsure(self, *, only: bool) -> None:
        """Show only the names that are unsure, or all again."""
        self._unsure = only
        self.filtered()

    def filtered(self) -> None:
        """Show only entities with the text in a name or alias."""
        self._apply(self._here(), 0)

    def put_cursor_on(self, index: int) -> None:
        """Bring the cursor to the entity with this index, if it is shown."""
        if index in self._rows:
            self.put_cursor(self._rows.index(index))

    def is_stop(self, index: int) -> bool:
        """Tell whether the row is an entity, not a heading."""
        return isinstance(self._rows[index], int)

    def row(self, index: int, width: int) -> Sequence[Line]:
        """Draw a heading, or an entity with its count."""
        row = self._rows[index]
        if isinstance(row, str):
            return [[(f" {row}", "quiet")]] if row else []
        entity = self._entities[row]
        count, sign = str(len(entity.mentions)), signs.certainty_of(entity)
        name = fit(guard(entity.name), width - len(count) - 4 - cells(sign))
        return [spread((f"  {name}{sign}", "plain"), (f"{count} ", "quiet"), width)]

    def moved(self, index: int) -> None:
        """Light up every mention in the body."""
        row = self._rows[index]
        if isinstance(row, int):
            self.post_message(EntitySelected(row))

    def chosen(self, index: int) -> None:
        """Go to the entity's next mention in the body."""
        row = self._rows[index]
        if isinstance(row, int):
            self.post_message(EntitySelected(row, step=True))

    def doubted(self, index: int) -> None:
        """Ask what is wrong with the name."""
        self.moved(index)
        self.post_message(ClaimDoubted())

    def _here(self) -> Span | None:
        """Return where the entity under the cursor is first named."""
        return self._entities[self.current].mentions[0].span if self.current is not None else None

    def _apply(self, keep: Span | None, row: int) -> None:
        """Show what matches, with the cursor on what this Span names, else on a row."""
        self._rows = []
        shown = [n for n, entity in enumerate(self._entities) if self._matches(entity)]
        for kind, title in KINDS.items():
            members = [n for n in shown if self._entities[n].type is kind]
            if members:
                self._rows += [*([""] if self._rows else []), f"{title} {len(members)}", *members]
        kept = (
            self._rows.index(n)
            for n in shown
            if any(mention.span == keep for mention in self._entities[n].mentions)
        )
        self.head(
            signs.heading(
                "4 Unsure" if self._unsure else "4 Names",
                len(shown),
                len(self._entities),
                narrowed=self._unsure or self.is_filtered,
            )
        )
        self.renew(cursor=next(kept, row))

    def _matches(self, entity: Entity) -> bool:
        if self._unsure and not is_unsure(entity):
            return False
        return any(self._filter in name.casefold() for name in (entity.name, *entity.aliases))


def described(entity: Entity) -> str:
    """Say in one line what an entity is, what else it is called, and how sure that is."""
    parts = [guard(entity.name), KIND_NAMES[entity.type]]
    if entity.aliases:
        parts.append("also " + ", ".join(guard(alias) for alias in entity.aliases))
    parts += [guard(role) for role in entity.roles]
    return " · ".join([*parts, guard(certainty(entity))])
