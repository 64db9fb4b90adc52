-- Family cards: what the wallet's owner allows such a card, and whose wallet paid a sale.

ALTER TABLE card
  -- Of a family card: what it may spend a business day with its holder's PIN. NULL: the owner's PIN at every payment.
  ADD COLUMN day_limit_cents bigint CHECK (day_limit_cents > 0);

-- Whose wallet a sale names, where it is not the buyer's own: the owner of the wallet that a family card spends.
ALTER TABLE sale ADD COLUMN payer_id bigint;
ALTER TYPE new_sale ADD ATTRIBUTE payer_id bigint;
UPDATE sale s SET payer_id = w.member_id
  FROM (SELECT DISTINCT p.entry_id, a.owner_id AS wallet_id
          FROM sale f JOIN card c ON c.id = f.card_id JOIN wallet o ON o.id = c.wallet_id AND o.member_id <> f.member_id
          JOIN ledger.posting p ON p.entry_id = f.entry_id JOIN ledger.account a ON a.id = p.account_id AND a.kind IN ('principal', 'bonus')) paid
  JOIN wallet w ON w.id = paid.wallet_id
 WHERE s.entry_id = paid.entry_id AND w.member_id <> s.member_id;
CREATE INDEX sale_payer ON sale (payer_id, business_date) WHERE payer_id IS NOT NULL;

-- What a member spent out of another's wallet on a business date. A query of its own inside a function, so that it sees
-- the sales of those for whose locks the caller has waited.
CREATE FUNCTION family_spent_cents(payer bigint, holder bigint, on_date date) RETURNS bigint
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(sum(s.principal_cents + s.bonus_cents), 0) FROM sale s
           WHERE s.payer_id = payer AND s.member_id = holder AND s.business_date = on_date AND s.voided_at IS NULL);
END $$;

-- Who may issue a card may bind it to another member's wallet, where its owner agrees.
UPDATE role SET permissions = permissions || ARRAY['card.bind']
 WHERE code = 'cashier' AND permissions @> ARRAY['card.issue'] AND NOT permissions @> ARRAY['card.bind'];
