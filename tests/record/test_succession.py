"""Who speaks for a party that has gone: named in its closing entry, or acknowledged by all the others."""

from __future__ import annotations

import pytest
from tests.simulator import World, passkey_proof, refs

from comity.record.agreement import Agreements, Answer
from comity.record.authority import NOBODY
from comity.record.shelf import empty_book
from comity.record.succession import closing_entry, in_doubt, voices

PASSKEY = "a5" * 40


@pytest.fixture
def world():
    return World()


def line(party, *opened_by, without=()):
    agreements = Agreements(party.world.shelf(without=without))
    opened = frozenset(other.id for other in opened_by)
    found = voices(party.id, opened, agreements.shelf, agreements.authority)
    names = {other.id: other.name for other in party.world.parties.values()}
    return [(names[voice.book], voice.since) for voice in found]


def doubt(party, *opened_by, without=()):
    agreements = Agreements(party.world.shelf(without=without))
    opened = frozenset(other.id for other in opened_by)
    return in_doubt(party.id, opened, agreements.shelf, agreements.authority)


def test_an_open_book_speaks_for_itself(world):
    a, b = world.several(2)
    assert line(a, a, b) == [("party0", 0)]
    assert not doubt(a, a, b)
    assert closing_entry(empty_book(a.id), NOBODY) is None


def test_the_successor_named_at_the_close_speaks_from_its_adopting_entry_on(world):
    a, b, heir = world.several(3)
    a.close([heir])
    assert line(a, a, b) == [("party0", 0)]
    heir.enter("progress")
    heir.adopt(a)
    heir.adopt(a)
    assert line(a, a, b) == [("party0", 0), ("party2", 2)]
    assert not doubt(a, a, b)


def test_a_line_is_followed_and_ends_where_it_would_go_in_a_circle(world):
    a, b, c = world.several(3)
    a.close([b])
    b.adopt(a)
    b.close([c])
    c.adopt(b)
    assert line(a, a) == [("party0", 0), ("party1", 1), ("party2", 1)]
    d, e = world.party("d"), world.party("e")
    e.adopt(d)
    d.close([e])
    e.adopt(d)
    d_size = len(d.book)
    e.close([d])
    assert (line(d, d), d_size) == ([("d", 0), ("e", 2)], 2)


@pytest.mark.parametrize(
    "wrong", ["unnamed", "two named", "other size", "other root", "size of another type", "unsigned", "role"]
)
def test_who_is_not_named_or_adopts_something_else_does_not_follow(world, wrong):
    a, b, heir, other = world.party("a"), world.party("b"), world.party("heir"), world.party("other")
    a.close({"unnamed": [other], "two named": [heir, other]}.get(wrong, [heir]))
    more = {"other size": {"size": 1}, "other root": {"root": "0" * 64}, "size of another type": {"size": True}}
    by = [heir.steal()] if wrong == "unsigned" else None
    heir.succeed(a, heir, role="acknowledge" if wrong == "role" else "adopt", more=more.get(wrong, {}), by=by)
    assert line(a, a, b) == [("a", 0)]


def test_an_adoption_that_names_somebody_else_or_two_books_does_not_count(world):
    a, b, heir = world.party("a"), world.party("b"), world.party("heir")
    a.close([heir])
    bind = {"role": "adopt", "size": len(a.book), "root": a.root()}
    heir.enter("succession", refs=refs(old=a.id, successor=b.id), bind=bind)
    heir.enter("succession", refs=refs(old=[a.id, b.id], successor=heir.id), bind=bind)
    assert line(a, a, b) == [("a", 0)]


def test_a_thief_of_the_node_cannot_close_the_book(world):
    a, b, heir = world.several(3)
    a.close([heir], by=[a.steal()])
    heir.adopt(a)
    assert line(a, a, b) == [("party0", 0)]


def test_all_others_must_acknowledge_a_successor_that_was_not_named(world):
    a, b, c, heir = world.several(4)
    heir.adopt(a)
    assert line(a, a, b, c) == [("party0", 0)]
    b.acknowledge(a, heir)
    assert line(a, a, b, c) == [("party0", 0)]
    c.acknowledge(a, heir)
    assert line(a, a, b, c) == [("party0", 0), ("party3", 1)]
    assert not doubt(a, a, b, c)


