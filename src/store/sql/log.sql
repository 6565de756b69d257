-- The log of answers, progress, sittings.

-- :name answer_add
INSERT INTO answer (uuid, person, path, body_hash, version, sitting, drill, direction, seed, shown, given, verdict, reasons,
	mark, maximum, hints, duration_ms, at, offset_min, boot, mono_ms, language, front, program, corrects, words)
VALUES (:uuid, :person, :path, :body_hash, :version, :sitting, :drill, :direction, :seed, :shown, :given, :verdict, :reasons,
	:mark, :maximum, :hints, :duration_ms, :at, :offset_min, :boot, :mono_ms, :language, :front, :program, :corrects, :words);

-- :name answer_each
SELECT seq, uuid, person, path, body_hash, version, sitting, drill, direction, seed, shown, given, verdict, reasons,
	mark, maximum, hints, duration_ms, at, offset_min, boot, mono_ms, language, front, program, corrects, words
FROM answer WHERE seq >= :from_seq ORDER BY seq;

-- :name answer_each_of
SELECT seq, uuid, person, path, body_hash, version, sitting, drill, direction, seed, shown, given, verdict, reasons,
	mark, maximum, hints, duration_ms, at, offset_min, boot, mono_ms, language, front, program, corrects, words
FROM answer WHERE person = :person AND seq >= :from_seq ORDER BY seq;

-- Judged answers to drills of a pack, not corrected by a later row; the newest if there are more than enough.
-- :name drill_each
SELECT seq, path, drill, verdict, seed FROM (
	SELECT seq, path, drill, verdict, seed FROM answer
	WHERE person = :person AND drill NOT IN ('', 'placement') AND sitting IS NULL AND verdict NOT IN ('empty', 'retry')
		AND path > :pack || '/' AND path < :pack || '0'
		AND NOT EXISTS (SELECT 1 FROM answer AS later WHERE later.corrects = answer.seq)
	ORDER BY seq DESC LIMIT :most)
ORDER BY seq;

-- :name progress_add
INSERT INTO progress (person, path, tries, done, last_seq) VALUES (:person, :path, 1, :done, :seq)
ON CONFLICT (person, path) DO UPDATE SET tries = tries + 1, done = max(done, excluded.done), last_seq = excluded.last_seq;

-- What counts: judged, outside sittings and placements, and not corrected by a later row.
-- :name progress_forget_path
DELETE FROM progress WHERE person = :person AND path = :path;

-- :name progress_make_path
INSERT INTO progress (person, path, tries, done, last_seq)
SELECT person, path, count(*), max(verdict IN ('ok', 'note', 'typo', 'seen')), max(seq) FROM answer
WHERE person = :person AND path = :path AND sitting IS NULL AND drill <> 'placement' AND verdict NOT IN ('empty', 'retry')
	AND NOT EXISTS (SELECT 1 FROM answer AS later WHERE later.corrects = answer.seq)
GROUP BY path;

-- :name progress_forget_person
DELETE FROM progress WHERE person = :person;

-- :name progress_make_person
INSERT INTO progress (person, path, tries, done, last_seq)
SELECT person, path, count(*), max(verdict IN ('ok', 'note', 'typo', 'seen')), max(seq) FROM answer
WHERE person = :person AND sitting IS NULL AND drill <> 'placement' AND verdict NOT IN ('empty', 'retry')
	AND NOT EXISTS (SELECT 1 FROM answer AS later WHERE later.corrects = answer.seq)
GROUP BY path;

-- :name person_after
SELECT min(id) FROM person WHERE id > :id;

-- :name progress_each
SELECT path, tries, done, last_seq FROM progress
WHERE person = :person AND path >= :prefix AND path < :prefix || char(1114111)
ORDER BY path;

-- :name pack_learners
SELECT count(DISTINCT person) FROM progress WHERE path >= :pack || '/' AND path < :pack || '0';

