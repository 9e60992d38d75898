"""Instruments: what was signed or issued, by which organs, for how long, and what follows on.

- One that is carried as an item with texts here is shown with the status of its text; one that a source reports, by the reading.
- Parties are those a reading names itself; where it names none, those of its session as of that date, and it is shown so.
- A term said as a year or a month ends with its last day. What ends soon ends within a year of the day asked about.
- A second report of the same instrument stands with the first.

Source: domain sections 4 and 13.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from comity.kinds.charter import ORGANS
from comity.kinds.item import FORMS
from comity.kinds.source import GENRES
from comity.paper.row_parts import fields_in, ids_in, rows_in, statements_in, words_in
from comity.paper.thing_view import title_parts
from comity.paper.wording import Part
from comity.record.canonical import Fields
from comity.record.status import status_of

SAYS = ("signed", "instrument")
SOON_DAYS = 365


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """An instrument as lists show it; `form` and `organ` by their codes, days as said, "" where nothing is said.

    `status` is that of its text where it is an item here, else "". `ends` is "soon", "past" or "" on the day asked about.
    `same` other readings that report it; `follows` what it carries out; `followed_by` what carries it out;
    `next` the following one of its form in its mechanism.
    """

    id: str
    title: tuple[Part, ...]
    form: str
    organ: str
    parties: tuple[str, ...]
    of_session: bool
    sessions: tuple[str, ...]
    day: str
    ends_on: str
    ends: str
    status: str
    source: str
    agreed: tuple[str, ...]
    same: tuple[str, ...]
    follows: tuple[str, ...]
    followed_by: tuple[str, ...]
    next: str

    def named(self) -> set[str]:
        """Everything whose name its line shows."""
        tied = (*self.agreed, *self.same, *self.follows, *self.followed_by, self.next)
        return {self.id, *self.parties, *self.sessions, self.source, *tied} - {""}


def asked_for(rows: Iterable[Fields]) -> set[str]:
    """What must be at hand beside readings and items: what they are about and the sessions they name."""
    return {thing for row in rows for name in ("about", "session") for thing in ids_in(fields_in(row), name)}


def reported_line(row: Fields, beside: Mapping[str, Fields], *, on: str) -> InstrumentLine:
    """The line of an instrument that a source reports; `beside` holds the rows of `asked_for`, `on` the day asked about."""
    fields = fields_in(row)
    given = fields.get("value")
    value: Fields = given if isinstance(given, dict) else {}
    about = [thing for thing in ids_in(fields, "about") if thing in beside]
    of = {name: tuple(thing for thing in about if beside[thing]["kind"] in kinds) for name, kinds in _ABOUT.items()}
    sessions = of["session"]
    of_session = not of["party"] and bool(sessions) and value.get("nature") not in ("plan", "decision")
    parties = _parties_of(beside, sessions[:1]) if of_session else of["party"]
    instruments = tuple(thing for thing in of["reading"] if fields_in(beside[thing]).get("says") in SAYS)
    ends_on = words_in(value, "date_until") or words_in(value, "deadline")
    return InstrumentLine(
        id=str(row["id"]),
        title=tuple(title_parts(row)),
        form=words_in(value, "nature"),
        organ=words_in(value, "role"),
        parties=parties,
        of_session=of_session,
        sessions=sessions,
        day=words_in(value, "date") or next((_day_of(beside[thing]) for thing in sessions), ""),
        ends_on=ends_on,
        ends=ending(ends_on, on=on),
        status="",
        source=next(iter(ids_in(fields, "source")), ""),
        agreed=of["undertaking"],
        same=instruments if value.get("act") == "same" else (),
        follows=instruments if value.get("act") != "same" else (),
        followed_by=(),
        next="",
    )


_ABOUT = {"session": ("session",), "party": ("charter", "party"), "undertaking": ("undertaking",), "reading": ("reading",)}


def own_line(row: Fields, beside: Mapping[str, Fields], *, on: str) -> InstrumentLine:
    """The line of an item with its texts; the text in force on the day leads, else the last tabled."""
    fields, agreement = fields_in(row), row.get("agreement")
    agreed: Fields = agreement if isinstance(agreement, dict) else {}
    texts = rows_in(agreed, "texts")
    force = words_in(agreed, "in_force")
    lead: Fields = next((text for text in texts if text["id"] == force), texts[-1] if texts else {})
    sessions = ids_in(fields, "session")
    ends_on = words_in(lead, "ends_on")
    return InstrumentLine(
        id=str(row["id"]),
        title=tuple(title_parts(row)),
        form=words_in(fields, "form"),
        organ="",
        parties=ids_in(agreed, "parties") or ids_in(fields, "parties"),
        of_session=False,
        sessions=sessions,
        day=next((_day_of(beside[thing]) for thing in sessions if thing in beside), ""),
        ends_on=ends_on,
        ends=ending(ends_on, on=on),
        status=str(status_of(lead, on=on)) if lead else "",
        source="",
        agreed=tuple(str(said["id"]) for said in statements_in(row, "undertaking")),
        same=(),
        follows=ids_in(fields, "part_of"),
        followed_by=(),
        next="",
    )


def tied(lines: Iterable[InstrumentLine], mechanisms: Mapping[str, str]) -> list[InstrumentLine]:
    """The lines by day, the latest first, each with what follows on; second reports stand with the first.

    `mechanisms` is that of each session by its id, "" where it has none.
    """
    every = sorted(lines, key=lambda line: (line.day, line.id), reverse=True)
    ids = {line.id for line in every}
    double = {line.id for line in every if ids & set(line.same)}
    told: dict[str, list[str]] = {}
    carried: dict[str, list[str]] = {}
    for line in every:
        for other in line.same:
            told.setdefault(other, []).append(line.id)
        for other in line.follows:
            carried.setdefault(other, []).append(line.id)
    later: dict[tuple[str, str, str], str] = {}
    found = []
    for line in (line for line in every if line.id not in double):
        way = next((mechanisms[each] for each in line.sessions if mechanisms.get(each)), "")
        series = (way, line.form, line.organ)
        follower = later.get(series, "") if way and line.organ else ""
        later[series] = line.id
        same, carried_by = tuple(told.get(line.id, ())), tuple(carried.get(line.id, ()))
        found.append(replace(line, same=same, followed_by=carried_by, next=follower))
    return found


def ending(ends_on: str, *, on: str) -> str:
    """How a term stands on a day: "past", "soon" within a year, else ""; a year or month ends with its last day."""
    last = _last_day(ends_on)
    if last is None:
        return ""
    today = date.fromisoformat(on)
    return "past" if last < today else "soon" if last <= today + timedelta(days=SOON_DAYS) else ""


def form_words(code: str, lang: str) -> str:
    """What kind of paper it is."""
    labels = FORMS.get(code) or GENRES.get(code)
    return labels.in_language(lang) if labels else code


def organ_words(code: str, lang: str) -> str:
    """Which organ signed or issued it."""
    return ORGANS[code].in_language(lang) if code in ORGANS else code


def _parties_of(beside: Mapping[str, Fields], sessions: Iterable[str]) -> tuple[str, ...]:
    return tuple(party for thing in sessions for party in ids_in(fields_in(beside[thing]), "parties"))


def _day_of(session: Fields) -> str:
    return words_in(fields_in(session), "starts_on")


def _last_day(day: str) -> date | None:
    try:
        if len(day) == 4:
            return date(int(day), 12, 31)
        if len(day) == 7:
            return (date.fromisoformat(day + "-01") + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return date.fromisoformat(day)
    except ValueError:
        return None
