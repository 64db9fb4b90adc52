-- Wrong passwords are counted by account and address together; a browser that signed somebody in before counts apart.
CREATE TABLE known_device (
  token_hash    bytea NOT NULL,
  staff_id      bigint NOT NULL REFERENCES staff,
  last_seen_at  timestamptz NOT NULL,
  PRIMARY KEY (token_hash, staff_id)
);
CREATE INDEX known_device_staff ON known_device (staff_id);
ALTER TABLE login_attempt ADD COLUMN device text;
DROP INDEX login_attempt_address;
