-- Sealed banks of live exams, and their opening for one session each.

-- Sealed files that this site was told of. What can be read without a key makes a version of its own, which is offered to nobody but those who plan.
CREATE TABLE exam_sealed (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	digest TEXT NOT NULL UNIQUE,         -- SHA-256 of the file
	pack TEXT NOT NULL,
	version INTEGER NOT NULL UNIQUE REFERENCES pack_version (id),
	at INTEGER NOT NULL,
	actor INTEGER NOT NULL               -- person, or 0
) STRICT;

-- The bank of a session: a version that only this session draws from. Opened once by two people, closed once and for ever.
CREATE TABLE exam_bank_use (
	session INTEGER PRIMARY KEY REFERENCES exam_session (id),
	version INTEGER NOT NULL UNIQUE REFERENCES pack_version (id),
	digest TEXT NOT NULL REFERENCES exam_sealed (digest),
	opened_at INTEGER NOT NULL DEFAULT 0, -- 0: not yet
	first INTEGER NOT NULL DEFAULT 0,    -- the two officers
	second INTEGER NOT NULL DEFAULT 0,
	closed_at INTEGER NOT NULL DEFAULT 0  -- 0: not yet
) STRICT;
CREATE TRIGGER exam_bank_opens_once BEFORE UPDATE ON exam_bank_use
WHEN OLD.closed_at <> 0 OR NEW.session <> OLD.session OR NEW.version <> OLD.version OR NEW.digest <> OLD.digest OR
	(OLD.opened_at <> 0 AND (NEW.opened_at <> OLD.opened_at OR NEW.first <> OLD.first OR NEW.second <> OLD.second))
BEGIN SELECT RAISE(ABORT, 'a bank is opened once and closed once'); END;
CREATE TRIGGER exam_bank_use_stays BEFORE DELETE ON exam_bank_use
BEGIN SELECT RAISE(ABORT, 'who opened a bank is never deleted'); END;

-- Questions of an open bank. One that is drawn becomes an item_body like any other; when the session is closed the bodies here are emptied.
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
CREATE INDEX exam_sealed_item_by_hash ON exam_sealed_item (hash);
CREATE TRIGGER exam_sealed_item_is_final BEFORE UPDATE ON exam_sealed_item WHEN NEW.body <> '' OR NEW.hash <> OLD.hash OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'questions of a bank never change'); END;
