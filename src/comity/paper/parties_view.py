"""Parties and people: names in their forms, how long each existed, who follows it, and who held its posts.

A party that ended without a successor named is shown with "no successor yet"; whether one counts for an item is for
the rule of succession to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.kinds.charter import ORGANS
from comity.paper.row_parts import fields_in, ids_in, rows_in, view_of, words_in
from comity.paper.thing_view import title_parts
from comity.paper.wording import Part, lead_of, parts_of
from comity.record.canonical import Fields


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party as lists show it; `valid_from` and `valid_until` as said, "" where nothing is said."""

    id: str
    has_book: bool
    name: tuple[Part, ...]
    readings: tuple[str, ...]
    iso: str
    organ: str
    valid_from: str
    valid_until: str
    part_of: tuple[str, ...]
    successors: tuple[str, ...]
    predecessors: tuple[str, ...]
    without_successor: bool
    counterparts: tuple[str, ...]
    holders: int
    owes: int
    proposed: int


@dataclass(frozen=True, slots=True)
class HolderLine:
    """Who held a post, from when until when; `named_on` the days of the sources that name the holder so, in order."""

    id: str
    party: str
    body: tuple[Part, ...]
    post: tuple[Part, ...]
    holder: str
    other_names: tuple[str, ...]
    acting: bool
    from_on: str
    until_on: str
    followed_by: tuple[str, ...]
    named_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many agreed items, proposals and holders of posts name each party, by its id; and whom it meets across the border."""

    owes: dict[str, int]
    proposed: dict[str, int]
    holders: dict[str, int]
    counterparts: dict[str, set[str]]


def counterparts(gates: Iterable[Fields], mechanisms: Iterable[Fields]) -> dict[str, set[str]]:
    """Whom each party faces: across a pair of border gates, or alone in a mechanism of two."""
    found: dict[str, set[str]] = {}
    pairs = [(ids_in(fields_in(row), "first_at"), ids_in(fields_in(row), "second_at")) for row in gates]
    pairs += [(two[:1], two[1:]) for row in mechanisms if len(two := ids_in(fields_in(row), "parties")) == 2]
    for ours, theirs in pairs:
        for one in ours:
            for other in theirs:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return found


def party_line(row: Fields, counts: Counts) -> PartyLine:
    """The line of a party, with or without a book."""
    fields, view, thing = fields_in(row), view_of(row), str(row["id"])
    valid = view.get("valid")
    valid = valid if isinstance(valid, dict) else {}
    return PartyLine(
        id=thing,
        has_book=row["kind"] == "charter",
        name=tuple(title_parts(row)),
        readings=ids_in(fields, "reading_of_name"),
        iso=words_in(fields, "iso"),
        organ=words_in(fields, "organ"),
        valid_from=words_in(valid, "from"),
        valid_until=words_in(valid, "until"),
        part_of=ids_in(fields, "part_of"),
        successors=tuple(words_in(part, "party") for part in rows_in(view, "successors")),
        predecessors=ids_in(view, "predecessors"),
        without_successor=view.get("without_successor") is True,
        counterparts=tuple(sorted(counts.counterparts.get(thing, ()))),
        holders=counts.holders.get(thing, 0),
        owes=counts.owes.get(thing, 0),
        proposed=counts.proposed.get(thing, 0),
    )


def holder_line(row: Fields, days: Mapping[str, str]) -> HolderLine:
    """The line of a post and its holder; `days` are those of the sources of its evidence, by the id of the reading or source."""
    fields = fields_in(row)
    return HolderLine(
        id=str(row["id"]),
        party=next(iter(ids_in(fields, "party")), ""),
        body=tuple(parts_of(fields.get("body"))),
        post=tuple(parts_of(fields.get("post"))),
        holder=words_in(fields, "holder"),
        other_names=ids_in(fields, "other_names"),
        acting=fields.get("acting") is True,
        from_on=words_in(fields, "from_on"),
        until_on=words_in(fields, "until_on"),
        followed_by=ids_in(view_of(row), "followed_by"),
        named_on=tuple(sorted({days[thing] for thing in ids_in(fields, "evidence") if thing in days})),
    )


def by_post(lines: Iterable[HolderLine]) -> list[HolderLine]:
    """By party and post, the latest holder first."""
    latest = sorted(lines, key=_time, reverse=True)
    return sorted(latest, key=lambda line: (line.party, [part.text for part in line.body], [part.text for part in line.post]))


def _time(line: HolderLine) -> tuple[str, str, str]:
    return line.from_on or "".join(line.named_on[:1]), line.until_on or "9", line.id


def alphabetical(rows: Iterable[Fields], lang: str) -> list[Fields]:
    """Parties by what each is called in the language, those without a name last."""
    return sorted(rows, key=lambda row: (_called(row, lang), str(row["id"])))


def _called(row: Fields, lang: str) -> str:
    lead = lead_of(title_parts(row), lang)
    return lead.text.casefold() if lead else "~"


def organ_words(code: str, lang: str) -> str:
    """Party committee, government, people's body or department."""
    return ORGANS[code].in_language(lang) if code in ORGANS else code
