"""Writes the golden vectors; run as `python -m tests.vectors.make_vectors` from the root of the repository.

Every key, salt and instant follows from a name, so each run gives the same bytes. A change of a vector is a
change of the format: it needs a line in the changelog.
"""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

from tests.exchange.bundled import bundle
from tests.simulator import World, key_of, refs, salt_of
from tests.vectors.of_kinds import kinds
from tests.vectors.scenes import ALL

from comity.record import proof
from comity.record.act import body_digest, decode_body, leaf_hash, parse_envelope, signed_bytes, text_digest
from comity.record.agreement import Agreements, agreement_row, consent_digest
from comity.record.book import EMPTY_ROOT, pack_entries, root_of, tile_hashes, tile_path, tiles_of
from comity.record.checkpoint import Checkpoint
from comity.record.code import code_of, digits_of
from comity.record.errors import ComityError
from comity.record.note import sign
from comity.record.shelf import fill_shelf
from comity.record.state import Act, BodyState, fold, row_of, state_digest

HERE = Path(__file__).parent

CLAUSES = [
    [
        {"lang": "en", "standing": "official", "text": "The clearance route opens on weekdays."},
        {"lang": "vi", "standing": "authentic", "text": "Lối thông quan mở vào các ngày trong tuần."},
        {"lang": "zh-Hans", "standing": "authentic", "text": "通关通道在工作日开放。"},
    ],
    [{"lang": "vi", "standing": "machine", "text": "Ghi chú “máy dịch”."}],
]


def entries():
    """Well-formed entries with everything derived from them, and entries that are refused, with the reason."""
    world = World()
    a, b = world.party("north"), world.party("south")
    item = a.item([a, b], title="Cửa khẩu / 口岸")
    text = a.text(item, [a, b], "Two new gates by 2027.", over=[])
    a.sign(text, seen=[b.seen()])
    a.enter("progress", refs=refs(thing=item), label="amber", audience=[b.id], said='\u2028tab\tquote"', emoji="😀")
    good = [_entry(written) for written in a.book]
    sample = a.book[1].raw.decode()
    bad = {
        "empty": "",
        "not JSON": "{",
        "white space": sample.replace(":", ": ", 1),
        "another version": sample.replace('"v":1', '"v":2'),
        "a key more": sample.replace('"v":1', '"v":1,"w":1'),
        "a key less": sample.replace('"v":1,', ""),
        "keys out of order": '{"v":1,' + sample[1:].replace(',"v":1', ""),
        "a key twice": sample.replace('"v":1', '"v":1,"v":1'),
        "a fraction": sample.replace('"v":1', '"v":1.0'),
        "null": sample.replace('"bind":{', '"bind":null,"x":{'),
        "an escape that is not needed": sample.replace("progress", "\\u0070rogress").replace("item", "\\u0069tem", 1),
        "a day that is not": sample.replace("2026-03-02T", "2026-02-30T"),
        "a label that is not": sample.replace('"green"', '"white"'),
        "an id in capitals": sample.replace(a.id, a.id.upper()),
    }
    digest = {"salt": salt_of("text").hex(), "clauses": CLAUSES, "digest": text_digest(salt_of("text"), CLAUSES)}
    return {"good": good, "refused": [_refused(name, raw) for name, raw in bad.items()], "text_digest": digest}


def _entry(written):
    return {
        "entry": written.raw.decode(),
        "id": leaf_hash(written.raw),
        "signed_bytes": signed_bytes(written.envelope).decode(),
        "salt": written.salt.hex(),
        "body": written.body.decode(),
        "body_digest": body_digest(written.salt, written.body),
    }


def _refused(name, raw):
    try:
        parse_envelope(raw.encode())
    except ComityError as refusal:
        return {"name": name, "entry": raw, "code": refusal.code}
    raise AssertionError(f"{name} is not refused")


