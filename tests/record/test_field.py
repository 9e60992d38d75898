"""The forms: what the record accepts, and how it is read from what a person typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.record.canonical import LARGEST
from comity.record.errors import ComityError, HiddenCharacter, MissingField, TextNotNfc, WrongValue
from comity.record.field import (
    ADDRESS,
    DIGEST,
    PUBLIC_KEY,
    Changes,
    Choice,
    Day,
    Evidence,
    Field,
    Flag,
    Line,
    Prose,
    Record,
    Ref,
    Whole,
    Wording,
)
from comity.record.language import TAG, Labels

LABELS = Labels("a", "b", "c")
COLOUR = Choice({"red": LABELS, "blue": LABELS})
VI = {"lang": "vi", "standing": "authentic", "text": "Cửa khẩu"}
EN = {"lang": "en", "standing": "official", "text": "gate"}

FITS = [
    (Line(), "one line"),
    (Line(5), "abcde"),
    (DIGEST, "0a" * 32),
    (PUBLIC_KEY, "0a" * 32),
    (ADDRESS, "https://example.org/a?b=c"),
    (Prose(), "two\nlines\twith a tab"),
    (Day(), "2024"),
    (Day(), "2024-02"),
    (Day(), "2024-02-29"),
    (Day(whole=True), "2024-02-29"),
    (Whole(), 0),
    (Whole(-1, 1), -1),
    (Flag(), False),
    (COLOUR, "red"),
    (Wording(), [EN, VI]),
    (Evidence(), {"start": 0, "end": 2, "quote": "口岸"}),
    (Record({"day": Day(), "count": Whole()}, ("day",)), {"day": "2024"}),
    (Changes(), {"due_on": "2027", "tags": [{"x": "y"}, 1]}),
    (Ref(("item",)), "0a" * 32),
]

DOES_NOT_FIT = [
    (Line(), ""),
    (Line(), "two\nlines"),
    (Line(), 7),
    (Line(5), "abcdef"),
    (DIGEST, "0A" * 32),
    (DIGEST, "0a"),
    (ADDRESS, "ftp://x"),
    (Prose(), ""),
    (Prose(3), "abcd"),
    (Prose(), ["x"]),
    (Day(), "2023-02-29"),
    (Day(), "2024-13"),
    (Day(), "24"),
    (Day(), 2024),
    (Day(), "2024-2-1"),
    (Day(), "0000"),
    (Day(whole=True), "2024-02"),
    (Whole(), -1),
    (Whole(0, 5), 6),
    (Whole(), True),
    (Whole(), "1"),
    (Flag(), "true"),
    (Flag(), 1),
    (COLOUR, "green"),
    (COLOUR, ["red"]),
    (Wording(), []),
    (Wording(), "x"),
    (Wording(), ["x"]),
    (Wording(), [VI, EN]),
    (Wording(), [VI, VI]),
    (Wording(), [{**VI, "lang": "Vi"}]),
    (Wording(), [{**VI, "standing": "good"}]),
    (Wording(), [{**VI, "standing": ["authentic"]}]),
    (Wording(), [{**VI, "text": ""}]),
    (Wording(), [{**VI, "more": 1}]),
    (Wording(2), [VI]),
    (Wording(), [{**VI, "lang": ["vi"]}]),
    (Evidence(), "x"),
    (Evidence(), {"start": 0, "end": 1, "quote": "ab"}),
    (Evidence(), {"start": 1, "end": 1, "quote": ""}),
    (Evidence(), {"start": True, "end": 2, "quote": "a"}),
    (Evidence(), {"start": 0}),
    (Record({"day": Day()}, ("day",)), {}),
    (Record({"day": Day()}), {"week": 1}),
    (Record({"day": Day()}), {"day": "x"}),
    (Record({}), "x"),
    (Changes(), {}),
    (Changes(), "x"),
    (Changes(), {"Due": 1}),
    (Ref(("item",)), "item"),
    (Ref(()), 7),
]


@pytest.mark.parametrize(("form", "value"), FITS)
def test_a_value_that_fits_is_taken(form, value):
    form.check(value, field="f")
    assert form.read(value, field="f", lang="vi") == value


@pytest.mark.parametrize(("form", "value"), DOES_NOT_FIT)
def test_a_value_that_does_not_fit_is_refused_with_what_is_expected(form, value):
    with pytest.raises(WrongValue) as refusal:
        form.check(value, field="f")
    assert str(refusal.value.values["field"]).startswith("f")
    assert refusal.value.values["expected"]
    assert form.expected


@pytest.mark.parametrize("form", [Line(), Prose()])
def test_text_that_could_be_seen_in_two_ways_is_refused(form):
    with pytest.raises(TextNotNfc):
        form.check("Cu\u031b\u0309a", field="f")
    with pytest.raises(HiddenCharacter):
        form.check("a\u200bb", field="f")


def test_text_within_a_value_is_refused_with_its_place():
    with pytest.raises(HiddenCharacter, match=r"clause\.vi"):
        Wording().check([{**VI, "text": "a\u202eb"}], field="clause")
    with pytest.raises(HiddenCharacter, match=r"changes\.title"):
        Changes().check({"title": [{"text": "\ufeff"}]}, field="changes")


def test_a_long_value_is_shown_short():
    with pytest.raises(WrongValue) as refusal:
        DIGEST.check("x" * 100, field="f")
    assert refusal.value.values["value"] == "x" * 39 + "…"


TYPED = [
    (Line(), "  words ", "words"),
    (Prose(), " a\nb ", "a\nb"),
    (Day(), 2024, "2024"),
    (Day(), " 2024-02 ", "2024-02"),
    (Day(), True, True),
    (Whole(), " 12 ", 12),
    (Whole(), "-3", -3),
    (Whole(), "twelve", "twelve"),
    (Flag(), "yes", True),
    (Flag(), "false", False),
    (Flag(), "perhaps", "perhaps"),
    (COLOUR, " red ", "red"),
    (Wording(), " Cửa khẩu ", [VI]),
    (Wording(), {"en": "gate", "vi": "Cửa khẩu"}, [{**EN, "standing": "authentic"}, VI]),
    (Wording(), [VI, EN], [EN, VI]),
    (Wording(), [{"lang": "vi", "text": " Cửa khẩu "}, {**EN, "text": " "}], [VI]),
    (Wording(), 7, 7),
    (Wording(), ["x"], ["x"]),
    (Wording(), {"vi": 7}, [{"lang": "vi", "standing": "authentic", "text": 7}]),
    (Record({"n": Whole()}), {"n": "3"}, {"n": 3}),
    (Record({"n": Whole()}), {"m": "3"}, {"m": "3"}),
    (Record({"n": Whole()}), "x", "x"),
    (Changes(), '{"due_on": "2027"}', {"due_on": "2027"}),
    (Changes(), "not JSON", "not JSON"),
    (Changes(), {"a": 1}, {"a": 1}),
]


@pytest.mark.parametrize(("form", "given", "value"), TYPED)
def test_what_a_person_typed_is_read(form, given, value):
    assert form.read(given, field="f", lang="vi") == value


def test_a_reference_says_which_kinds_it_takes():
    assert Ref(("item", "text")).expected == "the id of item or text"
    assert Ref().expected == "the id of an entry"
    assert Ref(never=("text",)).expected == "the id of an entry, not of text"
    assert [Ref(("item",)).takes(kind) for kind in ("item", "text")] == [True, False]
    assert [Ref(never=("text",)).takes(kind) for kind in ("item", "text")] == [True, False]


def test_a_field_of_many_takes_a_list_and_reads_a_single_value_as_one():
    field = Field("days", LABELS, Day(), many=True, required=True)
    field.check(["2024", "2025-01"])
    with pytest.raises(WrongValue, match="a list"):
        field.check("2024")
    with pytest.raises(MissingField):
        field.check([])
    with pytest.raises(WrongValue):
        field.check(["x"])
    assert field.read("2024", lang="vi") == ["2024"]
    assert field.read([2024, "2025"], lang="vi") == ["2024", "2025"]


def test_a_field_of_one_is_checked_and_read_by_its_form():
    field = Field("day", LABELS, Day())
    field.check("2024")
    assert field.read(2024, lang="vi") == "2024"


def test_references_may_be_typed_in_one_line():
    field = Field("items", LABELS, Ref(("item",)), many=True)
    assert field.read("a, b ,", lang="vi") == ["a", "b"]
    assert field.read(["a", "b"], lang="vi") == ["a", "b"]
    assert field.read(["a,b"], lang="vi") == ["a", "b"]


def test_one_wording_is_told_from_a_list_of_wordings():
    field = Field("clauses", LABELS, Wording(), many=True)
    assert field.read([VI], lang="vi") == [[VI]]
    assert field.read([[VI], "Cửa khẩu"], lang="vi") == [[VI], [VI]]
    assert field.read([], lang="vi") == []


ANY = st.recursive(
    st.booleans() | st.integers(-LARGEST, LARGEST) | st.text(max_size=5),
    lambda parts: (
        st.lists(parts, max_size=3) | st.dictionaries(st.sampled_from(["lang", "standing", "text", "start", "x"]), parts)
    ),
    max_leaves=5,
)


@settings(max_examples=15)
@given(value=ANY | st.lists(st.fixed_dictionaries({"lang": ANY, "standing": ANY, "text": ANY}), max_size=2))
@pytest.mark.parametrize("form", list(dict.fromkeys(type(form) for form, _ in FITS)), ids=lambda form: form.__name__)
def test_no_value_of_a_peer_raises_anything_but_a_refusal(form, value):
    made = next(given for given, _ in FITS if type(given) is form)
    for many in (True, False):
        field = Field("f", LABELS, made, many=many)
        field.read(value, lang="vi")
        try:
            field.check(value)
        except ComityError as refusal:
            known = refusal.code
        else:
            known = ""
        assert known in ("", "wrong_value", "text_not_nfc", "hidden_character")


def test_ids_and_tags_of_languages_may_be_given_in_a_row_and_lines_of_text_keep_their_commas():
    tags = Field("f", Labels("x", "x", "x"), Line(12, TAG.pattern), many=True)
    lines = Field("f", Labels("x", "x", "x"), Line(), many=True)
    assert (tags.read("vi, zh-Hans", lang="en"), lines.read("a, b", lang="en")) == (["vi", "zh-Hans"], ["a, b"])
