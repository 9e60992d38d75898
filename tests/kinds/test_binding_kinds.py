"""What must fit together in kinds that bind: texts, keys, successors."""

import pytest

from comity.kinds import kind_of
from comity.record.errors import MissingField, WrongValue

from .world import A, B, example, fake, wording


def refused(kind, **fields):
    changed = {**example(kind), **fields}
    with pytest.raises((WrongValue, MissingField)) as problem:
        kind_of(kind).check_fields({name: value for name, value in changed.items() if value is not None})
    return problem.value.code, problem.value.values["field"]


def test_text_needs_an_authentic_language_version():
    machine = [{"lang": "en", "standing": "machine", "text": "The ferry runs."}]
    assert refused("text", clauses=[machine]) == ("wrong_value", "clauses")
    kind_of("text").check_fields({**example("text"), "clauses": [machine, wording("x")]})


ON_A_TEXT = ["initialling", "signature", "refusal", "reservation", "paper_attestation", "withdrawal"]


@pytest.mark.parametrize("kind", ["text", *ON_A_TEXT])
def test_one_item(kind):
    assert refused(kind, item=sorted([fake(1), fake(2)])) == ("wrong_value", "item")


@pytest.mark.parametrize("kind", ON_A_TEXT)
def test_one_text(kind):
    assert refused(kind, text=sorted([fake(1), fake(2)])) == ("wrong_value", "text")


def test_authorization_does_not_end_before_it_begins():
    assert refused("authorization", from_on="2026-03-01", until_on="2026-02-28") == ("wrong_value", "until_on")


@pytest.mark.parametrize(
    ("what", "old", "new", "problem"),
    [
        ("book", None, fake(1), ("missing_field", "old")),
        ("book", fake(1), None, ("missing_field", "new")),
        ("officer", None, fake(1), ("missing_field", "old")),
        ("recovery", None, None, ("missing_field", "new")),
        ("recovery", fake(1), fake(1), ("wrong_value", "new")),
    ],
)
def test_change_of_key_that_changes_nothing_is_refused(what, old, new, problem):
    assert refused("key_change", what=what, old=old, new=new) == problem


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [("book", 1, 2), ("officer", 1, None), ("officer", 1, 2), ("recovery", None, 2), ("recovery", 1, None), ("recovery", 1, 2)],
)
def test_change_of_key_that_can_be_made(what, old, new):
    keys = {name: fake(key) for name, key in (("old", old), ("new", new)) if key}
    kind_of("key_change").check_fields({"what": what, **keys})


def test_succession_is_of_one_party_by_another():
    assert refused("succession", old=[A], successor=[A]) == ("wrong_value", "successor")
    assert refused("succession", old=sorted([A, B])) == ("wrong_value", "old")


def test_closing_names_at_most_one_successor():
    assert refused("close", successor=sorted([A, B])) == ("wrong_value", "successor")
