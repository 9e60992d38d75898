"""Who may sign: keys from the charter on, and what a thief of the node's key can do (enter, never sign)."""

from __future__ import annotations

import pytest
from tests.simulator import ALL_POWERS, World, Written, key_of, passkey_proof, prove, public_of

from comity.record.act import encode_envelope
from comity.record.authority import NOBODY, Authority, Grant, Power, Standing, read_authority
from comity.record.finding import Finding, Severity
from comity.record.shelf import fill_shelf, place_entry

DEPUTY = key_of("deputy")


def authority_of(party):
    return read_authority(party.world.shelf().book_of(party.id))


def standing(party, entry):
    return authority_of(party).standing.get(entry)


def found(party):
    return [(finding.code, finding.entry, finding.place) for finding in authority_of(party).findings]


@pytest.fixture
def a():
    return World().party("a")


def test_the_officer_of_the_charter_has_every_power(a):
    authority = authority_of(a)
    officer = public_of(a.officer)
    assert authority.grants == {officer: Grant(officer, frozenset(Power))}
    assert all(authority.may_sign(officer, power, "2026-03-02") for power in Power)
    assert authority.recovery_keys == tuple(sorted(map(public_of, a.spares)))
    assert (authority.recovery_threshold, authority.book_key) == (2, public_of(a.node))


def test_a_book_without_its_charter_gives_nobody_power(a):
    a.authorise(DEPUTY)
    entries = a.entries()
    assert read_authority(fill_shelf(entries[1:]).book_of(a.id)) == NOBODY
    assert read_authority(fill_shelf([]).book_of(a.id)) == NOBODY
    elsewhere = [place_entry(DEPUTY_BOOK, entry.index, entry.raw) for entry in entries]
    assert read_authority(fill_shelf(elsewhere).book_of(DEPUTY_BOOK)) == NOBODY
    unreadable = place_entry(a.id, 0, b"{}")
    assert read_authority(fill_shelf([unreadable]).book_of(a.id)) == NOBODY


DEPUTY_BOOK = "d" * 64


@pytest.mark.parametrize("proofs", [[], [prove(DEPUTY, World().party("b").book[0].envelope)]])
def test_a_charter_its_officer_did_not_sign_gives_nobody_power(proofs):
    party = World().party("b", proofs=proofs)
    assert standing(party, party.id) is Standing.VOID
    assert authority_of(party).grants == {}
    assert standing(party, party.authorise(DEPUTY)) is Standing.VOID


def test_a_charter_without_keys_gives_nobody_power():
    party = World().party("b", more={"officer_key": 7, "recovery_keys": [7], "recovery_threshold": True})
    authority = authority_of(party)
    assert (authority.grants, authority.recovery_keys, authority.recovery_threshold) == ({}, (), 1)


def test_a_deputy_signs_with_the_powers_and_in_the_days_given(a):
    a.authorise(DEPUTY, may=["sign", "initial"], more={"from_on": "2026-03-02", "until_on": "2026-03-31"})
    signed = {day: a.enter("signature", bind={}, by=[DEPUTY], at=f"{day}T09:00:00Z") for day in DAYS}
    assert {day: standing(a, entry) for day, entry in signed.items()} == DAYS
    assert standing(a, a.enter("withdrawal", bind={}, by=[DEPUTY])) is Standing.VOID
    assert standing(a, a.authorise(key_of("deputy's friend"), by=[DEPUTY])) is Standing.VOID
    assert authority_of(a).may_sign(public_of(DEPUTY), Power.SIGN, "2026-03-31")
    assert not authority_of(a).may_sign(public_of(DEPUTY), Power.SIGN, "2026-04-01")


DAYS = {
    "2026-03-01": Standing.VOID,
    "2026-03-02": Standing.STANDS,
    "2026-03-31": Standing.STANDS,
    "2026-04-01": Standing.VOID,
}


@pytest.mark.parametrize("day", [20260331, "31 March 2026", ["2026-03-31"], True])
def test_an_authorization_whose_days_cannot_be_read_gives_no_power(a, day):
    entry = a.authorise(DEPUTY, more={"until_on": day})
    assert found(a) == [("field_wrong", entry, "from_on, until_on")]
    assert standing(a, a.enter("signature", bind={}, by=[DEPUTY])) is Standing.VOID


@pytest.mark.parametrize("may", [[], ["SIGN"], [["sign"], {"sign": True}, 1], ["everything"]])
def test_powers_that_do_not_exist_are_not_given(a, may):
    a.authorise(DEPUTY, may=may)
    assert authority_of(a).grants[public_of(DEPUTY)].powers == frozenset()


