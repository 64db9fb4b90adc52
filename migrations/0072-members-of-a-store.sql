-- The live members of a store are counted from the index alone; member_home_store has no status in it.
CREATE INDEX CONCURRENTLY member_of_store ON member (home_store_id, id) WHERE status = 'active';
