"""Is this the same? A read person, party or session is held against others like it, and a person's answer is kept.

1. Asked is only about what is not certainly the same and about which nobody here has answered.
2. An answer is a note of this home, kept by what the drafts say, so that it holds for later documents too; it can be undone.
3. "Same": a draft accepted later refers to what the other became. "Differ": the two are never asked about again.
4. Of two that were both entered, "same" is entered as a `merge`; parties are never merged.

Source: docs/decisions/0010-the-reader-enters-nothing.md; kinds/merge.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.procedures.draft_acts import same_session
from comity.procedures.draft_keys import (
    COMPARED,
    asked_of,
    is_read_as,
    keep_all_keys,
    keys_of,
    known_by,
    script_of,
    token,
    year_of,
)
from comity.procedures.entering import Entering
from comity.procedures.hand import Hand
from comity.procedures.known_names import like_draft, things_like
from comity.procedures.own_books import book_to_enter
from comity.procedures.party_lookup import ISO
from comity.procedures.same_as import same_as
from comity.reader.names.bare_names import bare_name
from comity.reader.names.names_across import ASK, SURE
from comity.reader.words.folding import bare
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.errors import NotComparable, PartiesStayApart, UnknownThing
from comity.record.field import PARTIES
from comity.store.home import Home
from comity.store.reading import DeedPart, DraftRow, Reading
from comity.store.rows import likeness_of

MOST = 5
_CHECKED = 60
# How names read in two languages may be alike, where it is more than being read so.
_SAID = ("mixed", "sound", "marks")
# Which things in the register a draft of each type is held against.
_THINGS = {"party": PARTIES, "person": ("post_holding",), "session": ("session",)}


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another draft (`draft`, else None) or thing (`entry`, else "") like a draft; `why`: a key of `draft_view.ALIKE`."""

    other: str
    draft: DraftRow | None
    entry: str
    why: str


def likenesses(reading: Reading, row: DraftRow, *, most: int = MOST) -> list[Likeness]:
    """What a draft may be the same as and nobody has answered about, drafts first; a bounded number is looked at."""
    if row.type not in COMPARED or row.state not in ("open", "accepted"):
        return []
    own = token(row)
    answered, known = {own, *reading.likenesses(own)}, {row.entry, same_as(reading, own)}
    drafts = list(_like_drafts(reading, row))
    # What a draft was entered as is asked about as that draft, and once.
    asked_as_drafts = {like.entry for like in drafts if like.entry}
    things = [like for like in _like_things(reading, row) if like.entry not in asked_as_drafts]
    found = {like.other: like for like in (*reversed(things), *reversed(drafts)) if like.other not in answered}
    open_ones = [like for like in found.values() if not like.entry or like.entry not in known]
    return sorted(open_ones, key=lambda like: (like.draft is None, like.draft.number if like.draft else 0))[:most]


def answer_alike(home: Home, number: int, other: str, *, same: bool, by: Hand) -> EntryId | None:
    """Keeps that a draft and another (by number) or a thing (by name) are the same, or differ.

    `by` whose party is "" enters in the home's own book. Returns the `merge` where both stand in the book already and
    are the same, else None.
    Raises: UnknownDraft, UnknownThing, AmbiguousName, NotComparable, PartiesStayApart, and as `Entering.act`.
    """
    with home.read() as reading:
        row = reading.draft(number)
        name, second = _other(reading, row, other)
        entries = (row.entry, second.entry if second else name)
    if same and row.state == "accepted" and all(entries) and entries[0] != entries[1]:
        if row.type == "party":
            raise PartiesStayApart
        return _merge(home, (row, second), [*entries], said=likeness_of(token(row), name, "same"), by=by)
    with home.write(entering=False) as writing:
        keep_all_keys(writing)
        said = likeness_of(token(row), name, "same" if same else "differ")
        earlier = writing.likeness(token(row), name)
        before: Fields | None = {**likeness_of(token(row), name, earlier)} if earlier else None
        writing.set_likeness(token(row), name, said["answer"])
        parts = [DeedPart(each.number, each.source, before, {**said}) for each in (row, second) if each is not None]
        writing.add_deed(said["answer"], parts, at=by.moment.at)
    return None


def _merge(
    home: Home,
    rows: tuple[DraftRow, DraftRow | None],
    entries: list[Value],
    *,
    said: dict[str, str],
    by: Hand,
) -> EntryId:
    """Enters that two entries are one, once: said again, it gives the `merge` entered before."""
    with home.write() as writing:
        earlier = [part.after or {} for deed in writing.deeds_on(rows[0].number) if deed.what == "merge" for part in deed.parts]
        for after in earlier:
            if (after["one"], after["other"]) == (said["one"], said["other"]):
                return EntryId(str(after["entry"]))
        entering = Entering(home, writing, by.moment)
        merge = entering.act("merge", {"things": entries}, book_to_enter(entering, by.party or None))
        entering.finish()
        writing.set_likeness(said["one"], said["other"], "same")
        after_: Fields = {**said, "entry": merge}
        writing.add_deed("merge", [DeedPart(row.number, row.source, None, after_) for row in rows if row], at=by.moment.at)
    return merge


