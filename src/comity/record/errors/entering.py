"""What was to be entered is not well formed, or names what is not there."""

from __future__ import annotations

from comity.record.errors.refusal import RecordError, StoreError


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


class NotAFieldWord(RecordError):
    code = "not_a_field_word"
    sentence = "{word} is not of the form field=value."


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


class NotItsOwn(RecordError):
    code = "not_its_own"
    sentence = "{name} does not stand in the book of {party}; only a party itself can have its entries erased."


class TextsAreNotTranslated(RecordError):
    code = "texts_are_not_translated"
    sentence = "{name} is a text that is signed as it stands: for another language version, table a text that supersedes it."


class NotAWording(RecordError):
    code = "not_a_wording"
    sentence = "The field {field} has no language versions."


class LanguageIsThere(RecordError):
    code = "language_is_there"
    sentence = "{name} has this wording in {lang} already: correct it instead."


class NameTaken(StoreError):
    code = "name_taken"
    sentence = "The short name {name} is already used here."


class BodyNotHere(StoreError):
    code = "body_not_here"
    sentence = "The body of {name} is not here: it was erased or never handed to this home."
