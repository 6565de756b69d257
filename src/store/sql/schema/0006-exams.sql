-- Examinations under supervision. Everything a mark was made with stays: the version, the bodies, the order shown, every answer.

-- Blueprints of a version; the body is compact JSON without the bank.
CREATE TABLE exam (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;

-- The exam's own bank, in its order.
CREATE TABLE exam_bank (
	version INTEGER NOT NULL,
	exam TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	topic TEXT NOT NULL,
	skill TEXT NOT NULL,
	hash TEXT NOT NULL REFERENCES item_body (hash),
	PRIMARY KEY (version, exam, position),
	FOREIGN KEY (version, exam) REFERENCES exam (version, id)
) STRICT, WITHOUT ROWID;

-- One exam, one room, one day. Open once the first seat was opened.
CREATE TABLE exam_session (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	exam TEXT NOT NULL,                  -- pack/exam
	version INTEGER NOT NULL REFERENCES pack_version (id),
	title TEXT NOT NULL,                 -- as in the pack
	day TEXT NOT NULL,
	room TEXT NOT NULL,
	supervisor INTEGER NOT NULL,         -- person, or 0 for the command line
	state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'closed')),
	started_at INTEGER NOT NULL DEFAULT 0, -- the room was started; 0: not yet
	planned_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER exam_session_stays BEFORE DELETE ON exam_session
BEGIN SELECT RAISE(ABORT, 'sessions of exams are never deleted'); END;