def _other(reading: Reading, row: DraftRow, other: str) -> tuple[str, DraftRow | None]:
    """The token or id of what `other` names, and the draft where it is one."""
    if row.type not in COMPARED:
        raise NotComparable(number=row.number, other=other)
    if other.isascii() and other.isdigit() and len(other) < 10:
        second = reading.draft(int(other))
        if second.type != row.type or second.number == row.number or token(second) == token(row):
            raise NotComparable(number=row.number, other=other)
        return token(second), second
    entry = reading.resolve(other)
    thing = reading.thing(entry)
    if thing is None:
        raise UnknownThing(name=other)
    if thing["kind"] not in (*_THINGS[row.type], *(("reading",) if row.type == "person" else ())) or entry == row.entry:
        raise NotComparable(number=row.number, other=other)
    return entry, None


def _like_drafts(reading: Reading, row: DraftRow) -> Iterator[Likeness]:
    keys = keys_of(row, year_of(reading, row.source)) - {known_by(token(row))} | asked_of(row)
    found = reading.drafts_with_keys(keys, besides=row.number, limit=_CHECKED)
    shared = reading.shared_keys(keys, [other.number for other in found])
    for other in found:
        why = _why(row, other, shared.get(other.number, set()))
        if why:
            yield Likeness(token(other), other, other.entry, why)


def _why(row: DraftRow, other: DraftRow, shared: set[str]) -> str:
    """How two drafts are alike, or "" where what they share says nothing."""
    if row.type == "session":
        editions = {str(each.value["edition"]) for each in (row, other) if each.value.get("edition")}
        if same_session(row.value, other.value):
            return ""
        if any(key.startswith("day~") for key in shared):
            return "day"
        return "sitting" if len(editions) < 2 else ""
    if _are_two_codes(row.value.get("code"), other.value.get("code")):
        return ""
    if any(not key.startswith("post~") and not is_read_as(key) for key in shared):
        return "name"
    if any(map(is_read_as, shared)):
        like = like_draft(row, other)
        if like.how == ASK:
            return like.why if like.why in _SAID else "reading"
        if like.how == SURE:
            return "" if row.type == "person" else "reading"
    # Two names in one script that hold one post are two people, one after the other.
    scripts = {script_of(str(each.value.get("name", ""))) for each in (row, other)}
    return "post" if len(scripts) == 2 else ""


def _are_two_codes(one: object, other: object) -> bool:
    """Whether both are codes of ISO 3166-2, and different ones: then nothing is asked."""
    return all(isinstance(code, str) and ISO.fullmatch(code) for code in (one, other)) and one != other


def _like_things(reading: Reading, row: DraftRow) -> Iterator[Likeness]:
    if row.type == "session":
        yield from _like_sessions(reading, row)
        return
    name = bare_name(str(row.value.get("name", "")))
    code = str(row.value.get("code", ""))
    for kind in _THINGS[row.type]:
        for thing in reading.search(name, kind=kind, limit=MOST) if name else ():
            entry, fields = EntryId(str(thing["id"])), thing.get("fields")
            iso = fields.get("iso") if isinstance(fields, dict) else None
            is_known = bool(code) and code in (iso, entry, reading.short_name_of(entry))
            is_called_so = bare(name) in {bare(bare_name(said)) for said in _names(fields)}
            if is_called_so and not is_known and not _are_two_codes(code, iso):
                yield Likeness(entry, None, entry, "thing")
    yield from _read_things(reading, row, code)


def _read_things(reading: Reading, row: DraftRow, code: str) -> Iterator[Likeness]:
    """Things whose names are how this one's is read in another language."""
    for thing, like in things_like(reading, row):
        entry, fields = EntryId(str(thing["id"])), thing.get("fields")
        iso = fields.get("iso") if isinstance(fields, dict) else None
        is_known = bool(code) and code in (iso, entry, reading.short_name_of(entry))
        if like.why != "spelling" and not is_known and not _are_two_codes(code, iso):
            yield Likeness(entry, None, entry, like.why if like.why in _SAID else "reading")


def _like_sessions(reading: Reading, row: DraftRow) -> Iterator[Likeness]:
    day = str(row.value.get("date", ""))
    for thing in reading.things("session", limit=_CHECKED) if len(day) == len("2026-03-03") else ():
        fields = thing.get("fields")
        if isinstance(fields, dict) and fields.get("starts_on") == day:
            yield Likeness(str(thing["id"]), None, str(thing["id"]), "day")


def _names(fields: object) -> Iterator[str]:
    """What a party or a holder of a post is called, in every language."""
    if isinstance(fields, dict):
        for name in ("name", "holder", "other_names", "reading_of_name"):
            said = fields.get(name)
            for part in said if isinstance(said, list) else [said]:
                yield str(part.get("text", "")) if isinstance(part, dict) else str(part or "")
