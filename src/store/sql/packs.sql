-- Versions of packs, their units, items, translations, facts and programmes.

-- :name pack_each
SELECT id, pack, version, title, kind, teaches, level, source_language, state, digest, installed_at FROM pack_version
WHERE (:all AND kind <> 'exam') OR state = 'active'
ORDER BY pack, id DESC;

-- :name pack_active
SELECT id, pack, version, title, kind, teaches, level, source_language, state, digest, installed_at FROM pack_version
WHERE pack = :pack AND state = 'active';

-- :name pack_by_id
SELECT id, pack, version, title, kind, teaches, level, source_language, state, digest, installed_at FROM pack_version
WHERE id = :id;

-- :name pack_begin
INSERT INTO pack_version (pack, version, title, kind, teaches, level, source_language, digest, installed_at, owner, state)
VALUES (:pack, :version, :title, :kind, :teaches, :level, :source_language, :digest, :at, :owner, 'installing');

-- :name body_add
INSERT INTO item_body (hash, body) VALUES (:hash, :body) ON CONFLICT DO NOTHING;

-- :name unit_find
SELECT id FROM unit WHERE version = :version AND name = :name;

-- :name unit_add
INSERT INTO unit (version, name) VALUES (:version, :name);

-- :name item_add
INSERT INTO item (unit, id, position, parent, slot, kind, step, bank, hash)
VALUES (:unit, :id, :position, :parent, :slot, :kind, :step, :bank, :hash);

-- :name translation_add
INSERT INTO translation (version, language, context, source_hash, text)
VALUES (:version, :language, :context, :source_hash, :text);

-- :name fact_add
INSERT INTO fact (version, name, kind, value, unit, label, valid_from, source, checked_on)
VALUES (:version, :name, :kind, :value, :unit, :label, :valid_from, :source, :checked_on);

-- :name programme_add
INSERT INTO programme (version, id, title, destination, body) VALUES (:version, :id, :title, :destination, :body);

-- :name unit_count_steps
UPDATE unit SET steps = (SELECT count(*) FROM item WHERE item.unit = unit.id AND item.step) WHERE version = :version;

-- :name pack_supersede
UPDATE pack_version SET state = 'superseded'
WHERE state = 'active' AND pack = (SELECT pack FROM pack_version WHERE id = :version);

-- A version that was superseded or hidden comes back the same way.
-- :name pack_activate
UPDATE pack_version SET state = 'active', installed_at = :at, owner = '' WHERE id = :version;

-- :name pack_hide
UPDATE pack_version SET state = 'removed' WHERE pack = :pack AND state = 'active';

-- :name pack_leftovers
SELECT id, owner FROM pack_version WHERE state = 'installing';

-- :name sweep_items
DELETE FROM item WHERE (unit, id) IN
	(SELECT item.unit, item.id FROM unit JOIN item ON item.unit = unit.id WHERE unit.version = :version LIMIT 500);

-- :name sweep_translations
DELETE FROM translation WHERE (version, language, context, source_hash) IN
	(SELECT version, language, context, source_hash FROM translation WHERE version = :version LIMIT 500);

-- :name sweep_facts
DELETE FROM fact WHERE version = :version;

-- :name sweep_programmes
DELETE FROM programme WHERE version = :version;

-- :name sweep_units
DELETE FROM unit WHERE version = :version;

-- :name sweep_version
DELETE FROM pack_version WHERE id = :version AND state = 'installing';

-- :name pack_units
SELECT unit.name, item.id, item.parent, item.slot, item.kind, item.position, item.step, item.bank, item.hash, item_body.body
FROM unit JOIN item ON item.unit = unit.id AND item.id = '' JOIN item_body ON item_body.hash = item.hash
WHERE unit.version = :version
ORDER BY unit.id;

-- :name pack_unit_rows
SELECT unit.name, item.id, item.parent, item.slot, item.kind, item.position, item.step, item.bank, item.hash, item_body.body
FROM unit JOIN item ON item.unit = unit.id JOIN item_body ON item_body.hash = item.hash
WHERE unit.version = :version AND unit.name = :unit
ORDER BY item.position;

-- :name pack_item_rows
SELECT unit.name, item.id, item.parent, item.slot, item.kind, item.position, item.step, item.bank, item.hash, NULL
FROM unit JOIN item ON item.unit = unit.id
WHERE unit.version = :version
ORDER BY unit.id, item.position;

-- :name body_get
SELECT body FROM item_body WHERE hash = :hash
UNION ALL
SELECT body FROM exam_sealed_item WHERE hash = :hash AND body <> ''
LIMIT 1;

-- :name translations
SELECT context, source_hash, text FROM translation
WHERE version = :version AND language = :language AND context >= :prefix AND context < :prefix || char(1114111)
ORDER BY context;

-- :name has_language
SELECT EXISTS (SELECT 1 FROM translation WHERE version = :version AND language = :language);

-- :name facts
SELECT name, kind, value, unit, label, valid_from, source, checked_on FROM fact WHERE version = :version ORDER BY name;

-- :name programmes
SELECT pack_version.pack || '/' || programme.id AS path, programme.version, programme.title, programme.destination, programme.body
FROM pack_version JOIN programme ON programme.version = pack_version.id
WHERE pack_version.state = 'active' AND (:find = '' OR path = :find)
ORDER BY path;

-- :name word_table_add
INSERT INTO word_table (hash, body) VALUES (:hash, :body) ON CONFLICT DO NOTHING;

-- :name version_words_set
INSERT INTO version_words (version, hash) VALUES (:version, :hash) ON CONFLICT (version) DO UPDATE SET hash = excluded.hash;

-- :name word_table_of
SELECT word_table.body FROM version_words JOIN word_table ON word_table.hash = version_words.hash
WHERE version_words.version = :version;

-- :name sweep_words
DELETE FROM version_words WHERE version = :version;
