-- Marks, verdicts, release and review of exams.

-- Sittings that ended with a result, with the last one that was given out; of one person, or of all with 0.
-- :name exam_standing_each
SELECT t.id, t.session, t.person, t.exam, t.version, t.latin, t.birth, t.document, t.ended_at, s.title, s.day, s.room, v.kind,
	coalesce(o.at, 0), coalesce(o.mark, 0), coalesce(o.maximum, 0), coalesce(o.scale, 0), coalesce(o.passed, 0), coalesce(o.complete, 0),
	coalesce(o.sections, '')
FROM exam_sitting AS t JOIN exam_session AS s ON s.id = t.session JOIN pack_version AS v ON v.id = t.version
LEFT JOIN exam_outcome AS o ON o.seq = (SELECT max(seq) FROM exam_outcome WHERE sitting = t.id)
WHERE t.state IN ('submitted', 'time-up', 'abandoned') AND t.started_at <> 0 AND (:person = 0 OR t.person = :person)
ORDER BY t.ended_at, t.id;
