"""What owners state of an agreed item stands beside each other; nobody's word replaces another's."""

from itertools import permutations

from comity.record.state import BodyState

from .world import A, B, C, codes, enter, fake, folded, view, wording

OPENING = enter("undertaking", {"title": wording("Reopen the ferry"), "owners": sorted([A, B]), "text": [fake("text")]})
ITEM = OPENING.entry.id


def said(owner, state, word="own", *, party, index, body=BodyState.HELD):
    fields = {"undertaking": [ITEM], "owner": [owner], "state": state, "word": word}
    return enter("progress", fields, party=party, index=index, body=body)


def standing(*acts):
    """{owner: (state, word, entry, number of statements)}."""
    rows = view(OPENING, *acts)["progress"]
    return {row["owner"]: (row["state"], row["word"], row["entry"], len(row["stated"])) for row in rows}


NOTHING = ("", "", "", 0)


def test_no_word_yet_from_either_owner():
    assert standing() == {A: NOTHING, B: NOTHING}


def test_signed_or_reported():
    reported = enter("undertaking", {"title": wording("x")})
    assert (view(OPENING)["origin"], view(reported)) == ("signed", {"progress": [], "origin": "reported"})


def test_owners_stand_beside_each_other():
    own, other = said(A, "under_way", party=A, index=5), said(B, "waiting", party=B, index=2)
    assert standing(own, other) == {A: ("under_way", "own", own.entry.id, 1), B: ("waiting", "own", other.entry.id, 1)}


def test_last_own_word_in_the_order_of_the_book():
    first, last = said(A, "done", party=A, index=5), said(A, "under_way", party=A, index=9)
    assert standing(last, first)[A] == ("under_way", "own", last.entry.id, 2)


def test_told_stands_until_the_owner_speaks():
    told, own = said(B, "done", "told", party=A, index=9), said(B, "under_way", party=B, index=1)
    assert standing(told) == {A: NOTHING, B: ("done", "told", told.entry.id, 1)}
    assert standing(told, own)[B] == ("under_way", "own", own.entry.id, 2)


def test_another_book_that_claims_the_owners_own_word_only_tells():
    claimed = said(B, "done", party=A, index=4)
    assert standing(claimed)[B] == ("done", "told", claimed.entry.id, 1)
    own = said(B, "not_started", party=B, index=1)
    assert standing(claimed, own)[B] == ("not_started", "own", own.entry.id, 2)


def test_document_in_the_owners_book_is_not_its_own_word():
    read, own = said(B, "done", "document", party=B, index=7), said(B, "waiting", party=B, index=3)
    assert standing(read)[B] == ("done", "document", read.entry.id, 1)
    assert standing(read, own)[B] == ("waiting", "own", own.entry.id, 2)


def test_two_books_told_differently_give_one_answer_in_any_order():
    acts = [
        said(B, "done", "told", party=A, index=2),
        said(B, "waiting", "told", party=C, index=8),
        said(B, "replaced", "told", party=A, index=3),
    ]
    chosen = acts[2] if A < C else acts[1]
    answers = [standing(*order)[B] for order in permutations(acts)]
    assert answers == [(chosen.body["state"], "told", chosen.entry.id, 3)] * 6


def test_statement_of_no_owner_changes_nothing():
    assert standing(said(C, "done", party=C, index=2)) == {A: NOTHING, B: NOTHING}


def test_erased_statement_is_no_word():
    erased, before = said(A, "done", party=A, index=5, body=BodyState.ERASED), said(A, "under_way", party=A, index=4)
    assert standing(erased) == {A: NOTHING, B: NOTHING}
    assert standing(erased, before)[A] == ("under_way", "own", before.entry.id, 1)


def test_statement_with_a_wrong_state_is_found_and_is_no_word():
    wrong = said(A, "finished", party=A, index=5)
    assert standing(wrong) == {A: NOTHING, B: NOTHING}
    assert codes(folded(OPENING, wrong)) == [("field_wrong", wrong.entry.id, "state")]


def test_erased_agreed_item_keeps_its_owners():
    gone = enter("undertaking", {"title": wording("x"), "owners": [A]}, body=BodyState.ERASED)
    assert (folded(gone)["fields"], view(gone)["progress"][0]["owner"]) == ({"owners": [A]}, A)
