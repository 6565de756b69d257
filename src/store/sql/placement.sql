-- Placement in a course, and the units skipped by it.

-- :name placement_start
INSERT INTO placement (person, pack, seed, begun_at) VALUES (:person, :pack, :seed, :begun_at);

-- The open one, else the one finished last.
-- :name placement_last
SELECT id, seed, begun_at, finished_at, known FROM placement
WHERE person = :person AND pack = :pack
ORDER BY finished_at <> 0, finished_at DESC LIMIT 1;

-- :name placement_finish
UPDATE placement SET finished_at = max(1, :at), known = :known WHERE id = :id AND finished_at = 0;

-- What was answered, in order: seeds of one placement differ in their last ten bits.
-- :name placement_answers
SELECT path, direction, verdict, seed FROM answer
WHERE person = :person AND drill = 'placement' AND verdict NOT IN ('empty', 'retry') AND seed >> 10 = :seed >> 10
	AND path > :pack || '/' AND path < :pack || '0'
ORDER BY seq;

-- How many words and phrases each unit of a version has.
-- :name placement_units
SELECT unit.name, count(item.id)
FROM unit LEFT JOIN item ON item.unit = unit.id AND item.kind IN ('word', 'phrase')
WHERE unit.version = :version
GROUP BY unit.id ORDER BY unit.id;

-- :name unit_skip
INSERT INTO skipped_unit (person, pack, unit) VALUES (:person, :pack, :unit) ON CONFLICT DO NOTHING;

-- :name units_take_up
DELETE FROM skipped_unit WHERE person = :person AND pack = :pack;

-- With how many of its words the person has not met.
-- :name skipped_each
SELECT skipped_unit.pack, skipped_unit.unit, count(item.id)
FROM skipped_unit
JOIN pack_version ON pack_version.pack = skipped_unit.pack AND pack_version.state = 'active'
JOIN unit ON unit.version = pack_version.id AND unit.name = skipped_unit.unit
LEFT JOIN item ON item.unit = unit.id AND item.kind IN ('word', 'phrase') AND NOT EXISTS (
	SELECT 1 FROM card WHERE card.person = skipped_unit.person AND card.path = skipped_unit.pack || '/' || skipped_unit.unit || '/' || item.id)
WHERE skipped_unit.person = :person
GROUP BY unit.id ORDER BY unit.id;
