-- Placement: what a person was asked to find out which units of a course are known already. The answers stand in the log of
-- answers, as drill "placement", and count for nothing else.
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

-- Units judged known by the last placement: not done, but not to be begun either unless the person wants to.
CREATE TABLE skipped_unit (
	person INTEGER NOT NULL REFERENCES person (id),
	pack TEXT NOT NULL,
	unit TEXT NOT NULL,
	PRIMARY KEY (person, pack, unit)
) STRICT, WITHOUT ROWID;
