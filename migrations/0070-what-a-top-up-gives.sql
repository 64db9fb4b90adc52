-- What a rule gives, what a top-up gave and what its reversal took, beside bonus and points, which keep their columns:
-- one entry for each kind of grant, as the capability that declares it says.
ALTER TABLE top_up_rule ADD COLUMN gives jsonb NOT NULL DEFAULT '[]';
ALTER TABLE top_up ADD COLUMN gave jsonb NOT NULL DEFAULT '[]';
ALTER TABLE top_up_reversal ADD COLUMN took jsonb NOT NULL DEFAULT '[]';
