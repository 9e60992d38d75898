"""The strip map of a bulletin: pairs and corridors that are shown, and of others not a word."""

import re

import pytest

from comity.record.code import code_of
from comity.record.language import LANGUAGES

from .secrets import open_words
from .test_build import Two

SIDES = {"first_side": "VN", "second_side": "CN", "first_at": "north", "second_at": "south"}


@pytest.fixture
def two(tmp_path):
    return Two(tmp_path)


def pair(two, short, **more):
    title = open_words(short)
    two.enter("gate", short, title=title, first_name=title, second_name=title, **SIDES, **more)
    two.consent(short)


def corridor(two, short, gates, *, consent=True):
    called = {"first_called": open_words(f"{short}a"), "second_called": open_words(f"{short}b")}
    thing = two.enter(
        "corridor", short, title=open_words(short), first_side="VN", second_side="CN", gates=gates, way="rail", **called
    )
    if consent:
        two.consent(short)
    return thing


def page(two, lang="en", name="gates"):
    return (two.to / lang / f"{name}.html").read_text("utf-8")


def drawing(two, lang="en"):
    found = re.search(r"<svg xmlns.*?</svg>", page(two, lang), re.DOTALL)
    return found[0] if found else ""


def test_pairs_and_what_joins_them_are_drawn_with_each_sides_words(two):
    for short in ("pass", "brook"):
        pair(two, short)
    corridor(two, "river", ["pass", "brook"])
    two.build()
    for lang, part in (("vi", "vi"), ("zh-Hans", "zh"), ("en", "en")):
        drawn, whole = drawing(two, lang), page(two, lang)
        for word in ("pass", "brook", "rivera", "riverb"):
            assert f"zz{word}{part}zz" in drawn, (lang, word)
        assert drawn.count('stroke-width="1.6"') == 1
        table = whole.partition("<details>")[2].partition("</details>")[0]
        assert f"zzrivera{part}zz" in table
        assert "示意图" in whole


def test_a_corridor_of_which_only_some_pairs_are_shown_joins_those(two):
    pair(two, "pass")
    pair(two, "brook")
    two.enter("gate", "kept", title=open_words("kept"), **SIDES)
    thing = corridor(two, "river", ["pass", "kept"])
    two.build()
    assert ('stroke-width="1.6"' in drawing(two), "zzrivera" in drawing(two)) == (False, True)
    assert "zzkept" not in page(two) + page(two, name=code_of(thing))


def test_everybody_whose_gates_it_passes_must_consent(two):
    pair(two, "pass")
    pair(two, "brook")
    thing = corridor(two, "river", ["pass", "brook"], consent=False)
    two.enter("publication_consent", publishes="river", stance="gives")
    assert two.build().things == 2
    assert code_of(thing) not in page(two)
    two.enter("publication_consent", by="south", publishes="river", stance="gives")
    assert two.build().things == 3
    assert code_of(thing) in page(two)


def test_one_pair_is_listed_and_not_drawn(two):
    pair(two, "pass")
    two.build()
    assert (drawing(two), "1 pair of border gates." in page(two)) == ("", True)


def test_the_drawing_is_made_anew_when_a_name_in_it_changes_and_only_then(two):
    pair(two, "pass")
    pair(two, "brook")
    two.build()
    before = {lang: page(two, lang) for lang in LANGUAGES}
    two.owed("ferry")
    two.build()
    strip = r"<nav.*?</nav>"
    assert [re.sub(strip, "", page(two, lang), flags=re.DOTALL) for lang in LANGUAGES] == [
        re.sub(strip, "", before[lang], flags=re.DOTALL) for lang in LANGUAGES
    ]
    two.enter("correction", thing="pass", changes={"first_name": open_words("renamed")})
    two.consent("pass")
    two.build()
    assert "zzrenamedvizz" in drawing(two, "vi")


def test_the_page_of_a_pair_says_what_each_side_calls_it(two):
    title = {"vi": "Bến Sương", "zh-Hans": "霜津"}
    thing = two.enter("gate", "ferry", title=title, first_name={"vi": "Bến"}, second_name={"zh-Hans": "渡"}, **SIDES)
    two.consent("ferry")
    two.build()
    sides = {lang: re.findall(r"<h3>([^<]*)</h3>", page(two, lang, code_of(thing))) for lang in LANGUAGES}
    assert sides == {
        "vi": ["Phía Việt Nam", "Phía Trung Quốc"],
        "zh-Hans": ["中国方", "越南方"],
        "en": ["On the side of Viet Nam", "On the side of China"],
    }
