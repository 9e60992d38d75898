"""Agreements out of books: each rule once, and what goes wrong in real offices."""

from __future__ import annotations

import pytest
from tests.simulator import World, key_of, passkey_proof, refs

from comity.record.agreement import Agreements, Answer, consent_digest
from comity.record.finding import Finding, Severity
from comity.record.shelf import fill_shelf, place_entry

PASSKEY = "a5" * 40


@pytest.fixture
def world():
    return World()


@pytest.fixture
def two(world):
    a, b = world.several(2)
    item = a.item([a, b])
    return world, a, b, item, a.text(item, [a, b])


def codes(agreement):
    return [(finding.code, finding.entry, finding.place) for finding in agreement.findings]


def test_a_text_is_in_force_when_both_have_signed_it(two):
    world, a, b, item, text = two
    a.sign(text)
    assert (world.read(item).in_force, world.read(item).texts[0].missing) == (None, (b.id,))
    b.sign(text)
    agreement = world.read(item)
    assert (agreement.in_force, agreement.answer, agreement.certain, agreement.findings) == (text, Answer.YES, True, ())
    assert agreement.texts[0].missing == ()


def test_arrival_late_by_months_makes_no_difference(two):
    world, a, b, item, text = two
    b.sign(text)
    a.sign(text, at="2027-11-30T08:00:00Z")
    assert world.read(item).in_force == text


def test_an_item_opened_by_somebody_it_does_not_name_puts_nothing_in_force(world):
    a, b, c = world.several(3)
    item = c.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text)
    agreement = world.read(item)
    assert (agreement.in_force, agreement.certain, codes(agreement)) == (None, True, [("from_outside", item, "")])


@pytest.mark.parametrize("parties", [7, [], ["north"], [7], ["A" * 64], {"a": "b"}])
def test_an_item_that_names_no_parties_puts_nothing_in_force(world, parties):
    a = world.party("a")
    item = a.enter("item", bind={"parties": parties}, by=())
    text = a.text(item, [a])
    a.sign(text)
    assert (world.read(item).in_force, world.read(item).parties) == (None, ())


def test_an_item_without_a_binding_part_puts_nothing_in_force(world):
    a = world.party("a")
    assert world.read(a.enter("item")).answer is Answer.NO


def test_an_id_that_is_no_item_has_no_texts_and_is_certain(two):
    world, _, _, _, text = two
    assert (world.read(text).texts, world.read(text).answer) == ((), Answer.NO)
    assert world.read("f" * 64).answer is Answer.CANNOT_SAY


def test_an_item_of_a_newer_version_cannot_be_spoken_of(world):
    a = world.party("a")
    newer = place_entry(a.id, 1, b'{"v":2}')
    assert Agreements(fill_shelf([*a.entries(), newer])).read(newer.id).answer is Answer.CANNOT_SAY


def test_a_text_from_outside_or_without_all_parties_or_over_another_item_does_not_stand(world):
    a, b, c = world.several(3)
    item, other = a.item([a, b, c]), a.item([a, b])
    foreign = a.text(other, [a, b])
    outside = c.text(other, [a, b], "outside")
    narrow = a.text(item, [a, b], "narrow")
    over = a.text(item, [a, b, c], "over", over=[foreign])
    above = a.text(item, [a, b, c], "above", over=[over])
    two_items = a.enter("text", refs=refs(item=[item, other]), bind={"parties": sorted([a.id, b.id, c.id])}, by=())
    assert {state.id for state in world.read(item).texts} == set()
    assert [state.id for state in world.read(other).texts] == [foreign]
    assert set(codes(world.read(item))) == {
        ("parties_missing", narrow, ""),
        ("not_of_this_item", over, ""),
        ("not_of_this_item", above, ""),
    }
    assert codes(world.read(other)) == [("from_outside", outside, "")]
    assert two_items not in {state.id for state in world.read(item).texts}


def test_a_text_keeps_the_parties_of_all_it_supersedes(world):
    a, b, c = world.several(3)
    item = a.item([a, b])
    wide = a.text(item, [a, b, c], "wide")
    narrow = a.text(item, [a, b], "narrow", over=[wide])
    assert codes(world.read(item)) == [("parties_missing", narrow, "")]


def test_a_signature_counts_on_the_digest_of_its_text_and_in_time_only(two):
    world, a, b, item, text = two
    other = a.sign(text, more={"digest": "0" * 64})
    none = a.enter("signature", refs=refs(item=item, text=text), bind={})
    late = b.sign(text, at="2028-01-01T00:00:00Z")
    agreement = world.read(item)
    assert agreement.texts[0].signed_by == ()
    assert set(codes(agreement)) == {
        ("signs_other_text", other, ""),
        ("signs_other_text", none, ""),
        ("signed_too_late", late, ""),
    }
    b.sign(text, at="2027-12-31T23:59:59Z")
    assert world.read(item).texts[0].signed_by == (b.id,)


