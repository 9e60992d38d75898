from dataclasses import replace

import pytest

from comity.reader.files.document import open_document
from comity.reader.labelling.candidates import candidates_of
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.labelled import numbered
from comity.reader.labelling.labels import Label, Numbered, checked
from comity.reader.read import read
from comity.reader.text.page import prepare

AGREED = "open the ferry landing before the harvest"
DROPPED = "The keeper of the old mill counted forty lanterns at dusk"
TEXT = f"Talks of the river provinces\n\nThe two sides agreed to {AGREED}.\n\n{DROPPED}.\n"


class Told:
    """Gives the labels told for segments with these words, and keeps what it was shown."""

    name = "model/told"

    def __init__(self, **labels):
        self.labels, self.shown = labels, []

    def label(self, segments):
        self.shown = list(segments)
        made = ((one, self.labels.get(one.text[:8].strip())) for one in segments)
        return [replace(label, id=one.id) for one, label in made if label is not None]


def opened(text=TEXT):
    return open_document(text.encode(), name="talks.txt")


def found(labeller):
    return [
        (one.evidence[0].quote, one.status, one.areas, one.rule.rpartition(" + ")[2], one.confidence)
        for one in read(opened(), by=Deciders(labeller=labeller)).clauses
    ]


def test_without_labels_everything_is_as_without_a_labeller():
    assert read(opened(), by=Deciders(labeller=Told())) == read(opened())


def test_every_segment_stands_in_the_text_and_kept_ones_are_among_them():
    told = Told()
    read(opened(), by=Deciders(labeller=told))
    assert [one.id for one in told.shown] == list(range(1, len(told.shown) + 1))
    assert all(one.text in TEXT and TEXT[: TEXT.index(one.text)].endswith(one.left) for one in told.shown)
    assert [one.text for one in told.shown if one.is_kept] == [AGREED]
    assert DROPPED in [one.text for one in told.shown]
    assert {len(one.facts) for one in told.shown} == {len(told.shown[0].facts)}
    assert all(0 <= fact <= 1 for one in told.shown for fact in one.facts)


def test_page_without_segments_asks_nobody():
    told = Told()
    read(opened("-\n"), by=Deciders(labeller=told))
    assert told.shown == []


def test_kept_segment_is_dropped_or_takes_status_and_a_candidate_is_added():
    agreed = found(Told())[0]
    assert found(Told(**{"open the": Label(0, False, 0.9)})) == []
    new = Label(0, True, 0.9, "done", ("tourism",))
    (one, other) = found(Told(**{"The keep": new}))
    assert one[:3] == agreed[:3]
    assert other == (DROPPED, "done", ("tourism",), "model/told/areas", 0.75)


def test_what_a_strong_act_says_is_not_made_another_act_by_a_label():
    label = Label(0, True, 0.9, "hoped", ("tourism",))
    (one,) = found(Told(**{"open the": label}))
    assert one[1] == "agreed"


def test_area_of_a_label_counts_only_where_the_lexicon_says_nothing():
    text = f"Talks of the river provinces\n\nThe two sides agreed to develop tourism on the river.\n\n{DROPPED}.\n"
    labeller = Told(develop=Label(0, True, 0.9, "", ("labour",)))
    (clause,) = read(opened(text), by=Deciders(labeller=labeller)).clauses
    assert "labour" not in clause.areas


def test_overlapping_candidates_become_one_clause_the_surest():
    class Every:
        name = "model/every"

        def label(self, segments):
            return [Label(one.id, "forty" in one.text or one.is_kept, 0.9 if one.text == DROPPED else 0.6) for one in segments]

    quotes = [one.evidence[0].quote for one in read(opened(), by=Deciders(labeller=Every())).clauses]
    assert quotes == [AGREED, DROPPED]


SEGMENT = Numbered(1, "open the landing", "They agreed to ", True, "agreed", (), (1.0, 0.0))


@pytest.mark.parametrize(
    ("label", "counted"),
    [
        (Label(1, True, 0.5, "agreed", ("tourism",), "open the"), (0, 0, 0)),
        (Label(2, True, 0.5), (1, 0, 0)),
        (Label(1, True, 1.5), (0, 1, 0)),
        (Label(1, True, 0.5, "binding"), (0, 1, 0)),
        (Label(1, True, 0.5, "", ("moonlight",)), (0, 1, 0)),
        (Label(1, True, 0.5, "", (), "Open the"), (0, 0, 1)),
        (Label(1, True, 0.5, "", (), "They agreed"), (0, 0, 1)),
    ],
)
def test_only_labels_of_the_lists_stand(label, counted):
    said = checked((SEGMENT,), (label,))
    assert (said.refused.ids, said.refused.labels, said.refused.quotes) == counted
    assert said.labels == ({1: label} if counted == (0, 0, 0) else {})


def test_labeller_that_doubts_a_clause_keeps_it_from_being_sure():
    text = f"Talks of the river provinces\n\nMr Lam hoped both sides would {AGREED}.\n"
    (before,) = read(opened(text)).clauses
    (after,) = read(opened(text), by=Deciders(labeller=Told(**{"open the": Label(0, True, 0.1)}))).clauses
    assert (before.status, before.confidence, after.confidence) == ("hoped", 0.85, 0.75)


def test_facts_of_a_candidate_do_not_tell_whether_the_grammar_kept_it():
    page = prepare(opened())
    told = Told()
    read(opened(), by=Deciders(labeller=told))
    kept = next(one for one in told.shown if one.is_kept)
    dropped = {one.draft.start: one for one in candidates_of(page, ()) if page.text[one.draft.start : one.draft.end] == kept.text}
    assert len(dropped) == 1
    (other,) = dropped.values()
    assert other.facts == kept.facts


def test_candidates_carry_the_grammars_drafts_unchanged():
    page = prepare(opened())
    assert [one.is_kept for one in candidates_of(page, ())] == [False] * len(numbered(page, candidates_of(page, ())))
