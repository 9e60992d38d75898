"""What the register keeps of a thing: its row and its words.

A thing is folded from all acts that name it, with one exception: a party is named as owner, addressee or member
by thousands of acts that say nothing about it. Statements about a party are only the acts on its authority and
succession, and acts that are no thing of their own and name it by a field which may name other things too
(a correction, an erasure, a merge).

Source: design section 4 (State); docs/decisions/0018-what-is-said-of-a-party.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

import msgspec

from comity.kinds import every_kind
from comity.kinds.folding import fold_thing, row
from comity.record.act import EntryId, body_digest, decode_body
from comity.record.agreement import Agreement, agreement_row
from comity.record.canonical import Fields, Value
from comity.record.errors import ComityError
from comity.record.field import PARTIES, Evidence, Field, Form, Line, Prose, Record, Ref, Wording
from comity.record.shelf import Entry
from comity.record.state import Act, BodyState
from comity.store.search import index_text, marked_text
from comity.store.thin import AUTHORITY

_encoder = msgspec.json.Encoder(order="sorted")


@cache
def ways_about_parties() -> frozenset[tuple[str, str]]:
    """The ways (kind, role) of naming a party that say something about it."""
    ways = {("succession", "old"), ("succession", "successor"), ("close", "successor")}
    for kind in every_kind().values():
        for field in kind.fields:
            if isinstance(field.form, Ref) and (kind.name in AUTHORITY or (not kind.opens and _may_name_others(field.form))):
                ways.add((kind.name, field.name))
    return frozenset(ways)


def opens(kind: str) -> bool:
    """Whether an entry of this kind opens a thing; kinds not known here do."""
    known = every_kind().get(kind)
    return known is None or known.opens


def speaks_of(entry: Entry, party: EntryId) -> bool:
    """Whether an entry that names a party is a statement about it."""
    envelope = entry.envelope
    ways = {(envelope.kind, ref.role) for ref in envelope.refs if ref.id == party} if envelope else set()
    return not ways.isdisjoint(ways_about_parties())


def open_act(entry: Entry, kept: tuple[bytes, bytes] | None, *, erased: bool) -> Act:
    """An entry with its body, where one is kept, fits its digest and can be read."""
    without = Act(entry, None, BodyState.ERASED if erased else BodyState.WITHHELD)
    if kept is None or entry.envelope is None or body_digest(*kept) != entry.envelope.body:
        return without
    try:
        return Act(entry, decode_body(kept[1]), BodyState.HELD)
    except ComityError:
        return without


def item_of(act: Act) -> EntryId | None:
    """The item whose agreement an item or a text shows."""
    envelope = act.entry.envelope
    if envelope is None or envelope.kind not in ("item", "text"):
        return None
    if envelope.kind == "item":
        return act.entry.id
    items = envelope.referred("item")
    return items[0] if len(items) == 1 else None


def register_row(act: Act, naming: Sequence[Act], agreement: Agreement | None) -> Fields | None:
    """The row of the thing that `act` opens, or None where it opens none."""
    if act.entry.envelope is None or not opens(act.entry.envelope.kind):
        return None
    thing = fold_thing(act, naming)
    if thing is None:
        return None
    return row(thing) if agreement is None else row(thing) | {"agreement": agreement_row(agreement)}


def row_bytes(fields: Fields) -> bytes:
    """A row as bytes: the same row, the same bytes."""
    return _encoder.encode(fields)


def words_of(fields: Fields) -> tuple[str, str]:
    """What the thing is found by: the words of its own fields and of what was stated of it, folded and as marked."""
    # A line feed between two texts keeps the end of one and the beginning of the next from making a word.
    text = "\n".join(texts_of(fields))
    return index_text(text), marked_text(text)


def texts_of(fields: Fields) -> Iterator[str]:
    """Every text by which the thing is found: those of its own fields, then of what was stated of it."""
    for said in (fields, *cast("list[Fields]", fields.get("statements", []))):
        yield from _texts_of(said)


def _texts_of(said: Fields) -> Iterator[str]:
    kind, held = every_kind().get(str(said["kind"])), _fields(said)
    for field in kind.fields if kind else ():
        if field.name in held:
            yield from _texts(field, held[field.name])


def _texts(field: Field, value: Value) -> Iterator[str]:
    for part in value if field.many and isinstance(value, list) else [value]:
        yield from _texts_in(field.form, part)


def _texts_in(form: Form, value: Value) -> Iterator[str]:
    if isinstance(form, Line | Prose) and isinstance(value, str):
        if not (isinstance(form, Line) and form.pattern.startswith("[0-9a-f]")):
            yield value
    elif isinstance(form, Wording) and isinstance(value, list):
        yield from (str(part["text"]) for part in value if isinstance(part, dict) and "text" in part)
    elif isinstance(form, Evidence) and isinstance(value, dict):
        yield str(value.get("quote", ""))
    elif isinstance(form, Record) and isinstance(value, dict):
        for name, part in value.items():
            if name in form.parts:
                yield from _texts_in(form.parts[name], part)


def _may_name_others(form: Ref) -> bool:
    return not form.kinds or set(PARTIES) < set(form.kinds)


def _fields(said: Fields) -> Fields:
    held = said.get("fields")
    return held if isinstance(held, dict) else {}
