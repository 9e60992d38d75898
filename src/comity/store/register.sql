-- name: thing
-- The row of one thing.
SELECT fields FROM thing WHERE id = :id;

-- name: things_with_ids
-- The rows of some things (a JSON list).
SELECT id, fields FROM thing WHERE id IN (SELECT value FROM json_each(:ids));

-- name: thing_place
-- Where a thing stands in the register.
SELECT serial FROM thing WHERE id = :id;

-- name: every_thing
-- The id and row of every thing.
SELECT id, fields FROM thing ORDER BY id;

-- name: things
-- Things of any kind, newest first, older than a place.
SELECT fields FROM thing WHERE serial < :before ORDER BY serial DESC LIMIT :limit;

-- name: things_of_kind
-- Things of one kind, newest first, older than a place.
SELECT fields FROM thing WHERE kind = :kind AND serial < :before ORDER BY serial DESC LIMIT :limit;

-- name: things_with_facet
-- Things that have one facet and all others of a JSON object, newest first, older than a place.
SELECT thing.fields
FROM facet JOIN thing ON thing.serial = facet.thing
WHERE facet.name = :name AND facet.value = :value AND facet.thing < :before
  AND NOT EXISTS (
    SELECT 1 FROM json_each(:others) AS other
    WHERE NOT EXISTS (SELECT 1 FROM facet AS held WHERE held.kind = facet.kind AND held.name = other.key
                      AND held.value = other.value AND held.thing = facet.thing))
ORDER BY facet.thing DESC LIMIT :limit;

-- name: things_of_kind_with_facet
-- As things_with_facet, of one kind.
SELECT thing.fields
FROM facet JOIN thing ON thing.serial = facet.thing
WHERE facet.kind = :kind AND facet.name = :name AND facet.value = :value AND facet.thing < :before
  AND NOT EXISTS (
    SELECT 1 FROM json_each(:others) AS other
    WHERE NOT EXISTS (SELECT 1 FROM facet AS held WHERE held.kind = facet.kind AND held.name = other.key
                      AND held.value = other.value AND held.thing = facet.thing))
ORDER BY facet.thing DESC LIMIT :limit;

-- name: count
-- How many things there are.
SELECT count(*) FROM thing;

-- name: count_of_kind
-- How many things of one kind there are.
SELECT count(*) FROM thing WHERE kind = :kind;

-- name: count_with_facet
-- How many things have one facet and all others of a JSON object.
SELECT count(*)
FROM facet
WHERE facet.name = :name AND facet.value = :value
  AND NOT EXISTS (
    SELECT 1 FROM json_each(:others) AS other
    WHERE NOT EXISTS (SELECT 1 FROM facet AS held WHERE held.kind = facet.kind AND held.name = other.key
                      AND held.value = other.value AND held.thing = facet.thing));

-- name: count_of_kind_with_facet
-- As count_with_facet, of one kind.
SELECT count(*)
FROM facet
WHERE facet.kind = :kind AND facet.name = :name AND facet.value = :value
  AND NOT EXISTS (
    SELECT 1 FROM json_each(:others) AS other
    WHERE NOT EXISTS (SELECT 1 FROM facet AS held WHERE held.kind = facet.kind AND held.name = other.key
                      AND held.value = other.value AND held.thing = facet.thing));

-- name: facet_values
-- The values of one facet of a kind with how many things have each, the most frequent first.
SELECT value, count(*) FROM facet WHERE kind = :kind AND name = :name GROUP BY value ORDER BY count(*) DESC, value;

-- name: counts_by_kind
-- How many things of each kind there are.
SELECT kind, count(*) FROM thing GROUP BY kind ORDER BY kind;

-- name: search
-- Things whose words match, newest first.
SELECT thing.id, thing.fields
FROM search JOIN thing ON thing.serial = search.rowid
WHERE search MATCH :query ORDER BY search.rowid DESC LIMIT :limit;

-- name: search_kind
-- As search, of one kind.
SELECT thing.id, thing.fields
FROM search JOIN thing ON thing.serial = search.rowid
WHERE search MATCH :query AND thing.kind = :kind ORDER BY search.rowid DESC LIMIT :limit;

-- name: words_of
-- The words kept of one thing.
SELECT words, marked FROM search WHERE rowid = :serial;

-- name: put_thing
-- Keeps the row of a thing.
INSERT INTO thing (serial, id, kind, fields) VALUES (:serial, :id, :kind, :fields)
ON CONFLICT (id) DO UPDATE SET fields = excluded.fields;

-- name: drop_thing
-- Takes away the row of what is no thing any more.
DELETE FROM thing WHERE id = :id;

-- name: drop_facets
-- Takes away the facets of a thing.
DELETE FROM facet WHERE thing = :serial;

-- name: add_facet
-- Adds a facet of a thing.
INSERT INTO facet (thing, kind, name, value) VALUES (:serial, :kind, :name, :value);

-- name: drop_words
-- Takes away the words of a thing.
DELETE FROM search WHERE rowid = :serial;

-- name: add_words
-- Keeps the words of a thing.
INSERT INTO search (rowid, words, marked) VALUES (:serial, :words, :marked);

-- name: forget_dropped_words
-- Writes the search index anew, so that words taken away stand nowhere in the file.
INSERT INTO search (search) VALUES ('optimize');
