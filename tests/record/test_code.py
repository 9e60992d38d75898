"""Codes that people type: whatever one slip does to a code, it is noticed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record.code import ALPHABET, code_of, digits_of, parse_code
from comity.record.errors import CodeMistyped

IDS = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(IDS)
def test_code_finds_the_beginning_of_its_id(entry):
    code = code_of(entry)
    assert (len(code), parse_code(code), digits_of(code)) == (19, code, entry[:18])


@given(IDS, st.integers(0, 15), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(entry, place, other):
    code = code_of(entry).replace("-", "")
    if code[place] != other:
        with pytest.raises(CodeMistyped):
            parse_code(code[:place] + other + code[place + 1 :])


@given(IDS, st.integers(0, 15), st.integers(0, 15))
def test_two_characters_in_each_others_place_are_noticed(entry, first, second):
    letters = list(code_of(entry).replace("-", ""))
    letters[first], letters[second] = letters[second], letters[first]
    if "".join(letters) != code_of(entry).replace("-", ""):
        with pytest.raises(CodeMistyped):
            parse_code("".join(letters))


@given(st.text())
def test_nothing_typed_is_more_than_refused(typed):
    with suppress(CodeMistyped):
        assert code_of(digits_of(parse_code(typed)) + "0" * 46)[:17] == parse_code(typed)[:17]


def test_what_is_no_id_has_no_code():
    assert [code_of(each) for each in ("", "ferry", "AB" * 32, "ab" * 31)] == ["", "", "", ""]
