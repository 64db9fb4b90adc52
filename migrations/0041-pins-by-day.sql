-- The PIN of a wallet is asked for above an amount of a business day: what left it without a PIN, by sales and payouts,
-- counts together. Nothing is given back by hand: a document that was undone counts no more.
ALTER TABLE sale ADD COLUMN without_pin_cents bigint NOT NULL DEFAULT 0
  CONSTRAINT sale_without_pin CHECK (without_pin_cents BETWEEN 0 AND principal_cents + bonus_cents);
ALTER TABLE payout ADD COLUMN without_pin_cents bigint NOT NULL DEFAULT 0 CHECK (without_pin_cents >= 0);

-- By the owner of the wallet that paid. Payouts of one member are few: payout_member finds them.
CREATE INDEX sale_without_pin ON sale ((coalesce(payer_id, member_id)), business_date) WHERE without_pin_cents > 0;

-- A query of its own inside a function, so that it sees the documents of those for whose locks the caller has waited.
CREATE FUNCTION without_pin_cents(owner bigint, on_date date) RETURNS bigint
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(sum(s.without_pin_cents), 0) FROM sale s
           WHERE coalesce(s.payer_id, s.member_id) = owner AND s.business_date = on_date AND s.without_pin_cents > 0 AND s.voided_at IS NULL)
       + (SELECT coalesce(sum(p.without_pin_cents), 0) FROM payout p
           WHERE p.member_id = owner AND p.business_date = on_date AND p.without_pin_cents > 0 AND p.reversed_at IS NULL);
END $$;
