-- The store at version 1. All texts are UTF-8 in NFC and "" where there is nothing; times are milliseconds
-- since 1970-01-01 UTC; dates are ISO 8601 texts. Files of this folder are ASCII and never change once released.

PRAGMA application_id = 0x73616672; -- "safr"

-- What the site has set: its name, its offset from UTC, its rollover hour.
CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People. The code is what a person types to sign in; digits, so that it can be typed on every keyboard.
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
CREATE INDEX person_by_name ON person (name_key, birth, id);

-- Which programme ("pack/programme") a person prepares for, and the day of departure.
CREATE TABLE enrolment (
	person INTEGER NOT NULL REFERENCES person (id),
	programme TEXT NOT NULL,
	departure TEXT NOT NULL DEFAULT '',
	at INTEGER NOT NULL,
	PRIMARY KEY (person, programme)
) STRICT, WITHOUT ROWID;

-- What staff did, to whom; actor 0 is the command line. Only added to.
CREATE TABLE act (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL,
	act TEXT NOT NULL,
	subject TEXT NOT NULL,
	detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER act_is_final BEFORE UPDATE ON act
BEGIN SELECT RAISE(ABORT, 'the log of acts is only added to'); END;
CREATE TRIGGER act_stays BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'the log of acts is only added to'); END;

-- Versions of packs side by side. `owner` names the process that is installing it, so that what a dead one left
-- behind can be told from work under way.
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
CREATE UNIQUE INDEX pack_active ON pack_version (pack) WHERE state = 'active';

-- Bodies of items, named by their hash, shared by all versions. They are never changed and never deleted: answers
-- name them for ever, and what a broken installation left is used by the next one.
CREATE TABLE item_body (
	hash TEXT PRIMARY KEY,
	body TEXT NOT NULL                   -- compact JSON
) STRICT;
CREATE TRIGGER item_body_is_final BEFORE UPDATE ON item_body
BEGIN SELECT RAISE(ABORT, 'bodies of items never change'); END;
CREATE TRIGGER item_body_stays BEFORE DELETE ON item_body
BEGIN SELECT RAISE(ABORT, 'bodies of items are never deleted'); END;

-- Units of a version in their order. `steps` is counted when the version becomes active.
CREATE TABLE unit (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL REFERENCES pack_version (id),
	name TEXT NOT NULL,
	steps INTEGER NOT NULL DEFAULT 0,
	UNIQUE (version, name)
) STRICT;

-- What a unit consists of, one row per thing with an id; the row of the unit itself has id ''.
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

-- Translations of a version's texts; the context is "unit/id.field".
CREATE TABLE translation (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	language TEXT NOT NULL,
	context TEXT NOT NULL,
	source_hash TEXT NOT NULL,           -- of the text translated
	text TEXT NOT NULL,
	PRIMARY KEY (version, language, context, source_hash)
) STRICT, WITHOUT ROWID;

-- Amounts, dates and phone numbers that texts refer to by name.
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

-- What readiness means for a destination.
CREATE TABLE programme (
	version INTEGER NOT NULL REFERENCES pack_version (id),
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	destination TEXT NOT NULL,
	body TEXT NOT NULL,                  -- compact JSON
	PRIMARY KEY (version, id)
) STRICT, WITHOUT ROWID;

-- One person's attempt at a unit check ("pack/unit"), with the version, the seed and the pass mark it was held under.
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
CREATE UNIQUE INDEX sitting_open ON sitting (person, check_path) WHERE finished_at = 0;
CREATE INDEX sitting_finished ON sitting (person, check_path, finished_at) WHERE finished_at <> 0;
CREATE TRIGGER sitting_is_final BEFORE UPDATE ON sitting WHEN OLD.finished_at <> 0
BEGIN SELECT RAISE(ABORT, 'a finished sitting never changes'); END;
CREATE TRIGGER sitting_stays BEFORE DELETE ON sitting
BEGIN SELECT RAISE(ABORT, 'sittings are never deleted'); END;

-- The items drawn for a sitting, in the order asked; `maximum` is what the item is worth.
CREATE TABLE sitting_item (
	sitting TEXT NOT NULL REFERENCES sitting (id),
	position INTEGER NOT NULL,
	path TEXT NOT NULL,
	hash TEXT NOT NULL REFERENCES item_body (hash),
	maximum INTEGER NOT NULL,
	PRIMARY KEY (sitting, position)
) STRICT, WITHOUT ROWID;

-- The log of answers: the truth. Progress and results are made from it. A correction is a row that names the one it
-- corrects. Each answer a learner gives is one commit of this row, so there are few indices, and two of them hold only
-- the rare rows.
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
) STRICT;
CREATE INDEX answer_by_person ON answer (person);
CREATE INDEX answer_by_sitting ON answer (sitting, path) WHERE sitting IS NOT NULL;
CREATE INDEX answer_corrected ON answer (corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER answer_is_final BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'the log of answers is only added to'); END;
CREATE TRIGGER answer_stays BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'the log of answers is only added to'); END;

-- Cache, made again from the log by progress_rebuild: per person and path how many judged answers stand outside sittings,
-- whether one was accepted, and the last of them.
CREATE TABLE progress (
	person INTEGER NOT NULL REFERENCES person (id),
	path TEXT NOT NULL,
	tries INTEGER NOT NULL,
	done INTEGER NOT NULL CHECK (done IN (0, 1)),
	last_seq INTEGER NOT NULL,
	PRIMARY KEY (person, path)
) STRICT, WITHOUT ROWID;

-- Practice certificates and what was fulfilled for them, as everything stood then, names included.
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
CREATE TRIGGER certificate_is_final BEFORE UPDATE ON certificate
BEGIN SELECT RAISE(ABORT, 'an issued certificate never changes'); END;
CREATE TRIGGER certificate_stays BEFORE DELETE ON certificate
BEGIN SELECT RAISE(ABORT, 'an issued certificate is never deleted'); END;

-- One row per person, programme and requirement, in the order in which they are exported.
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
CREATE UNIQUE INDEX completion_once ON completion (person, programme, requirement);
CREATE TRIGGER completion_is_final BEFORE UPDATE ON completion
BEGIN SELECT RAISE(ABORT, 'a fulfilled requirement never changes'); END;
CREATE TRIGGER completion_stays BEFORE DELETE ON completion
BEGIN SELECT RAISE(ABORT, 'a fulfilled requirement is never deleted'); END;
