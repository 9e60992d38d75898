"""Brings what the parties of a simulated world wrote into a home, book by book.

world, north = World(), ...
paper = say(north, "undertaking", {"title": wording(en="Reopen the ferry"), "owners": [north.id]})
fill(home, world)
"""

from comity.kinds import every_kind
from comity.record import canonical, note
from comity.record.act import Envelope, PartyId, Ref, body_digest, encode_body, encode_envelope
from comity.record.checkpoint import Checkpoint
from comity.record.field import Place
from comity.record.label import Label
from simulator import Written, prove, public_of, salt_of


def wording(**texts):
    """The wording {lang: text}; zh stands for zh-Hans."""
    named = {{"zh": "zh-Hans"}.get(lang, lang): text for lang, text in texts.items()}
    return [{"lang": lang, "standing": "authentic", "text": named[lang]} for lang in sorted(named)]


def say(party, kind, fields, *, label="green"):
    """Appends a well-formed act to the book of a simulated party, signed where its kind asks for it; returns its id."""
    declared = every_kind()[kind]
    parts = {place: {f.name: fields[f.name] for f in declared.at(place) if f.name in fields} for place in Place}
    salt, body = salt_of(f"{party.name} {len(party.book)}"), encode_body(parts[Place.BODY])
    envelope = Envelope(
        kind=kind,
        party=PartyId("") if kind == "charter" else party.id,
        at=party.world.now(),
        zone="Asia/Shanghai",
        label=Label(label),
        audience=(),
        refs=tuple(sorted({Ref(role, each) for role, ids in parts[Place.REFS].items() for each in ids})),
        seen=(),
        body=body_digest(salt, body),
        bind=parts[Place.BIND] if declared.binding else None,
    )
    if declared.signed:
        envelope = _signed(envelope, party)
    party.book.append(Written(encode_envelope(envelope), envelope, salt, body))
    return party.book[-1].id


def named_party(world, name, **names):
    """A simulated party whose charter is well formed and bears `names` by language."""
    party = world.party(name)
    party.book.clear()
    bind = {
        "origin": party.origin,
        "book_key": public_of(party.node),
        "officer_key": public_of(party.officer),
        "recovery_keys": sorted(map(public_of, party.spares)),
        "recovery_threshold": 2,
    }
    say(party, "charter", {"name": wording(**names or {"en": name}), **bind}, label="clear")
    return party


def fill(home, world, *, sizes=None):
    """Enters into `home`, in one transaction, what every book has more than the home, at most up to `sizes[name]` entries."""
    with home.write() as writing:
        for party in world.parties.values():
            enter_book(writing, party, len(party.book) if sizes is None else sizes.get(party.name, 0))


def enter_book(writing, party, size, *, own=True):
    """Brings one book up to `size` entries; `own`: as one that is written here."""
    row = writing.book(party.id)
    if row is None and size > 0:
        writing.open_book(party.id, origin=party.origin, vkey=str(party.vkey), own=own)
    known = row.size if row else 0
    for written in party.book[known:size]:
        writing.enter(party.id, written.raw, salt=written.salt, body=written.body)
    if size > known:
        writing.set_checkpoint(party.id, party.checkpoint(size))


def head_of(writing, party):
    """The signed checkpoint over the book of a simulated party as it stands in a transaction."""
    grown = writing.range_of(party.id)
    return note.sign(Checkpoint(party.origin, grown.size, grown.root()).text, name=party.origin, key=party.node)


def entries_of(reading, party):
    """Place, bytes and body of each entry of a book as the home holds it."""
    return [(entry.index, entry.raw, reading.body(entry.id)) for entry in reading.entries(party.id)]


def written_of(party):
    """The same, as the simulated party wrote it."""
    return [(index, written.raw, (written.salt, written.body)) for index, written in enumerate(party.book)]


def titles(rows):
    """What the rows of a list are called, in the first language of each."""
    return [row["fields"]["title"][0]["text"] for row in rows]


def canonical_row(row):
    """A row as its canonical bytes, so that rows can be compared."""
    return canonical.encode(row)


def _signed(envelope, party):
    proven = {**(envelope.bind or {}), "proofs": [prove(party.officer, envelope)]}
    return Envelope(**({name: getattr(envelope, name) for name in Envelope.__slots__} | {"bind": proven}))
