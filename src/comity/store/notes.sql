-- name: named
-- What a short name stands for.
SELECT id FROM short_name WHERE name = :name;

-- name: name_of
-- The first short name of a thing.
SELECT name FROM short_name WHERE id = :id ORDER BY number LIMIT 1;

-- name: names_of
-- The short names of some things (a JSON list), the first one of each last.
SELECT id, name FROM short_name WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY number DESC;

-- name: names
-- Every short name.
SELECT name, id FROM short_name ORDER BY name;

-- name: add_name
-- Gives a thing a short name.
INSERT INTO short_name (name, id) VALUES (:name, :id);

-- name: documents
-- Every document in the order they were read.
SELECT digest, name, media, lang, raw, original, reading, read_at, entry FROM document ORDER BY number;

-- name: document
-- One document.
SELECT digest, name, media, lang, raw, original, reading, read_at, entry FROM document WHERE digest = :digest;

-- name: document_counts
-- How many documents were read, how many of them stand in a book, and how many drafts wait.
SELECT count(*), count(nullif(entry, '')), (SELECT count(*) FROM draft WHERE state = 'open') FROM document;

-- name: document_heads
-- What lists show of documents, the latest read first: without their bytes and their text.
SELECT digest, name, lang, json_extract(CAST(reading AS TEXT), '$.doc.title'), read_at, entry FROM document
ORDER BY number DESC LIMIT :limit;

-- name: documents_called
-- Up to two digests of documents with a name, or of which a digest begins with it.
SELECT digest FROM document
WHERE name = :called OR digest = :called OR (:prefix != '' AND substr(digest, 1, length(:prefix)) = :prefix)
ORDER BY digest = :called DESC, name = :called DESC, number LIMIT 2;

-- name: documents_entered_as
-- The digests of the documents that an entry describes.
SELECT digest FROM document WHERE entry = :id ORDER BY number;

-- name: put_document
-- Keeps a document, or what is new about it.
INSERT INTO document (digest, name, media, lang, raw, original, reading, read_at, entry)
VALUES (:digest, :name, :media, :lang, :raw, :original, :reading, :read_at, :entry)
ON CONFLICT (digest) DO UPDATE SET name = excluded.name, media = excluded.media, lang = excluded.lang, raw = excluded.raw,
  original = excluded.original, reading = excluded.reading, read_at = excluded.read_at, entry = excluded.entry;

-- name: home_notes
-- What the home notes of some things (a JSON list of ids), by id.
SELECT substr(key, 11), value FROM meta WHERE key IN (SELECT 'home note ' || value FROM json_each(:ids)) ORDER BY key;

-- name: set_home_notes
-- Keeps what the home notes of a thing.
INSERT INTO meta (key, value) VALUES ('home note ' || :id, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: drop_home_notes
-- Takes away what the home notes of a thing.
DELETE FROM meta WHERE key = 'home note ' || :id;

-- name: attachments
-- What is noted of the files kept, by digest.
SELECT substr(key, 12), value FROM meta WHERE key >= 'attachment ' AND key < 'attachment!' ORDER BY key;

-- name: attachments_with
-- What is noted of the files with some digests (a JSON list).
SELECT substr(key, 12), value FROM meta WHERE key IN (SELECT 'attachment ' || value FROM json_each(:digests)) ORDER BY key;

-- name: put_attachment
-- Notes something of a file kept.
INSERT INTO meta (key, value) VALUES ('attachment ' || :digest, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: drop_attachment
-- Forgets what was noted of a file.
DELETE FROM meta WHERE key = 'attachment ' || :digest;

-- name: entries_holding
-- The entries whose body is here and in which some bytes stand.
SELECT DISTINCT entry.id FROM body JOIN entry ON entry.id = body.entry
WHERE instr(body.raw, :bytes) OR instr(entry.raw, :bytes) ORDER BY entry.id;

-- name: erase_document
-- Takes a document away.
DELETE FROM document WHERE digest = :digest;

-- name: erase_drafts
-- Takes away every draft read in a document.
DELETE FROM draft WHERE source = :digest;

-- name: drafts
-- Drafts from a number on, filtered by state, source and type ("" for any) and by how sure the reader was.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry
FROM draft
WHERE number > :after AND confidence >= :min_confidence AND (:state = '' OR state = :state)
  AND (:source = '' OR source = :source) AND (:type = '' OR type = :type)
ORDER BY number LIMIT :limit;

-- name: draft
-- One draft.
SELECT number, source, type, value, evidence, rule, confidence, state, corrected, entry FROM draft WHERE number = :number;

-- name: add_draft
-- Adds a draft.
INSERT INTO draft (source, type, value, evidence, rule, confidence, state, corrected, entry)
VALUES (:source, :type, :value, :evidence, :rule, :confidence, :state, :corrected, :entry);

-- name: set_draft
-- Keeps what a person made of a draft.
UPDATE draft SET value = :value, state = :state, corrected = :corrected, entry = :entry WHERE number = :number;
