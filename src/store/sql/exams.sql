-- Exams: blueprints, sessions, seats, sittings, answers.

-- :name exam_add
INSERT INTO exam (version, id, title, body, examines) VALUES (:version, :id, :title, :body, :examines);

-- :name exam_bank_add
INSERT INTO exam_bank (version, exam, position, id, topic, skill, hash, script) VALUES (:version, :exam, :position, :id, :topic, :skill, :hash, :script);

-- :name sweep_exam_bank
DELETE FROM exam_bank WHERE version = :version;

-- :name sweep_exams
DELETE FROM exam WHERE version = :version;

-- :name exam_each
SELECT pack_version.pack || '/' || exam.id AS path, exam.version, exam.title, pack_version.kind
FROM pack_version JOIN exam ON exam.version = pack_version.id
WHERE pack_version.state = 'active'
	OR pack_version.id IN (SELECT version FROM exam_sealed AS x WHERE x.id = (SELECT max(id) FROM exam_sealed WHERE pack = x.pack))
ORDER BY path;

-- :name exam_get
SELECT body FROM exam WHERE version = :version AND id = :id;

-- :name exam_bank_each
SELECT id, topic, skill, hash, script, position FROM exam_bank WHERE version = :version AND exam = :exam
UNION ALL
SELECT id, topic, skill, hash, script, position FROM exam_sealed_item WHERE version = :version AND exam = :exam AND body <> ''
ORDER BY position;

-- :name exam_session_add
INSERT INTO exam_session (exam, version, title, day, room, supervisor, planned_at)
VALUES (:exam, :version, :title, :day, :room, :supervisor, :at);

-- :name exam_session_get
SELECT s.id, s.exam, s.version, s.title, s.day, s.room, s.supervisor, coalesce(p.name, ''), s.state, s.started_at, v.kind,
	(SELECT count(*) FROM exam_seat WHERE session = s.id)
FROM exam_session AS s JOIN pack_version AS v ON v.id = s.version LEFT JOIN person AS p ON p.id = s.supervisor
WHERE s.id = :id;

-- :name exam_session_each
SELECT s.id, s.exam, s.version, s.title, s.day, s.room, s.supervisor, coalesce(p.name, ''), s.state, s.started_at, v.kind,
	(SELECT count(*) FROM exam_seat WHERE session = s.id)
FROM exam_session AS s JOIN pack_version AS v ON v.id = s.version LEFT JOIN person AS p ON p.id = s.supervisor
ORDER BY s.day DESC, s.id DESC;

-- :name exam_session_state
UPDATE exam_session SET state = :state WHERE id = :id;

-- :name exam_session_started
UPDATE exam_session SET started_at = :at WHERE id = :id AND started_at = 0;

-- :name exam_seat_next
SELECT coalesce(max(number), 0) + 1 FROM exam_seat WHERE session = :session;

-- :name exam_seat_add
INSERT INTO exam_seat (session, number) VALUES (:session, :number);

-- :name exam_sitting_add
INSERT INTO exam_sitting (id, session, seat, person, exam, version) VALUES (:id, :session, :seat, :person, :exam, :version);

-- :name exam_life_add
INSERT INTO exam_life (sitting) VALUES (:sitting);

-- :name exam_seat_code
UPDATE exam_seat SET code_hash = :hash, code_failures = 0 WHERE session = :session AND number = :seat;

-- A try counts as wrong until it is known; nothing where too many were.
-- :name exam_seat_try
UPDATE exam_seat SET code_failures = code_failures + 1
WHERE session = :session AND number = :seat AND code_hash = :hash AND code_failures < :most;

-- The code was right, or meant another seat.
-- :name exam_seat_tried
UPDATE exam_seat SET code_failures = CASE WHEN :fits THEN 0 ELSE max(0, code_failures - 1) END
WHERE session = :session AND number = :seat AND code_hash = :hash;

-- :name exam_seat_leave
UPDATE exam_seat SET leave_hash = :hash, leave_mono = :mono, leave_boot = :boot WHERE session = :session AND number = :seat;

