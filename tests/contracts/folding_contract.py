"""The register is always what a rebuild makes of the books, and thin shelves say what full ones say."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.record.agreement import Agreements, agreement_row
from comity.record.shelf import fill_shelf
from contracts.filling import enter_book, fill, named_party, say, wording
from simulator import World, Written, key_of, public_of, refs

NUMBER = st.integers(0, 7)
STEPS = st.lists(st.tuples(st.integers(0, 16), NUMBER, NUMBER, NUMBER), min_size=8, max_size=40)


class Happenings:
    """Three parties to whom anything may happen, and a home that learns of it book by book."""

    def __init__(self, home):
        self.home, self.world = home, World()
        self.parties = [named_party(self.world, name) for name in ("north", "south", "west")]
        self.items, self.texts, self.papers = [], [], []
        self.known = {}
        self.open_item(self.parties[0], 0, 2)
        self.table(self.parties[0], 1, 5)

    def step(self, what, who, one, two):
        party = self.parties[who % 3]
        action = (
            self.open_item, self.table, self.table, self.sign, self.sign, self.sign, self.attest, self.refuse, self.authorise,
            self.change, self.close, self.adopt, self.acknowledge, self.owe, self.state, self.correct, self.repeat,
        )[what]  # fmt: skip
        action(party, one, two)
        if (one + two) % 3:
            self.learn(party)

    def open_item(self, party, one, two):
        others = [self.parties[(one + place) % 3] for place in range(1 + two % 3)]
        self.items.append(say(party, "item", {"title": wording(en="It"), "parties": sorted({p.id for p in others})}))

    def table(self, party, one, two):
        if self.items:
            over = [self.texts[two % len(self.texts)]] if self.texts and two < 4 else ["ab" * 32] if two == 7 else []
            parties = self.parties if one % 2 else self.parties[:2]
            self.texts.append(party.text(self.items[one % len(self.items)], parties, f"Text {len(party.book)}", over=over))

    def sign(self, party, one, two):
        if self.texts:
            party.sign(self.texts[one % len(self.texts)])

    def attest(self, party, one, two):
        if self.texts:
            party.sign(self.texts[one % len(self.texts)], kind="paper_attestation" if two % 2 else "initialling")

    def refuse(self, party, one, two):
        if self.texts:
            party.sign(self.texts[one % len(self.texts)], kind="refusal" if two % 2 else "withdrawal")

    def authorise(self, party, one, two):
        party.authorise(key_of(f"{party.name} second"), may=("sign",) if two % 2 else ("authorise", "sign"))

    def change(self, party, one, two):
        party.change_key("officer", public_of(party.officer), public_of(key_of(f"{party.name} third")))
        party.officer = key_of(f"{party.name} third") if two % 2 else party.officer

    def close(self, party, one, two):
        party.close([self.parties[one % 3]] if two % 2 else [])

    def adopt(self, party, one, two):
        party.adopt(self.parties[one % 3])

    def acknowledge(self, party, one, two):
        party.acknowledge(self.parties[one % 3], self.parties[two % 3])

    def owe(self, party, one, two):
        named = {"carries_out": [self.texts[one % len(self.texts)]]} if self.texts else {}
        self.papers.append(
            say(party, "undertaking", {"title": wording(en="Owed"), "owners": [self.parties[two % 3].id], **named})
        )

    def state(self, party, one, two):
        if self.papers:
            named = {"undertaking": [self.papers[one % len(self.papers)]], "owner": [self.parties[two % 3].id]}
            say(party, "progress", {**named, "state": "done", "word": "told" if two else "own"})

    def correct(self, party, one, two):
        things = [*self.papers, *self.texts, *self.items, party.id]
        if two < 5:
            changes = {"title": wording(en=f"Corrected {two}")}
            say(party, "correction", {"thing": [things[one % len(things)]], "changes": changes, "why": wording(en="x")})
        elif two == 5:
            party.enter("kind_of_tomorrow", refs=refs(about=things[one % len(things)]))
        else:
            self.erase(party, one, two)

    def erase(self, party, one, two):
        entry = party.book[one % len(party.book)]
        say(party, "erasure", {"entry": [entry.id], "why": wording(en="x")})
        if two == 7 and entry.envelope.kind != "charter":
            self.learn(party)
            with self.home.write() as writing:
                writing.erase_body(entry.id)

    def repeat(self, party, one, two):
        party.again(party.book[1 + one % (len(party.book) - 1)] if len(party.book) > 1 else _nothing(party))

    def learn(self, party):
        self.known[party.name] = len(party.book)
        fill(self.home, self.world, sizes=self.known)


def much_happened():
    """Four parties: two texts across books, a book closed for a successor, one adopted without a closing entry, an erasure."""
    world = World()
    north, south, west, heir = (named_party(world, name) for name in ("north", "south", "west", "heir"))
    three = [north, south, west]
    item = say(north, "item", {"title": wording(en="It"), "parties": sorted(party.id for party in three)})
    first = north.text(item, three, "First")
    second = south.text(item, three, "Second", over=[first])
    south.sign(second)
    north.sign(second)
    paper = say(west, "undertaking", {"title": wording(en="Owed"), "owners": [south.id], "text": [second]})
    said = say(south, "progress", {"undertaking": [paper], "owner": [south.id], "state": "done", "word": "own"})
    say(south, "erasure", {"entry": [said], "why": wording(en="x")})
    north.close([heir])
    heir.adopt(north)
    heir.adopt(west)
    south.acknowledge(west, heir)
    north.acknowledge(west, heir)
    heir.sign(second)
    third = heir.text(item, [*three, heir], "Third", over=[second])
    heir.sign(third)
    south.sign(third)
    other = say(west, "item", {"title": wording(en="Other"), "parties": [west.id]})
    south.text(item, three, "Astray", over=[west.text(other, [west], "Elsewhere")])
    say(west, "party", {"name": wording(en="Still here")})
    return world, [item, first, second, third]


class FoldingContract:
    @settings(max_examples=3, deadline=None)
    @given(chance=st.randoms(use_true_random=False))
    def test_entries_may_come_in_any_order(self, chance):
        world, things = much_happened()
        order = [party.name for party in world.parties.values() for _ in party.book]
        chance.shuffle(order)
        with tempfile.TemporaryDirectory() as folder:
            home = self.create(Path(folder) / "home", Path(folder) / "state")
            for place, name in enumerate(order):
                fill(home, world, sizes={name: order[: place + 1].count(name)})
                _check(home)
            with home.read() as reading:
                full = Agreements(fill_shelf(world.entries(), world.heads())).read(things[0])
                assert [reading.thing(thing)["agreement"] for thing in things] == [agreement_row(full)] * 4
            _check_thin(home, things[:1])
            home.close()

    @settings(max_examples=20, deadline=None)
    @given(steps=STEPS)
    def test_touched_things_are_what_a_rebuild_makes(self, steps):
        with tempfile.TemporaryDirectory() as folder:
            home = self.create(Path(folder) / "home", Path(folder) / "state")
            happened = Happenings(home)
            for step in steps:
                happened.step(*step)
            _check(home)
            fill(home, happened.world)
            _check(home)
            _check_thin(home, happened.items)
            home.close()

    def test_text_known_by_name_only_counts_once_it_is_here(self, home):
        world = World()
        north, south = named_party(world, "north"), named_party(world, "south")
        item = say(north, "item", {"title": wording(en="It"), "parties": sorted([north.id, south.id])})
        lower = north.text(item, [north, south], "First")
        upper = south.text(item, [north, south], "Second", over=[lower])
        north.sign(upper)
        south.sign(upper)
        order = [("south", 2), ("north", 2), ("south", 3), ("north", 4)]
        seen = []
        for name, size in order:
            sizes = {party.name: 0 for party in (north, south)} | {name: size}
            with home.write() as writing:
                for party in (north, south):
                    enter_book(writing, party, sizes[party.name])
            with home.read() as reading:
                row = reading.thing(upper)
                seen.append(row["agreement"]["answer"] if row else "")
                assert reading.rebuild().differing == ()
        assert (seen[0], seen[-1]) == ("cannot say", "true")

    def test_text_of_another_item_is_told_apart_once_it_is_here(self, home):
        world = World()
        north, south = named_party(world, "north"), named_party(world, "south")
        item = say(north, "item", {"title": wording(en="It"), "parties": sorted([north.id, south.id])})
        stray = south.text(say(south, "item", {"title": wording(en="Other"), "parties": [south.id]}), [south], "Elsewhere")
        north.text(item, [north, south], "Astray", over=[stray])
        order = [("south", 1), ("north", 3), ("south", 2), ("south", 3)]
        assert _answers(home, world, item, order)[-1] == (True, "false")

    def test_party_that_has_not_gone_speaks_for_itself_again(self, home):
        world = World()
        north, south, west, heir = (named_party(world, name) for name in ("north", "south", "west", "heir"))
        item = say(north, "item", {"title": wording(en="It"), "parties": sorted([north.id, south.id, west.id])})
        text = north.text(item, [north, south, west])
        north.sign(text)
        west.sign(text)
        heir.adopt(south)
        north.acknowledge(south, heir)
        west.acknowledge(south, heir)
        heir.sign(text)
        say(south, "party", {"name": wording(en="Still here")})
        order = [("south", 1), ("north", 5), ("west", 3), ("heir", 2), ("heir", 3), ("south", 2)]
        assert [answer for _, answer in _answers(home, world, item, order)][-3:] == ["false", "true", "false"]

    def test_party_that_gets_its_book_turns_its_items(self, home):
        world = World()
        north, south = named_party(world, "north"), named_party(world, "south")
        item = say(north, "item", {"title": wording(en="It"), "parties": sorted([north.id, south.id])})
        north.text(item, [north, south])
        fill(home, world, sizes={"north": 3})
        with home.read() as reading:
            assert reading.thing(item)["agreement"]["certain"] is False
        fill(home, world)
        with home.read() as reading:
            assert reading.thing(item)["agreement"]["certain"] is True

    def test_tampered_row_is_found(self, home, ferry):
        fill(home, ferry.world)
        self.refusal_of(home, "UPDATE thing SET fields = x'7b7d' WHERE kind = 'undertaking'")
        with home.read() as reading:
            assert reading.rebuild().differing == (ferry.paper,)

    def test_missing_and_invented_rows_are_found(self, home, ferry):
        fill(home, ferry.world)
        self.refusal_of(home, "DELETE FROM facet")
        self.refusal_of(home, "DELETE FROM thing WHERE kind = 'undertaking'")
        self.refusal_of(home, "INSERT INTO thing (serial, id, kind, place, fields) VALUES (99, 'ff', 'item', 99, x'7b7d')")
        with home.read() as reading:
            assert reading.rebuild().differing == tuple(sorted([ferry.paper, "ff"]))

    def test_tampered_body_is_found(self, home, ferry):
        fill(home, ferry.world)
        self.refusal_of(home, f"UPDATE body SET raw = x'7b7d' WHERE entry = '{ferry.paper}'")
        with home.read() as reading:
            report = reading.rebuild()
        assert (report.differing, report.counts["body_differs"]) == ((ferry.paper,), 1)

    def test_tampered_head_is_found(self, home, ferry):
        fill(home, ferry.world)
        self.refusal_of(home, f"UPDATE book SET root = '{'0' * 64}' WHERE party = '{ferry.north.id}'")
        with home.read() as reading:
            assert reading.rebuild().damaged == (ferry.north.id,)


def _nothing(party):
    raw = b"nothing"
    return Written(raw, party.book[0].envelope, None, None)


def _answers(home, world, item, order):
    """Whether the register is certain of an item, and what it answers, each time a book has grown to a size."""
    found = []
    for name, size in order:
        fill(home, world, sizes={name: size})
        _check(home)
        with home.read() as reading:
            row = reading.thing(item)
            if row is not None:
                found.append((row["agreement"]["certain"], row["agreement"]["answer"]))
    return found


def _check(home):
    with home.read() as reading:
        report = reading.rebuild()
        assert (report.differing, report.damaged) == ((), ())


def _check_thin(home, items):
    with home.read() as reading:
        full = Agreements(reading.shelf())
        for item in items:
            assert Agreements(reading.shelf(item)).read(item) == full.read(item)
            assert reading.agreement_of(item) == full.read(item)
