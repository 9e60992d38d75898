"""Canonical bytes: one spelling for one value.

The form is the JSON Canonicalization Scheme cut down until nothing in it can be written two ways:
- objects (keys of a-z and _ only, so every sorting rule gives one order), arrays, strings, whole
  numbers from -(2^53-1) to 2^53-1, true and false; no null (leave the key out) and no fractions;
- UTF-8 without a byte order mark, no white space between tokens, keys in ascending order;
- at most 32 levels deep.
Bytes from outside are hashed as received and never re-made; `decode` refuses a second spelling.

Source: RFC 8785; docs/format.md section 1; docs/decisions/0002-canonical-bytes.md.
"""

from __future__ import annotations

import re
from typing import TypeAlias

import msgspec

from comity.record.errors import NotCanonical, NotJson, NotUtf8

Value: TypeAlias = "bool | int | str | list[Value] | dict[str, Value]"
Fields: TypeAlias = dict[str, Value]

LARGEST = 2**53 - 1
DEEPEST = 32

_KEY = re.compile(r"[a-z_]+")
_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder()


def encode(value: Value, *, deepest: int = DEEPEST) -> bytes:
    """The canonical bytes of `value`; the inverse of `decode`.

    Raises: NotCanonical where the value lies outside the form, or more than `deepest` levels deep.
    """
    _check(value, "", deepest)
    return _encoder.encode(value)


def decode(raw: bytes, *, deepest: int = DEEPEST) -> Value:
    """The value `raw` is the one spelling of.

    Raises: NotUtf8, NotJson; NotCanonical where the value has another spelling than `raw` or is too deep.
    """
    value = parse(raw)
    if encode(value, deepest=deepest) != raw:
        raise NotCanonical(problem="the same value has another spelling")
    return value


def parse(raw: bytes, *, any_keys: bool = False) -> Value:
    """The value of any JSON text within the form, however it is spelled (duplicate keys: the last wins).

    `any_keys` lets keys be any text, as in what people write: {"zh-Hans": ...}. Raises: NotUtf8, NotJson, NotCanonical.
    """
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise NotUtf8(position=problem.start) from problem
    try:
        value = _decoder.decode(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as problem:
        raise NotJson(problem=str(problem)) from problem
    _check(value, "", DEEPEST, any_keys=any_keys)
    checked: Value = value
    return checked


def _check(value: object, place: str, levels: int, *, any_keys: bool = False) -> None:
    if levels < 0:
        raise NotCanonical(problem="too many levels deep")
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as problem:
            raise NotCanonical(problem=f"half a character at {place or 'the top'}") from problem
    elif isinstance(value, bool):
        return
    elif isinstance(value, int):
        if abs(value) > LARGEST:
            raise NotCanonical(problem=f"the number at {place or 'the top'} is too large")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            _check(part, f"{place}/{number}", levels - 1, any_keys=any_keys)
    elif isinstance(value, dict):
        for key, part in value.items():
            if not isinstance(key, str) or not (any_keys or _KEY.fullmatch(key)):
                raise NotCanonical(problem=f"the key {key!r} is not made of a-z and _")
            _check(part, f"{place}/{key}", levels - 1, any_keys=any_keys)
    else:
        what = "null" if value is None else "a fraction" if isinstance(value, float) else type(value).__name__
        raise NotCanonical(problem=f"{what} stands at {place or 'the top'}")
