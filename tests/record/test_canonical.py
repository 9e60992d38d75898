"""One value, one spelling: against the reference implementation, and against every second spelling we know."""

from __future__ import annotations

from contextlib import suppress

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from comity.record import canonical
from comity.record.errors import NotCanonical, NotJson, NotUtf8

LETTERS = st.characters(codec="utf-8")
VALUES = st.recursive(
    st.booleans() | st.integers(-canonical.LARGEST, canonical.LARGEST) | st.text(LETTERS),
    lambda parts: st.lists(parts) | st.dictionaries(st.text("abcxyz_", min_size=1), parts),
    max_leaves=12,
)


@given(VALUES)
def test_bytes_are_those_of_rfc_8785_and_decode_gives_the_value_back(value):
    raw = canonical.encode(value)
    assert raw == rfc8785.dumps(value)
    assert canonical.decode(raw) == value


def test_every_character_of_the_lowest_plane_is_spelled_as_in_rfc_8785():
    for start in range(0, 0x10000, 0x100):
        text = "".join(chr(code) for code in range(start, start + 0x100) if not 0xD800 <= code < 0xE000)
        assert canonical.encode(text) == rfc8785.dumps(text)
        assert canonical.decode(canonical.encode(text)) == text


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        ({"b": 1, "a": [True, False], "a_b": "é"}, '{"a":[true,false],"a_b":"é","b":1}'.encode()),
        (
            {"a": '\x00\b\t\n\x0b\f\r\x1f\x7f"\\/\u2028😀'},
            b'{"a":"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\\"\\\\/\xe2\x80\xa8\xf0\x9f\x98\x80"}',
        ),
        (2**53 - 1, b"9007199254740991"),
        (-(2**53) + 1, b"-9007199254740991"),
        ([], b"[]"),
        ({}, b"{}"),
        ("", b'""'),
    ],
)
def test_the_spelling_is_this(value, raw):
    assert canonical.encode(value) == raw
    assert canonical.decode(raw) == value


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"a": 1}',
        b' {"a":1}',
        b'{"a":1}\n',
        b'"\\u00e9"',
        b'"\\/"',
        b'"\\u000A"',
        b'"\\u000a"',
        b"-0",
        b'["\\ud83d\\ude00"]',
    ],
)
def test_a_second_spelling_is_refused(raw):
    canonical.parse(raw)
    with pytest.raises(NotCanonical, match="another spelling"):
        canonical.decode(raw)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"null", "null stands at the top"),
        (b'{"a":[1,null]}', "null stands at /a/1"),
        (b"1.5", "a fraction"),
        (b'{"a":1.0}', "a fraction stands at /a"),
        (b"1e2", "a fraction"),
        (b"9007199254740992", "too large"),
        (b"-9007199254740992", "too large"),
        (b"99999999999999999999999", "."),
        (b'{"A":1}', "a-z"),
        (b'{"":1}', "a-z"),
        (b'{"zh-Hans":1}', "a-z"),
        (b"[" * 34 + b"]" * 34, "levels deep"),
    ],
)
def test_a_value_outside_the_form_is_refused(raw, problem):
    with pytest.raises(NotCanonical, match=problem):
        canonical.decode(raw)


@pytest.mark.parametrize("value", [None, 1.5, {1: 2}, (1,), b"x", {"a": {"b": float("nan")}}, "\ud800", {"a": ["\udfff"]}])
def test_a_value_outside_the_form_is_not_written(value):
    with pytest.raises(NotCanonical):
        canonical.encode(value)


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[1,]", b"{'a':1}", b"nul", b"\xef\xbb\xbf{}", b'"\\ud800"', b"01", b"[" * 100_000, b'{"a":1}{}']
)
def test_what_is_no_json_is_refused(raw):
    with pytest.raises(NotJson):
        canonical.decode(raw)


def test_what_is_no_utf8_is_refused_with_its_place():
    with pytest.raises(NotUtf8, match="position 2"):
        canonical.decode(b'{"\xff":1}')


def test_depth_is_counted_from_the_top():
    def nested(levels):
        value = 1
        for _ in range(levels):
            value = [value]
        return value

    assert canonical.decode(canonical.encode(nested(32))) == nested(32)
    assert canonical.decode(canonical.encode(nested(24), deepest=24), deepest=24) == nested(24)
    for deepest in (32, 24):
        with pytest.raises(NotCanonical, match="levels deep"):
            canonical.encode(nested(deepest + 1), deepest=deepest)
    with pytest.raises(NotCanonical, match="levels deep"):
        canonical.decode(canonical.encode(nested(25)), deepest=24)


def test_loose_json_may_have_any_keys():
    assert canonical.parse(b'{ "zh-Hans": ["x"], "A": {"b c": 1} }', any_keys=True) == {"zh-Hans": ["x"], "A": {"b c": 1}}
    with pytest.raises(NotCanonical):
        canonical.parse(b'{"zh-Hans":1}')


@given(st.binary(max_size=60) | st.text(LETTERS, max_size=60).map(str.encode))
def test_foreign_bytes_are_read_or_refused(raw):
    for read in (canonical.parse, canonical.decode):
        with suppress(NotJson, NotUtf8, NotCanonical):
            read(raw)
