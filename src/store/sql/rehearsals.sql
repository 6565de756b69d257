-- Rehearsals of examinations.

-- :name rehearsal_keep
INSERT INTO exam_rehearsal (session, seat, at, terminal, front, answered) VALUES (:session, :seat, :at, :terminal, :front, :answered);

-- The try at which most was answered; of several the last one.
-- :name rehearsal_each
SELECT seat, answered, at, terminal FROM exam_rehearsal AS r
WHERE session = :session AND seq = (
	SELECT seq FROM exam_rehearsal WHERE session = r.session AND seat = r.seat ORDER BY answered DESC, seq DESC LIMIT 1)
ORDER BY seat;

-- :name store_latest
SELECT max(
	coalesce((SELECT at FROM answer ORDER BY seq DESC LIMIT 1), 0),
	coalesce((SELECT max(at) FROM exam_event), 0),
	coalesce((SELECT max(at) FROM act), 0));
