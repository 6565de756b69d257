-- Searching in courses.

-- Words and phrases of a version in their order: the first spelling of what is taught, all of them with the plural, what it means.
-- :name search_words
SELECT unit.name, item.id,
	coalesce(json_extract(body, '$.term'), json_extract(body, '$.say[0]'), json_extract(body, '$.say'), ''),
	coalesce(json_extract(body, '$.term'), '') || ' ' || coalesce(json_extract(body, '$.plural'), '') || ' ' || coalesce(json_extract(body, '$.say'), ''),
	coalesce(json_extract(body, '$.means'), '')
FROM unit JOIN item ON item.unit = unit.id JOIN item_body ON item_body.hash = item.hash
WHERE unit.version = :version AND item.kind IN ('word', 'phrase')
ORDER BY unit.id, item.position;

-- :name search_meanings
SELECT language, context, text FROM translation
WHERE version = :version AND substr(context, -6) = '.means'
ORDER BY language, context;
