-- Reviews and the cards made from them.

-- :name scheduler_find
SELECT id FROM scheduler WHERE algorithm = :algorithm AND weights = :weights AND retention = :retention;

-- :name scheduler_add
INSERT INTO scheduler (algorithm, weights, retention) VALUES (:algorithm, :weights, :retention);

-- :name scheduler_read
SELECT algorithm, weights, retention FROM scheduler WHERE id = :id;

-- :name review_add
INSERT INTO review (answer, place, person, path, day, grade, recognised, duration_ms, scheduler)
VALUES (:answer, :place, :person, :path, :day, :grade, :recognised, :duration_ms, :scheduler);

-- What a correction stands for: the place and day of the row it corrects, and what was drilled there.
-- :name review_origin
SELECT coalesce(review.place, answer.seq), coalesce(review.day, :day), coalesce(review.recognised, answer.direction = 'recognise'), answer.path,
	answer.person, review.seq IS NOT NULL OR answer.drill NOT IN ('', 'placement')
FROM answer LEFT JOIN review ON review.answer = answer.seq
WHERE answer.seq = :answer;

-- The life of a person's cards (of one, or of all where the path is empty), the last word on each place.
-- :name review_life
SELECT review.path, review.day, review.grade, review.recognised, review.scheduler, review.place, origin.at
FROM review JOIN answer AS origin ON origin.seq = review.place
WHERE review.person = :person AND (:path = '' OR review.path = :path)
	AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.person = review.person AND later.path = review.path
		AND later.place = review.place AND later.seq > review.seq)
ORDER BY review.path, review.place;

-- Answers that belong into the log of reviews and are not in it: those to drills, and what corrects them.
-- :name review_missing
SELECT answer.seq, answer.person, answer.path, answer.direction, answer.drill, answer.verdict, answer.hints, answer.duration_ms, answer.at,
	answer.offset_min, coalesce(answer.corrects, 0)
FROM answer
WHERE answer.seq > :seq AND answer.sitting IS NULL
	AND (answer.drill NOT IN ('', 'placement') AND answer.verdict IN ('ok', 'note', 'typo', 'wrong')
		OR EXISTS (SELECT 1 FROM review WHERE review.answer = answer.corrects))
	AND NOT EXISTS (SELECT 1 FROM review WHERE review.answer = answer.seq)
ORDER BY answer.seq LIMIT 1;

-- :name review_each
SELECT review.seq, review.answer, review.place, review.person, review.path, review.day, review.grade, review.recognised, review.duration_ms,
	scheduler.algorithm, review.scheduler, scheduler.retention
FROM review JOIN scheduler ON scheduler.id = review.scheduler
WHERE review.seq >= :from_seq ORDER BY review.seq;

-- :name card_read
SELECT path, state, step, stability, difficulty, reps, lapses, last_day, due_day, due_at, place
FROM card WHERE person = :person AND path = :path;

-- :name card_put
INSERT OR REPLACE INTO card (person, path, state, step, stability, difficulty, reps, lapses, last_day, due_day, due_at, place)
VALUES (:person, :path, :state, :step, :stability, :difficulty, :reps, :lapses, :last_day, :due_day, :due_at, :place);

-- :name card_forget
DELETE FROM card WHERE person = :person AND (:path = '' OR path = :path);

-- :name card_each
SELECT path, state, step, stability, difficulty, reps, lapses, last_day, due_day, due_at, place
FROM card WHERE person = :person ORDER BY path;

-- Those whose word or phrase stands in the active version of its pack.
-- :name card_each_active
WITH split AS MATERIALIZED (
	SELECT *, substr(path, 1, instr(path, '/') - 1) AS pack, substr(path, instr(path, '/') + 1) AS rest
	FROM card WHERE person = :person
)
SELECT split.path, split.state, split.step, split.stability, split.difficulty, split.reps, split.lapses, split.last_day, split.due_day,
	split.due_at, split.place
FROM split
CROSS JOIN pack_version ON pack_version.pack = split.pack AND pack_version.state = 'active'
CROSS JOIN unit ON unit.version = pack_version.id AND unit.name = substr(split.rest, 1, instr(split.rest, '/') - 1)
CROSS JOIN item ON item.unit = unit.id AND item.id = substr(split.rest, instr(split.rest, '/') + 1) AND item.kind IN ('word', 'phrase')
ORDER BY split.path;

-- How many words and phrases each active pack that teaches a language holds.
-- :name pack_vocabulary
SELECT pack_version.pack, count(*)
FROM pack_version
CROSS JOIN unit ON unit.version = pack_version.id
CROSS JOIN item ON item.unit = unit.id
WHERE pack_version.state = 'active' AND pack_version.teaches <> '' AND item.kind IN ('word', 'phrase')
GROUP BY pack_version.pack;

-- The last answers of a person, newest first: how long each took and when. A correction took no time of theirs.
-- :name answer_times
SELECT duration_ms, at, drill <> '', verdict IN ('ok', 'note', 'typo', 'wrong', 'seen') FROM answer
WHERE person = :person AND corrects IS NULL AND drill <> 'placement' ORDER BY seq DESC LIMIT :count;

-- Weeks of a person (from Monday on, by the site's days), the newest first: minutes at work in milliseconds, and words that are known now and were met in that week.
-- :name weeks
WITH worked AS (
	SELECT ((at + :offset_ms - :rollover_ms) / 86400000 + 3) / 7 AS week, sum(min(max(duration_ms, 0), :pause_ms)) AS ms
	FROM (SELECT at, max(duration_ms) AS duration_ms FROM answer
		WHERE person = :person AND corrects IS NULL AND drill <> 'placement' AND verdict IN ('ok', 'note', 'typo', 'wrong', 'seen') GROUP BY at)
	GROUP BY week
), met AS (
	SELECT (day + 3) / 7 AS week, count(*) AS words FROM (
		SELECT min(review.day) AS day FROM card JOIN review ON review.person = card.person AND review.path = card.path
		WHERE card.person = :person AND card.state = 2 GROUP BY card.path)
	GROUP BY week
)
SELECT week, sum(ms), sum(words) FROM (SELECT week, ms, 0 AS words FROM worked UNION ALL SELECT week, 0, words FROM met)
GROUP BY week ORDER BY week DESC LIMIT :count;
