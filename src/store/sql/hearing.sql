-- Texts that are read to the room.

-- :name script_add
INSERT INTO exam_script (version, exam, position, id, topic, title, say) VALUES (:version, :exam, :position, :id, :topic, :title, :say);

-- :name script_each
SELECT id, topic, title, say FROM exam_script WHERE version = :version AND exam = :exam ORDER BY position;

-- :name sweep_scripts
DELETE FROM exam_script WHERE version = :version;

-- In how many sessions it was heard.
-- :name script_used
SELECT count(*) FROM exam_heard WHERE path = :path;

-- :name hearing_add
INSERT INTO exam_hearing (session, section, seed, at) VALUES (:session, :section, :seed, :at);

-- :name heard_add
INSERT INTO exam_heard (session, position, stratum, path) VALUES (:session, :position, :stratum, :path);

-- :name heard_each
SELECT h.position, h.stratum, h.path, (SELECT count(*) FROM exam_play WHERE session = h.session AND position = h.position),
	(SELECT coalesce(max(at), 0) FROM exam_play WHERE session = h.session)
FROM exam_heard AS h WHERE h.session = :session ORDER BY h.position;

-- :name play_add
INSERT INTO exam_play (session, position, at, actor, why, text) VALUES (:session, :position, :at, :actor, :why, :text);
