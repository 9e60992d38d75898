"""Drafts, and what was done to them."""

from __future__ import annotations

from comity.record.errors.refusal import RecordError, StoreError


class UnknownDraft(StoreError):
    code = "unknown_draft"
    sentence = "There is no draft {number} here."


class DraftSettled(StoreError):
    code = "draft_settled"
    sentence = "Draft {number} was already {state}."


class DraftChanged(RecordError):
    code = "draft_changed"
    sentence = "Draft {number} was changed after this page was opened; look at it once more."


class NoCutChosen(RecordError):
    code = "no_cut_chosen"
    sentence = "Say where draft {number} is to be cut."


class NoSuchCut(RecordError):
    code = "no_such_cut"
    sentence = "Draft {number} cannot be cut at “{words}”: it must stand once inside the words it rests on, with words before it."


class NotJoinable(RecordError):
    code = "not_joinable"
    sentence = "Drafts {numbers} cannot be joined: they must be two or more of one kind, read in one source."


class NotComparable(RecordError):
    code = "not_comparable"
    sentence = (
        "Draft {number} and {other} cannot be compared: "
        "a person is held against a person, a party against a party, a session against a session."
    )


class NotOneMatter(RecordError):
    code = "not_one_matter"
    sentence = "These cannot be tied as one matter: {one} {other}. It takes two different agreed items or proposals."


class NoEventHere(RecordError):
    code = "no_event_here"
    sentence = "Draft {number} tells of no session that several documents tell of."


class PartiesStayApart(RecordError):
    code = "parties_stay_apart"
    sentence = "Two parties that stand in the book are never made one here; who goes on for whom is said by a succession."


class UnknownDeed(RecordError):
    code = "unknown_deed"
    sentence = "Nothing with the number {number} was done to drafts here."


class NothingToUndo(RecordError):
    code = "nothing_to_undo"
    sentence = "There is nothing to undo."


class UndoneAlready(RecordError):
    code = "undone_already"
    sentence = "Deed {number} was undone already."


class DoneSince(RecordError):
    code = "done_since"
    sentence = "Deed {number} cannot be undone now, since more was done to the same draft after it; undo that first."


class EntryStays(RecordError):
    code = "entry_stays"
    sentence = "Draft {number} was entered, and what stands in a book is never taken back; it can be corrected there."
