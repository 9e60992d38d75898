"""Parties and acts in memory. `enter` places an act of any kind where its declaration says.

opening = enter("undertaking", {"title": wording("x"), "owners": [A, B]})
said = enter("progress", {"undertaking": [opening.entry.id], ...}, party=B, index=4)
fold_thing(opening, [said])
"""

import hashlib

from comity.kinds import every_kind, kind_of
from comity.kinds.folding import fold_thing, row
from comity.record import canonical
from comity.record.act import Envelope, Ref, body_digest, encode_body, encode_envelope
from comity.record.field import Place
from comity.record.field import Ref as RefForm
from comity.record.label import Label
from comity.record.shelf import place_entry
from comity.record.state import Act, BodyState

SALT = bytes(32)
AT = "2026-03-01T02:00:00Z"


def fake(name):
    """An id that stands for an entry called `name`."""
    return hashlib.sha256(str(name).encode()).hexdigest()


A, B, C = (fake(f"party {letter}") for letter in "ABC")


def wording(text, lang="en"):
    return [{"lang": lang, "standing": "authentic", "text": text}]


def enter(kind, fields, *, party=A, index=1, body=BodyState.HELD):
    """The act at a place of a party's book, parted into body, references and binding part; not held with `body` so."""
    declared = kind_of(kind) if kind in every_kind() else None
    parts = (
        {place: {f.name: fields[f.name] for f in declared.at(place) if f.name in fields} for place in Place} if declared else {}
    )
    refs = [Ref(role, each) for role, ids in parts.get(Place.REFS, {}).items() for each in ids]
    return place(kind, parts.get(Place.BODY, fields), refs, parts.get(Place.BIND, {}), party=party, index=index, body=body)


def place(kind, content, refs, bind, *, party=A, index=1, body=BodyState.HELD):
    """The act with exactly this body, these references and this binding part, whatever its kind says."""
    envelope = Envelope(
        kind=kind,
        party="" if kind == "charter" else party,
        at=AT,
        zone="Etc/UTC",
        label=Label.CLEAR,
        audience=(),
        refs=tuple(sorted(set(refs))),
        seen=(),
        body=body_digest(SALT, encode_body(content)),
        bind=bind or None,
    )
    entry = place_entry(party, index, encode_envelope(envelope))
    return Act(entry, content if body is BodyState.HELD else None, body)


def example(name):
    """The fields of a kind's example as they are entered: references as ids, what is computed filled in."""
    kind = kind_of(name)
    fields = {key: kind.field(key).read(given, lang="en") for key, given in kind.example.items()}
    for field in kind.fields:
        if isinstance(field.form, RefForm) and field.name in fields:
            fields[field.name] = sorted(_id(each) for each in fields[field.name])
        if field.computed:
            fields[field.name] = _computed(field)
    if name == "text":
        fields["parties"] = [A]  # taken from the item where nobody names them
    return fields


def _id(given):
    return A if given == "self" else fake(given)


def _computed(field):
    made = {"size": 3, "origin": "comity.invalid/book/example"}.get(field.name, fake(field.name))
    return [made] if field.many else made


def folded(opening, *naming):
    """The row of the register the acts fold to; it can always be encoded."""
    found = row(fold_thing(opening, naming))
    assert canonical.decode(canonical.encode(found)) == found
    return found


def view(opening, *naming):
    return folded(opening, *naming)["view"]


def codes(row):
    return [(finding["code"], finding["entry"], finding["place"]) for finding in row["findings"]]
