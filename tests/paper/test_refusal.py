import pytest

from comity.kinds import every_kind
from comity.paper.refusal import part_in_language, refusal_sentence
from comity.paper.translate import catalogue
from comity.record.errors import ComityError, DraftSettled, MissingField, WrongValue, every_error
from comity.record.field import (
    ADDRESS,
    DIGEST,
    PUBLIC_KEY,
    Choice,
    Day,
    Evidence,
    Flag,
    Form,
    Line,
    Prose,
    Record,
    Ref,
    Whole,
    Wording,
)

FORMS: list[Form] = [
    ADDRESS,
    DIGEST,
    PUBLIC_KEY,
    Choice({"a": None}),
    Day(),
    Day(whole=True),
    Evidence(),
    Flag(),
    Line(),
    Prose(),
    Record({"a": Line()}),
    Ref(("party",)),
    Whole(1, 9),
    Wording(),
]


@pytest.mark.parametrize("code", sorted(every_error()))
@pytest.mark.parametrize("lang", ["vi", "zh-Hans"])
def test_every_refusal_is_said(code, lang):
    error = every_error()[code]
    assert error.sentence in catalogue(lang)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: type(form).__name__)
@pytest.mark.parametrize("lang", ["vi", "zh-Hans"])
def test_what_a_form_expects_is_said(form, lang):
    assert part_in_language(form.expected, lang) != form.expected or form.expected in ("true or false",)


def test_the_parts_are_translated_too():
    error = WrongValue(field="due_on", value="soon", expected="a date like 2024-02-27, 2024-02 or 2024")
    assert [refusal_sentence(error, lang) for lang in ("en", "vi", "zh-Hans")] == [
        "The field Planned for does not take soon: a date like 2024-02-27, 2024-02 or 2024.",
        "Trường Dự kiến không nhận soon; cần: một ngày, tháng hoặc năm, ví dụ 2024-02-27, 2024-02 hoặc 2024.",
        "字段 计划时间 不接受 soon；应为：日期，例如 2024-02-27、2024-02 或 2024。",
    ]


def test_settled_draft_is_said():
    error = DraftSettled(number=3, state="dropped")
    assert [refusal_sentence(error, lang) for lang in ("en", "vi", "zh-Hans")] == [
        "Draft 3 was already dropped.",
        "Bản nháp 3 trước đó đã bỏ.",
        "草稿 3 此前已舍弃。",
    ]


def test_unknown_field_keeps_its_name():
    assert refusal_sentence(MissingField(field="no_such_field"), "en") == "The field no_such_field is missing."


def test_a_bare_room_is_said_by_its_name():
    assert refusal_sentence(ComityError(), "vi") == "ComityError"


def test_every_kind_has_a_label():
    assert [kind.name for kind in every_kind().values() if not kind.labels.vi or not kind.plural.zh_hans] == []
