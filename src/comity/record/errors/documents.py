"""Documents and lexicons that cannot be read."""

from __future__ import annotations

from comity.record.errors.refusal import ReaderError


class DocumentTooLarge(ReaderError):
    code = "document_too_large"
    sentence = "{name} is {size} bytes long; documents of up to {limit} bytes are read."


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


class ReadingStopped(ReaderError):
    code = "reading_stopped"
    sentence = "Reading {name} stopped without an answer: nothing of it was kept, and it can be read again."


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
