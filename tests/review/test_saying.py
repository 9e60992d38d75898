"""Sentences, thresholds, scope and what changed."""

import string
from dataclasses import replace

import pytest
from markupsafe import Markup

from comity.paper.printed import Run, plain
from comity.paper.printed_markup import Marker
from comity.record.errors import ThresholdWrong
from comity.record.language import LANGUAGES
from comity.review.changed import changes, facts_of
from comity.review.every_rule import RULES, findings_of
from comity.review.found import Found, in_order
from comity.review.saying import MOST_WORDS, SENTENCES, sentence
from comity.review.scope import Scope
from comity.review.thresholds import thresholds

from .made_rows import THEM, US, agreed, said, state, wording

BLANK = Found("due", "ahead", "t", ("p",), ("A05",), "s", "m", (), ())


def _say(found, lang="en"):
    return plain(sentence(found, lang, _called))


def _called(thing):
    return (Run(f"<{thing}>", "fr"),)


def test_every_rule_has_its_sentences():
    assert {rule for rule, _case in SENTENCES} == set(RULES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", SENTENCES)
def test_every_sentence_is_filled_in_every_language(rule, lang):
    facts = {"party": ["a", "b"], "others": ["c"], "day": "2026-02-11", "days": ["2025"], "count": 3, "whom": "money"}
    said = _say(replace(BLANK, rule=rule[0], case=rule[1], facts=facts | {"languages": ["vi"], "sources": 5, "in_part": 2}), lang)
    wanted = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[rule]) if name}
    filled = {"party": "<b>", "others": "<c>", "what": "<t>", "count": "3"}
    assert [name for name in wanted & filled.keys() if filled[name] not in said] == []
    assert "{" not in said


def test_sentences_keep_the_words_stated():
    done = replace(BLANK, rule="results", case="so_far", facts={"party": ["a"], "words": [wording("vi", "Xong một nửa.")]})
    assert _say(done) == "A result so far is stated for <a>: <t>. In the words stated: Xong một nửa."


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", SENTENCES)
def test_pages_say_the_same_with_every_name_in_its_language(rule, lang):
    facts = {"party": ["a", "b"], "others": ["c"], "day": "2026-02-11", "days": ["2025"], "count": 3, "whom": "money"}
    facts |= {"languages": ["vi"], "sources": 5, "in_part": 2, "words": [wording("vi", "<Xong> & tốt")]}
    found = replace(BLANK, rule=rule[0], case=rule[1], facts=facts)
    line = sentence(found, lang, _called, most=MOST_WORDS)
    markup = Marker(lang).line(line)
    assert Markup(markup).striptags() == " ".join(_say(found, lang).split())
    assert ('<span lang="vi">&lt;Xong&gt; &amp; tốt</span>' in markup) is (lang != "vi")
    assert {run.lang for run in line if run.text.startswith("<") and run.text != "<Xong> & tốt"} <= {"fr", ""}


def test_long_words_are_whole_in_files_and_cut_on_pages():
    done = replace(BLANK, rule="results", case="so_far", facts={"party": ["a"], "words": [wording("vi", "x" * 5000)]})
    assert "x" * 5000 in _say(done)
    assert plain(sentence(done, "en", _called, most=MOST_WORDS)).endswith("In the words stated: " + "x" * 299 + "…")


def test_absence_is_said_with_what_was_read():
    none = replace(BLANK, rule="no_mention", case="none", facts={"sources": 193, "in_part": 12})
    assert _say(none) == "<t>: no later mention in the 193 reports read (12 of them in part)."


def test_how_much_was_read_in_part_is_said_once():
    every = replace(BLANK, rule="no_mention", case="none", facts={"sources": 193, "in_part": 193})
    whole = replace(BLANK, rule="no_mention", case="none", facts={"sources": 193, "in_part": 0})
    assert _say(every) == "<t>: no later mention in the 193 reports read, all of them in part."
    assert _say(whole) == "<t>: no later mention in the 193 reports read."


