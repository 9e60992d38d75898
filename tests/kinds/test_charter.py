"""Parties: how long they exist, who follows them, and whether they have gone without anybody following."""

import pytest

from comity.kinds import kind_of
from comity.record.errors import WrongValue

from .world import A, B, C, codes, enter, example, fake, folded, view, wording

CHARTER = enter("charter", example("charter"), index=0)
ME = CHARTER.entry.id
NOBODY = {
    "valid": {"from": "", "until": ""},
    "closed_by": [],
    "successors": [],
    "predecessors": [],
    "without_successor": False,
    "findings": [],
}


def close(*successors, party=ME, book=ME):
    return enter("close", {"book": [book], **({"successor": list(successors)} if successors else {})}, party=party, index=9)


def succession(role, successor, *, party, old=ME):
    fields = {"old": [old], "successor": [successor], "role": role, "size": 9, "root": fake("root")}
    return enter("succession", fields, party=party, index=3)


def entered_in_its_own_book(act):
    """The charter as it stands in its own book: its party is its own id."""
    return act.__class__(act.entry.__class__(ME, 0, act.entry.raw, ME, act.entry.envelope), act.body, act.body_state)


OWN = entered_in_its_own_book(CHARTER)


def test_party_that_exists():
    assert view(OWN) == NOBODY


def test_closed_book_without_a_successor_is_found():
    closing = close()
    no_successor = {"code": "no_successor", "entry": ME, "severity": "note", "place": ""}
    assert view(OWN, closing) == {
        **NOBODY,
        "closed_by": [closing.entry.id],
        "without_successor": True,
        "findings": [no_successor],
    }


def test_successor_that_is_named_must_also_adopt():
    row = {"party": B, "named": True, "adopted": False, "acknowledged": False}
    named = view(OWN, close(B))
    assert (named["successors"], named["without_successor"]) == ([row], True)
    adopted = view(OWN, close(B), succession("adopt", B, party=B))
    assert (adopted["successors"], adopted["without_successor"], adopted["findings"]) == ([{**row, "adopted": True}], False, [])


def test_successor_that_adopts_must_be_named_or_acknowledged_by_another():
    adopting, closing = succession("adopt", B, party=B), close()
    alone, by_itself = view(OWN, closing, adopting), view(OWN, closing, adopting, succession("acknowledge", B, party=B))
    assert (alone["without_successor"], by_itself["without_successor"]) == (True, True)
    backed = view(OWN, closing, adopting, succession("acknowledge", B, party=C))
    assert backed["successors"] == [{"party": B, "named": False, "adopted": True, "acknowledged": True}]
    assert backed["without_successor"] is False


def test_nobody_closes_another_book_or_adopts_for_another():
    assert view(OWN, close(B, party=C)) == NOBODY
    assert view(OWN, succession("adopt", B, party=C)) == NOBODY


def test_predecessors_are_those_that_name_it_or_whose_books_it_adopts():
    gone = enter("party", {"name": wording("District"), "successor": [ME]}, party=B, index=5)
    ended = close(ME, party=C, book=C)
    adopting = succession("adopt", ME, party=ME, old=fake("old"))
    told = succession("acknowledge", ME, party=B, old=fake("another"))
    assert view(OWN, gone, ended, adopting, told)["predecessors"] == sorted([gone.entry.id, C, fake("old")])


def test_party_without_a_book_needs_only_a_named_successor():
    ended = {"name": wording("District"), "valid_from": "1997", "valid_until": "2025-06-30"}
    alone, followed = view(enter("party", ended)), view(enter("party", {**ended, "successor": [A]}))
    assert alone == {**NOBODY, "valid": {"from": "1997", "until": "2025-06-30"}, "without_successor": True}
    named = {"party": A, "named": True, "adopted": False, "acknowledged": False}
    assert (followed["successors"], followed["without_successor"]) == ([named], False)


def test_more_recovery_keys_needed_than_there_are_is_refused():
    charter = kind_of("charter")
    for keys, needed in (([fake("key")], 2), ([], 2)):
        fields = {**example("charter"), "recovery_keys": keys, "recovery_threshold": needed}
        if not keys:
            charter.check_fields(fields)  # without keys nothing can be recovered, whatever the number
            continue
        with pytest.raises(WrongValue) as refused:
            charter.check_fields(fields)
        assert refused.value.values == {"field": "recovery_threshold", "value": 2, "expected": "at most 1"}


def test_charter_that_ends_before_it_begins_is_found():
    wrong = enter("charter", {**example("charter"), "valid_from": "2026", "valid_until": "2025"}, index=0)
    assert codes(folded(wrong)) == [("field_wrong", wrong.entry.id, "name"), ("field_wrong", wrong.entry.id, "valid_until")]
