"""The form for new values, and references to entries of any kind."""

import pytest

from comity.record.errors import HiddenCharacter, WrongValue
from comity.record.field import Changes, Ref

from .world import fake

FORM = Changes()


@pytest.mark.parametrize(
    "value", [{"due_on": "2027-10"}, {"title": [{"lang": "vi", "text": "Bến phà"}]}, {"binds": True, "edition": 7}]
)
def test_new_values_are_taken(value):
    FORM.check(value, field="changes")
    assert FORM.read(value, field="changes", lang="vi") == value


@pytest.mark.parametrize("value", [{}, [], "due_on", 3, {"Due": "x"}, {"due-on": "x"}, {"": "x"}])
def test_what_is_no_new_value_is_refused(value):
    with pytest.raises(WrongValue) as refused:
        FORM.check(value, field="changes")
    assert (refused.value.values["field"], refused.value.values["expected"]) == ("changes", FORM.expected)


@pytest.mark.parametrize("value", [{"a": "x\u200b"}, {"a": ["x\u200b"]}, {"a": [{"b": "x\u200b"}]}])
def test_hidden_characters_are_refused_at_any_depth(value):
    with pytest.raises(HiddenCharacter) as refused:
        FORM.check(value, field="changes")
    assert refused.value.values == {"field": "changes.a", "character": "U+200B"}


def test_new_values_are_read_from_typed_json():
    typed = [FORM.read(text, field="changes", lang="en") for text in ('{"due_on": "2027-10"}', "due_on=2027", '{"a": null}')]
    assert typed == [{"due_on": "2027-10"}, "due_on=2027", '{"a": null}']


def test_reference_to_any_kind_but_some():
    forms = [Ref(), Ref(("item", "text")), Ref(never=("text",)), Ref(("item", "text"), never=("text",))]
    assert [[form.takes(kind) for kind in ("item", "text", "party")] for form in forms] == [
        [True, True, True],
        [True, True, False],
        [True, False, True],
        [True, False, False],
    ]
    assert [form.expected for form in forms] == [
        "the id of an entry",
        "the id of item or text",
        "the id of an entry, not of text",
        "the id of item or text, not of text",
    ]
    for form in forms:
        form.check(fake("entry"), field="thing")
