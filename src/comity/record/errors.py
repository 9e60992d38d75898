"""Refusals: what a caller can mend, each with a stable code and one sentence.

    ComityError
    ├── RecordError      what was to be entered or checked is not well formed
    ├── StoreError       the home or its disk cannot take or give it
    ├── ExchangeError    what came from another book cannot be taken
    └── ReaderError      a document cannot be read

Catch `ComityError` to show a refusal to a person; `code` never changes once published, `sentence` is
the English wording and the key under which the catalogues hold the others. A wrong entry of another
party's book is never an error but a finding (`finding.py`): it can be neither deleted nor ignored.

Source: docs/errors.md lists every code; docs/decisions/0005-findings-are-data.md.
"""

from __future__ import annotations

from typing import ClassVar


class ComityError(Exception):
    """A refusal. `values` fill the places of `sentence`; they are shown to people, never parsed."""

    code: ClassVar[str] = ""
    sentence: ClassVar[str] = ""

    def __init__(self, **values: str | int) -> None:
        self.values = values
        super().__init__(f"{self.code}: {self.sentence.format_map(values)}" if self.sentence else self.code)


class RecordError(ComityError):
    """What was to be entered or checked is not well formed."""


class StoreError(ComityError):
    """The home or its disk cannot take or give it."""


class ExchangeError(ComityError):
    """What came from another book cannot be taken."""


class ReaderError(ComityError):
    """A document cannot be read."""


def every_error(root: type[ComityError] = ComityError) -> dict[str, type[ComityError]]:
    """Every refusal below `root` by its code, rooms without a code left out."""
    found = {root.code: root} if root.code else {}
    for child in root.__subclasses__():
        found |= every_error(child)
    return found


class NotJson(RecordError):
    code = "not_json"
    sentence = "This is not JSON: {problem}."


class NotCanonical(RecordError):
    code = "not_canonical"
    sentence = "These bytes are not in canonical form: {problem}."


class NotUtf8(RecordError):
    code = "not_utf8"
    sentence = "This is not UTF-8 text: the byte at position {position} does not belong there."


class TooLong(RecordError):
    code = "too_long"
    sentence = "This is {size} bytes long; at most {limit} bytes fit into one entry."


class EmptyEntry(RecordError):
    code = "empty_entry"
    sentence = "This entry is empty."


class TextNotNfc(RecordError):
    code = "text_not_nfc"
    sentence = "The text in {field} is not in the usual Unicode form (NFC): please type it again or normalise it."


class HiddenCharacter(RecordError):
    code = "hidden_character"
    sentence = "The text in {field} holds an invisible character ({character}) that can change what a reader sees."


class UnknownKind(RecordError):
    code = "unknown_kind"
    sentence = "There is no kind of act called {kind}."


class MissingField(RecordError):
    code = "missing_field"
    sentence = "The field {field} is missing."


class UnknownField(RecordError):
    code = "unknown_field"
    sentence = "{kind} has no field called {field}."


class WrongValue(RecordError):
    code = "wrong_value"
    sentence = "The field {field} does not take {value}: {expected}."


class UnknownThing(RecordError):
    code = "unknown_thing"
    sentence = "Nothing here is called {name}."


class AmbiguousName(RecordError):
    code = "ambiguous_name"
    sentence = "More than one thing here begins with {name}: write more of it."


class UnknownParty(RecordError):
    code = "unknown_party"
    sentence = "No party here is called {name}."


class WrongThing(RecordError):
    code = "wrong_thing"
    sentence = "The field {field} must name one of: {expected}; {name} is not one."


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


class BadNote(RecordError):
    code = "bad_note"
    sentence = "This is not a signed note: {problem}."


class BadKey(RecordError):
    code = "bad_key"
    sentence = "This is not a key: {problem}."


class BadSignature(RecordError):
    code = "bad_signature"
    sentence = "The signature of {name} does not fit what it stands under."


class BadCheckpoint(RecordError):
    code = "bad_checkpoint"
    sentence = "This checkpoint cannot be used: {problem}."


class BadProof(RecordError):
    code = "bad_proof"
    sentence = "This proof does not hold: {problem}."


class BadTile(RecordError):
    code = "bad_tile"
    sentence = "The tile {path} does not fit: {problem}."


