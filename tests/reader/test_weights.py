"""What weights and a ranker make of candidates, and what of it becomes drafts."""

import math
from base64 import b64encode
from dataclasses import replace

import pytest

from comity.reader.clauses.agents import Sides
from comity.reader.clauses.areas import area_codes
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.speakers import Speaker
from comity.reader.files.document import open_document
from comity.reader.labelling.candidates import candidates_of
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.grams import SIZE, WORDS, Grams
from comity.reader.labelling.labels import Label, Numbered
from comity.reader.labelling.ranking import ranker_of
from comity.reader.labelling.states import are_states, facts_of_sides
from comity.reader.labelling.weighed_areas import SIZE as SIZE_OF_AREAS
from comity.reader.labelling.weighed_areas import grams_of_areas
from comity.reader.labelling.weights import best_apart, likeliest, packaged, weights_of
from comity.reader.read import read
from comity.reader.text.page import prepare

AGREED = "open the ferry landing before the harvest"
DROPPED = "The keeper of the old mill counted forty lanterns at dusk"
TEXT = f"Talks of the river provinces\n\nThe two sides agreed to {AGREED}.\n\n{DROPPED}.\n"
# The log of odds of what is never so.
NEVER = -40.0
FACTS_OF_AREAS = 5 * 22
SEGMENT = Numbered(1, "open the landing", "They agreed to ", True, "agreed", (), (1.0, 0.0), (4, 20), "", (3, 3, 7))


def page_of(text=TEXT):
    return prepare(open_document(text.encode(), name="talks.txt"))


def weights(of_grams=None, of_facts=(0.5, 0.5), bias=-1.0, status="agreed", **more):
    """Weights of one status alone: a bias, facts, and the grams told in steps of a half; no other status is likely."""
    rows = {name: bytearray(SIZE) for name in STATUSES}
    for gram, steps in (of_grams or {}).items():
        rows[status][gram] = steps % 256
    return {
        "bias": {name: bias if name == status else NEVER for name in STATUSES},
        "of_facts": {name: of_facts if name == status else [0.0] * len(of_facts) for name in STATUSES},
        "step": 0.5,
        "of_grams": {name: b64encode(row).decode() for name, row in rows.items()},
        "threshold": 0.5,
        "bonus": 0.3,
        "states": [0.0],
        "areas": sums_of_areas(),
        **more,
    }


def sums_of_areas(of_grams=None, of_facts=None, least=0.35):
    """Sums of no area but general relations, with grams and facts of others in steps of a half."""
    rows = {area: bytearray(SIZE_OF_AREAS) for area in area_codes()}
    for area, gram, steps in of_grams or ():
        rows[area][gram] = steps
    none = [0.0] * FACTS_OF_AREAS
    return {
        "bias": {area: 1.0 if area == "general relations" else -3.0 for area in rows},
        "of_facts": {area: (of_facts or {}).get(area, none) for area in rows},
        "step": 0.5,
        "least": least,
        "of_grams": {area: b64encode(row).decode() for area, row in rows.items()},
    }


def test_odds_are_by_status_the_sum_of_bias_facts_and_grams_as_often_as_they_stand():
    by = weights_of(weights({3: 4, 7: -2, 9: -128}, status="hoped"))
    assert by.statuses.odds((1.0, 0.0), (3, 3, 7)) == (NEVER, NEVER, -1.0 + 0.5 + 2 * 2.0 - 1.0, NEVER, NEVER)
    assert by.statuses.odds((0.0, 0.0), (9,) * 4000)[2] == -1.0 - 4000 * 64.0


def test_likelihoods_of_all_statuses_add_up_and_the_likeliest_is_told():
    assert likeliest((0.0, 0.0, 0.0, math.log(2), math.log(3))) == (8 / 9, "limitation")
    assert likeliest((1000.0, -1000.0, 0.0, 0.0, 0.0)) == (1.0, "agreed")
    assert STATUSES == ("agreed", "proposed", "hoped", "done", "limitation")


def test_weights_for_other_facts_or_grams_are_refused():
    with pytest.raises(ValueError, match="1 facts, not 2"):
        weights_of(weights()).statuses.odds((1.0,), ())
    with pytest.raises(ValueError, match="3 grams, not"):
        weights_of(weights(of_grams={}) | {"of_grams": dict.fromkeys(STATUSES, b64encode(b"abc").decode())})


