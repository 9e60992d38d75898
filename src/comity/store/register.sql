-- name: thing
-- The row of one thing.
SELECT fields FROM thing WHERE id = :id;

-- name: things_with_ids
-- The rows of some things (a JSON list).
SELECT id, fields FROM thing WHERE id IN (SELECT value FROM json_each(:ids));

-- name: things_filed
-- The rows of some things (a JSON list of serials) with their serials.
SELECT serial, fields FROM thing WHERE serial IN (SELECT value FROM json_each(:serials));

-- name: thing_place
-- Where a thing stands: its arrival, and its place among things of its kind.
SELECT serial, place FROM thing WHERE id = :id;

-- name: filed
-- The place and row of a thing by its serial.
SELECT place, fields FROM thing WHERE serial = :serial;

-- name: every_thing
-- The id and row of every thing.
SELECT id, fields FROM thing ORDER BY id;

-- name: things
-- Things of any kind, the latest arrival first, older than a place.
SELECT serial, fields FROM thing WHERE serial < :before ORDER BY serial DESC LIMIT :limit;

-- name: newer_things
-- Things of any kind newer than a place, the nearest first.
SELECT serial, fields FROM thing WHERE serial > :after ORDER BY serial LIMIT :limit;

-- name: things_of_kind
-- Things of one kind in the order of lists, below a place.
SELECT place, fields FROM thing WHERE kind = :kind AND place < :before ORDER BY place DESC LIMIT :limit;

-- name: newer_things_of_kind
-- Things of one kind above a place, the nearest first.
SELECT place, fields FROM thing WHERE kind = :kind AND place > :after ORDER BY place LIMIT :limit;

-- name: things_with_terms
-- Things that have a term, up to three others (0 for none) and the rest (a JSON list), in the order of lists, below a place.
SELECT facet.place, thing.fields
FROM facet CROSS JOIN thing ON thing.serial = facet.thing
WHERE facet.term = :term AND facet.place < :before
  AND (:second = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :second AND held.place = facet.place))
  AND (:third = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :third AND held.place = facet.place))
  AND (:fourth = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :fourth AND held.place = facet.place))
  AND NOT EXISTS (SELECT 1 FROM json_each(:rest) AS other WHERE NOT EXISTS (
    SELECT 1 FROM facet AS held WHERE held.term = other.value AND held.place = facet.place))
ORDER BY facet.place DESC LIMIT :limit;

-- name: newer_things_with_terms
-- As things_with_terms, above a place and the nearest first.
SELECT facet.place, thing.fields
FROM facet CROSS JOIN thing ON thing.serial = facet.thing
WHERE facet.term = :term AND facet.place > :after
  AND (:second = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :second AND held.place = facet.place))
  AND (:third = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :third AND held.place = facet.place))
  AND (:fourth = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :fourth AND held.place = facet.place))
  AND NOT EXISTS (SELECT 1 FROM json_each(:rest) AS other WHERE NOT EXISTS (
    SELECT 1 FROM facet AS held WHERE held.term = other.value AND held.place = facet.place))
ORDER BY facet.place LIMIT :limit;

-- name: serials_with_terms
-- The serials of things that have a term and others as in things_with_terms, in the order of lists.
SELECT facet.thing
FROM facet
WHERE facet.term = :term
  AND (:second = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :second AND held.place = facet.place))
  AND (:third = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :third AND held.place = facet.place))
  AND (:fourth = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :fourth AND held.place = facet.place))
  AND NOT EXISTS (SELECT 1 FROM json_each(:rest) AS other WHERE NOT EXISTS (
    SELECT 1 FROM facet AS held WHERE held.term = other.value AND held.place = facet.place))
ORDER BY facet.place DESC LIMIT :limit;

-- name: term
-- The number of a term and how many things have it.
SELECT number, things FROM term WHERE kind = :kind AND name = :name AND value = :value;

