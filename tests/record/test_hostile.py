"""Whatever a peer puts into its book is read without an exception and moves nobody else's answer."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.simulator import World, passkey_proof, prove

from comity.record.act import EntryId, Envelope, Ref, encode_envelope
from comity.record.agreement import Agreements, Answer, agreement_row, consent_digest
from comity.record.authority import NEEDED, read_authority
from comity.record.canonical import encode
from comity.record.errors import ComityError
from comity.record.finding import CODES
from comity.record.label import Label
from comity.record.shelf import book_findings, fill_shelf, place_entry
from comity.record.state import Act, BodyState, fold, row_of, state_digest

KEYS = st.sampled_from(["parties", "digest", "open_until", "proofs", "role", "size", "root", "key", "may", "what", "old", "new"])
ODD = st.recursive(
    st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8"), max_size=6),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(KEYS, parts, max_size=3),
    max_leaves=6,
)
KINDS = st.sampled_from([*NEEDED, "item", "text", "correction", "erasure", "no_such_kind"])
ROLES = st.sampled_from(["item", "text", "supersedes", "old", "successor", "thing", "entry", "no_such_role"])


@pytest.fixture(scope="module")
def scene():
    world = World()
    a, b, foe = world.party("a"), world.party("b"), world.party("foe")
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text)
    return world, item, text, foe


def read_all(entries):
    """Everything the record makes of entries; none of it may raise."""
    shelf = fill_shelf(entries)
    agreements = Agreements(shelf)
    for item in agreements.items():
        encode(agreement_row(agreements.read(item)))
        assert {finding.code for finding in agreements.read(item).findings} <= CODES.keys()
    for held in shelf.books.values():
        assert {finding.code for finding in [*book_findings(held), *read_authority(held).findings]} <= CODES.keys()
    acts = [Act(entry, {"changes": {"title": 1}}, BodyState.HELD) for entry in shelf.entries()]
    things = [thing for act in acts if (thing := fold(act, acts)) is not None]
    state_digest({thing.id: row_of(thing, {}) for thing in things})
    return agreements, consent_digest(agreements)


@st.composite
def envelopes(draw, scene):
    world, item, text, foe = scene
    ids = [item, text, *(party.id for party in world.parties.values()), "f" * 64]
    named = draw(st.lists(st.tuples(ROLES, st.sampled_from(ids)), max_size=5))
    bind = draw(st.none() | st.dictionaries(KEYS, ODD | st.just([foe.id]) | st.just(sorted(ids)), max_size=6))
    envelope = Envelope(
        kind=draw(KINDS),
        party=EntryId(draw(st.sampled_from([foe.id, foe.id, *ids, ""]))),
        at="2026-03-02T10:00:00Z",
        zone="Asia/Shanghai",
        label=draw(st.sampled_from(Label)),
        audience=(),
        refs=tuple(sorted({Ref(role, EntryId(id)) for role, id in named})),
        seen=(),
        body="0" * 64,
        bind=bind,
    )
    if bind is not None and draw(st.booleans()):
        proofs = [prove(draw(st.sampled_from([foe.officer, foe.node])), envelope), passkey_proof(), draw(ODD)]
        envelope = type(envelope)(**{**_fields(envelope), "bind": {**bind, "proofs": proofs}})
    return encode_envelope(envelope)


def _fields(envelope):
    return {name: getattr(envelope, name) for name in type(envelope).__slots__}


@settings(max_examples=60)
@given(data=st.data())
def test_no_entry_of_a_peer_raises_or_moves_the_answer_of_others(scene, data):
    world, item, text, foe = scene
    hostile = data.draw(st.lists(envelopes(scene) | st.binary(max_size=40), max_size=8))
    entries = world.entries() + [place_entry(foe.id, 1 + place, raw) for place, raw in enumerate(hostile)]
    gap = data.draw(st.integers(0, 2))
    entries += [place_entry(foe.id, 20 + gap, b"far away")]
    agreements, _ = read_all(entries)
    agreement = agreements.read(item)
    assert (agreement.in_force, agreement.certain, agreement.answer) == (text, True, Answer.YES)


@settings(max_examples=60)
@given(data=st.data())
def test_no_entry_of_a_party_itself_makes_a_text_binding(scene, data):
    """The thief of b's node: he can unsettle what b signed by keeping back, never add b's name to a text."""
    world, item, text, _ = scene
    b = world.parties["b"]
    other = data.draw(envelopes((world, item, text, b)))
    entries = [*world.entries(), place_entry(b.id, len(b.book), other)]
    agreements, _ = read_all(entries)
    assert all(state.id == text or b.id not in state.signed_by for state in agreements.read(item).texts)


@settings(max_examples=60)
@given(raws=st.lists(st.binary(max_size=60), max_size=6), index=st.integers(0, 2**40))
def test_bytes_that_are_nothing_are_kept_and_found(raws, index):
    entries = [place_entry(EntryId("c" * 64), index * place, raw) for place, raw in enumerate(raws)]
    read_all(entries)


def test_a_text_over_thousands_costs_little():
    world = World()
    a = world.party("a")
    item = a.item([a])
    text = a.text(item, [a])
    for number in range(1_500):
        text = a.text(item, [a], "on", over=[text], salt=number.to_bytes(32, "big"))
    a.sign(text)
    assert world.read(item).in_force == text


def test_a_line_of_thousands_above_a_text_that_is_kept_back_is_unread():
    world = World()
    a = world.party("a")
    item = a.item([a])
    first = text = a.text(item, [a])
    for number in range(1_500):
        text = a.text(item, [a], "on", over=[text], salt=number.to_bytes(32, "big"))
    agreement = world.read(item, without={("a", 2)})
    assert first not in {state.id for state in agreement.texts}
    assert {state.in_force for state in agreement.texts} == {Answer.CANNOT_SAY}


def test_a_line_of_hundreds_of_successors_is_followed():
    world = World()
    parties = world.several(120)
    item = parties[0].item(parties[:1])
    text = parties[0].text(item, parties[:1])
    for old, heir in pairwise(parties):
        old.close([heir])
        heir.adopt(old)
    parties[-1].sign(text)
    assert world.read(item).in_force == text


def test_a_body_as_deep_as_allowed_still_has_a_state_digest():
    world = World()
    a = world.party("a")
    deep = True
    for _ in range(23):
        deep = [deep]
    a.enter("proposal", title=deep)
    body = {"title": deep}
    acts = [Act(entry, body, BodyState.HELD) for entry in a.entries()]
    thing = fold(acts[1], acts)
    assert thing is not None
    assert len(state_digest({thing.id: row_of(thing, {})})) == 64
    with pytest.raises(ComityError):
        a.enter("proposal", title=[deep])


def test_a_copied_opening_takes_nothing_from_the_item():
    for name in ("aa", "bb", "cc", "dd"):
        world = World()
        a, b, copier = world.party("a"), world.party("b"), world.party(name)
        item = a.item([a, b])
        text = a.text(item, [a, b])
        a.sign(text)
        b.sign(text)
        for written in (*a.book[1:], *b.book[1:]):
            copier.again(written)
        assert world.read(item).in_force == text


def test_an_item_only_held_as_a_copy_is_not_known_until_its_own_book_is_whole():
    world = World()
    a, b, copier = world.several(3)
    item = a.item([a, b])
    copier.again(a.book[1])
    agreement = world.read(item, without={("party0", 1)})
    assert (agreement.certain, agreement.answer) == (False, Answer.CANNOT_SAY)
    claimed = copier.enter("item", bind={"parties": sorted([a.id, b.id])}, by=(), party=a.id)
    assert (world.read(claimed).certain, world.read(claimed).answer) == (True, Answer.NO)
