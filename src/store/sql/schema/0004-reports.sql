-- "My answer is right": what learners report, and what staff made of it. An answer stands in the log; the report says that somebody holds it to be right.

-- One row per person and answer to an item. Equal answers share `key`: the text as the grader compares it, gaps parted by U+001F. `drill` is that of
-- the answer ("" for an exercise), because a word and the sentence around it share a path.
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
CREATE INDEX report_group ON report (path, drill, key);

-- Answers that staff accept beside those of the pack. Keyed by path, so they outlive versions of the pack.
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

-- Mistakes are read by item and person: a few answers in a hundred stand here.
CREATE INDEX answer_mistaken ON answer (path, person) WHERE verdict IN ('wrong', 'typo') AND sitting IS NULL;
