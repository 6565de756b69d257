-- People, PINs, enrolments, acts.

-- :name person_add
INSERT INTO person (code, name, name_key, latin, birth, region, role, language, created_at, changed_at)
VALUES (:code, :name, :name_key, :latin, :birth, :region, :role, :language, :at, :at);

-- :name person_change
UPDATE person SET code = :code, name = :name, name_key = :name_key, latin = :latin, birth = :birth, region = :region,
	role = :role, language = :language, changed_at = :at
WHERE id = :id;

-- :name person_by_code
SELECT id, code, name, latin, birth, region, role, language, pin_hash <> '' FROM person WHERE code = :code;

-- :name person_by_id
SELECT id, code, name, latin, birth, region, role, language, pin_hash <> '' FROM person WHERE id = :id;

-- :name person_set_language
UPDATE person SET language = :language WHERE id = :id;

-- :name person_each
SELECT id, code, name, latin, birth, region, role, language, pin_hash <> '' FROM person
WHERE (:role = '' OR role = :role)
	AND (:find = '' OR instr(code, :find) OR instr(name_key, :find) OR instr(lower(latin), :find))
ORDER BY name_key, birth, id;

-- :name person_namesakes
SELECT id, code, name, latin, birth, region, role, language, pin_hash <> '' FROM person
WHERE name_key = :key ORDER BY birth, id;

-- :name person_count
SELECT count(*) FROM person WHERE :role = '' OR role = :role;

-- :name person_highest_code
SELECT coalesce(max(CAST(code AS INTEGER)), 0) FROM person;

-- :name pin_read
SELECT pin_hash, pin_failures, pin_locked_until FROM person WHERE id = :person;

-- :name pin_write
UPDATE person SET pin_hash = :hash, pin_failures = :failures, pin_locked_until = :locked_until WHERE id = :person;

-- :name pin_tries
UPDATE person SET pin_failures = :failures, pin_locked_until = :locked_until WHERE id = :person AND pin_hash = :hash;

-- :name enrol_save
INSERT INTO enrolment (person, programme, departure, at) VALUES (:person, :programme, :departure, :at)
ON CONFLICT (person, programme) DO UPDATE SET departure = excluded.departure;

-- :name enrol_each
SELECT programme, departure, at FROM enrolment WHERE person = :person ORDER BY at, programme;

-- :name act_add
INSERT INTO act (at, actor, act, subject, detail) VALUES (:at, :actor, :act, :subject, :detail);

-- :name act_each
SELECT seq, at, actor, act, subject, detail FROM act ORDER BY seq;
