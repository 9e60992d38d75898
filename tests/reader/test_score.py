import random
import re

from comity.reader.edition import digest_of_reader
from comity.reader.measuring.gold import to_gold
from comity.reader.measuring.plain_rival import plain_clauses
from comity.reader.measuring.score import overlap, paired, prf, score
from comity.reader.measuring.score_report import NOTE, Scored, intervals, report

from .reports_here import opened, reading_of, text_of

EMPTY = {
    name: [] for name in ("parties", "people", "meetings", "clauses", "instruments", "gates", "next_meetings", "boilerplate")
}
ALL_RIGHT = {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def span(start, end):
    return {"evidence": [{"quote": "x" * (end - start), "start": start, "end": end}]}


def session(mechanism="talks", date="2031-03-03", **parts):
    return {**span(0, 9), "role": "main", "mechanism": mechanism, "edition": None, "year": 2031, "date": date, **parts}


def counts(want, got):
    return score({**EMPTY, **want}, {**EMPTY, **got})["counts"]


def scored(*results, lang="en"):
    return [Scored(f"{place}.txt", lang, "Post", result) for place, result in enumerate(results)]


def test_overlap_is_intersection_over_union():
    assert overlap(span(0, 10), span(5, 15)) == 5 / 15
    assert overlap(span(0, 10), span(10, 15)) == 0.0


def test_pairs_are_one_to_one_and_the_best_first():
    a, b, c = span(0, 10), span(0, 8), span(20, 30)
    assert paired([a, c], [b, a], 0.5) == [(a, a)]


def test_prf_of_nothing_wanted_and_nothing_given_is_one():
    assert prf((0, 0, 0)) == ALL_RIGHT
    assert prf((1, 2, 1)) == {"precision": 1.0, "recall": 0.5, "f1": 0.667}


def test_reading_scored_against_itself_is_perfect_and_says_it_is_in_sample():
    reading = to_gold(reading_of(text_of("vi_1")))
    told = report(scored(score(reading, reading)))
    assert {field: one["f1"] for field, one in told["micro"].items()} == dict.fromkeys(told["micro"], 1.0)
    assert (told["in_sample"], told["note"], told["documents"]) == (True, NOTE, 1)
    assert (told["quotes"] > 0, told["bad_quotes"]) == (True, 0)


def test_what_is_drawn_from_furniture_and_a_quote_that_is_not_there_are_counted():
    text = text_of("en_1")
    reading = to_gold(reading_of(text))
    changed = {**reading, "boilerplate": [{"quote": "", "start": 0, "end": len(text)}]}
    found = score(changed, reading, original="?" + opened(text).original)
    told = (found["furniture_clauses"], found["furniture_statements"])
    assert told == (len(reading["clauses"]), len(reading["statements"]))
    assert found["bad_quotes"] > 0


def test_alternative_status_counts_as_right():
    want = {**span(0, 9), "status": "agreed", "status_alt": ["proposed"], "areas": [], "agents": ["VN"]}
    got = {**span(0, 9), "status": "proposed", "areas": [], "agents": ["VN"]}
    found = counts({"clauses": [want]}, {"clauses": [got]})
    assert (found["clauses_50_status"], found["agents"]) == ((1, 1, 1), (1, 1, 1))


def test_agent_is_right_only_as_a_whole_set():
    want = {**span(0, 9), "status": "agreed", "areas": ["trade"], "agents": ["CN-GX", "VN-04"]}
    got = {**span(0, 9), "status": "agreed", "areas": ["trade", "gates"], "agents": ["VN-04"]}
    found = counts({"clauses": [want]}, {"clauses": [got]})
    assert (found["agents"], found["areas"]) == ((0, 1, 1), (1, 1, 2))


def test_year_that_the_text_does_not_print_is_asked_of_nobody():
    outside = session(year_outside=True)
    other = session(year=2029, date="2029-03-03")
    found = counts({"meetings": [outside]}, {"meetings": [other]})
    assert (found["sessions"], found["session_dates"]) == ((1, 1, 1), (0, 0, 0))
    strict = counts({"meetings": [session()]}, {"meetings": [other]})
    assert (strict["sessions"], strict["session_dates"]) == ((0, 1, 1), (0, 1, 1))


def test_day_of_a_session_that_pairs_is_asked_apart_from_the_session():
    want, day = [session(edition=9), session(edition=10), session(edition=11)], "2029-03-03"
    found = counts({"meetings": want}, {"meetings": [session(edition=9), session(edition=10, date=day)]})
    assert (found["sessions"], found["session_dates"], found["dates_of_pairs"]) == ((2, 3, 2), (1, 3, 2), (1, 2, 2))
    outside = session(edition=9, year_outside=True)
    assert counts({"meetings": [outside]}, {"meetings": [session(edition=9)]})["dates_of_pairs"] == (0, 0, 0)


def test_numbered_session_is_told_by_its_number():
    found = counts({"meetings": [session(edition=9, year_outside=True)]}, {"meetings": [session(edition=8)]})
    assert found["sessions"] == (0, 1, 1)


def test_sure_drafts_are_counted_apart():
    want = [{"code": "VN"}, {"code": "CN"}]
    got = [{"code": "VN", "confidence": 0.9}, {"code": "LA", "confidence": 0.8}, {"code": "CN", "confidence": 0.7}]
    result = score({**EMPTY, "parties": want}, {**EMPTY, "parties": got})
    told = report(scored(result))
    assert told["sure"]["parties"] == {"right": 1, "given": 2, "precision": 0.5}
    assert told["sure"]["all"] == told["sure"]["parties"]
    assert told["micro"]["parties"] == {**prf((2, 2, 3)), "right": 2, "wanted": 2, "given": 3}


def test_groups_add_up_their_documents():
    one = score({**EMPTY, "parties": [{"code": "VN"}]}, {**EMPTY, "parties": [{"code": "VN"}]})
    other = score({**EMPTY, "parties": [{"code": "VN"}]}, EMPTY)
    told = report([*scored(one, other), *scored(other, lang="vi")])
    assert {lang: group["micro"]["parties"]["f1"] for lang, group in told["by_language"].items()} == {"en": 0.667, "vi": 0.0}
    assert {outlet: group["documents"] for outlet, group in told["by_outlet"].items()} == {"Post": 3}
    assert told["macro_f1"]["parties"] == 0.333


def test_intervals_are_those_of_the_chance_given():
    documents = [{"parties": (right, 4, 4)} for right in (0, 1, 2, 3, 4) * 4]
    low, high = intervals(documents, random.Random(7))["parties"]
    assert (low, high) == intervals(documents, random.Random(7))["parties"]
    assert 0.2 < low < 0.5 < high < 0.8
    assert intervals([{"parties": (1, 1, 1)}], random.Random(7)) == {"parties": (1.0, 1.0)}


def test_plain_rule_cuts_what_follows_an_act_at_semicolons():
    text = "It rained. The sides agreed to open a school; mend the pier.\n双方建议开通夜航；点亮码头。"
    assert [(one["status"], one["evidence"][0]["quote"]) for one in plain_clauses(text)] == [
        ("agreed", "open a school"),
        ("agreed", "mend the pier"),
        ("proposed", "开通夜航"),
        ("proposed", "点亮码头"),
    ]
    assert [text[q["start"] : q["end"]] == q["quote"] for one in plain_clauses(text) for q in one["evidence"]] == [True] * 4


def test_reader_is_named_by_what_it_is_made_of():
    assert re.fullmatch("[0-9a-f]{64}", digest_of_reader())
