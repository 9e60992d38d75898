"""What each party last said of an obstacle stands side by side; nobody's word replaces another's."""

from itertools import permutations

import pytest

from comity.kinds import kind_of
from comity.record.errors import WrongValue
from comity.record.state import BodyState

from .world import A, B, C, codes, enter, example, fake, folded, view, wording


def raised(*, party=A, **fields):
    return enter("obstacle", {"title": wording("No cold store"), "state": "open", **fields}, party=party)


OPENING = raised(raised_by=[A], directed_to=[B])


def later(state, *, party, index, opening=OPENING, body=BodyState.HELD, **fields):
    given = {"title": wording("No cold store yet"), "state": state, "follows": [opening.entry.id], **fields}
    return enter("obstacle", given, party=party, index=index, body=body)


def standing(opening, *acts):
    """{whose word: (state, on whose word, entry, book, number of statements)}."""
    rows = view(opening, *acts)["words"]
    found = {row["stated_by"]: (row["state"], row["word"], row["entry"], row["party"], len(row["stated"])) for row in rows}
    assert [row["stated_by"] for row in rows] == sorted(found)
    return found


FIRST = ("open", "own", OPENING.entry.id, A, 1)


def test_first_word_is_of_who_raised_it():
    assert standing(OPENING) == {A: FIRST}
    told = raised(raised_by=sorted([B, C]), word="document")
    row = ("open", "document", told.entry.id, A, 1)
    assert standing(told) == {B: row, C: row}


def test_first_word_is_of_its_book_where_nobody_is_named():
    opening = raised()
    assert standing(opening) == {A: ("open", "own", opening.entry.id, A, 1)}


def test_sides_stand_beside_each_other():
    answer = later("answered", party=B, index=2, answer=wording("A cold store is planned."), answered_on="2026-05")
    assert standing(OPENING, answer) == {A: FIRST, B: ("answered", "own", answer.entry.id, B, 1)}


def test_last_own_word_in_the_order_of_the_book():
    first, last = later("settled", party=A, index=5), later("open", party=A, index=9)
    assert standing(OPENING, last, first) == {A: ("open", "own", last.entry.id, A, 3)}


def test_told_stands_until_the_party_speaks_itself():
    told = later("answered", party=A, index=9, stated_by=[B], word="told", told_by="Mạc Thu Sơn")
    own = later("conditions_not_there", party=B, index=1)
    assert standing(OPENING, told) == {A: FIRST, B: ("answered", "told", told.entry.id, A, 1)}
    assert standing(OPENING, told, own) == {A: FIRST, B: ("conditions_not_there", "own", own.entry.id, B, 2)}


@pytest.mark.parametrize("word", [{}, {"word": "own"}])
def test_another_book_that_claims_the_partys_own_word_only_tells(word):
    claimed = later("settled", party=A, index=4, stated_by=[B], **word)
    assert standing(OPENING, claimed)[B] == ("settled", "told", claimed.entry.id, A, 1)


def test_own_later_word_is_not_of_who_raised_it():
    answer = later("answered", party=B, index=2, raised_by=[A])
    assert standing(OPENING, answer) == {A: FIRST, B: ("answered", "own", answer.entry.id, B, 1)}


def test_two_books_told_differently_give_one_answer_in_any_order():
    acts = [later("settled", party=A, index=2, stated_by=[B]), later("open", party=C, index=8, stated_by=[B], word="document")]
    chosen, word = (acts[0], "told") if A < C else (acts[1], "document")
    answers = [standing(OPENING, *order)[B] for order in permutations(acts)]
    assert answers == [(chosen.body["state"], word, chosen.entry.id, chosen.entry.book, 2)] * 2


def test_entries_without_a_body_are_no_word():
    erased = later("settled", party=B, index=2, body=BodyState.ERASED)
    gone = enter("obstacle", {**OPENING.body, "raised_by": [A]}, body=BodyState.WITHHELD)
    assert (standing(OPENING, erased), standing(gone)) == ({A: FIRST}, {})
    assert standing(gone, later("answered", party=B, index=2, opening=gone)).keys() == {B}


def test_correction_of_the_first_entry_counts():
    changed = enter("correction", {"thing": [OPENING.entry.id], "changes": {"state": "settled"}}, index=4)
    assert standing(OPENING, changed) == {A: ("settled", "own", OPENING.entry.id, A, 1)}


def test_later_word_with_a_wrong_state_is_found_and_is_no_word():
    wrong = later("finished", party=B, index=2)
    assert standing(OPENING, wrong) == {A: FIRST}
    assert codes(folded(OPENING, wrong)) == [("field_wrong", wrong.entry.id, "state")]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"follows": sorted([fake(1), fake(2)])}, "follows"),
        ({"stated_by": sorted([A, B])}, "stated_by"),
        ({"raised_on": "2026-05", "answered_on": "2026-04"}, "answered_on"),
    ],
)
def test_what_does_not_fit_together_is_refused(fields, field):
    with pytest.raises(WrongValue) as refused:
        kind_of("obstacle").check_fields({**example("obstacle"), **fields})
    assert refused.value.values["field"] == field
