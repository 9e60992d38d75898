"""Sessions on their timelines, one for each mechanism, with what else is told of each.

- The parties are those of the session itself, as of its date.
- Another day or number told of a session stands beside the first one with where it is told; a day that is only
  said less exactly is no other day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.kinds.session import FORMS, STAGES
from comity.paper.row_parts import fields_in, ids_in, statements_in, view_of, words_in
from comity.paper.thing_view import title_parts
from comity.paper.wording import Part, parts_of
from comity.record.canonical import Fields


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who came in whose place, by the delegation that says so."""

    delegation: str
    party: str
    head: str
    stands_in_for: str


@dataclass(frozen=True, slots=True)
class AlsoTold:
    """Another day ("date") or number ("edition") told of the session, by the reading that says so and its source."""

    part: str
    value: str
    reading: str
    source: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as lists show it; counts are of the things that name it, `signed` the readings of what was signed at it."""

    id: str
    title: tuple[Part, ...]
    mechanism: str
    edition: str
    starts_on: str
    ends_on: str
    stage: str
    form: str
    live_points: str
    host: tuple[str, ...]
    venue: tuple[Part, ...]
    parties: tuple[str, ...]
    part_of: tuple[str, ...]
    parts: tuple[str, ...]
    stand_ins: tuple[StandIn, ...]
    also_told: tuple[AlsoTold, ...]
    proposals: int
    items: int
    undertakings: int
    signed: tuple[str, ...]

    def named(self) -> set[str]:
        """Everything whose name its line shows."""
        told = {told.source for told in self.also_told} | {each.party for each in self.stand_ins}
        return {self.id, self.mechanism, *self.host, *self.parties, *self.part_of, *self.parts, *self.signed, *told} - {""}


def asked_for(row: Fields) -> set[str]:
    """What must be at hand beside the row: its delegations and the readings it rests on."""
    return {*ids_in(view_of(row), "delegations"), *ids_in(fields_in(row), "evidence")}


def session_line(row: Fields, beside: Mapping[str, Fields]) -> SessionLine:
    """The line of a session; `beside` holds the rows of `asked_for`."""
    fields, view = fields_in(row), view_of(row)
    return SessionLine(
        id=str(row["id"]),
        title=tuple(title_parts(row)),
        mechanism=next(iter(ids_in(fields, "mechanism")), ""),
        edition=words_in(fields, "edition"),
        starts_on=words_in(fields, "starts_on"),
        ends_on=words_in(fields, "ends_on"),
        stage=words_in(fields, "stage"),
        form=words_in(fields, "form"),
        live_points=words_in(fields, "live_points"),
        host=ids_in(fields, "host"),
        venue=tuple(parts_of(fields.get("venue"))),
        parties=ids_in(fields, "parties"),
        part_of=ids_in(fields, "part_of"),
        parts=ids_in(view, "parts"),
        stand_ins=tuple(_stand_ins(ids_in(view, "delegations"), beside)),
        also_told=tuple(_also_told(row, beside)),
        proposals=len(ids_in(view, "proposals")),
        items=len(ids_in(view, "items")),
        undertakings=len(ids_in(view, "undertakings")),
        signed=tuple(_signed(row)),
    )


def in_order_of_time(rows: Iterable[Fields]) -> list[Fields]:
    """By mechanism, the one that met last before the others; in each the latest first, by number where no day is said."""
    by_day = sorted(rows, key=lambda row: (words_in(fields_in(row), "starts_on"), _number(row), str(row["id"])), reverse=True)
    latest: dict[tuple[str, ...], int] = {}
    for at, row in enumerate(by_day):
        latest.setdefault(ids_in(fields_in(row), "mechanism")[:1], at)
    return sorted(by_day, key=lambda row: latest[ids_in(fields_in(row), "mechanism")[:1]])


def stage_words(code: str, lang: str) -> str:
    """Whether it is planned, was held, put off or not held."""
    return STAGES[code].in_language(lang) if code in STAGES else code


def form_words(code: str, lang: str) -> str:
    """Whether it met in person or online."""
    return FORMS[code].in_language(lang) if code in FORMS else code


def _signed(row: Fields) -> Iterable[str]:
    """The readings that tell of something signed or issued at it, each once."""
    for said in statements_in(row, "reading"):
        if fields_in(said).get("says") in ("signed", "instrument") and "about" in ids_in(said, "roles"):
            yield str(said["id"])


def _number(row: Fields) -> int:
    value = fields_in(row).get("edition")
    return value if isinstance(value, int) else 0


def _stand_ins(ids: Iterable[str], beside: Mapping[str, Fields]) -> Iterable[StandIn]:
    for thing in ids:
        fields = fields_in(beside[thing]) if thing in beside else {}
        if fields.get("stands_in_for"):
            party = next(iter(ids_in(fields, "party")), "")
            yield StandIn(thing, party, words_in(fields, "head"), words_in(fields, "stands_in_for"))


def _also_told(row: Fields, beside: Mapping[str, Fields]) -> Iterable[AlsoTold]:
    own = {"date": words_in(fields_in(row), "starts_on"), "edition": words_in(fields_in(row), "edition")}
    resting = [beside[thing] for thing in ids_in(fields_in(row), "evidence") if thing in beside]
    seen = set()
    for reading in [*statements_in(row, "reading"), *resting]:
        fields = fields_in(reading)
        value = fields.get("value") if fields.get("says") == "session" else None
        source = next(iter(ids_in(fields, "source")), "")
        for part, known in own.items():
            told = words_in(value, part) if isinstance(value, dict) else ""
            if told and known and not _agrees(part, told, known) and (part, told, source) not in seen:
                seen.add((part, told, source))
                yield AlsoTold(part, told, str(reading["id"]), source)


def _agrees(part: str, told: str, known: str) -> bool:
    return told == known or (part == "date" and (told.startswith(known + "-") or known.startswith(told + "-")))
