-- A session as a file that leaves the house when it is closed: one JSON object for the session, one for each sitting, with everything a mark was made with.

-- :name closing_session
SELECT json_object('closing', 1, 'site', :site, 'at', :at, 'program', :program, 'session', s.id, 'exam', s.exam, 'title', s.title, 'day', s.day, 'room', s.room,
	'state', s.state, 'supervisor', coalesce((SELECT name FROM person WHERE id = s.supervisor), ''), 'planned_at', s.planned_at, 'started_at', s.started_at,
	'pack', json_object('pack', v.pack, 'version', v.version, 'digest', v.digest),
	'blueprint', json(coalesce((SELECT body FROM exam WHERE version = s.version AND v.pack || '/' || id = s.exam), 'null')),
	'sittings', (SELECT count(*) FROM exam_sitting WHERE session = s.id),
	'heard', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('position', h.position, 'path', h.path, 'plays', (SELECT count(*) FROM exam_play WHERE session = h.session AND position = h.position)) AS x
			FROM exam_heard AS h WHERE h.session = s.id ORDER BY h.position))),
	'verdicts', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('path', path, 'hash', hash, 'gap', gap, 'answer', answer, 'verdict', verdict, 'assessor', assessor, 'at', at) AS x
			FROM exam_verdict WHERE session = s.id ORDER BY seq))),
	'events', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('seq', e.seq, 'at', e.at, 'role', e.role, 'who', coalesce(p.name, ''), 'second', coalesce(w.name, ''), 'act', e.act, 'why', e.why, 'text', e.text) AS x
			FROM exam_event AS e LEFT JOIN person AS p ON p.id = e.actor LEFT JOIN person AS w ON w.id = e.second
			WHERE e.session = s.id AND e.sitting IS NULL ORDER BY e.seq))))
FROM exam_session AS s JOIN pack_version AS v ON v.id = s.version WHERE s.id = :session;

-- :name closing_sittings
SELECT t.seat, t.id, json_object('sitting', t.id, 'seat', t.seat, 'code', p.code, 'name', p.name, 'latin', t.latin, 'birth', t.birth, 'document', t.document,
	'confirmed_by', coalesce((SELECT name FROM person WHERE id = t.confirmed_by), ''), 'state', t.state, 'why', t.why, 'interruptions', t.interruptions,
	'started_at', t.started_at, 'ended_at', t.ended_at, 'extra_percent', a.extra_percent, 'aloud', a.aloud,
	'times', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('section', section, 'consumed_ms', consumed_ms, 'added_ms', added_ms) AS x FROM
			(SELECT section, consumed_ms, added_ms FROM exam_time WHERE sitting = t.id UNION ALL
			 SELECT section, consumed_ms, added_ms FROM exam_life AS l WHERE l.sitting = t.id
				AND NOT EXISTS (SELECT 1 FROM exam_time AS m WHERE m.sitting = l.sitting AND m.section = l.section)) ORDER BY section))),
	'form', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('number', i.number, 'section', i.section, 'position', i.position, 'stratum', i.stratum, 'path', i.path, 'hash', i.hash, 'maximum', i.maximum,
			'shown', i.shown, 'showings', i.showings, 'replaced', i.replaced, 'body', json(b.body)) AS x
			FROM exam_item AS i JOIN item_body AS b ON b.hash = i.hash WHERE i.sitting = t.id ORDER BY i.number))),
	'answers', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('seq', seq, 'number', number, 'given', given, 'verdict', verdict, 'reasons', reasons, 'mark', mark, 'maximum', maximum, 'words', coalesce(words, ''),
			'at', at, 'offset_min', offset_min, 'consumed_ms', consumed_ms, 'language', language, 'front', front, 'program', program) AS x
			FROM exam_answer WHERE sitting = t.id ORDER BY seq))),
	'marks', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('seq', seq, 'section', section, 'criterion', criterion, 'kind', kind, 'marker', marker, 'number', number, 'mark', mark, 'maximum', maximum, 'assessor', assessor, 'at', at,
			'text', text) AS x FROM exam_mark WHERE sitting = t.id ORDER BY seq))),
	'outcomes', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('at', at, 'cause', cause, 'mark', mark, 'maximum', maximum, 'scale', scale, 'passed', passed, 'sections', sections, 'text', text) AS x
			FROM exam_outcome WHERE sitting = t.id ORDER BY seq))),
	'events', json((SELECT coalesce(json_group_array(json(x)), '[]') FROM
		(SELECT json_object('seq', e.seq, 'at', e.at, 'role', e.role, 'who', coalesce(q.name, ''), 'second', coalesce(w.name, ''), 'act', e.act, 'from', e.from_state,
			'to', e.to_state, 'why', e.why, 'text', e.text) AS x
			FROM exam_event AS e LEFT JOIN person AS q ON q.id = e.actor LEFT JOIN person AS w ON w.id = e.second
			WHERE e.session = t.session AND e.sitting = t.id ORDER BY e.seq))))
FROM exam_sitting AS t JOIN person AS p ON p.id = t.person JOIN exam_seat AS a ON a.session = t.session AND a.number = t.seat
WHERE t.session = :session ORDER BY t.seat;
