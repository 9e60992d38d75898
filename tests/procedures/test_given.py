import json

from hypothesis import given
from hypothesis import strategies as st

from comity.procedures.given import read_given, read_words
from comity.record import canonical
from comity.record.errors import ComityError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=8), part, max_size=4),
    max_leaves=12,
)


def outcome(read, *given, **named):
    """What came of reading: the fields, or the code of the refusal."""
    try:
        return read(*given, **named)
    except ComityError as refusal:
        return refusal.code


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_fields_or_one_refusal(raw):
    assert outcome(read_given, raw, kind="undertaking") in ({}, "empty_entry", "not_json", "not_utf8", "not_canonical")


@given(st.dictionaries(st.text(max_size=8), JSON, max_size=4))
def test_any_json_gives_its_fields_or_one_refusal(value):
    found = outcome(read_given, json.dumps(value).encode(), kind="undertaking")
    fields = {name: part for name, part in value.items() if name != "kind"}
    assert found in (fields, "not_json", "not_canonical", "wrong_value")


@given(st.lists(st.text(alphabet="ab.=é\n", max_size=8), max_size=5))
def test_any_words_give_fields_or_one_refusal(words):
    found = outcome(read_words, words)
    names = {word.partition("=")[0].partition(".")[0] for word in words}
    assert found in ("not_a_field_word", "wrong_value") or found.keys() == names


@given(st.dictionaries(st.from_regex("[a-z_]{1,8}", fullmatch=True), st.text(max_size=20), max_size=5))
def test_words_come_back_as_they_were_given(fields):
    assert read_words(f"{name}={text}" for name, text in fields.items()) == fields


def test_wordings_and_lists_in_words():
    words = ["title.vi=Mở lại", "title.en=Open = again", "areas=A05", "areas=A03", "areas=A01", "nature=once"]
    assert read_words(words) == {
        "title": {"vi": "Mở lại", "en": "Open = again"},
        "areas": ["A05", "A03", "A01"],
        "nature": "once",
    }


def test_given_object_at_the_limit_is_read():
    raw = canonical.encode({"title": "x" * (65_535 - 12)})
    assert (len(raw), read_given(raw, kind="undertaking")["title"][:1]) == (65_535, "x")
