"""Acts are held against their kinds; what does not fit is found, shown as nothing and counts by its envelope alone."""

import pytest

from comity.kinds.folding import fold_thing, text_findings
from comity.record.act import Ref, text_digest
from comity.record.state import Act, BodyState

from .world import SALT, A, B, codes, enter, example, fake, folded, place, view, wording

OPENING = enter("undertaking", {"title": wording("Reopen the ferry"), "owners": [A], "due_on": "2027-09"})
ID = OPENING.entry.id


def correct(*, index=5, party=A, thing=ID, **changes):
    return enter("correction", {"thing": [thing], "changes": changes}, party=party, index=index)


def test_kind_not_known_is_kept_and_shows_nothing():
    unknown = place("treaty", {"title": "x"}, [Ref("undertaking", ID)], {})
    row = folded(unknown)
    assert (row["kind"], row["view"], codes(row)) == ("treaty", {}, [("kind_not_known", unknown.entry.id, "")])
    assert row["fields"] == {"undertaking": [ID]}
    assert codes(folded(OPENING, unknown)) == [("kind_not_known", unknown.entry.id, "")]


def test_entry_without_an_envelope_opens_nothing():
    nothing = Act(OPENING.entry.__class__(A, 3, b"\xff", fake("entry"), None), None, BodyState.WITHHELD)
    assert fold_thing(nothing, []) is None
    assert folded(OPENING, nothing) == folded(OPENING)


def test_correction_changes_what_the_body_says():
    row = folded(OPENING, correct(due_on="2027-10", nature="once"))
    assert (row["fields"]["due_on"], row["fields"]["nature"], row["findings"]) == ("2027-10", "once", [])


def test_last_correction_of_the_book_stands():
    first, last = correct(due_on="2027-10"), correct(due_on="2027-11", index=6)
    assert folded(OPENING, last, first)["fields"]["due_on"] == "2027-11"


@pytest.mark.parametrize(("changes", "field"), [({"due_on": "soon"}, "due_on"), ({"colour": "red"}, "colour")])
def test_correction_that_does_not_fit_is_found_and_changes_nothing(changes, field):
    row = folded(OPENING, correct(**changes))
    assert (row["fields"], codes(row)) == (folded(OPENING)["fields"], [("field_wrong", ID, field)])


def test_correction_adds_nothing_to_the_envelope():
    row = folded(OPENING, correct(session=[fake("session")], due_on="2027-10"))
    assert (row["fields"], codes(row)) == ({**folded(OPENING)["fields"], "due_on": "2027-10"}, [("field_wrong", ID, "session")])


def test_correction_of_another_book_is_found_and_changes_nothing():
    foreign = correct(party=B, due_on="2030")
    row = folded(OPENING, foreign)
    assert (row["fields"], codes(row)) == (folded(OPENING)["fields"], [("from_outside", foreign.entry.id, "")])


def test_text_is_never_corrected():
    text = enter("text", example("text"))
    wanted = correct(thing=text.entry.id, binds=True)
    row = folded(text, wanted)
    assert (row["fields"], codes(row)) == (example("text"), [("reference_wrong", wanted.entry.id, "changes")])


def test_reference_in_a_body_is_found_and_does_not_count():
    smuggled = place("undertaking", {"title": wording("x"), "owners": [B]}, [], {})
    row = folded(smuggled)
    assert (row["fields"], row["view"]["progress"]) == ({}, [])
    assert codes(row) == [("field_wrong", smuggled.entry.id, "owners"), ("field_wrong", smuggled.entry.id, "title")]


def test_body_that_is_not_held_leaves_what_the_envelope_says():
    for body in (BodyState.WITHHELD, BodyState.ERASED):
        row = folded(enter("item", example("item"), body=body))
        assert (row["body"], row["fields"], row["findings"]) == (body.value, {"parties": [A]}, [])


def test_erasure_is_known_by_reference():
    withheld = enter("delegation", example("delegation"), body=BodyState.WITHHELD)
    fields = {"entry": [withheld.entry.id], "why": wording("x")}
    assert [folded(withheld, enter("erasure", fields, party=party, index=4))["body"] for party in (A, B)] == [
        "erased",
        "withheld",
    ]


def test_wrong_binding_part_is_found_without_the_body():
    short = enter("item", {"title": wording("x"), "parties": ["A"]}, body=BodyState.WITHHELD)
    assert codes(folded(short)) == [("field_wrong", short.entry.id, "parties")]


def test_merge_shows_on_both_things_in_whose_book_it_stands():
    other = enter("undertaking", {"title": wording("The ferry again")}, party=B, index=2)
    merge = enter("merge", {"things": sorted([ID, other.entry.id])}, party=B, index=3)
    same = [view(act, merge)["same_as"] for act in (OPENING, other)]
    assert same == [[{"thing": each, "party": B, "entry": merge.entry.id}] for each in (other.entry.id, ID)]
    assert "same_as" not in view(OPENING)


def test_merge_of_one_thing_with_itself_is_found():
    merge = enter("merge", {"things": [ID], "why": wording("x")}, index=3)
    row = folded(OPENING, merge)
    assert (codes(row), row["view"].get("same_as")) == ([("field_wrong", merge.entry.id, "things")], None)


def test_wording_that_is_not_the_one_signed_for_is_found():
    fields = example("text")
    right = enter("text", {**fields, "digest": text_digest(SALT, fields["clauses"])})
    wrong = enter("text", fields)
    assert text_findings(right, SALT) == []
    assert [(f.code, f.entry, f.place) for f in text_findings(wrong, SALT)] == [("text_digest_differs", wrong.entry.id, "digest")]


def test_wording_that_is_not_held_is_not_judged():
    text = enter("text", example("text"), body=BodyState.WITHHELD)
    assert [text_findings(act, SALT) for act in (text, OPENING)] == [[], []]
    assert text_findings(enter("text", example("text")), None) == []
