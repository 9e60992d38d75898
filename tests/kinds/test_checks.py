import pytest

from comity.kinds.checks import all_of, in_order, one_of, single
from comity.record.errors import MissingField, WrongValue


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026", "2026"), ("2026-02", "2026-02-01"), ("2026-02-27", "2026"), ("2026-02-27", "2026-02-27"), ("2025-12-31", "2026")],
)
def test_days_in_order_as_far_as_said(first, last):
    in_order("a", "b")({"a": first, "b": last})


@pytest.mark.parametrize(("first", "last"), [("2027", "2026"), ("2026-03", "2026-02-28"), ("2026-02-27", "2026-02-26")])
def test_last_day_before_the_first_is_refused(first, last):
    with pytest.raises(WrongValue) as refused:
        in_order("a", "b")({"a": first, "b": last})
    assert refused.value.values == {"field": "b", "value": last, "expected": f"not before {first}"}


@pytest.mark.parametrize("fields", [{}, {"a": "2026"}, {"b": "2026"}, {"a": ["2027"], "b": "2026"}])
def test_days_that_are_not_said_are_in_order(fields):
    in_order("a", "b")(fields)


def test_more_than_one_id_is_refused_where_one_belongs():
    single("a", "b")({"a": ["x"], "c": ["x", "y"], "b": "x"})
    with pytest.raises(WrongValue) as refused:
        single("a", "b")({"a": ["x"], "b": ["x", "y"]})
    assert refused.value.values == {"field": "b", "value": "2 ids", "expected": "one id"}


@pytest.mark.parametrize("fields", [{"a": "x"}, {"b": "x"}, {"a": "x", "b": "x"}])
def test_one_of_two_fields_is_enough(fields):
    one_of("a", "b")(fields)


def test_none_of_two_fields_is_refused_and_the_first_named():
    with pytest.raises(MissingField) as refused:
        one_of("a", "b")({"a": "", "c": "x"})
    assert refused.value.values == {"field": "a"}


def test_all_checks_are_made_in_turn():
    check = all_of(single("a"), single("b"))
    for fields, field in (({"a": ["x", "y"], "b": ["x", "y"]}, "a"), ({"a": ["x"], "b": ["x", "y"]}, "b")):
        with pytest.raises(WrongValue) as refused:
            check(fields)
        assert refused.value.values["field"] == field
