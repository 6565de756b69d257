-- Marking, release and review of exams. All of it is only added to.

-- rubric: a band an assessor gave; absent: did not take part in the section; verdict: of a typed answer, given by an assessor; rescore: after a key was mended.
ALTER TABLE exam_mark ADD COLUMN kind TEXT NOT NULL DEFAULT 'rubric' CHECK (kind IN ('rubric', 'absent', 'verdict', 'rescore'));
ALTER TABLE exam_mark ADD COLUMN marker INTEGER NOT NULL DEFAULT 1 CHECK (marker BETWEEN 1 AND 3); -- the first, the second, the one who decides
ALTER TABLE exam_mark ADD COLUMN second INTEGER NOT NULL DEFAULT 0; -- who signed in for a change, or 0

-- What an assessor said about a typed answer, for all of the session who gave it. The last one counts.
CREATE TABLE exam_verdict (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	session INTEGER NOT NULL REFERENCES exam_session (id),
	path TEXT NOT NULL,
	hash TEXT NOT NULL REFERENCES item_body (hash),
	answer TEXT NOT NULL,                -- as the grader compares it
	verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'half', 'full', 'undo')),
	assessor INTEGER NOT NULL,           -- person, or 0 for the command line
	at INTEGER NOT NULL
) STRICT;
CREATE INDEX exam_verdict_of ON exam_verdict (session, path);
CREATE TRIGGER exam_verdict_is_final BEFORE UPDATE ON exam_verdict
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_verdict_stays BEFORE DELETE ON exam_verdict
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;

-- Results of a session were given out: by an assessor, or by the program where nothing had to be looked at.
CREATE TABLE exam_release (
	session INTEGER PRIMARY KEY REFERENCES exam_session (id),
	at INTEGER NOT NULL,
	assessor INTEGER NOT NULL,
	act TEXT NOT NULL CHECK (act IN ('assessor', 'program'))
) STRICT;
CREATE TRIGGER exam_release_is_final BEFORE UPDATE ON exam_release
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_release_stays BEFORE DELETE ON exam_release
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;

-- A result as it was given out; after a review or a mended key another one. The last one counts, all are kept.
CREATE TABLE exam_outcome (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	sitting TEXT NOT NULL REFERENCES exam_sitting (id),
	at INTEGER NOT NULL,
	cause TEXT NOT NULL CHECK (cause IN ('release', 'review', 'rescore')),
	assessor INTEGER NOT NULL,
	second INTEGER NOT NULL,
	text TEXT NOT NULL,                  -- why
	mark INTEGER NOT NULL,               -- in units of 1/scale points
	maximum INTEGER NOT NULL,
	scale INTEGER NOT NULL CHECK (scale > 0),
	passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
	complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
	sections TEXT NOT NULL               -- "mark/maximum" of each, with a space between
) STRICT;
CREATE INDEX exam_outcome_of ON exam_outcome (sitting);
CREATE TRIGGER exam_outcome_is_final BEFORE UPDATE ON exam_outcome
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_outcome_stays BEFORE DELETE ON exam_outcome
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;

-- A learner asks for another look, once; the answer.
CREATE TABLE exam_review (
	sitting TEXT PRIMARY KEY REFERENCES exam_sitting (id),
	asked_at INTEGER NOT NULL,
	text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER exam_review_is_final BEFORE UPDATE ON exam_review
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_review_stays BEFORE DELETE ON exam_review
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TABLE exam_review_answer (
	sitting TEXT PRIMARY KEY REFERENCES exam_review (sitting),
	at INTEGER NOT NULL,
	assessor INTEGER NOT NULL,
	second INTEGER NOT NULL,
	changed INTEGER NOT NULL CHECK (changed IN (0, 1)),
	text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER exam_review_answer_is_final BEFORE UPDATE ON exam_review_answer
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_review_answer_stays BEFORE DELETE ON exam_review_answer
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
