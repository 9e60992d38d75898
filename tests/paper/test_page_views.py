"""What the pages on gates, instruments, sources and the overview show of one row, without a home."""

import pytest

from comity.paper.instruments_view import ending, own_line, reported_line, tied
from comity.paper.overview_view import Bar, Coming, Series, Year, by_year, coming_items, coming_sessions, series, years
from comity.paper.places_view import LoosePair, gate_line, in_order, loose_pairs, own_words, sides_for
from comity.paper.sources_view import Document, document_row, source_row, waiting_first
from comity.paper.wording import Part
from comity.record.agreement import Answer

A, B = "a" * 64, "b" * 64


def _row(thing, kind="gate", fields=None, view=None, statements=(), **more):
    return {"id": thing, "kind": kind, "fields": fields or {}, "view": view or {}, "statements": list(statements), **more}


def _told(thing, source="s", says="gate", **value):
    return {"id": thing, "kind": "reading", "roles": ["about"], "fields": {"says": says, "source": [source], "value": value}}


def _name(text):
    return [{"lang": "en", "standing": "authentic", "text": text}]


def _pair(*told, **fields):
    both = {"first_side": "VN", "first_name": _name("Ben Lac"), "second_side": "CN", "second_name": _name("Dukou")}
    return _row("g", fields=both | fields, statements=told)


def test_class_of_each_side_is_the_last_told_of_that_side():
    told = [
        _told("c", date="2022", country="CN", status="international"),
        _told("d", date="2025", status="bilateral"),
        _told("e", date="2019", status="auxiliary"),
    ]
    line = gate_line(_pair(*told))
    assert [(side.side, side.status.status, side.status.reading) for side in line.sides] == [
        ("VN", "bilateral", "d"),
        ("CN", "international", "c"),
    ]
    assert (line.differs, [told.reading for told in line.changes]) == (True, ["e", "c", "d"])


def test_sides_with_one_class_do_not_differ_unless_an_upgrade_is_not_agreed_yet():
    same = _told("c", date="2022", status="bilateral", change="opened")
    pending = _told("d", country="CN", change="not_yet")
    assert [gate_line(_pair(*told)).differs for told in ([], [same], [same, pending])] == [False, False, True]


def test_what_is_told_without_a_day_goes_by_the_day_of_its_source():
    told = [_told("c", "s1", change="smart"), _told("d", "s2", date="2021", change="opened"), _told("e", "s3", change="works")]
    sources = {"s1": _row("s1", "source", {"dated_on": "2023-09-15", "outlet": "Ferry Post"})}
    line = gate_line(_pair(*told), sources)
    assert [(each.reading, each.outlet) for each in line.changes] == [("d", ""), ("c", "Ferry Post"), ("e", "")]


def test_what_one_source_tells_without_a_day_stands_in_the_order_of_its_text():
    asked, agreed = _told("z", change="asked"), _told("a", change="agreed")
    for told, at in ((asked, 40), (agreed, 900)):
        told["fields"]["quotes"] = [{"start": at, "end": at + 5, "quote": "words"}]
    line = gate_line(_pair(agreed, asked))
    assert [each.change for each in line.changes] == ["asked", "agreed"]


def test_readings_that_tell_neither_class_nor_change_nor_day_are_no_change():
    assert gate_line(_pair(_told("c"), _told("d", says="session", date="2022"))).changes == ()


def test_pair_with_one_side_known_has_one_side():
    line = gate_line(_row("g", fields={"first_side": "VN", "first_at": [A]}))
    assert ([side.side for side in line.sides], line.localities) == (["VN"], {A})


def test_side_of_the_language_stands_first_and_english_goes_by_turns():
    line = gate_line(_pair())
    order = {(lang, at): [side.side for side in sides_for(line, lang, at)] for lang in ("vi", "zh-Hans", "en") for at in (0, 1)}
    assert order == {
        ("vi", 0): ["VN", "CN"],
        ("vi", 1): ["VN", "CN"],
        ("zh-Hans", 0): ["CN", "VN"],
        ("zh-Hans", 1): ["CN", "VN"],
        ("en", 0): ["VN", "CN"],
        ("en", 1): ["CN", "VN"],
    }


