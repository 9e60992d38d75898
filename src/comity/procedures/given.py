"""What a person gives for an act: JSON from a file, or words like title.vi=... from a command line."""

from __future__ import annotations

from collections.abc import Iterable

from comity.record import canonical
from comity.record.act import LONGEST
from comity.record.canonical import Fields, Value
from comity.record.errors import EmptyEntry, NotAFieldWord, NotJson, TooLong, WrongValue


def read_given(raw: bytes, *, kind: str) -> Fields:
    """The fields in a JSON object of at most 65,535 bytes; "kind" may stand in it and must be `kind`.

    Raises: EmptyEntry, TooLong, NotUtf8, NotJson, NotCanonical, WrongValue.
    """
    if not raw.strip():
        raise EmptyEntry
    if len(raw) > LONGEST:
        raise TooLong(size=len(raw), limit=LONGEST)
    value = canonical.parse(raw, any_keys=True)
    if not isinstance(value, dict):
        raise NotJson(problem="an object with fields is needed")
    if value.get("kind", kind) != kind:
        raise WrongValue(field="kind", value=str(value["kind"])[:40], expected=kind)
    return {name: part for name, part in value.items() if name != "kind"}


def read_words(words: Iterable[str]) -> Fields:
    """The fields in words `name=value` and, for wordings, `name.lang=value`; a name given again makes a list.

    Raises: NotAFieldWord, WrongValue where one field is given both ways.
    """
    fields: Fields = {}
    for word in words:
        place, sign, text = word.partition("=")
        name, dot, lang = place.partition(".")
        if not sign or not name or (dot and not lang):
            raise NotAFieldWord(word=word[:60])
        if dot:
            wording = fields.setdefault(name, {})
            if not isinstance(wording, dict):
                raise WrongValue(field=name, value=text[:40], expected=f"{name}.{lang}=... or {name}=..., not both")
            wording[lang] = text
        elif name in fields:
            fields[name] = [*_rows(fields[name]), text]
        else:
            fields[name] = text
    return fields


def _rows(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]
