"""Fields: what the parts of an act may hold, declared once and used everywhere.

A form says how a value looks in the record (`check`), and how it is read from what a person types
(`read`): from a string on a command line or in a web form, or from the looser JSON of a file. Lists,
filters, pages and templates follow from the forms; nothing else knows a field by name.

Three places: the body (can be erased), the references and the binding part (both in the envelope, never
erased). Names, titles and wording may stand in the body only.

Source: docs/howto/add-an-act-kind.md; docs/decisions/0003-one-file-per-kind.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol, cast

from comity.record.canonical import Fields, Value, parse
from comity.record.errors import MissingField, RecordError, WrongValue
from comity.record.language import TAG, Labels, Standing, check_text


class Place(StrEnum):
    BODY = "body"
    REFS = "refs"
    BIND = "bind"


class Form(Protocol):
    """How one value looks. `read` takes a string or loose JSON; both return or accept the value of the record."""

    @property
    def expected(self) -> str: ...

    def check(self, value: Value, *, field: str) -> None: ...

    def read(self, given: Value, *, field: str, lang: str) -> Value: ...


def _short(value: Value) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


@dataclass(frozen=True)
class Line:
    """One line of text, at most `longest` characters."""

    longest: int = 300
    pattern: str = ""
    expected: str = "one line of text"

    def check(self, value: Value, *, field: str) -> None:
        fits = isinstance(value, str) and 0 < len(value) <= self.longest and "\n" not in value
        if not fits or (self.pattern and not re.fullmatch(self.pattern, cast(str, value))):
            raise WrongValue(field=field, value=_short(value), expected=self.expected)
        check_text(cast(str, value), field=field)

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        return given.strip() if isinstance(given, str) else given


DIGEST = Line(64, "[0-9a-f]{64}", "a SHA-256 digest in 64 hexadecimal digits")
PUBLIC_KEY = Line(64, "[0-9a-f]{64}", "a public key in 64 hexadecimal digits")
# A country, or a part of one, as ISO 3166 writes it.
COUNTRY_PATTERN = r"[A-Z]{2}(-[A-Z0-9]{1,3})?"
ADDRESS = Line(2000, r"https?://[^\s<>\"]+", "an address beginning with http:// or https://")
INSTANT = Line(20, r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", "an instant in UTC like 2026-12-01T01:00:00Z")


@dataclass(frozen=True)
class Prose:
    """Text of several lines, at most `longest` characters."""

    longest: int = 20_000
    expected: str = "text"

    def check(self, value: Value, *, field: str) -> None:
        if not isinstance(value, str) or not 0 < len(value) <= self.longest:
            raise WrongValue(field=field, value=_short(value), expected=self.expected)
        check_text(value, field=field)

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        return given.strip() if isinstance(given, str) else given


@dataclass(frozen=True)
class Day:
    """A day, month or year as said: 2024-02-27, 2024-02 or 2024."""

    whole: bool = False

    @property
    def expected(self) -> str:
        return "a date like 2024-02-27" + ("" if self.whole else ", 2024-02 or 2024")

    def check(self, value: Value, *, field: str) -> None:
        text = value if isinstance(value, str) else ""
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d" if self.whole else r"\d{4}(-\d\d(-\d\d)?)?", text):
                raise ValueError
            date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
        except ValueError:
            raise WrongValue(field=field, value=_short(value), expected=self.expected) from None

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        return given.strip() if isinstance(given, str) else str(given) if type(given) is int else given


@dataclass(frozen=True)
class Whole:
    """A whole number between two bounds, both included."""

    least: int = 0
    most: int = 10**12

    @property
    def expected(self) -> str:
        return f"a whole number from {self.least} to {self.most}"

    def check(self, value: Value, *, field: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not self.least <= value <= self.most:
            raise WrongValue(field=field, value=_short(value), expected=self.expected)

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        return int(given) if isinstance(given, str) and re.fullmatch(r"-?\d{1,15}", given.strip()) else given


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    expected: str = "true or false"

    def check(self, value: Value, *, field: str) -> None:
        if not isinstance(value, bool):
            raise WrongValue(field=field, value=_short(value), expected=self.expected)

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        return {"true": True, "false": False, "yes": True, "no": False}.get(given, given) if isinstance(given, str) else given


@dataclass(frozen=True)
class Choice:
    """One of a closed list of words, each with its labels."""

    options: Mapping[str, Labels]

    @property
    def expected(self) -> str:
        return "one of " + ", ".join(self.options)

    def check(self, value: Value, *, field: str) -> None:
        if not isinstance(value, str) or value not in self.options:
            raise WrongValue(field=field, value=_short(value), expected=self.expected)

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        return given.strip() if isinstance(given, str) else given


@dataclass(frozen=True)
class Wording:
    """The same content in several languages: a list of {lang, standing, text}, by language, each once.

    Read from {"vi": "...", "en": "..."}, from the list itself, or from a string in the language given.
    """

    longest: int = 20_000
    expected: str = 'a wording by language, like {"vi": "...", "zh-Hans": "...", "en": "..."}'

    def check(self, value: Value, *, field: str) -> None:
        parts = cast("list[Fields]", value) if isinstance(value, list) and value else [{}]
        if not all(isinstance(part, dict) and self._fits(part) for part in parts):
            raise WrongValue(field=field, value=_short(value), expected=self.expected)
        languages = [str(part["lang"]) for part in parts]
        if languages != sorted(set(languages)):
            raise WrongValue(field=field, value=", ".join(languages), expected="each language once, in alphabetical order")
        for part in parts:
            text = cast(str, part["text"])
            if len(text) > self.longest:
                raise WrongValue(field=field, value=_short(text), expected=f"at most {self.longest} characters")
            check_text(text, field=f"{field}.{part['lang']}")

    def _fits(self, part: Fields) -> bool:
        lang, standing, text = part.get("lang"), part.get("standing"), part.get("text")
        formed = isinstance(lang, str) and TAG.fullmatch(lang) and isinstance(standing, str) and standing in set(Standing)
        return bool(formed) and part.keys() == {"lang", "standing", "text"} and isinstance(text, str) and text != ""

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        if isinstance(given, str):
            given = {lang: given}
        if isinstance(given, dict):
            given = [{"lang": tag, "standing": "authentic", "text": text} for tag, text in given.items()]
        if not isinstance(given, list) or not all(isinstance(part, dict) and isinstance(part.get("text"), str) for part in given):
            return given
        parts = [{"standing": "authentic", **cast(Fields, part)} for part in given]
        stripped: list[Value] = [{**part, "text": str(part["text"]).strip()} for part in parts if str(part["text"]).strip()]
        return sorted(stripped, key=lambda part: str(cast(Fields, part).get("lang")))


@dataclass(frozen=True)
class Evidence:
    """Where words stand in a source: {start, end, quote} in code points of the source's characters, end excluded."""

    expected: str = "a quotation with its place: start, end, quote"

    def check(self, value: Value, *, field: str) -> None:
        part = value if isinstance(value, dict) else {}
        start, end, quote = part.get("start"), part.get("end"), part.get("quote")
        whole = type(start) is int and type(end) is int and isinstance(quote, str) and part.keys() == {"start", "end", "quote"}
        if not whole or not 0 <= cast(int, start) < cast(int, end) or cast(int, end) - cast(int, start) != len(cast(str, quote)):
            raise WrongValue(field=field, value=_short(value), expected=self.expected)

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        return given


