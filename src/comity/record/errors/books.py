"""Notes, keys, checkpoints, proofs and tiles that do not hold."""

from __future__ import annotations

from comity.record.errors.refusal import ExchangeError, RecordError, StoreError


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


class BookDoesNotHold(ExchangeError):
    code = "book_does_not_hold"
    sentence = "This book does not hold together: {problem}."


class BundleDoesNotHold(ExchangeError):
    code = "bundle_does_not_hold"
    sentence = "What came along does not hold together: {problem}."


class GraveFindings(StoreError):
    code = "grave_findings"
    sentence = "{count} of what was found is grave: what is held here is not what was entered, or a book has two histories."


class NothingPublic(StoreError):
    code = "nothing_public"
    sentence = "Nothing in {path} is public, so there is nothing to release."
