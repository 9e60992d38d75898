-- name: queue
-- Drafts of a state between two degrees of certainty, the least sure first, after a place in that order.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry FROM draft
WHERE state = :state AND (confidence, number) > (:confidence, :number) AND confidence <= :most
ORDER BY confidence, number LIMIT :limit;

-- name: queue_back
-- The same before a place, the nearest first.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry FROM draft
WHERE state = :state AND (confidence, number) < (:confidence, :number) AND confidence <= :most
ORDER BY confidence DESC, number DESC LIMIT :limit;

-- name: queue_of_type
-- The same of one type.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry FROM draft
WHERE state = :state AND type = :type AND (confidence, number) > (:confidence, :number) AND confidence <= :most
ORDER BY confidence, number LIMIT :limit;

-- name: queue_of_type_back
-- The same of one type before a place, the nearest first.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry FROM draft
WHERE state = :state AND type = :type AND (confidence, number) < (:confidence, :number) AND confidence <= :most
ORDER BY confidence DESC, number DESC LIMIT :limit;

-- name: queue_of_source
-- The same of one source, of one type or ("") of any.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry FROM draft
WHERE source = :source AND state = :state AND (confidence, number) > (:confidence, :number) AND confidence <= :most
  AND (:type = '' OR type = :type)
ORDER BY confidence, number LIMIT :limit;

-- name: queue_of_source_back
-- The same of one source before a place, the nearest first.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry FROM draft
WHERE source = :source AND state = :state AND (confidence, number) < (:confidence, :number) AND confidence <= :most
  AND (:type = '' OR type = :type)
ORDER BY confidence DESC, number DESC LIMIT :limit;

-- name: draft_counts
-- How many drafts each source has in each state.
SELECT source, state, count(*) FROM draft INDEXED BY draft_of_source GROUP BY source, state;

-- name: draft_counts_of_source
-- The same for one source.
SELECT source, state, count(*) FROM draft WHERE source = :source GROUP BY state;

-- name: draft_types
-- How many drafts of each type stand in each state.
SELECT state, type, count(*) FROM draft INDEXED BY draft_by_type GROUP BY state, type;

-- name: fullest_sources
-- The documents with most drafts in a state, with their names and how many.
SELECT found.source, document.name, found.many FROM (
  SELECT source, count(*) AS many FROM draft INDEXED BY draft_of_source
  WHERE state = :state GROUP BY source ORDER BY count(*) DESC, source LIMIT :limit
) AS found JOIN document ON document.digest = found.source ORDER BY found.many DESC, found.source;

-- name: drafts_beside
-- Drafts of one source, type and state nearest by number to one of them.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry FROM draft
WHERE source = :source AND state = :state AND type = :type AND number != :number
ORDER BY abs(number - :number), number LIMIT :limit;

-- name: put_back
-- Gives a draft back everything it held.
UPDATE draft SET value = :value, evidence = :evidence, rule = :rule, confidence = :confidence, state = :state,
  corrected = :corrected, entry = :entry WHERE number = :number;

-- name: drop_draft
-- Takes away a draft that a deed had made.
DELETE FROM draft WHERE number = :number;

-- name: add_deed
-- Notes that something was done.
INSERT INTO deed (at, what, undone) VALUES (:at, :what, '');

-- name: add_deed_part
-- Notes what a deed made of one draft.
INSERT INTO deed_part (deed, draft, source, before, after) VALUES (:deed, :draft, :source, :before, :after);

-- name: undone
-- Notes that a deed was undone.
UPDATE deed SET undone = :at WHERE number = :number;

-- name: deeds
-- Deeds before a number, the latest first.
SELECT number, at, what, undone FROM deed WHERE number < :before ORDER BY number DESC LIMIT :limit;

-- name: deed
-- One deed.
SELECT number, at, what, undone FROM deed WHERE number = :number;

-- name: last_deed
-- The latest deed that was not undone.
SELECT number, at, what, undone FROM deed WHERE undone = '' ORDER BY number DESC LIMIT 1;

-- name: deed_parts
-- What some deeds (a JSON list) did to which draft.
SELECT deed, draft, source, before, after FROM deed_part WHERE deed IN (SELECT value FROM json_each(:deeds)) ORDER BY deed, draft;

-- name: deeds_on
-- The deeds that touched a draft, the latest first.
SELECT deed.number, at, what, undone FROM deed_part JOIN deed ON deed.number = deed_part.deed
WHERE deed_part.draft = :draft ORDER BY deed.number DESC LIMIT :limit;

-- name: erase_answers
-- Takes away the answers given over drafts of a document.
DELETE FROM likeness WHERE (one, other) IN (
  SELECT after ->> 'one', after ->> 'other' FROM deed_part WHERE source = :digest AND after ->> 'answer' IS NOT NULL);

-- name: erase_deed_parts
-- Takes away what was done to drafts of a document, and both halves of an answer given over one of them.
DELETE FROM deed_part WHERE source = :digest OR deed IN (
  SELECT deed FROM deed_part WHERE source = :digest AND after ->> 'answer' IS NOT NULL);

-- name: erase_empty_deeds
-- Takes away the deeds of which nothing is left.
DELETE FROM deed WHERE NOT EXISTS (SELECT 1 FROM deed_part WHERE deed_part.deed = deed.number);

-- name: erase_draft_keys
-- Takes away the keys of the drafts of a document.
DELETE FROM draft_key WHERE draft IN (SELECT number FROM draft WHERE source = :digest);

-- name: likeness
-- What was answered about two names.
SELECT answer FROM likeness WHERE one = :one AND other = :other;

-- name: likenesses
-- What was answered about a name and others.
SELECT other, answer FROM likeness WHERE one = :name UNION ALL SELECT one, answer FROM likeness WHERE other = :name;

-- name: put_likeness
-- Keeps an answer about two names.
INSERT INTO likeness (one, other, answer) VALUES (:one, :other, :answer)
ON CONFLICT (one, other) DO UPDATE SET answer = excluded.answer;

-- name: drop_likeness
-- Takes an answer back.
DELETE FROM likeness WHERE one = :one AND other = :other;

-- name: add_draft_key
-- Keeps a key of a draft.
INSERT OR IGNORE INTO draft_key (key, draft) VALUES (:key, :draft);

-- name: drop_draft_keys
-- Takes away the keys of a draft.
DELETE FROM draft_key WHERE draft = :draft;

-- name: drafts_with_keys
-- Drafts with any of some keys (a JSON list) in some states (a JSON list), other than one, by number.
SELECT DISTINCT number, source, type, value, evidence, rule, confidence, state, corrected, entry
FROM draft_key JOIN draft ON draft.number = draft_key.draft
WHERE key IN (SELECT value FROM json_each(:keys)) AND number != :number AND state IN (SELECT value FROM json_each(:states))
ORDER BY number LIMIT :limit;

-- name: shared_keys
-- Which of some keys some drafts (JSON lists) bear.
SELECT draft, key FROM draft_key
WHERE key IN (SELECT value FROM json_each(:keys)) AND draft IN (SELECT value FROM json_each(:drafts));
