"""To whom a body may go."""

from __future__ import annotations

from itertools import product

from comity.record.label import WORDS, Label, may_go_to, strictest


def test_the_strictest_of_several_labels_counts():
    for one, other in product(Label, repeat=2):
        assert strictest([one, other]) is list(Label)[max(list(Label).index(one), list(Label).index(other))]
    assert strictest([]) is Label.CLEAR


def test_a_body_goes_to_its_owner_and_its_audience_and_only_a_public_one_to_anybody():
    readers = {"owner": "a", "addressed": "b", "other party": "c", "anybody": None}
    told = {
        label: [who for who, reader in readers.items() if may_go_to(label, ["b"], owner="a", reader=reader)] for label in Label
    }
    closed = ["owner", "addressed"]
    assert told == {Label.CLEAR: list(readers), Label.GREEN: closed, Label.AMBER: closed, Label.RED: closed}


def test_every_label_has_its_words():
    assert set(WORDS) == set(Label)
