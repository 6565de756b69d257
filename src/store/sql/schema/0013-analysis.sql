-- What judges found an exam to need: estimates for each item, and the pass mark they came to (modified Angoff). Each time another row; the last one is in force.
CREATE TABLE exam_cut (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	exam TEXT NOT NULL,                  -- pack/exam
	version INTEGER NOT NULL REFERENCES pack_version (id),
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL,              -- person, or 0
	judged_on TEXT NOT NULL,             -- ISO date
	rounds INTEGER NOT NULL CHECK (rounds > 0),
	judges INTEGER NOT NULL CHECK (judges > 0),
	items INTEGER NOT NULL CHECK (items > 0),
	cut REAL NOT NULL,                   -- points of a form
	standard_error REAL,                 -- NULL: one judge
	maximum REAL NOT NULL,               -- points of a form
	body TEXT NOT NULL                   -- the estimates as they were given, CSV
) STRICT;
CREATE INDEX exam_cut_of ON exam_cut (exam);
CREATE TRIGGER exam_cut_is_final BEFORE UPDATE ON exam_cut
BEGIN SELECT RAISE(ABORT, 'what judges found never changes'); END;
CREATE TRIGGER exam_cut_stays BEFORE DELETE ON exam_cut
BEGIN SELECT RAISE(ABORT, 'what judges found is never deleted'); END;

-- The cut that was in force when a result was given out; NULL: none was.
ALTER TABLE exam_outcome ADD COLUMN cut INTEGER REFERENCES exam_cut (id);