def test_a_thief_of_the_node_cannot_grant_himself_anything(a):
    thief = a.steal()
    granted = a.authorise(thief, may=ALL_POWERS, by=[thief])
    unsigned = a.authorise(thief, may=ALL_POWERS, by=[])
    changed = a.change_key("officer", public_of(a.officer), public_of(thief), by=[thief])
    signed = a.enter("signature", bind={}, by=[thief])
    closed = a.close(by=[thief])
    entries = (granted, unsigned, changed, signed, closed)
    assert [standing(a, entry) for entry in entries] == [Standing.VOID] * 5
    assert found(a) == [("not_signed", entry, "") for entry in entries]
    assert authority_of(a).closed_at is None


def test_the_key_of_the_node_never_signs_even_where_somebody_gave_it_power(a):
    a.authorise(a.node, may=ALL_POWERS)
    assert standing(a, a.enter("signature", bind={}, by=[a.node])) is Standing.VOID
    assert not authority_of(a).may_sign(public_of(a.node), Power.SIGN, "2026-03-02")
    same = World().party("b", more={"book_key": public_of(key_of("b officer"))})
    assert standing(same, same.id) is Standing.VOID


def test_what_was_signed_before_the_key_went_still_stands_and_counts_no_second_time(a):
    granted, signed = a.authorise(DEPUTY), a.enter("signature", bind={}, by=[DEPUTY])
    a.change_key("officer", public_of(DEPUTY), "")
    index = len(a.book)
    a.again(a.book[1])
    a.again(a.book[2])
    stuffed = [*a.book[1].envelope.bind["proofs"], {"way": "ed25519", "key": "", "sig": ""}]
    replayed = Written(_with_proofs(a.book[1].envelope, stuffed), a.book[1].envelope, b"", b"")
    a.again(replayed)
    late = a.enter("signature", bind={}, by=[DEPUTY])
    assert [standing(a, entry) for entry in (granted, signed, late)] == [Standing.STANDS, Standing.STANDS, Standing.VOID]
    assert public_of(DEPUTY) not in authority_of(a).grants
    assert set(found(a)) == {
        ("entered_again", granted, str(index)),
        ("entered_again", signed, str(index + 1)),
        ("entered_again", replayed.id, ""),
        ("not_signed", late, ""),
    }


def _with_proofs(envelope, proofs):
    fields = {name: getattr(envelope, name) for name in type(envelope).__slots__}
    return encode_envelope(type(envelope)(**(fields | {"bind": {**envelope.bind, "proofs": proofs}})))


def test_a_replay_after_the_close_undoes_nothing(a):
    signed = a.enter("signature", bind={})
    a.close()
    a.again(a.book[1])
    late = a.enter("progress")
    assert standing(a, signed) is Standing.STANDS
    assert authority_of(a).closed_at == 2
    assert found(a) == [("entered_again", signed, "3"), ("entered_after_close", late, "")]
    assert not authority_of(a).may_sign(public_of(a.officer), Power.SIGN, "2026-03-02")


def test_an_officer_is_followed_by_another_with_the_same_powers(a):
    fresh = key_of("next officer")
    a.change_key("officer", public_of(a.officer), public_of(fresh))
    assert standing(a, a.enter("signature", bind={})) is Standing.VOID
    assert standing(a, a.enter("close", bind={}, by=[fresh])) is Standing.STANDS


def test_a_change_of_a_key_that_is_not_there_changes_nothing(a):
    before = authority_of(a)
    for what, old, new in [("officer", "ab", "cd"), ("book", "ab", "cd"), ("book", public_of(a.node), ""), ("?", "", "cd")]:
        a.change_key(what, old, new)
    after = authority_of(a)
    assert (after.grants, after.book_key, after.recovery_keys) == (before.grants, before.book_key, before.recovery_keys)


def test_the_key_of_the_book_can_be_changed(a):
    a.change_key("book", public_of(a.node), public_of(key_of("new node")))
    assert authority_of(a).book_key == public_of(key_of("new node"))


def test_recovery_keys_together_change_a_key_and_do_nothing_else(a):
    fresh = public_of(key_of("next officer"))
    one = a.change_key("officer", public_of(a.officer), fresh, by=a.spares[:1])
    twice = a.change_key("officer", public_of(a.officer), fresh, by=[a.spares[0], a.spares[0]])
    two = a.change_key("officer", public_of(a.officer), fresh, by=a.spares[:2])
    other = a.enter("signature", bind={}, by=a.spares)
    assert [standing(a, entry) for entry in (one, twice, two, other)] == [
        Standing.VOID,
        Standing.VOID,
        Standing.STANDS,
        Standing.VOID,
    ]


def test_recovery_keys_name_an_officer_where_no_granted_key_is_left(a):
    gone = public_of(a.officer)
    a.change_key("officer", gone, "")
    fresh = public_of(key_of("next officer"))
    a.change_key("officer", gone, fresh, by=a.spares[:1])
    assert authority_of(a).grants == {}
    a.change_key("officer", gone, fresh, by=a.spares[:2])
    assert authority_of(a).grants == {fresh: Grant(fresh, frozenset(Power))}


