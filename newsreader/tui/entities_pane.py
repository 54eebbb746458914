"""The people, organisations and places of the open article."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model import Entity, EntityType
from newsreader.safety import guard
from newsreader.tui.line_list import Line, LineList, spread
from newsreader.tui.messages import EntitySelected
from newsreader.tui.wrap import fit

KINDS = {
    EntityType.PERSON: "People",
    EntityType.ORG: "Organisations",
    EntityType.PLACE: "Places",
}


class EntitiesPane(LineList):
    """Entities by kind, with how often each is named."""

    EMPTY = "  No names."

    def __init__(self) -> None:
        super().__init__(id="entities")
        self._entities: tuple[Entity, ...] = ()
        self._rows: list[int | str] = []
        self.border_title = "4 Names"

    @property
    def count(self) -> int:
        """How many rows there are, headings among them."""
        return len(self._rows)

    @property
    def current(self) -> int | None:
        """The index of the entity under the cursor, in the whole article."""
        row = self._rows[self.cursor] if self._rows else None
        return row if isinstance(row, int) else None

    def show(self, entities: Sequence[Entity]) -> None:
        """Show the entities of an article."""
        self._entities, self._filter = tuple(entities), ""
        self._apply(None)

    def filtered(self) -> None:
        """Show only entities with the text in a name or alias."""
        self._apply(self.current)

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
        count = str(len(entity.mentions))
        name = fit(guard(entity.name), width - len(count) - 4)
        return [spread((f"  {name}", "plain"), (f"{count} ", "quiet"), width)]

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

    def _apply(self, keep: int | None) -> None:
        self._rows = []
        for kind, title in KINDS.items():
            members = [
                n for n, entity in enumerate(self._entities)
                if entity.type is kind and self._matches(entity)
            ]  # fmt: skip
            if members:
                self._rows += [*([""] if self._rows else []), f"{title} {len(members)}", *members]
        self.border_title = f"4 Names · {len(self._entities)}"
        self.renew(cursor=self._rows.index(keep) if keep in self._rows else 0)

    def _matches(self, entity: Entity) -> bool:
        return any(self._filter in name.casefold() for name in (entity.name, *entity.aliases))


def described(entity: Entity) -> str:
    """Say in one line what else an entity is called, and what it is said to be."""
    parts = [guard(entity.name)]
    if entity.aliases:
        parts.append("also " + ", ".join(guard(alias) for alias in entity.aliases))
    parts += [guard(role) for role in entity.roles]
    return " · ".join(parts)
