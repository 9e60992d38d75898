import pytest

from .world import A, B, enter, fake, view, wording


def proposal(**fields):
    return enter("proposal", {"title": wording("Ferry hours"), **fields})


def taken_up(opening, kind="undertaking"):
    more = {
        "undertaking": {"title": wording("x")},
        "item": {"title": wording("x"), "parties": [A]},
        "text": {
            "item": [fake("item")],
            "parties": [A],
            "clauses": [wording("x")],
            "digest": fake("digest"),
            "open_until": "2099-12-31",
        },
    }[kind]
    return enter(kind, {**more, "proposal": [opening.entry.id]}, party=B, index=6)


def merged(opening):
    return enter("merge", {"things": sorted([opening.entry.id, fake("twin")])}, party=B, index=7)


def fate(opening, *acts):
    found = view(opening, *acts)
    return found["fate"], found["taken_up_in"]


def test_no_word_yet():
    assert fate(proposal()) == ("", [])


@pytest.mark.parametrize("kind", ["undertaking", "item", "text"])
def test_taken_up_in_what_names_it(kind):
    opening = proposal(assented=[B])
    act = taken_up(opening, kind)
    assert fate(opening, act) == ("taken_up", [act.entry.id])


def test_assent_in_the_room():
    assert (fate(proposal(assented=[B])), fate(proposal(fate="assent"))) == (("assent", []), ("assent", []))


def test_merged_with_another_until_taken_up():
    opening = proposal(fate="assent")
    assert fate(opening, merged(opening)) == ("merged", [])
    assert fate(opening, merged(opening), taken_up(opening))[0] == "taken_up"


@pytest.mark.parametrize("stated", ["left", "withdrawn", "merged", "taken_up"])
def test_what_its_own_book_states_stands(stated):
    opening = proposal(fate=stated)
    act = taken_up(opening)
    assert fate(opening, act) == (stated, [act.entry.id])


def test_correction_states_the_fate_later():
    opening = proposal()
    stated = enter("correction", {"thing": [opening.entry.id], "changes": {"fate": "withdrawn"}}, index=8)
    assert fate(opening, stated) == ("withdrawn", [])
