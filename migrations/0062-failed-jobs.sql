-- A job that failed for good is told from one that waits, and every queue says how many jobs it has.

ALTER TABLE outbox ADD COLUMN failed_at timestamptz;

-- Written by the workers now and then: the API has no connection to the queue.
CREATE TABLE queue_state (
  queue  text NOT NULL,
  state  text NOT NULL CHECK (state IN ('waiting', 'active', 'delayed', 'failed')),
  jobs   int NOT NULL CHECK (jobs >= 0),
  at     timestamptz NOT NULL,
  PRIMARY KEY (queue, state)
);