-- Seats. The codes are hashed like PINs.
CREATE TABLE exam_seat (
	session INTEGER NOT NULL REFERENCES exam_session (id),
	number INTEGER NOT NULL CHECK (number > 0),
	code_hash TEXT NOT NULL DEFAULT '',
	code_failures INTEGER NOT NULL DEFAULT 0,
	leave_hash TEXT NOT NULL DEFAULT '', -- lets the examinee leave the screen
	leave_mono INTEGER NOT NULL DEFAULT 0,
	leave_boot TEXT NOT NULL DEFAULT '',
	extra_percent INTEGER NOT NULL DEFAULT 0,
	aloud INTEGER NOT NULL DEFAULT 0 CHECK (aloud IN (0, 1)),
	PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

-- One sitting, by a random id that is never made of person and exam. What is in it of the person is frozen once the seat is open.
CREATE TABLE exam_sitting (
	id TEXT PRIMARY KEY,                 -- UUID
	session INTEGER NOT NULL,
	seat INTEGER NOT NULL,
	person INTEGER NOT NULL REFERENCES person (id),
	exam TEXT NOT NULL,
	version INTEGER NOT NULL REFERENCES pack_version (id),
	state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'identity', 'open', 'running', 'paused', 'submitted', 'time-up', 'abandoned', 'void')),
	why TEXT NOT NULL DEFAULT '',        -- of the last change of state
	latin TEXT NOT NULL DEFAULT '',
	birth TEXT NOT NULL DEFAULT '',
	document TEXT NOT NULL DEFAULT '',
	confirmed_by INTEGER NOT NULL DEFAULT 0,
	interruptions INTEGER NOT NULL DEFAULT 0,
	started_at INTEGER NOT NULL DEFAULT 0, -- 0: nothing was shown
	ended_at INTEGER NOT NULL DEFAULT 0,
	away_at INTEGER NOT NULL DEFAULT 0,  -- when the screen went, by all three clocks
	away_mono INTEGER NOT NULL DEFAULT 0,
	away_boot TEXT NOT NULL DEFAULT '',
	FOREIGN KEY (session, seat) REFERENCES exam_seat (session, number),
	UNIQUE (session, seat),
	UNIQUE (session, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX exam_sitting_of ON exam_sitting (person, exam);
CREATE UNIQUE INDEX exam_sitting_once ON exam_sitting (person, exam) WHERE state IN ('open', 'running', 'paused');
CREATE TRIGGER exam_sitting_stays BEFORE DELETE ON exam_sitting
BEGIN SELECT RAISE(ABORT, 'sittings are never deleted'); END;
CREATE TRIGGER exam_sitting_is_whose BEFORE UPDATE OF id, session, seat, person, exam, version ON exam_sitting
BEGIN SELECT RAISE(ABORT, 'a sitting never becomes another'); END;
CREATE TRIGGER exam_identity_is_frozen BEFORE UPDATE OF latin, birth, document, confirmed_by ON exam_sitting WHEN OLD.state NOT IN ('planned', 'identity')
BEGIN SELECT RAISE(ABORT, 'who sits there was confirmed already'); END;
CREATE TRIGGER exam_sitting_is_final BEFORE UPDATE ON exam_sitting
WHEN OLD.state = 'void' OR (OLD.state IN ('submitted', 'time-up', 'abandoned') AND NEW.state <> 'void')
BEGIN SELECT RAISE(ABORT, 'a sitting that has ended never changes'); END;

-- What changes every few seconds: the one live screen, the section, its clock.
CREATE TABLE exam_life (
	sitting TEXT PRIMARY KEY REFERENCES exam_sitting (id),
	live TEXT NOT NULL DEFAULT '',       -- token of the one screen; '': none
	section INTEGER NOT NULL DEFAULT 0,
	consumed_ms INTEGER NOT NULL DEFAULT 0, -- of the section
	added_ms INTEGER NOT NULL DEFAULT 0, -- by the supervisor, in this section
	shown INTEGER NOT NULL DEFAULT 0,    -- number of the item on the screen
	calls INTEGER NOT NULL DEFAULT 0 CHECK (calls IN (0, 1)),
	beat_at INTEGER NOT NULL DEFAULT 0,  -- last sign of life
	beat_mono INTEGER NOT NULL DEFAULT 0,
	beat_boot TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TRIGGER exam_clock_runs_on BEFORE UPDATE ON exam_life WHEN NEW.section < OLD.section OR (NEW.section = OLD.section AND NEW.consumed_ms < OLD.consumed_ms)
BEGIN SELECT RAISE(ABORT, 'time that was used does not come back'); END;

-- Time used in sections that are over.
CREATE TABLE exam_time (
	sitting TEXT NOT NULL REFERENCES exam_sitting (id),
	section INTEGER NOT NULL,
	consumed_ms INTEGER NOT NULL,
	added_ms INTEGER NOT NULL,
	PRIMARY KEY (sitting, section)
) STRICT, WITHOUT ROWID;

-- What happened, by whom and why. Only added to.
CREATE TABLE exam_event (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	session INTEGER NOT NULL REFERENCES exam_session (id),
	sitting TEXT REFERENCES exam_sitting (id),
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL,              -- person, or 0
	second INTEGER NOT NULL,             -- who signed in too, or 0
	role TEXT NOT NULL,
	act TEXT NOT NULL,
	from_state TEXT NOT NULL,
	to_state TEXT NOT NULL,
	why TEXT NOT NULL CHECK (why IN ('', 'environment', 'examinee', 'supervisor', 'technical')),
	text TEXT NOT NULL
) STRICT;
CREATE INDEX exam_event_of ON exam_event (session, sitting);
CREATE TRIGGER exam_event_is_final BEFORE UPDATE ON exam_event
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_event_stays BEFORE DELETE ON exam_event
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;

-- The form drawn. `stratum` is the row of the section's draw. What was replaced stays, with the number that stands in its place.
CREATE TABLE exam_item (
	sitting TEXT NOT NULL REFERENCES exam_sitting (id),
	number INTEGER NOT NULL,             -- in the sitting, from 1
	section INTEGER NOT NULL,
	position INTEGER NOT NULL,           -- in the section, from 0
	stratum INTEGER NOT NULL,
	path TEXT NOT NULL,                  -- pack/unit/id or pack/exam/id
	hash TEXT NOT NULL REFERENCES item_body (hash),
	maximum INTEGER NOT NULL,            -- as marks of the exam are counted
	shown TEXT NOT NULL DEFAULT '',      -- order shown: source numbers
	showings INTEGER NOT NULL DEFAULT 0,
	replaced INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (sitting, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX exam_item_place ON exam_item (sitting, section, position) WHERE replaced = 0;
CREATE INDEX exam_item_by_path ON exam_item (path);
CREATE TRIGGER exam_item_stays BEFORE DELETE ON exam_item
BEGIN SELECT RAISE(ABORT, 'what was drawn is never deleted'); END;
CREATE TRIGGER exam_item_is_drawn BEFORE UPDATE OF sitting, number, section, position, stratum, path, hash, maximum ON exam_item
BEGIN SELECT RAISE(ABORT, 'what was drawn never changes'); END;

-- Answers. The last one that is no retry counts, whichever way the sitting ended.
CREATE TABLE exam_answer (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	sitting TEXT NOT NULL,
	number INTEGER NOT NULL,
	given TEXT NOT NULL,
	verdict TEXT NOT NULL,
	reasons TEXT NOT NULL,
	mark INTEGER NOT NULL,
	maximum INTEGER NOT NULL,
	words TEXT REFERENCES word_table (hash),
	at INTEGER NOT NULL,
	offset_min INTEGER NOT NULL,
	boot TEXT NOT NULL,
	mono_ms INTEGER NOT NULL,
	consumed_ms INTEGER NOT NULL,        -- of the section, at that moment
	language TEXT NOT NULL,
	front TEXT NOT NULL,
	program TEXT NOT NULL,
	FOREIGN KEY (sitting, number) REFERENCES exam_item (sitting, number)
) STRICT;
CREATE INDEX exam_answer_of ON exam_answer (sitting, number);
CREATE TRIGGER exam_answer_is_final BEFORE UPDATE ON exam_answer
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_answer_stays BEFORE DELETE ON exam_answer
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;

-- Marks by assessors for what is done in the room, and verdicts they lifted (number of the item, else 0). The last one counts.
CREATE TABLE exam_mark (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	sitting TEXT NOT NULL REFERENCES exam_sitting (id),
	section INTEGER NOT NULL,
	criterion TEXT NOT NULL,
	number INTEGER NOT NULL,
	mark INTEGER NOT NULL,
	maximum INTEGER NOT NULL,
	assessor INTEGER NOT NULL,
	at INTEGER NOT NULL,
	text TEXT NOT NULL
) STRICT;
CREATE INDEX exam_mark_of ON exam_mark (sitting);
CREATE TRIGGER exam_mark_is_final BEFORE UPDATE ON exam_mark
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_mark_stays BEFORE DELETE ON exam_mark
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;

-- A seat with its sitting, its person and its clock.
CREATE VIEW exam_place AS
SELECT t.session, t.seat, t.id AS sitting, t.person, p.code, p.name, p.latin AS person_latin, p.birth AS person_birth, p.language,
	t.exam, t.version, t.state, t.why, t.latin, t.birth, t.document, t.interruptions, t.started_at, t.ended_at,
	t.away_at, t.away_mono, t.away_boot, s.code_hash, s.code_failures, s.leave_hash, s.leave_mono, s.leave_boot, s.extra_percent, s.aloud,
	l.live, l.section, l.consumed_ms, l.added_ms, l.shown, l.calls, l.beat_at, l.beat_mono, l.beat_boot
FROM exam_sitting AS t
JOIN exam_seat AS s ON s.session = t.session AND s.number = t.seat
JOIN person AS p ON p.id = t.person
JOIN exam_life AS l ON l.sitting = t.id;
