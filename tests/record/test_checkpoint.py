"""Checkpoints: three lines, one spelling, and only the book that is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulator import World

from comity.record import note
from comity.record.book import EMPTY_ROOT
from comity.record.checkpoint import Checkpoint, open_checkpoint, parse_checkpoint
from comity.record.errors import BadCheckpoint, BadNote, BadSignature

ROOT = "KgEoZmQDl0Pay3pA/eG+l+hR1AUVxXkXVQYJzOmTBLw="


@given(
    origin=st.from_regex(r"[a-z]{1,9}\.example/[a-z]{1,9}", fullmatch=True),
    size=st.integers(1, 10**15),
    root=st.binary(min_size=32, max_size=32),
)
def test_the_text_of_a_checkpoint_is_read_back(origin, size, root):
    head = Checkpoint(origin, size, root)
    assert parse_checkpoint(head.text) == head


def test_an_empty_book_has_the_empty_root():
    head = Checkpoint("a.example/book", 0, EMPTY_ROOT)
    assert parse_checkpoint(head.text) == head
    with pytest.raises(BadCheckpoint, match="empty book"):
        parse_checkpoint(f"a.example/book\n0\n{ROOT}\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        f"\n1\n{ROOT}\n",
        f"a\n01\n{ROOT}\n",
        f"a\n-1\n{ROOT}\n",
        f"a\n1٣\n{ROOT}\n",
        f"a\n\n{ROOT}\n",
        f"a\n1\n{ROOT}",
        f"a\n1\n{ROOT}\nextension\n",
        f"a\n1\n{ROOT[:-1]}\n",
        f"a\n1\n{ROOT[:-2]}x=\n",
        "a\n1\nAAAA\n",
        "a\n1\n\n",
        "a\n1\né\n",
        f"a\n12345678901234567\n{ROOT}\n",
        f"a\n1 \n{ROOT}\n",
    ],
)
def test_a_checkpoint_of_another_form_is_refused(text):
    with pytest.raises(BadCheckpoint):
        parse_checkpoint(text)


def test_a_signed_checkpoint_is_opened_for_its_own_book_only():
    world = World()
    a, b = world.several(2)
    assert open_checkpoint(a.checkpoint(), [a.vkey], origin=a.origin) == a.head()
    with pytest.raises(BadCheckpoint, match="party0"):
        open_checkpoint(a.checkpoint(), [a.vkey], origin=b.origin)
    with pytest.raises(BadNote):
        open_checkpoint(a.checkpoint(), [b.vkey], origin=a.origin)
    with pytest.raises(BadSignature):
        open_checkpoint(a.checkpoint().replace("\n1\n", "\n2\n"), [a.vkey], origin=a.origin)
    with pytest.raises(BadCheckpoint, match="origin, a size"):
        open_checkpoint(note.sign("a\n", name=a.origin, key=a.node), [a.vkey], origin=a.origin)


@given(st.text(max_size=80) | st.text(max_size=30).map(lambda text: f"a\n1\n{text}\n"))
def test_foreign_checkpoints_are_read_or_refused(text):
    try:
        assert parse_checkpoint(text).text == text
    except BadCheckpoint:
        return
