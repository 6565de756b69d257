-- What people confuse, from the log.

-- What a person was judged, outside checks and as corrected, item by item.
-- :name judged_each
SELECT path, drill, given, verdict, reasons, at, offset_min, seq FROM answer
WHERE person = :person AND sitting IS NULL AND drill <> 'placement' AND verdict IN ('ok', 'note', 'typo', 'wrong')
	AND NOT EXISTS (SELECT 1 FROM answer AS later WHERE later.corrects = answer.seq)
ORDER BY path, seq;

-- Learners, or those enrolled in a programme.
-- :name group_people
SELECT id, name, code FROM person
WHERE role = 'learner' AND (:programme = '' OR EXISTS (SELECT 1 FROM enrolment WHERE enrolment.person = person.id AND enrolment.programme = :programme))
ORDER BY id;

-- Their mistakes since a moment, by item.
-- :name group_mistakes
SELECT path, drill, given, verdict, reasons, at, offset_min, seq, person FROM answer
WHERE verdict IN ('wrong', 'typo') AND sitting IS NULL AND drill <> 'placement' AND at >= :since
	AND NOT EXISTS (SELECT 1 FROM answer AS later WHERE later.corrects = answer.seq)
ORDER BY path, person, seq;

-- Who tried what.
-- :name group_tried
SELECT path, person FROM progress ORDER BY path;
