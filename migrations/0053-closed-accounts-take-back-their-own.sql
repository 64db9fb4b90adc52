-- A closed account may be touched by a merge, by the reversal of an old entry, and by what gives back a part of an entry
-- that touched this same account: an entry of somebody else opens nothing.
CREATE OR REPLACE FUNCTION ledger.refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE wrong record;
BEGIN
  IF NOT EXISTS (
    SELECT FROM written w GROUP BY w.entry_id, w.unit
    HAVING ledger.total(w.amount) <> 0 OR ledger.total(w.value_cents) <> 0 OR NOT bool_and((w.amount <> 0 OR w.value_cents <> 0) AND CASE
             WHEN w.account_id IS NULL THEN w.house IS NOT NULL AND w.store_id IS NOT NULL AND w.facet IS NULL
             ELSE w.house IS NULL AND w.version IS NOT NULL AND w.after_amount IS NOT NULL AND coalesce(w.facet IN ('balance', 'held', 'debt'), false)
                  AND NOT EXISTS (SELECT FROM ledger.closed_account c WHERE c.account_id = w.account_id) END)) THEN
    RETURN NULL;
  END IF;

  SELECT w.entry_id, w.unit, sum(w.amount) AS amount, sum(w.value_cents) AS value_cents INTO wrong
    FROM written w GROUP BY w.entry_id, w.unit
   HAVING sum(w.amount) <> 0 OR sum(w.value_cents) <> 0 OR NOT bool_and((w.amount <> 0 OR w.value_cents <> 0) AND CASE
            WHEN w.account_id IS NULL THEN w.house IS NOT NULL AND w.store_id IS NOT NULL AND w.facet IS NULL
            ELSE w.house IS NULL AND w.version IS NOT NULL AND w.after_amount IS NOT NULL AND coalesce(w.facet IN ('balance', 'held', 'debt'), false) END)
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ledger entry % is not balanced or not well formed in %: amount %, value %', wrong.entry_id, wrong.unit, wrong.amount, wrong.value_cents
      USING ERRCODE = 'check_violation', CONSTRAINT = 'posting_zero_sum';
  END IF;
  SELECT w.entry_id, w.account_id INTO wrong
    FROM written w JOIN ledger.closed_account c ON c.account_id = w.account_id JOIN ledger.entry e ON e.id = w.entry_id
   WHERE e.kind <> 'merge' AND e.reverses_entry_id IS NULL AND NOT EXISTS (SELECT FROM ledger.posting p WHERE p.entry_id = e.relates_entry_id AND p.account_id = w.account_id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ledger account % is closed: its member was merged (entry %)', wrong.account_id, wrong.entry_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_closed';
  END IF;
  RETURN NULL;
END $$;
