"""What a thing's page shows, from its register row and its kind's declaration.

- Facts are the kind's fields in the order declared; digests and keys stand with the facts of the entry.
- Owners' progress stands side by side, each with its own sector of the split disc; nobody's is merged with another's.
- Statements of others keep the order of the row. Those that are things of their own are listed apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from comity.kinds import every_kind
from comity.paper.disc import STATES, Sector, sector
from comity.paper.labels import choice_label, field_label
from comity.paper.names import Names, plain_name, tongue
from comity.paper.translate import N_, Msgid, translate
from comity.paper.wording import Part, lead_of, title_of
from comity.record.canonical import Fields, Value
from comity.record.field import Choice, Evidence, Field, Line, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels

OTHER_FIELDS = frozenset({"evidence", "quotes"})
MOST_QUOTED = 160
# Lists of things that effects show and no field of the same name holds.
LINES: dict[str, Labels] = {
    "predecessors": Labels("Goes on from", "Tiếp nối", "承接自"),
    "successors": Labels("Followed by", "Đơn vị kế thừa", "承接单位"),
    "taken_up_in": Labels("Taken up in", "Được tiếp thu trong", "已纳入"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A field and its value; `field` is None for one that no declaration of this version knows."""

    name: str
    label: str
    field: Field | None
    value: Value


@dataclass(frozen=True, slots=True)
class Side:
    """One owner's progress: its place among the sectors, the words for its state and the statement it rests on."""

    owner: str
    at: int
    state: str
    words: str
    voice: str
    entry: str
    told_in: str
    facts: tuple[Fact, ...]


def kind_of_row(row: Fields) -> Kind | None:
    """The declaration of the row's kind; None for one this version does not know."""
    return every_kind().get(str(row["kind"]))


def title_parts(row: Fields) -> list[Part]:
    """What the thing is called, in the languages there are; empty where its body is not held.

    A thing without a title is called by the first exact words it quotes.
    """
    kind = kind_of_row(row)
    return (title_of(row, kind.title) or _quoted(row, kind)) if kind else []


def _quoted(row: Fields, kind: Kind) -> list[Part]:
    for field in kind.fields:
        rows = cast(Fields, row["fields"]).get(field.name) if isinstance(field.form, Evidence) else None
        first = rows[0] if isinstance(rows, list) and rows else rows
        if isinstance(first, dict) and first.get("quote"):
            words = " ".join(str(first["quote"]).split())
            return [Part(tongue(words), "", words if len(words) <= MOST_QUOTED else words[: MOST_QUOTED - 1] + "…")]
    return []


def heading(row: Fields, lang: str) -> Part | None:
    """The part of the title that leads the page."""
    return lead_of(title_parts(row), lang)


def facts(row: Fields, lang: str) -> list[Fact]:
    """The fields people read first, without the title, the evidence and what belongs to the entry."""
    kind = kind_of_row(row)
    return [fact for fact in facts_of(row, lang) if not _is_mark(fact) and not _stands_elsewhere(fact, kind)]


def marks_of_entry(row: Fields, lang: str) -> list[Fact]:
    """Digests and keys, which are compared rather than read."""
    return [fact for fact in facts_of(row, lang) if _is_mark(fact)]


def facts_of(row: Fields, lang: str) -> list[Fact]:
    """Every field that has a value, in the order its kind declares; the unknown ones last."""
    fields = cast(Fields, row["fields"])
    kind = kind_of_row(row)
    declared = kind.fields if kind else ()
    found = [
        Fact(f.name, f.labels.in_language(lang), f, fields[f.name]) for f in declared if fields.get(f.name) not in (None, [])
    ]
    known = {field.name for field in declared}
    return found + [Fact(name, name, None, value) for name, value in fields.items() if name not in known]


def sides(row: Fields, lang: str) -> list[Side]:
    """The owners' progress side by side; empty for kinds without owners."""
    rows = _progress(row)
    statements = {str(statement["id"]): statement for statement in _statements(row)}
    return [
        Side(
            owner=str(part["owner"]),
            at=at,
            state=str(part["state"]),
            words=state_words(str(part["state"]), lang),
            voice=voice_words(str(part["state"]), str(part["word"]), lang),
            entry=str(part["entry"]),
            told_in=str(part["party"]) if part["word"] not in ("own", "") else "",
            facts=tuple(_said(statements.get(str(part["entry"])), lang)),
        )
        for at, part in enumerate(rows)
    ]


def sectors(row: Fields, lang: str, names: Names) -> list[Sector]:
    """The split disc of the row's owners, with each one's words."""
    return [
        sector(str(part["state"]), str(part["word"]), f"{plain_name(names(str(part['owner'])), lang)}: {_both(part, lang)}")
        for part in _progress(row)
    ]


