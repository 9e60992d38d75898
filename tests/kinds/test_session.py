from comity.record.state import BodyState

from .world import A, B, enter, example, fake, view, wording

OPENING = enter("session", example("session"))
ID = OPENING.entry.id
NONE = {"delegations": [], "proposals": [], "items": [], "undertakings": [], "parts": []}


def test_nothing_names_the_session_yet():
    assert view(OPENING) == {**NONE, "counts": dict.fromkeys(NONE, 0)}


def test_what_names_the_session_by_book_and_index():
    title = {"title": wording("x"), "session": [ID]}
    second, first = enter("proposal", title, index=9), enter("proposal", title, index=4)
    item = enter("item", {**title, "parties": [A]}, index=5)
    due = enter("undertaking", title, party=B, index=5, body=BodyState.WITHHELD)
    coming = enter("delegation", {"session": [ID], "party": [A], "head": "Lâm An Hòa"}, index=2)
    part = enter("session", {"title": wording("sitting"), "part_of": [ID]}, index=3)
    elsewhere = enter("proposal", {"title": wording("x"), "session": [fake("another")], "evidence": [ID]}, index=8)
    found = {
        "delegations": [coming.entry.id],
        "proposals": [first.entry.id, second.entry.id],
        "items": [item.entry.id],
        "undertakings": [due.entry.id],
        "parts": [part.entry.id],
    }
    counts = {"delegations": 1, "proposals": 2, "items": 1, "undertakings": 1, "parts": 1}
    assert view(OPENING, second, item, part, due, coming, first, elsewhere) == {**found, "counts": counts}
