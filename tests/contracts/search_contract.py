"""What every store must find: the same words, the same things, on any database."""

import unicodedata

import pytest

from contracts.filling import fill, named_party, say, titles, wording
from simulator import World

GATES = [
    "Cửa khẩu Lạng Sơn",
    "Lang Son railway",
    "Đông Hưng, Quảng Tây",
    "友谊关口岸",
    "友誼關口岸擴建",
    "第999号文件",
    "第1号文件，共999页",
]


class SearchContract:
    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("lang son", ["Lang Son railway", "Cửa khẩu Lạng Sơn"]),
            ("LANG SON", ["Lang Son railway", "Cửa khẩu Lạng Sơn"]),
            ("Lạng Sơn", ["Cửa khẩu Lạng Sơn", "Lang Son railway"]),
            (unicodedata.normalize("NFD", "Lạng Sơn"), ["Cửa khẩu Lạng Sơn", "Lang Son railway"]),
            ("son lang", ["Lang Son railway", "Cửa khẩu Lạng Sơn"]),
            ("dong hung", ["Đông Hưng, Quảng Tây"]),
            ("Đông Hưng", ["Đông Hưng, Quảng Tây"]),
            ("口岸", ["友誼關口岸擴建", "友谊关口岸"]),
            ("關口", ["友誼關口岸擴建", "友谊关口岸"]),
            ("友谊关", ["友誼關口岸擴建", "友谊关口岸"]),
            ("岸", ["友誼關口岸擴建", "友谊关口岸"]),
            ("关", ["友誼關口岸擴建", "友谊关口岸"]),
            ("扩建 友谊", ["友誼關口岸擴建"]),
            ("口友", []),
            ("第999号", ["第999号文件"]),
            ("999号", ["第999号文件"]),
            ("999", ["第1号文件，共999页", "第999号文件"]),
            ("lan", []),
        ],
    )
    def test_words_find_what_they_mean(self, home, words, found):
        _fill_gates(home)
        with home.read() as reading:
            assert titles(reading.search(words)) == found

    @pytest.mark.parametrize("words", ["", "   ", "-", "*", '"', "，。", "()", "' OR 1=1 --"[:1]])
    def test_no_words_find_nothing(self, home, words):
        _fill_gates(home)
        with home.read() as reading:
            assert reading.search(words) == []

    @pytest.mark.parametrize(
        "words",
        [
            'lang" OR "x',
            "words : lang",
            "NEAR(lang son)",
            "lang AND NOT",
            "^lang",
            "{words} : a",
            "lang*",
            "son) OR (lang",
            "a\x00b",
            "'; DROP",
        ],
    )
    def test_nothing_typed_is_syntax(self, home, words):
        _fill_gates(home)
        with home.read() as reading:
            assert titles(reading.search(words)) in ([], ["Lang Son railway", "Cửa khẩu Lạng Sơn"])

    def test_found_are_newest_first_within_the_limit(self, home):
        world = World()
        party = named_party(world, "north")
        for number in range(60):
            say(party, "undertaking", {"title": wording(en=f"Bridge {number}")})
        fill(home, world)
        with home.read() as reading:
            assert titles(reading.search("bridge", limit=3)) == ["Bridge 59", "Bridge 58", "Bridge 57"]
            assert len(reading.search("bridge")) == 50
            assert titles(reading.search("bridge 7")) == ["Bridge 7"]

    def test_kind_narrows_what_is_found(self, home):
        world = World()
        party = named_party(world, "north", en="Bridge office")
        say(party, "undertaking", {"title": wording(en="A bridge")})
        fill(home, world)
        with home.read() as reading:
            assert [row["kind"] for row in reading.search("bridge")] == ["undertaking", "charter"]
            assert [row["kind"] for row in reading.search("bridge", kind="charter")] == ["charter"]
            assert reading.search("bridge", kind="item") == []

    def test_what_was_stated_of_a_thing_finds_it(self, home, ferry):
        result = wording(en="Two pontoons delivered")
        fields = {"undertaking": [ferry.paper], "owner": [ferry.south.id], "state": "done", "word": "own", "result": result}
        say(ferry.south, "progress", fields)
        fill(home, ferry.world)
        with home.read() as reading:
            assert [row["id"] for row in reading.search("pontoons")] == [ferry.paper]

    def test_names_of_options_and_ids_are_not_words(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            assert [reading.search(words) for words in ("done", "own", "A05", ferry.north.id)][:2] == [[], []]
            assert reading.search(ferry.north.id) == []

    def test_words_follow_a_correction(self, home, ferry):
        fill(home, ferry.world)
        say(
            ferry.north,
            "correction",
            {"thing": [ferry.paper], "changes": {"title": wording(en="Reopen the bridge")}, "why": wording(en="x")},
        )
        fill(home, ferry.world)
        with home.read() as reading:
            assert [row["id"] for row in reading.search("reopen bridge")] == [ferry.paper]
            assert reading.search("reopen ferry") == []


def _fill_gates(home):
    world = World()
    party = named_party(world, "north")
    for title in GATES:
        say(party, "undertaking", {"title": wording(vi=title)})
    fill(home, world)