def test_what_the_grammar_kept_has_a_bonus_and_what_is_trusted_always_stays():
    by = weights_of(weights())
    places, sure = [(0, 9), (10, 19), (20, 29)], [0.3, 0.3, 0.6]
    assert by.chosen(places, sure, ["en/acts/agreed", "", ""]) == {0, 2}
    trusting = replace(by, trusted=frozenset({"en/actions/chart"}))
    assert trusting.chosen([(0, 9), (0, 19)], [0.0, 1.0], ["en/actions/chart", "en/acts/agreed"]) == {0}


def test_best_set_without_shared_characters_is_chosen_not_the_surest_first():
    places = [(0, 40), (0, 18), (20, 40)]
    assert best_apart(places, [0.4, 0.3, 0.2]) == {1, 2}
    assert best_apart(places, [0.6, 0.3, 0.2]) == {0}
    assert best_apart(places, [-0.1, 0.0, -0.2]) == frozenset()


def test_grams_of_words_are_those_inside_and_those_before():
    page = page_of("x\n\nWe open 12 gates, we open 12 gates.\n")
    sentence = page.sentences[-1]
    grams = Grams(page, sentence.start, sentence.end)
    first, second = (page.text.index("open"), page.text.rindex("open"))
    size = len("open 12 gates")
    one, other = grams.of_words(first, first + size), grams.of_words(second, second + size)
    # three words and two pairs inside; before the first "we" and the beginning, before the second three words
    assert (one[:5], len(one), len(other)) == (other[:5], 7, 8)
    assert page.text[first : first + size] == "open 12 gates"
    assert grams.of_words(first, first + size) == Grams(page_of("x\n\nWE OPEN 34 gates.\n"), 3, 20).of_words(6, 19)


def test_grams_of_edges_and_openings_stand_behind_those_of_words():
    page = page_of("x\n\nWe open 12 gates, we open 12 gates.\n")
    sentence = page.sentences[-1]
    grams = Grams(page, sentence.start, sentence.end)
    first, second = (page.text.index("open"), page.text.rindex("open"))
    size = len("open 12 gates")
    one, other = grams.of(first, first + size), grams.of(second, second + size)
    more = one[len(grams.of_words(first, first + size)) :]
    # one and two words at either edge, eight that open the sentence and seven pairs of them: alike at both places
    assert (more, len(more)) == (other[len(grams.of_words(second, second + size)) :], 2 + 2 + 8 + 7)
    assert (max(one[:-19]) < WORDS <= min(more), max(more) < SIZE) == (True, True)


def test_grams_of_chinese_are_characters_in_whichever_script():
    simple, full = (page_of(f"x\n\n双方同意{words}。\n") for words in ("开放口岸", "開放口岸"))
    found = [Grams(page, 3, 11) for page in (simple, full)]
    assert {one.of_words(7, 11) for one in found} == {found[0].of_words(7, 11)}
    assert len(found[0].of_words(7, 11)) == 4 + 3 + 2 + 3
    assert (found[0].of(7, 11), len(found[0].of(7, 11))) == (found[1].of(7, 11), 12 + 4 + 3 + 8 + 7)


def told(**how):
    return [(one.evidence[0].quote, one.status, one.confidence, one.rule) for one in read(opened(), by=Deciders(**how)).clauses]


def opened():
    return open_document(TEXT.encode(), name="talks.txt")


def of_all_facts(bias, **more):
    facts = len(candidates_of(page_of(), ())[0].facts)
    of_sides = len(facts_of_sides(page_of(), Sides((), True, ()), ()))
    return weights_of(weights(of_facts=[0.0] * facts, bias=bias, states=[0.0] * (1 + of_sides), **more))


def test_weights_keep_drop_and_add_and_say_only_what_the_status_of_the_added_is():
    ((quote, status, confidence, rule),) = told()
    assert told(weights=of_all_facts(-9.0)) == []
    assert told(weights=of_all_facts(-9.0, threshold=0.2)) == [(quote, status, 0.75, f"{rule} + weights")]
    every = {words: (status, sure) for words, status, sure, _ in told(weights=of_all_facts(2.0, status="limitation"))}
    assert every[AGREED] == (status, confidence)
    assert every[DROPPED] == ("limitation", 0.75)


def test_every_clause_stands_in_the_text():
    assert all(one.evidence[0].quote in TEXT for one in read(opened(), by=Deciders(packaged())).clauses)


def test_packaged_weights_fit_the_facts_of_a_candidate():
    assert {len(one.facts) for one in candidates_of(page_of(), ())} == {len(row) for row in packaged().statuses.of_facts}
    assert {len(row) for row in packaged().areas.of_facts} == {FACTS_OF_AREAS}
    assert 1 + len(facts_of_sides(page_of(), Sides((), True, ()), ())) == len(packaged().states)


