-- A store of version 5 with some of everything in it, placements too. Kept for ever: later programs must still open it.
PRAGMA application_id = 0x73616672;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('site-name','Fargʻona kasb markazi');
CREATE TABLE person (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 15 AND code NOT GLOB '*[^0-9]*'),
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,              -- for order and search
	latin TEXT NOT NULL DEFAULT '',      -- as in the passport's Latin line
	birth TEXT NOT NULL DEFAULT '',
	region TEXT NOT NULL DEFAULT '',     -- ISO 3166-2:UZ
	role TEXT NOT NULL CHECK (role IN ('learner', 'instructor', 'administrator')),
	language TEXT NOT NULL DEFAULT '',   -- last used
	pin_hash TEXT NOT NULL DEFAULT '',
	pin_failures INTEGER NOT NULL DEFAULT 0,
	pin_locked_until INTEGER NOT NULL DEFAULT 0,
	created_at INTEGER NOT NULL,
	changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO person VALUES(1,'1000','Admin','admin','','','','administrator','en','',0,0,1763800000000,1763800000000);
INSERT INTO person VALUES(2,'1001','Дилноза Каримова','дилноза каримова','KARIMOVA DILNOZA','1999-03-08','UZ-TK','learner','uz','',0,0,1763800000000,1763800000000);
CREATE TABLE enrolment (
	person INTEGER NOT NULL REFERENCES person (id),
	programme TEXT NOT NULL,
	departure TEXT NOT NULL DEFAULT '',
	at INTEGER NOT NULL,
	PRIMARY KEY (person, programme)
) STRICT, WITHOUT ROWID;
INSERT INTO enrolment VALUES(2,'belgium/flanders','2027-03-01',1763800000000);
CREATE TABLE act (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	act TEXT NOT NULL,
	subject TEXT NOT NULL,
	detail TEXT NOT NULL
) STRICT;
INSERT INTO act VALUES(1,1763800000000,0,'person-add','1001','learner');
CREATE TABLE pack_version (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	pack TEXT NOT NULL,
	version TEXT NOT NULL,
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	teaches TEXT NOT NULL,
	level TEXT NOT NULL,
	source_language TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('installing', 'active', 'superseded', 'removed')),
	digest TEXT NOT NULL,                -- SHA-256 over its files
	installed_at INTEGER NOT NULL,
	owner TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO pack_version VALUES(1,'dutch-a1','1.0.0','Dutch','language','nl-BE','A1','en','superseded','d1',1763800000000,'');
