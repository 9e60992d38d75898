"""Which thing of the register a name means that was read in another language: known people and border gates.

1. Only a name that is surely the same and means one thing only is taken; the rest is for a person to say.
2. A person is taken only within the same party; what a person here called different stays so.

Source: docs/decisions/0025-names-across-languages.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.procedures.draft_keys import asked_of, token
from comity.reader.names.aliases import GATE, PARTY, PERSON
from comity.reader.names.names_across import ASK, SURE, Likeness, same
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES
from comity.store.reading import DraftRow, Reading

# The kinds of things that have names of their own: what `same` calls them, and the fields that name them.
_PARTY_NAMES = ("name", "other_names", "reading_of_name")
_NAMED = (
    *((kind, PARTY, _PARTY_NAMES) for kind in PARTIES),
    ("post_holding", PERSON, ("holder", "other_names")),
    ("gate", GATE, ("first_name", "second_name")),
)
# So many things of a kind at most are looked through.
MOST = 1000
# No name is longer.
_LONGEST = 80


def names_in(fields: object, *which: str) -> Iterator[str]:
    """What the fields of a thing call it, in every language."""
    for name in which if isinstance(fields, dict) else ():
        said = fields.get(name) if isinstance(fields, dict) else None
        for part in said if isinstance(said, list) else [said]:
            words = str(part.get("text", "")) if isinstance(part, dict) else str(part or "")
            if words:
                yield words


def like_draft(one: DraftRow, other: DraftRow) -> Likeness:
    """How alike the names of two people or parties read are; a sure one of two parties' people is for a person to say."""
    like = same(str(one.value.get("name", "")), str(other.value.get("name", "")), what=one.type)
    parties = {str(each.value.get("party") or "") for each in (one, other)}
    if one.type != "person" or like.how != SURE or (len(parties) == 1 and "" not in parties):
        return like
    return Likeness(ASK, min(like.confidence, 70), like.why)


def other_spellings(reading: Reading, words: str) -> tuple[str, ...]:
    """What the register calls a party, a holder of a post or a gate that the words surely name in other letters or characters."""
    found: list[str] = []
    for kind, what, fields in _NAMED if len(words) <= _LONGEST else ():
        for thing in reading.things(kind, limit=MOST):
            names = list(names_in(thing.get("fields"), *fields))
            likes = [same(words, name, what=what) for name in names]
            if any(like.how == SURE for like in likes):
                found += [name for name, like in zip(names, likes, strict=True) if like.why not in ("spelling", "marks")]
    return tuple(dict.fromkeys(found))


def person_meant(reading: Reading, row: DraftRow) -> EntryId | None:
    """What an accepted draft of the very same person in another spelling became, or None where none or several did."""
    found: set[str] = set()
    answered = reading.likenesses(token(row))
    for other in reading.drafts_with_keys(asked_of(row), states=("accepted",), besides=row.number, limit=60):
        if other.type == "person" and other.entry and token(other) not in answered:
            found |= {other.entry} if like_draft(row, other).how == SURE else set()
    return EntryId(found.pop()) if len(found) == 1 else None


def gate_meant(reading: Reading, names: Value | None) -> EntryId | None:
    """The pair of border gates in the register that two names mean, in either order; None where none or several do."""
    if not isinstance(names, list) or len(names) != 2:
        return None
    found = {
        str(row["id"])
        for row in reading.things("gate", limit=MOST)
        if _is_pair(row.get("fields"), str(names[0]), str(names[1])) or _is_pair(row.get("fields"), str(names[1]), str(names[0]))
    }
    return EntryId(found.pop()) if len(found) == 1 else None


def _is_pair(fields: object, first: str, second: str) -> bool:
    sides = [list(names_in(fields, name)) for name in ("first_name", "second_name")]
    said = zip((first, second), sides, strict=True)
    return all(any(same(name, known, what=GATE).how == SURE for known in side) for name, side in said)


def things_like(reading: Reading, row: DraftRow) -> Iterator[tuple[Fields, Likeness]]:
    """The parties or holders of posts in the register whose names are like that of a draft, in another script or spelling."""
    what = PERSON if row.type == "person" else PARTY
    fields = ("holder", "other_names") if row.type == "person" else _PARTY_NAMES
    name = str(row.value.get("name", ""))
    for kind in ("post_holding",) if row.type == "person" else PARTIES:
        for thing in reading.things(kind, limit=MOST) if name else ():
            likes = [same(name, known, what=what) for known in names_in(thing.get("fields"), *fields)]
            best = max(likes, key=lambda like: like.confidence, default=None)
            if best is not None and best.how != "differ":
                yield thing, best