-- name: terms_in
-- The terms of some kinds (a JSON list) that are facets of a JSON object, and how many things have each.
SELECT term.kind, term.number, term.things
FROM json_each(:kinds) AS sought CROSS JOIN json_each(:facets) AS facet
CROSS JOIN term ON term.kind = sought.value AND term.name = facet.key AND term.value = facet.value;

-- name: terms_called
-- The numbers of a term in all kinds.
SELECT number FROM term WHERE name = :name AND value = :value ORDER BY number;

-- name: facet_values
-- The values of one facet of a kind with how many things have each, the most frequent first.
SELECT value, things FROM term WHERE kind = :kind AND name = :name ORDER BY things DESC, value LIMIT :limit;

-- name: facet_counts
-- How many things of a kind have each of some values (a JSON list) of a facet.
SELECT term.value, term.things
FROM json_each(:values) AS sought CROSS JOIN term ON term.kind = :kind AND term.name = :name AND term.value = sought.value;

-- name: count_facet_values
-- How many values of a facet a kind has.
SELECT count(*) FROM term WHERE kind = :kind AND name = :name;

-- name: values_of_facets
-- The values of some facets (a JSON list) of a kind, the most frequent first.
SELECT term.name, term.value, term.things
FROM json_each(:names) AS sought CROSS JOIN term ON term.kind = :kind AND term.name = sought.value
ORDER BY term.things DESC, term.value;

-- name: facet_spans
-- The values of one facet of a kind with how many things have each, and the first and last place from a place on.
SELECT value, things,
  (SELECT min(place) FROM facet WHERE facet.term = term.number AND place >= :dated),
  (SELECT max(place) FROM facet WHERE facet.term = term.number AND place >= :dated)
FROM term WHERE kind = :kind AND name = :name ORDER BY things DESC, value LIMIT :limit;

-- name: value_of
-- The value of a facet that a thing has, and the place of the thing.
SELECT term.value, facet.place
FROM thing JOIN facet ON facet.thing = thing.serial JOIN term ON term.number = facet.term AND term.name = :name
WHERE thing.id = :id LIMIT 1;

-- name: things_by_value
-- Things of a kind by the value of a facet, the lowest first, each value from one on and up to one; where the value is the
-- first, below a place. `with`: the number of a term they have as well, or 0.
SELECT term.value, facet.place, thing.fields
FROM term CROSS JOIN facet ON facet.term = term.number CROSS JOIN thing ON thing.serial = facet.thing
WHERE term.kind = :kind AND term.name = :name AND term.value >= :first AND term.value <= :last
  AND (term.value > :first OR facet.place < :before)
  AND (:with = 0 OR EXISTS (SELECT 1 FROM facet AS held WHERE held.term = :with AND held.place = facet.place))
ORDER BY term.value, facet.place DESC LIMIT :limit;

-- name: things_with_any
-- Things of a kind that have one of some values (a JSON list) of one of some facets (a JSON list), each once.
SELECT fields FROM thing WHERE serial IN (
  SELECT facet.thing
  FROM json_each(:values) AS sought CROSS JOIN json_each(:names) AS called
  CROSS JOIN term ON term.kind = :kind AND term.name = called.value AND term.value = sought.value
  CROSS JOIN facet ON facet.term = term.number LIMIT :limit);

-- name: counts_by_kind
-- How many things of each kind there are.
SELECT value, things FROM term WHERE name = 'kind' ORDER BY value;

-- name: tally
-- Of some things (a JSON list of serials), how many have each value of some facets (a JSON list), the most frequent first.
-- Terms are counted by number before they are looked up: there are far fewer of them.
SELECT term.name, term.value, sum(counted.things)
FROM (
  SELECT facet.term, count(*) AS things
  FROM json_each(:serials) AS found CROSS JOIN facet ON facet.thing = found.value GROUP BY facet.term
) AS counted CROSS JOIN term ON term.number = counted.term
WHERE term.name IN (SELECT value FROM json_each(:names))
GROUP BY term.name, term.value ORDER BY sum(counted.things) DESC, term.value;

