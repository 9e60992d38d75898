import pytest

from comity.kinds import kind_of
from comity.record.errors import WrongValue

from .world import B, enter, example, folded

TEXT = enter("text", example("text"))


def test_reservation_stands_beside_the_text_and_changes_nothing():
    fields = {**example("reservation"), "text": [TEXT.entry.id]}
    reserved = enter("reservation", fields, party=B, index=3)
    row, alone = folded(TEXT, reserved), folded(TEXT)
    assert [(said["kind"], said["party"], said["fields"]) for said in row["statements"]] == [("reservation", B, fields)]
    assert {**row, "statements": []} == alone


def test_reservation_needs_no_persons_key_and_binds_nothing():
    kind = kind_of("reservation")
    assert (kind.signed, kind.binding, kind.opens) == (False, False, False)


@pytest.mark.parametrize("clause", [0, -1, True, "1"])
def test_clauses_are_counted_from_one(clause):
    with pytest.raises(WrongValue) as refused:
        kind_of("reservation").check_fields({**example("reservation"), "clause": clause})
    assert refused.value.values["field"] == "clause"
