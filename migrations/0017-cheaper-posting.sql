-- A sale for less: rows come as arrays of typed rows instead of jsonb, one guard looks at the postings instead of two, and
-- the rows of a sale point at what the same transaction read without a foreign key.

-- What the application hands to ledger.post, in the order of the columns here. i, e and n number entries and new lots of
-- one call from 1: their ids are drawn inside.
CREATE TYPE ledger.new_entry AS (
  i int, kind text, business_date date, at timestamptz, staff_id bigint, shift_id bigint, till_id bigint, reason text, document_kind text,
  document_no text, member_id bigint, store_id bigint, home_store_id bigint, card_store_id bigint, drawer_store_id bigint,
  reverses_entry_id bigint, relates_entry_id bigint);
CREATE TYPE ledger.new_posting AS (
  e int, seq smallint, facet text, account_id bigint, store_id bigint, house text, unit text, amount bigint, value_cents bigint,
  version bigint, after_amount bigint);
CREATE TYPE ledger.changed_lot AS (
  id bigint, state text, granted bigint, remaining bigint, expired bigint, forgiven bigint, value_cents bigint);
CREATE TYPE ledger.new_lot AS (
  i int, e int, account_id bigint, unit text, state text, joined boolean, gifted boolean, grace boolean, origin_entry_id bigint,
  origin_store_id bigint, origin_on date, expires_on date, releases_on date, tender text, terms text, granted bigint, remaining bigint,
  expired bigint, forgiven bigint, value_cents bigint, parent_lot_id bigint);
CREATE TYPE ledger.new_move AS (
  e int, seq smallint, lot_id bigint, n int, account_id bigint, origin_entry_id bigint, facet text, kind text, amount bigint,
  value_cents bigint);

-- sum(bigint) counts in numeric. A total beyond bigint is an error here.
CREATE AGGREGATE ledger.total(bigint) (sfunc = int8pl, stype = bigint, initcond = '0');

-- Second round trip: writes what was planned. entries: settlement first, the act last; postings carry the account's version
-- and amount after. An account that changed since it was read refuses everything. accounts: how many of them change.
-- Balances follow from the postings that were really written. Returns the id of the act's entry.
DROP FUNCTION ledger.post(jsonb, text);
CREATE FUNCTION ledger.post(
  entries ledger.new_entry[], document_number text, postings ledger.new_posting[], accounts int, negative bigint[],
  changed_lots ledger.changed_lot[], new_lots ledger.new_lot[], moves ledger.new_move[], reverses bigint)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  act_id bigint;
  entry_ids bigint[];
  lot_ids bigint[];
  changed bigint;
BEGIN
  FOR i IN 1 .. cardinality(entries) LOOP
    act_id := nextval('ledger.entry_id_seq');
    entry_ids := entry_ids || act_id;
  END LOOP;
  INSERT INTO ledger.entry (id, kind, business_date, at, staff_id, shift_id, till_id, reason, document_kind, document_no, member_id,
                            store_id, home_store_id, card_store_id, drawer_store_id, reverses_entry_id, relates_entry_id)
  SELECT entry_ids[n.i], n.kind, n.business_date, n.at, n.staff_id, n.shift_id, n.till_id, n.reason, n.document_kind,
         CASE WHEN n.document_kind IS NOT NULL THEN coalesce(document_number, n.document_no) END, n.member_id, n.store_id, n.home_store_id,
         n.card_store_id, n.drawer_store_id, n.reverses_entry_id, n.relates_entry_id
    FROM unnest(entries) AS n;

  WITH written AS (
    INSERT INTO ledger.posting (entry_id, seq, facet, account_id, store_id, house, unit, amount, value_cents, version, after_amount)
    SELECT entry_ids[n.e], n.seq, n.facet, n.account_id, n.store_id, n.house, n.unit, n.amount, coalesce(n.value_cents, 0), n.version, n.after_amount
      FROM unnest(postings) AS n
    RETURNING account_id, facet, amount, value_cents, version),
  moved AS (
    SELECT w.account_id, min(w.version) AS first_version, max(w.version) AS last_version, ledger.total(w.value_cents) AS value_cents,
           ledger.total(w.amount) FILTER (WHERE w.facet = 'balance') AS balance,
           ledger.total(w.amount) FILTER (WHERE w.facet = 'held') AS held,
           ledger.total(w.amount) FILTER (WHERE w.facet = 'debt') AS debt
      FROM written w WHERE w.account_id IS NOT NULL GROUP BY w.account_id)
  UPDATE ledger.account a
     SET balance = a.balance + a.normal * m.balance, held = a.held + a.normal * m.held, debt = a.debt - a.normal * m.debt,
         value_cents = a.value_cents + a.normal * m.value_cents, version = m.last_version,
         floor = CASE WHEN a.balance + a.normal * m.balance >= 0 THEN 0 WHEN a.id = ANY (negative) THEN NULL ELSE a.floor END
    FROM moved m
   WHERE a.id = m.account_id AND a.version = m.first_version - 1;
  GET DIAGNOSTICS changed = ROW_COUNT;
  IF changed IS DISTINCT FROM accounts THEN
    RAISE EXCEPTION 'an account changed since it was read' USING ERRCODE = 'serialization_failure';
  END IF;

  IF changed_lots IS NOT NULL THEN
    UPDATE ledger.lot l
       SET state = c.state, granted = c.granted, remaining = c.remaining, expired = c.expired, forgiven = c.forgiven, value_cents = c.value_cents
      FROM unnest(changed_lots) AS c
     WHERE l.id = c.id;
  END IF;

  IF new_lots IS NOT NULL THEN
    FOR i IN 1 .. cardinality(new_lots) LOOP
      lot_ids := lot_ids || nextval('ledger.lot_id_seq');
    END LOOP;
    INSERT INTO ledger.lot (id, account_id, unit, state, joined, gifted, grace, origin_entry_id, origin_store_id, origin_on, expires_on, releases_on,
                            tender, terms, granted, remaining, expired, forgiven, value_cents, parent_lot_id)
    SELECT lot_ids[n.i], n.account_id, n.unit, n.state, n.joined, n.gifted, n.grace, coalesce(n.origin_entry_id, entry_ids[n.e]), n.origin_store_id,
           n.origin_on, n.expires_on, n.releases_on, n.tender, n.terms, n.granted, n.remaining, n.expired, n.forgiven, n.value_cents, n.parent_lot_id
      FROM unnest(new_lots) AS n;
  END IF;

  IF moves IS NOT NULL THEN
    INSERT INTO ledger.lot_move (entry_id, seq, lot_id, account_id, origin_entry_id, facet, kind, amount, value_cents)
    SELECT entry_ids[n.e], n.seq, coalesce(n.lot_id, lot_ids[n.n]), n.account_id, n.origin_entry_id, n.facet, n.kind, n.amount, coalesce(n.value_cents, 0)
      FROM unnest(moves) AS n;
  END IF;

  IF reverses IS NOT NULL THEN
    INSERT INTO ledger.reversal (reversed_entry_id, entry_id) VALUES (reverses, act_id);
  END IF;

  RETURN act_id;
