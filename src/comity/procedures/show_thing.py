"""What is known of one thing or statement, as one JSON-ready object for programs.

Beside the register row: `short` and `title`; for an item or text `in_force` (true, false or "cannot say"),
`signed_by` and `missing`, and for a text its `status`, all as of a day; for an agreed item each owner's `progress`.
Parties are named by their short names here where they have one, else by id.
"""

from __future__ import annotations

from comity.kinds import every_kind
from comity.record.act import EntryId
from comity.record.agreement import Answer
from comity.record.canonical import Fields, Value
from comity.record.errors import UnknownThing
from comity.record.state import fields_of
from comity.record.status import Status, in_force_on, status_of
from comity.store.reading import Reading

ANSWERS: dict[str, bool | str] = {"true": True, "false": False, "cannot say": "cannot say"}


def show_thing(reading: Reading, name: str, *, on: str) -> Fields:
    """The object for the thing or statement called `name`, on the day `on`. Raises: UnknownThing, AmbiguousName."""
    entry = reading.resolve(name)
    row = reading.thing(entry)
    return shown_row(reading, row, on=on) if row is not None else _statement(reading, entry, name)


def shown_row(reading: Reading, row: Fields, *, on: str) -> Fields:
    """A register row as it is shown to programs on the day `on`."""
    shown: Fields = {"id": row["id"], "short": reading.short_name_of(EntryId(str(row["id"]))), "kind": row["kind"]}
    shown |= {"title": _title(row), "party": _name(reading, row["party"])}
    shown |= {key: row[key] for key in ("at", "zone", "label", "body", "fields", "view", "statements", "findings")}
    shown["audience"] = _names(reading, row["audience"])
    view = row["view"]
    progress = _rows(view.get("progress")) if isinstance(view, dict) else []
    if isinstance(view, dict) and "progress" in view:
        shown["progress"] = [_progress(reading, part) for part in progress if isinstance(part, dict)]
    agreement = row.get("agreement")
    if isinstance(agreement, dict):
        shown |= _of_text(reading, row, agreement, on=on) if row["kind"] == "text" else _of_item(reading, agreement, on=on)
    return shown


def _title(row: Fields) -> Fields:
    """The title by language; the first clause for a text; empty where the body is not here."""
    kind, fields = every_kind().get(str(row["kind"])), row["fields"]
    value = fields.get(kind.title) if kind and kind.title and isinstance(fields, dict) else None
    parts = value[0] if isinstance(value, list) and value and isinstance(value[0], list) else value
    if isinstance(parts, str):
        return {"": parts}
    return {str(p["lang"]): p["text"] for p in _rows(parts) if isinstance(p, dict) and "lang" in p}


def _of_item(reading: Reading, agreement: Fields, *, on: str) -> Fields:
    texts = _texts(agreement)
    shown: Fields = {
        "parties": _names(reading, agreement["parties"]),
        "in_force": ANSWERS[in_force_on(agreement, on=on)],
        "text_in_force": next((text["id"] for text in texts if status_of(text, on=on) is Status.IN_FORCE), ""),
        "texts": [{"text": text["id"], **_text(reading, text, on=on)} for text in texts],
    }
    tabled = _latest(texts)
    if len(tabled) == 1:
        return shown | {key: _names(reading, tabled[0][key]) for key in ("signed_by", "missing")}
    return shown | {"signed_by": [], "missing": shown["parties"]}


def _of_text(reading: Reading, row: Fields, agreement: Fields, *, on: str) -> Fields:
    """What the agreement says of one text; a text that does not stand there is in force for nobody."""
    found = next((text for text in _texts(agreement) if text["id"] == row["id"]), None)
    if found is None:
        return {"in_force": False, "status": Status.BEING_DISCUSSED.value, "signed_by": [], "missing": []}
    return {"parties": _names(reading, found["parties"]), **_text(reading, found, on=on)}


def _texts(agreement: Fields) -> list[Fields]:
    return [text for text in _rows(agreement.get("texts")) if isinstance(text, dict)]


def _latest(texts: list[Fields]) -> list[Fields]:
    """The text in force by consent, else those that no other text supersedes."""
    in_force = [text for text in texts if text["in_force"] == Answer.YES]
    below = {lower for text in texts for lower in _rows(text["supersedes"]) if isinstance(lower, str)}
    return in_force or [text for text in texts if text["id"] not in below]


def _text(reading: Reading, text: Fields, *, on: str) -> Fields:
    status = status_of(text, on=on)
    answer = Answer.NO if text["in_force"] == Answer.YES and status is not Status.IN_FORCE else Answer(str(text["in_force"]))
    named = {key: _names(reading, text[key]) for key in ("signed_by", "missing", "initialled_by", "refused_by")}
    withdrawn: list[Value] = [
        part | {"party": _name(reading, part["party"])} for part in _rows(text["withdrawn"]) if isinstance(part, dict)
    ]
    kept = {key: text[key] for key in ("supersedes", "open_until", "ends_on")}
    return {"in_force": ANSWERS[answer], "status": status.value, **named, **kept, "withdrawn": withdrawn}


def _progress(reading: Reading, part: Fields) -> Fields:
    return part | {"owner": _name(reading, part["owner"]), "party": _name(reading, part["party"])}


def _statement(reading: Reading, entry: EntryId, name: str) -> Fields:
    act = reading.act(entry)
    if act is None:
        raise UnknownThing(name=name)
    envelope = act.entry.envelope
    shown: Fields = {"id": entry, "short": reading.short_name_of(entry), "body": act.body_state.value}
    shown |= {"party": _name(reading, act.entry.book), "index": act.entry.index, "fields": fields_of(act)}
    if envelope is None:
        return shown | {"kind": ""}
    return shown | {"kind": envelope.kind, "at": envelope.at, "zone": envelope.zone, "label": envelope.label.value}


def _name(reading: Reading, party: Value) -> str:
    return reading.short_name_of(EntryId(str(party))) or str(party) if party else ""


def _names(reading: Reading, parties: Value) -> list[Value]:
    return [_name(reading, party) for party in _rows(parties)]


def _rows(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []
