"""What is printed for people: the codes they type, and the changes they make to drafted sentences."""

from __future__ import annotations

from comity.record.errors.refusal import RecordError


class CodeMistyped(RecordError):
    code = "code_mistyped"
    sentence = "{code} is no code as printed here: a character is missing or mistyped."


class EditsWrong(RecordError):
    code = "edits_wrong"
    sentence = "{path} cannot be used as changes to a paper: {problem}."


class EditsElsewhere(RecordError):
    code = "edits_elsewhere"
    sentence = "{path} holds changes to another paper ({given}); this one is {wanted}. Nothing was written."


class HeadSaidByEntry(RecordError):
    code = "head_said_by_entry"
    sentence = "{path} says another {field} than the letter's entry, and who receives it would not believe either. Correct the letter; nothing was written."


class WordsLeaveOut(RecordError):
    code = "words_leave_out"
    sentence = "With the words of {path} the letter ({lang}) no longer says what its entry says: {field}. Nothing was written."


class NothingToWrite(RecordError):
    code = "nothing_to_write"
    sentence = "Name at least one language and one form."
