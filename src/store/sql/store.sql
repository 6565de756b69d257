-- Transactions, settings and the state of the file.

-- :name begin
BEGIN IMMEDIATE;

-- :name commit
COMMIT;

-- :name rollback
ROLLBACK;

-- :name setting
SELECT value FROM setting WHERE name = :name;

-- :name set_setting
INSERT INTO setting (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;

-- :name data_version
PRAGMA data_version;

-- :name quick_check
PRAGMA quick_check(1);

-- :name foreign_key_check
PRAGMA foreign_key_check;