-- :name exam_seat_help
UPDATE exam_seat SET extra_percent = :percent, aloud = :aloud WHERE session = :session AND number = :seat;

-- :name exam_place_of
SELECT * FROM exam_place WHERE sitting = :sitting;

-- :name exam_place_at
SELECT * FROM exam_place WHERE session = :session AND seat = :seat;

-- :name exam_place_each
SELECT * FROM exam_place WHERE session = :session ORDER BY seat;

-- :name exam_place_open
SELECT exam_place.* FROM exam_session CROSS JOIN exam_place ON exam_place.session = exam_session.id AND exam_place.seat = :seat
WHERE exam_session.state = 'open';

-- :name exam_place_planned
SELECT exam_place.* FROM exam_session CROSS JOIN exam_place ON exam_place.session = exam_session.id AND exam_place.seat = :seat
WHERE exam_session.state = 'planned';

-- :name exam_place_person
SELECT * FROM exam_place WHERE person = :person AND exam = :exam ORDER BY started_at, session;

-- :name exam_place_attempts
SELECT * FROM exam_place AS p
WHERE person = :person AND (exam = :exam OR EXISTS (
	SELECT 1 FROM exam AS x JOIN exam AS y ON y.examines = x.examines JOIN pack_version AS v ON v.id = y.version
	WHERE x.version = p.version AND x.id = substr(p.exam, instr(p.exam, '/') + 1) AND x.examines <> '' AND v.pack || '/' || y.id = :exam))
ORDER BY started_at, session;

-- :name exam_place_document
-- asked once at a seat, before the exam: no index
SELECT * FROM exam_place WHERE document = :document AND person <> :person ORDER BY session DESC, seat LIMIT 1;

-- :name exam_place_mine
SELECT exam_place.* FROM exam_place JOIN exam_session ON exam_session.id = exam_place.session
WHERE exam_place.person = :person ORDER BY exam_session.day DESC, exam_session.id DESC;

-- :name exam_confirm
UPDATE exam_sitting SET latin = :latin, birth = :birth, document = :document, confirmed_by = :by WHERE id = :id;

-- :name exam_sitting_move
UPDATE exam_sitting SET state = :state, why = :why, interruptions = :interruptions, started_at = :started_at, ended_at = :ended_at,
	away_at = :away_at, away_mono = :away_mono, away_boot = :away_boot
WHERE id = :id;

-- :name exam_event_add
INSERT INTO exam_event (session, sitting, at, actor, second, role, act, from_state, to_state, why, text)
VALUES (:session, :sitting, :at, :actor, :second, :role, :act, :from_state, :to_state, :why, :text);

-- :name exam_event_each
SELECT e.seq, e.at, coalesce(t.seat, 0), coalesce(p.name, ''), e.role, e.act, e.from_state, e.to_state, e.why, e.text, coalesce(w.name, '')
FROM exam_event AS e LEFT JOIN exam_sitting AS t ON t.id = e.sitting LEFT JOIN person AS p ON p.id = e.actor LEFT JOIN person AS w ON w.id = e.second
WHERE e.session = :session ORDER BY e.seq;

-- :name exam_live
UPDATE exam_life SET live = :token, beat_at = :at, beat_mono = :mono, beat_boot = :boot WHERE sitting = :sitting;

-- The clock of the section; nothing where another screen is the live one, or the section is over.
-- :name exam_beat
UPDATE exam_life SET consumed_ms = consumed_ms + :delta, beat_at = :at, beat_mono = :mono, beat_boot = :boot
WHERE sitting = :sitting AND live = :token AND section = :section
	AND (:delta = 0 OR EXISTS (SELECT 1 FROM exam_sitting WHERE id = :sitting AND state = 'running'));

-- :name exam_section_keep
INSERT INTO exam_time (sitting, section, consumed_ms, added_ms) SELECT sitting, section, consumed_ms, added_ms FROM exam_life WHERE sitting = :sitting;

-- :name exam_section_set
UPDATE exam_life SET section = :section, consumed_ms = 0, added_ms = 0, shown = 0 WHERE sitting = :sitting;

