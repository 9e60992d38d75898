"""What a reader may see: every case of labels, books and readers; nothing shown depends on what is not for the reader."""

from dataclasses import replace
from itertools import product

import pytest

from comity.kinds.folding import row
from comity.kinds.showing import ANYBODY, is_for, may_say_agreement, seen_by, seen_by_all
from comity.record.act import body_digest, encode_body, encode_envelope
from comity.record.label import Label, may_go_to, strictest
from comity.record.shelf import place_entry
from comity.record.state import Act, BodyState

from .world import SALT, A, B, C, enter, fake, wording

READERS = (ANYBODY, A, B, C)
# Each label as it is mostly met, and one that is addressed to nobody else.
REACHES = (
    (Label.CLEAR, ()),
    (Label.GREEN, (B, C)),
    (Label.AMBER, (B,)),
    (Label.RED, (C,)),
    (Label.AMBER, ()),
)
SAID = {"title": wording("Reopen the ferry"), "owners": [A, B], "due_on": "2027-09"}


def labelled(act, reach, *, body=None):
    """The act with this label and audience, and another body where one is given."""
    label, audience = reach
    content = act.body if body is None else body
    made = replace(
        act.entry.envelope, label=label, audience=tuple(sorted(audience)), body=body_digest(SALT, encode_body(content))
    )
    return Act(place_entry(act.entry.book, act.entry.index, encode_envelope(made)), content, BodyState.HELD)


def opening_of(reach):
    return labelled(enter("undertaking", SAID), reach)


def correction_of(thing, reach, due_on="2027-10", *, party=A, index=5):
    fields = {"thing": [thing.entry.id], "changes": {"due_on": due_on}, "why": wording("High water")}
    return labelled(enter("correction", fields, party=party, index=index), reach)


def progress_of(thing, reach, *, party=A, index=6, state="done"):
    fields = {"undertaking": [thing.entry.id], "owner": [party], "state": state, "word": "own"}
    return labelled(enter("progress", fields, party=party, index=index), reach)


def hides(reach, owner, reader):
    return not may_go_to(reach[0], reach[1], owner=owner, reader=reader)


def shown(reader, opening, *naming):
    thing = seen_by(reader, opening, naming)
    return None if thing is None else row(thing)


@pytest.mark.parametrize("reader", READERS)
def test_thing_is_there_only_for_those_to_whom_all_of_it_may_go(reader):
    for first, second in product(REACHES, repeat=2):
        opening = opening_of(first)
        seen = shown(reader, opening, correction_of(opening, second))
        assert (seen is None) == (hides(first, A, reader) or hides(second, A, reader)), (first, second)
        assert seen is None or (seen["label"], seen["fields"]["due_on"]) == (strictest((first[0], second[0])).value, "2027-10")


@pytest.mark.parametrize("reader", READERS)
def test_corrections_add_up_to_the_strictest(reader):
    opening = opening_of(REACHES[0])
    for first, second in product(REACHES, repeat=2):
        made = [correction_of(opening, first), correction_of(opening, second, "2027-11", index=7)]
        assert (seen_by(reader, opening, made) is None) == (hides(first, A, reader) or hides(second, A, reader))


@pytest.mark.parametrize("reader", READERS)
def test_what_others_correct_hides_nothing(reader):
    opening = opening_of(REACHES[0])
    for reach in REACHES:
        seen = shown(reader, opening, correction_of(opening, reach, party=B))
        found = [] if hides(reach, B, reader) else ["from_outside"]
        assert (seen["label"], seen["fields"]["due_on"], [one["code"] for one in seen["findings"]]) == ("clear", "2027-09", found)


@pytest.mark.parametrize("reader", READERS)
def test_what_owners_state_is_seen_by_those_it_is_for(reader):
    opening = opening_of(REACHES[0])
    for ours, theirs in product(REACHES, repeat=2):
        stated = [progress_of(opening, ours), progress_of(opening, theirs, party=B, state="under_way")]
        seen = shown(reader, opening, *stated)
        states = {part["owner"]: part["state"] for part in seen["view"]["progress"]}
        assert states == {A: "" if hides(ours, A, reader) else "done", B: "" if hides(theirs, B, reader) else "under_way"}
        by = sorted(party for party, reach in ((A, ours), (B, theirs)) if not hides(reach, party, reader))
        assert [said["party"] for said in seen["statements"]] == by


@pytest.mark.parametrize("reader", READERS)
def test_nothing_shown_depends_on_a_body_that_is_not_for_the_reader(reader):
    """Whatever stands in a hidden body, held or not, well formed or not, what the reader sees is the same, byte for byte."""
    for first, ours, theirs in product(REACHES, repeat=3):
        opening = opening_of(first)
        acts = [correction_of(opening, ours), progress_of(opening, theirs, party=B), progress_of(opening, ours, index=9)]
        plain = shown(reader, opening, *acts)
        for other in ({"changes": {"due_on": "1999"}}, {"colour": "red"}, None):
            changed = [_other(act, other) if not is_for(reader, act.entry) else act for act in acts]
            assert shown(reader, opening, *changed) == plain, (first, ours, theirs, other)


def _other(act, content):
    if content is None:
        return Act(act.entry, None, BodyState.WITHHELD)
    return labelled(act, (act.entry.envelope.label, act.entry.envelope.audience), body=content)


@pytest.mark.parametrize("readers", [(), (A,), (A, B), (B, C), (A, B, C)])
def test_several_see_together_what_each_of_them_may_see(readers):
    each_of = readers or (ANYBODY,)
    for first, ours, theirs in product(REACHES, repeat=3):
        opening = opening_of(first)
        acts = [correction_of(opening, ours), progress_of(opening, theirs, party=B), progress_of(opening, ours, index=9)]
        thing = seen_by_all(readers, opening, acts)
        assert (thing is None) == any(hides(reach, A, reader) for reach in (first, ours) for reader in each_of)
        said = set() if thing is None else {statement.id for statement in thing.statements}
        assert said == {act.entry.id for act in acts if thing and all(is_for(reader, act.entry) for reader in each_of)}


def test_own_party_sees_all_it_entered():
    for first, second in product(REACHES, repeat=2):
        opening = opening_of(first)
        assert shown(A, opening, correction_of(opening, second))["fields"]["due_on"] == "2027-10"


def test_text_is_never_corrected_so_no_correction_hides_it():
    text = enter("text", {"item": [fake("item")], "digest": fake("digest"), "parties": [A], "clauses": [wording("x")]})
    assert seen_by(ANYBODY, text, [correction_of(text, (Label.RED, ()))]).label is Label.CLEAR


def test_thing_without_an_envelope_is_for_nobody():
    nothing = Act(opening_of(REACHES[0]).entry.__class__(A, 3, b"\xff", fake("entry"), None), None, BodyState.WITHHELD)
    assert [seen_by(reader, nothing, []) for reader in READERS] == [None] * 4
    assert not is_for(ANYBODY, nothing.entry)


def test_agreement_is_told_where_every_entry_on_the_item_is_for_the_reader():
    opening = opening_of(REACHES[0])
    told = {}
    for reader in READERS:
        told[reader] = [may_say_agreement(reader, [opening.entry, progress_of(opening, reach).entry]) for reach in REACHES]
    assert told == {
        ANYBODY: [True, False, False, False, False],
        A: [True] * 5,
        B: [True, True, True, False, False],
        C: [True, True, False, True, False],
    }
