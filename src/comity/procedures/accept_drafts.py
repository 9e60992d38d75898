"""Accepts drafts: a person confirms what was read, and it is entered in the home's own book.

Every draft becomes a `reading`: what the source says, in its exact words. Beside it stand the things it speaks of: the
document as a `source`, once; a party, if none here bears its name or code; a session, if none here is the same; a
proposal or an agreed item for what was proposed or agreed; a letter, a call, an obstacle, a pair of border gates, the
holder of a post. A reading of something already here, or of what a person said is the same, is about it. All drafts of
one call are one transaction: all are entered or none.

Source: design sections 5 and 6; docs/decisions/0010-the-reader-enters-nothing.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from comity.procedures.clock import Moment
from comity.procedures.draft_acts import (
    ORDER,
    agreed_act,
    proposal_act,
    reading_act,
    same_session,
    session_act,
    source_act,
)
from comity.procedures.draft_deeds import Shown, note_deed, open_draft
from comity.procedures.draft_keys import keep_all_keys, token
from comity.procedures.draft_words import clean, tag_of
from comity.procedures.entering import Entering
from comity.procedures.known_names import gate_meant, person_meant
from comity.procedures.own_books import book_to_enter
from comity.procedures.party_lookup import PartyLookup
from comity.procedures.same_as import same_as
from comity.procedures.told_acts import gate_act, gate_change, letter_act, obstacle_act, post_act
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.errors import BodyNotHere
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow


@dataclass(frozen=True, slots=True)
class Accepted:
    """A draft and what it became: the thing it opened or is about, else its reading."""

    number: int
    entry: EntryId
    reading: EntryId


def accept_drafts(
    home: Home, numbers: Iterable[int | Shown], *, party: str | None = None, moment: Moment, lang: str = "en"
) -> list[Accepted]:
    """Enters the drafts with these numbers, parties and sessions first; returns them in the order entered.

    Raises: UnknownDraft, DraftSettled, DraftChanged, UnknownParty, NoBookHere, and as `Entering.act`.
    """
    with home.write() as writing:
        rows = [open_draft(writing, number) for number in dict.fromkeys(numbers)]
        if not rows:
            return []
        keep_all_keys(writing)
        entering = Entering(home, writing, moment, lang=lang)
        accepting = _Accepting(entering, party)
        done = [accepting.accept(row) for row in sorted(rows, key=_turn)]
        entering.finish()
        note_deed(writing, "accept", rows, moment=moment)
    return done


def _turn(row: DraftRow) -> tuple[str, int, bool, int]:
    """In which turn a draft is entered: a session before those that are part of it."""
    return row.source, ORDER[row.type], bool(row.value.get("part_of")), row.number


def _pair_of(row: DraftRow) -> frozenset[str]:
    """The names of a pair of border gates, in whichever order."""
    names = row.value.get("pair") or row.value.get("names")
    return frozenset(map(str, names if isinstance(names, list) else []))


class _Accepting:
    """One transaction of acceptance."""

    def __init__(self, entering: Entering, party: str | None) -> None:
        self.entering, self.writing = entering, entering.writing
        self.party = book_to_enter(entering, party)
        self.lookup = PartyLookup(entering, self.party)
        self.sessions = self._known_sessions()
        self.gates: dict[frozenset[str], EntryId] = {}

    def accept(self, row: DraftRow) -> Accepted:
        document = self.writing.document(row.source)
        if document is None:
            raise BodyNotHere(name=row.source[:12])
        source = EntryId(document.entry) if document.entry else self._enter_source(document)
        about = self._known(row)
        reading = self._enter("reading", reading_act(self._in_words_of_register(row), document, source, about))
        entry = about or self._open(row, document, reading) or reading
        self.writing.set_draft(row.number, state="accepted", entry=entry)
        if row.type == "session":
            self.sessions.append((row, entry))
        return Accepted(row.number, entry, reading)

    def _in_words_of_register(self, row: DraftRow) -> DraftRow:
        """The row of a gate with its change as the register calls it, where it has a word; every other row as it is."""
        if row.type != "gate":
            return row
        clauses = self.writing.drafts(source=row.source, type="clause") if row.value.get("clause") else []
        status = next((str(each.value.get("status")) for each in clauses if each.value.get("id") == row.value["clause"]), "")
        change = gate_change(row, status)
        return replace(row, value={**row.value, "change": change}) if change else row

    def _enter(self, kind: str, fields: Fields) -> EntryId:
        return self.entering.act(kind, fields, self.party)

    def _enter_source(self, document: DocumentRow) -> EntryId:
        entry = self._enter("source", source_act(document))
        self.writing.put_document(replace(document, entry=entry))
        return entry

    def _known(self, row: DraftRow) -> EntryId | None:
        """What this draft speaks of, if it is here already."""
        if row.type == "party":
            return self.lookup.known(str(row.value.get("code", ""))) or same_as(self.writing, token(row))
        if row.type == "session":
            return self._same_session(row) or same_as(self.writing, token(row))
        if row.type == "gate":
            return self.gates.get(_pair_of(row)) or gate_meant(self.writing, row.value.get("pair") or row.value.get("names"))
        return (same_as(self.writing, token(row)) or person_meant(self.writing, row)) if row.type == "person" else None

    def _open(self, row: DraftRow, document: DocumentRow, reading: EntryId) -> EntryId | None:
        """The thing a draft opens, if it opens one."""
        status = row.value.get("status")
        if row.type == "party":
            named = clean(str(row.value.get("name", "")))
            return self.lookup.find(str(row.value.get("code", "")), name={tag_of(document.lang): named} if named else None)
        if row.type == "session":
            return self._enter("session", session_act(row, document, reading, (self.lookup, self._whole_of(row))))
        if row.type == "clause" and status in ("proposed", "hoped"):
            return self._enter("proposal", proposal_act(row, document, reading, self._context(row)))
        if row.type == "clause" and status in ("agreed", "signed"):
            return self._enter("undertaking", agreed_act(row, document, reading, self._context(row)))
        return self._open_told(row, document, reading)

    def _open_told(self, row: DraftRow, document: DocumentRow, reading: EntryId) -> EntryId | None:
        """The letter, call, obstacle, pair of gates or holder of a post that a draft opens, if it opens one."""
        if row.type == "letter":
            return self._enter(*letter_act(row, document, reading, self.lookup))
        if row.type == "obstacle":
            return self._enter("obstacle", obstacle_act(row, document, reading, self.lookup))
        if row.type == "gate":
            fields = gate_act(row, document, reading)
            if fields is None:
                return None
            self.gates[_pair_of(row)] = entry = self._enter("gate", fields)
            return entry
        if row.type == "post_change":
            fields = post_act(row, document, reading, self.lookup)
            return self._enter("post_holding", fields) if fields else None
        return None

    def _context(self, row: DraftRow) -> tuple[PartyLookup, EntryId | None]:
        return self.lookup, self._session_of(row)

    def _session_of(self, row: DraftRow) -> EntryId | None:
        """The session a clause belongs to, if that session of the same document was accepted."""
        return self._accepted_session(row, row.value.get("meeting"))

    def _whole_of(self, row: DraftRow) -> EntryId | None:
        """The session that one is part of, if it was accepted of the same document."""
        return self._accepted_session(row, row.value.get("part_of"))

    def _accepted_session(self, row: DraftRow, meeting: Value | None) -> EntryId | None:
        for draft in self.writing.drafts(source=row.source, type="session", state="accepted"):
            if meeting and draft.value.get("id") == meeting and draft.entry:
                return EntryId(draft.entry)
        return None

    def _known_sessions(self) -> list[tuple[DraftRow, EntryId]]:
        """The sessions already accepted from any document, as they were read."""
        drafts = self.writing.drafts(type="session", state="accepted")
        return [(draft, EntryId(draft.entry)) for draft in drafts if draft.entry]

    def _same_session(self, row: DraftRow) -> EntryId | None:
        """The session accepted before that is the same by what both say, unless a person said that they differ."""
        for draft, entry in self.sessions:
            said = self.writing.likeness(token(draft), token(row)) if token(draft) != token(row) else ""
            if said != "differ" and same_session(draft.value, row.value):
                return entry
        return None
