-- Seats that were tried before their session. Nothing of it is a sitting or an attempt. Only added to.
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
CREATE INDEX exam_rehearsal_of ON exam_rehearsal (session, seat, answered, seq);
CREATE TRIGGER exam_rehearsal_is_final BEFORE UPDATE ON exam_rehearsal
BEGIN SELECT RAISE(ABORT, 'rehearsals are only added to'); END;
CREATE TRIGGER exam_rehearsal_stays BEFORE DELETE ON exam_rehearsal
BEGIN SELECT RAISE(ABORT, 'rehearsals are only added to'); END;