INSERT INTO pack_version VALUES(2,'dutch-a1','1.0.1','Dutch','language','nl-BE','A1','en','active','d2',1763800100000,'');
CREATE TABLE item_body (
	hash TEXT PRIMARY KEY,
	body TEXT NOT NULL                   -- compact JSON
) STRICT;
INSERT INTO item_body VALUES('h0','{"title":"A"}');
INSERT INTO item_body VALUES('h1','{"id":"e1"}');
INSERT INTO item_body VALUES('h2','{"id":"e1","points":"2"}');
CREATE TABLE unit (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL REFERENCES pack_version (id),
	name TEXT NOT NULL,
	steps INTEGER NOT NULL DEFAULT 0,
	UNIQUE (version, name)
) STRICT;
INSERT INTO unit VALUES(1,1,'a',1);
INSERT INTO unit VALUES(2,2,'a',1);
CREATE TABLE item (
	unit INTEGER NOT NULL REFERENCES unit (id),
	id TEXT NOT NULL,
	position INTEGER NOT NULL,           -- within the unit, from 0
	parent TEXT NOT NULL,
	slot TEXT NOT NULL,
	kind TEXT NOT NULL,
	step INTEGER NOT NULL CHECK (step IN (0, 1)),
	bank INTEGER NOT NULL CHECK (bank IN (0, 1)),
	hash TEXT NOT NULL REFERENCES item_body (hash),
	PRIMARY KEY (unit, id)
) STRICT, WITHOUT ROWID;
INSERT INTO item VALUES(1,'',0,'','','unit',0,0,'h0');
INSERT INTO item VALUES(1,'e1',1,'','parts','exercise',1,0,'h1');
INSERT INTO item VALUES(2,'',0,'','','unit',0,0,'h0');
INSERT INTO item VALUES(2,'e1',1,'','parts','exercise',1,0,'h2');
CREATE TABLE translation (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	language TEXT NOT NULL,
	context TEXT NOT NULL,
	source_hash TEXT NOT NULL,           -- of the text translated
	text TEXT NOT NULL,
	PRIMARY KEY (version, language, context, source_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO translation VALUES(2,'uz','a.title','s0','A');
CREATE TABLE fact (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	value TEXT NOT NULL,
	unit TEXT NOT NULL,
	label TEXT NOT NULL,
	valid_from TEXT NOT NULL,
	source TEXT NOT NULL,
	checked_on TEXT NOT NULL,
	PRIMARY KEY (version, name)
) STRICT, WITHOUT ROWID;
INSERT INTO fact VALUES(2,'wage','money','2111.89','EUR','wage','2025-02-01','x.be','2026-11-22');
CREATE TABLE programme (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	destination TEXT NOT NULL,
	body TEXT NOT NULL,                  -- compact JSON
	PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;
INSERT INTO programme VALUES(2,'flanders','Flanders','BE-VLG','{}');
CREATE TABLE sitting (
	id TEXT PRIMARY KEY,                 -- UUID
	check_path TEXT NOT NULL,
	person INTEGER NOT NULL REFERENCES person (id),
	version INTEGER NOT NULL REFERENCES pack_version (id),
	seed INTEGER NOT NULL,
	started_at INTEGER NOT NULL,
	finished_at INTEGER NOT NULL DEFAULT 0, -- 0: open
	mark INTEGER NOT NULL DEFAULT 0,
	maximum INTEGER NOT NULL DEFAULT 0,
	points INTEGER NOT NULL,
	of INTEGER NOT NULL CHECK (of > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO sitting VALUES('s1','dutch-a1/a',2,1,7,1763800200000,1763800303000,1,1,1,1);
CREATE TABLE sitting_item (
	sitting TEXT NOT NULL REFERENCES sitting (id),
	position INTEGER NOT NULL,
	path TEXT NOT NULL,
	hash TEXT NOT NULL REFERENCES item_body (hash),
	maximum INTEGER NOT NULL,
	PRIMARY KEY (sitting, position)
) STRICT, WITHOUT ROWID;
INSERT INTO sitting_item VALUES('s1',0,'dutch-a1/a/e1','h1',1);
CREATE TABLE answer (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	uuid TEXT NOT NULL,
	person INTEGER NOT NULL REFERENCES person (id),
	path TEXT NOT NULL,                  -- pack/unit/id
	body_hash TEXT NOT NULL REFERENCES item_body (hash),
	version INTEGER NOT NULL REFERENCES pack_version (id),
	sitting TEXT REFERENCES sitting (id), -- NULL: practice
	drill TEXT NOT NULL,
	direction TEXT NOT NULL,
	seed INTEGER NOT NULL,
	shown TEXT NOT NULL,                 -- order shown: source numbers
	given TEXT NOT NULL,
	verdict TEXT NOT NULL,
	reasons TEXT NOT NULL,
	mark INTEGER NOT NULL,
	maximum INTEGER NOT NULL,
	hints INTEGER NOT NULL,
	duration_ms INTEGER NOT NULL,        -- by the monotonic clock
	at INTEGER NOT NULL,
	offset_min INTEGER NOT NULL,
	boot TEXT NOT NULL,                  -- the boot that mono_ms counts from
	mono_ms INTEGER NOT NULL,
	language TEXT NOT NULL,
	front TEXT NOT NULL,                 -- tui, plain or paper
	program TEXT NOT NULL,               -- version of the program
	corrects INTEGER REFERENCES answer (seq)
, words TEXT REFERENCES word_table (hash)) STRICT;
INSERT INTO answer VALUES(1,'u1',2,'dutch-a1/a/e1','h1',1,NULL,'','',1,'','0','wrong','',0,1,0,900,1763800300000,300,'b',10,'uz','tui','0.1.0',NULL,NULL);
INSERT INTO answer VALUES(2,'u2',2,'dutch-a1/a/e1','h1',1,NULL,'','',1,'','1','ok','',1,1,0,900,1763800301000,300,'b',11,'uz','tui','0.1.0',NULL,NULL);
INSERT INTO answer VALUES(3,'u3',2,'dutch-a1/a/collega','h1',1,NULL,'type','produce',1,'','1','ok','',1,1,0,900,1763800302000,300,'b',12,'uz','tui','0.1.0',NULL,NULL);
CREATE TABLE progress (
	person INTEGER NOT NULL REFERENCES person (id),
	path TEXT NOT NULL,
	tries INTEGER NOT NULL,
	done INTEGER NOT NULL CHECK (done IN (0, 1)),
	last_seq INTEGER NOT NULL,
	PRIMARY KEY (person, path)
) STRICT, WITHOUT ROWID;
INSERT INTO progress VALUES(2,'dutch-a1/a/e1',2,1,2);
CREATE TABLE certificate (
	serial TEXT PRIMARY KEY,
	person INTEGER NOT NULL REFERENCES person (id),
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	latin TEXT NOT NULL,
	birth TEXT NOT NULL,
	region TEXT NOT NULL,
	programme TEXT NOT NULL,
	programme_title TEXT NOT NULL,
	destination TEXT NOT NULL,
	issued_at INTEGER NOT NULL,
	practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
	UNIQUE (person, programme)
) STRICT;
INSERT INTO certificate VALUES('P 0000 0000 0000 0097',2,'1001','Дилноза Каримова','KARIMOVA DILNOZA','1999-03-08','UZ-TK','belgium/flanders','Flanders','BE-VLG',1763800305000,1);
CREATE TABLE completion (
	completed_at INTEGER NOT NULL,
	person INTEGER NOT NULL REFERENCES person (id),
	programme TEXT NOT NULL,
	requirement TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	latin TEXT NOT NULL,
	birth TEXT NOT NULL,
	region TEXT NOT NULL,
	programme_title TEXT NOT NULL,
	destination TEXT NOT NULL,
	requirement_title TEXT NOT NULL,
	mark INTEGER NOT NULL,
	maximum INTEGER NOT NULL,
	PRIMARY KEY (completed_at, person, programme, requirement)
) STRICT, WITHOUT ROWID;
INSERT INTO completion VALUES(1763800304000,2,'belgium/flanders','dutch','1001','Дилноза Каримова','KARIMOVA DILNOZA','1999-03-08','UZ-TK','Flanders','BE-VLG','Dutch A1',1,1);
CREATE TABLE scheduler (
	id INTEGER PRIMARY KEY,
	algorithm TEXT NOT NULL,             -- fsrs-6
	weights TEXT NOT NULL,               -- numbers parted by commas
	retention REAL NOT NULL,             -- desired chance to remember
	UNIQUE (algorithm, weights, retention)
) STRICT;
INSERT INTO scheduler VALUES(1,'fsrs-6','0.21199999999999999,1.2930999999999999,2.3065000000000002,8.2956000000000003,6.4132999999999996,0.83340000000000003,3.0194000000000001,0.001,1.8722000000000001,0.1666,0.79600000000000004,1.4835,0.061400000000000003,0.26290000000000002,1.6483000000000001,0.60140000000000005,1.8729,0.54249999999999998,0.091200000000000003,0.065799999999999997,0.1542',0.9000000000000000222);
CREATE TABLE review (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	answer INTEGER NOT NULL UNIQUE REFERENCES answer (seq),
	place INTEGER NOT NULL REFERENCES answer (seq),
	person INTEGER NOT NULL REFERENCES person (id),
	path TEXT NOT NULL,                  -- pack/unit/id of the word or phrase
	day INTEGER NOT NULL,                -- of the site, days since 1970-01-01
	grade INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 4),
	recognised INTEGER NOT NULL CHECK (recognised IN (0, 1)),
	duration_ms INTEGER NOT NULL,
	scheduler INTEGER NOT NULL REFERENCES scheduler (id)
) STRICT;
INSERT INTO review VALUES(1,3,3,2,'dutch-a1/a/collega',20415,3,0,4200,1);
CREATE TABLE card (
	person INTEGER NOT NULL REFERENCES person (id),
	path TEXT NOT NULL,
	state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3), -- 1 learning, 2 review, 3 relearning
	step INTEGER NOT NULL,
	stability REAL NOT NULL,
	difficulty REAL NOT NULL,
	reps INTEGER NOT NULL,
	lapses INTEGER NOT NULL,
	last_day INTEGER NOT NULL,
	due_day INTEGER NOT NULL,
	due_at INTEGER NOT NULL,             -- ms, while it is in learning steps; else 0
	place INTEGER NOT NULL REFERENCES answer (seq), -- the last review it was made from
	PRIMARY KEY (person, path)
) STRICT, WITHOUT ROWID;
INSERT INTO card VALUES(2,'dutch-a1/a/collega',1,1,2.3065000000000002167,2.1181039704590158834,1,0,20415,20415,1763900600000,3);
CREATE TABLE word_table (
	hash TEXT PRIMARY KEY,
	body TEXT NOT NULL                   -- see learn/word_table.h
) STRICT;
INSERT INTO word_table VALUES('83a9e8d33d92c9a9c9ad888349d08b8190cb210ea955cd411a63814d1a47ca0e',replace('# safar word table 1\nlanguage	nl-BE\ndictionary	none\nwords	2\nde	a\ntafel	a\n','\n',char(10)));
CREATE TABLE version_words (
	version INTEGER PRIMARY KEY REFERENCES pack_version (id),
	hash TEXT NOT NULL REFERENCES word_table (hash)
) STRICT;
INSERT INTO version_words VALUES(2,'83a9e8d33d92c9a9c9ad888349d08b8190cb210ea955cd411a63814d1a47ca0e');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('act',1);
INSERT INTO sqlite_sequence VALUES('pack_version',2);
INSERT INTO sqlite_sequence VALUES('answer',3);
INSERT INTO sqlite_sequence VALUES('review',1);
CREATE INDEX person_by_name ON person (name_key, birth, id);
CREATE TRIGGER act_is_final BEFORE UPDATE ON act
BEGIN SELECT RAISE(ABORT, 'the log of acts is only added to'); END;
CREATE TRIGGER act_stays BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'the log of acts is only added to'); END;
CREATE UNIQUE INDEX pack_active ON pack_version (pack) WHERE state = 'active';
CREATE TRIGGER item_body_is_final BEFORE UPDATE ON item_body
BEGIN SELECT RAISE(ABORT, 'bodies of items never change'); END;
CREATE TRIGGER item_body_stays BEFORE DELETE ON item_body
BEGIN SELECT RAISE(ABORT, 'bodies of items are never deleted'); END;
CREATE UNIQUE INDEX sitting_open ON sitting (person, check_path) WHERE finished_at = 0;
CREATE INDEX sitting_finished ON sitting (person, check_path, finished_at) WHERE finished_at <> 0;
CREATE TRIGGER sitting_is_final BEFORE UPDATE ON sitting WHEN OLD.finished_at <> 0
BEGIN SELECT RAISE(ABORT, 'a finished sitting never changes'); END;
CREATE TRIGGER sitting_stays BEFORE DELETE ON sitting
BEGIN SELECT RAISE(ABORT, 'sittings are never deleted'); END;
CREATE INDEX answer_by_person ON answer (person);
CREATE INDEX answer_by_sitting ON answer (sitting, path) WHERE sitting IS NOT NULL;
CREATE INDEX answer_corrected ON answer (corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER answer_is_final BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'the log of answers is only added to'); END;
CREATE TRIGGER answer_stays BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'the log of answers is only added to'); END;
CREATE TRIGGER certificate_is_final BEFORE UPDATE ON certificate
BEGIN SELECT RAISE(ABORT, 'an issued certificate never changes'); END;
CREATE TRIGGER certificate_stays BEFORE DELETE ON certificate
BEGIN SELECT RAISE(ABORT, 'an issued certificate is never deleted'); END;
CREATE UNIQUE INDEX completion_once ON completion (person, programme, requirement);
CREATE TRIGGER completion_is_final BEFORE UPDATE ON completion
BEGIN SELECT RAISE(ABORT, 'a fulfilled requirement never changes'); END;
CREATE TRIGGER completion_stays BEFORE DELETE ON completion
BEGIN SELECT RAISE(ABORT, 'a fulfilled requirement is never deleted'); END;
CREATE TRIGGER scheduler_is_final BEFORE UPDATE ON scheduler
BEGIN SELECT RAISE(ABORT, 'what reviews were reckoned with never changes'); END;
CREATE TRIGGER scheduler_stays BEFORE DELETE ON scheduler
BEGIN SELECT RAISE(ABORT, 'what reviews were reckoned with is never deleted'); END;
CREATE INDEX review_by_card ON review (person, path, place);
CREATE TRIGGER review_is_final BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'the log of reviews is only added to'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'the log of reviews is only added to'); END;
CREATE TRIGGER word_table_is_final BEFORE UPDATE ON word_table
BEGIN SELECT RAISE(ABORT, 'word tables never change'); END;
CREATE TRIGGER word_table_stays BEFORE DELETE ON word_table
BEGIN SELECT RAISE(ABORT, 'word tables are never deleted'); END;
CREATE TABLE report (
	id INTEGER PRIMARY KEY,
	answer INTEGER NOT NULL UNIQUE REFERENCES answer (seq),
	person INTEGER NOT NULL REFERENCES person (id),
	path TEXT NOT NULL,                  -- pack/unit/id
	drill TEXT NOT NULL,
	key TEXT NOT NULL,
	strict INTEGER NOT NULL,             -- what the exercise insists on: how the key was made
	asked TEXT NOT NULL,                 -- what stood on the screen
	expected TEXT NOT NULL,              -- accepted forms, as they were
	at INTEGER NOT NULL,
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dismissed')),
	decided_at INTEGER NOT NULL DEFAULT 0,
	decided_by INTEGER NOT NULL DEFAULT 0, -- person, 0: the command line
	reason TEXT NOT NULL DEFAULT '',
	UNIQUE (person, path, drill, key)
) STRICT;
CREATE TABLE accepted_answer (
	path TEXT NOT NULL,
	drill TEXT NOT NULL,
	key TEXT NOT NULL,
	body_hash TEXT NOT NULL REFERENCES item_body (hash), -- of the item as it was
	given TEXT NOT NULL,                 -- as it was written
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	PRIMARY KEY (path, drill, key)
) STRICT, WITHOUT ROWID;
INSERT INTO report VALUES(1,1,2,'dutch-a1/a/e1','','een collega',0,'colleague','de collega',1763900000000,'accepted',1763900001000,1,'');
INSERT INTO accepted_answer VALUES('dutch-a1/a/e1','','een collega','h1','een collega',1763900001000,1);
CREATE INDEX report_group ON report (path, drill, key);
CREATE INDEX answer_mistaken ON answer (path, person) WHERE verdict IN ('wrong', 'typo') AND sitting IS NULL;
CREATE TABLE placement (
	id INTEGER PRIMARY KEY,
	person INTEGER NOT NULL REFERENCES person (id),
	pack TEXT NOT NULL,
	seed INTEGER NOT NULL,               -- of its questions; that of an answer is this one and the number of the question
	begun_at INTEGER NOT NULL,
	finished_at INTEGER NOT NULL DEFAULT 0, -- 0: still open
	known INTEGER NOT NULL DEFAULT 0     -- units judged known
) STRICT;
CREATE INDEX placement_of ON placement (person, pack, begun_at);
CREATE UNIQUE INDEX placement_open ON placement (person, pack) WHERE finished_at = 0;

CREATE TABLE skipped_unit (
	person INTEGER NOT NULL REFERENCES person (id),
	pack TEXT NOT NULL,
	unit TEXT NOT NULL,
	PRIMARY KEY (person, pack, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO placement VALUES(1,2,'dutch-a1',1024,1763800400000,1763800500000,1);
INSERT INTO skipped_unit VALUES(2,'dutch-a1','a');
COMMIT;
