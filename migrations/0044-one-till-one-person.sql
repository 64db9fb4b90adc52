-- One till, one person: since when a session stands at its till, or who took the till over from it.
ALTER TABLE session
  ADD COLUMN till_since timestamptz,
  ADD COLUMN till_lost_to bigint REFERENCES staff;
CREATE INDEX session_till ON session (till_id) WHERE revoked_at IS NULL;