def test_nobody_can_be_acknowledged_where_there_is_no_other_party(world):
    a, heir = world.several(2)
    heir.adopt(a)
    heir.acknowledge(a, heir)
    assert line(a, a) == [("party0", 0)]
    assert line(a, a, heir) == [("party0", 0)]


def test_one_party_alone_never_replaces_the_other(world):
    a, b, heir = world.several(3)
    heir.adopt(a)
    b.acknowledge(a, heir)
    b.adopt(a)
    assert line(a, a, b) == [("party0", 0)]
    assert not doubt(a, a, b)


def test_a_party_of_the_item_follows_when_the_rest_acknowledge_it(world):
    a, b, c, d = world.several(4)
    b.adopt(a)
    c.acknowledge(a, b)
    assert line(a, a, b, c) == [("party0", 0)]
    d.acknowledge(a, b)
    assert line(a, a, b, c, d) == [("party0", 0), ("party1", 1)]


def test_one_further_entry_of_the_old_book_ends_an_acknowledged_succession(world):
    a, b, c, heir = world.several(4)
    heir.adopt(a)
    b.acknowledge(a, heir)
    c.acknowledge(a, heir)
    assert line(a, a, b, c) == [("party0", 0), ("party3", 1)]
    a.enter("progress")
    assert line(a, a, b, c) == [("party0", 0)]


def test_two_acknowledged_successors_are_none(world):
    a, b, c, one, two = world.several(5)
    for heir in (one, two):
        heir.adopt(a)
        b.acknowledge(a, heir)
        c.acknowledge(a, heir)
    both = {"role": "acknowledge", "size": len(a.book), "root": a.root()}
    b.enter("succession", refs=refs(old=a.id, successor=[one.id, two.id]), bind=both)
    assert line(a, a, b, c) == [("party0", 0)]


def test_a_book_that_is_not_whole_leaves_open_who_speaks(world):
    a, b, c, heir = world.several(4)
    a.enter("progress")
    heir.adopt(a)
    b.acknowledge(a, heir)
    c.acknowledge(a, heir)
    assert doubt(a, a, b, c, without={("party0", 1)})
    assert line(a, a, b, c, without={("party0", 1)}) == [("party0", 0)]
    assert doubt(a, a, b, c, without={("party3", 1)})


def test_a_named_successor_whose_book_is_not_here_leaves_open_who_speaks(world):
    a, b, heir = world.several(3)
    a.close([heir])
    heir.adopt(a)
    assert doubt(a, a, b, without={("party2", 0), ("party2", 1)})
    assert not doubt(a, a, b)


def test_an_adoption_by_passkey_leaves_open_who_speaks(world):
    a, b = world.several(2)
    heir = world.party("heir", more={"officer_key": PASSKEY}, proofs=[passkey_proof(PASSKEY)])
    assert not doubt(a, a, b)
    a.close([heir])
    heir.adopt(a, proofs=[passkey_proof(PASSKEY)])
    assert doubt(a, a, b)
    assert line(a, a, b) == [("party0", 0)]


def test_what_an_outsider_states_casts_no_doubt(world):
    a, b, outsider = world.several(3)
    outsider.adopt(a)
    outsider.acknowledge(a, outsider)
    outsider.succeed(b, outsider, role="adopt")
    outsider.enter("progress")
    assert not doubt(a, a, b, without={("party2", 4)})
    assert line(a, a, b) == [("party0", 0)]


def test_a_successor_signs_for_the_old_party_from_its_adopting_entry_on_only(world):
    a, b, heir = world.several(3)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    b.sign(text)
    early = heir.sign(text)
    a.close([heir])
    heir.adopt(a)
    heir.again(heir.book[1])
    assert world.read(item).answer is Answer.NO
    assert world.written(early).envelope.kind == "signature"
    heir.sign(text)
    assert world.read(item).in_force == text


def test_one_successor_of_two_parties_signs_once_for_both(world):
    a, b, heir = world.several(3)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    for old in (a, b):
        old.close([heir])
        heir.adopt(old)
    heir.sign(text)
    state = world.read(item).texts[0]
    assert (state.in_force, state.signed_by) == (Answer.YES, tuple(sorted([a.id, b.id])))
