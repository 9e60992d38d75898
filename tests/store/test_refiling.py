"""A home whose register was filed as format 1 did opens, and finds what it holds as a new one does."""

import sqlite3

import pytest

from comity.store import refiling
from comity.store.connections import FILE, FORMAT
from comity.store.home import Home
from contracts.filling import fill, named_party, say, wording
from simulator import World

# The register of format 1, word for word, filled from the rows of a later one.
OLD = """
CREATE TEMP TABLE kept AS SELECT serial, id, kind, fields FROM thing;
DROP TABLE facet; DROP TABLE term; DROP TABLE wording; DROP TABLE search; DROP TABLE thing;
CREATE TABLE thing (
  serial INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  fields BLOB NOT NULL
) STRICT;
CREATE INDEX thing_by_kind ON thing (kind, serial);
CREATE TABLE facet (
  thing INTEGER NOT NULL REFERENCES thing (serial),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, name, value, thing)
) STRICT;
CREATE INDEX facet_by_thing ON facet (thing);
CREATE INDEX facet_by_name ON facet (name, value, thing);
CREATE VIRTUAL TABLE search USING fts5 (words, marked, tokenize = "unicode61 remove_diacritics 0");
INSERT INTO thing SELECT serial, id, kind, fields FROM temp.kept;
INSERT INTO facet SELECT serial, kind, 'areas', 'A05' FROM temp.kept;
INSERT INTO search (rowid, words, marked) SELECT serial, 'old', '' FROM temp.kept;
DROP TABLE deed_part; DROP TABLE deed; DROP TABLE likeness; DROP TABLE draft_key;
DROP INDEX draft_by_doubt; DROP INDEX draft_by_type; DROP INDEX draft_of_source;
PRAGMA user_version = 1;
"""


@pytest.fixture
def old_home(tmp_path):
    """A home of format 1 with three agreed items, and what a home of this format answers about them."""
    home = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    world = World()
    north = named_party(world, "north", en="Northern office")
    for at in range(3):
        say(north, "undertaking", {"title": wording(vi=f"Phà {at}"), "agreed_on": f"{2023 - at}", "owners": [north.id]})
    fill(home, world)
    answers = _answers(home)
    home.close()
    db = sqlite3.connect(home.path / FILE, isolation_level=None)
    db.executescript(OLD)
    db.close()
    return home.path, tmp_path / "state", answers


def test_home_of_format_1_opens_and_finds_the_same(old_home):
    path, state, answers = old_home
    home = Home.open(path, state_dir=state)
    assert _answers(home) == answers
    with home.read() as reading:
        assert (reading.rebuild().differing, reading.miscounted(), reading.search("old")) == ((), [], [])
        assert reading._db.execute("PRAGMA user_version").fetchone() == (FORMAT,)
        plan = reading._db.execute("EXPLAIN QUERY PLAN SELECT 1 FROM facet WHERE term = 1 AND place < 9").fetchall()
    assert "term=? AND place<?" in str(plan)


def test_home_whose_filing_was_broken_off_is_still_of_its_format(old_home, monkeypatch):
    path, state, answers = old_home
    put = refiling.Filing.put

    def failing(self, serial, row):
        if serial > 2:
            raise KeyboardInterrupt
        put(self, serial, row)

    monkeypatch.setattr(refiling.Filing, "put", failing)
    with pytest.raises(KeyboardInterrupt):
        Home.open(path, state_dir=state)
    monkeypatch.undo()
    db = sqlite3.connect(path / FILE)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert db.execute("SELECT count(*) FROM facet WHERE name = 'areas'").fetchone() == (4,)
    db.close()
    assert _answers(Home.open(path, state_dir=state)) == answers


def _answers(home):
    with home.read() as reading:
        lists = [reading.things("undertaking"), reading.things("undertaking", facets={"year": "2022"}), reading.search("pha")]
        return lists, reading.counts_by_kind(), reading.tally("undertaking", {}, ("owners", "year", "lang", "mentioned"))
