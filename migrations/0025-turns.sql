-- Row locks are not fair: who comes just after a commit may pass those who wait. What must not be passed for ever, the loss
-- of a card that four tills pay with, waits in a queue: advisory locks are given in the order in which they were asked for.

-- Waits its turn in each of these queues, one after the other; a turn ends with the transaction.
CREATE FUNCTION take_turns(queues text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE queue text;
BEGIN
  FOREACH queue IN ARRAY queues LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(queue, 1));
  END LOOP;
END $$;

-- As begin_command(wanted); a command that is new then waits its turn in the queue.
CREATE FUNCTION begin_command(wanted uuid, queue text) RETURNS SETOF command LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(wanted::text, 0));
  RETURN QUERY SELECT * FROM command WHERE key = wanted;
  IF NOT FOUND AND queue IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(queue, 1));
  END IF;
END $$;
