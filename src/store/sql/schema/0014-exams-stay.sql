-- What is only added to, and was not guarded yet.
CREATE TRIGGER exam_seat_stays BEFORE DELETE ON exam_seat
BEGIN SELECT RAISE(ABORT, 'seats of exams are never deleted'); END;
CREATE TRIGGER exam_life_stays BEFORE DELETE ON exam_life
BEGIN SELECT RAISE(ABORT, 'sittings are never deleted'); END;
CREATE TRIGGER exam_time_is_final BEFORE UPDATE ON exam_time
BEGIN SELECT RAISE(ABORT, 'time that was used does not come back'); END;
CREATE TRIGGER exam_time_stays BEFORE DELETE ON exam_time
BEGIN SELECT RAISE(ABORT, 'time that was used does not come back'); END;
CREATE TRIGGER exam_sealed_is_final BEFORE UPDATE ON exam_sealed
BEGIN SELECT RAISE(ABORT, 'sealed banks are only added to'); END;
CREATE TRIGGER exam_sealed_stays BEFORE DELETE ON exam_sealed
BEGIN SELECT RAISE(ABORT, 'sealed banks are only added to'); END;
CREATE TRIGGER exam_sealed_item_stays BEFORE DELETE ON exam_sealed_item
BEGIN SELECT RAISE(ABORT, 'questions of a bank are emptied, never deleted'); END;
-- A session is closed once.
CREATE TRIGGER exam_session_is_closed BEFORE UPDATE ON exam_session WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed session never changes'); END;
