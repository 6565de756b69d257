-- Reports of learners that their answer is right, and answers accepted beside those of the pack.

-- :name report_add
INSERT INTO report (answer, person, path, drill, key, strict, asked, expected, at)
SELECT seq, person, path, drill, :key, :strict, :asked, :expected, :at FROM answer WHERE seq = :answer;

-- :name report_find
SELECT state, reason FROM report WHERE person = :person AND path = :path AND drill = :drill AND key = :key;

-- Equal answers to one item, the most often reported first. The text columns are those of the first report of each.
-- :name report_groups
SELECT min(report.id), report.path, report.drill, report.key, report.strict, report.asked, report.expected, answer.given, answer.verdict, answer.reasons,
	answer.body_hash, count(*), max(report.at), report.state, report.reason, coalesce((
		SELECT item.hash FROM pack_version
		CROSS JOIN unit ON unit.version = pack_version.id
			AND unit.name = substr(substr(report.path, instr(report.path, '/') + 1), 1, instr(substr(report.path, instr(report.path, '/') + 1), '/') - 1)
		CROSS JOIN item ON item.unit = unit.id
			AND item.id = substr(report.path, length(pack_version.pack) + length(unit.name) + 3)
		WHERE pack_version.pack = substr(report.path, 1, instr(report.path, '/') - 1) AND pack_version.state = 'active'), '')
FROM report JOIN answer ON answer.seq = report.answer
WHERE :state = '' OR report.state = :state
GROUP BY report.path, report.drill, report.key, report.state
ORDER BY report.state = 'open' DESC, count(*) DESC, min(report.id);

-- :name report_open_count
SELECT count(*) FROM (SELECT DISTINCT path, drill, key FROM report WHERE state = 'open');

-- :name report_read
SELECT report.path, report.drill, report.key, report.strict, answer.given, answer.body_hash
FROM report JOIN answer ON answer.seq = report.answer WHERE report.id = :id;

-- :name report_people
SELECT DISTINCT person.name, person.code FROM report JOIN person ON person.id = report.person
WHERE report.path = :path AND report.drill = :drill AND report.key = :key ORDER BY person.name_key, person.code;

-- :name report_decide
UPDATE report SET state = :state, decided_at = :at, decided_by = :actor, reason = :reason
WHERE path = :path AND drill = :drill AND key = :key AND state <> :state;

-- :name accepted_add
INSERT OR IGNORE INTO accepted_answer (path, drill, key, body_hash, given, at, actor)
VALUES (:path, :drill, :key, :body_hash, :given, :at, :actor);

-- :name accepted_remove
DELETE FROM accepted_answer WHERE path = :path AND drill = :drill AND key = :key;

-- :name accepted_find
SELECT 1 FROM accepted_answer WHERE path = :path AND drill = :drill AND key = :key;

-- One answer of the log.
-- :name answer_read
SELECT seq, uuid, person, path, body_hash, version, sitting, drill, direction, seed, shown, given, verdict, reasons,
	mark, maximum, hints, duration_ms, at, offset_min, boot, mono_ms, language, front, program, corrects, words
FROM answer WHERE seq = :seq;

-- :name answer_standing
SELECT seq, uuid, person, path, body_hash, version, sitting, drill, direction, seed, shown, given, verdict, reasons,
	mark, maximum, hints, duration_ms, at, offset_min, boot, mono_ms, language, front, program, corrects, words
FROM answer WHERE seq = :seq AND NOT EXISTS (SELECT 1 FROM answer AS later WHERE later.corrects = answer.seq);

-- Answers outside checks that were judged wrong or almost right, and that no later row corrects.
-- :name answer_mistaken_at
SELECT seq, uuid, person, path, body_hash, version, sitting, drill, direction, seed, shown, given, verdict, reasons,
	mark, maximum, hints, duration_ms, at, offset_min, boot, mono_ms, language, front, program, corrects, words
FROM answer
WHERE path = :path AND drill = :drill AND verdict IN ('wrong', 'typo') AND sitting IS NULL
	AND NOT EXISTS (SELECT 1 FROM answer AS later WHERE later.corrects = answer.seq);
