from comity.reader.gold import to_gold
from comity.reader.score import NOTE, overlap, paired, prf, report, score

from .reports_here import opened, reading_of, text_of


def span(start, end):
    return {"evidence": [{"quote": "x" * (end - start), "start": start, "end": end}]}


def test_overlap_is_intersection_over_union():
    assert overlap(span(0, 10), span(5, 15)) == 5 / 15
    assert overlap(span(0, 10), span(10, 15)) == 0.0


def test_pairs_are_one_to_one_and_the_best_first():
    a, b, c = span(0, 10), span(0, 8), span(20, 30)
    assert paired([a, c], [b, a], 0.5) == [(a, a)]


def test_prf_of_nothing_wanted_and_nothing_given_is_one():
    assert prf((0, 0, 0)) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert prf((1, 2, 1)) == {"precision": 1.0, "recall": 0.5, "f1": 0.667}


def test_reading_scored_against_itself_is_perfect_and_says_it_is_in_sample():
    reading = to_gold(reading_of(text_of("vi_1")))
    told = report([(reading, reading)])
    assert {field: one["f1"] for field, one in told["micro"].items()} == dict.fromkeys(told["micro"], 1.0)
    assert (told["in_sample"], told["note"], told["documents"]) == (True, NOTE, 1)


def test_clause_in_furniture_and_a_quote_that_is_not_there_are_counted():
    text = text_of("en_1")
    reading = to_gold(reading_of(text))
    changed = {**reading, "boilerplate": [{"quote": "", "start": 0, "end": len(text)}]}
    found = score(changed, reading, original="?" + opened(text).original)
    assert found["furniture_clauses"] == len(reading["clauses"])
    assert found["bad_quotes"] > 0


def test_alternative_status_counts_as_right():
    want = {**span(0, 9), "status": "agreed", "status_alt": ["proposed"], "areas": []}
    got = {**span(0, 9), "status": "proposed", "areas": []}
    empty = {"parties": [], "people": [], "meetings": [], "instruments": [], "gates": [], "next_meetings": [], "boilerplate": []}
    found = score({**empty, "clauses": [want]}, {**empty, "clauses": [got]})
    assert found["counts"]["clauses_50_status"] == (1, 1, 1)