class DocumentTooLarge(ReaderError):
    code = "document_too_large"
    sentence = "{name} is {size} bytes long; documents of up to {limit} bytes are read."


class NotADocument(ReaderError):
    code = "not_a_document"
    sentence = "{name} is not text or HTML."


class EmptyDocument(ReaderError):
    code = "empty_document"
    sentence = "{name} holds no text."


class SecretMark(ReaderError):
    code = "secret_mark"
    sentence = "{name} bears a state-secret mark ({mark}). It was not read and nothing of it was kept."


class BadLexicon(ReaderError):
    code = "bad_lexicon"
    sentence = "Line {line} of {file} is not well formed: {problem}."


class NoHome(StoreError):
    code = "no_home"
    sentence = "There is no home of Comity in {path}."


class HomeExists(StoreError):
    code = "home_exists"
    sentence = "There is already something in {path}; choose an empty place."


class NewerHome(StoreError):
    code = "newer_home"
    sentence = "The home in {path} was written by a newer version of Comity ({found}; this one knows {known})."


class HomeDamaged(StoreError):
    code = "home_damaged"
    sentence = "The home in {path} cannot be read: {problem}."


class HomeBusy(StoreError):
    code = "home_busy"
    sentence = "Another program has been writing in {path} for {seconds} seconds; try again when it has finished."


class DiskFull(StoreError):
    code = "disk_full"
    sentence = "The disk of {path} is full. Nothing was entered."


class DiskReadOnly(StoreError):
    code = "disk_read_only"
    sentence = "Nothing can be written in {path}. Nothing was entered."


class DiskFailed(StoreError):
    code = "disk_failed"
    sentence = "The disk of {path} did not take it ({problem}). Nothing was entered."


class HomeWasCopied(StoreError):
    code = "home_was_copied"
    sentence = (
        "The home in {path} was copied or restored: nothing is entered until you run comity resume --after-restore --home {path}."
    )


class NoKeyHere(StoreError):
    code = "no_key_here"
    sentence = "The key needed to do this for {party} is not here."


class NoBookHere(StoreError):
    code = "no_book_here"
    sentence = "{party} keeps no book in this home, so nothing can be entered for it here."


class KeyFileWrong(StoreError):
    code = "key_file_wrong"
    sentence = "{path} is not a key file: {problem}."


class FileMissing(StoreError):
    code = "file_missing"
    sentence = "There is no file {path}."


class NameTaken(StoreError):
    code = "name_taken"
    sentence = "The short name {name} is already used here."


class UnknownDraft(StoreError):
    code = "unknown_draft"
    sentence = "There is no draft {number} here."


class DraftSettled(StoreError):
    code = "draft_settled"
    sentence = "Draft {number} was already {state}."


class BodyNotHere(StoreError):
    code = "body_not_here"
    sentence = "The body of {name} is not here: it was erased or never handed to this home."


class BookDoesNotHold(ExchangeError):
    code = "book_does_not_hold"
    sentence = "This book does not hold together: {problem}."


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


class NotItsOwn(RecordError):
    code = "not_its_own"
    sentence = "{name} does not stand in the book of {party}; only a party itself can have its entries erased."


class NotAFieldWord(RecordError):
    code = "not_a_field_word"
    sentence = "{word} is not of the form field=value."


class RegisterDiffers(StoreError):
    code = "register_differs"
    sentence = "{count} rows of the register are not what the books make them."


class HeadsNotKept(StoreError):
    code = "heads_not_kept"
    sentence = "It was entered and is safe, but the last heads could not be kept in {path} ({problem})."


class NotABackup(StoreError):
    code = "not_a_backup"
    sentence = "{path} is not a backup of a home."


class PortTaken(StoreError):
    code = "port_taken"
    sentence = "Port {port} of this machine is taken by another program; choose another port."


class TextsAreNotTranslated(RecordError):
    code = "texts_are_not_translated"
    sentence = "{name} is a text that is signed as it stands: for another language version, table a text that supersedes it."


class NotAWording(RecordError):
    code = "not_a_wording"
    sentence = "The field {field} has no language versions."


class LanguageIsThere(RecordError):
    code = "language_is_there"
    sentence = "{name} has this wording in {lang} already: correct it instead."
