"""Corrections: new values are read and held against the kind of the thing they correct before they are entered.

- A correction bears the label of what the thing says so far and goes to whom that went, unless it is given a stricter one:
  a label never falls, so a wider one is refused.

Source: docs/decisions/0019-what-a-reader-may-see.md.
"""

from __future__ import annotations

from comity.kinds import kind_of
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields, Value
from comity.record.errors import BodyNotHere, NotItsOwn, WrongThing, WrongValue
from comity.record.field import Place
from comity.record.label import Label, strictest
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


def reach_of_correction(writing: Writing, thing: EntryId, label: Label | None) -> tuple[Label, list[Value] | None]:
    """The label a correction of the thing bears where `label` was asked for (None: nothing was), and its audience.

    The audience is None where it does not follow from the thing: another label was asked for. Raises: WrongValue.
    """
    row = writing.thing(thing)
    if row is None:
        raise WrongThing(field="thing", expected="a thing", name=writing.short_name_of(thing) or thing[:12])
    so_far, audience = Label(str(row["label"])), row["audience"]
    if label is not None and strictest((label, so_far)) is not label:
        raise WrongValue(field="label", value=label, expected=f"not wider than the label of what it corrects: {so_far}")
    if label not in (None, so_far) or not isinstance(audience, list):
        return label or so_far, None
    return so_far, audience