-- :name exam_extend
UPDATE exam_life SET added_ms = added_ms + :ms WHERE sitting = :sitting;

-- :name exam_calls
UPDATE exam_life SET calls = :calls WHERE sitting = :sitting;

-- From the live screen only.
-- :name exam_calls_from
UPDATE exam_life SET calls = :calls WHERE sitting = :sitting AND live = :token;

-- :name exam_shown
UPDATE exam_life SET shown = :number WHERE sitting = :sitting AND live = :token;

-- :name exam_item_add
INSERT INTO exam_item (sitting, number, section, position, stratum, path, hash, maximum)
VALUES (:sitting, :number, :section, :position, :stratum, :path, :hash, max(1, :maximum));

-- :name exam_item_shown
UPDATE exam_item SET showings = showings + 1, shown = CASE WHEN shown = '' THEN :shown ELSE shown END WHERE sitting = :sitting AND number = :number;

-- :name exam_item_replaced
UPDATE exam_item SET replaced = :by WHERE sitting = :sitting AND number = :number;

-- The form with what counts of each item: the last answer that is no retry. Where nothing else was answered, :retry asks for that one.
-- :name exam_item_each
SELECT i.number, i.section, i.position, i.stratum, i.path, i.hash, i.maximum, i.showings, i.replaced,
	coalesce(a.given, ''), coalesce(a.verdict, ''), coalesce(a.mark, 0), coalesce(a.reasons, '')
FROM exam_item AS i LEFT JOIN exam_answer AS a ON a.seq = (
	SELECT max(seq) FROM exam_answer WHERE sitting = i.sitting AND number = i.number AND (verdict <> 'retry' OR :retry AND coalesce((
		SELECT verdict FROM exam_answer WHERE sitting = i.sitting AND number = i.number AND verdict <> 'retry' ORDER BY seq DESC LIMIT 1), 'empty') = 'empty'))
WHERE i.sitting = :sitting
ORDER BY i.number;

-- :name exam_path_used
SELECT count(*) FROM exam_item WHERE path = :path;

-- :name exam_answer_add
INSERT INTO exam_answer (sitting, number, given, verdict, reasons, mark, maximum, words, at, offset_min, boot, mono_ms, consumed_ms, language, front, program)
VALUES (:sitting, :number, :given, :verdict, :reasons, :mark, :maximum, :words, :at, :offset_min, :boot, :mono_ms, :consumed_ms, :language, :front, :program);

-- The newest decision of a supervisor at a sitting.
-- :name exam_decided
SELECT coalesce(max(seq), 0) FROM exam_event
WHERE session = (SELECT session FROM exam_sitting WHERE id = :sitting) AND sitting = :sitting AND role = 'supervisor'
	AND act IN ('pause', 'release', 'extend', 'minutes', 'end', 'void');

-- The same as exam_event_each, of what is new.
-- :name exam_event_since
SELECT e.seq, e.at, coalesce(t.seat, 0), coalesce(p.name, ''), e.role, e.act, e.from_state, e.to_state, e.why, e.text, coalesce(w.name, '')
FROM exam_event AS e LEFT JOIN exam_sitting AS t ON t.id = e.sitting LEFT JOIN person AS p ON p.id = e.actor LEFT JOIN person AS w ON w.id = e.second
WHERE e.session = :session AND e.seq > :seq ORDER BY e.seq;

-- :name exam_answer_newest
SELECT coalesce(max(seq), 0) FROM exam_answer;

-- What is new in the log of all sessions is little: it is gone through by its number.
-- :name exam_answer_since
SELECT a.seq, t.seat, a.number, a.verdict, a.given
FROM exam_answer AS a CROSS JOIN exam_sitting AS t ON t.id = a.sitting
WHERE a.seq > :seq AND t.session = :session ORDER BY a.seq;

-- Whether a board has noted, at a time that is past by the clock as it goes now, that the clock went back.
-- :name exam_clock_told
SELECT count(*) FROM exam_event WHERE session = :session AND act = 'clock-back' AND at <= :now
	AND seq > coalesce((SELECT max(seq) FROM exam_event WHERE session = :session AND at > :now), 0);
