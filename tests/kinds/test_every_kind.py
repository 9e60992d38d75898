"""What holds of every kind, whatever it is about."""

import importlib
import re
from dataclasses import replace
from itertools import combinations

import pytest

from comity.kinds import every_kind, kind_of
from comity.record.act import decode_body, encode_body
from comity.record.errors import MissingField, UnknownField, UnknownKind, WrongValue
from comity.record.field import Choice, Field, Line, Place, Record, Ref, Wording
from comity.record.language import Labels

from .world import codes, enter, example, folded

KINDS = list(every_kind())
HAN = re.compile("[\u3400-\u9fff]")
# Read by the program out of what is typed beside the fields, or kept for the proofs.
RESERVED = {"kind", "label", "audience", "proofs"}

every = pytest.mark.parametrize("name", KINDS)


def choices(kind):
    """Every list of words a kind offers, by field."""
    for field in kind.fields:
        forms = {field.name: field.form}
        if isinstance(field.form, Record):
            forms |= {f"{field.name}.{part}": form for part, form in field.form.parts.items()}
        yield from ((where, form.options) for where, form in forms.items() if isinstance(form, Choice))


def labels_of(kind):
    yield from (kind.labels, kind.plural, kind.meaning)
    for field in kind.fields:
        yield field.labels
        yield from [field.hint] if field.hint else []
    for _, options in choices(kind):
        yield from options.values()


@every
def test_labels_stand_in_three_languages(name):
    for labels in labels_of(kind_of(name)):
        assert labels.en.strip()
        assert labels.vi.strip()
        assert HAN.search(labels.zh_hans)
        assert not HAN.search(labels.en + labels.vi)
        assert len({labels.en, labels.vi, labels.zh_hans}) == 3


@every
def test_meanings_are_one_sentence(name):
    meaning = kind_of(name).meaning
    assert (meaning.en[-1], meaning.vi[-1], meaning.zh_hans[-1]) == (".", ".", "。")


@pytest.mark.parametrize("language", ["en", "vi", "zh-Hans"])
def test_no_two_kinds_are_called_the_same(language):
    called = {name: {kind.labels.in_language(language), kind.plural.in_language(language)} for name, kind in every_kind().items()}
    assert [(one, other) for one, other in combinations(called, 2) if called[one] & called[other]] == []


@every
@pytest.mark.parametrize("language", ["en", "vi", "zh-Hans"])
def test_no_two_fields_or_choices_are_called_the_same(name, language):
    kind = kind_of(name)
    groups = [[field.labels for field in kind.fields], *(list(options.values()) for _, options in choices(kind))]
    for group in groups:
        shown = [labels.in_language(language) for labels in group]
        assert sorted(set(shown)) == sorted(shown)


@every
def test_example_fits(name):
    kind_of(name).check_fields(example(name))


@every
def test_example_gives_what_must_be_typed_and_nothing_that_is_computed(name):
    kind = kind_of(name)
    typed = {field.name for field in kind.fields if field.required and not field.computed}
    if name == "text":
        typed.remove("parties")
    assert [field.name for field in kind.fields if field.computed and field.name in kind.example] == []
    assert typed - kind.example.keys() == set()


def referred(kind, given):
    """What the references of an act as typed lead to: (field, kind, the act given in place or the example)."""
    for name, value in given.items():
        form = kind.field(name).form
        for each in (value if isinstance(value, list) else [value]) if isinstance(form, Ref) else []:
            if isinstance(each, dict):
                yield form, each["kind"], {key: part for key, part in each.items() if key != "kind"}
            else:
                target = "charter" if each == "self" else each.removeprefix("@")
                yield form, target, {} if each == "self" else kind_of(target).example


def enterable(name, given, above):
    assert name not in above, "an example that needs itself first can never be entered"
    for form, target, inner in referred(kind_of(name), given):
        assert form.takes(target)
        enterable(target, inner, {*above, name} - {"charter"})


@every
def test_example_leads_only_to_what_can_be_entered_first(name):
    enterable(name, kind_of(name).example, set())