def test_routes_follow_the_pair_they_are_part_of_and_the_latest_change_leads():
    rows = [
        _row("old", statements=[_told("c", date="2016", change="opened")]),
        _row("route", fields={"within": ["old"]}, statements=[_told("d", date="2026", change="opened")]),
        _row("new", statements=[_told("e", date="2024", change="opened")]),
        _row("lost", fields={"within": [A]}),
    ]
    assert [line.id for line in in_order(map(gate_line, rows))] == ["new", "old", "route", "lost"]


def test_class_is_also_said_in_the_words_of_the_side():
    assert own_words("bilateral", "CN", "vi") == Part("zh-Hans", "", "双边性")
    assert [own_words("bilateral", "CN", "zh-Hans"), own_words("bilateral", "LA", "vi"), own_words("?", "CN", "vi")] == [None] * 3


def test_pairs_only_readings_name_are_listed_by_their_words():
    rows = [_row(str(at), "reading", {"value": {"pair": words}}) for at, words in enumerate(["X; Y", "Z; W", "Z; W"])]
    rows.append(_row("3", "reading", {"value": {"pair": "Q; R"}, "about": ["g"]}))
    rows.append(_row("4", "reading", {"value": {}}))
    assert loose_pairs(rows, ["g"]) == [LoosePair("1", "Z; W", 2), LoosePair("0", "X; Y", 1)]


@pytest.mark.parametrize(
    ("ends_on", "found"),
    [
        ("", ""),
        ("2026", "soon"),
        ("2026-11", "soon"),
        ("2026-11-21", "past"),
        ("2026-11-22", "soon"),
        ("2027-11-22", "soon"),
        ("2027-11-23", ""),
        ("2027-11", ""),
        ("2025", "past"),
        ("2026-02", "past"),
        ("some day", ""),
    ],
)
def test_term_ends_with_the_last_day_of_what_is_said(ends_on, found):
    assert ending(ends_on, on="2026-11-22") == found


def _signed(thing, about=(), **value):
    return _row(thing, "reading", {"says": "signed", "source": ["s"], "value": value, "about": list(about)})


SESSIONS = {
    "s1": _row("s1", "session", {"starts_on": "2023-02", "parties": [A, B], "mechanism": ["m"]}),
    "s2": _row("s2", "session", {"starts_on": "2024-02", "parties": [A], "mechanism": ["m"]}),
    A: _row(A, "party"),
    "u": _row("u", "undertaking"),
}


def test_instrument_without_parties_of_its_own_has_those_of_its_session():
    line = reported_line(_signed("x", ["s1", "u"], nature="minutes"), SESSIONS, on="2026-11-22")
    assert (line.parties, line.of_session, line.day, line.agreed) == ((A, B), True, "2023-02", ("u",))
    named = reported_line(_signed("y", ["s1", A], nature="minutes", date="2023-02-22"), SESSIONS, on="2026-11-22")
    assert (named.parties, named.of_session, named.day) == ((A,), False, "2023-02-22")
    assert reported_line(_signed("z", ["s1"], nature="plan"), SESSIONS, on="2026-11-22").parties == ()


def test_instruments_are_tied_to_what_carries_them_out_and_to_the_next_of_their_kind():
    kind = {"nature": "memorandum", "role": "government"}
    rows = [
        _signed("first", ["s1"], **kind),
        _signed("second", ["s2"], **kind),
        _signed("plan", ["first"], nature="plan", date="2023-05-23", act="carries_out"),
        _signed("again", ["second"], date="2024-03", act="same"),
    ]
    beside = SESSIONS | {row["id"]: row for row in rows}
    found = tied((reported_line(row, beside, on="2026-11-22") for row in rows), {"s1": "m", "s2": "m"})
    assert [(line.id, line.same, line.follows, line.followed_by, line.next) for line in found] == [
        ("second", ("again",), (), (), ""),
        ("plan", (), ("first",), (), ""),
        ("first", (), (), ("plan",), "second"),
    ]