def checkpoints():
    """Signed heads, the key to open them, and notes that are refused."""
    party = World().party("north")
    party.enter("progress")
    good = [{"note": party.checkpoint(size), **_head(party.head(size))} for size in (1, 2)]
    empty = Checkpoint(party.origin, 0, EMPTY_ROOT)
    good.append({"note": sign(empty.text, name=party.origin, key=party.node), **_head(empty)})
    note = party.checkpoint()
    head = party.head().text
    refused = {
        "another text": note.replace("\n2\n", "\n3\n"),
        "another name": note.replace("— north", "— south"),
        "no signature": head,
        "no empty line": note.replace("\n\n", "\n"),
        "a carriage return": note.replace("\n2\n", "\r\n2\n"),
        "a leading zero": sign(head.replace("\n2\n", "\n02\n"), name=party.origin, key=party.node),
        "a line more": sign(head + "extension\n", name=party.origin, key=party.node),
        "a signature by another key": sign(head, name=party.origin, key=key_of("another")),
    }
    return {"vkey": str(party.vkey), "good": good, "refused": [{"name": n, "note": text} for n, text in refused.items()]}


def _head(head):
    return {"origin": head.origin, "size": head.size, "root": head.root.hex()}


def proofs():
    """The trees of a book's first entries: roots, tiles, every proof, and proof files."""
    party = World().party("north")
    for number in range(8):
        party.enter("progress", said=str(number))
    leaves = party.leaves()
    trees = [
        {
            "size": size,
            "root": party.root(size),
            "inclusion": [_hex(proof.inclusion(index, size, party.subtree)) for index in range(size)],
            "consistency": [_hex(proof.consistency(old, size, party.subtree)) for old in range(size + 1)],
        }
        for size in range(1, len(leaves) + 1)
    ]
    files = [proof.format_proof(at, proof.inclusion(at, 9, party.subtree), party.checkpoint()) for at in (0, 4, 8)]
    return {
        "vkey": str(party.vkey),
        "entries": [written.raw.decode() for written in party.book],
        "leaves": _hex(leaves),
        "trees": trees,
        "bundle": pack_entries(written.raw for written in party.book[:2]).hex(),
        "proof_files": files,
        "tiles_of_700_leaves": _tiles([bytes.fromhex(leaf_hash(b"%d" % number)) for number in range(700)]),
        "paths": {str(number): tile_path("entries", number) for number in (0, 999, 1_000, 1_234_067)},
    }


def _hex(hashes):
    return [step.hex() for step in hashes]


def _tiles(leaves):
    """The paths of the tiles of a larger tree, each with the root over what it holds."""
    tiles = {}
    for level, number, width in tiles_of(len(leaves)):
        hashes = tile_hashes(level, number, width, lambda start, end: leaves[start:end])
        tiles[tile_path(level, number, width)] = root_of(hashes).hex()
    return {"leaves": "leaf hashes of the numbers 0 to 699 in decimal digits", "root": root_of(leaves).hex(), "tiles": tiles}


def consent():
    """Whole shelves of entries and what is said of their items; then the same with entries kept back."""
    scenes = []
    for scene in ALL:
        world = World()
        item = scene(world)
        scenes.append(_shelf(scene.__name__.replace("_", " "), world, ()))
        last = list(world.parties.values())[-1]
        kept_back = ((last.name, len(last.book) - 1),)
        scenes.append(_shelf(f"{scene.__name__.replace('_', ' ')}, the last entry of the last book kept back", world, kept_back))
        assert item in Agreements(world.shelf()).items()
    return {"scenes": scenes}


def _shelf(name, world, kept_back):
    held = [entry for book in world.shelf(without=kept_back).books.values() for entry in book.entries]
    agreements = Agreements(fill_shelf(held, world.heads()))
    return {
        "name": name,
        "heads": [{"book": book, "size": size} for book, size in sorted(world.heads())],
        "entries": [{"book": entry.book, "index": entry.index, "entry": entry.raw.decode()} for entry in held],
        "agreements": [agreement_row(agreements.read(item)) for item in agreements.items()],
        "consent_digest": consent_digest(agreements),
    }


def states():
    """Entries with bodies held, withheld and erased, and the rows and digest they fold to."""
    world = World()
    a, b = world.party("north"), world.party("south")
    thing = a.enter("undertaking", title="gaet", due_on="2027-01-31")
    a.enter("correction", refs=refs(thing=thing), changes={"title": "gate"})
    b.enter("progress", refs=refs(thing=thing), said="under way", label="amber", audience=[a.id])
    b.enter("correction", refs=refs(thing=thing), changes={"title": "wall"})
    letter = b.enter("letter", title="a name", number="12/CV")
    b.enter("erasure", refs=refs(entry=letter))
    return _folded(world, {letter: BodyState.ERASED, b.book[1].id: BodyState.WITHHELD})


