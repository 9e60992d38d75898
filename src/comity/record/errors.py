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


class ThresholdWrong(RecordError):
    code = "threshold_wrong"
    sentence = "The thresholds cannot be used: {name} must be the name of a threshold with a whole number from 0 to 36,500."


class NotFindings(RecordError):
    code = "not_findings"
    sentence = "{path} holds no findings of an earlier day."


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


class RankerMissing(ReaderError):
    code = "ranker_missing"
    sentence = "The ranking model is not installed here; install Comity with its part named embed, or read without it."


class RankerIsAnother(ReaderError):
    code = "ranker_is_another"
    sentence = "The ranking model here ({found}) is not the one its weights were made with ({wanted}), so it is not used."


class ModelAddressRefused(ReaderError):
    code = "model_address_refused"
    sentence = "{address} is no address a model may be asked at: it must begin with https://, or with http:// on this machine."


class ModelNotAllowed(ReaderError):
    code = "model_not_allowed"
    sentence = "Nothing of {name} may leave: nobody has said that a model may be asked about this source."


class ModelSilent(ReaderError):
    code = "model_silent"
    sentence = "The model at {address} did not answer in time, tried three times; nothing was changed."


class ModelAnswerUnreadable(ReaderError):
    code = "model_answer_unreadable"
    sentence = "What the model at {address} answered is no list of labels, tried three times; nothing was changed."


class MoreWouldLeave(ReaderError):
    code = "more_would_leave"
    sentence = "What would leave now ({characters} characters) is not what was shown: look at it once more. Nothing was sent."


class ReadingStopped(ReaderError):
    code = "reading_stopped"
    sentence = "Reading {name} stopped without an answer: nothing of it was kept, and it can be read again."


class NotLearnable(ReaderError):
    code = "not_learnable"
    sentence = "From draft {number} nothing can be learned here: it must be a clause that was neither split nor joined."


class OtherText(ReaderError):
    code = "other_text"
    sentence = "{name} is not the text that was annotated: its digest is another one."


class HeldBackUnasked(ReaderError):
    code = "held_back_unasked"
    sentence = (
        "Held-back reports are for measuring only: say --held-back, and it is written down beside them that they were scored."
    )


class QuotesNotVerbatim(ReaderError):
    code = "quotes_not_verbatim"
    sentence = "{count} quotes of the reader are not what stands in the texts."


class NotADocument(ReaderError):
    code = "not_a_document"
    sentence = "{name} is not text, HTML, PDF, Word (DOCX) or a picture (PNG, JPEG, TIFF)."


class EmptyDocument(ReaderError):
    code = "empty_document"
    sentence = "{name} holds no text."


class SecretMark(ReaderError):
    code = "secret_mark"
    sentence = "{name} bears a state-secret mark ({mark}). It was not read and nothing of it was kept."


class LockedDocument(ReaderError):
    code = "locked_document"
    sentence = "{name} is locked with a password; save it without one and read it again."


class BrokenDocument(ReaderError):
    code = "broken_document"
    sentence = "{name} is damaged: it cannot be opened as {form}."


class OldWordForm(ReaderError):
    code = "old_word_form"
    sentence = "{name} is in an older form of Word (DOC or RTF); save it as DOCX and read it again."


class DocumentWithMacros(ReaderError):
    code = "document_with_macros"
    sentence = "{name} holds macros; save it as DOCX without them and read it again."


class UnpacksTooLarge(ReaderError):
    code = "unpacks_too_large"
    sentence = "{name} unpacks to more than {limit} bytes; nothing of it was read."


class TooManyPages(ReaderError):
    code = "too_many_pages"
    sentence = "{name} has {pages} pages; documents of up to {limit} pages are read."


class TooManyScans(ReaderError):
    code = "too_many_scans"
    sentence = "{name} has {pages} scanned pages; up to {limit} are read at once."