def ranker(**more):
    turn = {"mean": [0.0], "directions": [[1.0]], "weights": {name: [2.0 * (name == "agreed")] for name in STATUSES}}
    turns = {"words": turn, "sentences": turn}
    made_with = {"package": "p", "version": "1", "model_file": "m", "model_sha256": "0"}
    return ranker_of(made_with | {"weights": weights()} | turns | more)


def test_a_ranker_adds_what_the_vectors_say():
    assert ranker().label([SEGMENT], [[0.5]], [[0.25]]) == [Label(1, True, 0.7311)]
    unkept = replace(SEGMENT, is_kept=False)
    assert ranker().label([unkept], [[0.0]], [[0.0]]) == [Label(1, False, 0.3775, "agreed")]


def test_vectors_of_another_length_are_refused():
    with pytest.raises(ValueError, match="zip"):
        ranker().label([SEGMENT], [[0.5, 0.5]], [[0.0]])


BETWEEN_STATES = """Van Khe and Dongping leaders meet

The ministers of the two countries met. They agreed to open the ferry landing before the harvest.
"""


def test_whether_states_act_is_a_sum_over_facts_of_the_report():
    page = page_of(BETWEEN_STATES)
    facts = facts_of_sides(page, Sides(("VN-02", "CN-YN"), True, ()), ())
    assert facts == (0.0,) * 11 + (1.0, 0.4, 0.0, 1.0, 1.0, 0.0, 0.0) + (2 / 3, 0.0, 2 / 3, 0.0, 0.0, 0.0)
    assert are_states(facts, (-0.5, *(float(n == 18) for n in range(24))))
    assert not are_states(facts, (-0.7, *(float(n == 18) for n in range(24))))
    with pytest.raises(ValueError, match="zip"):
        are_states(facts, (0.0,))


def areas_told(text, **how):
    found = of_all_facts(9.0, areas=sums_of_areas(**{name: value for name, value in how.items() if name != "trusted"}))
    by = Deciders(replace(found, trusted=how.get("trusted", frozenset())))
    return read(open_document(text.encode(), name="talks.txt"), by=by).clauses[0].areas


FERRY = "Talks\n\nThe two sides agreed to open the ferry landing.\n"


def test_areas_are_those_likely_enough_and_at_least_the_likeliest():
    page = prepare(open_document(FERRY.encode(), name="talks.txt"))
    start = page.text.index("open the")
    grams = grams_of_areas(page, Draft(start, page.text.index(".", start), "agreed", (0, 1), "", Speaker(None, None, True), 1.0))
    assert areas_told(FERRY) == ("general relations",)
    likely = [("trade", gram, 40) for gram in grams[:1]] + [("tourism", gram, 4) for gram in grams[:1]]
    assert areas_told(FERRY, of_grams=likely) == ("trade", "general relations")
    assert areas_told(FERRY, of_grams=likely, least=0.2) == ("trade", "general relations", "tourism")
    assert areas_told(FERRY, of_grams=likely, least=0.9) == ("trade",)


def test_areas_the_grammar_gives_come_first_and_count_as_a_fact():
    given = {
        "transport & infrastructure": [0.0] * 22 + [float(area == "transport & infrastructure") * 9 for area in area_codes()]
    }
    facts = {area: row + [0.0] * 66 for area, row in given.items()}
    assert areas_told(FERRY, of_facts=facts) == ("transport & infrastructure", "general relations")


def test_area_of_a_line_an_office_taught_always_stays():
    (rule,) = {one.line.rule for one in page_of(FERRY).hits if one.value == "transport & infrastructure"}
    assert areas_told(FERRY, trusted=frozenset({rule})) == ("transport & infrastructure", "general relations")


class Tourist:
    """A labeller that keeps every segment and calls it tourism."""

    name = "model/here"

    def label(self, segments):
        return [Label(one.id, one.is_kept, 1.0, areas=("tourism",)) for one in segments]


def test_areas_a_labeller_named_stand_whatever_is_likely():
    found = of_all_facts(9.0)
    plain = open_document(b"Talks\n\nThe two sides agreed to open the lantern house.\n", name="talks.txt")
    assert read(plain, by=Deciders(found)).clauses[0].areas == ("general relations",)
    assert read(plain, by=Deciders(found, Tourist())).clauses[0].areas == ("tourism",)
