-- Texts that are read to the whole room, and questions about them.

-- Which script a question of the bank belongs to; '': none. Questions of scripts come behind the bank, script after script.
ALTER TABLE exam_bank ADD COLUMN script TEXT NOT NULL DEFAULT '';

-- Scripts of a version, in their order.
CREATE TABLE exam_script (
	version INTEGER NOT NULL,
	exam TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	topic TEXT NOT NULL,
	title TEXT NOT NULL,                 -- '': none
	say TEXT NOT NULL,
	PRIMARY KEY (version, exam, position),
	FOREIGN KEY (version, exam) REFERENCES exam (version, id)
) STRICT, WITHOUT ROWID;

-- The scripts that a room hears: drawn once, when its first sitting begins, by the session's own seed.
CREATE TABLE exam_hearing (
	session INTEGER PRIMARY KEY REFERENCES exam_session (id),
	section INTEGER NOT NULL,
	seed INTEGER NOT NULL,
	at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER exam_hearing_is_drawn BEFORE UPDATE ON exam_hearing
BEGIN SELECT RAISE(ABORT, 'what was drawn never changes'); END;
CREATE TRIGGER exam_hearing_stays BEFORE DELETE ON exam_hearing
BEGIN SELECT RAISE(ABORT, 'what was drawn is never deleted'); END;
CREATE TABLE exam_heard (
	session INTEGER NOT NULL REFERENCES exam_hearing (session),
	position INTEGER NOT NULL,           -- from 1
	stratum INTEGER NOT NULL,            -- row of the section's draw
	path TEXT NOT NULL,                  -- pack/exam/script
	PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX exam_heard_by_path ON exam_heard (path);
CREATE TRIGGER exam_heard_is_drawn BEFORE UPDATE ON exam_heard
BEGIN SELECT RAISE(ABORT, 'what was drawn never changes'); END;
CREATE TRIGGER exam_heard_stays BEFORE DELETE ON exam_heard
BEGIN SELECT RAISE(ABORT, 'what was drawn is never deleted'); END;

-- Each time a script was played or read. Only added to; why and words where it was once more than the section allows.
CREATE TABLE exam_play (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	session INTEGER NOT NULL,
	position INTEGER NOT NULL,
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL,              -- person, or 0
	why TEXT NOT NULL CHECK (why IN ('', 'environment', 'examinee', 'supervisor', 'technical')),
	text TEXT NOT NULL,
	FOREIGN KEY (session, position) REFERENCES exam_heard (session, position)
) STRICT;
CREATE INDEX exam_play_of ON exam_play (session, position);
CREATE TRIGGER exam_play_is_final BEFORE UPDATE ON exam_play
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_play_stays BEFORE DELETE ON exam_play
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