@dataclass(frozen=True)
class Record:
    """A small record with fields of its own, as {name: value}; used where rows belong to one act."""

    parts: Mapping[str, Form]
    required: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        return "a record of " + ", ".join(self.parts)

    def check(self, value: Value, *, field: str) -> None:
        if not isinstance(value, dict) or not set(self.required) <= value.keys() <= self.parts.keys():
            raise WrongValue(field=field, value=_short(value), expected=self.expected)
        for name, part in value.items():
            self.parts[name].check(part, field=f"{field}.{name}")

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        if not isinstance(given, dict) or not given.keys() <= self.parts.keys():
            return given
        return {name: self.parts[name].read(part, field=f"{field}.{name}", lang=lang) for name, part in given.items()}


@dataclass(frozen=True)
class Changes:
    """New values by the name of a field: {field: value}. What they mean is for the kind of the thing to check."""

    expected: str = 'new values by field, like {"due_on": "2027-10"}'

    def check(self, value: Value, *, field: str) -> None:
        if not isinstance(value, dict) or not value or not all(re.fullmatch("[a-z_]+", name) for name in value):
            raise WrongValue(field=field, value=_short(value), expected=self.expected)
        for name, part in value.items():
            _check_texts(part, field=f"{field}.{name}")

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        try:
            return parse(given.encode()) if isinstance(given, str) else given
        except RecordError:
            return given


