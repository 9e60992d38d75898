-- The file record.sqlite; the register is in found.sql, what format 2 added in desk.sql. Rowid tables on 16 KiB pages: a body of 1,000 bytes stays on its page.
-- Facts: meta, book, entry, body, short_name, document, draft, deed, likeness. Everything else is made from them and can be rebuilt.

-- What the home is, and its notes of things (`home note ID`): `home` its identity, `copy` the token of its last restore, `scrub` set while erased bytes await the log's end.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One row a book, in the order they were opened. `peaks` are the subtree roots from which it grows.
CREATE TABLE book (
  number INTEGER PRIMARY KEY,
  party TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL,
  vkey TEXT NOT NULL,
  own INTEGER NOT NULL,
  size INTEGER NOT NULL,
  root TEXT NOT NULL,
  peaks BLOB NOT NULL,
  checkpoint TEXT NOT NULL
) STRICT;

-- The bytes of every entry as received. `serial` is the order of arrival in this home.
CREATE TABLE entry (
  serial INTEGER PRIMARY KEY,
  book INTEGER NOT NULL REFERENCES book (number),
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  raw BLOB NOT NULL,
  UNIQUE (book, place)
) STRICT;
CREATE INDEX entry_by_id ON entry (id);
CREATE INDEX entry_by_kind ON entry (kind);

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;

CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE (book = NEW.book AND place = NEW.place) OR serial = NEW.serial)
BEGIN SELECT RAISE(ABORT, 'an entry is never replaced'); END;

-- The body an entry was made with, and its salt. Erasing deletes the row.
CREATE TABLE body (
  number INTEGER PRIMARY KEY,
  entry TEXT NOT NULL UNIQUE,
  salt BLOB NOT NULL,
  raw BLOB NOT NULL
) STRICT;

-- Which entry of which kind names what, as what.
CREATE TABLE reference (
  target TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES entry (serial)
) STRICT;
CREATE INDEX reference_by_target ON reference (target, kind, role, entry);

-- The items that name a party, themselves or by a text.
CREATE TABLE concerned (
  party TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (party, item)
) STRICT;

-- What this home calls things by.
CREATE TABLE short_name (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  id TEXT NOT NULL
) STRICT;
CREATE INDEX short_name_by_id ON short_name (id, number);

-- Documents that were read: bytes as given, the characters that positions count in, and what was read in them.
CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  lang TEXT NOT NULL,
  raw BLOB NOT NULL,
  original TEXT NOT NULL,
  reading BLOB NOT NULL,
  read_at TEXT NOT NULL,
  entry TEXT NOT NULL
) STRICT;

-- What was read and waits for a person. Numbers are never used again.
CREATE TABLE draft (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  type TEXT NOT NULL,
  value BLOB NOT NULL,
  evidence BLOB NOT NULL,
  rule TEXT NOT NULL,
  confidence INTEGER NOT NULL,
  state TEXT NOT NULL,
  corrected INTEGER NOT NULL,
  entry TEXT NOT NULL
) STRICT;
CREATE INDEX draft_by_source ON draft (source);
CREATE INDEX draft_by_state ON draft (state, number);
