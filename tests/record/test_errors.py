"""Refusals carry a stable code, a sentence, and the values that fill it."""

from __future__ import annotations

from comity.record.errors import ComityError, NotUtf8, RecordError, every_error


def test_a_refusal_says_its_sentence():
    refusal = NotUtf8(position=7)
    assert (refusal.code, refusal.values) == ("not_utf8", {"position": 7})
    assert str(refusal) == "not_utf8: This is not UTF-8 text: the byte at position 7 does not belong there."
    assert str(RecordError()) == ""


def test_every_refusal_is_found_by_its_code():
    found = every_error()
    assert found["not_utf8"] is NotUtf8
    assert all(error.code == code and error.sentence and issubclass(error, ComityError) for code, error in found.items())