-- name: terms_that_miscount
-- The terms whose count is not how many things have them.
SELECT kind, name, value FROM term
WHERE things != (SELECT count(*) FROM facet WHERE facet.term = term.number) ORDER BY kind, name, value;

-- name: search
-- The serials of things that match, the latest arrival first, older than a place.
SELECT rowid FROM search WHERE search MATCH :query AND rowid < :before ORDER BY rowid DESC LIMIT :limit;

-- name: search_holds
-- Whether one thing matches.
SELECT 1 FROM search WHERE search MATCH :query AND rowid = :serial;

-- name: words_of
-- The words and terms kept of one thing.
SELECT words, marked, terms FROM search WHERE rowid = :serial;

-- name: things_worded
-- Those of some things (a JSON list of ids) that share a wording with another.
SELECT DISTINCT thing.id FROM thing JOIN wording ON wording.thing = thing.serial
WHERE thing.id IN (SELECT value FROM json_each(:ids))
  AND EXISTS (SELECT 1 FROM wording AS other WHERE other.wording = wording.wording AND other.thing != wording.thing);

-- name: things_worded_as
-- The rows of things that bear one of some wordings (a JSON list), each once.
SELECT fields FROM thing WHERE serial IN (
  SELECT wording.thing FROM json_each(:wordings) AS sought CROSS JOIN wording ON wording.wording = sought.value LIMIT :limit);

-- name: put_thing
-- Keeps the row of a thing.
INSERT INTO thing (serial, id, kind, place, fields) VALUES (:serial, :id, :kind, :place, :fields)
ON CONFLICT (id) DO UPDATE SET place = excluded.place, fields = excluded.fields;

-- name: drop_thing
-- Takes away the row of what is no thing any more.
DELETE FROM thing WHERE serial = :serial;

-- name: terms_of
-- The terms of a thing.
SELECT term FROM facet WHERE thing = :serial;

-- name: add_term
-- Adds a value by which things of a kind are found.
INSERT INTO term (kind, name, value, things) VALUES (:kind, :name, :value, 0);

-- name: add_facet
-- Gives a thing a term.
INSERT INTO facet (term, place, thing) VALUES (:term, :place, :serial);

-- name: drop_facet
-- Takes a term from a thing.
DELETE FROM facet WHERE thing = :serial AND term = :term;

-- name: drop_facets
-- Takes all terms from a thing.
DELETE FROM facet WHERE thing = :serial;

-- name: move_facets
-- Gives the terms of a thing its place.
UPDATE facet SET place = :place WHERE thing = :serial AND place != :place;

-- name: wordings_of
-- The wordings of a thing.
SELECT wording FROM wording WHERE thing = :serial;

-- name: add_wording
-- Gives a thing a wording.
INSERT INTO wording (wording, thing) VALUES (:wording, :serial);

-- name: drop_wording
-- Takes a wording from a thing.
DELETE FROM wording WHERE wording = :wording AND thing = :serial;

-- name: two_sharing
-- Up to two other things with a wording.
SELECT thing FROM wording WHERE wording = :wording AND thing != :serial LIMIT 2;

-- name: shares_wording
-- Whether another thing has a wording of this one.
SELECT 1 FROM wording AS own JOIN wording AS other ON other.wording = own.wording AND other.thing != own.thing
WHERE own.thing = :serial LIMIT 1;

-- name: drop_words
-- Takes away the words of a thing.
DELETE FROM search WHERE rowid = :serial;

-- name: add_words
-- Keeps the words of a thing.
INSERT INTO search (rowid, words, marked, terms) VALUES (:serial, :words, :marked, :terms);

-- name: forget_dropped_words
-- Writes the search index anew, so that words taken away stand nowhere in the file.
INSERT INTO search (search) VALUES ('optimize');