END $$;
REVOKE ALL ON FUNCTION ledger.post(ledger.new_entry[], text, ledger.new_posting[], int, bigint[], ledger.changed_lot[], ledger.new_lot[], ledger.new_move[], bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.post(ledger.new_entry[], text, ledger.new_posting[], int, bigint[], ledger.changed_lot[], ledger.new_lot[], ledger.new_move[], bigint) TO shuke_application;

-- One look at what was written finds whether anything is wrong or touches a closed account; only then is it asked what.
-- A statement trigger plans and starts its queries anew each time: two of them cost twice.
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
  -- A closed account may be touched by a merge and by the reversal of an old entry.
  SELECT w.entry_id, w.account_id INTO wrong
    FROM written w JOIN ledger.closed_account c ON c.account_id = w.account_id JOIN ledger.entry e ON e.id = w.entry_id
   WHERE e.kind <> 'merge' AND e.reverses_entry_id IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ledger account % is closed: its member was merged (entry %)', wrong.account_id, wrong.entry_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_closed';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER not_closed ON ledger.posting;
DROP FUNCTION ledger.refuse_closed();

-- Waits for the same key in flight, then answers what it stored (nothing for a new key).
CREATE OR REPLACE FUNCTION begin_command(wanted uuid) RETURNS SETOF command LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(wanted::text, 0));
  RETURN QUERY SELECT * FROM command WHERE key = wanted;
END $$;

-- Ten rows of a sale asked for ten foreign keys, each with a query of its own that locks the row it finds. A sale, its lines
-- and its tenders are written by one statement, from members, cards and products that the same transaction read; none of
-- these rows is ever deleted, and verify books asks for lines and tenders without a sale.
ALTER TABLE sale DROP CONSTRAINT sale_member_id_fkey, DROP CONSTRAINT sale_card_id_fkey;
ALTER TABLE sale_line DROP CONSTRAINT sale_line_sale_id_fkey, DROP CONSTRAINT sale_line_product_id_fkey;
ALTER TABLE sale_tender DROP CONSTRAINT sale_tender_sale_id_fkey;

-- What the application hands over for a sale, in the order of the columns here.
CREATE TYPE new_sale AS (
  till_id bigint, staff_id bigint, member_id bigint, card_id bigint, level_id bigint, at timestamptz, list_cents bigint, discount_cents bigint,
  due_cents bigint, principal_cents bigint, bonus_cents bigint, received_cents bigint, change_cents bigint, cost_cents bigint,
  points_earned bigint, principal_after_cents bigint, bonus_after_cents bigint, points_after bigint, note text,
  spend_order_version int);
CREATE TYPE new_sale_line AS (
  line_no int, product_id bigint, product_name text, qty_milli bigint, unit_price_cents bigint, pay_rate_bps int, list_cents bigint,
  net_cents bigint, bonus_part_cents bigint, eligible_cents bigint, points_factor_bps int, cost_cents bigint);
CREATE TYPE new_sale_tender AS (line_no int, tender text, amount_cents bigint, given_cents bigint);
