"""Well-formed text in any language, and wordings in which no language is the default."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record.errors import HiddenCharacter, TextNotNfc
from comity.record.language import LANGUAGES, STANDING_WORDS, TAG, Labels, Standing, check_text, hidden_removed, pick


@pytest.mark.parametrize(
    "text", ["Cửa khẩu Hữu Nghị", "友谊关口岸", "two\nlines\ttab", "“quoted” – №, ①, 😀", "壮 Sawcuengh", ""]
)
def test_what_people_write_is_taken(text):
    check_text(text, field="f")


@pytest.mark.parametrize(
    "code",
    [0x0, 0x8, 0xB, 0xD, 0x1F, 0x7F, 0x85, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x2028, 0x202E, 0x2060, 0x2066, 0xFEFF, 0xFFF9],
)
def test_characters_that_hide_or_turn_text_are_refused_by_name(code):
    with pytest.raises(HiddenCharacter, match=f"U\\+{code:04X}"):
        check_text(f"a{chr(code)}b", field="f")


def test_text_that_is_not_nfc_is_refused():
    with pytest.raises(TextNotNfc):
        check_text("Cu\u031b\u0309a", field="f")


@given(st.text())
def test_what_is_taken_is_nfc_and_holds_no_control_character(text):
    try:
        check_text(text, field="f")
    except TextNotNfc:
        assert unicodedata.normalize("NFC", text) != text
    except HiddenCharacter:
        assert hidden_removed(text) != text
    else:
        assert unicodedata.normalize("NFC", text) == text
        assert not {letter for letter in text if unicodedata.category(letter) == "Cc"} - {"\n", "\t"}
        assert hidden_removed(text) == text


def test_labels_are_given_in_the_language_asked_for():
    labels = Labels("item", "mục", "条目")
    assert [labels.in_language(tag) for tag in (*LANGUAGES, "fr")] == ["mục", "条目", "item", "item"]


def test_every_standing_has_its_words():
    assert set(STANDING_WORDS) == set(Standing)


@pytest.mark.parametrize(
    ("tag", "good"),
    [("vi", True), ("zh-Hans", True), ("zh-Hans-CN", True), ("zha", True), ("v", False), ("zh-hans", False), ("VI", False)],
)
def test_tags_are_of_one_form(tag, good):
    assert bool(TAG.fullmatch(tag)) is good


def test_the_part_in_the_language_is_picked_else_the_first():
    vi, zh = {"lang": "vi", "text": "a"}, {"lang": "zh-Hans", "text": "b"}
    assert pick([vi, zh], "zh-Hans") == zh
    assert pick([vi, zh], "en") == vi
    assert pick([], "en") is None
