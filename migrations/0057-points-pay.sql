-- 积分抵现: what is neither stored value nor money pays too. Points are the first; what a tender counts stands in its units.

ALTER TABLE sale
  ADD COLUMN other_cents          bigint NOT NULL DEFAULT 0,
  -- Of the member, by tenders that count points.
  ADD COLUMN points_used          bigint NOT NULL DEFAULT 0,
  ADD COLUMN returned_other_cents bigint NOT NULL DEFAULT 0,
  DROP CONSTRAINT sale_adds_up,
  DROP CONSTRAINT sale_returned,
  DROP CONSTRAINT sale_without_pin,
  ADD CONSTRAINT sale_adds_up CHECK (list_cents - discount_cents = due_cents
    AND principal_cents + bonus_cents + received_cents + other_cents = due_cents AND other_cents >= 0 AND points_used >= 0) NOT VALID,
  ADD CONSTRAINT sale_returned CHECK (
    returned_principal_cents BETWEEN 0 AND principal_cents AND returned_bonus_cents BETWEEN 0 AND bonus_cents
    AND returned_received_cents BETWEEN 0 AND received_cents AND returned_other_cents BETWEEN 0 AND other_cents
    AND returned_points BETWEEN 0 AND points_earned
    AND returned_cents = returned_principal_cents + returned_bonus_cents + returned_received_cents + returned_other_cents) NOT VALID,
  ADD CONSTRAINT sale_without_pin CHECK (without_pin_cents BETWEEN 0 AND principal_cents + bonus_cents + other_cents) NOT VALID;

ALTER TABLE sale_tender
  ADD COLUMN returned_units bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT sale_tender_returned CHECK (returned_units BETWEEN 0 AND coalesce(units, 0)) NOT VALID;

ALTER TABLE sale_return
  ADD COLUMN other_cents  bigint NOT NULL DEFAULT 0,
  -- Points that had paid and are the member's again.
  ADD COLUMN points_given bigint NOT NULL DEFAULT 0,
  DROP CONSTRAINT sale_return_adds_up,
  ADD CONSTRAINT sale_return_adds_up CHECK (principal_cents + bonus_cents + received_cents + other_cents = cents
    AND other_cents >= 0 AND points_given >= 0) NOT VALID;

-- What goes back of a tender's own unit; of a cent it may be nothing.
ALTER TABLE sale_return_tender ADD COLUMN units bigint CHECK (units >= 0);
