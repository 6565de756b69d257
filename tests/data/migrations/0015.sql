-- A store of version 15 with some of everything in it, an exam too. Kept for ever: later programs must still open it.
PRAGMA application_id = 0x73616672;
PRAGMA user_version = 15;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO "accepted_answer" VALUES('dutch-a1/a/e1','','een collega','h1','een collega',1763900001000,1);
CREATE TABLE act (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	act TEXT NOT NULL,
	subject TEXT NOT NULL,
	detail TEXT NOT NULL
) STRICT;
INSERT INTO "act" VALUES(1,1763800000000,0,'person-add','1001','learner');
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
INSERT INTO "answer" VALUES(1,'u1',2,'dutch-a1/a/e1','h1',1,NULL,'','',1,'','0','wrong','',0,1,0,900,1763800300000,300,'b',10,'uz','tui','0.1.0',NULL,NULL);
INSERT INTO "answer" VALUES(2,'u2',2,'dutch-a1/a/e1','h1',1,NULL,'','',1,'','1','ok','',1,1,0,900,1763800301000,300,'b',11,'uz','tui','0.1.0',NULL,NULL);
INSERT INTO "answer" VALUES(3,'u3',2,'dutch-a1/a/collega','h1',1,NULL,'type','produce',1,'','1','ok','',1,1,0,900,1763800302000,300,'b',12,'uz','tui','0.1.0',NULL,NULL);
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
INSERT INTO "card" VALUES(2,'dutch-a1/a/collega',1,1,2.3065,2.11810397045901588342e+00,1,0,20415,20415,1763900600000,3);
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
INSERT INTO "certificate" VALUES('P 0000 0000 0000 0097',2,'1001','Дилноза Каримова','KARIMOVA DILNOZA','1999-03-08','UZ-TK','belgium/flanders','Flanders','BE-VLG',1763800305000,1);
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
INSERT INTO "completion" VALUES(1763800304000,2,'belgium/flanders','dutch','1001','Дилноза Каримова','KARIMOVA DILNOZA','1999-03-08','UZ-TK','Flanders','BE-VLG','Dutch A1',1,1);
CREATE TABLE credential (
	serial TEXT PRIMARY KEY,             -- 16 digits in fours
	uuid TEXT NOT NULL UNIQUE,
	person INTEGER NOT NULL REFERENCES person (id),
	programme TEXT NOT NULL,             -- pack/programme
	programme_title TEXT NOT NULL,
	destination TEXT NOT NULL,
	latin TEXT NOT NULL,                 -- as frozen in its sittings
	birth TEXT NOT NULL,
	salt TEXT NOT NULL,                  -- of the digest of the document number
	issuer TEXT NOT NULL,                -- did:key
	issuer_name TEXT NOT NULL,
	officer INTEGER NOT NULL REFERENCES person (id),
	officer_name TEXT NOT NULL,
	second INTEGER NOT NULL REFERENCES person (id),
	second_name TEXT NOT NULL,
	issued_at INTEGER NOT NULL,
	valid_until TEXT NOT NULL,           -- the last day
	replaces TEXT REFERENCES credential (serial), -- NULL: none
	json TEXT NOT NULL,                  -- the signed file
	compact TEXT NOT NULL,               -- the text of its QR code
	CHECK (officer <> second)
) STRICT, WITHOUT ROWID;
INSERT INTO "credential" VALUES('1234 5678 9012 3475','0b8b6f0e-2f0e-4a53-9d5c-6a6c1b1d2e3f',1,'going/north','Ready for the north','BE-VLG','KARIMOVA AZIZA','2001-05-14','9f2c','did:key:z6Mk','Centre',1,'Dilnoza',2,'Jasur',1795424400000,'2027-11-23',NULL,'{}','SAF1:');
CREATE TABLE credential_event (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	serial TEXT NOT NULL REFERENCES credential (serial),
	at INTEGER NOT NULL,
	act TEXT NOT NULL CHECK (act IN ('issued', 'revoked', 'reissued')),
	actor INTEGER NOT NULL,
	actor_name TEXT NOT NULL,
	second INTEGER NOT NULL,
	second_name TEXT NOT NULL,
	reason TEXT NOT NULL
) STRICT;
INSERT INTO "credential_event" VALUES(1,'1234 5678 9012 3475',1795424400000,'issued',1,'Dilnoza',2,'Jasur','');
CREATE TABLE credential_exam (
	serial TEXT NOT NULL REFERENCES credential (serial),
	position INTEGER NOT NULL,
	sitting TEXT NOT NULL REFERENCES exam_sitting (id),
	exam TEXT NOT NULL,                  -- as the programme names it
	title TEXT NOT NULL,
	day TEXT NOT NULL,
	room TEXT NOT NULL,
	language TEXT NOT NULL,
	PRIMARY KEY (serial, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "credential_exam" VALUES('1234 5678 9012 3475',0,'5f3a0000-0000-4000-8000-000000000001','dutch-a1/final','Final','2026-11-23','2','nl-BE');
CREATE TABLE credential_list (
	sequence INTEGER PRIMARY KEY,
	issued_at INTEGER NOT NULL,
	signer TEXT NOT NULL,
	count INTEGER NOT NULL
) STRICT;
INSERT INTO "credential_list" VALUES(1,1795424400000,'did:key:z6Mk',0);
CREATE TABLE credential_result (
	serial TEXT NOT NULL,
	exam INTEGER NOT NULL,
	position INTEGER NOT NULL,
	skill TEXT NOT NULL,
	title TEXT NOT NULL,
	mark INTEGER NOT NULL,               -- in units of 1/scale points
	maximum INTEGER NOT NULL,            -- 0: not examined
	needed INTEGER NOT NULL,             -- 0: no minimum
	scale INTEGER NOT NULL CHECK (scale > 0),
	PRIMARY KEY (serial, exam, position),
	FOREIGN KEY (serial, exam) REFERENCES credential_exam (serial, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "credential_result" VALUES('1234 5678 9012 3475',0,0,'','Final',69,100,50,2);
CREATE TABLE enrolment (
	person INTEGER NOT NULL REFERENCES person (id),
	programme TEXT NOT NULL,
	departure TEXT NOT NULL DEFAULT '',
	at INTEGER NOT NULL,
	PRIMARY KEY (person, programme)
) STRICT, WITHOUT ROWID;
INSERT INTO "enrolment" VALUES(2,'belgium/flanders','2027-03-01',1763800000000);
CREATE TABLE exam (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	body TEXT NOT NULL, examines TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "exam" VALUES(1,'final','Final exam','{}','dutch-a1/mock');
INSERT INTO "exam" VALUES(1,'mock','Practice exam','{}','');
INSERT INTO "exam" VALUES(9001,'final','Final exam','{}','dutch-a1/mock');
INSERT INTO "exam" VALUES(9002,'final','Final exam','{}','dutch-a1/mock');
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
INSERT INTO "exam_answer" VALUES(1,'5f3a0000-0000-4000-8000-000000000001',1,'0','ok','',1,1,NULL,1763800460000,300,'boot',60000,60000,'uz','tui','0.1.0');
CREATE TABLE exam_bank (
	version INTEGER NOT NULL,
	exam TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	topic TEXT NOT NULL,
	skill TEXT NOT NULL,
	hash TEXT NOT NULL REFERENCES item_body (hash), script TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (version, exam, position),
	FOREIGN KEY (version, exam) REFERENCES exam (version, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "exam_bank" VALUES(1,'mock',0,'s1','signs','reading','h0','');
INSERT INTO "exam_bank" VALUES(1,'mock',1,'m1','gate','listening','h0','monday');
CREATE TABLE exam_bank_use (
	session INTEGER PRIMARY KEY REFERENCES exam_session (id),
	version INTEGER NOT NULL UNIQUE REFERENCES pack_version (id),
	digest TEXT NOT NULL REFERENCES exam_sealed (digest),
	opened_at INTEGER NOT NULL DEFAULT 0, -- 0: not yet
	first INTEGER NOT NULL DEFAULT 0,    -- the two officers
	second INTEGER NOT NULL DEFAULT 0,
	closed_at INTEGER NOT NULL DEFAULT 0  -- 0: not yet
) STRICT;
INSERT INTO "exam_bank_use" VALUES(9001,9002,'5ea1',1763800300000,1,2,0);
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
INSERT INTO "exam_cut" VALUES(1,'dutch-a1/mock',1,1763800300000,1,'2026-11-20',2,3,1,0.6,0.05,1.0,'judge,s1');
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
INSERT INTO "exam_event" VALUES(1,1,'5f3a0000-0000-4000-8000-000000000001',1763800400000,1,0,'supervisor','start','open','running','','');
CREATE TABLE exam_heard (
	session INTEGER NOT NULL REFERENCES exam_hearing (session),
	position INTEGER NOT NULL,           -- from 1
	stratum INTEGER NOT NULL,            -- row of the section's draw
	path TEXT NOT NULL,                  -- pack/exam/script
	PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "exam_heard" VALUES(1,1,0,'dutch-a1/mock/monday');
CREATE TABLE exam_hearing (
	session INTEGER PRIMARY KEY REFERENCES exam_session (id),
	section INTEGER NOT NULL,
	seed INTEGER NOT NULL,
	at INTEGER NOT NULL
) STRICT;
INSERT INTO "exam_hearing" VALUES(1,0,42,1763800400000);
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
INSERT INTO "exam_item" VALUES('5f3a0000-0000-4000-8000-000000000001',1,0,0,0,'dutch-a1/mock/s1','h0',1,'1,0',1,0);
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
INSERT INTO "exam_life" VALUES('5f3a0000-0000-4000-8000-000000000001','token',0,65000,0,1,0,1763800465000,65000,'boot');
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
, kind TEXT NOT NULL DEFAULT 'rubric' CHECK (kind IN ('rubric', 'absent', 'verdict', 'rescore')), marker INTEGER NOT NULL DEFAULT 1 CHECK (marker BETWEEN 1 AND 3), second INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "exam_mark" VALUES(1,'5f3a0000-0000-4000-8000-000000000001',0,'',1,1,1,1,1763800600000,'','verdict',1,0);
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
, cut INTEGER REFERENCES exam_cut (id)) STRICT;
INSERT INTO "exam_outcome" VALUES(1,'5f3a0000-0000-4000-8000-000000000001',1763800700000,'release',1,0,'',1,1,1,1,1,'1/1',NULL);
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
INSERT INTO "exam_play" VALUES(1,1,1,1763800401000,1,'','');
CREATE TABLE exam_rehearsal (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	session INTEGER NOT NULL,
	seat INTEGER NOT NULL,
	at INTEGER NOT NULL,
	terminal TEXT NOT NULL,              -- host and terminal
	front TEXT NOT NULL,
	answered INTEGER NOT NULL CHECK (answered >= 0), -- of the questions to try
	FOREIGN KEY (session, seat) REFERENCES exam_seat (session, number)
) STRICT;
INSERT INTO "exam_rehearsal" VALUES(1,1,1,1795424400000,'room2 tty1','tui',3);
CREATE TABLE exam_release (
	session INTEGER PRIMARY KEY REFERENCES exam_session (id),
	at INTEGER NOT NULL,
	assessor INTEGER NOT NULL,
	act TEXT NOT NULL CHECK (act IN ('assessor', 'program'))
) STRICT;
INSERT INTO "exam_release" VALUES(1,1763800700000,1,'assessor');
CREATE TABLE exam_review (
	sitting TEXT PRIMARY KEY REFERENCES exam_sitting (id),
	asked_at INTEGER NOT NULL,
	text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "exam_review" VALUES('5f3a0000-0000-4000-8000-000000000001',1763800800000,'please look again');
CREATE TABLE exam_review_answer (
	sitting TEXT PRIMARY KEY REFERENCES exam_review (sitting),
	at INTEGER NOT NULL,
	assessor INTEGER NOT NULL,
	second INTEGER NOT NULL,
	changed INTEGER NOT NULL CHECK (changed IN (0, 1)),
	text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "exam_review_answer" VALUES('5f3a0000-0000-4000-8000-000000000001',1763800900000,1,0,0,'it stays');
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
INSERT INTO "exam_script" VALUES(1,'mock',0,'monday','gate','At the gate','Take the south gate.');
CREATE TABLE exam_sealed (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	digest TEXT NOT NULL UNIQUE,         -- SHA-256 of the file
	pack TEXT NOT NULL,
	version INTEGER NOT NULL UNIQUE REFERENCES pack_version (id),
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL               -- person, or 0
) STRICT;
INSERT INTO "exam_sealed" VALUES(1,'5ea1','live-dutch',9001,1763800000000,1);
CREATE TABLE exam_sealed_item (
	version INTEGER NOT NULL,
	exam TEXT NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	topic TEXT NOT NULL,
	skill TEXT NOT NULL,
	script TEXT NOT NULL,
	hash TEXT NOT NULL,
	body TEXT NOT NULL,                  -- '': closed
	PRIMARY KEY (version, exam, position),
	FOREIGN KEY (version, exam) REFERENCES exam (version, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "exam_sealed_item" VALUES(9002,'final',0,'l1','signs','reading','','h9','{}');
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
INSERT INTO "exam_seat" VALUES(1,1,'hash',0,'',0,'',25,0);
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
INSERT INTO "exam_session" VALUES(1,'dutch-a1/mock',1,'Practice exam','2026-11-23','2',1,'open',1763800400000,1763800300000);
INSERT INTO "exam_session" VALUES(9001,'live-dutch/final',9002,'Final exam','2026-11-24','2',1,'planned',0,1763800300000);
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
INSERT INTO "exam_sitting" VALUES('5f3a0000-0000-4000-8000-000000000001',1,1,2,'dutch-a1/mock',1,'submitted','','KARIMOVA AZIZA','2001-05-14','FA1234567',1,0,1763800400000,1763800500000,0,0,'');
CREATE TABLE exam_time (
	sitting TEXT NOT NULL REFERENCES exam_sitting (id),
	section INTEGER NOT NULL,
	consumed_ms INTEGER NOT NULL,
	added_ms INTEGER NOT NULL,
	PRIMARY KEY (sitting, section)
) STRICT, WITHOUT ROWID;
CREATE TABLE exam_verdict (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	session INTEGER NOT NULL REFERENCES exam_session (id),
	path TEXT NOT NULL,
	hash TEXT NOT NULL REFERENCES item_body (hash),
	answer TEXT NOT NULL,                -- as the grader compares it
	verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'half', 'full', 'undo')),
	assessor INTEGER NOT NULL,           -- person, or 0 for the command line
	at INTEGER NOT NULL
, gap INTEGER NOT NULL DEFAULT 0 CHECK (gap >= 0)) STRICT;
INSERT INTO "exam_verdict" VALUES(1,1,'dutch-a1/mock/s1','h0','kantine','full',1,1763800600000,0);
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
INSERT INTO "fact" VALUES(2,'wage','money','2111.89','EUR','wage','2025-02-01','x.be','2026-11-22');
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
INSERT INTO "item" VALUES(1,'',0,'','','unit',0,0,'h0');
INSERT INTO "item" VALUES(1,'e1',1,'','parts','exercise',1,0,'h1');
INSERT INTO "item" VALUES(2,'',0,'','','unit',0,0,'h0');
INSERT INTO "item" VALUES(2,'e1',1,'','parts','exercise',1,0,'h2');
CREATE TABLE item_body (
	hash TEXT PRIMARY KEY,
	body TEXT NOT NULL                   -- compact JSON
) STRICT;
INSERT INTO "item_body" VALUES('h0','{"title":"A"}');
INSERT INTO "item_body" VALUES('h1','{"id":"e1"}');
INSERT INTO "item_body" VALUES('h2','{"id":"e1","points":"2"}');
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
INSERT INTO "pack_version" VALUES(1,'dutch-a1','1.0.0','Dutch','language','nl-BE','A1','en','superseded','d1',1763800000000,'');
INSERT INTO "pack_version" VALUES(2,'dutch-a1','1.0.1','Dutch','language','nl-BE','A1','en','active','d2',1763800100000,'');
INSERT INTO "pack_version" VALUES(9001,'live-dutch','1.0.0','Live bank','exam','nl-BE','A1','en','removed','5ea1',1763800000000,'');
INSERT INTO "pack_version" VALUES(9002,'live-dutch','1.0.0','Live bank','exam','nl-BE','A1','en','removed','5ea1',1763800000000,'');
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
INSERT INTO "person" VALUES(1,'1000','Admin','admin','','','','administrator','en','',0,0,1763800000000,1763800000000);
INSERT INTO "person" VALUES(2,'1001','Дилноза Каримова','дилноза каримова','KARIMOVA DILNOZA','1999-03-08','UZ-TK','learner','uz','',0,0,1763800000000,1763800000000);
CREATE TABLE placement (
	id INTEGER PRIMARY KEY,
	person INTEGER NOT NULL REFERENCES person (id),
	pack TEXT NOT NULL,
	seed INTEGER NOT NULL,               -- of its questions; that of an answer is this one and the number of the question
	begun_at INTEGER NOT NULL,
	finished_at INTEGER NOT NULL DEFAULT 0, -- 0: still open
	known INTEGER NOT NULL DEFAULT 0     -- units judged known
) STRICT;
INSERT INTO "placement" VALUES(1,2,'dutch-a1',1024,1763800400000,1763800500000,1);
CREATE TABLE programme (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	destination TEXT NOT NULL,
	body TEXT NOT NULL,                  -- compact JSON
	PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "programme" VALUES(2,'flanders','Flanders','BE-VLG','{}');
CREATE TABLE progress (
	person INTEGER NOT NULL REFERENCES person (id),
	path TEXT NOT NULL,
	tries INTEGER NOT NULL,
	done INTEGER NOT NULL CHECK (done IN (0, 1)),
	last_seq INTEGER NOT NULL,
	PRIMARY KEY (person, path)
) STRICT, WITHOUT ROWID;
INSERT INTO "progress" VALUES(2,'dutch-a1/a/e1',2,1,2);
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
INSERT INTO "report" VALUES(1,1,2,'dutch-a1/a/e1','','een collega',0,'colleague','de collega',1763900000000,'accepted',1763900001000,1,'');
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
INSERT INTO "review" VALUES(1,3,3,2,'dutch-a1/a/collega',20415,3,0,4200,1);
CREATE TABLE scheduler (
	id INTEGER PRIMARY KEY,
	algorithm TEXT NOT NULL,             -- fsrs-6
	weights TEXT NOT NULL,               -- numbers parted by commas
	retention REAL NOT NULL,             -- desired chance to remember
	UNIQUE (algorithm, weights, retention)
) STRICT;
INSERT INTO "scheduler" VALUES(1,'fsrs-6','0.21199999999999999,1.2930999999999999,2.3065000000000002,8.2956000000000003,6.4132999999999996,0.83340000000000003,3.0194000000000001,0.001,1.8722000000000001,0.1666,0.79600000000000004,1.4835,0.061400000000000003,0.26290000000000002,1.6483000000000001,0.60140000000000005,1.8729,0.54249999999999998,0.091200000000000003,0.065799999999999997,0.1542',0.9);
CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('site-name','Fargʻona kasb markazi');
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
INSERT INTO "sitting" VALUES('s1','dutch-a1/a',2,1,7,1763800200000,1763800303000,1,1,1,1);
CREATE TABLE sitting_item (
	sitting TEXT NOT NULL REFERENCES sitting (id),
	position INTEGER NOT NULL,
	path TEXT NOT NULL,
	hash TEXT NOT NULL REFERENCES item_body (hash),
	maximum INTEGER NOT NULL,
	PRIMARY KEY (sitting, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "sitting_item" VALUES('s1',0,'dutch-a1/a/e1','h1',1);
CREATE TABLE skipped_unit (
	person INTEGER NOT NULL REFERENCES person (id),
	pack TEXT NOT NULL,
	unit TEXT NOT NULL,
	PRIMARY KEY (person, pack, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO "skipped_unit" VALUES(2,'dutch-a1','a');
CREATE TABLE translation (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	language TEXT NOT NULL,
	context TEXT NOT NULL,
	source_hash TEXT NOT NULL,           -- of the text translated
	text TEXT NOT NULL,
	PRIMARY KEY (version, language, context, source_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO "translation" VALUES(2,'uz','a.title','s0','A');
CREATE TABLE unit (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL REFERENCES pack_version (id),
	name TEXT NOT NULL,
	steps INTEGER NOT NULL DEFAULT 0,
	UNIQUE (version, name)
) STRICT;
INSERT INTO "unit" VALUES(1,1,'a',1);
INSERT INTO "unit" VALUES(2,2,'a',1);
CREATE TABLE version_words (
	version INTEGER PRIMARY KEY REFERENCES pack_version (id),
	hash TEXT NOT NULL REFERENCES word_table (hash)
) STRICT;
INSERT INTO "version_words" VALUES(2,'83a9e8d33d92c9a9c9ad888349d08b8190cb210ea955cd411a63814d1a47ca0e');
CREATE TABLE word_table (
	hash TEXT PRIMARY KEY,
	body TEXT NOT NULL                   -- see learn/word_table.h
) STRICT;
INSERT INTO "word_table" VALUES('83a9e8d33d92c9a9c9ad888349d08b8190cb210ea955cd411a63814d1a47ca0e','# safar word table 1
language	nl-BE
dictionary	none
words	2
de	a
tafel	a
');
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
CREATE INDEX report_group ON report (path, drill, key);
CREATE INDEX answer_mistaken ON answer (path, person) WHERE verdict IN ('wrong', 'typo') AND sitting IS NULL;
CREATE INDEX placement_of ON placement (person, pack, begun_at);
CREATE UNIQUE INDEX placement_open ON placement (person, pack) WHERE finished_at = 0;
CREATE TRIGGER exam_session_stays BEFORE DELETE ON exam_session
BEGIN SELECT RAISE(ABORT, 'sessions of exams are never deleted'); END;
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
CREATE TRIGGER exam_clock_runs_on BEFORE UPDATE ON exam_life WHEN NEW.section < OLD.section OR (NEW.section = OLD.section AND NEW.consumed_ms < OLD.consumed_ms)
BEGIN SELECT RAISE(ABORT, 'time that was used does not come back'); END;
CREATE INDEX exam_event_of ON exam_event (session, sitting);
CREATE TRIGGER exam_event_is_final BEFORE UPDATE ON exam_event
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_event_stays BEFORE DELETE ON exam_event
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE UNIQUE INDEX exam_item_place ON exam_item (sitting, section, position) WHERE replaced = 0;
CREATE INDEX exam_item_by_path ON exam_item (path);
CREATE TRIGGER exam_item_stays BEFORE DELETE ON exam_item
BEGIN SELECT RAISE(ABORT, 'what was drawn is never deleted'); END;
CREATE TRIGGER exam_item_is_drawn BEFORE UPDATE OF sitting, number, section, position, stratum, path, hash, maximum ON exam_item
BEGIN SELECT RAISE(ABORT, 'what was drawn never changes'); END;
CREATE INDEX exam_answer_of ON exam_answer (sitting, number);
CREATE TRIGGER exam_answer_is_final BEFORE UPDATE ON exam_answer
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_answer_stays BEFORE DELETE ON exam_answer
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE INDEX exam_mark_of ON exam_mark (sitting);
CREATE TRIGGER exam_mark_is_final BEFORE UPDATE ON exam_mark
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_mark_stays BEFORE DELETE ON exam_mark
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE VIEW exam_place AS
SELECT t.session, t.seat, t.id AS sitting, t.person, p.code, p.name, p.latin AS person_latin, p.birth AS person_birth, p.language,
	t.exam, t.version, t.state, t.why, t.latin, t.birth, t.document, t.interruptions, t.started_at, t.ended_at,
	t.away_at, t.away_mono, t.away_boot, s.code_hash, s.code_failures, s.leave_hash, s.leave_mono, s.leave_boot, s.extra_percent, s.aloud,
	l.live, l.section, l.consumed_ms, l.added_ms, l.shown, l.calls, l.beat_at, l.beat_mono, l.beat_boot
FROM exam_sitting AS t
JOIN exam_seat AS s ON s.session = t.session AND s.number = t.seat
JOIN person AS p ON p.id = t.person
JOIN exam_life AS l ON l.sitting = t.id;
CREATE INDEX exam_verdict_of ON exam_verdict (session, path);
CREATE TRIGGER exam_verdict_is_final BEFORE UPDATE ON exam_verdict
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_verdict_stays BEFORE DELETE ON exam_verdict
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_release_is_final BEFORE UPDATE ON exam_release
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_release_stays BEFORE DELETE ON exam_release
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE INDEX exam_outcome_of ON exam_outcome (sitting);
CREATE TRIGGER exam_outcome_is_final BEFORE UPDATE ON exam_outcome
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_outcome_stays BEFORE DELETE ON exam_outcome
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_review_is_final BEFORE UPDATE ON exam_review
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_review_stays BEFORE DELETE ON exam_review
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_review_answer_is_final BEFORE UPDATE ON exam_review_answer
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_review_answer_stays BEFORE DELETE ON exam_review_answer
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE INDEX credential_of ON credential (person, programme);
CREATE UNIQUE INDEX credential_follows ON credential (replaces) WHERE replaces IS NOT NULL;
CREATE TRIGGER credential_is_final BEFORE UPDATE ON credential
BEGIN SELECT RAISE(ABORT, 'an issued certificate never changes'); END;
CREATE TRIGGER credential_stays BEFORE DELETE ON credential
BEGIN SELECT RAISE(ABORT, 'an issued certificate is never deleted'); END;
CREATE INDEX credential_exam_of ON credential_exam (sitting);
CREATE TRIGGER credential_exam_is_final BEFORE UPDATE ON credential_exam
BEGIN SELECT RAISE(ABORT, 'an issued certificate never changes'); END;
CREATE TRIGGER credential_exam_stays BEFORE DELETE ON credential_exam
BEGIN SELECT RAISE(ABORT, 'an issued certificate is never deleted'); END;
CREATE TRIGGER credential_result_is_final BEFORE UPDATE ON credential_result
BEGIN SELECT RAISE(ABORT, 'an issued certificate never changes'); END;
CREATE TRIGGER credential_result_stays BEFORE DELETE ON credential_result
BEGIN SELECT RAISE(ABORT, 'an issued certificate is never deleted'); END;
CREATE UNIQUE INDEX credential_event_once ON credential_event (serial) WHERE act <> 'issued';
CREATE TRIGGER credential_event_is_final BEFORE UPDATE ON credential_event
BEGIN SELECT RAISE(ABORT, 'the log of certificates is only added to'); END;
CREATE TRIGGER credential_event_stays BEFORE DELETE ON credential_event
BEGIN SELECT RAISE(ABORT, 'the log of certificates is only added to'); END;
CREATE TRIGGER credential_list_grows BEFORE INSERT ON credential_list WHEN NEW.sequence <= (SELECT max(sequence) FROM credential_list)
BEGIN SELECT RAISE(ABORT, 'a list with that sequence or a later one was made'); END;
CREATE TRIGGER credential_list_is_final BEFORE UPDATE ON credential_list
BEGIN SELECT RAISE(ABORT, 'lists that were handed out never change'); END;
CREATE TRIGGER credential_list_stays BEFORE DELETE ON credential_list
BEGIN SELECT RAISE(ABORT, 'lists that were handed out are never deleted'); END;
CREATE TRIGGER exam_hearing_is_drawn BEFORE UPDATE ON exam_hearing
BEGIN SELECT RAISE(ABORT, 'what was drawn never changes'); END;
CREATE TRIGGER exam_hearing_stays BEFORE DELETE ON exam_hearing
BEGIN SELECT RAISE(ABORT, 'what was drawn is never deleted'); END;
CREATE INDEX exam_heard_by_path ON exam_heard (path);
CREATE TRIGGER exam_heard_is_drawn BEFORE UPDATE ON exam_heard
BEGIN SELECT RAISE(ABORT, 'what was drawn never changes'); END;
CREATE TRIGGER exam_heard_stays BEFORE DELETE ON exam_heard
BEGIN SELECT RAISE(ABORT, 'what was drawn is never deleted'); END;
CREATE INDEX exam_play_of ON exam_play (session, position);
CREATE TRIGGER exam_play_is_final BEFORE UPDATE ON exam_play
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE TRIGGER exam_play_stays BEFORE DELETE ON exam_play
BEGIN SELECT RAISE(ABORT, 'the log of exams is only added to'); END;
CREATE INDEX exam_rehearsal_of ON exam_rehearsal (session, seat, answered, seq);
CREATE TRIGGER exam_rehearsal_is_final BEFORE UPDATE ON exam_rehearsal
BEGIN SELECT RAISE(ABORT, 'rehearsals are only added to'); END;
CREATE TRIGGER exam_rehearsal_stays BEFORE DELETE ON exam_rehearsal
BEGIN SELECT RAISE(ABORT, 'rehearsals are only added to'); END;
CREATE TRIGGER exam_bank_opens_once BEFORE UPDATE ON exam_bank_use
WHEN OLD.closed_at <> 0 OR NEW.session <> OLD.session OR NEW.version <> OLD.version OR NEW.digest <> OLD.digest OR
	(OLD.opened_at <> 0 AND (NEW.opened_at <> OLD.opened_at OR NEW.first <> OLD.first OR NEW.second <> OLD.second))
BEGIN SELECT RAISE(ABORT, 'a bank is opened once and closed once'); END;
CREATE TRIGGER exam_bank_use_stays BEFORE DELETE ON exam_bank_use
BEGIN SELECT RAISE(ABORT, 'who opened a bank is never deleted'); END;
CREATE INDEX exam_sealed_item_by_hash ON exam_sealed_item (hash);
CREATE TRIGGER exam_sealed_item_is_final BEFORE UPDATE ON exam_sealed_item WHEN NEW.body <> '' OR NEW.hash <> OLD.hash OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'questions of a bank never change'); END;
CREATE INDEX exam_cut_of ON exam_cut (exam);
CREATE TRIGGER exam_cut_is_final BEFORE UPDATE ON exam_cut
BEGIN SELECT RAISE(ABORT, 'what judges found never changes'); END;
CREATE TRIGGER exam_cut_stays BEFORE DELETE ON exam_cut
BEGIN SELECT RAISE(ABORT, 'what judges found is never deleted'); END;
CREATE TRIGGER exam_seat_stays BEFORE DELETE ON exam_seat
BEGIN SELECT RAISE(ABORT, 'seats of exams are never deleted'); END;
CREATE TRIGGER exam_life_stays BEFORE DELETE ON exam_life
BEGIN SELECT RAISE(ABORT, 'sittings are never deleted'); END;
CREATE TRIGGER exam_time_is_final BEFORE UPDATE ON exam_time
BEGIN SELECT RAISE(ABORT, 'time that was used does not come back'); END;
CREATE TRIGGER exam_time_stays BEFORE DELETE ON exam_time
BEGIN SELECT RAISE(ABORT, 'time that was used does not come back'); END;
CREATE TRIGGER exam_sealed_is_final BEFORE UPDATE ON exam_sealed
BEGIN SELECT RAISE(ABORT, 'sealed banks are only added to'); END;
CREATE TRIGGER exam_sealed_stays BEFORE DELETE ON exam_sealed
BEGIN SELECT RAISE(ABORT, 'sealed banks are only added to'); END;
CREATE TRIGGER exam_sealed_item_stays BEFORE DELETE ON exam_sealed_item
BEGIN SELECT RAISE(ABORT, 'questions of a bank are emptied, never deleted'); END;
CREATE TRIGGER exam_session_is_closed BEFORE UPDATE ON exam_session WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed session never changes'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('act',1);
INSERT INTO "sqlite_sequence" VALUES('pack_version',9002);
INSERT INTO "sqlite_sequence" VALUES('answer',3);
INSERT INTO "sqlite_sequence" VALUES('review',1);
INSERT INTO "sqlite_sequence" VALUES('exam_session',9001);
INSERT INTO "sqlite_sequence" VALUES('exam_event',1);
INSERT INTO "sqlite_sequence" VALUES('exam_answer',1);
INSERT INTO "sqlite_sequence" VALUES('exam_mark',1);
INSERT INTO "sqlite_sequence" VALUES('exam_verdict',1);
INSERT INTO "sqlite_sequence" VALUES('exam_outcome',1);
INSERT INTO "sqlite_sequence" VALUES('credential_event',1);
INSERT INTO "sqlite_sequence" VALUES('exam_play',1);
INSERT INTO "sqlite_sequence" VALUES('exam_rehearsal',1);
INSERT INTO "sqlite_sequence" VALUES('exam_sealed',1);
INSERT INTO "sqlite_sequence" VALUES('exam_cut',1);
COMMIT;
