-- How much of every line of a sale was paid by what: a return gives exactly that back. Lines by kinds, they add up both ways.

CREATE TABLE sale_component (
  sale_id         bigint NOT NULL,
  line_no         int NOT NULL,
  -- principal, bonus, or tender:<code>.
  kind            text NOT NULL,
  cents           bigint NOT NULL CHECK (cents > 0),
  returned_cents  bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (sale_id, line_no, kind),
  CONSTRAINT sale_component_returned CHECK (returned_cents BETWEEN 0 AND cents)
);
-- No foreign keys, as of lines and tenders: verify books asks for the lines.

-- What the application hands over for a sale, in the order of the columns here.
CREATE TYPE new_sale_component AS (line_no int, kind text, cents bigint);

ALTER TABLE sale
  -- What the sale earned by, 10000 = 1 point a yuan. NULL: a sale from before; its points are taken back in proportion.
  ADD COLUMN points_per_yuan_bps     int,
  -- What came back of it so far.
  ADD COLUMN returned_cents           bigint NOT NULL DEFAULT 0,
  ADD COLUMN returned_principal_cents bigint NOT NULL DEFAULT 0,
  ADD COLUMN returned_bonus_cents     bigint NOT NULL DEFAULT 0,
  ADD COLUMN returned_received_cents  bigint NOT NULL DEFAULT 0,
  ADD COLUMN returned_points          bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT sale_returned CHECK (
    returned_principal_cents BETWEEN 0 AND principal_cents AND returned_bonus_cents BETWEEN 0 AND bonus_cents
    AND returned_received_cents BETWEEN 0 AND received_cents AND returned_points BETWEEN 0 AND points_earned
    AND returned_cents = returned_principal_cents + returned_bonus_cents + returned_received_cents);
ALTER TABLE sale_line
  ADD COLUMN returned_milli      bigint NOT NULL DEFAULT 0,
  ADD COLUMN returned_cost_cents bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT sale_line_returned CHECK (returned_milli BETWEEN 0 AND qty_milli);

-- What a family card spent on a day is what stands of it.
CREATE OR REPLACE FUNCTION family_spent_cents(payer bigint, holder bigint, on_date date) RETURNS bigint
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(sum(s.principal_cents + s.bonus_cents - s.returned_principal_cents - s.returned_bonus_cents), 0) FROM sale s
           WHERE s.payer_id = payer AND s.member_id = holder AND s.business_date = on_date AND s.voided_at IS NULL);
END $$;

-- The sales that stand, by the rule of component.rules.ts: the bonus as it was spread already, the rest of each line over
-- what is left of the principal and of each money tender, by largest remainder, ties to the earlier.
DO $$
DECLARE
  line record;
  at_sale bigint := -1;
  kinds text[];
  lefts bigint[];
  parts bigint[];
  rests numeric[];
  rest bigint;
  of_all numeric;
  still bigint;
  best int;
BEGIN
  FOR line IN SELECT l.sale_id, l.line_no, l.net_cents, l.bonus_part_cents, s.principal_cents
                FROM sale_line l JOIN sale s ON s.id = l.sale_id ORDER BY l.sale_id, l.line_no LOOP
    IF line.sale_id <> at_sale THEN
      at_sale := line.sale_id;
      SELECT array_agg(t.kind ORDER BY t.place), array_agg(t.cents ORDER BY t.place) INTO kinds, lefts
        FROM (SELECT 0 AS place, 'principal' AS kind, line.principal_cents AS cents
              UNION ALL SELECT line_no, 'tender:' || tender, amount_cents FROM sale_tender WHERE sale_id = at_sale AND tender <> 'wallet') t;
    END IF;
    IF line.bonus_part_cents > 0 THEN
      INSERT INTO sale_component (sale_id, line_no, kind, cents) VALUES (at_sale, line.line_no, 'bonus', line.bonus_part_cents);
    END IF;
    rest := line.net_cents - line.bonus_part_cents;
    SELECT sum(x) INTO of_all FROM unnest(lefts) AS x;
    CONTINUE WHEN rest = 0 OR of_all = 0;
    parts := '{}';
    rests := '{}';
    FOR i IN 1 .. cardinality(kinds) LOOP
      parts := parts || div(rest::numeric * lefts[i], of_all)::bigint;
      rests := rests || mod(rest::numeric * lefts[i], of_all);
    END LOOP;
    SELECT rest - sum(x) INTO still FROM unnest(parts) AS x;
    WHILE still > 0 LOOP
      SELECT r.i INTO best FROM unnest(rests) WITH ORDINALITY AS r(value, i) ORDER BY r.value DESC, r.i LIMIT 1;
      parts[best] := parts[best] + 1;
      rests[best] := -1;
      still := still - 1;
    END LOOP;
    FOR i IN 1 .. cardinality(kinds) LOOP
      CONTINUE WHEN parts[i] = 0;
      INSERT INTO sale_component (sale_id, line_no, kind, cents) VALUES (at_sale, line.line_no, kinds[i], parts[i]);
      lefts[i] := lefts[i] - parts[i];
    END LOOP;
  END LOOP;

  IF EXISTS (SELECT FROM sale_line l WHERE l.net_cents <> (SELECT coalesce(sum(c.cents), 0) FROM sale_component c WHERE c.sale_id = l.sale_id AND c.line_no = l.line_no))
     OR EXISTS (SELECT FROM sale s JOIN (SELECT sale_id, sum(cents) FILTER (WHERE kind = 'principal') AS principal, sum(cents) FILTER (WHERE kind = 'bonus') AS bonus
                                           FROM sale_component GROUP BY sale_id) c ON c.sale_id = s.id
                 WHERE s.principal_cents <> coalesce(c.principal, 0) OR s.bonus_cents <> coalesce(c.bonus, 0)) THEN
    RAISE EXCEPTION 'the components of a sale do not add up: run books:verify before this migration';
  END IF;
END $$;
