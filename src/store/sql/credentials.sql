-- Signed certificates, what became of them, and lists of those withdrawn.

-- :name credential_add
INSERT INTO credential (serial, uuid, person, programme, programme_title, destination, latin, birth, salt, issuer, issuer_name,
	officer, officer_name, second, second_name, issued_at, valid_until, replaces, json, compact)
VALUES (:serial, :uuid, :person, :programme, :programme_title, :destination, :latin, :birth, :salt, :issuer, :issuer_name,
	:officer, :officer_name, :second, :second_name, :issued_at, :valid_until, :replaces, :json, :compact);

-- :name credential_add_exam
INSERT INTO credential_exam (serial, position, sitting, exam, title, day, room, language)
VALUES (:serial, :position, :sitting, :exam, :title, :day, :room, :language);

-- :name credential_add_result
INSERT INTO credential_result (serial, exam, position, skill, title, mark, maximum, needed, scale)
VALUES (:serial, :exam, :position, :skill, :title, :mark, :maximum, :needed, :scale);

-- :name credential_each
SELECT c.serial, c.uuid, c.person, p.code, p.name, c.programme, c.programme_title, c.destination, c.latin, c.birth, c.salt, c.issuer, c.issuer_name,
	c.officer, c.officer_name, c.second, c.second_name, c.issued_at, c.valid_until, coalesce(c.replaces, ''),
	coalesce((SELECT n.serial FROM credential AS n WHERE n.replaces = c.serial), ''),
	coalesce(e.act, ''), coalesce(e.at, 0), coalesce(e.reason, ''), coalesce(e.actor_name, ''), coalesce(e.second_name, ''), '', ''
FROM credential AS c JOIN person AS p ON p.id = c.person LEFT JOIN credential_event AS e ON e.serial = c.serial AND e.act <> 'issued'
WHERE c.person BETWEEN :person AND CASE :person WHEN 0 THEN 9223372036854775807 ELSE :person END
ORDER BY c.issued_at DESC, c.serial;

-- :name credential_by_serial
SELECT c.serial, c.uuid, c.person, p.code, p.name, c.programme, c.programme_title, c.destination, c.latin, c.birth, c.salt, c.issuer, c.issuer_name,
	c.officer, c.officer_name, c.second, c.second_name, c.issued_at, c.valid_until, coalesce(c.replaces, ''),
	coalesce((SELECT n.serial FROM credential AS n WHERE n.replaces = c.serial), ''),
	coalesce(e.act, ''), coalesce(e.at, 0), coalesce(e.reason, ''), coalesce(e.actor_name, ''), coalesce(e.second_name, ''), c.json, c.compact
FROM credential AS c JOIN person AS p ON p.id = c.person LEFT JOIN credential_event AS e ON e.serial = c.serial AND e.act <> 'issued'
WHERE c.serial = :serial;

-- :name credential_exams
SELECT position, sitting, exam, title, day, room, language FROM credential_exam WHERE serial = :serial ORDER BY position;

-- :name credential_results
SELECT exam, skill, title, mark, maximum, needed, scale FROM credential_result WHERE serial = :serial ORDER BY exam, position;

-- Whether all these results stand in a certificate of that programme already; one row per sitting used before.
-- :name credential_used
SELECT 1 FROM credential_exam AS x JOIN credential AS c ON c.serial = x.serial
WHERE x.sitting = :sitting AND c.programme = :programme LIMIT 1;

-- :name credential_event_add
INSERT INTO credential_event (serial, at, act, actor, actor_name, second, second_name, reason)
VALUES (:serial, :at, :act, :actor, :actor_name, :second, :second_name, :reason);

-- :name credential_withdrawn
SELECT c.uuid, e.at, e.reason, c.serial FROM credential_event AS e JOIN credential AS c ON c.serial = e.serial
WHERE e.act <> 'issued' ORDER BY e.seq;

-- :name credential_list_last
SELECT coalesce(max(sequence), 0) FROM credential_list;

-- :name credential_list_add
INSERT INTO credential_list (sequence, issued_at, signer, count) VALUES (:sequence, :issued_at, :signer, :count);
