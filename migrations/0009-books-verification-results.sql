-- What each check of a run said, with the time it took.

ALTER TABLE books_verification ADD COLUMN results jsonb NOT NULL DEFAULT '[]';
