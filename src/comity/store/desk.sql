-- What the drafts desk keeps: how people find the next draft, what was done to drafts, which names are one. Format 2.
-- Each statement may run on a home that has it already: older homes get them when they are opened.

-- The least sure first, of all, of one type and of one source; they also answer the counts.
CREATE INDEX IF NOT EXISTS draft_by_doubt ON draft (state, confidence, number);
CREATE INDEX IF NOT EXISTS draft_by_type ON draft (state, type, confidence, number);
CREATE INDEX IF NOT EXISTS draft_of_source ON draft (source, state, confidence, number);

-- What a person did at the desk, once for each press of a key; `undone` the instant it was undone, or "".
CREATE TABLE IF NOT EXISTS deed (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  undone TEXT NOT NULL
) STRICT;

-- The drafts a deed touched, each before and after it as JSON; null where there was none. For an answer: the answer instead.
CREATE TABLE IF NOT EXISTS deed_part (
  deed INTEGER NOT NULL REFERENCES deed (number),
  draft INTEGER NOT NULL,
  source TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (deed, draft)
) STRICT;
CREATE INDEX IF NOT EXISTS deed_part_by_draft ON deed_part (draft, deed);
CREATE INDEX IF NOT EXISTS deed_part_by_source ON deed_part (source);

-- Whether two names mean one person, party or session, as a person here said: `same` or `differ`; one < other.
CREATE TABLE IF NOT EXISTS likeness (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT;
CREATE INDEX IF NOT EXISTS likeness_by_other ON likeness (other);

-- By what a draft is found when another name is like its own. Made from the draft.
CREATE TABLE IF NOT EXISTS draft_key (
  key TEXT NOT NULL,
  draft INTEGER NOT NULL,
  PRIMARY KEY (key, draft)
) STRICT;
CREATE INDEX IF NOT EXISTS draft_key_by_draft ON draft_key (draft);

-- Which items may be one matter, and which documents derive from others. Made from the items and documents, and made again at will.
CREATE TABLE IF NOT EXISTS thread (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  score INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT;
CREATE INDEX IF NOT EXISTS thread_by_score ON thread (standing, score DESC, one, other);
CREATE INDEX IF NOT EXISTS thread_by_other ON thread (other);
CREATE TABLE IF NOT EXISTS derived (
  copy TEXT NOT NULL PRIMARY KEY,
  original TEXT NOT NULL,
  how TEXT NOT NULL,
  share INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS derived_by_original ON derived (original);
