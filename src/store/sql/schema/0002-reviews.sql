-- Reviews of words and phrases. The log of answers stays the truth: a review is what an answer to a drill meant for the card of its
-- word, with what cannot be told from the answer any more: the day of the site, and the weights that were in force.

-- What reviews were reckoned with. Numbers are written so that they read back as they were. Shared by reviews, never changed.
CREATE TABLE scheduler (
	id INTEGER PRIMARY KEY,
	algorithm TEXT NOT NULL,             -- fsrs-6
	weights TEXT NOT NULL,               -- numbers parted by commas
	retention REAL NOT NULL,             -- desired chance to remember
	UNIQUE (algorithm, weights, retention)
) STRICT;
CREATE TRIGGER scheduler_is_final BEFORE UPDATE ON scheduler
BEGIN SELECT RAISE(ABORT, 'what reviews were reckoned with never changes'); END;
CREATE TRIGGER scheduler_stays BEFORE DELETE ON scheduler
BEGIN SELECT RAISE(ABORT, 'what reviews were reckoned with is never deleted'); END;

-- The log of reviews. `place` is the answer it stands for in the life of its card: its own, or the one that its answer corrects; of several
-- with one place the last counts. Grade 0: a correction after which the place counts for nothing.
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
CREATE INDEX review_by_card ON review (person, path, place);
CREATE TRIGGER review_is_final BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'the log of reviews is only added to'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'the log of reviews is only added to'); END;

-- Cache, made again from the log of reviews by cards_rebuild: one card per person and word.
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