class PictureTooLarge(ReaderError):
    code = "picture_too_large"
    sentence = "{name} holds a picture of {pixels} pixels; pictures of up to {limit} are read."


class ReadingTooLong(ReaderError):
    code = "reading_too_long"
    sentence = "{name} was not read within {seconds} seconds; it may be damaged."


class ScansNotRead(ReaderError):
    code = "scans_not_read"
    sentence = "{name} has pages without text, as scans have; to read them, tesseract is needed with the languages {languages}."


class UnclearEncoding(ReaderError):
    code = "unclear_encoding"
    sentence = "The characters of {name} cannot be told safely; save it as UTF-8 and read it again."


class UnknownLanguage(ReaderError):
    code = "unknown_language"
    sentence = "{name} is in no language that is read here; these are: {languages}."


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


class FileThere(StoreError):
    code = "file_there"
    sentence = "There is already something else in {path}; nothing was written over it."


class GraveFindings(StoreError):
    code = "grave_findings"
    sentence = "{count} of what was found is grave: what is held here is not what was entered, or a book has two histories."


class NothingPublic(StoreError):
    code = "nothing_public"
    sentence = "Nothing in {path} is public, so there is nothing to release."


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


class AttachmentTooLarge(RecordError):
    code = "attachment_too_large"
    sentence = "{name} is {size} bytes long; files of up to {limit} bytes are kept."


class AttachmentNotHere(StoreError):
    code = "attachment_not_here"
    sentence = "The file {name} is not here: it is known by its digest only."


class AttachmentDamaged(StoreError):
    code = "attachment_damaged"
    sentence = "The file {name} no longer has the bytes of its digest; bring it back from a backup or attach it once more."


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


class NotATable(ReaderError):
    code = "not_a_table"
    sentence = "{name} cannot be read as a table: {problem}."


class TableTooLarge(ReaderError):
    code = "table_too_large"
    sentence = "{name} is larger than a table taken at once may be: {limit}."


class NoHeadings(ReaderError):
    code = "no_headings"
    sentence = "{name} does not hold a row of headings with rows beneath it."


class NoSuchSheet(ReaderError):
    code = "no_such_sheet"
    sentence = "{name} has no sheet called {sheet}; it has: {sheets}."


class UnknownColumn(RecordError):
    code = "unknown_column"
    sentence = "The heading {column} names no field of {kind}; the headings can be: {headings}."


class ColumnTwice(RecordError):
    code = "column_twice"
    sentence = "The headings {first} and {second} mean the same field."


class ColumnWithoutHeading(RecordError):
    code = "column_without_heading"
    sentence = "In row {row} something stands in a column without a heading: give the column one, or one that begins with #."


class FormulaInCell(RecordError):
    code = "formula_in_cell"
    sentence = "The cell holds a formula or a fault of the sheet: put the value itself there."


class NotFromATable(RecordError):
    code = "not_from_a_table"
    sentence = "{kind} cannot be entered from a table: each is a deed of its own, or needs a person's signature."


class RowsRefused(RecordError):
    code = "rows_refused"
    sentence = "Of {rows} rows {count} cannot be entered as they stand, so nothing was entered."


class PreviewOutdated(RecordError):
    code = "preview_outdated"
    sentence = "What stands here has changed since this preview was made: look at it as it is now. Nothing was entered."


class PreviewGone(RecordError):
    code = "preview_gone"
    sentence = "The file of this preview is not held any more: choose it once more. Nothing was entered."


class NotAnAddressHere(RecordError):
    code = "not_an_address_here"
    sentence = "{address} is not the address of a page of this desk."


class AddressNameTaken(StoreError):
    code = "address_name_taken"
    sentence = "An address is kept here as {name} already; choose another name."


class NoAddressKept(StoreError):
    code = "no_address_kept"
    sentence = "No address is kept here as {name}."


class TooManyAddresses(StoreError):
    code = "too_many_addresses"
    sentence = "{limit} addresses are kept here already; remove one first."


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
