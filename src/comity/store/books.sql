-- name: meta
-- One value about the home.
SELECT value FROM meta WHERE key = :key;

-- name: set_meta
-- Sets one value about the home.
INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: books
-- Every book in the order they were opened.
SELECT party, origin, vkey, own, size, root, checkpoint, number FROM book ORDER BY number;

-- name: book
-- One book.
SELECT party, origin, vkey, own, size, root, checkpoint, number FROM book WHERE party = :party;

-- name: peaks
-- From what a book grows.
SELECT size, peaks FROM book WHERE party = :party;

-- name: open_book
-- Adds an empty book.
INSERT INTO book (party, origin, vkey, own, size, root, peaks, checkpoint)
VALUES (:party, :origin, :vkey, :own, 0, :root, x'', '');

-- name: grow_book
-- Keeps how far a book goes.
UPDATE book SET size = :size, root = :root, peaks = :peaks WHERE party = :party;

-- name: set_vkey
-- Sets the key a book's checkpoints are checked with.
UPDATE book SET vkey = :vkey WHERE party = :party;

-- name: set_checkpoint
-- Keeps a book's signed head.
UPDATE book SET checkpoint = :checkpoint WHERE party = :party;

-- name: add_entry
-- Adds an entry at the end of a book.
INSERT INTO entry (book, place, id, kind, raw)
VALUES ((SELECT number FROM book WHERE party = :party), :place, :id, :kind, :raw);

-- name: add_reference
-- Notes that an entry names something.
INSERT INTO reference (target, kind, role, entry) VALUES (:target, :kind, :role, :entry);

-- name: add_concerned
-- Notes that an item names a party.
INSERT INTO concerned (party, item) VALUES (:party, :item) ON CONFLICT DO NOTHING;

-- name: items_concerning
-- The items that name a party.
SELECT item FROM concerned WHERE party = :party;

-- name: entry
-- The entries with one id, the place that sorts first before others.
SELECT book.party, entry.place, entry.raw
FROM entry JOIN book ON book.number = entry.book
WHERE entry.id = :id ORDER BY book.party, entry.place LIMIT 1;

-- name: serial
-- When an entry first arrived here.
SELECT min(serial) FROM entry WHERE id = :id;

-- name: entries
-- The entries of a book from one place to another, half-open.
SELECT book.party, entry.place, entry.raw
FROM entry JOIN book ON book.number = entry.book
WHERE book.party = :party AND entry.place >= :start AND entry.place < :end ORDER BY entry.place;

-- name: latest_entries
-- Entries of every book that arrived before a place, the latest first.
SELECT book.party, entry.place, entry.raw
FROM entry JOIN book ON book.number = entry.book
WHERE entry.serial < :before ORDER BY entry.serial DESC LIMIT :limit;

-- name: entry_ids
-- The ids of a book's first entries.
SELECT entry.id
FROM entry JOIN book ON book.number = entry.book
WHERE book.party = :party AND entry.place < :end ORDER BY entry.place;

-- name: entries_of_kinds
-- Every entry of some kinds (a JSON list).
SELECT book.party, entry.place, entry.raw
FROM entry JOIN book ON book.number = entry.book
WHERE entry.kind IN (SELECT value FROM json_each(:kinds)) ORDER BY book.party, entry.place;

-- name: entries_with_ids
-- Every place of some entries (a JSON list).
SELECT book.party, entry.place, entry.raw
FROM entry JOIN book ON book.number = entry.book
WHERE entry.id IN (SELECT value FROM json_each(:ids)) ORDER BY book.party, entry.place;

-- name: entries_naming
-- Every entry that names one of some things (a JSON list), by book and place.
SELECT DISTINCT book.party, entry.place, entry.raw
FROM reference JOIN entry ON entry.serial = reference.entry JOIN book ON book.number = entry.book
WHERE reference.target IN (SELECT value FROM json_each(:ids)) ORDER BY book.party, entry.place;

-- name: entries_naming_as
-- Every entry that names a thing in one of some ways (a JSON list of [kind, role]), by book and place.
-- The ways lead (CROSS JOIN): a party is named ten thousand times, and in these ways hardly ever.
SELECT DISTINCT book.party, entry.place, entry.raw
FROM json_each(:ways) AS way CROSS JOIN reference
JOIN entry ON entry.serial = reference.entry JOIN book ON book.number = entry.book
WHERE reference.target = :id
  AND reference.kind = json_extract(way.value, '$[0]') AND reference.role = json_extract(way.value, '$[1]')
ORDER BY book.party, entry.place;

-- name: ids_between
-- Up to two ids of entries in a range, both ends included.
SELECT DISTINCT id FROM entry WHERE id >= :low AND id <= :high LIMIT 2;

-- name: body
-- The salt and body of an entry.
SELECT salt, raw FROM body WHERE entry = :id;

-- name: add_body
-- Keeps the salt and body of an entry.
INSERT INTO body (entry, salt, raw) VALUES (:id, :salt, :raw) ON CONFLICT (entry) DO NOTHING;

-- name: erase_body
-- Takes the salt and body of an entry away.
DELETE FROM body WHERE entry = :id;
