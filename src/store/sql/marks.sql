-- Marks, verdicts, release and review of exams.

-- Sittings that ended with a result, with the last one that was given out; of one person, or of all with 0 (a range: then an index serves both).
-- :name exam_standing_each
SELECT t.id, t.session, t.person, t.exam, t.version, t.latin, t.birth, t.document, t.ended_at, s.title, s.day, s.room, v.kind,
	coalesce(o.at, 0), coalesce(o.mark, 0), coalesce(o.maximum, 0), coalesce(o.scale, 0), coalesce(o.passed, 0), coalesce(o.complete, 0),
	coalesce(o.sections, '')
FROM exam_sitting AS t JOIN exam_session AS s ON s.id = t.session JOIN pack_version AS v ON v.id = t.version
LEFT JOIN exam_outcome AS o ON o.seq = (SELECT max(seq) FROM exam_outcome WHERE sitting = t.id)
WHERE t.state IN ('submitted', 'time-up', 'abandoned') AND t.started_at <> 0 AND t.person BETWEEN :person AND CASE :person WHEN 0 THEN 9223372036854775807 ELSE :person END
ORDER BY t.ended_at, t.id;

-- :name exam_mark_add
INSERT INTO exam_mark (sitting, section, criterion, number, mark, maximum, assessor, at, text, kind, marker, second)
VALUES (:sitting, :section, :criterion, :number, :mark, :maximum, :assessor, :at, :text, :kind, :marker, :second);

-- :name exam_mark_each
SELECT m.section, m.criterion, m.number, m.mark, m.maximum, m.assessor, coalesce(p.name, ''), m.at, m.text, m.kind, m.marker, m.second, coalesce(q.name, '')
FROM exam_mark AS m LEFT JOIN person AS p ON p.id = m.assessor LEFT JOIN person AS q ON q.id = m.second
WHERE m.sitting = :sitting ORDER BY m.seq;

-- :name exam_verdict_add
INSERT INTO exam_verdict (session, path, hash, gap, answer, verdict, assessor, at) VALUES (:session, :path, :hash, :gap, :answer, :verdict, :assessor, :at);

-- :name exam_verdict_each
SELECT v.path, v.hash, v.gap, v.answer, v.verdict, v.assessor, coalesce(p.name, ''), v.at
FROM exam_verdict AS v LEFT JOIN person AS p ON p.id = v.assessor
WHERE v.session = :session ORDER BY v.seq;

-- :name exam_release_add
INSERT INTO exam_release (session, at, assessor, act) VALUES (:session, :at, :assessor, :act);

-- :name exam_release_get
SELECT r.at, r.assessor, coalesce(p.name, ''), r.act FROM exam_release AS r LEFT JOIN person AS p ON p.id = r.assessor WHERE r.session = :session;

-- Closed, and the results are not given out yet.
-- :name exam_session_waiting
SELECT id FROM exam_session WHERE state = 'closed' AND NOT EXISTS (SELECT 1 FROM exam_release WHERE session = exam_session.id) ORDER BY day, id;

-- :name exam_outcome_add
INSERT INTO exam_outcome (sitting, at, cause, assessor, second, text, mark, maximum, scale, passed, complete, sections, cut)
VALUES (:sitting, :at, :cause, :assessor, :second, :text, :mark, :maximum, :scale, :passed, :complete, :sections,
	(SELECT max(id) FROM exam_cut WHERE exam = (SELECT exam FROM exam_sitting WHERE id = :sitting)));

-- :name exam_outcome_each
SELECT o.at, o.cause, coalesce(p.name, ''), coalesce(q.name, ''), o.text, o.mark, o.maximum, o.scale, o.passed, o.complete, o.sections, o.assessor, o.second
FROM exam_outcome AS o LEFT JOIN person AS p ON p.id = o.assessor LEFT JOIN person AS q ON q.id = o.second
WHERE o.sitting = :sitting ORDER BY o.seq;

-- :name exam_review_add
INSERT INTO exam_review (sitting, asked_at, text) VALUES (:sitting, :at, :text);

-- :name exam_review_each
SELECT v.sitting, v.asked_at, v.text, t.session, t.seat, t.person, n.name, t.exam, s.title, s.day,
	coalesce(a.at, 0), coalesce(p.name, ''), coalesce(a.changed, 0), coalesce(a.text, ''), t.version
FROM exam_review AS v JOIN exam_sitting AS t ON t.id = v.sitting JOIN exam_session AS s ON s.id = t.session JOIN person AS n ON n.id = t.person
LEFT JOIN exam_review_answer AS a ON a.sitting = v.sitting LEFT JOIN person AS p ON p.id = a.assessor
WHERE (:sitting = '' OR v.sitting = :sitting) AND (:waiting = 0 OR a.at IS NULL)
ORDER BY v.asked_at, v.sitting;

-- :name exam_review_answer_add
INSERT INTO exam_review_answer (sitting, at, assessor, second, changed, text) VALUES (:sitting, :at, :assessor, :second, :changed, :text);

-- :name exam_sitting_with_path
SELECT DISTINCT t.id, t.session, t.seat FROM exam_sitting AS t JOIN exam_item AS i ON i.sitting = t.id
WHERE t.exam = :exam AND i.path = :path AND i.replaced = 0 AND t.started_at <> 0 AND t.state IN ('submitted', 'time-up', 'abandoned')
ORDER BY t.session, t.seat;

-- :name exam_staff_others
SELECT count(*) FROM person WHERE role <> 'learner' AND id <> :person AND pin_hash <> '';

-- What somebody said about having taught a person: the last word.
-- :name exam_taught
SELECT v.act FROM exam_sitting AS t CROSS JOIN exam_event AS v ON v.session = t.session AND v.sitting = t.id
WHERE t.person = :person AND v.actor = :actor AND v.act IN ('taught', 'not-taught') ORDER BY v.seq DESC LIMIT 1;