def _check_texts(value: Value, *, field: str) -> None:
    if isinstance(value, str):
        check_text(value, field=field)
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            _check_texts(part, field=field)


@dataclass(frozen=True)
class Ref:
    """A reference by id to an entry of one of these kinds, or of any kind where none is named, but none of `never`."""

    kinds: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        named = "the id of " + (" or ".join(self.kinds) or "an entry")
        return f"{named}, not of {' or '.join(self.never)}" if self.never else named

    def takes(self, kind: str) -> bool:
        """Whether an entry of this kind may stand here."""
        return kind not in self.never and (not self.kinds or kind in self.kinds)

    def check(self, value: Value, *, field: str) -> None:
        DIGEST.check(value, field=field)

    def read(self, given: Value, *, field: str, lang: str) -> Value:
        return given


PARTIES = ("charter", "party")
WITH_BOOK = ("charter",)


@dataclass(frozen=True)
class Field:
    """One field of a kind. `facet`: lists can be filtered by it. `computed`: made by the procedure, never typed."""

    name: str
    labels: Labels
    form: Form
    required: bool = False
    many: bool = False
    facet: bool = False
    computed: bool = False
    place: Place = Place.BODY
    hint: Labels | None = field(default=None)

    def check(self, value: Value) -> None:
        """Refuses a value of the record that does not fit. Raises: WrongValue, TextNotNfc, HiddenCharacter, MissingField."""
        rows = value if self.many else [value]
        if not isinstance(rows, list):
            raise WrongValue(field=self.name, value=_short(value), expected=f"a list: {self.form.expected}")
        if self.required and not rows:
            raise MissingField(field=self.name)
        for row in rows:
            self.form.check(row, field=self.name)

    def read(self, given: Value, *, lang: str) -> Value:
        """The value of the record in what a person gave; a single value where many may stand is a list of one."""
        if not self.many:
            return self.form.read(given, field=self.name, lang=lang)
        rows = given if isinstance(given, list) and not _is_wording(self.form, given) else [given]
        if _holds_no_comma(self.form) and len(rows) == 1 and isinstance(rows[0], str):
            rows = [name.strip() for name in rows[0].split(",") if name.strip()]
        return [self.form.read(row, field=self.name, lang=lang) for row in rows]


def _holds_no_comma(form: Form) -> bool:
    """Whether several values may be given in a row with commas between them: ids and tags of languages hold none."""
    return isinstance(form, Ref) or (isinstance(form, Line) and form.pattern == TAG.pattern)


def _is_wording(form: Form, given: list[Value]) -> bool:
    """Whether a list is one wording rather than a list of wordings."""
    return isinstance(form, Wording) and bool(given) and all(isinstance(part, dict) and "lang" in part for part in given)
