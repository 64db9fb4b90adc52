-- A relay takes outbox rows for a while; when it dies, another one takes them again.

ALTER TABLE outbox ADD COLUMN claimed_until timestamptz;
