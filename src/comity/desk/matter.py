"""Looks up the same matter over the years: what is tied to an agreed item or proposal, and on to what that is tied to."""

from __future__ import annotations

from comity.desk.asking import Ask
from comity.paper.matter_view import MATTERS, Station, readings_about, station, ties_of
from comity.paper.row_parts import fields_in, ids_in
from comity.record.canonical import Fields

# How far ties are followed, and how many things they may lead to.
STEPS = 3
MOST = 40


def matter(ask: Ask, row: Fields) -> list[Station]:
    """The stations in order of their days, the thing itself among them; empty where nothing is tied to it."""
    if row["kind"] not in MATTERS:
        return []
    found, ties = {str(row["id"]): row}, {str(row["id"]): ""}
    edge = [row]
    for step in range(STEPS):
        named = _tied(ask, edge)
        if step == 0:
            named |= {thing: tie for thing, tie in _worded(ask, row).items() if thing not in named}
        else:
            named = {thing: tie for thing, tie in named.items() if tie != "reading"}
        fresh = {thing: tie for thing, tie in named.items() if thing not in found}
        rows = ask.reading.things_called(list(fresh)[:MOST]) if fresh else {}
        edge = [each for each in rows.values() if each["kind"] in MATTERS]
        found |= {str(each["id"]): each for each in edge}
        ties |= {str(each["id"]): fresh[str(each["id"])] for each in edge}
        if not edge or len(found) > MOST:
            break
    if len(found) == 1:
        return []
    sessions = ask.reading.things_called({name for each in found.values() for name in ids_in(fields_in(each), "session")})
    ask.names.learn({*found, *sessions})
    return sorted(
        (station(each, ties[thing], sessions) for thing, each in found.items()), key=lambda at: (at.day or "9999", at.id)
    )


def _tied(ask: Ask, rows: list[Fields]) -> dict[str, str]:
    resting = {thing for row in rows for thing in (*ids_in(fields_in(row), "evidence"), *readings_about(row))}
    readings = ask.reading.things_called(resting) if resting else {}
    ties: dict[str, str] = {}
    for row in rows:
        ties = ties_of(row, readings) | ties
    own = {str(row["id"]) for row in rows}
    for pair in ask.reading.threads_of(own):
        ties = {thing: "thread" for thing in pair if thing not in own} | ties
    return ties


def _worded(ask: Ask, row: Fields) -> dict[str, str]:
    """Things with the very same wording in one language."""
    alike = ask.reading.worded_as(row, sorted(MATTERS), limit=MOST)
    return {str(each["id"]): "wording" for each in alike}
