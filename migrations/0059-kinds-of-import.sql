-- What a file brings: members so far. The kind says what its columns mean and what becomes of a row.
ALTER TABLE import_job ADD COLUMN kind text NOT NULL DEFAULT 'members';
