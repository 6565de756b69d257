-- Word tables of packs: which words a learner could have meant, frozen when a pack is built. Named by their hash, shared by
-- versions with the same words, and never changed or deleted: answers name the table they were judged with.
CREATE TABLE word_table (
	hash TEXT PRIMARY KEY,
	body TEXT NOT NULL                   -- see learn/word_table.h
) STRICT;
CREATE TRIGGER word_table_is_final BEFORE UPDATE ON word_table
BEGIN SELECT RAISE(ABORT, 'word tables never change'); END;
CREATE TRIGGER word_table_stays BEFORE DELETE ON word_table
BEGIN SELECT RAISE(ABORT, 'word tables are never deleted'); END;

-- The table that answers to a version are judged with; a version that teaches no language has none.
CREATE TABLE version_words (
	version INTEGER PRIMARY KEY REFERENCES pack_version (id),
	hash TEXT NOT NULL REFERENCES word_table (hash)
) STRICT;

-- NULL: nothing was typed, or there was no table.
ALTER TABLE answer ADD COLUMN words TEXT REFERENCES word_table (hash);
