-- The register and what it is found by; format 4. All of it is made from entries and can be made again.

-- One row a thing, as canonical JSON. `serial` is that of the entry that opened it; `place` orders lists of a kind, see facets.py.
CREATE TABLE thing (
  serial INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,
  fields BLOB NOT NULL
) STRICT;
CREATE INDEX thing_by_kind ON thing (kind, place);

-- Every value by which things of a kind are found, with how many of them have it: never none.
CREATE TABLE term (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  things INTEGER NOT NULL,
  UNIQUE (kind, name, value)
) STRICT;
CREATE INDEX term_by_things ON term (kind, name, things DESC, value);
CREATE INDEX term_by_name ON term (name, value);

-- Which thing has which of them; `place` is that of the thing.
CREATE TABLE facet (
  term INTEGER NOT NULL REFERENCES term (number),
  place INTEGER NOT NULL,
  thing INTEGER NOT NULL REFERENCES thing (serial),
  PRIMARY KEY (term, place)
) STRICT;
CREATE INDEX facet_by_thing ON facet (thing, term);

CREATE TRIGGER facet_is_counted AFTER INSERT ON facet
BEGIN UPDATE term SET things = things + 1 WHERE number = NEW.term; END;

CREATE TRIGGER facet_is_no_longer_counted AFTER DELETE ON facet
BEGIN
  UPDATE term SET things = things - 1 WHERE number = OLD.term;
  DELETE FROM term WHERE number = OLD.term AND things = 0;
END;

-- The wordings of agreed items and proposals, by the digest of each; two things may share one.
CREATE TABLE wording (
  wording TEXT NOT NULL,
  thing INTEGER NOT NULL REFERENCES thing (serial),
  PRIMARY KEY (wording, thing)
) STRICT;
CREATE INDEX wording_by_thing ON wording (thing);

-- The words of each thing, folded (`words`) and, where they bear marks, as written (`marked`), and the numbers of its terms;
-- rowid is the thing's serial.
CREATE VIRTUAL TABLE search USING fts5 (words, marked, terms, tokenize = "unicode61 remove_diacritics 0");
