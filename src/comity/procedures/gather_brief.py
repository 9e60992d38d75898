"""Gathers what a home holds of one partner for a leader's brief: seen with the home's own eyes, and for them alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from comity.paper.areas import AREAS
from comity.paper.row_parts import fields_in, ids_in
from comity.procedures.books_known import books_known
from comity.procedures.eyes import Eyes
from comity.procedures.gather_findings import Asked, gather_findings
from comity.procedures.own_books import home_book
from comity.record.canonical import Fields
from comity.record.errors import UnknownParty, UnknownThing, WrongValue
from comity.record.field import PARTIES
from comity.review.brief_material import BriefMaterial, concerns, found_about
from comity.review.found import Found
from comity.review.thresholds import Thresholds
from comity.store.reading import Reading

# What names the party in the rows of each kind that a brief tells of.
_NAMED_BY = {
    "undertaking": "owners",
    "proposal": "proposed_by",
    "letter": "from_party",
    "call": "from_party",
    "post_holding": "party",
}
_SPOKEN_OF = ("owners", "session", "part_of", "from_party", "to_party")


@dataclass(frozen=True, slots=True)
class BriefAsked:
    """The day (ISO), the numbers to go by, the party by name or id, and what the brief keeps to: a name, an id or the code of an
    area, "" for all; `most` how many things of each kind are looked through, the latest first, None for all."""

    day: str
    limits: Thresholds
    party: str
    about: str = ""
    most: int | None = None


def gather_brief(reading: Reading, asked: BriefAsked) -> BriefMaterial:
    """What the brief is written from. Raises: UnknownParty, UnknownThing, AmbiguousName, WrongValue."""
    row, about, eyes = _party(reading, asked.party), _about(reading, asked.about), Eyes(reading)
    party = str(row["id"])
    findings = gather_findings(reading, Asked(asked.day, asked.limits, most=asked.most))
    every = {**findings.state.rows, "proposal": eyes.things("proposal", asked.most)}
    named = {kind: [each for each in every[kind] if party in ids_in(fields_in(each), name)] for kind, name in _NAMED_BY.items()}
    held = {
        kind: [each for each in rows if each.get("body") == "held" and _fits(each, kind, about)] for kind, rows in named.items()
    }
    kept = [each for kind in ("undertaking", "proposal", "letter", "call") for each in held[kind]]
    found = found_about(findings.found, party, about, {str(each["id"]) for each in kept})
    sessions = {thing for each in held["proposal"] for thing in ids_in(fields_in(each), "session")}
    beside = {**findings.state.beside, **eyes.called(sessions - findings.state.beside.keys())}
    names = eyes.names(_wanted(found, [row, *kept]) | {about})
    return BriefMaterial(
        state=replace(findings.state, beside=beside),
        row=row,
        about=about,
        holders=tuple(held["post_holding"]),
        items=tuple(held["undertaking"]),
        proposals=tuple(held["proposal"]),
        letters=(*held["letter"], *held["call"]),
        found=found,
        names=names,
        not_held=sum(each.get("body") != "held" for rows in named.values() for each in rows),
        known=books_known(reading, {party: names[party]} if party in names else {}),
    )


def _party(reading: Reading, name: str) -> Fields:
    """The row of the partner. Raises: UnknownParty, AmbiguousName, WrongValue."""
    try:
        row = reading.thing(reading.resolve(name))
    except UnknownThing as problem:
        raise UnknownParty(name=name) from problem
    if row is None or row["kind"] not in PARTIES:
        raise UnknownParty(name=name)
    if str(row["id"]) == str(home_book(reading)):
        raise WrongValue(field="party", value=name[:60], expected="a party other than the home's own")
    return row


def _about(reading: Reading, name: str) -> str:
    return name if name in AREAS or not name else str(reading.resolve(name))


def _fits(row: Fields, kind: str, about: str) -> bool:
    return kind == "post_holding" or concerns(row, about)


def _wanted(found: Iterable[Found], rows: Iterable[Fields]) -> set[str]:
    spoken = {str(row["id"]) for row in rows}
    spoken |= {thing for row in rows for name in _SPOKEN_OF for thing in ids_in(fields_in(row), name)}
    return spoken | {name for each in found for name in each.named()}
