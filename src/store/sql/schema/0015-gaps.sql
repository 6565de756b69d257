-- What is said about one gap of an answer of several: its number from 1. 0: about the whole answer.
ALTER TABLE exam_verdict ADD COLUMN gap INTEGER NOT NULL DEFAULT 0 CHECK (gap >= 0);