@pytest.mark.parametrize("digest", [True, 1, [], ""])
def test_a_text_whose_digest_is_none_cannot_be_signed(two, digest):
    world, a, b, item, _ = two
    bind = {"parties": sorted([a.id, b.id]), "digest": digest, "open_until": 7, "ends_on": ["x"]}
    text = a.enter("text", refs=refs(item=item), bind=bind, by=())
    a.sign(text)
    b.sign(text, more={"digest": 1})
    state = next(state for state in world.read(item).texts if state.id == text)
    assert (state.signed_by, state.open_until, state.ends_on) == ((), "", "")


def test_a_signature_that_names_two_texts_or_another_item_counts_for_none(two):
    world, a, b, item, text = two
    other = a.text(item, [a, b], "other")
    digest = world.written(text).envelope.bind["digest"]
    both = b.enter("signature", refs=refs(item=item, text=[text, other]), bind={"digest": digest})
    twice = b.enter("signature", refs=refs(item=[item, a.item([a, b])], text=text), bind={"digest": digest})
    wrong = b.enter("signature", refs=refs(item=item, text=item), bind={"digest": digest})
    assert set(codes(world.read(item))) == {
        ("reference_wrong", both, ""),
        ("reference_wrong", twice, ""),
        ("not_of_this_item", wrong, ""),
    }
    assert all(not state.signed_by for state in world.read(item).texts)


def test_who_is_not_named_in_a_text_does_not_sign_it(world):
    a, b, c = world.several(3)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    wide = c.text(item, [a, b, c], "wide")
    c.sign(text)
    c.sign(wide)
    assert {state.id: state.signed_by for state in world.read(item).texts} == {text: (), wide: (c.id,)}


def test_a_refusal_after_the_signature_is_kept_and_undoes_nothing(two):
    world, a, b, item, text = two
    b.sign(text, kind="refusal")
    a.sign(text)
    b.sign(text)
    late = b.sign(text, kind="refusal")
    agreement = world.read(item)
    assert agreement.in_force == text
    assert agreement.texts[0].refused_by == (b.id,)
    assert agreement.findings == (Finding("refused_after_signing", late, Severity.NOTE, ""),)


def test_a_paper_attestation_binds_only_the_party_in_whose_book_it_stands(two):
    world, a, b, item, text = two
    a.sign(text, kind="paper_attestation", more={"scan": "0" * 64, "originals": 2})
    assert world.read(item).texts[0].signed_by == (a.id,)
    b.sign(text)
    assert world.read(item).in_force == text


def test_a_rival_signed_before_keeps_the_later_signature_from_counting(two):
    world, a, b, item, text = two
    rival = b.text(item, [a, b], "rival")
    a.sign(text)
    a.sign(rival)
    b.sign(rival)
    agreement = world.read(item)
    assert agreement.in_force is None
    assert codes(agreement) == [("rival_signed_before", rival, a.id)]
    both = b.text(item, [a, b], "both", over=[text, rival])
    a.sign(both)
    b.sign(both)
    assert world.read(item).in_force == both


def test_a_slug_or_anothers_id_in_an_envelope_signs_for_nobody(two):
    world, a, b, item, text = two
    a.sign(text)
    b.sign(text, party=b.id)
    thief = world.party("thief")
    late = a.text(item, [a, b], "late", over=[text])
    digest = world.written(late).envelope.bind["digest"]
    thief.enter("signature", refs=refs(item=item, text=late), bind={"digest": digest}, party=a.id)
    thief.enter("text", refs=refs(item=item), bind=world.written(text).envelope.bind, by=(), party=a.id)
    assert world.read(item).in_force == text
    assert {state.id: state.signed_by for state in world.read(item).texts}[late] == ()


def test_a_thief_of_the_node_cannot_sign(two):
    world, a, b, item, text = two
    a.sign(text)
    b.authorise(b.steal(), by=[b.steal()])
    b.sign(text, by=[b.steal()])
    b.sign(text, by=())
    assert (world.read(item).answer, world.read(item).certain) == (Answer.NO, True)


def test_what_expires_and_what_is_withdrawn_is_shown_and_leaves_consent_as_it_is(two):
    world, a, b, item, _ = two
    text = a.enter(
        "text",
        refs=refs(item=item),
        bind={"parties": sorted([a.id, b.id]), "digest": "0" * 64, "ends_on": "2026-06-30"},
        by=(),
    )
    for party in (a, b):
        party.sign(text)
    a.sign(text, kind="withdrawal", more={"effective_on": "2026-12-31"})
    b.sign(text, kind="withdrawal", at="2026-07-01T08:00:00Z")
    state = next(state for state in world.read(item).texts if state.id == text)
    assert (state.in_force, state.ends_on) == (Answer.YES, "2026-06-30")
    assert state.withdrawn == tuple(sorted([(a.id, "2026-12-31"), (b.id, "2026-07-01")]))


def test_an_ended_text_never_revives_an_older_one(two):
    world, a, b, item, text = two
    for party in (a, b):
        party.sign(text)
    newer = a.text(item, [a, b], "newer", over=[text])
    for party in (a, b):
        party.sign(newer)
        party.sign(newer, kind="withdrawal", more={"effective_on": "2026-05-01"})
        party.sign(text)
    assert world.read(item).in_force == newer


