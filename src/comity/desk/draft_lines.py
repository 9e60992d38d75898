"""Drafts as pages show them: their words, what marks them, and the lines a person may correct."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from comity.paper.draft_view import draft_title
from comity.paper.labels import draft_words
from comity.record.canonical import Fields, Value
from comity.store.reading import DraftRow

# What a person may fill in, by type; what the reader found besides is shown too.
EXPECTED: dict[str, tuple[str, ...]] = {
    "party": ("name", "code", "country", "role"),
    "person": ("name", "party"),
    "session": (
        "mechanism",
        "edition",
        "year",
        "date",
        "format",
        "chair",
        "host",
        "place",
        "live_points",
        "parties",
        "theme",
        "role",
    ),
    "clause": ("text", "kind", "status", "areas", "agents", "speaker", "addressees", "concreteness", "deadline"),
    "instrument": ("title", "type", "parties", "date", "status", "areas"),
    "gate": ("pair", "names", "change"),
    "next_session": ("mechanism", "edition", "date_from", "date_to", "status"),
    "statement": ("act", "speaker"),
    "figure": ("amount", "unit", "of", "change", "scope", "period"),
    "letter": ("kind", "from_code", "to_code", "date", "number", "about"),
    "stand_in": ("name", "for"),
    "post_change": ("name", "change", "post", "party", "date", "instead"),
    "obstacle": ("text", "cause", "raised_by_code", "level"),
    "announcement": ("text", "change", "from_code", "to_code", "since", "until"),
}
LISTS = frozenset({"areas", "agents", "addressees", "bodies", "named", "parties", "names", "pair", "signatories", "scope"})
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("clause", "status"): ("agreed", "signed", "proposed", "hoped", "done", "limitation"),
    ("clause", "kind"): ("undertaking", "proposal", "result", "limitation"),
    ("clause", "concreteness"): ("concrete", "general"),
    ("clause", "rhythm"): ("once", "periodic", "standing"),
    ("clause", "asks"): ("result", "conduct"),
    ("figure", "change"): ("up", "down"),
    ("letter", "kind"): ("letter", "reply", "note", "telephone_note", "fax", "message", "call"),
    ("post_change", "change"): ("took", "left"),
    ("announcement", "change"): ("stop", "start"),
    ("session", "role"): ("main", "referenced"),
    ("session", "format"): ("in person", "online", "hybrid"),
}
# What only the reader needs: its own numbers and how sure it is.
HIDDEN = frozenset({"id", "confidence", "meeting", "clause", "date_precision", "details", "person", "part_of", "beside"}) | {
    *("from", "to", "raised_by", "signed_by", "addressee", "assented"),
}


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in a list; `marks` are the fixed words that say what it is taken for."""

    number: int
    source: str
    type: str
    state: str
    words: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One value of a draft: its text (a list one a line), what a fixed word means, and the words to choose from."""

    key: str
    text: str
    words: str
    many: bool
    rows: int
    choices: tuple[tuple[str, str], ...]
    fixed: bool


def draft_line(draft: DraftRow, lang: str) -> DraftLine:
    """The draft as a list shows it."""
    words = draft_title(draft.value, [str(part.get("quote", "")) for part in evidence_of(draft)], lang)
    marks = tuple(str(draft.value[key]) for key in ("status", "kind") if draft.type == "clause" and draft.value.get(key))
    return DraftLine(draft.number, draft.source, draft.type, draft.state, words, marks[:1])


def value_lines(draft: DraftRow, lang: str) -> list[ValueLine]:
    """What may be corrected, in the order people look for it; for a settled draft only what it holds."""
    expected = EXPECTED.get(draft.type, ())
    found = [*expected, *(key for key in draft.value if key not in expected)]
    lines = [_value_line(draft, key, lang) for key in found if key not in HIDDEN and not key.endswith(("_ev", "evidence"))]
    return [line for line in lines if line.text or (draft.state == "open" and not line.fixed)]


def changes_in(draft: DraftRow, given: dict[str, str]) -> Fields:
    """What a person changed: the values given by key that differ from what the draft holds."""
    changes: Fields = {}
    for line in value_lines(draft, "en"):
        typed = given.get(line.key)
        if typed is None or line.fixed or _same(typed, line.text):
            continue
        rows = [row.strip() for row in typed.splitlines() if row.strip()]
        changes[line.key] = cast(Value, rows) if line.many else _as_before(" ".join(rows), draft.value.get(line.key))
    return changes


def evidence_of(draft: DraftRow) -> list[Fields]:
    """The quotations a draft rests on."""
    return [part for part in draft.evidence if isinstance(part, dict)]


def _value_line(draft: DraftRow, key: str, lang: str) -> ValueLine:
    value = draft.value.get(key)
    many = isinstance(value, list) or (value is None and key in LISTS)
    fixed = _is_fixed(value)
    text = _text(value)
    if draft.type == "clause" and key == "text" and not text:
        text = " … ".join(str(part.get("quote", "")).replace("\n", " ") for part in evidence_of(draft))
    options = CHOICES.get((draft.type, key), ())
    choices = tuple(
        (word, draft_words(word, lang)) for word in (*options, *([text] if text and text not in options else [])) if options
    )
    shown = draft_words(text, lang)
    return ValueLine(
        key, text, shown if shown != text and not choices else "", many, max(2, text.count("\n") + 1), choices, fixed
    )


def _is_fixed(value: Value | None) -> bool:
    """Whether a value is made of quotations or records, which are not typed."""
    return isinstance(value, dict | bool) or (isinstance(value, list) and any(isinstance(part, dict | list) for part in value))


def _text(value: Value | None) -> str:
    if isinstance(value, list):
        return "\n".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return str(value.get("quote", "")) or "; ".join(filter(None, map(_text, value.values())))
    return "" if value is None or value is False else str(value)


def _same(typed: str, text: str) -> bool:
    return [row.strip() for row in typed.splitlines() if row.strip()] == [row.strip() for row in text.splitlines() if row.strip()]


def _as_before(text: str, before: Value | None) -> Value:
    return int(text) if isinstance(before, int) and text.isdigit() and len(text) < 10 else text
