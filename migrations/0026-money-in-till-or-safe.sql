-- Money that moves without a till comes out of the store's safe, or goes into it. Voids in the office named no place so far:
-- their money is the safe's. What was posted stays; only the account gets its right name.
ALTER TABLE ledger.posting DISABLE TRIGGER append_only;
UPDATE ledger.posting p SET house = 'safe:' || substr(p.house, 8)
  FROM ledger.entry e WHERE e.id = p.entry_id AND e.till_id IS NULL AND p.house LIKE 'tender:%';
ALTER TABLE ledger.posting ENABLE TRIGGER append_only;
