"""Signed notes: the examples of the specifications, and every way a note can be wrong."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulator import key_of

from comity.record import note
from comity.record.errors import BadKey, BadNote, BadSignature
from comity.record.note import VerifierKey

# c2sp.org/signed-note, section "Verifier keys", example.
SPEC_VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SPEC_NOTE = (
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
# golang.org/x/mod/sumdb/note, package documentation.
GO_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
# c2sp.org/signed-note, the first example: its key is not published, its form is.
POEM = (
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
    "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
)

TEXT = "example.com/book\n7\n\n— not a signature\n"


def vkey(name="a.example/book", seed="a"):
    return VerifierKey(name, key_of(seed).public_key().public_bytes_raw())


def signed(text=TEXT):
    return note.sign(text, name="a.example/book", key=key_of("a"))


@pytest.mark.parametrize(("text", "key"), [(SPEC_NOTE, SPEC_VKEY), (GO_NOTE, GO_VKEY)])
def test_the_examples_of_the_specifications_hold(text, key):
    opened = note.parse_vkey(key)
    assert str(opened) == key
    assert note.open_note(text, [opened]) == (text[: text.rindex("\n\n") + 1], (opened,))
    with pytest.raises(BadSignature):
        note.open_note(text.replace("is", "was", 1), [opened])


def test_the_poem_is_of_the_form_and_signed_by_nobody_known():
    with pytest.raises(BadNote, match="no key known here"):
        note.open_note(POEM, [vkey()])


def test_a_note_is_signed_and_opened_and_its_text_may_hold_empty_lines():
    assert note.open_note(signed(), [vkey("other"), vkey()]) == (TEXT, (vkey(),))


def test_several_signers_are_given_in_the_order_of_their_lines_each_once():
    lines = [note.signature_line(TEXT, name=name, key=key_of(name)) for name in ("b", "a", "b")]
    keys = [VerifierKey(name, key_of(name).public_key().public_bytes_raw()) for name in ("a", "b")]
    assert note.open_note(f"{TEXT}\n{''.join(lines)}", keys) == (TEXT, (keys[1], keys[0]))


def test_one_bad_line_of_a_known_key_refuses_the_note_and_one_of_an_unknown_key_does_not():
    bad = note.signature_line("another text\n", name="b", key=key_of("b"))
    known = VerifierKey("b", key_of("b").public_key().public_bytes_raw())
    assert note.open_note(signed() + bad, [vkey()])[1] == (vkey(),)
    with pytest.raises(BadSignature):
        note.open_note(signed() + bad, [vkey(), known])


def test_a_key_of_the_same_name_or_the_same_key_under_another_name_is_another_key():
    for other in (vkey(seed="b"), vkey(name="b.example/book")):
        with pytest.raises(BadNote, match="no key known here"):
            note.open_note(signed(), [other])


SIGNATURE = base64.b64encode(b"x" * 68).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "text",
        "text\n\n",
        "text\n\n— a",
        "text\n\n— a \n",
        f"text\n\n— a {SIGNATURE}",
        f"text\n\n- a {SIGNATURE}\n",
        f"text\n\n—  {SIGNATURE}\n",
        f"text\n\n— a+b {SIGNATURE}\n",
        f"text\n\n— a\u00a0b {SIGNATURE}\n",
        f"text\n\n— a  {SIGNATURE}\n",
        f"text\r\n\n— a {SIGNATURE}\n",
        f"te\x00xt\n\n— a {SIGNATURE}\n",
        "text\n\n— a AAA=\n",
        "text\n\n— a AAAA\n",
        "text\n\n— a AAAAA\n",
        f"text\n\n— a {SIGNATURE}\n\n",
        f"text\n\n— a {SIGNATURE}\nmore\n",
        f"text\n— a {SIGNATURE}\n",
        f"half \ud800\n\n— a {SIGNATURE}\n",
        "text\n\n" + f"— a {SIGNATURE}\n" * 101,
        "x" * 1_000_001,
    ],
)
def test_a_note_of_another_form_is_refused(text):
    with pytest.raises(BadNote):
        note.open_note(text, [vkey("a")])


def test_a_hundred_signatures_are_read():
    text = signed() + f"— b {SIGNATURE}\n" * 99
    assert note.open_note(text, [vkey()])[1] == (vkey(),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a+b+c",
        str(vkey())[:-4],
        f"+{vkey().key_id.hex()}+AAAA",
        str(vkey()).replace("a.example", "b.example"),
        f"a+00000000+{base64.b64encode(b'!' + b'x' * 32).decode()}",
        f"a b+00000000+{base64.b64encode(bytes([1]) + b'x' * 32).decode()}",
        f"a\ud800+00000000+{base64.b64encode(bytes([1]) + b'x' * 32).decode()}",
        "a+00000000+é",
        f"{vkey()}=",
    ],
)
def test_a_vkey_of_another_form_is_refused(text):
    with pytest.raises(BadKey):
        note.parse_vkey(text)


def test_a_vkey_may_stand_in_a_file_with_a_line_feed_and_hold_a_plus_in_its_last_part():
    seeds = (f"seed {number}" for number in range(200))
    key = next(key for key in (vkey(seed=seed) for seed in seeds) if "+" in str(key).split("+", 2)[2])
    assert note.parse_vkey(f"{key}\n") == key


@pytest.mark.parametrize("parts", [(b"", b""), (b"x", b"y" * 64), (b"\xff" * 32, b"y" * 64), (vkey().public, b"y" * 63)])
def test_ill_formed_keys_and_signatures_hold_for_nothing(parts):
    assert not note.verify(*parts, b"message")


@given(
    st.text(max_size=60)
    | st.text(max_size=40).map(lambda text: f"{text}\n\n— a {SIGNATURE}\n")
    | st.text(max_size=20).map(signed)
)
def test_foreign_notes_are_read_or_refused(text):
    try:
        opened, _ = note.open_note(text, [vkey()])
    except (BadNote, BadSignature):
        return
    assert text.startswith(opened)


@given(st.text(st.characters(), max_size=60) | st.text(st.characters(), max_size=20).map(lambda text: f"{vkey()}{text}"))
def test_foreign_vkeys_are_read_or_refused(text):
    try:
        assert str(note.parse_vkey(text)) == text.strip()
    except BadKey:
        return
