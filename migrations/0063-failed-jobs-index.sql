CREATE INDEX CONCURRENTLY outbox_failed ON outbox (failed_at) WHERE failed_at IS NOT NULL;
