"""Keeps a letter that was opened, as what it is here: a letter told to us, with the PDF it came in. Never as the other's book.

- Entered are a `source` with the digest of the PDF, the PDF itself as an attached file, and a `letter` that rests on it, under
  the label it came with and addressed to nobody else. The sender is the party known here under its charter or by the same
  names, else a party without a book described anew.
- What it answers or is about is named where the very thing is held here; else it stands in the PDF alone.
- The heads and entries that letters showed of a book are noted, so that the next letter cannot show another history unnoticed; so
  are the names of its party, so that nobody else writes under them unnoticed.
- The same letter is kept once.

Source: design promises P4 and P9; docs/decisions/0030-the-letter-is-the-record.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from comity.paper.names import Name
from comity.paper.row_parts import fields_in, ids_in, words_in
from comity.paper.wording import parts_of
from comity.procedures.check_bundle import Acquaintance, Checked, acquainted, with_acquaintance
from comity.procedures.clock import Moment
from comity.procedures.entering import Entering
from comity.procedures.keep_attachment import plain_file_name
from comity.procedures.open_letter import OpenedLetter
from comity.procedures.own_books import book_to_enter
from comity.procedures.short_names import give_name
from comity.procedures.shown_books import SENDERS, key_of, noted, senders
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields, Value
from comity.record.errors import TwoHistories, UnknownThing
from comity.record.field import PARTIES
from comity.store.home import Home
from comity.store.reading import Reading

# What a letter says in its own words; who, when it came and what it refers to is for this home to say.
_TOLD = (
    "subject",
    "number",
    "kind_of_letter",
    "dated_on",
    "sent_on",
    "from_post",
    "to_post",
    "signer",
    "route",
    "asks_for",
    "answer_due_on",
    "attachments",
)
_MOST_NOTED = 5_000


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """The entries a letter is kept as; `is_new`: they were entered now. `is_to_us`: it names a party whose book is kept here."""

    source: EntryId
    letter: EntryId
    is_new: bool
    is_to_us: bool


def held_against(reading: Reading, opened: OpenedLetter) -> Checked:
    """What was checked, with how each book stands to what this home holds and was shown before."""
    known = acquainted(reading, opened.bundle)
    for party in known:
        before = noted(reading, party)
        if before and not _goes_with(before, opened, party):
            known[party] = Acquaintance.TWO_HISTORIES
        elif before and known[party] is Acquaintance.UNKNOWN:
            known[party] = Acquaintance.KNOWN
        elif known[party] is Acquaintance.UNKNOWN and _is_namesake(reading, opened.checked, party):
            known[party] = Acquaintance.NAMESAKE
    return with_acquaintance(opened.checked, known)


def keep_letter(home: Home, opened: OpenedLetter, *, moment: Moment) -> KeptLetter:
    """Enters the letter in the home's own book and keeps its PDF.

    Raises: TwoHistories, and what `Home.keep` and entering raise.
    """
    with home.read() as reading:
        checked = held_against(reading, opened)
        two = next((book for book in checked.books if book.acquaintance is Acquaintance.TWO_HISTORIES), None)
        if two is not None:
            raise TwoHistories(name=opened.name, party=two.charter_code)
        known = _kept_before(reading, opened)
    if known is not None:
        return known
    home.keep(opened.raw, name=plain_file_name(opened.name), at=moment.at)
    with home.write() as writing:
        entering = Entering(home, writing, moment)
        party = book_to_enter(entering, None)
        source = entering.act("source", _source(opened), party)
        letter = entering.act("letter", _letter(entering, checked, party, source), party)
        give_name(writing, _short(opened), letter)
        for book in opened.bundle.heads:
            _note(entering, opened, book)
        entering.finish()
        return KeptLetter(source, letter, True, _is_to_us(writing, opened.checked))


def _short(opened: OpenedLetter) -> str:
    return f"letter-{opened.checked.code}"


def _kept_before(reading: Reading, opened: OpenedLetter) -> KeptLetter | None:
    try:
        letter = reading.resolve(_short(opened))
    except UnknownThing:
        return None
    found = reading.thing(letter)
    evidence = ids_in(fields_in(found), "evidence") if found else ()
    return KeptLetter(EntryId(evidence[0] if evidence else ""), letter, False, _is_to_us(reading, opened.checked))


def _source(opened: OpenedLetter) -> Fields:
    fields = fields_in(opened.checked.row)
    given: Fields = {"title": fields["subject"], "digest": opened.digest, "genre": "letter", "coverage": "full_text"}
    given |= _reach(opened.checked)
    iso = _of_sender(opened.checked, "iso")
    given |= {"side": iso} if iso else {}
    return given | ({"dated_on": fields["dated_on"]} if "dated_on" in fields else {})


def _letter(entering: Entering, checked: Checked, party: PartyId, source: EntryId) -> Fields:
    reading = entering.writing
    fields = fields_in(checked.row)
    given: Fields = {name: fields[name] for name in _TOLD if name in fields}
    given |= _reach(checked)
    given["received_on"] = entering.moment.day
    given["from_party"] = [_party_here(entering, checked, sender, party) for sender in ids_in(fields, "from_party")]
    if _is_to_us(reading, checked):
        given["to_party"] = [str(party)]
    for role, kinds in (("answers", ("letter", "call")), ("about", ())):
        held = [thing for thing in ids_in(fields, role) if (entry := reading.entry(EntryId(thing))) and entry.envelope]
        named = [thing for thing in held if not kinds or _kind(reading, thing) in kinds]
        given |= {role: list[Value](named)} if named else {}
    return given | {"evidence": [str(source)]}


def _kind(reading: Reading, thing: str) -> str:
    entry = reading.entry(EntryId(thing))
    return entry.envelope.kind if entry is not None and entry.envelope is not None else ""


def _party_here(entering: Entering, checked: Checked, sender: str, party: PartyId) -> str:
    """The party of this home that a sender is: under its very id, or by exactly its names; described anew where none is."""
    if entering.writing.entry(EntryId(sender)) is not None:
        return sender
    described = checked.rows.get(sender)
    names = fields_in(described).get("name") if described else None
    is_namesake = any(book.acquaintance is Acquaintance.NAMESAKE for book in checked.books)
    for kind in PARTIES if names and not is_namesake else ():
        for found in entering.writing.things(kind):
            if fields_in(found).get("name") == names:
                return str(found["id"])
    fields = fields_in(described) if described else {}
    given: Fields = {name: fields[name] for name in ("iso", "organ", "reading_of_name") if name in fields}
    name: Value = names or [{"lang": "und", "text": sender[:12]}]
    return str(entering.act("party", given | {"name": name}, party))


def _reach(checked: Checked) -> Fields:
    """It goes no further than here: what it names widens nothing."""
    return {"label": str(checked.row["label"]), "audience": []}


def _of_sender(checked: Checked, field: str) -> str:
    described = checked.rows.get(str(checked.row["party"]))
    return words_in(fields_in(described), field) if described else ""


def _is_to_us(reading: Reading, checked: Checked) -> bool:
    """Whether it names a party whose book is kept here: by its charter, or as the sender calls it."""
    own = [str(book.party) for book in reading.books() if book.own]
    receivers = ids_in(fields_in(checked.row), "to_party")
    if set(own) & set(receivers):
        return True
    rows = [found for party in own if (found := reading.thing(EntryId(party))) is not None]
    ours = {words for found in rows for words in _words(fields_in(found))}
    theirs = {words for party in receivers if (name := checked.names.get(party)) for words in _parts(name)}
    return bool(ours & theirs)


def _words(fields: Fields) -> set[str]:
    return {part.text.casefold() for part in parts_of(fields.get("name"))}


def _parts(name: Name) -> set[str]:
    return {part.text.casefold() for part in name.parts}


def _is_namesake(reading: Reading, checked: Checked, party: PartyId) -> bool:
    """Whether the party of a book that is not known bears a name of one known here under another charter."""
    name = checked.names.get(party)
    told = senders(reading)
    rows = [found for book in reading.books() if (found := reading.thing(book.party)) is not None]
    known = {words for found in rows for words in _words(fields_in(found))}
    known |= {words for charter, names in told.items() if charter != party for words in names}
    return name is not None and bool(_parts(name) & known)


def _goes_with(before: Mapping[str, Mapping[str, str]], opened: OpenedLetter, party: PartyId) -> bool:
    head = opened.bundle.heads[party]
    same_head = before["heads"].get(str(head.size), head.root.hex()) == head.root.hex()
    shown = [each.entry for each in opened.bundle.packed if each.entry.book == party]
    return same_head and all(before["entries"].get(str(entry.index), entry.id) == entry.id for entry in shown)


def _note(entering: Entering, opened: OpenedLetter, party: PartyId) -> None:
    shown = noted(entering.writing, party) or {"heads": {}, "entries": {}}
    head = opened.bundle.heads[party]
    if len(shown["heads"]) < _MOST_NOTED:
        shown["heads"][str(head.size)] = head.root.hex()
        shown["entries"] |= {str(each.entry.index): each.entry.id for each in opened.bundle.packed if each.entry.book == party}
        entering.writing.say_about_home(key_of(party), json.dumps(shown, sort_keys=True))
    told = senders(entering.writing)
    name = opened.checked.names.get(party)
    if name is not None and len(told) < _MOST_NOTED:
        told[party] = sorted(_parts(name))
        entering.writing.say_about_home(SENDERS, json.dumps(told, sort_keys=True, ensure_ascii=False))