@pytest.mark.parametrize(
    ("lang", "day", "count", "words"),
    [
        ("en", "2026-03-18", 255, "a, waiting for money since 18 Mar 2026 (255 days): <t>."),
        ("en", "2026-03-18", 0, "a, waiting for money since 18 Mar 2026: <t>."),
        ("vi", "2026-03", 255, "A đang chờ kinh phí từ tháng 03/2026 (255 ngày): <t>."),
        ("zh-Hans", "2026", 255, "a自2026年起等待资金（255天）：<t>。"),
    ],
)
def test_how_long_it_has_been_is_said_as_the_language_says_it(lang, day, count, words):
    facts = {"party": ["a"], "whom": "money", "day": day, "count": count}
    found = replace(BLANK, rule="waiting", case="waiting", facts=facts)
    assert plain(sentence(found, lang, lambda thing: (Run("<t>" if thing == BLANK.thing else thing),))) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Tỉnh Lạng Sơn", "Khu tự trị dân tộc Choang Quảng Tây"], "tỉnh Lạng Sơn và Khu tự trị dân tộc Choang Quảng Tây"),
        (["Thành phố Hải Phòng", "Khu Vân Khê"], "thành phố Hải Phòng và khu Vân Khê"),
        (["Tỉnh ủy Cao Bằng", "Thành phố Hồ Chí Minh"], "Tỉnh ủy Cao Bằng và Thành phố Hồ Chí Minh"),
    ],
)
def test_vietnamese_names_of_places_are_written_as_within_a_sentence(names, words):
    found = replace(BLANK, rule="thanks", case="kept_own", facts={"party": names})
    said = plain(sentence(found, "vi", lambda thing: (Run(thing or "<t>"),)))
    assert said.startswith(f"Xin cảm ơn {words} về")
    first = replace(BLANK, rule="results", case="done_own", facts={"party": names})
    assert plain(sentence(first, "vi", lambda thing: (Run(thing or "<t>"),))).startswith(words[0].upper() + words[1:])


def test_thresholds_are_changed_one_by_one():
    assert thresholds("due_days = 7") == replace(thresholds(), due_days=7)
    assert thresholds("") == thresholds()


@pytest.mark.parametrize(
    "given", ["due_days = -1", "due_days = 1.5", "due_days = true", "days = 1", "due_days = 36501", "[x", "a ="]
)
def test_thresholds_that_are_none_are_refused(given):
    with pytest.raises(ThresholdWrong):
        thresholds(given)


@pytest.mark.parametrize(
    ("scope", "holds"),
    [
        (Scope(), True),
        (Scope(party="p"), True),
        (Scope(party="q"), False),
        (Scope(session="s"), True),
        (Scope(session="x", mechanism="m"), True),
        (Scope(session="x", mechanism="n", parties=frozenset("p")), False),
        (Scope(session="s", party="q"), False),
    ],
)
def test_scope_chooses_by_session_mechanism_and_party(scope, holds):
    assert scope.choose([BLANK]) == ([BLANK] if holds else [])


def test_what_names_no_session_belongs_by_its_parties():
    bare = replace(BLANK, session="", mechanism="")
    assert [Scope("x", "m", frozenset(each)).holds(bare) for each in ("p", "q")] == [True, False]


def test_changes_are_told_by_key_and_facts():
    same, moved, new = (replace(BLANK, thing=each, facts={"day": "2026"}) for each in "abc")
    earlier = {same.key: facts_of(same), moved.key: facts_of(replace(moved, facts={"day": "2025"})), "due/z": {}}
    told = changes([same, moved, new], earlier)
    assert (told.new, told.changed, told.gone) == (("due/c",), ("due/b",), ("due/z",))


def test_days_that_go_by_change_nothing():
    waits = replace(BLANK, rule="waiting", case="waiting", facts={"day": "2026", "count": 3})
    assert changes([replace(waits, facts={"day": "2026", "count": 9})], {waits.key: facts_of(waits)}).changed == ()


def test_findings_stand_in_one_order_whatever_came_first():
    rows = [
        agreed(name, said("p" + name, THEM, "done", on=f"2026-0{at}-01"), said("q" + name, US, "waiting"))
        for at, name in enumerate("abc", 1)
    ]
    one, other = (findings_of(state(*each), thresholds()) for each in (rows, rows[::-1]))
    assert one == other == in_order(one, list(RULES))
    assert len({each.key for each in one}) == len(one)
