"""What every store must hold of the register: rows as the kinds fold them, lists, counts, facets and names."""

import pytest

from comity.kinds.folding import fold_thing, row
from comity.record.agreement import Agreements, agreement_row
from comity.record.errors import AmbiguousName, NameTaken, UnknownThing
from contracts.filling import canonical_row, fill, named_party, say, titles, wording
from simulator import World


class RegisterContract:
    def test_row_is_the_fold_of_all_acts(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            meant = row(fold_thing(reading.act(ferry.paper), reading.acts_naming(ferry.paper)))
            assert canonical_row(reading.thing(ferry.paper)) == canonical_row(meant)
            assert [statement["fields"]["state"] for statement in meant["statements"]] == _in_book_order(
                ferry, "under_way", "done"
            )

    def test_item_and_text_show_their_agreement(self, home, ferry):
        fill(home, ferry.world)
        meant = agreement_row(ferry.world.read(ferry.item))
        with home.read() as reading:
            assert reading.thing(ferry.item)["agreement"] == meant
            assert reading.thing(ferry.text)["agreement"] == meant
            assert reading.agreement_of(ferry.item) == Agreements(reading.shelf()).read(ferry.item)
        assert (meant["in_force"], meant["answer"]) == (ferry.text, "true")

    def test_party_is_not_made_of_all_that_name_it(self, home, ferry):
        corrected = {"name": wording(en="Northern office of foreign affairs")}
        change = say(ferry.north, "correction", {"thing": [ferry.north.id], "changes": corrected, "why": wording(en="spelling")})
        fill(home, ferry.world)
        with home.read() as reading:
            found = reading.thing(ferry.north.id)
            assert [statement["id"] for statement in found["statements"]] == [change]
            assert len(reading.acts_naming(ferry.north.id)) > 1
            assert reading.rebuild().differing == ()

    def test_unknown_kind_opens_a_thing_without_fields(self, home, ferry):
        new = ferry.north.enter("kind_of_tomorrow", bind={"secret_of": "nobody"}, by=())
        fill(home, ferry.world)
        with home.read() as reading:
            found = reading.thing(new)
            assert (found["kind"], [finding["code"] for finding in found["findings"]]) == ("kind_of_tomorrow", ["kind_not_known"])

    def test_kind_that_opens_nothing_has_no_row(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            assert reading.thing(ferry.said) is None
            assert reading.counts_by_kind() == {"charter": 2, "item": 1, "text": 1, "undertaking": 1}

    def test_some_things_and_their_names_come_in_one_query(self, home, ferry):
        fill(home, ferry.world)
        with home.write() as writing:
            for name in ("first-name", "second-name"):
                writing.name(name, ferry.item)
        with home.read() as reading:
            found = reading.things_called([ferry.item, ferry.text, ferry.said, ferry.item, "0" * 64])
            assert found == {each: reading.thing(each) for each in (ferry.item, ferry.text)}
            assert reading.short_names_of([ferry.item, ferry.text]) == {ferry.item: "first-name"}
            assert (reading.things_called([]), reading.short_names_of([])) == ({}, {})

    def test_things_come_newest_first_page_by_page(self, home, ferry):
        names = [f"Paper {number}" for number in range(7)]
        ids = [say(ferry.north, "undertaking", {"title": wording(en=name)}) for name in names]
        fill(home, ferry.world)
        with home.read() as reading:
            every = reading.things("undertaking")
            first = reading.things("undertaking", limit=3)
            second = reading.things("undertaking", limit=3, after=first[-1]["id"])
            assert titles(every) == [*reversed(names), "Reopen the ferry"]
            assert titles(first + second) == names[:0:-1]
            assert reading.things("undertaking", after=every[-1]["id"]) == []
            assert [found["id"] for found in reading.things(limit=2)] == [ferry.south.id, ids[6]]

    def test_list_after_what_is_no_thing_is_refused(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading, pytest.raises(UnknownThing):
            reading.things(after=ferry.said)

    def test_facets_filter_lists_and_counts(self, home, ferry):
        n, s = ferry.north.id, ferry.south.id
        say(ferry.south, "undertaking", {"title": wording(en="One"), "areas": ["A05", "B01"], "nature": "once", "owners": [s]})
        say(ferry.north, "undertaking", {"title": wording(en="Two"), "areas": ["B01"], "nature": "once", "owners": [n]})
        fill(home, ferry.world)
        with home.read() as reading:
            found = {
                facets: titles(reading.things("undertaking", facets=dict(facets)))
                for facets in [
                    (("areas", "A05"),),
                    (("areas", "B01"), ("nature", "once")),
                    (("areas", "B01"), ("owners", s)),
                    (("party", s),),
                    (("areas", "C99"),),
                ]
            }
            assert found == {
                (("areas", "A05"),): ["One", "Reopen the ferry"],
                (("areas", "B01"), ("nature", "once")): _newest_first(reading, "One", "Two"),
                (("areas", "B01"), ("owners", s)): ["One"],
                (("party", s),): ["One"],
                (("areas", "C99"),): [],
            }
            assert all(reading.count("undertaking", dict(facets)) == len(rows) for facets, rows in found.items())
            assert (reading.count(), reading.count("undertaking"), reading.count("undertaking", {"party": s})) == (7, 3, 1)
            assert reading.facet_values("undertaking", "areas") == [("A05", 2), ("B01", 2)]
            assert reading.facet_values("undertaking", "nature") == [("once", 2)]

    def test_facets_follow_a_correction(self, home, ferry):
        fill(home, ferry.world)
        say(ferry.north, "correction", {"thing": [ferry.paper], "changes": {"areas": ["B01"]}, "why": wording(en="wrong area")})
        fill(home, ferry.world)
        with home.read() as reading:
            assert reading.facet_values("undertaking", "areas") == [("B01", 1)]
            assert reading.count("undertaking", {"areas": "A05"}) == 0

    def test_name_stands_for_an_entry(self, home, ferry):
        fill(home, ferry.world)
        with home.write(entering=False) as writing:
            writing.name("ferry", ferry.paper)
            writing.name("bến phà", ferry.paper)
            with pytest.raises(NameTaken):
                writing.name("ferry", ferry.item)
        with home.read() as reading:
            assert (reading.resolve("ferry"), reading.resolve(" bến phà ")) == (ferry.paper, ferry.paper)
            assert (reading.short_name_of(ferry.paper), reading.short_name_of(ferry.item)) == ("ferry", "")
            assert reading.short_names() == {"bến phà": ferry.paper, "ferry": ferry.paper}

    def test_id_is_known_by_its_beginning(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            assert [reading.resolve(ferry.said[:length]) for length in (6, 7, 40, 64)] == [ferry.said] * 4
            for wrong in (ferry.said[:5], "", "ferry", "0" * 64, "F" * 12, "%" * 6):
                with pytest.raises(UnknownThing):
                    reading.resolve(wrong)

    def test_ambiguous_beginning_is_refused(self, home):
        world = World()
        party = named_party(world, "north")
        first, second = _twins(party)
        party.book += [first, second]
        fill(home, world)
        with home.read() as reading:
            assert first.id[:6] == second.id[:6]
            with pytest.raises(AmbiguousName):
                reading.resolve(first.id[:6])
            assert reading.resolve(first.id) == first.id

    def test_erased_body_leaves_row_words_and_facets(self, home, ferry):
        fill(home, ferry.world)
        erasure = say(ferry.north, "erasure", {"entry": [ferry.paper], "why": wording(en="asked for")})
        with home.write() as writing:
            written = ferry.north.book[-1]
            writing.enter(ferry.north.id, written.raw, salt=written.salt, body=written.body)
            writing.set_checkpoint(ferry.north.id, ferry.north.checkpoint())
            writing.erase_body(ferry.paper)
        with home.read() as reading:
            found = reading.thing(ferry.paper)
            assert (found["body"], "title" in found["fields"], "areas" in found["fields"]) == ("erased", False, False)
            assert erasure in [statement["id"] for statement in found["statements"]]
            assert (reading.body(ferry.paper), reading.search("ferry", kind="undertaking")) == (None, [])
            assert reading.facet_values("undertaking", "areas") == []
            report = reading.rebuild()
            assert (report.differing, report.damaged) == ((), ())

    def test_erased_statement_shows_as_erased(self, home, ferry):
        fill(home, ferry.world)
        say(ferry.north, "erasure", {"entry": [ferry.said], "why": wording(en="asked for")})
        with home.write() as writing:
            writing.erase_body(ferry.said)
        fill(home, ferry.world)
        with home.read() as reading:
            states = {row["id"]: row["body"] for row in reading.thing(ferry.paper)["statements"]}
            assert (states[ferry.said], reading.rebuild().differing) == ("erased", ())

    def test_register_can_be_made_again(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            before = reading.things()
        with home.write() as writing:
            writing.touch_everything()
        with home.read() as reading:
            assert reading.things() == before
            assert [found["id"] for found in reading.search("ferry", kind="undertaking")] == [ferry.paper]


def _in_book_order(ferry, north, south):
    return [north, south] if ferry.north.id < ferry.south.id else [south, north]


def _newest_first(reading, *names):
    every = titles(reading.things("undertaking"))
    return sorted(names, key=every.index)


def _twins(party):
    """Two entries whose ids begin with the same six digits, found by trying titles (seven thousand, about)."""
    seen = {}
    for number in range(200_000):
        say(party, "party", {"name": wording(en=f"Office {number}")})
        written = party.book.pop()
        twin = seen.setdefault(written.id[:6], written)
        if twin is not written:
            return twin, written
    raise AssertionError("no twins found")
