"""The fold: what a thing is, from the entries that name it, in whatever order they came."""

from __future__ import annotations

import hashlib
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.simulator import World, refs

from comity.record.act import decode_body
from comity.record.canonical import encode
from comity.record.finding import Finding, Severity
from comity.record.shelf import place_entry
from comity.record.state import Act, BodyState, fields_of, finding_row, fold, row_of, state_digest


@pytest.fixture
def world():
    return World()


def act_of(party, entry, *, state=BodyState.HELD):
    index = next(place for place, written in enumerate(party.book) if written.id == entry)
    written = party.book[index]
    body = decode_body(written.body) if state is BodyState.HELD else None
    return Act(place_entry(party.id, index, written.raw), body, state)


def acts_of(party):
    return [act_of(party, written.id) for written in party.book]


def corrected(party, thing, **changes):
    return party.enter("correction", refs=refs(thing=thing), changes=changes)


def test_a_thing_has_its_body_its_references_and_its_binding_part(world):
    a, b = world.several(2)
    text = a.text(a.item([a, b]), [a, b], "Two gates.")
    thing = fold(act_of(a, text), [])
    assert thing.fields == {
        "note": thing.fields["note"],
        "clauses": [[{"lang": "en", "standing": "authentic", "text": "Two gates."}]],
        "item": [a.book[1].id],
        "parties": sorted([a.id, b.id]),
        "digest": a.book[2].envelope.bind["digest"],
        "open_until": "2027-12-31",
    }
    assert (thing.id, thing.kind, thing.party, thing.statements, thing.findings) == (text, "text", a.id, (), ())


def test_proofs_are_no_field_and_the_frozen_part_wins_over_the_body(world):
    a, b = world.several(2)
    item = a.item([a, b])
    entry = a.enter("signature", refs=refs(item=item), bind={"digest": "d"}, item=["forged"], digest="forged", title="kept")
    body = act_of(a, entry)
    before = encode(body.body)
    assert fields_of(body) == {"note": body.body["note"], "item": [item], "digest": "d", "title": "kept"}
    assert encode(body.body) == before
    assert fields_of(Act(place_entry(a.id, 1, b"nothing"), {"x": 1}, BodyState.HELD)) == {}


def test_entries_without_an_envelope_fold_to_nothing(world):
    a = world.party("a")
    broken = Act(place_entry(a.id, 5, b"nothing"), None, BodyState.WITHHELD)
    assert fold(broken, []) is None
    assert fold(acts_of(a)[0], [broken]).statements == ()


def test_statements_stand_by_book_and_index_whatever_the_order_and_number_they_came_in(world):
    a, b = world.several(2)
    thing = a.enter("undertaking", title="gate")
    for party in (b, a, b):
        party.enter("progress", refs=refs(thing=thing, about=thing), said=party.name)
    acts = [act for act in acts_of(a) + acts_of(b) if act.entry.index]
    folded = [fold(act_of(a, thing), order) for order in permutations(acts)]
    assert all(other == folded[0] for other in folded)
    assert fold(act_of(a, thing), acts * 2) == folded[0]
    stated = [(statement.party, statement.index) for statement in folded[0].statements]
    assert stated == sorted([(a.id, 2), (b.id, 1), (b.id, 2)])
    assert folded[0].stated("progress", "about") == folded[0].statements
    assert folded[0].stated("progress", "item") == folded[0].stated("refusal", "about") == ()
    assert folded[0].statements[0].roles == ("about", "thing")


def test_its_own_party_corrects_a_thing_and_nobody_else(world):
    a, b = world.several(2)
    thing = a.enter("undertaking", title="gaet", due_on="2026-01-01")
    corrected(a, thing, title="gate")
    corrected(a, thing, title="Gate", owner="x")
    outside = corrected(b, thing, title="wall")
    named = b.enter("correction", refs=refs(about=thing), changes={"title": "wall"})
    folded = fold(act_of(a, thing), acts_of(a) + acts_of(b))
    assert (folded.fields["title"], folded.fields["owner"], folded.fields["due_on"]) == ("Gate", "x", "2026-01-01")
    assert folded.findings == (Finding("from_outside", outside, Severity.WRONG),)
    assert named in {statement.id for statement in folded.statements}


