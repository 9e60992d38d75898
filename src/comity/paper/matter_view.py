"""The same matter over the years: agreed items and proposals that somebody has tied to each other.

Ties are stated, never guessed: a merge, one carrying out another, one born from another, one resting on words that
are about the other, two that a person here confirmed as one matter; and, as the only thing seen without being stated, the
very same wording in one language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comity.paper.row_parts import fields_in, ids_in, rows_in, statements_in, view_of, words_in
from comity.paper.thing_view import title_parts
from comity.paper.translate import N_, Msgid
from comity.record.canonical import Fields

MATTERS = frozenset({"undertaking", "proposal"})
TIES: dict[str, Msgid] = {
    "same": N_("stated to be the same"),
    "carries_out": N_("one carries out the other"),
    "proposal": N_("one was born from the other"),
    "reading": N_("one rests on words about the other"),
    "thread": N_("confirmed here as one matter"),
    "wording": N_("the same wording"),
}


@dataclass(frozen=True, slots=True)
class Station:
    """One point of the matter: when, in which session, and what ties it to the others; "" for the thing itself."""

    id: str
    day: str
    session: str
    kind: str
    tie: str


def ties_of(row: Fields, readings: Mapping[str, Fields]) -> dict[str, str]:
    """The ids that a row is tied to, with the tie; `readings` are those it rests on and those about it, by id.

    A reading ties what rests on it to what it is about. Two things it merely mentions side by side are not tied.
    """
    fields, found = fields_in(row), dict[str, str]()
    for same in rows_in(view_of(row), "same_as"):
        found.setdefault(words_in(same, "thing"), "same")
    for thing in ids_in(fields, "carries_out"):
        found.setdefault(thing, "carries_out")
    for thing in (*ids_in(fields, "proposal"), *ids_in(view_of(row), "taken_up_in")):
        found.setdefault(thing, "proposal")
    for said in statements_in(row, "undertaking"):
        if "carries_out" in ids_in(said, "roles"):
            found.setdefault(str(said["id"]), "carries_out")
    for thing in ids_in(fields, "evidence"):
        for other in ids_in(fields_in(readings[thing]), "about") if thing in readings else ():
            found.setdefault(other, "reading")
    for thing in readings_about(row):
        for said in statements_in(readings[thing], *MATTERS) if thing in readings else ():
            if "evidence" in ids_in(said, "roles"):
                found.setdefault(str(said["id"]), "reading")
    return {thing: tie for thing, tie in found.items() if thing and thing != row["id"]}


def readings_about(row: Fields) -> list[str]:
    """The readings that are about it."""
    return [str(said["id"]) for said in statements_in(row, "reading") if "about" in ids_in(said, "roles")]


def wordings_of(row: Fields) -> set[tuple[str, str]]:
    """Its titles by language, without regard to capitals, spaces and the stop at the end."""
    return {(part.lang, " ".join(part.text.casefold().split()).strip(" .;。；")) for part in title_parts(row)}


def station(row: Fields, tie: str, sessions: Mapping[str, Fields]) -> Station:
    """The row as a point of the matter, on its own day or that of its session."""
    fields = fields_in(row)
    session = next(iter(ids_in(fields, "session")), "")
    held = words_in(fields_in(sessions[session]), "starts_on") if session in sessions else ""
    return Station(str(row["id"]), day_of(row) or held, session, str(row["kind"]), tie)


def day_of(row: Fields) -> str:
    """The day it was agreed or proposed on, "" where none is said."""
    fields = fields_in(row)
    return words_in(fields, "agreed_on") or words_in(fields, "proposed_on")