def test_a_restored_backup_that_went_on_makes_two_histories_and_nothing_certain(two):
    world, a, b, item, text = two
    rival = b.text(item, [a, b], "rival")
    a.sign(text)
    b.sign(text)
    assert world.read(item).in_force == text
    b.fork(2)
    b.sign(rival)
    agreement = world.read(item)
    assert (agreement.certain, agreement.in_force, agreement.answer) == (False, None, Answer.CANNOT_SAY)
    assert world.shelf().book_of(b.id).forked_at == 2


def test_before_the_two_histories_are_compared_each_reader_sees_one(two):
    _, a, b, item, text = two
    a.sign(text)
    b.enter("progress")
    b.fork(1)
    b.sign(text)
    histories = [[w.raw for w in b.histories[0]], [w.raw for w in b.book]]
    answers = []
    for history in histories:
        entries = [*a.entries(), *(place_entry(b.id, index, raw) for index, raw in enumerate(history))]
        answers.append(Agreements(fill_shelf(entries)).read(item).in_force)
    assert answers == [None, text]


def test_the_item_and_its_texts_must_come_before_the_close(world):
    a, b = world.several(2)
    item = a.item([a, b])
    text = b.text(item, [a, b])
    b.sign(text)
    a.close()
    late_item = a.item([a, b])
    late_text = a.text(item, [a, b], "late")
    a.sign(text)
    assert {state.id: state.in_force for state in world.read(item).texts} == {text: Answer.NO}
    assert world.read(late_item).findings == (Finding("from_outside", late_item, Severity.WRONG, ""),)
    assert late_text not in {state.id for state in world.read(item).texts}


def test_a_passkey_signature_cannot_be_said_to_count(world):
    a = world.party("a")
    b = world.party("b")
    b.authorise(key_of("minister"), more={"key": PASSKEY})
    item = a.item([a, b])
    text = a.text(item, [a, b])
    a.sign(text)
    b.sign(text, proofs=[passkey_proof(PASSKEY)])
    agreement = world.read(item)
    assert (agreement.certain, agreement.answer) == (False, Answer.CANNOT_SAY)
    b.sign(text)
    assert world.read(item).answer is Answer.CANNOT_SAY


def test_after_an_unchecked_change_of_keys_texts_and_signatures_cannot_be_said_to_stand(world):
    a = world.party("a")
    a.authorise(key_of("minister"), may=["authorise"], more={"key": PASSKEY})
    item = a.item([a])
    first = a.text(item, [a])
    a.sign(first)
    a.close(proofs=[passkey_proof(PASSKEY)])
    later = a.text(item, [a], "later", over=[first])
    a.sign(later)
    agreement = world.read(item)
    assert {state.id: state.in_force for state in agreement.texts} == {first: Answer.CANNOT_SAY, later: Answer.CANNOT_SAY}


def test_a_signature_on_a_text_nobody_holds_leaves_the_answer_open(two):
    world, a, b, item, text = two
    a.sign(text)
    b.sign(text)
    b.enter("signature", refs=refs(item=item, text="f" * 64), bind={"digest": "0" * 64})
    assert world.read(item).answer is Answer.CANNOT_SAY


def test_a_text_over_one_nobody_holds_is_not_in_force_and_unsettles_nothing(two):
    world, a, b, item, text = two
    a.sign(text)
    b.sign(text)
    unread = b.text(item, [a, b], "over what?", over=["f" * 64])
    agreement = world.read(item)
    assert {state.id: state.in_force for state in agreement.texts} == {text: Answer.YES, unread: Answer.NO}


def test_a_text_over_a_copy_stands_when_its_own_book_shows_it(world):
    a, b = world.several(2)
    item = a.item([a, b])
    text = a.text(item, [a, b])
    b.again(a.book[2])
    over = b.text(item, [a, b], "over", over=[text])
    assert {state.id for state in world.read(item).texts} == {text, over}
    held_back = world.read(item, without={("party0", 2)})
    assert [state.id for state in held_back.texts] == [over]
    claimed = b.enter("text", refs=refs(item=item), bind={"parties": sorted([a.id, b.id])}, by=(), party=a.id)
    on_it = b.text(item, [a, b], "on it", over=[claimed])
    assert ("not_of_this_item", on_it, "") in codes(world.read(item))


def test_the_items_of_a_shelf_are_all_that_envelopes_speak_of(two):
    world, _, b, item, _ = two
    b.enter("signature", refs=refs(item="e" * 64), bind={})
    b.enter("initialling", refs=refs(item="d" * 64), bind={})
    agreements = Agreements(world.shelf())
    assert agreements.items() == sorted([item, "e" * 64])
    assert len(consent_digest(agreements)) == 64


def test_the_digest_changes_with_each_answer(two):
    world, a, b, _, text = two
    digests = [consent_digest(Agreements(world.shelf()))]
    for party in (a, b):
        party.sign(text)
        digests.append(consent_digest(Agreements(world.shelf())))
    assert len(set(digests)) == 3
