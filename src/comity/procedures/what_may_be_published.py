"""What the public may see of a home: the one way in which a bulletin gets anything.

- What a public report says: sources with the label "public" and an address, and readings of them; and a thing that rests on such
  readings alone, in the book of an observer whom it does not name. Difficulties that reports tell of are left to the reports.
- What parties record: only with the consent of every party named, by the rule of `kinds/publishing.py`.
- A thing leads only to what is shown itself. Findings, comparisons, home notes and short names are not read here.

Source: docs/decisions/0029-publication-consent.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from comity.kinds import every_kind
from comity.kinds.publishing import (
    Consent,
    Publication,
    languages_of,
    may_ever_be_shown,
    named_parties,
    publication,
    published_fields,
    read_consent,
)
from comity.paper.names import Name
from comity.paper.thing_view import title_parts
from comity.procedures.books_known import books_known
from comity.procedures.public_record import public_record
from comity.procedures.published_content import Content, content_now
from comity.procedures.signed_times import last_of, signed_at
from comity.record.act import EntryId, PartyId
from comity.record.agreement import Agreements, agreement_row
from comity.record.authority import Authority, Standing
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES, Ref
from comity.record.shelf import Shelf
from comity.record.status import Status, status_of
from comity.store.reading import Reading

REPORTED = ("mechanism", "session", "undertaking", "gate", "corridor")
# What a reading says that is not repeated: that is for the report, and for the parties, to say.
LEFT_TO_THE_REPORT = ("difficulty", "person")


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing as anybody may see it. `row` is like one of the register, with what may be shown and nothing else.

    `publication` is that of what parties consented to, None for what reports say. `told` are the readings that say it or speak of
    it again, `states` what owners consented to show of how it stands. `in_force`, `since` and `signed_by` are of a text: `since`
    is the instant of its last signature where it is in force, "" where that is not known.
    """

    row: Fields
    publication: Publication | None = None
    told: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    in_force: bool = False
    since: str = ""
    signed_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return str(self.row["id"])

    @property
    def kind(self) -> str:
        return str(self.row["kind"])

    @property
    def fields(self) -> Fields:
        return cast(Fields, self.row["fields"])


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that may be shown, by id: things, the readings they rest on, and what parties are called.

    `going_on` are those of the parties whose books are known to go on further than they are held here.
    """

    things: Mapping[str, Shown] = field(default_factory=dict)
    readings: Mapping[str, Shown] = field(default_factory=dict)
    parties: Mapping[str, Shown] = field(default_factory=dict)
    going_on: tuple[str, ...] = ()

    def get(self, thing: str) -> Shown | None:
        """The thing, reading or party with this id."""
        return self.things.get(thing) or self.readings.get(thing) or self.parties.get(thing)


def what_may_be_published(reading: Reading, *, at: str) -> Published:
    """What may be shown at the instant `at` (UTC) of all books held here."""
    public = {str(row["id"]): row for row in public_record(reading).things}
    names = {thing: row for thing, row in public.items() if row["kind"] in PARTIES}
    sources = {thing: row for thing, row in public.items() if row["kind"] == "source" and _fields(row).get("address")}
    readings = {thing: row for thing, row in public.items() if row["kind"] == "reading" and _is_repeated(row, sources)}
    reported = _Reports(sources, readings, names).things(public.values())
    consented = {shown.id: shown for shown in _Consents(reading, at).things()}
    shown = _only_what_is_shown({**reported, **consented}, readings, names)
    named = {thing: Name(thing, party.kind, tuple(title_parts(party.row))) for thing, party in sorted(shown.parties.items())}
    return replace(shown, going_on=tuple(half.party for half in books_known(reading, named).half))


class _Reports:
    """What public reports say, and what rests on them alone."""

    def __init__(self, sources: Mapping[str, Fields], readings: Mapping[str, Fields], names: Mapping[str, Fields]) -> None:
        self.sources, self.readings, self.names = sources, readings, names

    def things(self, rows: Iterable[Fields]) -> dict[str, Shown]:
        found = {thing: Shown(_plain(row)) for thing, row in self.sources.items()}
        found |= {str(row["id"]): Shown(_plain(row)) for row in rows if row["kind"] in REPORTED and self._is_told(row)}
        for thing, row in self.readings.items():
            if _fields(row).get("says") in ("signed", "instrument"):
                found[thing] = Shown(_plain(row), told=(thing,))
        return found

    def _is_told(self, row: Fields) -> bool:
        """Whether it stands in the book of an observer whom it does not name, and rests on public reports alone."""
        fields = _fields(row)
        rests_on = _ids(fields, "evidence")
        resting = bool(rests_on) and all(each in self.readings or each in self.sources for each in rests_on)
        named = {each for name in _party_fields(str(row["kind"])) for each in _ids(fields, name)}
        return resting and str(row["party"]) not in named and not fields.get("text")


class _Consents:
    """What parties consented to."""

    def __init__(self, reading: Reading, at: str) -> None:
        self.reading, self.at = reading, at
        self.shelf: Shelf = reading.shelf()
        self.agreements = Agreements(self.shelf)
        self._authority: dict[PartyId, Authority] = {}

    def things(self) -> Iterator[Shown]:
        for thing, consents in sorted(self._stated().items()):
            entry, content = self.shelf.by_id.get(thing), content_now(self.reading, thing)
            if entry is None or not entry.at_home or content is None:
                continue
            if not may_ever_be_shown(content.kind, content.fields, content.party):
                continue
            named = named_parties(entry, self.shelf.by_id.get)
            found = publication(named, consents, content.digest, at=self.at)
            if found is not None:
                yield self._with_agreement(_consented(content, found))

    def _stated(self) -> dict[EntryId, list[Consent]]:
        """What was stated of each thing, in entries that stand."""
        found: dict[EntryId, list[Consent]] = {}
        for entry in self.reading.entries_of_kind("publication_consent"):
            consent = read_consent(entry)
            if consent is not None and entry.envelope is not None and self._stands(entry.book, entry.index):
                found.setdefault(entry.envelope.referred("publishes")[0], []).append(consent)
        return found

    def _stands(self, book: PartyId, index: int) -> bool:
        if book not in self._authority:
            self._authority[book] = self.agreements.authority(book)
        return self._authority[book].places.get(index) is Standing.STANDS

    def _with_agreement(self, shown: Shown) -> Shown:
        """A text with who signed it and whether it is in force; nothing else of the agreement is told."""
        items = _ids(shown.fields, "item")
        if shown.kind != "text" or len(items) != 1:
            return shown
        agreement = self.agreements.read(EntryId(items[0]))
        rows = cast("list[Fields]", agreement_row(agreement)["texts"])
        state = next((row for row in rows if row["id"] == shown.id), None)
        if state is None or not state["complete"]:
            return shown
        in_force = status_of(state, on=self.at[:10]) is Status.IN_FORCE
        since = last_of(signed_at(self.agreements, agreement, EntryId(shown.id))) if in_force else ""
        signed_by = tuple(str(each) for each in cast("list[Value]", state["signed_by"]))
        return replace(shown, in_force=in_force, since=since, signed_by=signed_by)


def _consented(content: Content, found: Publication) -> Shown:
    later: list[Value] = [_version(content, at) for at in found.versions[1:]]
    row: Fields = {
        "id": content.thing,
        "kind": content.kind,
        "party": content.party,
        "at": content.at,
        "zone": content.zone,
        "label": "clear",
        "fields": content.shown(found.languages),
        "statements": later,
        "view": {},
    }
    return Shown(row, found)


def _version(content: Content, at: str) -> Fields:
    """That it stands in new words since then, as a correction does in a row."""
    return {"id": content.thing, "kind": "correction", "party": content.party, "at": at, "label": "clear", "fields": {}}


def _only_what_is_shown(things: dict[str, Shown], readings: Mapping[str, Fields], names: Mapping[str, Fields]) -> Published:
    """The things with what is told of them, leading only to one another."""
    owners = {thing: shown for thing, shown in things.items() if shown.kind == "progress"}
    listed = {thing: shown for thing, shown in things.items() if shown.kind != "progress"}
    known = {*listed, *names}
    kept = {thing: Shown(_leading(_plain(row), known)) for thing, row in readings.items()}
    told: dict[str, list[str]] = {}
    for thing, reading in kept.items():
        for about in _ids(reading.fields, "about"):
            told.setdefault(about, []).append(thing)
    states: dict[str, list[str]] = {}
    for thing, shown in owners.items():
        for about in _ids(shown.fields, "undertaking"):
            states.setdefault(about, []).append(thing)
    found = {}
    for thing, shown in listed.items():
        evidence = [each for each in _ids(shown.fields, "evidence") if each in kept]
        said = dict.fromkeys([*shown.told, *evidence, *sorted(told.get(thing, []))])
        row = _leading(shown.row, known | set(evidence))
        found[thing] = replace(shown, row=row, told=tuple(said), states=tuple(sorted(states.get(thing, []))))
    progress = {
        thing: replace(shown, row=_leading(shown.row, known)) for thing, shown in owners.items() if _ids(shown.fields, "owner")
    }
    named = {thing: Shown(_plain(row)) for thing, row in names.items() if thing in _led_to(found.values(), kept.values())}
    return Published(found, kept | progress, named)


def _led_to(*groups: Iterable[Shown]) -> set[str]:
    """Every id that these rows name, and the parties in whose books they stand or who consented."""
    found: set[str] = set()
    for shown in (each for group in groups for each in group):
        found |= {str(shown.row["party"])} | {each for value in shown.fields.values() for each in _strings(value)}
    return found


def _leading(row: Fields, known: set[str]) -> Fields:
    """The row without references to what is not shown."""
    fields = dict(cast(Fields, row["fields"]))
    for declared in every_kind()[str(row["kind"])].fields:
        if isinstance(declared.form, Ref) and declared.name in fields:
            left: list[Value] = [each for each in _ids(fields, declared.name) if each in known]
            fields[declared.name] = left
            if not left:
                del fields[declared.name]
    return {**row, "fields": fields}


def _plain(row: Fields) -> Fields:
    """A public row with the fields its kind declares and nothing that others said of it; corrections count as versions."""
    kind, fields = str(row["kind"]), _fields(row)
    said = [
        each for each in cast("list[Fields]", row["statements"]) if each["kind"] == "correction" and each["party"] == row["party"]
    ]
    versions: list[Value] = [{**each, "fields": {}} for each in said]
    names = ("name", "reading_of_name", "code", "organ") if kind in PARTIES else tuple(fields)
    shown = published_fields(kind, {name: fields[name] for name in names if name in fields}, languages_of(kind, fields))
    kept = {key: row[key] for key in ("id", "kind", "party", "at", "zone", "label")}
    return {**kept, "fields": shown, "statements": versions, "view": {}}


def _is_repeated(row: Fields, sources: Mapping[str, Fields]) -> bool:
    fields = _fields(row)
    of = _ids(fields, "source")
    return bool(of) and all(each in sources for each in of) and fields.get("says") not in LEFT_TO_THE_REPORT


def _party_fields(kind: str) -> list[str]:
    """The fields of a kind that name parties."""
    declared = every_kind()[kind].fields
    return [each.name for each in declared if isinstance(each.form, Ref) and set(PARTIES) & set(each.form.kinds)]


def _fields(row: Fields) -> Fields:
    return cast(Fields, row["fields"])


def _ids(fields: Fields, name: str) -> tuple[str, ...]:
    value = fields.get(name)
    return tuple(str(each) for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _strings(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
