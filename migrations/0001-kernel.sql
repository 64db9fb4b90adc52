-- What every capability stands on: commands answered once, the outbox, audit rows, and the application's role.

-- The application signs in as a member of this role. It may read the ledger, and write it only through functions.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shuke_application') THEN
    CREATE ROLE shuke_application NOLOGIN;
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO shuke_application;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO shuke_application;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO shuke_application;

-- One row per successful command, kept for ever: a retry finds its first answer here.
CREATE TABLE command (
  key          uuid PRIMARY KEY,
  name         text NOT NULL,
  staff_id     bigint,
  fingerprint  text NOT NULL,
  result       jsonb NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now()
);

-- What must happen outside the database after a commit. The relay turns rows into jobs.
CREATE TABLE outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic       text NOT NULL,
  payload     jsonb NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  relayed_at  timestamptz,
  attempts    int NOT NULL DEFAULT 0,
  last_error  text
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE relayed_at IS NULL;

-- Who changed what. Append-only.
CREATE TABLE audit_record (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at            timestamptz NOT NULL DEFAULT now(),
  staff_id      bigint,
  store_id      bigint,
  action        text NOT NULL,
  subject_kind  text NOT NULL,
  subject_id    text NOT NULL,
  before        jsonb,
  after         jsonb,
  reason        text
);
CREATE INDEX audit_record_subject ON audit_record (subject_kind, subject_id, id DESC);
CREATE INDEX audit_record_at ON audit_record (at DESC);
REVOKE UPDATE, DELETE, TRUNCATE ON audit_record FROM shuke_application;
REVOKE UPDATE, DELETE, TRUNCATE ON command FROM shuke_application;

-- Waits for the same key in flight, then answers what it stored (nothing for a new key).
CREATE FUNCTION begin_command(wanted uuid) RETURNS SETOF command
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(('x' || substr(replace(wanted::text, '-', ''), 1, 16))::bit(64)::bigint);
  RETURN QUERY SELECT * FROM command WHERE key = wanted;
END $$;