def test_item_shows_the_status_and_term_of_its_text():
    text = {
        "id": "t",
        "parties": [A, B],
        "supersedes": [],
        "open_until": "2026-12-31",
        "ends_on": "2027-06-30",
        "in_force": Answer.YES,
        "withdrawn": [],
        "complete": True,
        "signed_by": [A, B],
        "initialled_by": [],
    }
    agreement = {"parties": [A, B], "in_force": "t", "texts": [text]}
    line = own_line(_row("i", "item", {"form": "memorandum", "session": ["s1"]}, agreement=agreement), SESSIONS, on="2026-11-22")
    assert (line.status, line.ends_on, line.ends, line.parties, line.day) == ("in_force", "2027-06-30", "soon", (A, B), "2023-02")


DOCUMENT = Document("d" * 64, "report.txt", "A report", "zh", "2026-11-22T01:14:00Z", "s", 2, 1, 0)


def test_source_says_whether_a_copy_is_kept_and_what_rests_on_it():
    said = [
        {"id": "r", "kind": "reading", "roles": ["source"], "fields": {}},
        {"id": "u", "kind": "undertaking", "roles": ["evidence"], "fields": {}},
    ]
    reading = _row(
        "r", "reading", {"about": ["g"]}, statements=[{"id": "v", "kind": "session", "roles": ["evidence"], "fields": {}}]
    )
    row = _row("s", "source", {"language": "zh", "coverage": "press"}, {"rests_on": "address"}, said)
    alone, copied = source_row(row, None, {"r": reading}), source_row(row, DOCUMENT, {})
    assert (alone.kept, alone.readings, alone.rests, alone.language, alone.open) == ("address", 1, 3, "zh-Hans", 0)
    assert (copied.kept, copied.rests, copied.open, copied.digest) == ("copy", 1, 2, "d" * 64)


def test_document_in_no_book_stands_in_the_list_and_open_drafts_come_first():
    loose = document_row(DOCUMENT)
    assert (loose.id, loose.entered, loose.title, loose.kept) == ("d" * 64, False, (Part("zh-Hans", "", "A report"),), "copy")
    dated = source_row(_row("s", "source", {"dated_on": "2026-01-01"}), None, {})
    assert [line.id for line in waiting_first([dated, loose])] == ["d" * 64, "s"]


def test_years_run_without_a_gap_and_bars_go_by_their_column():
    found = years([by_year(["2023-02", "2023", "2025-10-30", ""]), by_year(["2025"])])
    assert found == [
        Year("2025", (Bar(1, 60), Bar(1, 120))),
        Year("2024", (Bar(0, 0), Bar(0, 0))),
        Year("2023", (Bar(2, 120), Bar(0, 0))),
    ]
    assert years([{}, by_year([""])]) == []


def _session(thing, mechanism="m", **fields):
    return _row(thing, "session", {"mechanism": [mechanism] if mechanism else [], **fields})


def test_mechanisms_are_counted_by_what_was_held_and_name_what_comes_next():
    planned = [
        _session("c", stage="planned", starts_on="2027"),
        _session("d", stage="planned", starts_on="2013-12"),
    ]
    held = {"-": (3, "", ""), "m": (2, "2024", "2026")}
    assert series(["-", "n", "m"], held, planned, on="2026-11-22") == [
        Series("m", 2, "2024", "2026", "c"),
        Series("n", 0, "", "", ""),
        Series("", 3, "", "", ""),
    ]


def test_what_comes_next_is_not_over_and_has_its_day_first():
    rows = [
        _session("gone", stage="planned", starts_on="2013-12"),
        _session("open", stage="planned"),
        _session("soon", stage="planned", starts_on="2026-11"),
        _session("held", stage="held", starts_on="2027"),
    ]
    assert coming_sessions(rows, on="2026-11-22") == [Coming("soon", "2026-11"), Coming("open", "")]
    assert coming_items({"x": "2027", "y": "", "z": "2026-11-21", "w": "2026"}, on="2026-11-22") == [
        Coming("w", "2026"),
        Coming("x", "2027"),
    ]
