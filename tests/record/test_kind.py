"""A kind checks all fields of an act together."""

from __future__ import annotations

import pytest

from comity.record.errors import MissingField, UnknownField, WrongValue
from comity.record.field import Day, Field, Line, Place, Ref
from comity.record.kind import Kind
from comity.record.language import Labels

LABELS = Labels("a", "b", "c")


def kind(name="progress", **given):
    fields = (
        Field("thing", LABELS, Ref(("undertaking",)), required=True, many=True, place=Place.REFS),
        Field("said", LABELS, Line(), required=True),
        Field("seen_on", LABELS, Day(), **given),
    )
    return Kind(name, 1, LABELS, LABELS, LABELS, "design section 5", fields, {})


GOOD = {"thing": ["0a" * 32], "said": "under way"}


def test_a_kind_takes_its_fields_and_nothing_else():
    kind().check_fields(GOOD)
    kind().check_fields({**GOOD, "seen_on": "2026"})
    with pytest.raises(UnknownField, match="more"):
        kind().check_fields({**GOOD, "more": 1})
    with pytest.raises(MissingField, match="said"):
        kind().check_fields({"thing": GOOD["thing"]})
    with pytest.raises(WrongValue, match="seen_on"):
        kind().check_fields({**GOOD, "seen_on": "soon"})


def test_a_kind_knows_its_fields_by_name_and_place():
    assert kind().field("said").form == Line()
    assert [field.name for field in kind().at(Place.BODY)] == ["said", "seen_on"]
    assert [field.name for field in kind().at(Place.REFS)] == ["thing"]
    with pytest.raises(UnknownField):
        kind().field("more")


def test_a_kind_is_binding_when_it_binds_and_signed_when_it_is_void_without():
    assert (kind().binding, kind().signed) == (False, False)
    assert (kind(place=Place.BIND).binding, kind(place=Place.BIND).signed) == (True, False)
    assert (kind("signature").binding, kind("signature").signed) == (True, True)


def test_a_kind_shows_nothing_and_checks_nothing_more_unless_it_says_so():
    assert kind().effect(None) == {}
    assert kind().check(GOOD) is None
