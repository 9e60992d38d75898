"""The rows of a home as somebody sees them: the home itself, or all parties of a session together.

- A joint paper is made from `kinds.showing.seen_by_all` and from nothing else: what may not go to every reader is not there, and
  nothing is told of it, no name, no count, no short name of this home.
- A row of which everything is public is the same for everybody and is taken as the register has it.

Source: docs/decisions/0019-what-a-reader-may-see.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.kinds.folding import row
from comity.kinds.showing import may_say_agreement, seen_by_all
from comity.paper.names import Name
from comity.paper.row_parts import fields_in, ids_in, statements_in
from comity.paper.thing_view import title_parts
from comity.record.act import EntryId, PartyId
from comity.record.agreement import agreement_row
from comity.record.canonical import Fields
from comity.record.field import PARTIES
from comity.record.shelf import Entry
from comity.record.state import Act
from comity.store.folding import item_of, speaks_of
from comity.store.ordering import Values
from comity.store.reading import Reading

ALL = 10**9


class Eyes:
    """Those of the home itself. `cut`: more was there than was asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cut = False

    def things(self, kind: str, most: int | None) -> tuple[Fields, ...]:
        """The rows of a kind, the latest first; at most so many are looked at."""
        return self._seen(list(self.reading.things(kind, limit=most)), most)

    def by_value(self, values: Values, most: int | None) -> tuple[Fields, ...]:
        """The readings with a value."""
        return self._seen(self.reading.by_value(["reading"], values, limit=most or ALL), most)

    def called(self, ids: Iterable[str]) -> dict[str, Fields]:
        """Rows by id; what is not to be seen is left out."""
        rows = self.reading.things_called(ids)
        return {thing: seen for thing, found in rows.items() if (seen := self.shown(found)) is not None}

    def names(self, ids: Iterable[str]) -> dict[str, Name]:
        """What things are called, by id."""
        wanted = {thing for thing in ids if len(thing) == 64}
        rows, shorts = self.called(wanted), self.short_names(wanted)
        return {
            thing: Name(thing, str(found["kind"]), tuple(title_parts(found)), shorts.get(thing, ""), True)
            for thing, found in rows.items()
        }

    def short_names(self, ids: Iterable[str]) -> dict[str, str]:
        """What the home calls things."""
        return self.reading.short_names_of(ids)

    def shown(self, found: Fields) -> Fields | None:
        """The row as it is seen; None where it is not."""
        return found

    def _seen(self, rows: Sequence[Fields], most: int | None) -> tuple[Fields, ...]:
        self.cut = self.cut or (most is not None and len(rows) >= most)
        return tuple(seen for found in rows if (seen := self.shown(found)) is not None)


class JointEyes(Eyes):
    """Those of several readers together."""

    def __init__(self, reading: Reading, readers: Iterable[PartyId]) -> None:
        super().__init__(reading)
        self.readers = tuple(sorted(set(readers)))
        self._known: dict[str, Fields | None] = {}

    def short_names(self, ids: Iterable[str]) -> dict[str, str]:
        return {}

    def shown(self, found: Fields) -> Fields | None:
        thing = str(found["id"])
        if thing not in self._known:
            self._known[thing] = found if _is_public(found) else self._folded(EntryId(thing))
        return self._known[thing]

    def _folded(self, thing_id: EntryId) -> Fields | None:
        opening, naming = self.reading.act(thing_id), self.reading.acts_naming(thing_id)
        if opening is None or opening.entry.envelope is None:
            return None
        is_party = opening.entry.envelope.kind in PARTIES
        thing = seen_by_all(self.readers, opening, [act for act in naming if not is_party or speaks_of(act.entry, thing_id)])
        return None if thing is None else row(thing) | self._agreement(opening)

    def _agreement(self, opening: Act) -> Fields:
        """What is agreed, where every entry on it may go to every reader; nothing otherwise, which is not "no"."""
        item = item_of(opening)
        if item is None or not all(may_say_agreement(reader, self._on_item(item)) for reader in self.readers or (None,)):
            return {}
        return {"agreement": agreement_row(self.reading.agreement_of(item))}

    def _on_item(self, item: EntryId) -> list[Entry]:
        naming = [act.entry for act in self.reading.acts_naming(item)]
        texts = [entry for entry in naming if entry.envelope is not None and entry.envelope.kind == "text"]
        further = [act.entry for text in texts for act in self.reading.acts_naming(text.id)]
        opening = self.reading.entry(item)
        every = [*([opening] if opening else []), *naming, *further]
        return [entry for entry in every if entry.envelope is not None and entry.envelope.bind is not None]


def joint_eyes(reading: Reading, session: Fields) -> JointEyes:
    """Those of the parties of a session, as it names them; anybody's, where it names none or may not go to all of them."""
    return JointEyes(reading, map(_party_id, ids_in(fields_in(session), "parties")))


def _party_id(text: str) -> PartyId:
    return PartyId(EntryId(text))


def _is_public(found: Fields) -> bool:
    """Whether all it is made of is public; an item's or a text's agreement rests on more than the row shows."""
    said = [str(found["label"]), *(str(each["label"]) for each in statements_in(found))]
    return found["kind"] not in ("item", "text") and set(said) == {"clear"}