@every
def test_required_fields_are_asked_for(name):
    kind, fields = kind_of(name), example(name)
    for field in [field for field in kind.fields if field.required]:
        with pytest.raises(MissingField) as refused:
            kind.check_fields({key: value for key, value in fields.items() if key != field.name})
        assert refused.value.values == {"field": field.name}


@every
def test_unknown_field_is_refused(name):
    with pytest.raises(UnknownField) as refused:
        kind_of(name).check_fields({**example(name), "no_such_field": "x"})
    assert refused.value.values == {"kind": name, "field": "no_such_field"}


@every
def test_wrong_value_is_refused_in_each_field(name):
    kind = kind_of(name)
    for field in kind.fields:
        wrong = 3 if isinstance(field.form, Record) else {}
        with pytest.raises(WrongValue) as refused:
            kind.check_fields({**example(name), field.name: [wrong] if field.many else wrong})
        assert (refused.value.code, refused.value.values["field"]) == ("wrong_value", field.name)


@every
def test_body_round_trip(name):
    body = {field.name: example(name)[field.name] for field in kind_of(name).at(Place.BODY) if field.name in example(name)}
    assert decode_body(encode_body(body)) == body


@every
def test_example_folds_to_its_fields_without_a_finding(name):
    act = enter(name, example(name), index=0 if name == "charter" else 1)
    row = folded(act)
    assert (row["kind"], row["fields"], row["findings"], row["body"]) == (name, example(name), [], "held")


@every
def test_act_that_does_not_fit_shows_a_finding_and_no_body(name):
    kind = kind_of(name)
    first = kind.at(Place.BODY)[0].name
    act = enter(name, {**example(name), first: {}})
    enveloped = {key: value for key, value in example(name).items() if kind.field(key).place is not Place.BODY}
    assert {code[:2] for code in codes(folded(act))} == {("field_wrong", act.entry.id)}
    assert folded(act)["fields"] == enveloped


@every
def test_fields_are_named_plainly_and_once(name):
    names = [field.name for field in kind_of(name).fields]
    assert [field for field in names if not re.fullmatch("[a-z_]{1,40}", field) or field in RESERVED] == []
    assert sorted(set(names)) == sorted(names)


@every
def test_envelope_holds_no_names_or_wording(name):
    kind = kind_of(name)
    assert [field.name for field in kind.at(Place.REFS) if not (isinstance(field.form, Ref) and field.many)] == []
    free = [form for form in (field.form for field in kind.at(Place.BIND)) if isinstance(form, Line) and not form.pattern]
    assert free == []
    assert [field.name for field in kind.at(Place.BIND) if isinstance(field.form, Wording)] == []
    assert [field.name for field in kind.at(Place.BODY) if isinstance(field.form, Ref)] == []


@every
def test_references_name_kinds_that_are_there(name):
    forms = [field.form for field in kind_of(name).fields if isinstance(field.form, Ref)]
    assert {kind for form in forms for kind in (*form.kinds, *form.never)} - set(KINDS) == set()


@every
def test_title_is_a_field_of_the_body_that_can_be_read(name):
    kind = kind_of(name)
    if kind.title or kind.opens:
        field = kind.field(kind.title)
        assert field.place is Place.BODY
        assert isinstance(field.form, Line | Wording)


@every
def test_file_bears_the_name_of_the_kind(name):
    assert importlib.import_module(f"comity.kinds.{name}").KIND is kind_of(name)


def test_kinds_stand_in_one_order_and_closing_comes_last():
    orders = [kind.order for kind in every_kind().values()]
    assert orders == sorted(set(orders))
    assert KINDS[-1] == "close"


def test_unknown_kind_is_refused():
    with pytest.raises(UnknownKind) as refused:
        kind_of("treaty")
    assert refused.value.values == {"kind": "treaty"}


def test_planted_faults_are_found():
    field = Field("title", Labels("a", "", "甲"), Line())
    kind = replace(kind_of("item"), fields=(field, replace(field, place=Place.BIND)))
    assert [labels.vi for labels in labels_of(kind)][3:] == ["", ""]
