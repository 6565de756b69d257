-- Certificates that prove something: signed, whole and final. Practice certificates stay in certificate.

-- One signed certificate as it was handed out. Whoever checks it later sees these bytes.
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
CREATE INDEX credential_of ON credential (person, programme);
CREATE UNIQUE INDEX credential_follows ON credential (replaces) WHERE replaces IS NOT NULL;
CREATE TRIGGER credential_is_final BEFORE UPDATE ON credential
BEGIN SELECT RAISE(ABORT, 'an issued certificate never changes'); END;
CREATE TRIGGER credential_stays BEFORE DELETE ON credential
BEGIN SELECT RAISE(ABORT, 'an issued certificate is never deleted'); END;

-- The exams it stands on, in the order of the programme.
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
CREATE INDEX credential_exam_of ON credential_exam (sitting);
CREATE TRIGGER credential_exam_is_final BEFORE UPDATE ON credential_exam
BEGIN SELECT RAISE(ABORT, 'an issued certificate never changes'); END;
CREATE TRIGGER credential_exam_stays BEFORE DELETE ON credential_exam
BEGIN SELECT RAISE(ABORT, 'an issued certificate is never deleted'); END;

-- What was reached in each part of an exam; skill '' is the whole of it.
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
CREATE TRIGGER credential_result_is_final BEFORE UPDATE ON credential_result
BEGIN SELECT RAISE(ABORT, 'an issued certificate never changes'); END;
CREATE TRIGGER credential_result_stays BEFORE DELETE ON credential_result
BEGIN SELECT RAISE(ABORT, 'an issued certificate is never deleted'); END;

-- What became of it. Only added to; withdrawn is withdrawn for ever.
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
CREATE UNIQUE INDEX credential_event_once ON credential_event (serial) WHERE act <> 'issued';
CREATE TRIGGER credential_event_is_final BEFORE UPDATE ON credential_event
BEGIN SELECT RAISE(ABORT, 'the log of certificates is only added to'); END;
CREATE TRIGGER credential_event_stays BEFORE DELETE ON credential_event
BEGIN SELECT RAISE(ABORT, 'the log of certificates is only added to'); END;

-- Signed lists of withdrawn certificates: a later one has a higher sequence, whatever the clock says.
CREATE TABLE credential_list (
	sequence INTEGER PRIMARY KEY,
	issued_at INTEGER NOT NULL,
	signer TEXT NOT NULL,
	count INTEGER NOT NULL
) STRICT;
CREATE TRIGGER credential_list_grows BEFORE INSERT ON credential_list WHEN NEW.sequence <= (SELECT max(sequence) FROM credential_list)
BEGIN SELECT RAISE(ABORT, 'a list with that sequence or a later one was made'); END;
CREATE TRIGGER credential_list_is_final BEFORE UPDATE ON credential_list
BEGIN SELECT RAISE(ABORT, 'lists that were handed out never change'); END;
CREATE TRIGGER credential_list_stays BEFORE DELETE ON credential_list
BEGIN SELECT RAISE(ABORT, 'lists that were handed out are never deleted'); END;
