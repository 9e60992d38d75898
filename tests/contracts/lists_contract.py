"""What every store must do for long lists: one order, pages that fit together, counts that are right, search that is narrowed."""

import pytest

from comity.record.errors import UnknownThing
from comity.store.ordering import Values
from contracts.filling import fill, named_party, say, titles, wording
from simulator import World

DAYS = ("2024-05-01", "2023", "2024-05", "2025-01-09", "", "2023-12-31", "2024-05-01")


class ListsContract:
    def test_list_of_a_kind_goes_by_days(self, home, ferry):
        _enter_days(ferry)
        fill(home, ferry.world)
        with home.read() as reading:
            assert titles(reading.things("undertaking")) == [
                "Paper 3",
                "Paper 6",
                "Paper 0",
                "Paper 2",
                "Paper 5",
                "Paper 1",
                "Paper 4",
                "Reopen the ferry",
            ]

    @pytest.mark.parametrize("facets", [{}, {"owners": "n"}, {"owners": "n", "nature": "once"}])
    def test_pages_fit_together_both_ways(self, home, ferry, facets):
        _enter_days(ferry)
        fill(home, ferry.world)
        facets = {name: ferry.north.id if value == "n" else value for name, value in facets.items()}
        with home.read() as reading:
            every = reading.things("undertaking", facets=facets)
            assert len(every) == {0: 8, 1: 8, 2: 7}[len(facets)]
            for at in range(1, len(every)):
                thing = every[at]["id"]
                assert reading.things("undertaking", facets=facets, newer=thing, limit=3) == every[max(0, at - 3) : at]
                assert reading.things("undertaking", facets=facets, after=thing, limit=3) == every[at + 1 : at + 4]

    def test_several_kinds_make_one_list(self, home, ferry):
        for at, day in enumerate(DAYS):
            kind, name = ("letter", "dated_on") if at % 2 else ("call", "called_on")
            given = {"subject": wording(en=f"Word {at}"), "asks_for": "answer", **({name: day} if day else {})}
            say(ferry.north, kind, given)
        fill(home, ferry.world)
        kinds, facets = ("letter", "call"), {"awaits": "yes"}
        with home.read() as reading:
            every = reading.things_of(kinds, facets=facets, limit=9)
            assert [row["fields"]["subject"][0]["text"][-1] for row in every] == ["3", "6", "0", "2", "5", "1", "4"]
            assert reading.things_of(kinds, facets=facets, after=every[2]["id"], limit=2) == every[3:5]
            assert reading.things_of(kinds, facets=facets, newer=every[4]["id"], limit=2) == every[2:4]
            assert reading.things_of(kinds, facets={"awaits": "no"}, limit=9) == []

    def test_things_are_ordered_by_a_value(self, home, ferry):
        dues = ("2026-03", "2026-03-09", "", "2027", "2026-03-09", "2025-01-02")
        for at, due in enumerate(dues):
            given = {"subject": wording(en=f"Word {at}"), "asks_for": "answer", "to_party": [ferry.south.id] if at % 2 else []}
            say(ferry.north, ("letter", "call")[at // 3], {**given, **({"answer_due_on": due} if due else {})})
        fill(home, ferry.world)
        kinds = ("letter", "call")
        with home.read() as reading:
            every = reading.by_value(kinds, Values("answer_by"), limit=9)
            assert [row["fields"]["subject"][0]["text"][-1] for row in every] == ["5", "4", "1", "0", "3", "2"]
            for at, row in enumerate(every):
                assert reading.by_value(kinds, Values("answer_by"), after=row["id"], limit=2) == every[at + 1 : at + 3]
            assert reading.by_value(kinds, Values("answer_by", "2026-03-09", "2026-03~"), limit=9) == every[1:4]
            asked = reading.by_value(kinds, Values("answer_by"), facets={"to_party": ferry.south.id}, limit=9)
            assert asked == [every[0], every[2], every[4]]
            assert reading.by_value(kinds, Values("answer_by"), facets={"to_party": "nobody"}, limit=9) == []
            assert [reading.has_value(thing, "answer_by") for thing in (every[0]["id"], ferry.paper)] == [True, False]
            with pytest.raises(UnknownThing):
                reading.by_value(kinds, Values("answer_by"), after=ferry.paper, limit=9)

    def test_spans_and_values_are_counted(self, home, ferry):
        for at, day in enumerate(("2024-02", "2021", "", "2030-01-09")):
            given = {"title": wording(en=f"Meeting {at}"), "stage": "planned" if at == 3 else "held"}
            say(ferry.north, "session", {**given, **({"starts_on": day} if day else {})})
        fill(home, ferry.world)
        with home.read() as reading:
            assert reading.spans("session", "held", limit=9) == [("-", 3, "2021", "2024")]
            assert reading.values_of("session", ("series", "held_in", "none")) == {
                "series": [("-", 4)],
                "held_in": [("2021", 1), ("2024", 1)],
                "none": [],
            }
            assert [reading.count_values("session", name) for name in ("held_in", "none")] == [2, 0]
            assert reading.counts_of("session", "stage", ["held", "put_off"]) == {"held": 3}
            assert [row["fields"]["starts_on"] for row in reading.by_value(["session"], Values("ahead"), limit=9)] == [
                "2030-01-09"
            ]

    def test_things_with_any_of_some_values_come_once(self, home, ferry):
        north, south = ferry.north.id, ferry.south.id
        pair = say(ferry.north, "gate", {"title": wording(en="Ferry"), "first_at": [north], "second_at": [south]})
        say(ferry.north, "gate", {"title": wording(en="Bridge")})
        fill(home, ferry.world)
        with home.read() as reading:
            found = reading.with_any("gate", ("first_at", "second_at"), [north, south], limit=9)
            assert [row["id"] for row in found] == [pair]
            assert reading.with_any("gate", ("first_at",), [south], limit=9) == []

    def test_corrected_day_moves_a_thing(self, home, ferry):
        first, *_others = _enter_days(ferry)
        fill(home, ferry.world)
        say(ferry.north, "correction", {"thing": [first], "changes": {"agreed_on": "2026"}, "why": wording(en="misread")})
        fill(home, ferry.world)
        with home.read() as reading:
            assert [found["id"] for found in reading.things("undertaking", limit=1)] == [first]
            assert [found["id"] for found in reading.things("undertaking", facets={"year": "2026"})] == [first]

    def test_counts_equal_a_recount_whatever_happens(self, home, ferry):
        first, second, *_others = _enter_days(ferry)
        fill(home, ferry.world)
        say(ferry.north, "correction", {"thing": [first], "changes": {"areas": ["B01"]}, "why": wording(en="misread")})
        say(ferry.north, "erasure", {"entry": [second], "why": wording(en="asked for")})
        with home.write() as writing:
            writing.erase_body(second)
        fill(home, ferry.world)
        with home.write() as writing:
            writing.touch_everything()
        with home.read() as reading:
            assert reading.miscounted() == []
            assert reading.count("undertaking") == len(reading.things("undertaking")) == 8
            counted = {name: dict(reading.facet_values("undertaking", name)) for name in ("areas", "nature", "year", "state")}
        assert counted == {
            "areas": {"A05": 1, "B01": 1},
            "nature": {"once": 6},
            "year": {"2023": 1, "2024": 3, "2025": 1},
            "state": {"none": 7, "done": 1, "under_way": 1},
        }

    def test_count_goes_no_further_than_asked(self, home, ferry):
        _enter_days(ferry)
        fill(home, ferry.world)
        both = {"owners": ferry.north.id, "nature": "once"}
        with home.read() as reading:
            assert [reading.count("undertaking", both, most=most) for most in (3, 7, 8, None)] == [3, 7, 7, 7]
            assert [reading.count("undertaking", {"nature": "once"}, most=most) for most in (3, None)] == [3, 7]
            assert reading.count("undertaking", {**both, "nature": "never"}) == 0

    def test_tally_tells_how_many_of_those_found_have_what(self, home, ferry):
        _enter_days(ferry)
        fill(home, ferry.world)
        with home.read() as reading:
            whole = reading.tally("undertaking", {}, ("nature", "areas"))
            narrowed = reading.tally("undertaking", {"year": "2024"}, ("nature", "state", "areas"))
        assert whole == {"nature": [("once", 7)], "areas": [("A05", 1)]}
        assert narrowed == {"nature": [("once", 3)], "state": [("none", 3)], "areas": []}

    def test_same_wording_is_a_mention_while_two_bear_it(self, home, ferry):
        first = say(ferry.north, "undertaking", {"title": wording(en="Open the bridge.")})
        fill(home, ferry.world)
        assert _unmentioned(home) == {first}
        second = say(ferry.south, "undertaking", {"title": wording(en="open  THE bridge")})
        fill(home, ferry.world)
        assert _unmentioned(home) == set()
        with home.read() as reading:
            assert reading.worded_again([first, second, ferry.paper]) == {first, second}
            alike = reading.worded_as(reading.thing(first), ["undertaking", "proposal"], limit=9)
            assert {row["id"] for row in alike} == {first, second}
        other = {"title": wording(en="Open the road")}
        say(ferry.south, "correction", {"thing": [second], "changes": other, "why": wording(en="misread")})
        fill(home, ferry.world)
        assert _unmentioned(home) == {first, second}
        with home.read() as reading:
            assert (reading.worded_again([first, second]), reading.miscounted()) == (set(), [])

    def test_list_newer_than_what_is_no_thing_is_refused(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading, pytest.raises(UnknownThing):
            reading.things("undertaking", newer=ferry.said)

    def test_search_is_narrowed_by_what_things_have(self, home, ferry):
        _enter_days(ferry)
        say(
            ferry.north, "letter", {"subject": wording(vi="Paper về phà"), "dated_on": "2024-01-02", "to_party": [ferry.south.id]}
        )
        fill(home, ferry.world)
        with home.read() as reading:
            found = {
                facets: len(reading.search("paper", facets=dict(facets)))
                for facets in [
                    (),
                    (("year", "2024"),),
                    (("lang", "vi"),),
                    (("kind", "letter"), ("year", "2024")),
                    (("concerned", ferry.south.id),),
                    (("year", "1999"),),
                ]
            }
            assert [reading.count_found("paper", facets={"year": "2024"}, most=most) for most in (2, 9)] == [2, 4]
            count, tally = reading.tally_found("paper", ("kind", "year"), facets={"year": "2024"})
        assert list(found.values()) == [8, 4, 1, 1, 1, 0]
        assert (count, tally) == (4, {"kind": [("undertaking", 3), ("letter", 1)], "year": [("2024", 4)]})

    def test_pages_of_a_search_go_from_exact_accents_to_the_others(self, home):
        world = World()
        party = named_party(world, "north")
        for number in range(9):
            say(party, "undertaking", {"title": wording(vi=f"{'Lạng Sơn' if number % 3 == 0 else 'Lang Son'} {number}")})
        fill(home, world)
        with home.read() as reading:
            every = reading.search("Lạng Sơn")
            assert [name[-1] for name in titles(every)] == list("630875421")
            for at in range(len(every)):
                assert reading.search("Lạng Sơn", after=every[at]["id"], limit=4) == every[at + 1 : at + 5]


def _enter_days(ferry):
    """Seven agreed items on the days of `DAYS`; their ids."""
    shared = {"nature": "once", "owners": [ferry.north.id]}
    return [
        say(ferry.north, "undertaking", {"title": wording(en=f"Paper {at}"), **shared, **({"agreed_on": day} if day else {})})
        for at, day in enumerate(DAYS)
    ]


def _unmentioned(home):
    with home.read() as reading:
        return {row["id"] for row in reading.things("undertaking", facets={"mentioned": "no"})}