def state_words(state: str, lang: str) -> str:
    """A state of progress in words; "no word yet" where there is none."""
    field = every_kind()["progress"].field("state")
    return choice_label(field, state, lang) if state else translate(lang)("no word yet")


def voice_words(state: str, word: str, lang: str) -> str:
    """On whose word a state is; empty where there is no word yet."""
    return choice_label(every_kind()["progress"].field("word"), word, lang) if state and word else ""


def said(row: Fields) -> list[Fields]:
    """The statements that are no things of their own, in order."""
    return [statement for statement in _statements(row) if not _opens(statement)]


def refers(row: Fields) -> list[Fields]:
    """The things that refer to this one, in order."""
    return [statement for statement in _statements(row) if _opens(statement)]


def statement_facts(statement: Fields, lang: str, *, about: str) -> list[Fact]:
    """What a statement holds, without naming again the thing it is about."""
    return [fact for fact in facts_of(statement, lang) if fact.value != [about] and not _is_mark(fact)]


def view_facts(row: Fields, lang: str) -> list[Fact]:
    """What a kind's effect shows beyond the fields: a fixed word, called as the field of its name, and lines of things."""
    view, kind = cast(Fields, row["view"]), kind_of_row(row)
    found = []
    for name, value in view.items():
        field = next((field for field in kind.fields if field.name == name), None) if kind else None
        if field is not None and isinstance(field.form, Choice) and value and cast(Fields, row["fields"]).get(name) != value:
            found.append(Fact(name, field.labels.in_language(lang), field, value))
        elif name in LINES and isinstance(value, list) and value:
            ids: list[Value] = [part["party"] if isinstance(part, dict) and "party" in part else part for part in value]
            line = Field(name, LINES[name], Ref(()), many=True)
            found.append(Fact(name, LINES[name].in_language(lang), line, ids))
    return found


def view_findings(row: Fields) -> list[Fields]:
    """The findings a kind's effect adds."""
    found = cast(Fields, row["view"]).get("findings", [])
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


ROLES: dict[str, Msgid] = {"reported": N_("known from a source; nobody has signed it here"), "signed": N_("carried by a text")}


def origin_words(row: Fields, lang: str) -> str:
    """Whether an agreed item is carried by a text or only reported; empty for other kinds."""
    view = cast(Fields, row["view"])
    origin = str(view.get("origin", ""))
    return translate(lang)(ROLES[origin]) if origin in ROLES else ""


def role_words(statement: Fields, lang: str) -> str:
    """As what a thing refers to this one, as its kind's fields call it."""
    roles = cast("list[str]", statement["roles"])
    return ", ".join(field_label(str(statement["kind"]), role, lang) for role in roles)


def shape_words(lang: str) -> list[tuple[Sector, str]]:
    """The key to the disc: each shape with its words."""
    shown = [
        ("done", "own"),
        ("under_way", "own"),
        ("waiting", "own"),
        ("not_started", "own"),
        ("replaced", "own"),
        ("done", "told"),
        ("", ""),
    ]
    rows = []
    for state, word in shown:
        words = translate(lang)("ended otherwise") if state == "replaced" else state_words(state, lang)
        if word == "told":
            words = translate(lang)("hatched: told to us, not the owner's own word")
        rows.append((Sector(STATES[state], word == "own", words), words))
    return rows


def _both(part: Fields, lang: str) -> str:
    state, word = str(part["state"]), str(part["word"])
    voice = voice_words(state, word, lang)
    return f"{state_words(state, lang)}, {voice}" if voice else state_words(state, lang)


def _progress(row: Fields) -> list[Fields]:
    rows = cast(Fields, row["view"]).get("progress", [])
    return [part for part in rows if isinstance(part, dict)] if isinstance(rows, list) else []


def _statements(row: Fields) -> list[Fields]:
    return cast("list[Fields]", row["statements"])


def _opens(statement: Fields) -> bool:
    kind = every_kind().get(str(statement["kind"]))
    return kind is not None and kind.opens


def _said(statement: Fields | None, lang: str) -> Iterable[Fact]:
    if statement is None:
        return []
    left_out = {"undertaking", "owner", "state", "word", "evidence"}
    return [fact for fact in facts_of(statement, lang) if fact.name not in left_out]


def _is_mark(fact: Fact) -> bool:
    return fact.field is not None and isinstance(fact.field.form, Line) and "0-9a-f" in fact.field.form.pattern


def _stands_elsewhere(fact: Fact, kind: Kind | None) -> bool:
    is_title = kind is not None and fact.name == kind.title and not (fact.field is not None and fact.field.many)
    return fact.name in OTHER_FIELDS or (is_title and (fact.field is None or isinstance(fact.field.form, (Wording, Line))))
