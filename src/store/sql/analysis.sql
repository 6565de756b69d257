-- How exams worked.

-- Sittings of an exam that ended with a result, the earliest first. :everything also before release; :every also second and later attempts.
-- :name analysis_sittings
SELECT t.id, t.version FROM exam_sitting AS t JOIN exam_session AS s ON s.id = t.session
WHERE t.exam = :exam AND t.started_at <> 0 AND t.state IN ('submitted', 'time-up', 'abandoned')
	AND (:since = '' OR s.day >= :since) AND (:until = '' OR s.day <= :until)
	AND (:everything <> 0 OR EXISTS (SELECT 1 FROM exam_release WHERE session = t.session))
	AND (:every <> 0 OR NOT EXISTS (SELECT 1 FROM exam_sitting AS b WHERE b.person = t.person AND b.exam = t.exam AND b.started_at <> 0 AND b.state <> 'void'
		AND (b.started_at < t.started_at OR (b.started_at = t.started_at AND b.id < t.id))))
ORDER BY t.started_at, t.id;

-- Answers of a sitting with the clock of their section.
-- :name analysis_times
SELECT a.number, i.section, a.consumed_ms FROM exam_answer AS a JOIN exam_item AS i ON i.sitting = a.sitting AND i.number = a.number
WHERE a.sitting = :sitting ORDER BY a.seq;

-- Judges' estimates and the cut they came to. All stay; the last one is in force.
-- :name cut_add
INSERT INTO exam_cut (exam, version, at, actor, judged_on, rounds, judges, items, cut, standard_error, maximum, body)
VALUES (:exam, :version, :at, :actor, :judged_on, :rounds, :judges, :items, :cut, :standard_error, :maximum, :body);

-- :name cut_each
SELECT c.id, c.at, coalesce(p.name, ''), c.judged_on, c.rounds, c.judges, c.items, c.cut, coalesce(c.standard_error, -1), c.maximum
FROM exam_cut AS c LEFT JOIN person AS p ON p.id = c.actor WHERE c.exam = :exam ORDER BY c.id;

-- The cut that the last result given out of a sitting names.
-- :name cut_of_result
SELECT c.id, c.exam, c.at, c.judged_on, c.rounds, c.judges, c.items, c.cut, coalesce(c.standard_error, -1), c.maximum
FROM exam_outcome AS o JOIN exam_cut AS c ON c.id = o.cut WHERE o.sitting = :sitting ORDER BY o.seq DESC LIMIT 1;
