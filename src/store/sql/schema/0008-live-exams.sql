-- Live exams: "pack/exam" that one stands for, '' in practice exams, which stand for themselves.
ALTER TABLE exam ADD COLUMN examines TEXT NOT NULL DEFAULT '';
