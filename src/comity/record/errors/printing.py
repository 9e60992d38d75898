"""What is printed for people: the codes they type, and the changes they make to drafted sentences."""

from __future__ import annotations

from comity.record.errors.refusal import RecordError


class CodeMistyped(RecordError):
    code = "code_mistyped"
    sentence = "{code} is no code as printed here: a character is missing or mistyped."


class EditsWrong(RecordError):
    code = "edits_wrong"
    sentence = "{path} cannot be used as changes to a review book: {problem}."


class EditsElsewhere(RecordError):
    code = "edits_elsewhere"
    sentence = "{path} holds changes to another book ({given}); this one is {wanted}. Nothing was written."


class NothingToWrite(RecordError):
    code = "nothing_to_write"
    sentence = "Name at least one language and one form."
