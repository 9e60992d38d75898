"""One thing with everything known of it, as a page and as JSON. An act that opens nothing is shown by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpResponse, HttpResponseRedirect

from comity.desk.agreed_page import read_here
from comity.desk.answering import as_json, show
from comity.desk.asking import Ask, page
from comity.desk.attached import attached
from comity.desk.evidence import Piece, evidence_of
from comity.desk.form_links import form_links
from comity.desk.letter_page import letter_href
from comity.desk.matter import matter
from comity.desk.sheet import entry_index
from comity.kinds import every_kind
from comity.paper import thing_view
from comity.paper.agreed_view import is_silent, no_mention
from comity.paper.labels import finding_words, kind_label
from comity.paper.matter_view import TIES, Station
from comity.paper.row_parts import ids_within
from comity.paper.thing_view import Fact, title_parts
from comity.paper.translate import LANGUAGE_NAMES, translate
from comity.paper.wording import Part, lead_of
from comity.procedures.clock import now
from comity.procedures.show_thing import show_thing
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.errors import UnknownThing
from comity.record.field import PARTIES
from comity.record.state import fields_of
from comity.record.status import in_force_on, status_of
from comity.store.reading import HomeNote, Reading


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the page shows it."""

    id: str
    words: str
    party: str
    at: str
    label: str
    body: str
    roles: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in words; `place` the field it concerns."""

    words: str
    severity: str
    place: str


@page
def thing(ask: Ask, name: str) -> HttpResponse:
    """The page of the thing that `name` means; a short name or the beginning of an id leads to its full address."""
    row = row_of(ask.reading, name)
    if name != row["id"]:
        return HttpResponseRedirect(f"/t/{row['id']}")
    ask.names.learn(ids_within(row))
    stations, parts, lang = matter(ask, row), title_parts(row), ask.lang
    lead = lead_of(parts or ask.names(str(row["id"])).parts, lang)
    return show(
        ask,
        "thing.html",
        row=row,
        lead=lead,
        others=[part for part in parts if part is not lead],
        absent=_absent(row),
        alike=len({part.standing for part in parts}) == 1,
        worth=_worth(parts) if row["kind"] not in PARTIES else "",
        known=row["kind"] in every_kind(),
        kind_words=kind_label(str(row["kind"]), lang),
        kind_plural=kind_label(str(row["kind"]), lang, plural=True),
        origin=thing_view.origin_words(row, lang),
        opening=_opening(row, lang),
        agreement=_agreement(row, now().day),
        silent=_silent(ask, row, stations),
        stations=stations,
        ties=TIES,
        sides=thing_view.sides(row, lang),
        sectors=thing_view.sectors(row, lang, ask.names),
        facts=[*thing_view.facts(row, lang), *thing_view.view_facts(row, lang)],
        marks=thing_view.marks_of_entry(row, lang),
        evidence=_evidence(ask, row),
        said=[_said(statement, row, lang) for statement in thing_view.said(row)],
        refers=[_said(statement, row, lang) for statement in thing_view.refers(row)],
        findings=_findings(row, lang),
        attached=attached(ask, row),
        form_links=form_links(ask, row),
        letter_href=letter_href(ask, row),
        notes=_notes(ask.reading, row),
        index=entry_index(ask.reading, EntryId(str(row["id"]))),
    )


@page
def thing_json(ask: Ask, name: str) -> HttpResponse:
    """The thing as programs get it."""
    return as_json(show_thing(ask.reading, name, on=now().day))


def row_of(reading: Reading, name: str) -> Fields:
    """The row of a thing, or one made of an act that opens none. Raises: UnknownThing, AmbiguousName."""
    thing_id = reading.resolve(name)
    row = reading.thing(thing_id)
    if row is not None:
        return row
    act = reading.act(thing_id)
    if act is None:
        raise UnknownThing(name=name)
    envelope = act.entry.envelope
    return {
        "id": thing_id,
        "kind": envelope.kind if envelope else "",
        "party": act.entry.book,
        "at": envelope.at if envelope else "",
        "zone": envelope.zone if envelope else "",
        "label": envelope.label.value if envelope else "",
        "audience": list[Value](envelope.audience) if envelope else [],
        "body": act.body_state.value,
        "fields": fields_of(act),
        "statements": [],
        "view": {},
        "findings": [],
    }


def _notes(reading: Reading, row: Fields) -> tuple[HomeNote, ...] | None:
    """What is noted of an agreed item at home; None for anything else, which has no notes."""
    thing = str(row["id"])
    return reading.home_notes([thing]).get(thing, ()) if row["kind"] == "undertaking" else None


def _silent(ask: Ask, row: Fields, stations: list[Station]) -> str:
    """That nothing more of an agreed item was found in what was read; "" where there is something, or it is another kind."""
    again = any(at.tie and at.kind == "undertaking" for at in stations)
    silent = row["kind"] == "undertaking" and is_silent(row) and not again
    return no_mention(read_here(ask), ask.lang) if silent else ""


def _said(statement: Fields, row: Fields, lang: str) -> Said:
    return Said(
        id=str(statement["id"]),
        words=kind_label(str(statement["kind"]), lang),
        party=str(statement["party"]),
        at=str(statement["at"]),
        label=str(statement["label"]),
        body=str(statement["body"]),
        roles=thing_view.role_words(statement, lang),
        facts=tuple(thing_view.statement_facts(statement, lang, about=str(row["id"]))),
    )


def _evidence(ask: Ask, row: Fields) -> list[Piece]:
    fields = cast(Fields, row["fields"])
    named = fields.get("evidence")
    ids = [str(part) for part in named] if isinstance(named, list) else []
    return evidence_of(ask.reading, [str(row["id"]), *ids] if "quotes" in fields else ids)


def _findings(row: Fields, lang: str) -> list[Found]:
    rows = [*cast("list[Fields]", row["findings"]), *thing_view.view_findings(row)]
    return [Found(finding_words(str(f["code"]), lang), str(f["severity"]), str(f["place"])) for f in rows]


def _absent(row: Fields) -> str:
    """The languages of the three in which the title is missing, each by its own name."""
    parts = title_parts(row)
    have = {part.lang for part in parts}
    return ", ".join(name for tag, name in LANGUAGE_NAMES.items() if tag not in have) if parts and "und" not in have else ""


def _worth(parts: list[Part]) -> str:
    """What all language texts are worth alike; "" where they differ, or where there is nothing to compare or to warn of."""
    standings = {part.standing for part in parts}
    only = next(iter(standings), "")
    return only if len(standings) == 1 and (len(parts) > 1 or only != "authentic") else ""


def _agreement(row: Fields, on: str) -> Fields | None:
    """The consent of an item on the day `on`; for a text only its own line, with its own answer."""
    agreement = row.get("agreement")
    if not isinstance(agreement, dict):
        return None
    own = row["kind"] == "text"
    texts = [text for text in cast("list[Fields]", agreement["texts"]) if not own or text["id"] == row["id"]]
    shown = agreement | {"texts": list[Value](texts)}
    if own:
        shown["answer"] = texts[0]["in_force"] if texts else "false"
    rows: list[Value] = [text | {"status": status_of(text, on=on).value} for text in texts]
    return shown | {"answer": in_force_on(shown, on=on).value, "texts": rows}


def _opening(row: Fields, lang: str) -> str:
    """How many statements stand beside the thing; without any, how many things refer to it."""
    count, referring = len(thing_view.said(row)), len(thing_view.refers(row))
    if not count and referring:
        return translate(lang).many("{count} thing held here refers to it.", "{count} things held here refer to it.", referring)
    if not count:
        return translate(lang)("No statement about it is held here.")
    return translate(lang).many("{count} statement about it is held here.", "{count} statements about it are held here.", count)
