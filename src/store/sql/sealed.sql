-- Sealed banks of live exams.

-- A version that is never active: hidden from all lists of packs.
-- :name sealed_version
INSERT INTO pack_version (pack, version, title, kind, teaches, level, source_language, digest, installed_at, owner, state)
VALUES (:pack, :version, :title, 'exam', :teaches, :level, :source_language, :digest, :at, '', 'removed');

-- :name sealed_add
INSERT INTO exam_sealed (digest, pack, version, at, actor) VALUES (:digest, :pack, :version, :at, :actor);

-- :name sealed_find
SELECT version FROM exam_sealed WHERE digest = :digest;

-- :name sealed_version_copy
INSERT INTO pack_version (pack, version, title, kind, teaches, level, source_language, digest, installed_at, owner, state)
SELECT pack, version, title, kind, teaches, level, source_language, digest, :at, '', 'removed' FROM pack_version WHERE id = :version;

-- :name sealed_exam_copy
INSERT INTO exam (version, id, title, body, examines) SELECT :copy, id, title, body, examines FROM exam WHERE version = :version AND id = :id;

-- :name bank_use_add
INSERT INTO exam_bank_use (session, version, digest) SELECT :session, :version, digest FROM pack_version WHERE id = :version;

-- :name bank_use_get
SELECT version, digest, opened_at, first, second, closed_at FROM exam_bank_use WHERE session = :session;

-- :name bank_use_open
UPDATE exam_bank_use SET opened_at = :at, first = :first, second = :second WHERE session = :session AND opened_at = 0 AND closed_at = 0;

-- :name bank_use_close
UPDATE exam_bank_use SET closed_at = :at WHERE session = :session AND closed_at = 0;

-- The whole blueprint in place of what the header said of it.
-- :name sealed_exam_body
UPDATE exam SET title = :title, body = :body WHERE version = :version AND id = :id AND examines = :examines;

-- :name sealed_item_add
INSERT INTO exam_sealed_item (version, exam, position, id, topic, skill, script, hash, body)
VALUES (:version, :exam, :position, :id, :topic, :skill, :script, :hash, :body);

-- :name sealed_item_draw
INSERT INTO item_body (hash, body)
SELECT hash, body FROM exam_sealed_item WHERE version = :version AND hash = :hash AND body <> '' LIMIT 1
ON CONFLICT DO NOTHING;

-- :name sealed_items_empty
UPDATE exam_sealed_item SET body = '' WHERE version = :version AND body <> '';

-- Texts that the room did not hear.
-- :name sealed_scripts_forget
DELETE FROM exam_script WHERE version = :version AND NOT EXISTS
	(SELECT 1 FROM exam_heard WHERE session = :session AND path = :pack || '/' || exam_script.exam || '/' || exam_script.id);

-- Translations of questions that nobody got.
-- :name sealed_translations_forget
DELETE FROM translation WHERE version = :version AND EXISTS (
	SELECT 1 FROM exam_sealed_item AS i
	WHERE i.version = :version
		AND substr(translation.context, 1, length(i.exam) + length(i.id) + 2) = i.exam || '/' || i.id || '.'
		AND NOT EXISTS (SELECT 1 FROM exam_sitting AS t JOIN exam_item AS x ON x.sitting = t.id
			WHERE t.session = :session AND x.path = :pack || '/' || i.exam || '/' || i.id));

-- Questions of the newest open or closed bank of an exam, with the number of forms each stood in.
-- :name bank_counts
SELECT i.id, i.topic, i.skill, i.script,
	(SELECT count(*) FROM exam_item WHERE path = v.pack || '/' || i.exam || '/' || i.id)
FROM exam_sealed_item AS i JOIN pack_version AS v ON v.id = i.version
WHERE i.exam = :exam AND i.version = (
	SELECT u.version FROM exam_bank_use AS u JOIN pack_version AS p ON p.id = u.version
	WHERE p.pack = :pack AND u.opened_at <> 0 AND EXISTS (SELECT 1 FROM exam_sealed_item WHERE version = u.version AND exam = :exam)
	ORDER BY u.opened_at DESC, u.session DESC LIMIT 1)
ORDER BY i.position;

-- In how many forms the questions about a text stood, the one that stood in most.
-- :name script_showings
SELECT coalesce(max((SELECT count(*) FROM exam_item WHERE path = :prefix || i.id)), 0)
FROM exam_sealed_item AS i WHERE i.version = :version AND i.exam = :exam AND i.script = :script;

-- :name checkpoint
PRAGMA wal_checkpoint(TRUNCATE);

-- Bodies of everything that learners can meet: exercises of active packs, questions of their practice exams.
-- :name met_bodies
SELECT v.pack || '/' || unit.name || '/' || item.id, b.body
FROM pack_version AS v JOIN unit ON unit.version = v.id JOIN item ON item.unit = unit.id JOIN item_body AS b ON b.hash = item.hash
WHERE v.state = 'active' AND item.id <> ''
UNION ALL
SELECT v.pack || '/' || x.exam || '/' || x.id, b.body
FROM pack_version AS v JOIN exam_bank AS x ON x.version = v.id JOIN item_body AS b ON b.hash = x.hash
WHERE v.state = 'active';
