-- Live exams that were held and given out, as a sealed bank leaves them behind. @NOW@ is a time in milliseconds, @DAY@ its day.
-- The people are there already: 1001 and 1003 passed everything, 1002 with two documents, 1004 failed one.
INSERT INTO pack_version (pack, version, title, kind, teaches, level, source_language, state, digest, installed_at) VALUES
	('dutch', '1.0.0', 'Dutch', 'language', 'nl', 'A1', 'en', 'active', '', @NOW@),
	('safety', '1.0.0', 'Safety', 'workplace', '', '', 'en', 'active', '', @NOW@),
	('live', '1.0.0', 'Live', 'exam', '', '', 'en', 'active', '', @NOW@),
	('going', '1.0.0', 'Going to work', 'programme', '', '', 'en', 'active', '', @NOW@);

INSERT INTO programme (version, id, title, destination, body)
SELECT id, 'north', 'Ready for the north', 'BE-VLG',
	'{"id":"north","title":"Ready for the north","destination":"BE-VLG","requirements":[{"id":"language","title":"Dutch","all":[{"exam":"dutch/final"}]},{"id":"safety","title":"Safety","all":[{"exam":"safety/final"}]}]}'
FROM pack_version WHERE pack = 'going';

INSERT INTO exam (version, id, title, body, examines)
SELECT id, 'dutch', 'Final exam, Dutch A1',
	'{"id":"dutch","title":"Final exam, Dutch A1","examines":"dutch/final","language":"nl-BE","pass":{"points":"50","of":"100"},"valid-months":"24","typo":"half","sections":[{"id":"reading","title":"Reading","skill":"reading","minutes":"20","minimum":{"points":"5","of":"25"},"draw":[{"topic":"t","count":"5"}]},{"id":"words","title":"Words and grammar","skill":"vocabulary-grammar","minutes":"20","draw":[{"topic":"t","count":"5"}]}],"bank":[{"topic":"t","skill":"reading","item":{"id":"q","type":"true-false","ask":"Yes?","right":"yes"}}]}',
	'dutch/final'
FROM pack_version WHERE pack = 'live';
INSERT INTO exam (version, id, title, body, examines)
SELECT id, 'safety', 'Final exam, safety at work',
	'{"id":"safety","title":"Final exam, safety at work","examines":"safety/final","pass":{"points":"26","of":"40"},"valid-months":"12","sections":[{"id":"rules","title":"Rules","skill":"reading","minutes":"60","draw":[{"topic":"t","count":"40"}]}],"bank":[{"topic":"t","skill":"reading","item":{"id":"q","type":"true-false","ask":"Yes?","right":"yes"}}]}',
	'safety/final'
FROM pack_version WHERE pack = 'live';

INSERT INTO enrolment (person, programme, at) SELECT id, 'going/north', @NOW@ FROM person WHERE role = 'learner';

INSERT INTO exam_session (id, exam, version, title, day, room, supervisor, state, started_at, planned_at)
SELECT 901, 'live/dutch', id, 'Final exam, Dutch A1', '@DAY@', '2', 0, 'closed', @NOW@, @NOW@ FROM pack_version WHERE pack = 'live';
INSERT INTO exam_session (id, exam, version, title, day, room, supervisor, state, started_at, planned_at)
SELECT 902, 'live/safety', id, 'Final exam, safety at work', '@DAY@', '', 0, 'closed', @NOW@, @NOW@ FROM pack_version WHERE pack = 'live';
INSERT INTO exam_seat (session, number) SELECT s.id, CAST(p.code AS INTEGER) - 1000 FROM exam_session AS s, person AS p WHERE p.role = 'learner' AND s.id > 900;
INSERT INTO exam_sitting (id, session, seat, person, exam, version, state, latin, birth, document, confirmed_by, started_at, ended_at)
SELECT printf('%08d-0000-4000-8000-%012d', s.id, p.code), s.id, CAST(p.code AS INTEGER) - 1000, p.id, s.exam, s.version, 'submitted', p.latin, p.birth,
	'FA123' || p.code || CASE WHEN p.code = '1002' AND s.id = 902 THEN '9' ELSE '' END, 1, @NOW@, @NOW@
FROM exam_session AS s, person AS p WHERE p.role = 'learner' AND s.id > 900;
INSERT INTO exam_life (sitting) SELECT id FROM exam_sitting WHERE session > 900;
INSERT INTO exam_release (session, at, assessor, act) SELECT id, @NOW@, 1, 'assessor' FROM exam_session WHERE id > 900;
INSERT INTO exam_outcome (sitting, at, cause, assessor, second, text, mark, maximum, scale, passed, complete, sections)
SELECT t.id, @NOW@, 'release', 1, 0, '', CASE t.session WHEN 901 THEN 69 ELSE 31 END, CASE t.session WHEN 901 THEN 100 ELSE 40 END,
	CASE t.session WHEN 901 THEN 2 ELSE 1 END, CASE WHEN p.code = '1004' AND t.session = 902 THEN 0 ELSE 1 END, 1,
	CASE t.session WHEN 901 THEN '40/50 29/50' ELSE '31/40' END
FROM exam_sitting AS t JOIN person AS p ON p.id = t.person WHERE t.session > 900;
