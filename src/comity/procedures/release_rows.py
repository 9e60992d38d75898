"""The tables of a release: one for each kind of which something is public, in the columns its codebook names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from comity.kinds import every_kind
from comity.paper.codebook import CONSENT_KINDS, OF_TITLES, TITLES, table_columns
from comity.paper.columns import as_json, cells_of, joined, title_cells
from comity.paper.thing_view import title_parts
from comity.procedures.public_record import PublicRecord
from comity.record.agreement import Answer
from comity.record.canonical import Fields, Value
from comity.record.kind import Kind

Rows = list[list[str]]


def kind_tables(record: PublicRecord) -> dict[str, Rows]:
    """The table of titles, then those by kind in the order of the kinds, each with its heading; none for kinds not known here."""
    sources = {str(thing["id"]): thing for thing in record.things if thing["kind"] in ("source", "reading")}
    said: dict[str, list[Fields]] = {}
    for each in (*record.things, *record.statements):
        said.setdefault(str(each["kind"]), []).append(each)
    titles = [[str(thing["id"]), str(thing["kind"]), *title_cells(title_parts(thing))] for thing in record.things]
    return {TITLES: [[column.name for column in OF_TITLES], *titles]} | {
        name: [[column.name for column in table_columns(kind)], *(_cells(kind, each, sources) for each in said[name])]
        for name, kind in every_kind().items()
        if name in said
    }


def _cells(kind: Kind, said: Fields, sources: Mapping[str, Fields]) -> list[str]:
    fields = _fields(said)
    cells = [str(said[name]) for name in ("id", "party", "at", "zone", "body")]
    cells += [joined(_rows(said["entries"])), *_sources(said, sources), joined(_codes(said))]
    for field in kind.fields:
        cells += cells_of(field, fields.get(field.name))
    if kind.name in CONSENT_KINDS:
        cells += _consent(said)
    return [*cells, as_json(said["view"]) if said["view"] else ""] if kind.opens else cells


def _sources(said: Fields, sources: Mapping[str, Fields]) -> list[str]:
    """The public sources a row rests on: their ids, addresses and coverage, each in the same order."""
    fields = _fields(said)
    named = [str(said["id"])] if said["kind"] == "source" else _ids(fields.get("source")) + _ids(fields.get("evidence"))
    found: dict[str, Fields] = {}
    for one in named:
        row = sources.get(one, {})
        through = _ids(_fields(row).get("source")) if row.get("kind") == "reading" else [one]
        found |= {each: _fields(sources[each]) for each in through if sources.get(each, {}).get("kind") == "source"}
    told = [[str(each.get(name, "")) for each in found.values()] for name in ("address", "coverage")]
    return [joined(list[Value](found)), *(joined(list[Value](each)) if any(each) else "" for each in told)]


def _consent(said: Fields) -> list[str]:
    """In force, signed by, missing; what is not told to anybody is "cannot say"."""
    agreement = said.get("agreement")
    if not isinstance(agreement, dict):
        return [Answer.CANNOT_SAY.value, "", ""]
    texts = [text for text in _rows(agreement["texts"]) if isinstance(text, dict)]
    if said["kind"] == "item":
        text = next((text for text in texts if text["id"] == agreement["in_force"]), {})
        return [str(agreement["answer"]), joined(_rows(text.get("signed_by"))), joined(_rows(text.get("missing")))]
    own: Fields = next((text for text in texts if text["id"] == said["id"]), {})
    return [str(own.get("in_force", Answer.NO.value)), joined(_rows(own.get("signed_by"))), joined(_rows(own.get("missing")))]


def _codes(said: Fields) -> list[Value]:
    found: Iterable[Value] = _rows(said["findings"])
    return list[Value](dict.fromkeys(str(finding["code"]) for finding in found if isinstance(finding, dict)))


def _fields(said: Fields) -> Fields:
    fields = said.get("fields")
    return fields if isinstance(fields, dict) else {}


def _ids(value: Value | None) -> list[str]:
    return [str(one) for one in _rows(value)]


def _rows(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []
