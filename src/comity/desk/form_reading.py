"""From what stands in a form to what is entered, with every refusal beside its field rather than the first one alone."""

from __future__ import annotations

from comity.desk.asking import Ask
from comity.desk.form_filled import Filled
from comity.desk.form_kinds import is_required, typed_fields
from comity.paper.labels import kind_label
from comity.paper.names import listed
from comity.paper.refusal import refusal_sentence
from comity.paper.translate import translate
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.errors import ComityError, MissingField, WrongThing, WrongValue
from comity.record.field import Field, Line, Prose, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import LANGUAGES, Standing

Errors = dict[str, str]

# Where the entry itself is spoken of, by what an error calls it.
OF_ENTRY = {"label": "entry.label", "audience": "entry.audience", "id": "entry.short"}


def read_form(ask: Ask, kind: Kind, filled: Filled) -> tuple[Fields, Errors]:
    """The fields given, and what is wrong with them as sentences by the name of the control."""
    given: Fields = {}
    errors: Errors = {}
    for field in typed_fields(kind):
        try:
            value = value_of(ask, field, filled)
            if value is not None:
                given[field.name] = value
            elif is_required(kind, field):
                raise MissingField(field=field.name)
        except ComityError as problem:
            errors[field.name] = said_at(problem, kind, ask.lang)
    for part in ("label", "audience"):
        values = filled(f"entry.{part}")
        if values:
            given[part] = list[Value](values) if part == "audience" else values[0]
    return given, errors


def place_of(problem: ComityError, kind: Kind) -> str:
    """The control a refusal speaks of; "" for the whole form."""
    named = str(problem.values.get("field", ""))
    if problem.code == "name_taken":
        return "entry.short"
    if named in OF_ENTRY:
        return OF_ENTRY[named]
    head = named.partition(".")[0]
    return head if head in {field.name for field in typed_fields(kind)} else ""


def said_at(problem: ComityError, kind: Kind, lang: str) -> str:
    """The refusal as a sentence; fields are called as this kind calls them."""
    _ = translate(lang)
    named = str(problem.values.get("field", ""))
    head, dot, rest = named.partition(".")
    calls = {field.name: field.labels.in_language(lang) for field in kind.fields} | {"id": _("Short name")}
    if head in calls and head != calls[head]:
        problem = type(problem)(**{**problem.values, "field": calls[head] + dot + rest})
    return refusal_sentence(problem, lang)


def wording(filled: Filled, name: str) -> list[Value]:
    """The parts of one wording; none where no language has a text."""
    parts: list[Value] = []
    for lang in LANGUAGES:
        text, standing = filled.one(f"{name}.{lang}"), filled.one(f"{name}.{lang}.standing", Standing.AUTHENTIC)
        if text:
            parts.append({"lang": lang, "standing": standing, "text": text})
    return parts


def value_of(ask: Ask, field: Field, filled: Filled) -> Value | None:
    """What was typed into one field, as the record keeps it; None for nothing. Raises: what the field refuses."""
    value = _typed(field, filled)
    if value is None or value == []:
        return None
    if isinstance(field.form, Ref):
        rows = value if isinstance(value, list) else [value]
        return [_reference(ask, field, field.form, str(row)) for row in rows]
    read = field.read(value, lang=ask.lang)
    for text in read if isinstance(read, list) else [read]:
        _demand_short(field, text)
    field.check(read)
    return read


def _typed(field: Field, filled: Filled) -> Value | None:
    if isinstance(field.form, Wording):
        if not field.many:
            return wording(filled, field.name)
        rows = [wording(filled, f"{field.name}.{row}") for row in range(filled.counted(field.name))]
        return list[Value](row for row in rows if row)
    texts = filled(field.name)
    return list[Value](texts) if field.many else next(iter(texts), None)


def _reference(ask: Ask, field: Field, form: Ref, name: str) -> EntryId:
    """The id meant; nothing is entered for it, whatever was typed. Raises: UnknownThing, AmbiguousName, WrongThing."""
    target = ask.reading.resolve(name)
    entry = ask.reading.entry(target)
    if not form.takes(entry.envelope.kind if entry and entry.envelope else ""):
        kinds = listed((kind_label(kind, ask.lang) for kind in form.kinds), ask.lang)
        raise WrongThing(field=field.name, expected=kinds or form.expected, name=name[:40])
    return target


def _demand_short(field: Field, value: Value) -> None:
    """Says how long a text is where it is too long, which the form by itself does not."""
    if isinstance(field.form, Line | Prose) and isinstance(value, str) and len(value) > field.form.longest:
        raise WrongValue(field=field.name, value=f"{value[:24]}…", expected=f"at most {field.form.longest} characters")
