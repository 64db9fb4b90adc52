-- The fingerprint of a command is what was asked, not who asked: whoever may act at that place gets the first answer again.
-- The store says which place that is. Commands from before have none; their fingerprint holds the staff they were made by.
ALTER TABLE command ADD COLUMN store_id bigint;
