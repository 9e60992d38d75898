"""The area of a clause whose words tell none, by the nearest of our own sentences."""

from comity.reader.clauses.areas import GENERAL, area_codes
from comity.reader.labelling import nearest_area
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.labels import Label
from comity.reader.labelling.nearest_area import NearestArea, prototypes
from comity.reader.read import read

from .reports_here import PLACES, opened

TEXT = "Van Khe proposed to look after the old lighthouse together."


class Named:
    """A labeller that keeps every segment and names one area for it."""

    name = "model/here"

    def label(self, segments):
        return [Label(one.id, one.is_kept, 1.0, areas=("tourism",)) for one in segments]


def in_corners(texts):
    """A vector for each text, all as far from one another as can be."""
    return [[float(n == place) for n in range(len(texts))] for place in range(len(texts))]


def test_every_area_has_sentences_in_three_languages():
    known = prototypes()
    counted = {area: sum(1 for one in known if one.area == area) for area in area_codes()}
    assert counted == dict.fromkeys(area_codes(), 3)
    assert len({one.text for one in known}) == len(known)


def test_nearest_sentence_names_the_area():
    nearest = NearestArea(in_corners)
    size = len(prototypes())
    assert nearest.of([float(n == 4) for n in range(size)]) == (prototypes()[4].area,)


def test_no_area_is_named_where_two_are_as_near(monkeypatch):
    monkeypatch.setattr(nearest_area, "NEAR_ENOUGH", 0.0)
    assert NearestArea(in_corners).of([1.0] * len(prototypes())) == ()


def test_area_named_by_a_labeller_stands_in_the_rule_and_only_where_the_words_are_silent():
    silent = read(opened(TEXT), gazetteer=PLACES, by=Deciders(labeller=Named()))
    told = read(opened("Van Khe proposed to build a road."), gazetteer=PLACES, by=Deciders(labeller=Named()))
    plain = read(opened(TEXT), gazetteer=PLACES)
    assert [clause.areas for clause in plain.clauses] == [(GENERAL,)]
    assert [(clause.areas, clause.rule.endswith("model/here/areas")) for clause in silent.clauses] == [(("tourism",), True)]
    assert [(clause.areas, clause.rule.endswith("model/here")) for clause in told.clauses] == [
        (("transport & infrastructure",), True)
    ]
