from comity.paper.agreed_view import AgreedLine
from comity.paper.instruments_view import InstrumentLine
from comity.paper.names import Name
from comity.paper.party_ties import Papers
from comity.paper.pictures_view import ages_of, area_states, beads_of, flow_of, lanes_of, left_side, ties_of
from comity.paper.places_view import GateLine, GateSide, Told
from comity.paper.session_lanes import Lane, Met
from comity.paper.sessions_view import SessionLine
from comity.paper.state_by_area import AreaStates
from comity.paper.wording import Part

ON = "2026-11-28"


def _names(thing):
    return Name(thing, "party", (Part("vi", "", thing.title()),), "", True)


def _agreed(thing, *shapes, areas=("A05",), on="2024-02-11", nature="once"):
    return AgreedLine(thing, (), (), areas, nature, "", on, "", shapes or ("none",), False, 0)


def _instrument(thing, *parties, day="2024-01-02"):
    return InstrumentLine(thing, (), "", "", parties, False, (), day, "", "", "", "", (), (), (), (), "")


def _session(thing, host, day, **more):
    given = {"mechanism": "m", "edition": "1", "stage": "held"} | more
    return SessionLine(
        thing,
        (),
        given["mechanism"],
        given["edition"],
        day,
        "",
        given["stage"],
        "",
        "",
        (host,),
        (),
        (),
        (),
        (),
        (),
        (),
        0,
        0,
        0,
        (),
    )


def _row(iso="", part_of=()):
    return {"fields": {"iso": iso, "part_of": list(part_of)}}


def test_item_counts_in_each_of_its_areas_and_without_one_apart():
    lines = [_agreed("a", "done", areas=("A05", "A10")), _agreed("b", "done", "wait"), _agreed("c", areas=())]
    assert area_states(lines, "en") == [
        AreaStates("no area said", {"none": 1}),
        AreaStates("Opening and upgrading gates; border market pairs", {"done": 1, "mixed": 1}),
        AreaStates("Tourism", {"done": 1}),
    ]


def test_item_counts_once_in_its_year():
    lines = [_agreed("a", "done"), _agreed("b", "done", on="2024"), _agreed("c", "way", on=""), _agreed("d", "way", on="soon")]
    assert dict(flow_of(lines)) == {("2024", "done"): 2, ("", "way"): 2}


def test_what_is_over_or_standing_has_no_age():
    lines = [
        _agreed("a", "done"),
        _agreed("b", "never"),
        _agreed("c", "wait"),
        _agreed("d", nature="standing"),
        _agreed("e", on=""),
    ]
    ages, standing = ages_of(lines, on=ON)
    assert (dict(ages), standing) == ({("third", "wait"): 1, ("unsaid", "none"): 1}, 1)


def test_sessions_stand_by_mechanism_in_the_order_of_time():
    lines = [
        _session("b", "van khe", "2025-02-01"),
        _session("a", "thanh lac", "2024-02-01"),
        _session("c", "van khe", "", mechanism=""),
    ]
    assert lanes_of(lines, _names, "vi") == [
        Lane("Ngoài các cơ chế có tên", (Met("", "1", "Van Khe", "held"),)),
        Lane("M", (Met("2024-02-01", "1", "Thanh Lac", "held"), Met("2025-02-01", "1", "Van Khe", "held"))),
    ]


def test_sides_of_ties_go_by_codes_of_states_else_opposite_to_whom_one_is_bound():
    rows = {"a": _row("VN-09"), "b": _row("CN-GX"), "c": _row("", ["b"]), "d": _row(), "e": _row(), "f": _row()}
    lines = [
        _instrument("1", "a", "b"),
        _instrument("2", "b", "a"),
        _instrument("3", "c", "d"),
        _instrument("4", "e", "f", day=""),
    ]
    tied, papers = ties_of(lines, rows, _names, "vi", on=ON)
    assert {party.id: party.side for party in tied} == {"a": 0, "b": 1, "c": 1, "d": 0, "e": 0, "f": 1}
    assert papers == [
        Papers(("a", "b"), 2, "2024", "2024"),
        Papers(("c", "d"), 1, "2024", "2024"),
        Papers(("e", "f"), 1, "", ""),
    ]
    assert {party.id: party.side for party in ties_of(lines, rows, _names, "zh-Hans", on=ON)[0]}["a"] == 1


def test_no_side_stands_first_by_default():
    assert {left_side(["VN", "CN"], "en", on=day) for day in ("2026-11-28", "2026-11-29")} == {"VN", "CN"}
    assert (left_side(["VN", "CN"], "vi", on=ON), left_side(["VN", "CN"], "zh-Hans", on=ON)) == ("VN", "CN")
    assert left_side([], "en", on=ON) == ""


def _told(change, side="", day=""):
    return Told("r", "s", "", side, "", change, day, "", ())


def test_bead_shows_of_each_side_what_was_last_told_of_it():
    sides = (GateSide("VN", (Part("vi", "", "Phú Lạc"),), (), None), GateSide("CN", (Part("zh-Hans", "", "富乐"),), (), None))
    changes = (_told("opened", day="2024-05"), _told("closed", "CN", "2025-01-02"))
    line = GateLine("g", (), sides, ("far",), "1000", "international", False, changes)
    (bead,), words = beads_of([line], "vi", on=ON)
    assert (bead.left.shape, bead.right.shape, bead.right.told) == ("done", "never", "tạm dừng 02/01/2025")
    assert (bead.left.classed, bead.within, bead.markers, words) == ("quốc tế", "", "1000", ("VN", "CN"))


def test_pair_without_sides_is_a_bead_of_which_nothing_is_told():
    (bead,), words = beads_of([GateLine("g", (), (), (), "", "", False, ())], "en", on=ON)
    assert (bead.left.shape, bead.right.shape, bead.left.names, words) == ("none", "none", (), ("", ""))
