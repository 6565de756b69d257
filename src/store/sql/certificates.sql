-- Fulfilled requirements and practice certificates.

-- :name completion_add
INSERT INTO completion (person, code, name, latin, birth, region, programme, programme_title, destination, requirement,
	requirement_title, mark, maximum, completed_at)
VALUES (:person, :code, :name, :latin, :birth, :region, :programme, :programme_title, :destination, :requirement,
	:requirement_title, :mark, :maximum, :completed_at)
ON CONFLICT DO NOTHING;

-- :name certificate_add
INSERT INTO certificate (serial, person, code, name, latin, birth, region, programme, programme_title, destination, issued_at, practice)
VALUES (:serial, :person, :code, :name, :latin, :birth, :region, :programme, :programme_title, :destination, :issued_at, :practice);

-- :name certificate_each
SELECT serial, person, code, name, latin, birth, region, programme, programme_title, destination, issued_at, practice
FROM certificate ORDER BY issued_at, serial;

-- :name certificate_each_of
SELECT serial, person, code, name, latin, birth, region, programme, programme_title, destination, issued_at, practice
FROM certificate WHERE person = :person ORDER BY issued_at, serial;

-- :name certificate_by_serial
SELECT serial, person, code, name, latin, birth, region, programme, programme_title, destination, issued_at, practice
FROM certificate WHERE serial = :serial;

-- Once there is a certificate, all its rows carry the person as the certificate does.
-- :name completion_each
SELECT coalesce(k.code, c.code), coalesce(k.name, c.name), coalesce(k.latin, c.latin), coalesce(k.birth, c.birth), coalesce(k.region, c.region), c.programme, c.programme_title, c.destination, c.requirement, c.requirement_title,
	c.mark, c.maximum, c.completed_at, k.serial, k.issued_at, c.person
FROM completion AS c LEFT JOIN certificate AS k ON k.person = c.person AND k.programme = c.programme
WHERE c.completed_at >= :since AND c.completed_at < :until AND (:programme = '' OR c.programme = :programme)
ORDER BY c.completed_at, c.person, c.programme, c.requirement;

-- :name completion_count
SELECT count(*) FROM completion
WHERE completed_at >= :since AND completed_at < :until AND (:programme = '' OR programme = :programme);

-- :name completion_of
SELECT c.code, c.name, c.latin, c.birth, c.region, c.programme, c.programme_title, c.destination, c.requirement, c.requirement_title,
	c.mark, c.maximum, c.completed_at, k.serial, k.issued_at, c.person
FROM completion AS c LEFT JOIN certificate AS k ON k.person = c.person AND k.programme = c.programme
WHERE c.person = :person AND c.programme = :programme
ORDER BY c.completed_at, c.requirement;
