"""The rule read out of real, signed books: 9,536 books of two parties on three texts, 4,060 of three on two, and more."""

from __future__ import annotations

import functools
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.test_consent import Rule, judge, relations, sequences, structures, valid_bits
from tests.simulator import World, refs

from comity.record import agreement, authority, note
from comity.record.agreement import Agreements, Answer
from comity.record.shelf import fill_shelf, place_entry


@pytest.fixture(scope="module", autouse=True)
def remembered_signatures():
    """Checks each distinct signature and reads each distinct book once: cases differ in how books go together."""
    known = {}

    def remembered(held):
        entries = tuple(entry.id for entry in held.entries)
        if entries not in known:
            known[entries] = authority.read_authority(held)
        return known[entries]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(authority, "verify", functools.cache(note.verify))
        patch.setattr(agreement, "read_authority", remembered)
        yield


place = functools.cache(place_entry)


class Books:
    """The books of one structure, with a signature of every party on every text it is named in at hand."""

    def __init__(self, relation, named, opened_by, party_count):
        world = World()
        self.parties = world.several(party_count)
        members = [[self.parties[party] for party in _bits(mask)] for mask in named]
        opener = [self.parties[party] for party in _bits(opened_by)]
        self.item = opener[0].item(opener)
        self.texts = []
        for number, lower in enumerate(relation):
            over = [self.texts[text] for text in _bits(lower)]
            self.texts.append(members[number][0].text(self.item, members[number], f"text {number}", over=over))
        self.signatures = {
            (party, text): self._signature(self.parties[party], self.texts[text], world)
            for text, mask in enumerate(named)
            for party in _bits(mask)
        }

    def _signature(self, party, text, world):
        digest = world.written(text).envelope.bind["digest"]
        return party.write("signature", refs=refs(item=self.item, text=text), bind={"digest": digest}, salt=b"s" * 32)

    def read(self, signed):
        """The agreement when each party signed these texts, in this order."""
        entries = []
        for party, order in enumerate(signed):
            written = [*self.parties[party].book, *(self.signatures[party, text] for text in order)]
            book = self.parties[party].id
            entries += [place(book, index, entry.raw) for index, entry in enumerate(written)]
        return Agreements(fill_shelf(entries)).read(self.item)


def _bits(mask):
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


def _check(books, relation, named, signed):
    read = books.read(signed)
    party_texts = [sum(1 << t for t, mask in enumerate(named) if mask >> p & 1) for p in range(len(signed))]
    complete = (1 << len(relation)) - 1
    for order, texts in zip(signed, party_texts, strict=True):
        complete &= valid_bits(order, relation) | ~texts
    one_chain, top = judge(complete, relation)
    states = {state.id: state for state in read.texts}
    assert one_chain
    assert read.certain
    assert read.in_force == (None if top is None else books.texts[top])
    assert [states[text].complete for text in books.texts] == [bool(complete >> t & 1) for t in range(len(relation))]
    answers = [Answer.YES if number == top else Answer.NO for number in range(len(relation))]
    assert [states[text].in_force for text in books.texts] == answers


def _check_relation(relation, party_count):
    count = 0
    for opened_by, named in structures(relation, party_count):
        books = Books(relation, named, opened_by, party_count)
        texts = Rule(relation, named, party_count).named
        for signed in product(*map(sequences, texts)):
            _check(books, relation, named, signed)
            count += 1
    return count


@pytest.mark.parametrize(("number", "count"), list(enumerate([1472, 1248, 1248, 1184, 1248, 1088, 1024, 1024])))
def test_two_parties_and_three_texts_through_real_books(number, count):
    assert _check_relation(relations(3)[number], 2) == count


@pytest.mark.parametrize(("number", "count"), list(enumerate([2375, 1685])))
def test_three_parties_and_two_texts_through_real_books(number, count):
    assert _check_relation(relations(2)[number], 3) == count


@settings(max_examples=40)
@given(data=st.data())
def test_larger_mechanisms_through_real_books(data):
    count, party_count = data.draw(st.integers(2, 5)), data.draw(st.integers(2, 4))
    relation = tuple(data.draw(st.integers(0, (1 << place) - 1)) for place in range(count))
    opened_by = data.draw(st.integers(1, (1 << party_count) - 1))
    named = ()
    for lower in relation:
        parties = opened_by | data.draw(st.integers(0, (1 << party_count) - 1))
        for text in _bits(lower):
            parties |= named[text]
        named = (*named, parties)
    books = Books(relation, named, opened_by, party_count)
    texts = Rule(relation, named, party_count).named
    orders = [tuple(data.draw(st.lists(st.sampled_from(_bits(mask)), max_size=6))) if mask else () for mask in texts]
    _check_repeating(books, relation, named, orders)


def _check_repeating(books, relation, named, orders):
    """As `_check`; the second of two equal entries has no effect, so orders shrink to first occurrences."""
    read = books.read(orders)
    firsts = [tuple(dict.fromkeys(order)) for order in orders]
    _check(books, relation, named, firsts)
    again = books.read(firsts)
    assert (read.in_force, read.texts) == (again.in_force, again.texts)