def test_a_correction_reaches_no_part_of_the_envelope_and_no_text(world):
    a, b = world.several(2)
    item = a.item([a, b])
    corrected(a, item, parties=[a.id], title="named")
    thing = fold(act_of(a, item), acts_of(a))
    assert (thing.fields["parties"], thing.fields["title"]) == (sorted([a.id, b.id]), "named")
    text = a.text(item, [a, b])
    entry = corrected(a, text, clauses=[])
    folded = fold(act_of(a, text), acts_of(a))
    assert folded.fields["clauses"]
    assert folded.findings == (Finding("reference_wrong", entry, Severity.WRONG, "changes"),)


def test_a_correction_that_cannot_be_read_is_found_and_one_of_what_is_not_held_is_not(world):
    a = world.party("a")
    thing = a.enter("undertaking", title="gate")
    wrong = a.enter("correction", refs=refs(thing=thing), changes=["title"])
    corrected(a, thing, title="Gate")
    held = fold(act_of(a, thing), acts_of(a))
    assert held.findings == (Finding("reference_wrong", wrong, Severity.WRONG, "changes"),)
    gone = fold(act_of(a, thing, state=BodyState.WITHHELD), acts_of(a))
    assert {finding.entry for finding in gone.findings} == {wrong}
    assert gone.fields == {}


def test_what_names_another_party_than_its_book_states_nothing(world):
    a, b = world.several(2)
    thing = a.enter("undertaking", title="gate")
    b.enter("correction", refs=refs(thing=thing), party=a.id, changes={"title": "wall"})
    b.again(a.book[1])
    assert fold(act_of(a, thing), acts_of(b)).statements == ()


def test_a_body_is_withheld_or_erased(world):
    a, b = world.several(2)
    thing = a.enter("undertaking", title="gate")
    b.enter("erasure", refs=refs(entry=thing))
    assert fold(act_of(a, thing, state=BodyState.WITHHELD), acts_of(b)).body_state is BodyState.WITHHELD
    a.enter("erasure", refs=refs(entry=thing))
    assert fold(act_of(a, thing, state=BodyState.WITHHELD), acts_of(a)).body_state is BodyState.ERASED
    assert fold(act_of(a, thing, state=BodyState.HELD), acts_of(a)).body_state is BodyState.HELD


def test_a_row_holds_all_of_a_thing_and_the_digest_covers_all_rows(world):
    a, b = world.several(2)
    thing = a.enter("undertaking", title="gate", audience=[b.id])
    statement = b.enter("correction", refs=refs(thing=thing), changes={})
    folded = fold(act_of(a, thing), acts_of(b))
    row = row_of(folded, {"status": "open"})
    assert row == {
        "id": thing,
        "kind": "undertaking",
        "party": a.id,
        "at": folded.at,
        "zone": "Asia/Ho_Chi_Minh",
        "label": "green",
        "audience": [b.id],
        "body": "held",
        "fields": folded.fields,
        "statements": [
            {
                "id": statement,
                "kind": "correction",
                "roles": ["thing"],
                "party": b.id,
                "at": folded.statements[0].at,
                "label": "green",
                "body": "held",
                "fields": {"thing": [thing], "changes": {}, "note": folded.statements[0].fields["note"]},
            }
        ],
        "view": {"status": "open"},
        "findings": [{"code": "from_outside", "entry": statement, "severity": "wrong", "place": ""}],
    }
    assert finding_row(folded.findings[0]) == row["findings"][0]
    digest = hashlib.sha256(b"comity.state/v1\n" + hashlib.sha256(encode(row)).digest())
    assert state_digest({thing: row}) == digest.hexdigest()
    assert state_digest({}) == hashlib.sha256(b"comity.state/v1\n").hexdigest()
    assert state_digest({"b": {}, "a": row}) == state_digest({"a": row, "b": {}})


@settings(max_examples=25)
@given(data=st.data())
def test_no_entry_that_comes_later_loses_a_finding(data):
    world = World()
    a, b = world.several(2)
    thing = a.enter("undertaking", title="gate")
    for _ in range(data.draw(st.integers(0, 5))):
        party, changes = data.draw(st.sampled_from([a, b])), data.draw(st.sampled_from([{}, 7, {"title": "x"}]))
        party.enter("correction", refs=refs(thing=thing), changes=changes)
    acts, before = acts_of(a) + acts_of(b), set()
    for count in range(len(acts) + 1):
        found = set(fold(act_of(a, thing), acts[:count]).findings)
        assert before <= found
        before = found
