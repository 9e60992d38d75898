import pytest

from comity.kinds import kind_of
from comity.record.errors import WrongValue

from .world import A, B, enter, example, view

OPENING = enter("post_holding", example("post_holding"))


def test_nobody_is_said_to_have_taken_over():
    assert view(OPENING) == {"followed_by": []}


def test_who_took_the_post_over_is_named_in_whosever_book():
    next_one = {**example("post_holding"), "holder": "Tạ Minh Khê", "takes_over_from": [OPENING.entry.id]}
    own, told = enter("post_holding", next_one, index=5), enter("post_holding", next_one, party=B, index=2)
    expected = [act.entry.id for act in sorted([own, told], key=lambda act: act.entry.book)]
    assert view(OPENING, own, told) == {"followed_by": expected}


@pytest.mark.parametrize(
    ("fields", "field"), [({"party": sorted([A, B])}, "party"), ({"from_on": "2025-07", "until_on": "2025-06-30"}, "until_on")]
)
def test_what_does_not_fit_together_is_refused(fields, field):
    with pytest.raises(WrongValue) as refused:
        kind_of("post_holding").check_fields({**example("post_holding"), **fields})
    assert refused.value.values["field"] == field
