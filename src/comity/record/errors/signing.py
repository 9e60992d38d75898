"""Who may not sign or act, and texts that cannot be signed now."""

from __future__ import annotations

from comity.record.errors.refusal import RecordError, StoreError


class NotSignatory(RecordError):
    code = "not_signatory"
    sentence = "{name} has no book, so it cannot be named as a party that signs."


class NotAuthorised(RecordError):
    code = "not_authorised"
    sentence = "This key is not authorised to do this for {party}."


class BookClosed(RecordError):
    code = "book_closed"
    sentence = "The book of {party} is closed; nothing more can be entered in it."


class MayNotSign(RecordError):
    code = "may_not_sign"
    sentence = "{party} cannot sign this text: {problem}."


class NotNamedInText(RecordError):
    code = "not_named_in_text"
    sentence = "{party} is not named in this text, so it cannot sign or refuse it."


class SignedAlready(RecordError):
    code = "signed_already"
    sentence = "{party} has already signed this text."


class SignedRival(RecordError):
    code = "signed_rival"
    sentence = "{party} has signed another text of this item that this one does not supersede; table a text that supersedes both."


class TextNotOpen(RecordError):
    code = "text_not_open"
    sentence = "This text was open for signature until {day}."


class SignatureWithoutEffect(RecordError):
    code = "signature_without_effect"
    sentence = "The signature of {party} would have no effect on this text; nothing was entered."


class NoKeyHere(StoreError):
    code = "no_key_here"
    sentence = "The key needed to do this for {party} is not here."


class NoBookHere(StoreError):
    code = "no_book_here"
    sentence = "{party} keeps no book in this home, so nothing can be entered for it here."


class KeyFileWrong(StoreError):
    code = "key_file_wrong"
    sentence = "{path} is not a key file: {problem}."