def labels():
    """A thing of each label, corrected by its own party under each label and by another, and the rows and digest they fold to."""
    world = World()
    a, b, c = (world.party(name) for name in ("north", "south", "west"))
    reach = {"clear": [], "green": [b.id, c.id], "amber": [b.id], "red": [c.id]}
    for first, second in product(reach, repeat=2):
        said = {"label": first, "audience": sorted(reach[first])}
        thing = a.enter("undertaking", title=f"{first}, then {second}", **said)
        changed = {"label": second, "audience": sorted(reach[second])}
        a.enter("correction", refs=refs(thing=thing), changes={"due_on": "2027"}, **changed)
        b.enter("correction", refs=refs(thing=thing), changes={"due_on": "2028"}, label="red", audience=[])
    return _folded(world, {})


def _folded(world, missing):
    acts = []
    for entry in world.entries():
        state = missing.get(entry.id, BodyState.HELD)
        body = decode_body(world.written(entry.id).body) if state is BodyState.HELD else None
        acts.append(Act(entry, body, state))
    opening = [act for act in acts if act.entry.envelope.kind in ("undertaking", "letter")]
    rows = {act.entry.id: row_of(fold(act, acts), {}) for act in opening}
    shown = [
        {
            "book": act.entry.book,
            "index": act.entry.index,
            "entry": act.entry.raw.decode(),
            "body": act.body if act.body is not None else "",
            "body_state": act.body_state.value,
        }
        for act in acts
    ]
    return {"entries": shown, "things": rows, "state_digest": state_digest(rows)}


def codes():
    """Ids with their codes, ways of typing one, and what is no code."""
    ids = ["00" * 32, "ff" * 32, *(leaf_hash(b"entry %d" % number) for number in range(6))]
    code = code_of(ids[2])
    typed = [code, code.lower(), code.replace("-", ""), code.replace("-", " "), f" {code}\n", code.replace("-", "\u2013")]
    typed += [code_of(ids[0]).replace("0", "O"), code_of(ids[0]).replace("0", "o", 3)]
    swapped = code[1] + code[0] + code[2:]
    refused = ["", code[:-1], code + "0", swapped, code[:-1] + ("0" if code[-1] != "0" else "2"), "U" + code[1:], ids[2]]
    return {
        "codes": [{"id": entry, "code": code_of(entry), "digits": digits_of(code_of(entry))} for entry in ids],
        "typed": [{"typed": each, "code": code_of(ids[0]) if "o" in each.lower() else code} for each in typed],
        "refused": refused,
    }


def bundles():
    """A letter that travels with what it rests on, with its body and without, and files that are refused."""
    world = World()
    north, south = world.party("north"), world.party("south")
    about = south.enter("undertaking", title="Cửa khẩu / 口岸")
    said = {"label": "amber", "audience": [south.id], "subject": "Giờ phà / 渡轮时间"}
    letter = north.enter("letter", refs=refs(about=about), **said)
    north.enter("progress", said="later")
    whole = bundle(world, letter, more=[about]).decode()
    refused = {
        "a body changed": whole.replace("phà", "pha"),
        "an envelope changed": whole.replace('label\\":\\"amber', 'label\\":\\"clear'),
        "a size changed": whole.replace("\\n3\\n", "\\n4\\n"),
        "white space": whole.replace(":", ": ", 1),
        "about what is not there": whole.replace(f'"about":["{letter}"]', f'"about":["{"0" * 64}"]'),
        "another form": whole.replace("bundle/v1", "bundle/v2"),
    }
    good = [whole, bundle(world, letter, bodies=False).decode()]
    return {
        "good": [{"bundle": each, "about": [letter]} for each in good],
        "refused": [{"name": name, "bundle": each} for name, each in refused.items() if each != whole],
    }


FILES = {
    "entries": entries,
    "checkpoints": checkpoints,
    "proofs": proofs,
    "consent": consent,
    "states": states,
    "labels": labels,
    "codes": codes,
    "bundles": bundles,
    "kinds": kinds,
}


def written_as(name):
    """The bytes of one vector file."""
    return (json.dumps(FILES[name](), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


if __name__ == "__main__":
    for name in FILES:
        (HERE / f"{name}.json").write_bytes(written_as(name))
