"""Adds language versions to what a thing says, as a correction in its own party's book.

- The other versions stay as they are; the correction bears the label of the thing and goes to whom the thing went.
"""

from __future__ import annotations

from collections.abc import Mapping

from comity.kinds import kind_of
from comity.procedures.clock import Moment
from comity.procedures.entering import Entering
from comity.procedures.own_books import own_book
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.errors import BodyNotHere, LanguageIsThere, NotAWording, TextsAreNotTranslated, UnknownThing
from comity.record.field import Field, Wording
from comity.record.kind import Kind
from comity.record.language import LANGUAGES, Language
from comity.store.home import Home

# By the name of a field: its new parts, each {lang, standing, text}.
Versions = Mapping[str, list[Value]]


def translate_wording(home: Home, name: str, versions: Versions, *, moment: Moment) -> EntryId:
    """Enters one correction that adds these language versions to the thing called `name`; returns its id.

    The field "" is the one the thing is called by.
    Raises: TextsAreNotTranslated, NotAWording, LanguageIsThere, BodyNotHere, UnknownThing, NoBookHere, and what
    `Entering.act` raises.
    """
    with home.write() as writing:
        thing = writing.resolve(name)
        row = writing.thing(thing)
        if row is None:
            raise UnknownThing(name=name)
        if row["kind"] == "text":
            raise TextsAreNotTranslated(name=name)
        fields = row["fields"]
        if row["body"] != "held" or not isinstance(fields, dict):
            raise BodyNotHere(name=name)
        kind = kind_of(str(row["kind"]))
        changes: Fields = {}
        for field, parts in ((_wording(kind, field), parts) for field, parts in versions.items()):
            changes[field.name] = _with(fields.get(field.name, []), parts, name=name)
        entering = Entering(home, writing, moment)
        given: Fields = {"thing": thing, "changes": changes, "label": row["label"], "audience": row["audience"]}
        correction = entering.act("correction", given, own_book(writing, str(row["party"])))
        entering.finish()
    return correction


def untranslated(kind: Kind, fields: Fields) -> list[tuple[Field, list[Language]]]:
    """The wordings among these fields that lack one of the three languages, each with those it lacks; none for a text."""
    wordings = [field for field in kind.fields if isinstance(field.form, Wording) and not field.many and field.name in fields]
    lacking = [(field, [lang for lang in LANGUAGES if lang not in _languages(fields[field.name])]) for field in wordings]
    return [] if kind.name == "text" else [(field, langs) for field, langs in lacking if langs]


def _wording(kind: Kind, name: str) -> Field:
    field = kind.field(name or kind.title)
    if not isinstance(field.form, Wording) or field.many:
        raise NotAWording(field=field.name)
    return field


def _with(value: Value, parts: list[Value], *, name: str) -> list[Value]:
    there, added = value if isinstance(value, list) else [], _languages(parts)
    for lang in _languages(there):
        if lang in added:
            raise LanguageIsThere(name=name, lang=lang)
    return [*there, *parts]


def _languages(value: Value) -> list[str]:
    return [str(part["lang"]) for part in value if isinstance(part, dict) and "lang" in part] if isinstance(value, list) else []
