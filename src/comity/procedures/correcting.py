"""Corrections: new values are read and held against the kind of the thing they correct before they are entered."""

from __future__ import annotations

from comity.kinds import kind_of
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields
from comity.record.errors import BodyNotHere, NotItsOwn, WrongThing, WrongValue
from comity.record.field import Place
from comity.store.writing import Writing


def read_changes(writing: Writing, thing: EntryId, changes: Fields, *, party: PartyId, lang: str) -> Fields:
    """The changes to a thing as values of the record, after which it still fits its kind.

    Raises: WrongThing, NotItsOwn, BodyNotHere, UnknownField, and everything `Kind.check_fields` raises.
    """
    writing.fold_touched()
    row, name = writing.thing(thing), writing.short_name_of(thing) or thing[:12]
    if row is None:
        raise WrongThing(field="thing", expected="a thing", name=name)
    if row["party"] != party:
        raise NotItsOwn(party=writing.short_name_of(party) or party, name=name)
    fields = row["fields"]
    if row["body"] != "held" or not isinstance(fields, dict):
        raise BodyNotHere(name=name)
    kind = kind_of(str(row["kind"]))
    read: Fields = {}
    for field in (kind.field(name) for name in changes):
        if field.place is not Place.BODY:
            raise WrongValue(field=field.name, value="", expected="what stands in the envelope is never corrected")
        read[field.name] = field.read(changes[field.name], lang=lang)
    kind.check_fields(fields | read)
    return read