def test_one_recovery_key_in_two_spellings_counts_once():
    keys = [public_of(key_of("spare")), public_of(key_of("spare")).upper()]
    party = World().party("b", more={"recovery_keys": keys})
    entry = party.write("key_change", bind={"what": "officer", "old": public_of(party.officer), "new": keys[0]}, by=[])
    proof = prove(key_of("spare"), entry.envelope)
    bind = {**entry.envelope.bind, "proofs": [proof, {**proof, "key": keys[1]}]}
    assert standing(party, party.enter("key_change", bind=bind, by=[], salt=entry.salt)) is Standing.VOID


def test_recovery_keys_are_replaced_and_added(a):
    old, new, third = public_of(a.spares[0]), public_of(key_of("new spare")), public_of(key_of("third"))
    a.change_key("recovery", old, new)
    a.change_key("recovery", "", third)
    assert set(authority_of(a).recovery_keys) == {*map(public_of, a.spares[1:]), new, third}


def _spoiled(proof):
    key, sig = proof["key"], proof["sig"]
    yield from ({}, {**proof, "sig": sig[:-2] + "00"}, {**proof, "sig": sig[2:]}, {**proof, "sig": sig.upper()})
    yield from ({**proof, "key": key[2:]}, {**proof, "key": "zz"}, {**proof, "key": [key]}, {**proof, "way": "rsa"})
    yield from ({**proof, "sig": f"{sig[:64]} {sig[64:]}"}, {**proof, "sig": 7}, {**proof, "way": ["ed25519"]})


@pytest.mark.parametrize("number", range(11))
def test_a_proof_that_is_not_of_its_form_proves_nothing(a, number):
    written = a.write("signature", bind={})
    spoiled = list(_spoiled(written.envelope.bind["proofs"][0]))[number]
    entry = a.enter("signature", bind={}, proofs=["not a proof", 7, spoiled], at=written.envelope.at, salt=written.salt)
    assert standing(a, entry) is Standing.VOID


@pytest.mark.parametrize("proofs", ["text", {"way": "ed25519"}, 7, True])
def test_proofs_that_are_no_list_prove_nothing(a, proofs):
    assert standing(a, a.enter("signature", bind={}, proofs=proofs)) is Standing.VOID
    assert standing(a, a.enter("signature")) is Standing.VOID


def test_a_passkey_that_is_known_leaves_open_what_nobody_else_proved(a):
    a.authorise(DEPUTY, more={"key": PASSKEY})
    assert standing(a, a.enter("signature", bind={}, proofs=[passkey_proof(PASSKEY)])) is Standing.UNCHECKED
    assert standing(a, a.enter("withdrawal", bind={}, proofs=[passkey_proof(PASSKEY)])) is Standing.VOID
    assert standing(a, a.enter("signature", bind={}, proofs=[passkey_proof("b6" * 40)])) is Standing.VOID
    assert authority_of(a).unsettled_at is None
    refusal = a.write("refusal", bind={})
    proofs = [passkey_proof(PASSKEY), *refusal.envelope.bind["proofs"]]
    entry = a.enter("refusal", bind={}, proofs=proofs, at=refusal.envelope.at, salt=refusal.salt)
    assert standing(a, entry) is Standing.STANDS


PASSKEY = "a5" * 40


def test_after_a_change_of_keys_by_passkey_nothing_signed_can_be_said_to_stand(a):
    a.authorise(DEPUTY, may=["authorise"], more={"key": PASSKEY})
    before = a.enter("signature", bind={})
    index = len(a.book)
    unchecked = a.authorise(DEPUTY, proofs=[passkey_proof(PASSKEY)])
    after = [a.enter("signature", bind={}), a.enter("signature", bind={}, by=[DEPUTY]), a.close()]
    nothing = a.enter("signature", bind={}, by=[])
    assert [standing(a, entry) for entry in (before, unchecked, *after, nothing)] == [
        Standing.STANDS,
        *[Standing.UNCHECKED] * 4,
        Standing.VOID,
    ]
    assert (authority_of(a).unsettled_at, authority_of(a).closed_at) == (index, None)
    assert Finding("form_not_checked", unchecked, Severity.NOTE) in authority_of(a).findings


def test_entries_that_name_another_party_and_later_charters_do_nothing(a):
    other = a.world.party("b")
    a.enter("authorization", bind=a.book[0].envelope.bind, party=other.id)
    a.again(other.book[0])
    a.again(Written(b"garbage", a.book[0].envelope, b"", b""))
    authority = authority_of(a)
    assert isinstance(authority, Authority)
    assert set(authority.standing) == {a.id}
