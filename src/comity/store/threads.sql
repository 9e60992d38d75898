-- name: threads
-- Suggested ties of one sort that nobody answered, the surest first, after a place in that order.
SELECT one, other, score, standing, reasons FROM thread
WHERE standing = :standing AND (-score, one, other) > (-:score, :one, :other)
  AND NOT EXISTS (SELECT 1 FROM likeness WHERE likeness.one = min(thread.one, thread.other)
    AND likeness.other = max(thread.one, thread.other))
ORDER BY score DESC, one, other LIMIT :limit;

-- name: thread_count
-- How many of one sort wait, counted to a limit.
SELECT count(*) FROM (SELECT 1 FROM thread WHERE standing = :standing
  AND NOT EXISTS (SELECT 1 FROM likeness WHERE likeness.one = min(thread.one, thread.other)
    AND likeness.other = max(thread.one, thread.other)) LIMIT :limit);

-- name: answered_threads
-- Pairs of items about which a person answered so, in the order of their names.
SELECT one, other FROM likeness WHERE answer = :answer AND (one, other) > (:one, :other) ORDER BY one, other LIMIT :limit;

-- name: forget_threads
-- Takes every suggestion away.
DELETE FROM thread;

-- name: forget_threads_of
-- Takes away the suggestions about one item.
DELETE FROM thread WHERE one = :id OR other = :id;

-- name: add_thread
-- Keeps a suggestion.
INSERT OR REPLACE INTO thread (one, other, score, standing, reasons) VALUES (:one, :other, :score, :standing, :reasons);

-- name: derivations
-- Which documents derive from others; with a digest those that it takes part in, "" for all.
SELECT copy, original, how, share FROM derived WHERE :digest = '' OR copy = :digest OR original = :digest ORDER BY copy;

-- name: forget_derivations
-- Takes away what is known of derived documents; with a digest that of one document, "" for all.
DELETE FROM derived WHERE :digest = '' OR copy = :digest OR original = :digest;

-- name: add_derivation
-- Keeps that a document derives from another.
INSERT OR REPLACE INTO derived (copy, original, how, share) VALUES (:copy, :original, :how, :share);

-- name: threads_of
-- The pairs with some items (a JSON list) that a person said to be one matter.
SELECT one, other FROM likeness WHERE one IN (SELECT value FROM json_each(:ids)) AND answer = :answer
UNION SELECT one, other FROM likeness WHERE other IN (SELECT value FROM json_each(:ids)) AND answer = :answer;

-- name: session_answers
-- What was answered about names of sessions.
SELECT one, other, answer FROM likeness WHERE one >= 'session:' AND one < 'session;';

-- name: documents_with
-- What lists show of some documents (a JSON list of digests).
SELECT digest, name, lang, json_extract(CAST(reading AS TEXT), '$.doc.title'), read_at, entry FROM document
WHERE digest IN (SELECT value FROM json_each(:digests));
