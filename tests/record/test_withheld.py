"""With fewer envelopes the answer is "cannot say", never another one."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.simulator import World, Written, key_of, public_of, refs
from tests.vectors.scenes import LARGE, SMALL, two_rivals

from comity.record.agreement import Agreements, Answer, agreement_row, consent_digest
from comity.record.shelf import fill_shelf


def answers(agreement):
    return {text.id: text.in_force for text in agreement.texts}


class Reader:
    """Reads one item with and without some entries: what is then said must be what is said with all."""

    def __init__(self, world, item):
        names = {party.id: party.name for party in world.parties.values()}
        self.entries = {(names[entry.book], entry.index): entry for entry in world.entries()}
        self.heads, self.item = world.heads(), item
        self.full = self.read(set())

    def read(self, kept_back):
        held = [entry for place, entry in self.entries.items() if place not in kept_back]
        return Agreements(fill_shelf(held, self.heads)).read(self.item)

    def check(self, kept_back):
        partial = self.read(kept_back)
        for text, answer in answers(partial).items():
            assert answer in (Answer.CANNOT_SAY, answers(self.full).get(text, Answer.NO)), (text, sorted(kept_back))
        assert not partial.certain or partial.in_force == self.full.in_force, sorted(kept_back)
        if partial.answer is not self.full.answer:
            assert partial.answer is Answer.CANNOT_SAY, sorted(kept_back)

    def check_every_subset(self):
        for size in range(len(self.entries) + 1):
            for kept_back in combinations(self.entries, size):
                self.check(set(kept_back))


@pytest.mark.parametrize("scene", SMALL)
def test_whatever_is_kept_back_no_other_answer_is_given(scene):
    world = World()
    Reader(world, scene(world)).check_every_subset()


@settings(max_examples=8)
@given(data=st.data())
@pytest.mark.parametrize("scene", LARGE)
def test_whatever_is_kept_back_of_larger_mechanisms_no_other_answer_is_given(scene, data):
    world = World()
    reader = Reader(world, scene(world))
    for _ in range(3):
        reader.check(set(data.draw(st.lists(st.sampled_from(list(reader.entries)), max_size=5, unique=True))))


@settings(max_examples=6)
@given(data=st.data())
@pytest.mark.parametrize("scene", LARGE)
def test_neither_order_nor_repetition_of_what_arrives_leaves_a_trace(scene, data):
    world = World()
    scene(world)
    entries = world.entries()
    repeated = entries + data.draw(st.lists(st.sampled_from(entries), max_size=6))
    shuffled = data.draw(st.permutations(repeated))
    heads = data.draw(st.permutations(world.heads() * 2))
    straight, other = (Agreements(fill_shelf(*given)) for given in ((entries, world.heads()), (shuffled, heads)))
    assert straight.items() == other.items()
    assert [straight.read(item) for item in straight.items()] == [other.read(item) for item in other.items()]
    assert consent_digest(straight) == consent_digest(other)


MOVES = st.sampled_from(["text", "over", "sign", "sign", "sign", "refuse", "deputy", "dismiss", "copy", "close", "adopt", "join"])


def play(world, moves, draw):
    """A mechanism of three or four parties in which anything happens."""
    parties = world.several(4)
    item = parties[0].item(parties[:2])
    texts = [parties[0].text(item, parties[:2], "0")]
    for number, move in enumerate(moves, 1):
        party = draw(st.sampled_from(parties))
        one, other = draw(st.sampled_from(texts)), draw(st.sampled_from(texts))
        if move in ("text", "over", "join"):
            named = parties[: draw(st.integers(2, 4))] if move == "join" else parties[:2]
            texts.append(party.text(item, named, str(number), over=[] if move == "text" else sorted({one, other})))
        elif move == "sign":
            party.sign(one, by=draw(st.sampled_from([(party.officer,), (key_of(f"deputy of {party.name}"),)])))
        elif move == "refuse":
            party.sign(one, kind="refusal")
        elif move == "deputy":
            party.authorise(key_of(f"deputy of {party.name}"))
        elif move == "dismiss":
            party.change_key("officer", public_of(key_of(f"deputy of {party.name}")), "")
        elif move == "copy":
            from_book = draw(st.sampled_from(parties)).book
            party.again(draw(st.sampled_from(from_book)))
        elif move == "close":
            party.close([draw(st.sampled_from(parties))])
        else:
            party.succeed(draw(st.sampled_from(parties)), party, role=draw(st.sampled_from(["adopt", "acknowledge"])))
    return item


@settings(max_examples=100)
@given(data=st.data())
def test_whatever_happens_and_whatever_is_kept_back_no_other_answer_is_given(data):
    world = World()
    item = play(world, data.draw(st.lists(MOVES, max_size=14)), data.draw)
    reader = Reader(world, item)
    for _ in range(4):
        reader.check(set(data.draw(st.lists(st.sampled_from(list(reader.entries)), max_size=4, unique=True))))


def test_an_item_that_is_not_held_cannot_be_spoken_of():
    world = World()
    item = two_rivals(world)
    agreement = world.read(item, without={("party0", 1)})
    assert (agreement.texts, agreement.certain, agreement.answer) == ((), False, Answer.CANNOT_SAY)


def test_a_book_known_to_go_on_leaves_open_what_its_party_signed():
    world = World()
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text)
    b.enter("progress")
    agreement = world.read(item, without={("party1", 2)})
    assert (agreement.answer, agreement.certain, agreement.in_force) == (Answer.CANNOT_SAY, False, None)
    assert agreement.texts[0].signed_by == tuple(sorted([a.id, b.id]))


def test_a_text_that_a_whole_book_has_not_signed_is_surely_not_in_force():
    world = World()
    a, b, c = world.several(3)
    item = a.item([a, b, c])
    text = a.text(item, [a, b, c])
    c.sign(text)
    agreement = world.read(item, without={("party2", 1)})
    assert not agreement.certain
    assert answers(agreement) == {text: Answer.NO}
    assert agreement.answer is Answer.CANNOT_SAY


@settings(max_examples=5)
@given(data=st.data())
@pytest.mark.parametrize("scene", LARGE)
def test_taking_away_any_body_leaves_consent_and_proofs_as_they_were(scene, data):
    """Consent reads envelopes alone: the shelf has no place for a body, and no id or root rests on one in clear."""
    world = World()
    scene(world)
    party = data.draw(st.sampled_from(list(world.parties.values())))
    index = data.draw(st.integers(0, len(party.book) - 1))
    before = (consent_digest(Agreements(world.shelf())), party.checkpoint(), party.export())
    written = party.book[index]
    party.book[index] = Written(written.raw, written.envelope, b"", b"")
    assert (consent_digest(Agreements(world.shelf())), party.checkpoint(), party.export()) == before


def test_a_row_is_of_the_canonical_form():
    world = World()
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text, kind="initialling")
    b.sign(text, kind="refusal")
    a.sign(text, kind="withdrawal", more={"effective_on": "2026-12-31"})
    assert agreement_row(world.read(item)) == {
        "item": item,
        "parties": sorted([a.id, b.id]),
        "certain": True,
        "in_force": "",
        "answer": "false",
        "texts": [
            {
                "id": text,
                "author": a.id,
                "parties": sorted([a.id, b.id]),
                "supersedes": [],
                "open_until": "2027-12-31",
                "ends_on": "",
                "signed_by": [a.id],
                "missing": [b.id],
                "initialled_by": [b.id],
                "refused_by": [b.id],
                "withdrawn": [{"party": a.id, "effective_on": "2026-12-31"}],
                "complete": False,
                "in_force": "false",
            }
        ],
    }


def test_what_an_outsider_keeps_back_unsettles_nothing():
    world = World()
    a, b, outsider = world.several(3)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text)
    outsider.text(item, [a, b, outsider], "uninvited", over=[text])
    outsider.succeed(a, outsider, role="adopt")
    outsider.enter("succession", refs=refs(old=a.id, successor="f" * 64), bind={"role": "acknowledge"})
    outsider.enter("close", refs=refs(successor=a.id), bind={}, by=())
    outsider.again(a.book[1])
    outsider.again(a.book[3])
    outsider.enter("progress")
    agreement = world.read(item, without={("party2", len(outsider.book) - 1)})
    assert (agreement.certain, agreement.in_force) == (True, text)