-- From the person's own few rows to the steps, so that it does not matter how large the packs are.
-- :name unit_progress_each
WITH split AS MATERIALIZED (
	SELECT done, last_seq, substr(path, 1, instr(path, '/') - 1) AS pack, substr(path, instr(path, '/') + 1) AS rest
	FROM progress WHERE person = :person
), worked AS MATERIALIZED (
	SELECT unit.id AS unit, sum(split.done) AS done, max(split.last_seq) AS last_seq
	FROM split
	CROSS JOIN pack_version ON pack_version.pack = split.pack AND pack_version.state = 'active'
	CROSS JOIN unit ON unit.version = pack_version.id AND unit.name = substr(split.rest, 1, instr(split.rest, '/') - 1)
	CROSS JOIN item ON item.unit = unit.id AND item.id = substr(split.rest, instr(split.rest, '/') + 1) AND item.step
	GROUP BY unit.id
)
SELECT pack_version.pack, unit.name, pack_version.id, unit.steps, coalesce(worked.done, 0), coalesce(worked.last_seq, 0)
FROM pack_version JOIN unit ON unit.version = pack_version.id LEFT JOIN worked ON worked.unit = unit.id
WHERE pack_version.state = 'active' AND unit.steps > 0
ORDER BY pack_version.pack, unit.id;

-- The first step of a unit that the person has not tried yet, counted from 1; 0 if there is none.
-- :name unit_place
SELECT coalesce(min(step.number), 0) FROM (
	SELECT item.id, row_number() OVER (ORDER BY item.position) AS number
	FROM pack_version JOIN unit ON unit.version = pack_version.id AND unit.name = :unit JOIN item ON item.unit = unit.id AND item.step
	WHERE pack_version.pack = :pack AND pack_version.state = 'active') AS step
WHERE NOT EXISTS (SELECT 1 FROM progress WHERE person = :person AND path = :pack || '/' || :unit || '/' || step.id);

-- :name sitting_start
INSERT INTO sitting (id, check_path, person, version, seed, started_at, points, of)
VALUES (:id, :check, :person, :version, :seed, :started_at, :points, :of);

-- :name sitting_item_add
INSERT INTO sitting_item (sitting, position, path, hash, maximum) VALUES (:sitting, :position, :path, :hash, max(1, :maximum));

-- :name sitting_open
SELECT id, check_path, person, version, seed, started_at, finished_at, mark, maximum, points, of FROM sitting
WHERE person = :person AND check_path = :check AND finished_at = 0;

-- :name sitting_last
SELECT id, check_path, person, version, seed, started_at, finished_at, mark, maximum, points, of FROM sitting
WHERE person = :person AND check_path = :check AND finished_at <> 0
ORDER BY finished_at DESC, id DESC LIMIT 1;

-- :name sitting_by_id
SELECT id, check_path, person, version, seed, started_at, finished_at, mark, maximum, points, of FROM sitting WHERE id = :id;

-- :name sitting_items
SELECT i.position, i.path, i.hash, a.seq IS NOT NULL, coalesce(a.mark, 0), coalesce(a.maximum, i.maximum)
FROM sitting_item AS i LEFT JOIN answer AS a ON a.seq = (
	SELECT max(seq) FROM answer WHERE sitting = i.sitting AND path = i.path AND verdict NOT IN ('empty', 'retry'))
WHERE i.sitting = :sitting
ORDER BY i.position;

-- :name sitting_finish
UPDATE sitting SET finished_at = max(1, :at), mark = :mark, maximum = :maximum WHERE id = :id AND finished_at = 0;

-- :name best_each
SELECT check_path, id, mark, maximum, finished_at, points, of FROM (
	SELECT check_path, id, mark, maximum, finished_at, points, of, row_number() OVER (
		PARTITION BY check_path ORDER BY CAST(mark AS REAL) / max(1, maximum) DESC, finished_at, id) AS place
	FROM sitting WHERE person = :person AND finished_at <> 0)
WHERE place = 1
ORDER BY check_path;
